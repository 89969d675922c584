"""Cited documents, how they are cited, where, and the links between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kg.score.fields import Field
from kg.score.items import Item, Node, Sides, many, rule_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.score.align import Pair


def cited_key(reference: Node) -> str:
    """Give the number, or the title of a law whatever its letter case.

    >>> cited_key({"cited_number": None, "cited_title": "Luật Ngân sách Nhà nước"})
    'luật ngân sách nhà nước'
    """
    return words(reference.get("cited_number") or reference.get("cited_title") or "").casefold()


def documents(pair: Pair) -> Sides:
    """Compare which distinct documents are cited."""
    return _documents(pair.gold), _documents(pair.found)


def value(pair: Pair, name: str) -> Sides:
    """Compare one value of the references that both records have."""
    both = {cited_key(each) for each in many(pair.gold, "references")}
    both &= {cited_key(each) for each in many(pair.found, "references")}
    return _values(pair.gold, name, both), _values(pair.found, name, both)


def mentions(pair: Pair, *, resolved: bool) -> Sides:
    """Compare where documents are named, by exact span; resolved ones also by which document."""
    return _mentions(pair.gold, resolved=resolved), _mentions(pair.found, resolved=resolved)


def chain(pair: Pair) -> Sides:
    """Compare the links between cited documents: child, relation, parent."""
    return _chain(pair.gold), _chain(pair.found)


def schemes(pair: Pair) -> Sides:
    """Compare the programmes that a cited document approves or promulgates."""
    return _schemes(pair.gold), _schemes(pair.found)


FIELDS = (
    Field("references", documents),
    Field("references.relation", partial(value, name="relation")),
    Field("references.type", partial(value, name="cited_type")),
    Field("references.date", partial(value, name="cited_date")),
    Field("references.issuer", partial(value, name="cited_issuer")),
    Field("mentions", partial(mentions, resolved=False)),
    Field("mentions.resolved", partial(mentions, resolved=True)),
    Field("chain", chain),
    Field("named_schemes", schemes, informational=True),
)


def _documents(record: Node) -> Iterator[Item]:
    for each in many(record, "references"):
        yield Item(cited_key(each), _id(each), str(each.get("first_surface") or _id(each)))


def _values(record: Node, name: str, keys: set[str]) -> Iterator[Item]:
    for each in many(record, "references"):
        key, said = cited_key(each), each.get(name)
        if key in keys and said is not None:
            yield Item((key, said), _id(each), str(said), str(each.get(f"{name}_rule") or ""))


def _mentions(record: Node, *, resolved: bool) -> Iterator[Item]:
    for each in many(record, "references"):
        for mention in many(each, "mentions"):
            span = mention.get("start"), mention.get("end")
            key = (cited_key(each), *span) if resolved else span
            said = f"{mention.get('surface')} [{span[0]}, {span[1]}]"
            yield Item(key, _id(each), said, rule_of(mention))


def _chain(record: Node) -> Iterator[Item]:
    for each in many(record, "chain"):
        parts = tuple(str(each.get(key)) for key in ("child", "relation", "parent"))
        yield Item(parts, parts[0], " ".join(parts), rule_of(each))


def _schemes(record: Node) -> Iterator[Item]:
    for each in many(record, "named_schemes"):
        name = words(each.get("name") or "")
        key = (name.casefold(), each.get("relation"), each.get("by"))
        yield Item(key, str(each.get("by")), name, rule_of(each))


def _id(reference: Node) -> str:
    return str(reference.get("cited_number") or reference.get("cited_title") or "")
