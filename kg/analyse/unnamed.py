"""How much each document leaves to collectives: tasks whose lead or partners are nobody in particular."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.fraction import share
from kg.analyse.question import Question, Wishes
from kg.analyse.teams import collectives, named, teams
from kg.analyse.walk import name

if TYPE_CHECKING:
    from kg.analyse.answer import Row
    from kg.analyse.teams import Team
    from kg.analyse.walk import Network


def _run(graph: Network, wishes: Wishes) -> Answer:
    return left(graph, place=wishes.place, document=wishes.document)


QUESTION = Question(
    name="left-to-collectives",
    title="How much is left to collectives",
    title_vi="Bao nhiêu nhiệm vụ chỉ giao cho “các sở, ban, ngành”",
    answers="For each document the tasks whose lead, or whose coordinators, are collectives only.",
    answers_vi="Theo từng văn bản: số nhiệm vụ mà cơ quan chủ trì, hoặc cơ quan phối hợp, chỉ là tập thể chung chung.",
    run=_run,
    notes=(
        "A collective names no one body: “các sở, ban, ngành”, “các địa phương”. Work of all districts may be meant so.",
        "lead_share is of the tasks that name a lead, partner_share of those that name coordinators.",
    ),
    takes=("place", "document", "as_of"),
)


def left(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """Count for each document with tasks what it leaves to collectives only."""
    found: dict[str, list[Team]] = defaultdict(list)
    for team in teams(graph, place=place, document=document):
        found[team.document].append(team)
    many = collectives(graph)
    rows: list[Row] = [
        (
            name(graph, iri),
            len(of),
            *_only([team.leads for team in of], many),
            *_only([team.others for team in of], many),
        )
        for iri, of in found.items()
    ]
    columns = ("document", "tasks", "with_lead", "collective_lead", "lead_share", "with_partners",
               "collective_partners", "partner_share")  # fmt: skip
    note = f"{sum(map(len, found.values()))} tasks of {len(found)} documents."
    return Answer("left-to-collectives", columns, tuple(sorted(rows, key=in_order)), (note,))


def _only(agents: list[list[str]], many: frozenset[str]) -> tuple[int, int, float | None]:
    """Give how many tasks name somebody in a role, how many only collectives, and the share."""
    told = [each for each in agents if each]
    only = sum(not named(each, many) for each in told)
    return len(told), only, share(only, len(told))
