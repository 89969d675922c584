"""Small documents made in the tests: Word by parts, PDF by coordinates."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import matplotlib as mpl
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from docx.document import Document
    from reportlab.lib.pdfencrypt import StandardEncryption

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"
WIDTH, HEIGHT = 595, 842
LEFT, INDENT = 85, 113
TONES = "\u0300\u0301\u0303\u0309\u0323"


def word(fill: Callable[[Document], None]) -> bytes:
    """Give a .docx that *fill* has written into."""
    document = docx.Document()
    fill(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def zipped(parts: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def word_parts(body: str, **more: str) -> bytes:
    """Give a .docx with the XML of its body, and of further parts such as ``numbering``."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
    }
    parts |= {f"word/{name}.xml": f'<w:{name} xmlns:w="{W}">{xml}</w:{name}>' for name, xml in more.items()}  # fmt: skip
    return zipped(parts)


def para(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def numbered(words: str, num: int, level: int = 0) -> str:
    return para(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def pdf(draw: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> bytes:
    """Give a PDF on A4 that *draw* has drawn, in letters that have Vietnamese."""
    for name, file in (("Body", "DejaVuSans.ttf"), ("Body-Bold", "DejaVuSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT), invariant=1, encrypt=encrypt)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def write(  # noqa: PLR0913  (place, words and look)
    canvas: Canvas, x: float, y: float, words: str, size: float = 11, *, bold: bool = False
) -> None:
    """Write words whose lower left corner is *x* from the left and *y* from the top."""
    canvas.setFont("Body-Bold" if bold else "Body", size)
    canvas.drawString(x, HEIGHT - y, words)


def middle(canvas: Canvas, x: float, y: float, words: str, *, bold: bool = False) -> None:
    canvas.setFont("Body-Bold" if bold else "Body", 11)
    canvas.drawCentredString(x, HEIGHT - y, words)


def ruled(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    """Draw the borders of a table with columns at *xs* and rows at *ys* from the top."""
    canvas.grid(xs, [HEIGHT - y for y in ys])


def cp1258(text: str) -> bytes:
    """Encode as Windows did: a letter with its hat, then its tone."""
    data = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in TONES)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
        data += (base + tone).encode("cp1258")
    return data
