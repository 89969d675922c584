"""Counts what was found in the outside papers against the facts, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import facts

from kg.model import Span, Task
from kg.score.align import greedy, iou, overlap
from kg.score.items import Node

SAME = 0.5
"""Two spans are the same task from this share of intersection over union on."""

Said = tuple[str, ...]
"""The paper, the place in it, and what is said there."""


@dataclass(slots=True)
class Count:
    """One field over all papers: what is wanted, what was found."""

    wanted: set[Said] = field(default_factory=set)
    found: set[Said] = field(default_factory=set)

    def figures(self) -> tuple[float, float, float]:
        """Give precision, recall and F1."""
        right = len(self.wanted & self.found)
        both = len(self.wanted) + len(self.found)
        return right / len(self.found), right / len(self.wanted), 2 * right / both

    def faults(self) -> str:
        """Give one line for each miss and each false find."""
        missed = [f"missed {' | '.join(each)}" for each in sorted(self.wanted - self.found)]
        false = [f"false  {' | '.join(each)}" for each in sorted(self.found - self.wanted)]
        return "\n".join(sorted([*missed, *false], key=lambda line: line[7:]))


@cache
def pairs(file: str) -> tuple[tuple[facts.TaskFact | None, Task | None], ...]:
    """Pair the tasks of a paper with those found; one side is None where it has no partner."""
    wanted, found = facts.tasks(file), list(_counted(file))
    spans = [each.passage.span() for each in wanted]
    partner = greedy([_node(span) for span in spans], [_node(t.quote.span) for t in found], _close)
    met = set(partner.values())
    return (
        *((wanted[partner[at]] if at in partner else None, task) for at, task in enumerate(found)),
        *((fact, None) for at, fact in enumerate(wanted) if at not in met),
    )


def lies_in(task: Task, passages: Iterable[Span]) -> bool:
    """Say whether half of a task or more lies inside passages."""
    own = task.quote.span
    inside = sum(overlap(_ends(own), _ends(each)) for each in passages)
    return inside >= SAME * (own.end - own.start)


def time_of(task: Task) -> facts.Time | None:
    """Give when a task is due, as the tables write it."""
    time = task.timeframe
    return (time.kind, time.start or "", time.end or time.month_day or "") if time else None


@cache
def counts() -> dict[str, Count]:
    """Count every field over all papers."""
    made = {name: Count() for name in ("tasks", "leads", "coordinators", "times", "references")}
    made |= {name: Count() for name in ("references.relation", "references.date")}
    for file in facts.files():
        _count_tasks(file, made)
        _count_references(file, made)
    return made


def _counted(file: str) -> Iterator[Task]:
    passages = [each.span() for each in facts.neutral(file)]
    spans = [_node(each.passage.span()) for each in facts.tasks(file)]
    for task in facts.record(file).tasks:
        wanted = any(_close(span, _node(task.quote.span)) for span in spans)
        if task.lead and (wanted or not lies_in(task, passages)):
            yield task


def _count_tasks(file: str, made: dict[str, Count]) -> None:
    for fact, task in pairs(file):
        place = (file, f"{fact.id} @{fact.passage.begin}") if fact else (file, _place(task))
        if fact:
            _say(made, "wanted", place, (fact.lead, fact.coordinate, fact.time))
        if task:
            lead = {each.agent for each in task.lead}
            coordinate = {each.agent for each in task.coordinate}
            _say(made, "found", place, (lead, coordinate, time_of(task)))


def _say(
    made: dict[str, Count],
    side: str,
    place: Said,
    said: tuple[Iterable[str], Iterable[str], facts.Time | None],
) -> None:
    lead, coordinate, time = said
    getattr(made["tasks"], side).add(place)
    getattr(made["leads"], side).update((*place, name) for name in lead)
    getattr(made["coordinators"], side).update((*place, name) for name in coordinate)
    if time:
        getattr(made["times"], side).add((*place, " ".join(time)))


def _count_references(file: str, made: dict[str, Count]) -> None:
    wanted = {each.number: each for each in facts.references(file) if each.relation != "none"}
    found = {each.number: each for each in facts.record(file).references if each.number}
    made["references"].wanted |= {(file, number) for number in wanted}
    made["references"].found |= {(file, number) for number in found}
    for number in wanted.keys() & found.keys():
        one, other = wanted[number], found[number]
        made["references.relation"].wanted.add((file, number, one.relation))
        made["references.relation"].found.add((file, number, other.relation))
        made["references.date"].wanted.add((file, number, one.date or ""))
        made["references.date"].found.add((file, number, other.date or ""))


def _close(one: Node, other: Node) -> tuple[float, ...] | None:
    share = iou(one["span"], other["span"])
    return (share,) if share >= SAME else None


def _node(span: Span) -> Node:
    return {"span": _ends(span)}


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _place(task: Task | None) -> str:
    return f"+{task.id} @{task.quote.span.start}" if task else ""
