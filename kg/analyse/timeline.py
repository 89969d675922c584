"""In which years the tasks run, by kind of timeframe; and how many name no time at all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.moments import year_of
from kg.analyse.question import Question, Wishes
from kg.analyse.unclear import NO_TIME
from kg.analyse.walk import said, tasks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network


def _run(graph: Network, wishes: Wishes) -> Answer:
    return timeline(graph, place=wishes.place, document=wishes.document)


QUESTION = Question(
    name="timeline",
    title="Tasks active in each year",
    title_vi="Nhiệm vụ của từng năm",
    answers="How many tasks run in each year, by kind of timeframe; without a year: those that name none, or no time.",
    answers_vi="Mỗi năm có bao nhiêu nhiệm vụ, theo loại thời hạn; dòng không có năm: nhiệm vụ không nêu năm hoặc thời gian.",
    run=_run,
    notes=(
        "A task of several years counts in each of them: the rows of the years do not add up to the tasks.",
        "A deadline without a beginning counts in its own year only.",
        "What goes on with an open end counts up to the last year that any of these tasks names.",
    ),
    takes=("place", "document", "as_of"),
)


def timeline(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """Count the tasks of each year by kind of timeframe; ``of`` are all tasks asked about."""
    asked = tasks(graph, place, document)
    latest = _latest(graph, asked)
    counts = Counter(
        (year, said(graph, task, "time_kind") or NO_TIME)
        for task in asked
        for year in _years(graph, task, latest)
    )
    rows: list[Row] = [(year, kind, number, len(asked)) for (year, kind), number in counts.items()]
    columns = ("year", "timeframe", "tasks", "of")
    return Answer(
        "timeline", columns, tuple(sorted(rows, key=in_order)), _notes(counts, len(asked))
    )


def _years(graph: Network, task: str, latest: int) -> Iterable[int | None]:
    """Give the years in which a task runs; one None where it names no year."""
    start, end = _bounds(graph, task)
    if start is None or end is None:
        return [None]
    if said(graph, task, "time_open") == "True":
        end = max(latest, end)
    return range(min(start, end), max(start, end) + 1)


def _bounds(graph: Network, task: str) -> tuple[int | None, int | None]:
    """Give the first and the last year that a task names; one alone is both."""
    start, end = (year_of(said(graph, task, each)) for each in ("time_start", "time_end"))
    return (start if start is not None else end), (end if end is not None else start)


def _latest(graph: Network, asked: list[str]) -> int:
    named = (year for task in asked for year in _bounds(graph, task) if year is not None)
    return max(named, default=0)


def _notes(counts: Counter[tuple[int | None, str]], whole: int) -> tuple[str, ...]:
    timeless = counts[None, NO_TIME]
    yearless = sum(number for (year, _), number in counts.items() if year is None) - timeless
    words = f"{timeless} name no time and {yearless} a time without a year, such as 'hàng năm'"
    return (f"Of {whole} tasks {words}; {whole - timeless - yearless} name a year.",)
