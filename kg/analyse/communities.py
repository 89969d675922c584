"""Which bodies work more with each other than with the rest: communities by modularity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.agencies import NOTE, agencies, made_of
from kg.analyse.answer import Answer
from kg.analyse.fraction import measure, share
from kg.analyse.question import Question, Wishes
from kg.analyse.teams import teams
from kg.analyse.walk import name, said

if TYPE_CHECKING:
    from kg.analyse.agencies import Bodies
    from kg.analyse.answer import Row
    from kg.analyse.walk import Network


def _run(graph: Network, wishes: Wishes) -> Answer:
    return communities(graph, place=wishes.place, document=wishes.document)


QUESTION = Question(
    name="communities",
    title="Which bodies work together as a group",
    title_vi="Các nhóm cơ quan thường làm việc với nhau",
    answers="Groups of bodies with more ties inside than by chance, and the modularity of the division.",
    answers_vi="Các nhóm cơ quan có nhiều phối hợp bên trong hơn mức ngẫu nhiên, kèm độ mô-đun của cách chia.",
    run=_run,
    notes=(
        NOTE,
        "Made by greedy modularity (Clauset, Newman, Moore 2004), which draws no lots: the same ties give the same groups. Other divisions may fit almost as well.",
        "Modularity: the share of ties inside groups less what chance would give; 0 is no better than chance, above 0.3 is usually read as a real division.",
        "Provinces seldom share a task, so groups of a whole corpus are mostly its provinces; ask with --place for the groups inside one. In a network of less than about twenty bodies a group may rest on one task.",
        "inside: of the ties of a body, the share with bodies of its own group.",
    ),
    takes=("place", "document", "as_of"),
)


def communities(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """List the bodies by group, the largest group first, then by their ties."""
    found = teams(graph, place=place, document=document)
    bodies = agencies(graph, found)
    parts = groups(bodies)
    rows: list[tuple[int, int, str, Row]] = []
    for number, part in enumerate(_by_size(graph, parts), start=1):
        for body in part:
            ties = int(bodies.degree(body, weight="weight"))
            within = sum(bodies[body][other]["weight"] for other in bodies[body] if other in part)
            label, kind = name(graph, body), said(graph, body, "agent_kind")
            row = (number, label, kind, len(part), ties, share(int(within), ties))
            rows.append((number, -ties, label, row))
    columns = ("community", "agency", "kind", "size", "ties", "inside")
    notes = (_quality(bodies, parts), made_of(graph, found, bodies))
    ordered = sorted(rows, key=lambda each: each[:3])
    return Answer("communities", columns, tuple(each[3] for each in ordered), notes)


def groups(bodies: Bodies) -> list[set[str]]:
    """Divide the bodies so that ties lie inside groups; no ties, no groups."""
    if not bodies.number_of_edges():
        return []
    parts = nx.community.greedy_modularity_communities(bodies, weight="weight")
    return [set(part) for part in parts]


def _by_size(graph: Network, parts: list[set[str]]) -> list[set[str]]:
    """Sort by size and then by name, so that the number of a group says nothing else."""
    return sorted(parts, key=lambda part: (-len(part), sorted(name(graph, each) for each in part)))


def _quality(bodies: Bodies, parts: list[set[str]]) -> str:
    if not parts:
        return "No two named bodies share a task here, so there are no groups."
    modularity = measure(nx.community.modularity(bodies, parts, weight="weight"))
    return f"{len(parts)} groups; modularity {modularity}."
