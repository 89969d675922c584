"""The rows of task tables → tasks; cells are quoted whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import AgentMention, Quote, Span, Task
from kg.relate.fields import agents_in
from kg.relate.making import Assigned, Passage, TaskMaker
from kg.relate.persons import persons_in
from kg.shape import Outline, TableRow

_WITH = re.compile(
    r"[\s;,./(]*(?:(?:cơ quan|đơn vị|các cơ quan|các đơn vị) )?phối hợp\b[\s:]*(?:với\s+)?"
)
_LED = re.compile(r"(?<=\w)\s+chủ trì\s*[;,.]\s*(?!phối hợp)")
_LEAD = re.compile(r"\s*(?:(?:cơ quan|đơn vị) )?chủ trì\s*:\s*")


def row_tasks(maker: TaskMaker, outline: Outline) -> Iterator[Task]:
    """Give the task of each row that has one."""
    titles = dict(reversed(outline.tables))
    for row in outline.rows:
        span = row.cell("task")
        if span and span.of(maker.text):
            title = titles.get(row.table, span).of(maker.text)
            passage = Passage(row.id, span, row.table, title)
            yield maker.make(passage, "explicit", _given(maker, row), "task.table-row")


def _given(maker: TaskMaker, row: TableRow) -> Assigned:
    """Read who and when from the cells of a row."""
    lead_span, with_span, both, time = map(row.cell, ("lead", "coordinate", "both", "time"))
    where = "cell-above" if row.carried else "table-cell"
    if both and not lead_span:
        lead_span, more = _parted(maker, both)
        with_span = with_span or more
        where = "shared-cell"
    lead = agents_in(maker.lists, lead_span) if lead_span else ()
    if lead_span and not lead and (lead := persons_in(maker.text, lead_span)):
        where = "person"
    others = agents_in(maker.lists, with_span) if with_span else ()
    return Assigned(
        lead=lead,
        lead_quote=_whole(maker.text, lead_span, lead),
        lead_role=row.lead_role if lead else None,
        coordinate=others,
        coordinate_quote=_whole(maker.text, with_span, others),
        timeframe=maker.printed(time, "time.table-cell") if time else None,
        lead_rule=f"lead.{where}" if lead else "",
        coordinate_rule=f"coordinate.{_cell(where)}" if others else "",
    )


def _cell(where: str) -> str:
    return "table-cell" if where == "person" else where


def _parted(maker: TaskMaker, cell: Span) -> tuple[Span, Span | None]:
    """Part a cell of "chủ trì, phối hợp": at the word "phối hợp", else behind the first agent."""
    head = _LEAD.match(maker.view, cell.start, cell.end)
    start = head.end() if head else cell.start
    led = _LED.search(maker.view, start, cell.end)
    if led:  # "Sở Y tế chủ trì; Sở Nội vụ phối hợp"
        return Span(start, led.start()), Span(led.end(), cell.end)
    mark = _WITH.search(maker.view, start, cell.end)
    if mark:
        return Span(start, mark.start()), Span(mark.end(), cell.end)
    agents = agents_in(maker.lists, Span(start, cell.end))
    if len(agents) < 2:  # noqa: PLR2004  (one who leads, one who coordinates)
        return Span(start, cell.end), None
    return agents[0].quote.span, Span(agents[1].quote.span.start, cell.end)


def _whole(text: str, cell: Span | None, agents: tuple[AgentMention, ...]) -> Quote | None:
    return Quote(cell, cell.of(text)) if cell and agents else None
