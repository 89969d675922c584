"""Tasks of one document that say nearly the same to the same agency."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Task

_WORD = re.compile(r"\w+")
_LEAST_WORDS = 12
_ALIKE = 0.95
_ROUGHLY = 0.7  # pairs below it, by words with their punctuation, need no closer look


def near_duplicates(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Mark pairs that share a lead and most words (the shorter holds few others)."""
    shared = Counter(agent.agent for task in tasks for agent in task.lead)
    printed: dict[int, frozenset[str]] = {}
    by_lead: dict[str, list[int]] = {}
    twin: dict[int, int] = {}
    for index, task in enumerate(tasks):
        names = [agent.agent for agent in task.lead if shared[agent.agent] > 1]
        if names:
            printed[index] = frozenset(task.quote.words.split())
        for name in names:
            group = by_lead.setdefault(name, [])
            for other in group:
                roughly = _share(printed[index], printed[other]) >= _ROUGHLY
                if roughly and _alike(task, tasks[other]):
                    twin.setdefault(index, other)
                    twin.setdefault(other, index)
            group.append(index)
    return tuple(
        replace(task, near_duplicate_of=tasks[twin[i]].id) if i in twin else task
        for i, task in enumerate(tasks)
    )


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Give how much of the shorter set the longer one holds."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _alike(one: Task, other: Task) -> bool:
    """Compare the words themselves, without case and punctuation."""
    words, others = _words(one), _words(other)
    least = min(len(words), len(others))
    return least >= _LEAST_WORDS and len(words & others) >= _ALIKE * least


def _words(task: Task) -> frozenset[str]:
    return frozenset(_WORD.findall(task.quote.words.lower()))
