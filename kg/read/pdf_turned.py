"""Pages of a PDF whose words run up or down the sheet, as wide tables do: turned to be read."""

from __future__ import annotations

import io
from typing import Any

_MANY = 0.6  # of the letters of a page; a stamp on the margin does not turn a page


def turn_of(page: Any) -> int:  # noqa: ANN401  (pdfplumber has no types)
    """Give by how many degrees clockwise a page must be turned to be read: 0, 90 or 270."""
    lying = [char for char in page.chars if not char["upright"] and char["text"].strip()]
    if len(lying) <= _MANY * sum(bool(char["text"].strip()) for char in page.chars):
        return 0
    up = sum(char["matrix"][1] > 0 for char in lying)
    return 90 if 2 * up > len(lying) else 270


def turned(data: bytes, index: int, degrees: int) -> bytes:
    """Give a PDF of one page, the page *index* of *data*, turned clockwise."""
    import pypdfium2

    source = pypdfium2.PdfDocument(data)
    single = pypdfium2.PdfDocument.new()
    try:
        single.import_pages(source, [index])
        page = single[0]
        page.set_rotation((page.get_rotation() + degrees) % 360)
        page.close()
        whole = io.BytesIO()
        single.save(whole)
    finally:
        single.close()
        source.close()
    return whole.getvalue()
