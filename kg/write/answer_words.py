"""What answers say in English, said in Vietnamese: columns, values of our own, notes.

The pairs stand in ``data/questions/vietnamese.csv``. Words of documents are never translated.
"""

from __future__ import annotations

import functools
import re
from typing import Final, Literal

from kg.lexicon import rows

Kind = Literal["column", "value", "note"]
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
OURS: Final = frozenset({
    "addressed_by", "against", "both_lead", "collective", "date_from", "direction", "goes_on",
    "kind", "level", "level_above", "of", "part", "problem", "recurrence", "scope", "skipped",
    "state", "step", "timeframe", "what",
})  # fmt: skip
"""Columns whose values are words of ours; the cells of all others are words of documents."""


@functools.cache
def _pairs() -> dict[tuple[str, str], str]:
    return {
        (row["kind"], row["english"]): row["vietnamese"] for row in rows("questions/vietnamese")
    }


def in_vietnamese(kind: Kind, english: str) -> str | None:
    """Give the Vietnamese words; None where there are none, and English has to stand.

    >>> in_vietnamese("column", "no_lead"), in_vietnamese("note", "5 directives.")
    ('không chủ trì', '5 chủ trương.')
    """
    if kind != "note":
        return _pairs().get((kind, english))
    numbers = _NUMBER.findall(english)
    found = _pairs().get((kind, _NUMBER.sub("{}", english)))
    return found.format(*numbers) if found else None


def spoken(kind: Kind, english: str, lang: str) -> str:
    """Give the words in a language, in English where Vietnamese has none.

    >>> spoken("column", "no_lead", "en"), spoken("value", "only cited", "vi")
    ('no lead', 'chỉ được viện dẫn')
    """
    told = in_vietnamese(kind, english) if lang == "vi" else None
    return told or (english.replace("_", " ") if kind == "column" else english)
