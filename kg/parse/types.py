"""Lines that consist of a document type: ``KẾ HOẠCH``, ``CHƯƠNG TRÌNH HÀNH ĐỘNG``."""

from __future__ import annotations

import functools
import re

from kg.lexicon import rows
from kg.text import squeeze

_KIND = re.compile(r" (?:liên tịch|liên sở|liên ngành|phối hợp|khẩn|hỏa tốc|hoả tốc)$")
_EDGE = " \t\n*_#"


@functools.cache
def _types() -> dict[str, str]:
    return {row["name"].lower(): row["name"] for row in rows("lexicon/document_types")}


def opening_type(words: str) -> str | None:
    """Give the document type that a line of running text begins with, as it is printed there.

    >>> opening_type("Chỉ thị về chấn chỉnh công tác"), opening_type("Chỉ thị")
    ('Chỉ thị', None)
    """
    lower = words.lower()
    fits = [name for name in _types() if lower.startswith(f"{name} ")]
    longest = max(fits, key=len, default="")
    return words[: len(longest)] if longest and words[0].isupper() else None


def named(words: str) -> str | None:
    """Give the type of a name in any case: ``CHỈ THỊ`` is ``Chỉ thị``."""
    return _types().get(words.lower()) or _types().get(_KIND.sub("", words.lower()))


def type_of(words: str) -> str | None:
    """Give the document type that a line in capitals names, or None.

    >>> type_of("**KẾ HOẠCH**"), type_of("Kế hoạch này")
    ('Kế hoạch', None)
    """
    line = squeeze(words).strip(_EDGE)
    if not line.isupper():
        return None
    return _types().get(line.lower()) or _types().get(_KIND.sub("", line.lower()))
