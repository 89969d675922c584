"""Who does a task: its leads and those who coordinate, for all tasks at once."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from kg.analyse.walk import joined, tasks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.analyse.walk import Network


class Team(NamedTuple):
    """The bodies of one task, each list sorted; empty where the text names none."""

    task: str
    document: str
    leads: list[str]
    others: list[str]


def teams(graph: Network, *, place: str | None = None, document: str | None = None) -> list[Team]:
    """Give the bodies of each task in scope; see :func:`kg.analyse.walk.tasks`."""
    leads, others = joined(graph, "lead"), joined(graph, "coordinate")
    return [
        Team(task, str(graph.nodes[task]["document"]), leads.get(task, []), others.get(task, []))
        for task in tasks(graph, place, document)
    ]


def collectives(graph: Network) -> frozenset[str]:
    """Give the agents that are no one body, such as “các sở, ban, ngành”."""
    return frozenset(iri for iri, facts in graph.nodes(data=True) if facts.get("collective"))


def named(agents: Iterable[str], many: Collection[str]) -> list[str]:
    """Give those that are one body each; *many* are the collectives.

    >>> named(["a:health", "a:all"], {"a:all"})
    ['a:health']
    """
    return [each for each in agents if each not in many]


def without(team: Team, many: Collection[str]) -> Team:
    """Give a team without its collectives."""
    return team._replace(leads=named(team.leads, many), others=named(team.others, many))


def ties(team: Team) -> Iterator[tuple[str, str, str]]:
    """Give each tie that a task makes once: the lesser IRI, the other, who leads ("" where both).

    >>> list(ties(Team("t:1", "d:1", ["a:home", "a:tax"], ["a:bank"])))[:2]
    [('a:home', 'a:tax', ''), ('a:bank', 'a:home', 'a:home')]
    """
    for one, other in combinations(team.leads, 2):
        yield one, other, ""
    for lead in team.leads:
        for other in team.others:
            if other not in team.leads:
                yield min(lead, other), max(lead, other), lead


def told(found: Collection[Team]) -> str:
    """Say what was counted: the denominators of all shares."""
    led = sum(bool(team.leads) for team in found)
    helped = sum(bool(team.others) for team in found)
    return (
        f"Of {len(found)} tasks {led} name a lead and {helped} a coordinator; "
        f"shares are of all {len(found)}."
    )
