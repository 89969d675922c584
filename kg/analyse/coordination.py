"""Who coordinates how many tasks, and who works with whom."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, most_first, ranked
from kg.analyse.directives import above
from kg.analyse.leads import by_agency
from kg.analyse.teams import teams
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
    for team in teams(graph, place=place):
        for lead, other in product(team.leads, team.others):
            if lead != other:
                found[lead, other].append(team.document)
    documents = {each for of in found.values() for each in of}
    up = {each: above(graph, each) for each in documents}
    rows = most_first(
        (
            (
                name(graph, lead),
                name(graph, other),
                len(of),
                len(set().union(*(up[each] for each in of))),
            )
            for (lead, other), of in found.items()
        ),
        count=2,
    )
    columns = ("rank", "lead", "coordinator", "tasks", "directives")
    return Answer("pairs", columns, tuple(ranked(rows, count=2)))
