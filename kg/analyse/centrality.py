"""Which bodies stand in the middle of the work: four measures, each with how to read it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.agencies import NOTE, agencies, left_to_collectives, made_of
from kg.analyse.answer import Answer, most_first, ranked
from kg.analyse.fraction import measure
from kg.analyse.question import Question, Wishes
from kg.analyse.teams import teams
from kg.analyse.walk import name, said

if TYPE_CHECKING:
    from kg.analyse.agencies import Bodies
    from kg.analyse.answer import Row
    from kg.analyse.walk import Network

_DAMPING = 0.85
_CLOSE = 1e-10
_ROUNDS = 1000


def _run(graph: Network, wishes: Wishes) -> Answer:
    return centrality(graph, place=wishes.place, document=wishes.document)


QUESTION = Question(
    name="centrality",
    title="Which bodies stand in the middle of the work",
    title_vi="Cơ quan nào ở vị trí trung tâm của mạng lưới phối hợp",
    answers="Partners, weighted ties, betweenness and PageRank of each body that works with another.",
    answers_vi="Số đối tác, số lần phối hợp, độ trung gian và PageRank của mỗi cơ quan có phối hợp với cơ quan khác.",
    run=_run,
    notes=(
        NOTE,
        "partners: with how many bodies it shares a task; ties: how many tasks, one for each partner on them. The rank goes by ties; equal numbers share a rank.",
        "betweenness: the share of all pairs of other bodies whose shortest ways lead through it; 0 where nobody needs it as a go-between. Weights are not distances and are not used.",
        "pagerank: how often a walk that follows ties by their weight, and starts anew once in about seven steps, is found there; all bodies together have 1.",
        "left_to_collectives: of the tasks it leads and that name coordinators, the share that names collectives only (“các sở, ngành”); such tasks give no tie.",
        "To be named often is not to be powerful or busy; a plan that lists more bodies gives more ties. Compare within a province or a document.",
    ),
    takes=("place", "document", "as_of"),
)


def centrality(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """Measure each body of the network of bodies, most ties first."""
    found = teams(graph, place=place, document=document)
    bodies = agencies(graph, found)
    between, pages = nx.betweenness_centrality(bodies), pagerank(bodies)
    left = left_to_collectives(graph, found)
    rows: list[Row] = [
        (
            name(graph, body),
            said(graph, body, "agent_kind"),
            len(bodies[body]),
            int(bodies.degree(body, weight="weight")),
            measure(between[body]),
            measure(pages[body]),
            left.get(body),
        )
        for body in bodies
    ]
    columns = ("rank", "agency", "kind", "partners", "ties", "betweenness", "pagerank",
               "left_to_collectives")  # fmt: skip
    note = made_of(graph, found, bodies)
    return Answer("centrality", columns, tuple(ranked(most_first(rows, 3), 3)), (note,))


def pagerank(bodies: Bodies) -> dict[str, float]:
    """Give the PageRank of each body: damping 0.85, by weight; every body has a tie.

    networkx has it too, and needs scipy for it.
    """
    weight = {body: bodies.degree(body, weight="weight") for body in bodies}
    ranks = dict.fromkeys(bodies, 1 / len(bodies)) if bodies else {}
    for _ in range(_ROUNDS):
        fresh = {
            body: (1 - _DAMPING) / len(bodies)
            + _DAMPING
            * math.fsum(
                ranks[other] * tie["weight"] / weight[other] for other, tie in bodies[body].items()
            )
            for body in bodies
        }
        moved = math.fsum(abs(fresh[body] - ranks[body]) for body in bodies)
        ranks = fresh
        if moved < _CLOSE:
            break
    return ranks
