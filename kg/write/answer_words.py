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
    "holds", "how it is known", "kind", "label", "level", "level_above", "of", "open", "part",
    "problem", "recurrence", "relation", "scope", "skipped", "state", "step", "then", "timeframe",
    "way", "what",
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
        found = _pairs().get((kind, english)) or _with_names(kind, english)
        return found or (_several(english) if kind == "value" and "; " in english else None)
    numbers = _NUMBER.findall(english)
    found = _pairs().get((kind, _NUMBER.sub("{}", english)))
    return found.format(*numbers) if found else _with_names(kind, english)


def _several(english: str) -> str | None:
    """Give several words of ours that stand in one cell."""
    told = [in_vietnamese("value", part) for part in english.split("; ")]
    return "; ".join(map(str, told)) if all(told) else None


@functools.cache
def _named(kind: Kind) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give the words in which names stand, as ``{*}``; the longest first, as they say most."""
    words = [(en, vi) for (of, en), vi in _pairs().items() if of == kind and "{*}" in en]
    return tuple(
        (re.compile(_form(english)), vietnamese.replace("{*}", "{}"))
        for english, vietnamese in sorted(words, key=lambda pair: (-len(pair[0]), pair))
    )


def _form(english: str) -> str:
    """Give the pattern of a note: any words for a name, digits for a number.

    >>> re.fullmatch(_form("{*}: {} tasks."), "Kế hoạch 5/KH: 12 tasks.").groups()
    ('Kế hoạch 5/KH', '12')
    """
    holes = {r"\{\*\}": "(.+?)", r"\{\}": f"({_NUMBER.pattern})"}
    form = re.escape(english)
    for hole, pattern in holes.items():
        form = form.replace(hole, pattern)
    return form


def _with_names(kind: Kind, english: str) -> str | None:
    for form, vietnamese in _named(kind):
        if found := form.fullmatch(english):
            return vietnamese.format(*found.groups())
    return None


def spoken(kind: Kind, english: str, lang: str) -> str:
    """Give the words in a language, in English where Vietnamese has none.

    >>> spoken("column", "no_lead", "en"), spoken("value", "only cited", "vi")
    ('no lead', 'chỉ được viện dẫn')
    """
    told = in_vietnamese(kind, english) if lang == "vi" else None
    return told or (english.replace("_", " ") if kind == "column" else english)
