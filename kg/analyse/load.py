"""How much work each body bears: tasks led and coordinated, with shares, alone and jointly."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, most_first, ranked
from kg.analyse.fraction import share
from kg.analyse.question import Question, Wishes
from kg.analyse.teams import teams, told
from kg.analyse.walk import name, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.analyse.answer import Row
    from kg.analyse.teams import Team
    from kg.analyse.walk import Network

COLUMNS = ("rank", "agency", "kind", "led", "led_share", "sole", "joint", "coordinated",
           "coordinated_share", "documents")  # fmt: skip


def _run(graph: Network, wishes: Wishes) -> Answer:
    return load(graph, place=wishes.place)


QUESTION = Question(
    name="load",
    title="How much work each body bears",
    title_vi="Khối lượng nhiệm vụ của từng cơ quan",
    answers="Tasks that each body leads (alone, jointly) and coordinates, with shares of all tasks.",
    answers_vi="Số nhiệm vụ mỗi cơ quan chủ trì (một mình, cùng cơ quan khác) và phối hợp, với tỷ lệ trên tổng số nhiệm vụ.",
    run=_run,
    notes=(
        "A task with several leads counts for each of them, so shares may add up to more than 1.",
        "A task counts 1, be it small or large; a collective such as “các sở, ban, ngành” counts as one body.",
    ),
    takes=("place", "as_of"),
)


def load(graph: Network, *, place: str | None = None) -> Answer:
    """Count for each body the tasks it leads and coordinates; shares are of all tasks in scope."""
    found = teams(graph, place=place)
    led, helped = _of_each(found)
    rows: list[Row] = [
        (
            name(graph, agent),
            said(graph, agent, "agent_kind"),
            len(led[agent]),
            share(len(led[agent]), len(found)),
            *_alone(led[agent]),
            len(helped[agent]),
            share(len(helped[agent]), len(found)),
            len({team.document for team in (*led[agent], *helped[agent])}),
        )
        for agent in sorted({*led, *helped})
    ]
    ordered = ranked(most_first(rows, count=2), count=2)
    return Answer("load", COLUMNS, tuple(ordered), (told(found),))


def _of_each(found: Iterable[Team]) -> tuple[dict[str, list[Team]], dict[str, list[Team]]]:
    """Give for each body the tasks it leads, and those it coordinates."""
    led: dict[str, list[Team]] = defaultdict(list)
    helped: dict[str, list[Team]] = defaultdict(list)
    for team in found:
        for agent in team.leads:
            led[agent].append(team)
        for agent in team.others:
            helped[agent].append(team)
    return led, helped


def _alone(led: list[Team]) -> tuple[int, int]:
    sole = sum(len(team.leads) == 1 for team in led)
    return sole, len(led) - sole
