"""Tasks that leave a question open: no lead, a collective lead only, several leads, no time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.walk import ends, name, said, tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network

NO_LEAD = "no lead"
COLLECTIVE = "collective lead only"
SEVERAL = "several leads"
NO_TIME = "no time"


def unclear(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """List the tasks that name no one body or no time; one row for each problem.

    Several leads may be meant so; the row says that the text names no one body that answers.
    """
    rows: list[Row] = [
        (
            name(graph, str(graph.nodes[task]["document"])),
            said(graph, task, "task_id"),
            problem,
            said(graph, task, "task_kind"),
            said(graph, task, "text"),
        )
        for task in tasks(graph, place, document)
        for problem in problems(graph, task)
    ]
    columns = ("document", "task", "problem", "kind", "words")
    return Answer("unclear", columns, tuple(sorted(rows, key=in_order)))


def problems(graph: Network, task: str) -> Iterator[str]:
    """Say what a task leaves open; its own words may still tell."""
    leads = ends(graph, task, "lead")
    if not leads:
        yield NO_LEAD
    elif all(graph.nodes[each].get("collective") for each in leads):
        yield COLLECTIVE
    if len(leads) > 1:
        yield SEVERAL
    if said(graph, task, "time_kind") is None:
        yield NO_TIME
