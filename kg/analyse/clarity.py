"""How clearly the tasks say who and when: the parts of each, and one score whose formula is told.

The formula, why these parts, and what it is not: docs/decisions/0010-clarity.md.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order, most_first, ranked
from kg.analyse.missing import province_of
from kg.analyse.question import Question, Wishes
from kg.analyse.unclear import COLLECTIVE, NO_LEAD, NO_TIME, SEVERAL, problems
from kg.analyse.walk import ends, name, nodes, said, tasks
from kg.lexicon import rows
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kg.analyse.answer import Cell, Row
    from kg.analyse.walk import Network

FORMULA = (
    "score = (tasks with exactly one lead that is one body + tasks that name a time) / (2 × tasks): "
    "1 where every task says who and when, 0 where none says either."
)
_READ = (
    FORMULA,
    "Several leads may be meant so: the score tells what the words leave open, not how good a plan is.",
    "Few tasks make a score jump; look at the column 'tasks' first.",
    "Shares are of 'tasks', but no_target is of the share 'numbers': tasks that count something ('02 doanh nghiệp').",
    "no_target is not in the score, as most tasks need no number.",
)
_PARTS = (NO_LEAD, SEVERAL, COLLECTIVE, NO_TIME)
_SHARES = ("no_lead", "several", "collective", "no_time", "numbers", "no_target")


@dataclass(frozen=True, slots=True)
class Parts:
    """What one task leaves open; *number* are the words that count something."""

    problems: frozenset[str]
    number: str | None
    target: bool

    @property
    def points(self) -> int:
        """Give 2 where the task says who and when, 1 where it says one of them."""
        who = self.problems.isdisjoint((NO_LEAD, COLLECTIVE, SEVERAL))
        return int(who) + int(NO_TIME not in self.problems)


def _run(graph: Network, wishes: Wishes) -> Answer:
    if wishes.document:
        return by_task(graph, wishes.document, place=wishes.place)
    return clarity(graph, place=wishes.place)


def _run_by_province(graph: Network, wishes: Wishes) -> Answer:
    return by_province(graph, place=wishes.place)


QUESTION = Question(
    name="clarity",
    title="How clearly tasks are assigned",
    title_vi="Nhiệm vụ được giao rõ đến đâu",
    answers="Shares of the tasks of each document that leave the lead, the time or the number open; --document lists its tasks.",
    answers_vi="Tỷ lệ nhiệm vụ của từng văn bản chưa rõ ai chủ trì, khi nào, bao nhiêu; --document liệt kê từng nhiệm vụ.",
    run=_run,
    notes=_READ,
    takes=("place", "document", "as_of"),
)
BY_PROVINCE = Question(
    name="clarity-by-province",
    title="How clearly tasks are assigned, by province",
    title_vi="Nhiệm vụ được giao rõ đến đâu, theo tỉnh",
    answers="The same shares over all tasks of a province's documents together.",
    answers_vi="Cùng các tỷ lệ ấy, tính trên mọi nhiệm vụ trong các văn bản của mỗi tỉnh.",
    run=_run_by_province,
    notes=(*_READ, "Each task counts the same: a long document weighs more than a short one."),
    takes=("place", "as_of"),
)


def clarity(graph: Network, *, place: str | None = None) -> Answer:
    """Give the parts and the score of each document that has tasks, the clearest first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for task in tasks(graph, place):
        groups[str(said(graph, task, "document"))].append(task)
    aims = _aims(graph)
    found = [
        (name(graph, iri), _province(graph, each[0]), *_measured(graph, each, aims))
        for iri, each in groups.items()
    ]
    columns = ("rank", "document", "province", "tasks", *_SHARES, "score")
    return Answer("clarity", columns, _ranked(found), _notes(graph, groups))


def by_province(graph: Network, *, place: str | None = None) -> Answer:
    """Give the same over all tasks of each province; documents without a place stand apart."""
    groups: dict[str | None, list[str]] = defaultdict(list)
    for task in tasks(graph, place):
        groups[_province(graph, task)].append(task)
    aims = _aims(graph)
    found = [
        (province, len({said(graph, task, "document") for task in each}),
         *_measured(graph, each, aims))
        for province, each in groups.items()
    ]  # fmt: skip
    columns = ("rank", "province", "documents", "tasks", *_SHARES, "score")
    return Answer("clarity-by-province", columns, _ranked(found))


def by_task(graph: Network, document: str, *, place: str | None = None) -> Answer:
    """List the tasks of a document with their parts; ``points`` of 2: one for who, one for when."""
    aims = _aims(graph)
    found: list[Row] = []
    for task in tasks(graph, place, document):
        parts = parts_of(graph, task, aims)
        who = "; ".join(name(graph, each) for each in ends(graph, task, "lead"))
        open_points = "; ".join(sorted(parts.problems))
        target = None if parts.number is None else "yes" if parts.target else "no"
        words = said(graph, task, "text")
        found.append((said(graph, task, "task_id"), who or None, said(graph, task, "time_words"),
                      open_points or None, parts.number, target, parts.points, words))  # fmt: skip
    columns = ("task", "who", "when", "open", "number", "target", "points", "words")
    return Answer("clarity", columns, tuple(sorted(found, key=in_order)))


def parts_of(graph: Network, task: str, aims: Collection[str]) -> Parts:
    """Give the parts of one task; *aims* are the tasks that hold a target."""
    number = _counted().search(view(said(graph, task, "text") or ""))
    words = None if number is None else (said(graph, task, "text") or "")[slice(*number.span())]
    return Parts(frozenset(problems(graph, task)), words, task in aims)


def _aims(graph: Network) -> set[str]:
    return {task for each in nodes(graph, "target") if (task := said(graph, each, "in_task"))}


@functools.cache
def _counted() -> re.Pattern[str]:
    """Give the pattern of a number before something that ``lexicon/units.csv`` knows as counted."""
    units = sorted((re.escape(row["unit"]) for row in rows("lexicon/units")), key=len, reverse=True)
    return re.compile(
        rf"(?<![\w/.,-])\d[\d.,]*(?:\s*(?:-|đến)\s*\d[\d.,]*)?\s*(?:{'|'.join(units)})(?!\w)"
    )


def _measured(graph: Network, group: Iterable[str], aims: Collection[str]) -> Row:
    """Give the number of tasks, the share of each part, and the score; shares of none are empty."""
    found = [parts_of(graph, task, aims) for task in group]
    numbers = [each for each in found if each.number is not None]
    shares = [_share(sum(part in each.problems for each in found), len(found)) for part in _PARTS]
    aimless = sum(not each.target for each in numbers)
    score = _share(sum(each.points for each in found), 2 * len(found))
    return (
        len(found),
        *shares,
        _share(len(numbers), len(found)),
        _share(aimless, len(numbers)),
        score,
    )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def _province(graph: Network, task: str) -> str | None:
    place = said(graph, task, "place")
    return province_of(place) if place else None


def _ranked(found: list[tuple[Cell, ...]]) -> tuple[Row, ...]:
    if not found:
        return ()
    last = len(found[0]) - 1
    return tuple(ranked(most_first(found, last), last))


def _notes(graph: Network, groups: Collection[str]) -> tuple[str, ...]:
    held = [iri for iri in nodes(graph, "document") if graph.nodes[iri].get("held")]
    empty = len(held) - len({iri for iri in held if list(ends(graph, iri, "has_task"))})
    return (
        f"{len(groups)} documents with tasks; in {empty} of {len(held)} held no task was read.",
    )
