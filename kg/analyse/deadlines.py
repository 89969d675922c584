"""The days to keep: reports that come back every year, tasks, reports and targets with a last day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analyse.moments import last_day
from kg.analyse.walk import ends, lies_in, name, nodes, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.analyse.walk import Network

# What may be due, the relation to those who do it, the relation to those who get it.
_KINDS = (("task", "lead", ""), ("report", "report_by", "report_to"), ("target", "", ""))


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day to keep. *first* is None where nothing says in which year a yearly day begins.

    *stamp* is the day of the document, or the day that it cannot be older than; *words* stand in
    *file* at ``[start, end)``.
    """

    iri: str
    kind: str
    item: str
    first: dt.date | None
    yearly: bool
    who: tuple[str, ...]
    to: tuple[str, ...]
    words: str
    time_words: str | None
    document: str
    file: str | None
    start: int | None
    end: int | None
    stamp: dt.date | None


def deadlines(
    graph: Network, *, place: str | None = None, document: str | None = None
) -> list[Deadline]:
    """Give every last day with its year, and every day that returns each year, in order."""
    found = (
        deadline
        for kind, by, to in _KINDS
        for iri in nodes(graph, kind)
        if lies_in(said(graph, iri, "place"), place)
        and document in (None, said(graph, iri, "document"))
        for deadline in _of(graph, iri, by, to)
    )
    return sorted(found, key=lambda each: (str(each.first), each.iri, each.yearly))


def _of(graph: Network, iri: str, by: str, to: str) -> Iterator[Deadline]:
    stamp = _stamp(graph, iri)
    for first, yearly in _days(graph, iri, stamp):
        start, end = _offsets(graph, iri)
        document = str(said(graph, iri, "document"))
        yield Deadline(
            iri,
            str(said(graph, iri, "kind")),
            name(graph, iri),
            first,
            yearly,
            _names(graph, ends(graph, iri, by)),
            _names(graph, ends(graph, iri, to)),
            said(graph, iri, "text") or "",
            said(graph, iri, "time_words"),
            name(graph, document),
            said(graph, document, "file"),
            start,
            end,
            stamp,
        )


def _days(graph: Network, iri: str, stamp: dt.date | None) -> Iterator[tuple[dt.date | None, bool]]:
    """Give the last day, and the first day of a yearly one; a day that no calendar has is none."""
    end, month_day = said(graph, iri, "time_end"), said(graph, iri, "month_day")
    if end and said(graph, iri, "time_open") != "True":
        last = _day(last_day(end))
        if last:
            yield last, False
    if month_day:
        yield (_next(month_day, stamp) if _returns(graph, iri) else None), True


def _returns(graph: Network, iri: str) -> bool:
    return "annual" in (said(graph, iri, "recurrence"), said(graph, iri, "time_kind"))


def _next(month_day: str, stamp: dt.date | None) -> dt.date | None:
    """Give the first such day on or after the day of the document; 29 February is the month's last."""
    if stamp is None:
        return None
    month, day = month_day.removeprefix("--")[:2], month_day[-2:]
    for year in (stamp.year, stamp.year + 1):
        moment = last_day(f"{year}-02") if (month, day) == ("02", "29") else f"{year}-{month}-{day}"
        found = _day(moment)
        if found and found >= stamp:
            return found
    return None


def _stamp(graph: Network, iri: str) -> dt.date | None:
    document = str(said(graph, iri, "document"))
    return _day(said(graph, document, "date") or said(graph, document, "not_before") or "")


def _day(moment: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(moment)
    except ValueError:
        return None


def _names(graph: Network, iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(name(graph, each) for each in iris))


def _offsets(graph: Network, iri: str) -> tuple[int | None, int | None]:
    """Give where the words stand: on the item itself, for a task on its edge from the document."""
    edges = (data for *_, data in graph.in_edges(iri, data=True) if data["relation"] == "has_task")
    facts = next(edges, graph.nodes[iri])
    start, end = facts.get("start"), facts.get("end")
    return (int(start), int(end)) if start is not None and end is not None else (None, None)
