"""Targets, aims, money, agents, slips of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.score.align import greedy
from kg.score.fields import Field
from kg.score.items import Item, Node, Sides, many, rule_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.score.align import Closeness, Pair

SCORED_ROLES = frozenset({"lead", "coordinate", "issuer", "report_from", "report_to", "report_via"})


def targets(pair: Pair) -> Sides:
    """Compare numbers to be reached: low, high, unit, year."""
    return _targets(pair.gold), _targets(pair.found)


def goals(pair: Pair) -> Sides:
    """Compare aims without a number, by their text with white space joined."""
    return _texts(pair.gold, "qualitative_goals"), _texts(pair.found, "qualitative_goals")


def funding(pair: Pair) -> Sides:
    """Compare the phrases of the section on money, with white space joined."""
    return _funding(pair.gold), _funding(pair.found)


def funding_elsewhere(pair: Pair) -> Sides:
    """Compare the sources of money that are named elsewhere, by their text."""
    return _texts(pair.gold, "funding_elsewhere"), _texts(pair.found, "funding_elsewhere")


def agents(pair: Pair) -> Sides:
    """Compare the full names of those who lead, coordinate, report, are reported to, or issue."""
    return _agents(pair.gold), _agents(pair.found)


def slips(pair: Pair) -> Sides:
    """Compare likely slips; one quote and its mend may hold the other's."""
    gold, found = many(pair.gold, "ocr_errors"), many(pair.found, "ocr_errors")
    partner = greedy(gold, found, _slip_closeness)
    return (
        (_slip(("gold", at), each) for at, each in enumerate(gold)),
        (
            _slip(("gold", partner[at]) if at in partner else ("found", at), each)
            for at, each in enumerate(found)
        ),
    )


FIELDS = (
    Field("targets", targets),
    Field("qualitative_goals", goals, informational=True),
    Field("funding", funding),
    Field("funding_elsewhere", funding_elsewhere, informational=True),
    Field("agents", agents),
    Field("ocr_errors", slips, informational=True),
)


def _targets(record: Node) -> Iterator[Item]:
    for each in many(record, "targets"):
        said = tuple(each.get(key) for key in ("low", "high", "unit", "by"))
        shown = words(each.get("text") or "")
        yield Item(said, str(each.get("id") or ""), shown, rule_of(each))


def _texts(record: Node, key: str) -> Iterator[Item]:
    for each in many(record, key):
        said = words(each.get("text") or "")
        yield Item(said, str(each.get("id") or ""), said, rule_of(each))


def _funding(record: Node) -> Iterator[Item]:
    phrases = many(record, "funding")
    made = [*many(record, "funding_rules"), *[""] * len(phrases)]
    pairs = zip(phrases, made, strict=False)
    return (Item(words(each), "funding", words(each), rule or "") for each, rule in pairs)


def _agents(record: Node) -> Iterator[Item]:
    for each in many(record, "agents"):
        roles = SCORED_ROLES & set(many(each, "roles"))
        if roles:
            name = str(each.get("canonical") or "")
            yield Item(name, ", ".join(sorted(roles)), name, rule_of(each))


def _slip_closeness(one: Node, other: Node) -> Closeness | None:
    shares = [_nested(one.get(key), other.get(key)) for key in ("surface", "should_be")]
    return (min(shares),) if all(shares) else None


def _nested(one: object, other: object) -> float:
    short, long = sorted((words(one or ""), words(other or "")), key=len)
    return len(short) / len(long) if short and short in long else 0.0


def _slip(key: tuple[str, int], each: Node) -> Item:
    said = f"{words(each.get('surface') or '')} → {words(each.get('should_be') or '')}"
    return Item(key, str(each.get("id") or ""), said)
