"""Who works with whom, on how many tasks, and which of the two leads."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, most_first, ranked
from kg.analyse.question import Question, Wishes
from kg.analyse.teams import teams, ties
from kg.analyse.walk import name

if TYPE_CHECKING:
    from kg.analyse.answer import Row
    from kg.analyse.walk import Network


def _run(graph: Network, wishes: Wishes) -> Answer:
    return partners(graph, place=wishes.place, document=wishes.document)


QUESTION = Question(
    name="partners",
    title="Who works with whom, both ways",
    title_vi="Ai làm việc với ai, xét cả hai chiều",
    answers="For each two bodies the tasks they share: the one leads, the other leads, both lead.",
    answers_vi="Với mỗi cặp cơ quan: số nhiệm vụ chung, bên nào chủ trì, hay cùng chủ trì.",
    run=_run,
    notes=(
        "A pair stands once, first the body that leads more of their tasks; coordinators of one task are no pair. kg ask pairs counts one way only.",
        "Collectives such as “các sở, ban, ngành” are kept here and marked: a tie with them is a tie with nobody in particular.",
    ),
    takes=("place", "document", "as_of"),
)


def partners(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """List the pairs of bodies by the number of tasks that they share."""
    led: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    wanted = teams(graph, place=place, document=document)
    for team in wanted:
        for one, other, who in ties(team):
            led[one, other][who] += 1
    rows = [_row(graph, *pair, counts) for pair, counts in led.items()]
    tied = sum(any(True for _ in ties(team)) for team in wanted)
    columns = ("rank", "agency", "partner", "tasks", "agency_leads", "partner_leads", "both_lead",
               "collective")  # fmt: skip
    note = f"{tied} of {len(wanted)} tasks join two bodies."
    return Answer("partners", columns, tuple(ranked(most_first(rows, 2), 2)), (note,))


def _row(graph: Network, one: str, other: str, counts: Counter[str]) -> Row:
    pair = sorted((one, other), key=lambda each: (-counts[each], name(graph, each), each))
    first, second = pair
    mixed = any(graph.nodes[each].get("collective") for each in pair)
    return (
        name(graph, first),
        name(graph, second),
        counts.total(),
        counts[first],
        counts[second],
        counts[""],
        "yes" if mixed else "no",
    )
