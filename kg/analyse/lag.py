"""How many days from a directive to each plan under it, and from where the dates are known."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kg.analyse.answer import Answer, in_order
from kg.analyse.depth import steps
from kg.analyse.directives import directives
from kg.analyse.missing import province_of
from kg.analyse.question import Question, Wishes
from kg.analyse.walk import lies_in, name, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.walk import Network

DATED, NOT_BEFORE = "dated", "not before"
NO_DATE, NO_START, OLDER = "no date", "the directive has no date", "older than the directive"
OWN, CITED, LATEST = "its own text", "a paper that cites it", "the latest date in its own text"


class Lag(NamedTuple):
    """A paper under a directive; *days* are at least so many where its *state* is "not before"."""

    directive: str
    plan: str
    level: str | None
    province: str | None
    step: int
    start: str | None
    date: str | None
    days: int | None
    state: str
    source: str | None


def _run(graph: Network, wishes: Wishes) -> Answer:
    return lag(graph, place=wishes.place, document=wishes.document)


QUESTION = Question(
    name="lag",
    title="How many days from a directive to its plans",
    title_vi="Từ chủ trương đến kế hoạch mất bao nhiêu ngày",
    answers="For each directive and each paper under it the days between them, and how the date is known.",
    answers_vi="Với mỗi chủ trương và mỗi văn bản bên dưới: số ngày giữa hai bên và nguồn của ngày ban hành.",
    run=_run,
    notes=(
        "days run from the date of the directive to that of the paper, through whatever stands between. Papers that only cite it are not counted.",
        "not before: the paper prints no date of its own; the latest date that it cites is the least it can be, so days are at least so many.",
        "Only papers that are here or cited here: a province without one is not late, it is not known.",
        "With --document any paper can be the start, also one of a province.",
    ),
    takes=("place", "document"),
)


def lag(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """List every directive with the papers under it, by days."""
    found = list(lags(graph, place=place, document=document))
    rows = [(name(graph, each.directive), name(graph, each.plan), *each[2:]) for each in found]
    rows.sort(key=lambda row: in_order((row[0], row[7] is None, row[7], *row)))
    columns = ("directive", "plan", "level", "province", "step", "directive_date", "plan_date",
               "days", "state", "date_from")  # fmt: skip
    return Answer("lag", columns, tuple(rows), (told(found),))


def told(found: list[Lag]) -> str:
    """Say how many pairs of directive and paper have days, and why others have none."""
    counts = Counter(each.state for each in found)
    states = ", ".join(f"{counts[each]} {each}" for each in sorted(counts))
    return f"{len(found)} pairs of directive and paper" + (f": {states}." if states else ".")


def lags(graph: Network, *, place: str | None = None, document: str | None = None) -> Iterator[Lag]:
    """Give each pair of a directive and a paper under it; *document* is the one to start from."""
    for top in [document] if document else directives(graph):
        start = said(graph, top, "date")
        for plan, step in steps(graph, top).items():
            own = said(graph, plan, "place")
            if lies_in(own, place):
                where = province_of(own) if own else None
                level = said(graph, plan, "level")
                yield Lag(top, plan, level, where, step, start, *_between(graph, plan, start))


def _between(
    graph: Network, plan: str, start: str | None
) -> tuple[str | None, int | None, str, str | None]:
    """Give the date of a paper, the days since *start*, what they are and whose word it is."""
    date, source = _dated(graph, plan)
    day, first = _day(date), _day(start)
    if day is None:
        return date, None, NO_DATE, None
    if first is None:
        return date, None, NO_START, source
    days = (day - first).days
    if source == LATEST:
        # A bound before the directive says nothing: that the paper answers it says more.
        return date, max(days, 0), NOT_BEFORE, source
    return date, days, OLDER if days < 0 else DATED, source


def _dated(graph: Network, plan: str) -> tuple[str | None, str | None]:
    date, bound = said(graph, plan, "date"), said(graph, plan, "not_before")
    if date:
        return date, OWN if graph.nodes[plan].get("held") else CITED
    return (bound, LATEST) if bound else (None, None)


def _day(words: str | None) -> dt.date | None:
    """Read an ISO day; what no calendar has is no day, whoever wrote it."""
    try:
        return dt.date.fromisoformat(words or "")
    except ValueError:
        return None
