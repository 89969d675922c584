"""The branches of a cascade: a thing, the words that tie it to the one above, what is under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.analyse.unclear import COLLECTIVE, problems
from kg.analyse.walk import ends, name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.analyse.walk import Network

ONE_COLLECTIVE = "a collective: no one body is named"


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one edge: its first passage, and how many passages say it."""

    relation: str
    words: str | None
    file: str | None
    start: int | None
    end: int | None
    inferred: bool
    count: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A document, an agent or a task with its ties to the branches above it.

    Under a document stand the documents that answer it, then the agents that lead its tasks,
    most tasks first, then the tasks without lead; under an agent its tasks, under a task those
    who coordinate. A task that two agents lead stands under both. ``said`` ties a document to
    the one above, a task to its document (``has_task``) and to the agent above (``lead``), a
    coordinator to its task; an agent that leads is tied by its tasks.
    """

    iri: str
    kind: str
    label: str
    said: tuple[Said, ...] = ()
    children: tuple[Branch, ...] = ()
    notes: tuple[str, ...] = ()


def sayings(graph: Network, start: str, end: str, *relations: str) -> tuple[Said, ...]:
    """Give the edges from *start* to *end*, in the order of *relations*."""
    found = {
        edge["relation"]: edge
        for _, other, edge in graph.out_edges(start, data=True)
        if other == end and edge["relation"] in relations
    }
    return tuple(_saying(found[relation]) for relation in relations if relation in found)


def _saying(edge: Mapping[str, Any]) -> Said:
    return Said(
        relation=edge["relation"],
        words=edge.get("words"),
        file=edge.get("file"),
        start=edge.get("start"),
        end=edge.get("end"),
        inferred=bool(edge.get("inferred")),
        count=int(edge.get("count", 1)),
    )


def task_branches(graph: Network, document: str) -> Iterator[Branch]:
    """Give the agents that lead tasks of a document, then its tasks without lead."""
    tasks = _in_text_order(graph, document)
    led: dict[str, list[str]] = {}
    for task in tasks:
        for agent in ends(graph, task, "lead"):
            led.setdefault(agent, []).append(task)
    for agent in sorted(led, key=lambda each: (-len(led[each]), name(graph, each), each)):
        below = tuple(_task(graph, document, task, agent) for task in led[agent])
        notes = (ONE_COLLECTIVE,) if graph.nodes[agent].get("collective") else ()
        yield Branch(agent, "agent", name(graph, agent), (), below, notes)
    for task in tasks:
        if not ends(graph, task, "lead"):
            yield _task(graph, document, task)


def _in_text_order(graph: Network, document: str) -> list[str]:
    """Give the tasks of a document as its text gives them."""
    edges = graph.out_edges(document, data=True)
    found = {
        (edge.get("start", 0), end) for _, end, edge in edges if edge["relation"] == "has_task"
    }
    return [task for _, task in sorted(found)]


def _task(graph: Network, document: str, task: str, lead: str | None = None) -> Branch:
    said = sayings(graph, document, task, "has_task")
    if lead:
        said += sayings(graph, task, lead, "lead")
    others = ends(graph, task, "coordinate")
    below = tuple(
        Branch(each, "agent", name(graph, each), sayings(graph, task, each, "coordinate"))
        for each in sorted(others, key=lambda each: (name(graph, each), each))
    )
    # The branch above already says that its agent is a collective.
    notes = tuple(each for each in problems(graph, task) if each != COLLECTIVE)
    return Branch(task, "task", name(graph, task), said, below, notes)
