"""Which bodies join groups that hardly work with each other: participation and constraint."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from kg.analyse.agencies import NOTE, agencies, made_of
from kg.analyse.answer import Answer, most_first, ranked
from kg.analyse.communities import groups
from kg.analyse.fraction import measure
from kg.analyse.question import Question, Wishes
from kg.analyse.teams import teams
from kg.analyse.walk import name, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.analyse.agencies import Bodies
    from kg.analyse.answer import Row
    from kg.analyse.walk import Network


def _run(graph: Network, wishes: Wishes) -> Answer:
    return brokers(graph, place=wishes.place, document=wishes.document)


QUESTION = Question(
    name="brokers",
    title="Which bodies join groups that else work apart",
    title_vi="Cơ quan kết nối các nhóm vốn ít làm việc với nhau",
    answers="How a body's ties spread over the groups of kg ask communities, and how closed its surroundings are.",
    answers_vi="Phối hợp của một cơ quan trải trên các nhóm ra sao, và các đối tác của nó có gắn kết với nhau không.",
    run=_run,
    notes=(
        NOTE,
        "participation (Guimerà, Amaral 2005): 0 where all ties lie in one group, towards 1 where they spread evenly over many. The rank goes by it; equal numbers share a rank.",
        "constraint (Burt 1992): high where the partners of a body work with each other too, low where it alone joins them; 1 with a single partner, 1.125 in a closed triangle of equal ties.",
        "reaches: in how many groups it has a tie. The groups are those of kg ask communities, with its caveats: another division gives other brokers.",
        "Few ties make both measures jump: read ties first.",
    ),
    takes=("place", "document", "as_of"),
)


def brokers(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """Measure each body of the network of bodies, the widest spread first."""
    found = teams(graph, place=place, document=document)
    bodies = agencies(graph, found)
    closed, spread = constraint(bodies), participation(bodies, groups(bodies))
    rows: list[Row] = [
        (
            name(graph, body),
            said(graph, body, "agent_kind"),
            spread[body][0],
            measure(spread[body][1]),
            measure(closed[body]),
            int(bodies.degree(body, weight="weight")),
        )
        for body in bodies
    ]
    columns = ("rank", "agency", "kind", "reaches", "participation", "constraint", "ties")
    note = made_of(graph, found, bodies)
    return Answer("brokers", columns, tuple(ranked(most_first(rows, 3), 3)), (note,))


def participation(bodies: Bodies, parts: Iterable[set[str]]) -> dict[str, tuple[int, float]]:
    """Give how many groups each body reaches, and 1 less the squared shares of its ties in them."""
    part_of = {body: number for number, part in enumerate(parts) for body in part}
    found: dict[str, tuple[int, float]] = {}
    for body in bodies:
        ties = Counter[int]()
        for other, tie in bodies[body].items():
            ties[part_of[other]] += tie["weight"]
        squares = sum(each * each for each in ties.values())
        found[body] = len(ties), 1 - squares / ties.total() ** 2
    return found


def constraint(bodies: Bodies) -> dict[str, float]:
    """Give Burt's constraint of each body; networkx counts the same, slower by the degree."""
    parts = {
        body: {other: tie["weight"] / bodies.degree(body, weight="weight")
               for other, tie in bodies[body].items()}
        for body in bodies
    }  # fmt: skip
    return {
        body: math.fsum(
            (own + math.fsum(parts[body][via] * parts[via].get(other, 0) for via in parts[body]))
            ** 2
            for other, own in parts[body].items()
        )
        for body in bodies
    }
