"""Duties to report: whole, and value by value."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kg.score.align import REPORT_VALUES, report_value
from kg.score.fields import Field
from kg.score.items import Item, Node, Sides, many, rule_of, words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from kg.score.align import Pair


def whole(pair: Pair) -> Sides:
    """Compare reports; right means the same place and every value the same."""
    return _whole(pair.reports.gold_items()), _whole(pair.reports.found_items())


def value(pair: Pair, name: str) -> Sides:
    """Compare one value; a report without a partner is a miss, or false."""
    return _values(pair.reports.gold_items(), name), _values(pair.reports.found_items(), name)


FIELDS = (
    Field("reporting", whole),
    *(Field(f"reporting.{name}", partial(value, name=name)) for name in REPORT_VALUES),
)


def _whole(reports: Iterable[tuple[Hashable, Node]]) -> Iterator[Item]:
    for key, report in reports:
        values = tuple(report_value(report, name) for name in REPORT_VALUES)
        said = words(report.get("evidence") or "")
        yield Item((key, values), _id(report), said, rule_of(report))


def _values(reports: Iterable[tuple[Hashable, Node]], name: str) -> Iterator[Item]:
    for key, report in reports:
        said = many(report, "who") if name == "who" else [report.get(name)]
        for each in dict.fromkeys(said):
            if each is not None:
                yield Item((key, each), _id(report), str(each))


def _id(report: Node) -> str:
    return str(report.get("id") or "")
