"""Tasks of one document that say nearly the same to the same agency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Task

_WORD = re.compile(r"\w+")
_LEAST_WORDS = 12
_ALIKE = 0.95


def near_duplicates(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Mark pairs that share a lead and most words (the shorter holds few others)."""
    words = [
        frozenset(_WORD.findall(task.quote.words.lower())) if task.lead else frozenset()
        for task in tasks
    ]
    by_lead: dict[str, list[int]] = {}
    twin: dict[int, int] = {}
    for index, task in enumerate(tasks):
        if len(words[index]) < _LEAST_WORDS:
            continue
        for agent in task.lead:
            group = by_lead.setdefault(agent.agent, [])
            for other in group:
                if _alike(words[index], words[other]):
                    twin.setdefault(index, other)
                    twin.setdefault(other, index)
            group.append(index)
    return tuple(
        replace(task, near_duplicate_of=tasks[twin[i]].id) if i in twin else task
        for i, task in enumerate(tasks)
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * min(len(one), len(other))
