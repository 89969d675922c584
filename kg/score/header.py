"""The letterhead: each value exactly; a null must stay null."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kg.score.fields import Field
from kg.score.items import Item, Node, Sides, many, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.score.align import Pair

EXACT = (
    "number",
    "type",
    "issuer",
    "level",
    "place",
    "date",
    "date_not_before",
    "signer",
    "signer_title",
    "effective_date",
    "status",
    "archive_line",
)


def value(pair: Pair, name: str) -> Sides:
    """Compare one printed value; nothing is counted where both say null."""
    return _one(_document(pair.gold), name), _one(_document(pair.found), name)


def title(pair: Pair) -> Sides:
    """Compare the title with white space joined; its normalised spelling is as good."""
    gold, found = _titles(_document(pair.gold)), _titles(_document(pair.found))
    same = bool(set(gold) & set(found))
    key = "title" if same else None
    return (
        _title_item(gold, key, _rule(_document(pair.gold), "title")),
        _title_item(found, key, _rule(_document(pair.found), "title")),
    )


def recipients(pair: Pair) -> Sides:
    """Compare the recipients one by one, as written."""
    return _recipients(_document(pair.gold)), _recipients(_document(pair.found))


PARTS = (
    *(Field(f"document.{name}", partial(value, name=name)) for name in EXACT),
    Field("document.title", title),
    Field("document.recipients", recipients),
)


def whole(pair: Pair) -> Sides:
    """Compare all values of the letterhead together."""
    sides = [(part.name, part.compare(pair)) for part in PARTS]
    return (
        (_within(name, item) for name, (gold, _) in sides for item in gold),
        (_within(name, item) for name, (_, found) in sides for item in found),
    )


FIELDS = (Field("document", whole), *PARTS)


def _within(name: str, item: Item) -> Item:
    return Item((name, item.key), item.id, item.words, item.rule)


def _rule(document: Node, name: str) -> str:
    return str((document.get("rules") or {}).get(name) or "")


def _document(record: Node) -> Node:
    return record.get("document") or {}


def _one(document: Node, name: str) -> Iterator[Item]:
    if (said := document.get(name)) is not None:
        yield Item(said, name, str(said), _rule(document, name))


def _titles(document: Node) -> list[str]:
    said = (document.get("title"), document.get("title_normalised"))
    return [words(each) for each in said if each]


def _title_item(titles: list[str], key: str | None, rule: str) -> Iterator[Item]:
    if titles:
        yield Item(key or ("title", tuple(titles)), "title", titles[0], rule)


def _recipients(document: Node) -> Iterator[Item]:
    rule = _rule(document, "recipients")
    return (Item(each, "recipients", each, rule) for each in many(document, "recipients"))
