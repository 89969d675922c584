"""The network of bodies: who works with whom on how many tasks.

A task with leads L and coordinators C gives 1 to each pair L-C, and 1 to each pair of joint leads.
Coordinators of one task are not tied to each other: the text does not say that they meet.
A collective is no one body: it is left out, and what is left to collectives is said beside.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from kg.analyse.fraction import share
from kg.analyse.teams import collectives, named, ties, without

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kg.analyse.teams import Team
    from kg.analyse.walk import Network

    Bodies: TypeAlias = "nx.Graph[str]"

NOTE = (
    "Two bodies are tied by each task on which one leads and the other coordinates, or both lead; "
    "coordinators of one task are not tied to each other; collectives are left out."
)


def agencies(graph: Network, found: Iterable[Team]) -> Bodies:
    """Give the bodies that work with another, each tie with its number of tasks as ``weight``.

    Nodes and edges come sorted, so every measure is the same on every run.
    """
    many = collectives(graph)
    counts = Counter(tie[:2] for team in found for tie in ties(without(team, many)))
    bodies: Bodies = nx.Graph()
    bodies.add_nodes_from(sorted({body for pair in counts for body in pair}))
    for (one, other), weight in sorted(counts.items()):
        bodies.add_edge(one, other, weight=weight)
    return bodies


def left_to_collectives(graph: Network, found: Iterable[Team]) -> dict[str, float | None]:
    """Give for each lead the share of its tasks with coordinators that name collectives only."""
    many = collectives(graph)
    whole, only = Counter[str](), Counter[str]()
    for team in found:
        if team.others:
            whole.update(team.leads)
            only.update(team.leads if not named(team.others, many) else ())
    return {lead: share(only[lead], number) for lead, number in whole.items()}


def made_of(graph: Network, found: Collection[Team], bodies: Bodies) -> str:
    """Say what the network was made of: its denominators."""
    many = collectives(graph)
    joint = [team for team in found if team.leads and team.others]
    left = sum(not named(team.others, many) for team in joint)
    parts = nx.number_connected_components(bodies)
    return (
        f"{len(found)} tasks, {len(joint)} with lead and coordinator, {left} of these name "
        f"collectives only as coordinators; {len(bodies)} bodies, {bodies.number_of_edges()} ties, "
        f"in {parts} parts without a tie between them."
    )
