"""A large network that nobody drew: 34 provinces, 20 directives, 50,000 tasks; always the same."""

from __future__ import annotations

import datetime as dt
import functools
import random
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterator

PROVINCES, DIRECTIVES, DEPARTMENTS, TASKS = 34, 20, 18, 50_000
_COLLECTIVES = ("Các sở, ban, ngành", "Các địa phương")
_KINDS = ("explicit", "explicit", "assigned", "unassigned")
_START = dt.date(2020, 1, 15)


def made(provinces: int = PROVINCES, tasks: int = TASKS) -> nx.MultiDiGraph[str]:
    """Give the network: every province answers every directive with a programme and a plan."""
    chance = random.Random(36)  # noqa: S311 - a made-up corpus, no secret
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for directive in range(DIRECTIVES):
        _directive(graph, directive)
    for province in range(provinces):
        _bodies(graph, province)
        for directive in range(DIRECTIVES):
            _plans(graph, province, directive, chance)
    plans = sorted(iri for iri in graph if iri.startswith("d:plan/"))
    for nth in range(tasks):
        _task(graph, plans[nth % len(plans)], nth, chance)
    return graph


@functools.cache
def whole() -> nx.MultiDiGraph[str]:
    """Give the whole of it, made once."""
    return made()


def _join(graph: nx.MultiDiGraph[str], start: str, relation: str, end: str) -> None:
    graph.add_edge(start, end, key=relation, relation=relation, count=1, inferred=False,
                   words=f"{relation} {end}", start=0, end=9, file=f"{start}.txt", source=start)  # fmt: skip


def _directive(graph: nx.MultiDiGraph[str], nth: int) -> None:
    day = (_START + dt.timedelta(days=90 * nth)).isoformat()
    graph.add_node(f"a:centre/{nth % 3}", kind="agent", label=f"Cơ quan trung ương {nth % 3}",
                   name=f"Cơ quan trung ương {nth % 3}", agent_kind="ministry", collective=False)  # fmt: skip
    graph.add_node(f"d:top/{nth:02}", kind="document", label=f"Nghị quyết {nth}-NQ/TW",
                   type="Nghị quyết", number=f"{nth}-NQ/TW", level="central-party", date=day,
                   held=False)  # fmt: skip
    _join(graph, f"d:top/{nth:02}", "issued_by", f"a:centre/{nth % 3}")


def _bodies(graph: nx.MultiDiGraph[str], province: int) -> None:
    place = f"Tỉnh Số {province:02}"
    graph.add_node(f"p:{province:02}", kind="place", label=place)
    for nth in range(DEPARTMENTS):
        graph.add_node(f"a:{province:02}/{nth:02}", kind="agent", label=f"Sở {nth:02} {place}",
                       name=f"Sở {nth:02}", agent_kind="department", collective=False,
                       place=place)  # fmt: skip
    for nth, words in enumerate(_COLLECTIVES):
        graph.add_node(f"a:{province:02}/all{nth}", kind="agent", label=f"{words} {place}",
                       name=words, agent_kind="collective", collective=True, place=place)  # fmt: skip


def _plans(
    graph: nx.MultiDiGraph[str], province: int, directive: int, chance: random.Random
) -> None:
    """Add a programme that is only cited, and the plan under it, whose text is held."""
    place, nth = f"Tỉnh Số {province:02}", f"{province:02}/{directive:02}"
    issued = _START + dt.timedelta(days=90 * directive + chance.randint(20, 400))
    graph.add_node(f"d:programme/{nth}", kind="document", label=f"Chương trình {nth}-CTr/TU",
                   type="Chương trình", level="province-party", place=place,
                   date=issued.isoformat(), held=False)  # fmt: skip
    after = (issued + dt.timedelta(days=chance.randint(10, 300))).isoformat()
    dated = "date" if chance.random() < 0.8 else "not_before"
    graph.add_node(f"d:plan/{nth}", kind="document", label=f"Kế hoạch {nth}/KH-UBND",
                   type="Kế hoạch", level="province-government", place=place, held=True,
                   file=f"{nth}.txt", title=f"Thực hiện Chương trình {nth}", **{dated: after})  # fmt: skip
    top = f"d:top/{directive:02}"
    for start, relation, end in (
        ("programme", "implements", top),
        ("plan", "implements", f"d:programme/{nth}"),
        ("plan", "cites", top),
    ):
        _join(graph, f"d:{start}/{nth}", relation, end)
    _join(graph, f"d:plan/{nth}", "issued_by", f"a:{province:02}/00")


def _task(graph: nx.MultiDiGraph[str], plan: str, nth: int, chance: random.Random) -> None:
    province = plan.split("/")[1]
    task = f"t:{nth:05}"
    kind = chance.choice(_KINDS)
    time = {"time_kind": "year", "time_end": str(2024 + nth % 7)} if nth % 3 else {}
    graph.add_node(task, kind="task", label=f"II.{nth}", task_id=f"II.{nth}", task_kind=kind,
                   text=f"làm việc số {nth % 997}", document=plan, place=f"Tỉnh Số {province}",
                   section_title=f"Nhiệm vụ {nth % 9}", **time)  # fmt: skip
    _join(graph, plan, "has_task", task)
    for relation, body in _roles(province, kind, chance):
        _join(graph, task, relation, body)


def _roles(province: str, kind: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Give leads and coordinators; the first departments are named more often than the last."""
    if kind == "unassigned":
        return
    drawn = [min(chance.randrange(DEPARTMENTS), chance.randrange(DEPARTMENTS)) for _ in range(4)]
    leads = {f"a:{province}/{each:02}" for each in drawn[: 1 + (chance.random() < 0.15)]}
    yield from (("lead", each) for each in sorted(leads))
    others = {f"a:{province}/{each:02}" for each in drawn[2 : 2 + chance.randrange(3)]} - leads
    if chance.random() < 0.4:
        others.add(f"a:{province}/all{chance.randrange(len(_COLLECTIVES))}")
    yield from (("coordinate", each) for each in sorted(others))
