"""A finding as the annotated text shows it: its words, its kind, and what was understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kg.errors import RecordError
from kg.text import squeeze
from kg.write.annotated_style import RANK
from kg.write.annotated_words import WORDS

Json = Mapping[str, Any]
_LONG, _MANY = 300, 8
SIGN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Controls that are not seen, or that turn the writing round, and the tab."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was understood; ``said`` values are messages of the page, others are data."""

    key: str
    values: tuple[str, ...]
    said: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding at ``[start, end)``; ``tag`` names its small label in the text."""

    kind: str
    start: int
    end: int
    tag: str = ""
    facts: tuple[Fact, ...] = field(default=())

    @property
    def place(self) -> str:
        """Give the address of the words, as RFC 5147 counts them.

        >>> Mark("lead", 4883, 4911).place
        'char=4883,4911'
        """
        return f"char={self.start},{self.end}"


def mark(kind: str, span: Sequence[int], tag: str = "", facts: tuple[Fact, ...] = ()) -> Mark:
    """Give the mark of a finding at a span of the record, which may have come from any tool.

    >>> mark("slip", [3, 7], "slip").end
    7
    """
    start, end = span
    return Mark(kind, start, end, tag, facts)


def facts(**values: object) -> tuple[Fact, ...]:
    """Give facts of data in the order named; what is empty is left out, what is long is cut.

    >>> facts(agent="Sở Y tế", role=None)
    (Fact(key='agent', values=('Sở Y tế',), said=False),)
    """
    return tuple(_facts(values, said=False))


def said(**values: object) -> tuple[Fact, ...]:
    """Give facts whose values the page says in the reader's language; unknown ones stay data."""
    return tuple(_facts(values, said=True))


def _facts(values: Mapping[str, object], *, said: bool) -> Iterator[Fact]:
    for key, value in values.items():
        listed = value if isinstance(value, list | tuple) else (value,)
        shown = tuple(one_line(str(each)) for each in listed if each not in {None, "", False})
        if shown:
            known = said and all(f"value.{each}" in WORDS for each in shown)
            yield Fact(key, shown, known)


def one_line(words: str, most: int = _LONG) -> str:
    r"""Put words on one line without controls, and cut what no reader takes in at a glance.

    >>> one_line("Sở \n Y\u202e tế tỉnh", 9)
    'Sở Y� tế…'
    """
    line = SIGN.sub("\ufffd", squeeze(words[: 2 * most]))
    return line if len(line) <= most else f"{line[:most].rstrip()}…"


def merged(marks: Iterable[Mark], length: int) -> list[Mark]:
    """Give the marks in order, one for each kind and place, with the facts of all.

    Raises :class:`~kg.errors.RecordError` for a mark that does not fit a text of *length*.
    """
    at: dict[tuple[int, int, int], Mark] = {}
    for each in marks:
        if not 0 <= each.start <= each.end <= length:
            what = f"[{each.start}, {each.end}] is no place in a text of {length} code points"
            raise RecordError(what, mend="Take the record and the text of the same document.")
        if each.start == each.end:
            continue
        key = (each.start, -each.end, RANK[each.kind])
        before = at.get(key)
        at[key] = replace(before, facts=(*before.facts, *each.facts)) if before else each
    return [replace(at[key], facts=_united(at[key].facts)) for key in sorted(at)]


def _united(found: Iterable[Fact]) -> tuple[Fact, ...]:
    """Join facts of one key; of many values the first are shown and the others counted."""
    values: dict[tuple[str, bool], dict[str, None]] = {}
    for fact in found:
        values.setdefault((fact.key, fact.said), {}).update(dict.fromkeys(fact.values))
    return tuple(Fact(key, _first(tuple(each)), is_said) for (key, is_said), each in values.items())


def _first(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(values) <= _MANY:
        return values
    return (*values[:_MANY], f"… (+{len(values) - _MANY})")


def told(found: Mark, words: Mapping[str, str]) -> str:
    """Give a mark on one line: ``Lead agency · Agency: Sở Y tế tỉnh Bến Tre``."""
    parts = [words[f"kind.{found.kind}"]]
    for fact in found.facts:
        values = [words.get(f"value.{v}", v) if fact.said else v for v in fact.values]
        parts.append(f"{words[f'fact.{fact.key}']}: {'; '.join(values)}")
    return " · ".join(parts)
