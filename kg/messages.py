"""What ``kg`` itself says, in Vietnamese and in English: ``data/words/messages.csv``, read once."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from kg.lexicon import rows

Pair = tuple[str, str]
_HOLE = re.compile(r"\{[^{}]*\}")


@functools.cache
def _parts() -> Mapping[str, dict[str, Pair]]:
    found: dict[str, dict[str, Pair]] = {}
    for row in rows("words/messages"):
        found.setdefault(row["where"], {})[row["key"]] = (row["vi"], row["en"])
    return found


def pairs(where: str) -> dict[str, Pair]:
    """Give the messages of one page or room by key, (Vietnamese, English), as the table has them.

    >>> pairs("report")["words"]
    ('Xem nguyên văn', 'Show the words')
    """
    return dict(_parts()[where])


@functools.cache
def by_english(where: str) -> Mapping[str, str]:
    """Give the Vietnamese words of one room by the English ones.

    >>> by_english("line")["Written: {}"]
    'Đã ghi: {}'
    """
    return {english: vietnamese for vietnamese, english in pairs(where).values()}


def retold(where: str, english: str) -> str | None:
    """Give what an English sentence says in Vietnamese; its names and numbers stay as they are.

    None where the table has no such sentence.

    >>> retold("error", "no question is called 'ledas'")
    "không có câu hỏi nào tên là 'ledas'"
    """
    for template, vietnamese in _templates(where):
        if found := template.fullmatch(english):
            return vietnamese.format(*(_hole(where, words) for words in found.groups()))
    return None


def _hole(where: str, words: str) -> str:
    """Give what stands in a hole: a list of counts ("2 adapted, 5 only first") is of our words too."""
    return ", ".join(retold(where, part) or part for part in words.split(", "))


@functools.cache
def _templates(where: str) -> Sequence[tuple[re.Pattern[str], str]]:
    """Give the sentences of a room as patterns, those with more words of their own first."""
    told = by_english(where)
    order = sorted(told, key=lambda english: (-len(_HOLE.sub("", english)), english))
    return [(_pattern(english), told[english]) for english in order]


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile("(.*)".join(map(re.escape, _HOLE.split(english))), re.DOTALL)
