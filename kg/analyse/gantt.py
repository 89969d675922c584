"""The tasks as bars of a Gantt chart: first day, last day, task, lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.moments import first_day, last_day, year_of
from kg.analyse.question import Question, Wishes
from kg.analyse.walk import ends, name, said, tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network


def _run(graph: Network, wishes: Wishes) -> Answer:
    return gantt(graph, place=wishes.place, document=wishes.document)


QUESTION = Question(
    name="gantt",
    title="Tasks from first to last day, for a chart",
    title_vi="Nhiệm vụ từ ngày đầu đến ngày cuối, để vẽ biểu đồ",
    answers="One bar for each task and lead that names a year; empty ends are not printed in the document.",
    answers_vi="Mỗi nhiệm vụ có nêu năm và mỗi cơ quan chủ trì là một dòng; ô trống là văn bản không nêu.",
    run=_run,
    notes=("A year alone is its first day or its last day; 'goes_on' tells that the end is open.",),
    takes=("place", "document", "as_of"),
)


def gantt(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """List the tasks that name a year with first and last day; one row for each lead."""
    asked = tasks(graph, place, document)
    dated = [task for task in asked if any(_bars(graph, task))]
    rows = {row for task in dated for row in _rows(graph, task)}
    columns = ("start", "end", "goes_on", "task", "lead", "document", "timeframe", "words")
    note = f"{len(dated)} of {len(asked)} tasks name a year and are shown."
    return Answer("gantt", columns, tuple(sorted(rows, key=in_order)), (note,))


def _bars(graph: Network, task: str) -> tuple[str | None, str | None]:
    start, end = said(graph, task, "time_start"), said(graph, task, "time_end")
    return (
        first_day(start) if start and year_of(start) is not None else None,
        last_day(end) if end and year_of(end) is not None else None,
    )


def _rows(graph: Network, task: str) -> Iterator[Row]:
    facts = graph.nodes[task]
    open_ended = "yes" if said(graph, task, "time_open") == "True" else "no"
    leads: list[str | None] = [name(graph, each) for each in ends(graph, task, "lead")]
    for lead in leads or [None]:
        yield (
            *_bars(graph, task),
            open_ended,
            said(graph, task, "task_id"),
            lead,
            name(graph, str(facts["document"])),
            said(graph, task, "time_kind"),
            said(graph, task, "text"),
        )
