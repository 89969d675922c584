"""Who coordinates how many tasks, and who works with whom."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, most_first, ranked
from kg.analyse.directives import above
from kg.analyse.leads import by_agency
from kg.analyse.walk import ends, name, tasks

if TYPE_CHECKING:
    from kg.analyse.walk import Network


def coordinators(graph: Network, *, place: str | None = None) -> Answer:
    """Count the tasks on which each body is named as coordinator; a collective is one body."""
    pairs = (
        (agent, task) for task in tasks(graph, place) for agent in ends(graph, task, "coordinate")
    )
    return by_agency(graph, "coordinators", pairs)


def pairs(graph: Network, *, place: str | None = None) -> Answer:
    """Count the tasks that join a lead and a coordinator, and the directives behind those tasks."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for task in tasks(graph, place):
        for lead in ends(graph, task, "lead"):
            for other in ends(graph, task, "coordinate"):
                if lead != other:
                    found[lead, other].append(task)
    rows = most_first(
        (
            (name(graph, lead), name(graph, other), len(of), _directives(graph, of))
            for (lead, other), of in found.items()
        ),
        count=2,
    )
    columns = ("rank", "lead", "coordinator", "tasks", "directives")
    return Answer("pairs", columns, tuple(ranked(rows, count=2)))


def _directives(graph: Network, of: list[str]) -> int:
    documents = {str(graph.nodes[task]["document"]) for task in of}
    return len({each for document in documents for each in above(graph, document)})
