"""Tasks of one document that say nearly the same to the same agency."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.model import Task

_WORD = re.compile(r"\w+")
_LEAST_WORDS = 12
_ALIKE = 0.95
_ROUGHLY = 0.7  # of the words with their punctuation


@dataclass(frozen=True, slots=True)
class _Said:
    """What a task says: who leads, the words as printed, and without case and punctuation."""

    leads: tuple[str, ...]
    printed: frozenset[str]
    words: frozenset[str]


def near_duplicates(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Mark pairs that share a lead and most words (the shorter holds few others)."""
    shared = Counter(agent.agent for task in tasks for agent in task.lead)
    said = {
        index: _said(task, names)
        for index, task in enumerate(tasks)
        if (names := tuple(a.agent for a in task.lead if shared[a.agent] > 1))
    }
    long = {index: each for index, each in said.items() if len(each.words) >= _LEAST_WORDS}
    twin = _twins(long)
    return tuple(
        replace(task, near_duplicate_of=tasks[twin[i]].id) if i in twin else task
        for i, task in enumerate(tasks)
    )


def _said(task: Task, leads: tuple[str, ...]) -> _Said:
    words = task.quote.words
    return _Said(leads, frozenset(words.split()), frozenset(_WORD.findall(words.lower())))


def _twins(said: dict[int, _Said]) -> dict[int, int]:
    """Give each task the first that is like it: an earlier one, else the next."""
    index = _Index(said)
    twin: dict[int, int] = {}
    first: dict[_Said, int] = {}
    like: dict[int, int] = {}  # the earlier task that is like the first of those that say the same
    for at, each in said.items():
        same = first.setdefault(each, at)
        if same != at:
            twin[at] = like.get(same, same)
            twin.setdefault(same, at)
            continue
        alike = [other for other in index.near(at) if _alike(each, said[other])]
        if alike:
            rank, twin[at] = min((_rank(each, said[other]), other) for other in alike)
            like |= {at: twin[at]} if rank == 0 else {}
        for other in alike:
            twin.setdefault(other, at)
        index.add(at)
    return twin


class _Index:
    """The tasks so far by their words: two that are alike share a rare word of the shorter."""

    def __init__(self, said: dict[int, _Said]) -> None:
        self._said = said
        self._often = Counter(word for each in said.values() for word in each.words)
        self._holding: dict[str, list[int]] = {}
        self._rare: dict[str, list[int]] = {}

    def add(self, at: int) -> None:
        """Keep a task."""
        words = self._said[at].words
        for word in words:
            self._holding.setdefault(word, []).append(at)
        for word in self._rarest(words):
            self._rare.setdefault(word, []).append(at)

    def near(self, at: int) -> list[int]:
        """Give the earlier tasks that may be like one, in order of place."""
        words = self._said[at].words
        found = {other for word in self._rarest(words) for other in self._holding.get(word, ())}
        found |= {other for word in words for other in self._rare.get(word, ())}
        return sorted(found)

    def _rarest(self, words: frozenset[str]) -> list[str]:
        """Give so many of the rarest words that a task like this one cannot lack them all."""
        lacking = len(words) - math.ceil(_ALIKE * len(words))
        return sorted(words, key=lambda word: (self._often[word], word))[: lacking + 1]


def _rank(one: _Said, other: _Said) -> int:
    """Give the place of the first lead that both have."""
    return next(place for place, name in enumerate(one.leads) if name in other.leads)


def _alike(one: _Said, other: _Said) -> bool:
    """Compare the leads, then the words as printed, then without case and punctuation."""
    if not set(one.leads) & set(other.leads):
        return False
    if _share(one.printed, other.printed) < _ROUGHLY:
        return False
    least = min(len(one.words), len(other.words))
    return len(one.words & other.words) >= _ALIKE * least


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Give how much of the shorter set the longer one holds."""
    return len(one & other) / max(1, min(len(one), len(other)))
