"""Which agencies lead the most tasks: in all, printed as chủ trì, alone, and by kind of agency."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, most_first, ranked
from kg.analyse.missing import province_of
from kg.analyse.walk import ends, name, said, tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network

COLUMNS = ("rank", "agency", "kind", "tasks", "documents")
_PRINTED = "chủ trì"
CENTRAL = "(central, or not told)"


def leads(graph: Network, *, place: str | None = None) -> Answer:
    """Count the tasks that each body leads or is assigned; joint leads count for each body."""
    return by_agency(graph, "leads", _led(graph, place))


def printed(graph: Network, *, place: str | None = None) -> Answer:
    """Count the tasks that name the body in the words chủ trì (chủ trì tham mưu)."""
    pairs = (
        (agent, task)
        for agent, task in _led(graph, place)
        if (said(graph, task, "lead_role") or "").lower().startswith(_PRINTED)
    )
    return by_agency(graph, "leads-printed", pairs)


def sole(graph: Network, *, place: str | None = None) -> Answer:
    """Count the tasks that name this body and no other as lead."""
    pairs = (pair for pair in _led(graph, place) if len(ends(graph, pair[1], "lead")) == 1)
    return by_agency(graph, "leads-sole", pairs)


def by_kind(graph: Network, *, place: str | None = None) -> Answer:
    """Count the tasks of all bodies of one name, such as Sở Tài chính, across the provinces."""
    agents: dict[str, set[str]] = defaultdict(set)
    led: dict[str, set[str]] = defaultdict(set)
    for agent, task in _led(graph, place):
        generic = said(graph, agent, "name")
        if generic is not None:
            agents[generic].add(agent)
            led[generic].add(task)
    rows = most_first(
        (
            (generic, _kind(graph, agents[generic]), len(of), _places(graph, of), _plans(graph, of))
            for generic, of in led.items()
        ),
        count=2,
    )
    columns = ("rank", "agency", "kind", "tasks", "places", "documents")
    return Answer("leads-by-kind", columns, tuple(ranked(rows, count=2)))


def by_province(graph: Network, *, place: str | None = None) -> Answer:
    """Count the tasks and documents of each lead under its province; central bodies stand last."""
    led: dict[str, set[str]] = defaultdict(set)
    for agent, task in _led(graph, place):
        led[agent].add(task)
    rows: list[tuple[str, str, None, None, int, int]] = []
    for agent, of in led.items():
        own = said(graph, agent, "place")
        province = province_of(own) if own else CENTRAL
        rows.append((province, name(graph, agent), None, None, len(of), _plans(graph, of)))
    rows.sort(key=lambda row: (row[0] == CENTRAL, row[0], -row[4], row[1], row[5]))
    columns = ("province", "agency", "named_in_documents", "then", "tasks", "documents")
    return Answer("leads-by-province", columns, tuple(rows))


def by_agency(graph: Network, question: str, pairs: Iterator[tuple[str, str]]) -> Answer:
    """Count the tasks and documents of each agent from pairs of agent and task."""
    found: dict[str, set[str]] = defaultdict(set)
    for agent, task in pairs:
        found[agent].add(task)
    rows: list[Row] = [
        (name(graph, agent), said(graph, agent, "agent_kind"), len(of), _plans(graph, of))
        for agent, of in found.items()
    ]
    return Answer(question, COLUMNS, tuple(ranked(most_first(rows, count=2), count=2)))


def _led(graph: Network, place: str | None) -> Iterator[tuple[str, str]]:
    """Give each lead with its task."""
    for task in tasks(graph, place):
        for agent in ends(graph, task, "lead"):
            yield agent, task


def _kind(graph: Network, agents: set[str]) -> str | None:
    return min((kind for each in agents if (kind := said(graph, each, "agent_kind"))), default=None)


def _places(graph: Network, of: set[str]) -> int:
    return len({said(graph, task, "place") for task in of} - {None})


def _plans(graph: Network, of: set[str]) -> int:
    return len({said(graph, task, "document") for task in of})
