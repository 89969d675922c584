"""The bodies as a network of their own: a tie where two share a task, with its days and words.

The same ties as :func:`kg.analyse.agencies.agencies`, with all that a picture or another program
wants to know of them as plain values; what is not known is absent, never None.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx

from kg.analyse.missing import province_of
from kg.analyse.teams import collectives, teams, ties, without
from kg.analyse.walk import name, said

if TYPE_CHECKING:
    from kg.analyse.walk import Network

    Shared: TypeAlias = tuple[str, str, str]
    Passages: TypeAlias = tuple[str, dict[str, Any], dict[str, Any]]

_WORDS = ("words", "start", "end")


def projection(graph: Network, *, with_collectives: bool = False) -> nx.Graph[str]:
    """Give the bodies that share a task with another, an undirected network without parallel ties.

    ``weight`` counts the tasks that two bodies share: one leads and the other coordinates, or both
    lead. Coordinators of one task are not tied. *with_collectives* keeps “các sở, ban, ngành”.
    """
    found = teams(graph)
    many = frozenset() if with_collectives else collectives(graph)
    shared: dict[tuple[str, str], list[Shared]] = defaultdict(list)
    for team in found:
        for one, other, who in ties(without(team, many)):
            shared[one, other].append((team.task, team.document, who))
    led = Counter(lead for team in found for lead in team.leads)
    helped = Counter(other for team in found for other in team.others)
    tied: nx.Graph[str] = nx.Graph()
    for body in sorted({body for pair in shared for body in pair}):
        tied.add_node(body, **graph.nodes[body], led=led[body], coordinated=helped[body])
    for (one, other), tasks in sorted(shared.items()):
        told = _counted(graph, (one, other), tasks) | _example(graph, (one, other), tasks)
        tied.add_edge(one, other, **told)
    return tied


def _counted(graph: Network, pair: tuple[str, str], tasks: list[Shared]) -> dict[str, Any]:
    """Count what a tie rests on; days are those that the documents print, where they print one."""
    who = Counter(lead for _, _, lead in tasks)
    documents = {document for _, document, _ in tasks}
    days = sorted(day for each in documents if (day := said(graph, each, "date")))
    places = {province_of(place) for task, _, _ in tasks if (place := said(graph, task, "place"))}
    return {
        "relation": "coordination",
        "weight": len(tasks),
        "first": name(graph, pair[0]),
        "second": name(graph, pair[1]),
        "first_leads": who[pair[0]],
        "second_leads": who[pair[1]],
        "both_lead": who[""],
        "documents": len(documents),
        "undated": len(documents) - len(days),
        **({"first_day": days[0], "last_day": days[-1]} if days else {}),
        "provinces": "; ".join(sorted(places)),
    }


def _example(graph: Network, pair: tuple[str, str], tasks: list[Shared]) -> dict[str, Any]:
    """Give one task with the words for both: printed before inferred, then in the order of texts.

    ``lead_words`` name the one that leads, ``words`` the other; where both lead, the earlier and
    the later of the two.
    """
    task, lead, other = min((_passages(graph, pair, each) for each in tasks), key=_order)
    return {
        "task": task,
        "inferred": any(edge.get("inferred", False) for edge in (lead, other)),
        **{key: other[key] for key in (*_WORDS, "source", "file") if key in other},
        **{f"lead_{key}": lead[key] for key in _WORDS if key in lead},
    }


def _passages(graph: Network, pair: tuple[str, str], shared: Shared) -> Passages:
    """Give the task with the edges to the one that leads and to the other."""
    task, _, who = shared
    if who:
        other = pair[0] if who == pair[1] else pair[1]
        return task, graph.edges[task, who, "lead"], graph.edges[task, other, "coordinate"]
    both = (graph.edges[task, each, "lead"] for each in pair)
    first, second = sorted(both, key=lambda edge: int(edge.get("start", 0)))
    return task, first, second


def _order(found: Passages) -> tuple[int, str, int, str]:
    task, lead, other = found
    unsaid = sum("words" not in edge or edge.get("inferred", False) for edge in (lead, other))
    return unsaid, str(other.get("source", "")), int(other.get("start", 0)), task
