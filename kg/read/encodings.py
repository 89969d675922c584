"""Vietnamese text from before Unicode: cp1258 of Windows, TCVN3 (TCVN 5712:1993) of .VnTime fonts.

Each is tried; the one whose words are Vietnamese wins, and none wins when few are.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from kg.lexicon import rows

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.3  # of the words with marks must be syllables that names of agencies are made of
_FEW = 4  # fewer known syllables than this may be chance
_SEEN = 20_000  # letters that are looked at


def decode_old(data: bytes) -> str | None:
    r"""Decode text of an old encoding; None when no encoding gives Vietnamese.

    >>> decode_old(b"K\xd5 ho\xb9ch c\xf1a \xf1y ban nh\xa9n d\xa9n t\xd8nh")
    'Kế hoạch của ủy ban nhân dân tỉnh'
    """
    tried = [(score(text), -i, text) for i, text in enumerate(_decoded(data))]
    best = max(tried, default=(0.0, 0, ""))
    return best[2] if best[0] >= _ENOUGH else None


def _decoded(data: bytes) -> Iterator[str]:
    for encoding in ("cp1258", "utf-16-le", "utf-16-be"):
        if (b"\0" in data) == encoding.startswith("utf-16"):
            try:
                yield unicodedata.normalize("NFC", data.decode(encoding))
            except UnicodeDecodeError:
                continue
    table = tcvn3()
    if all(byte < 0x80 or chr(byte) in table for byte in set(data)):  # noqa: PLR2004  (ASCII)
        yield from_tcvn3(data.decode("latin-1"))


def from_tcvn3(text: str) -> str:
    """Give the letters of text whose code points are the bytes of TCVN3."""
    return text.translate({ord(old): letter for old, letter in tcvn3().items()})


@functools.cache
def tcvn3() -> dict[str, str]:
    """Give the letters of TCVN3 by the Latin-1 letters of the same byte."""
    return {chr(int(row["byte"], 16)): row["letter"] for row in rows("encodings/tcvn3")}


def score(text: str) -> float:
    """Give the share of known syllables among the words with marks, 0 to 1; 0 when few are."""
    marked = [word for word in _WORD.findall(text[:_SEEN].lower()) if not word.isascii()]
    known = sum(word in _syllables() for word in marked)
    return known / len(marked) if known >= _FEW else 0.0


def is_vietnamese(text: str) -> bool:
    """Tell whether enough words with marks are known syllables.

    >>> is_vietnamese("của ủy ban nhân dân tỉnh"), is_vietnamese("cӫa ӫy ban nhkn dkn tӍnh")
    (True, False)
    """
    return score(text) >= _ENOUGH


@functools.cache
def _syllables() -> frozenset[str]:
    names = " ".join(
        row[column]
        for table, column in (("bodies", "name"), ("document_types", "name"), ("offices", "name"))
        for row in rows(f"lexicon/{table}")
    )
    more = " ".join(row["words"] for row in rows("lexicon/verbs"))
    found = _WORD.findall(f"{names} {more} của được để với những về".lower())
    return frozenset(word for word in found if not word.isascii())
