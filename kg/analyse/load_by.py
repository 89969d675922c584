"""The work by groups: kind of body, level, province, and directive behind the tasks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from kg.analyse.answer import Answer, most_first
from kg.analyse.directives import directives
from kg.analyse.fraction import share
from kg.analyse.missing import province_of
from kg.analyse.question import Question, Wishes
from kg.analyse.teams import collectives, named, teams, told
from kg.analyse.walk import below, name, nodes, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.analyse.answer import Row
    from kg.analyse.teams import Team
    from kg.analyse.walk import Network

    Groups: TypeAlias = "Callable[[Team], Iterable[str | None]]"

# What of a task is counted; what of its bodies.
_COLUMNS = ("tasks", "share", "led", "sole", "joint", "collective_only", "coordinated", "bodies",
            "documents")  # fmt: skip
KIND, LEVEL, PROVINCE, DIRECTIVE = "kind", "level", "province", "directive"
_NOTES = (
    "led: tasks that name a lead; sole: one lead only; joint: two or more; collective_only: no one body among them.",
    "bodies: how many named bodies lead here, collectives aside.",
)


def load_by(graph: Network, group: str, *, place: str | None = None) -> Answer:
    """Count tasks and their leads for each *group*: kind, level, province or directive."""
    wanted = teams(graph, place=place)
    groups, many = _GROUPS[group](graph), collectives(graph)
    found: dict[str | None, list[Team]] = defaultdict(list)
    for team in wanted:
        for each in groups(team):
            found[each].append(team)
    rows: list[Row] = [
        (_label(graph, each), len(of), share(len(of), len(wanted)), *_counts(of, many))
        for each, of in found.items()
    ]
    columns = (group, *_COLUMNS)
    return Answer(f"load-by-{group}", columns, most_first(rows, 1), (told(wanted),))


def _counts(of: list[Team], many: frozenset[str]) -> tuple[int, ...]:
    return (
        sum(bool(team.leads) for team in of),
        sum(len(team.leads) == 1 for team in of),
        sum(len(team.leads) > 1 for team in of),
        sum(bool(team.leads) and not named(team.leads, many) for team in of),
        sum(bool(team.others) for team in of),
        len({agent for team in of for agent in named(team.leads, many)}),
        len({team.document for team in of}),
    )


def _label(graph: Network, each: str | None) -> str | None:
    return name(graph, each) if each and each in graph else each


def _collective(graph: Network, agent: str) -> bool:
    return bool(graph.nodes[agent].get("collective"))


def _kinds(graph: Network) -> Groups:
    kinds = {agent: said(graph, agent, "agent_kind") for agent in nodes(graph, "agent")}
    return lambda team: {kinds[agent] for agent in team.leads}


def _levels(graph: Network) -> Groups:
    return lambda team: (said(graph, team.document, "level"),)


def _provinces(graph: Network) -> Groups:
    def of(team: Team) -> Iterable[str | None]:
        place = said(graph, team.task, "place")
        return (province_of(place) if place else None,)

    return of


def _directives(graph: Network) -> Groups:
    """Give the directives that a document answers, directly or through others."""
    behind: dict[str, set[str | None]] = defaultdict(set)
    for directive in directives(graph):
        for document in below(graph, directive):
            behind[document].add(directive)
    return lambda team: behind.get(team.document) or {None}


_GROUPS: dict[str, Callable[[Network], Groups]] = {
    KIND: _kinds,
    LEVEL: _levels,
    PROVINCE: _provinces,
    DIRECTIVE: _directives,
}


def _asked(group: str, titles: tuple[str, str], of: tuple[str, str], note: str) -> Question:
    def run(graph: Network, wishes: Wishes) -> Answer:
        return load_by(graph, group, place=wishes.place)

    return Question(
        name=f"load-by-{group}",
        title=titles[0],
        title_vi=titles[1],
        answers=f"How many tasks there are for each {of[0]}, with their leads: one, several, a collective.",
        answers_vi=f"Số nhiệm vụ theo {of[1]}: một cơ quan chủ trì, nhiều cơ quan, chỉ có tập thể.",
        run=run,
        notes=(note, *_NOTES),
        takes=("place", "as_of"),
    )


BY_KIND = _asked(
    KIND, ("The work by kind of body", "Nhiệm vụ theo loại cơ quan chủ trì"),
    ("kind of lead", "loại cơ quan chủ trì"),
    "A task led by bodies of two kinds counts for both; an empty kind: tasks whose lead has none that is known.",
)  # fmt: skip
BY_LEVEL = _asked(
    LEVEL, ("The work by level", "Nhiệm vụ theo cấp ban hành"),
    ("level of the issuing body", "cấp ban hành văn bản"),
    "The level is that of the paper that gives the task, not of the body that leads it.",
)  # fmt: skip
BY_PROVINCE = _asked(
    PROVINCE, ("The work by province", "Nhiệm vụ theo tỉnh, thành phố"),
    ("province of the paper", "tỉnh, thành phố của văn bản"),
    "An empty province: papers of central bodies, or of no place that is told.",
)  # fmt: skip
BY_DIRECTIVE = _asked(
    DIRECTIVE, ("The work by directive", "Nhiệm vụ theo chủ trương"),
    ("directive behind the tasks", "chủ trương đứng sau nhiệm vụ"),
    "A task counts for every directive that its paper answers, directly or through others; "
    "an empty directive: no answered directive of a central body is known here.",
)  # fmt: skip
