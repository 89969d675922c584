"""The outline: labels, ids, titles, appendix."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.score.fields import Field
from kg.score.items import Item, Node, Sides, many, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.score.align import Pair


def labels(pair: Pair) -> Sides:
    """Compare the printed labels."""
    return _listed(pair.gold, "labels"), _listed(pair.found, "labels")


def ids(pair: Pair) -> Sides:
    """Compare the ids; where a record gives none they follow from its labels."""
    return _ids(pair.gold), _ids(pair.found)


def titles(pair: Pair) -> Sides:
    """Compare the titles, each under its id, with white space joined."""
    return _titles(pair.gold), _titles(pair.found)


def appendix(pair: Pair) -> Sides:
    """Compare whether there is an appendix."""
    return _appendix(pair.gold), _appendix(pair.found)


FIELDS = (
    Field("sections.labels", labels),
    Field("sections.ids", ids),
    Field("sections.titles", titles),
    Field("sections.appendix", appendix),
)


def numbered(printed: list[str]) -> list[str]:
    """Give each label an id of its own.

    >>> numbered(["I", "II", "II"])
    ['I', 'II', 'II#2']
    """
    seen: Counter[str] = Counter()
    given = []
    for label in printed:
        seen[label] += 1
        given.append(label if seen[label] == 1 else f"{label}#{seen[label]}")
    return given


def _sections(record: Node) -> Node:
    return record.get("sections") or {}


def _own_ids(record: Node) -> list[str]:
    node = _sections(record)
    return many(node, "ids") or numbered(many(node, "labels"))


def _listed(record: Node, key: str) -> Iterator[Item]:
    return (Item(each, each, each) for each in many(_sections(record), key))


def _ids(record: Node) -> Iterator[Item]:
    return (Item(each, each, each) for each in _own_ids(record))


def _titles(record: Node) -> Iterator[Item]:
    printed = many(_sections(record), "titles")
    given = _own_ids(record)
    for at, title in enumerate(printed):
        name = given[at] if at < len(given) else ""
        yield Item((name, words(title)), name, words(title))


def _appendix(record: Node) -> Iterator[Item]:
    node = _sections(record)
    if node.get("appendix"):
        yield Item(key=True, id="appendix", words=words(node.get("appendix_title") or "appendix"))
