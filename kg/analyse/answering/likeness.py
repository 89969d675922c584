"""How much two tasks say of one thing: pairs of syllables in common, the rare ones counting more.

Two syllables in a row are about a word of Vietnamese. A pair weighs the logarithm of how rare it
is among all tasks held, so what every plan says weighs little (Spärck Jones 1972); pairs inside
usual wording and titles of papers do not count at all. The score is the weight in common over the
geometric mean of both weights: 0 to 1, and the same both ways.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from kg.analyse.descent.passages import FACTORS, SHINGLE, number

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from kg.analyse.descent.passages import Passage

    Numbers = NDArray[np.int64]
    Scores = NDArray[np.float64]


class Tasks:
    """Tasks by their own pairs of syllables; those of one document stand together."""

    def __init__(self, found: Sequence[Passage], often: Collection[int]) -> None:
        """Index tasks, pairs inside the shingles *often* left out; they come sorted."""
        self.tasks = sorted(found, key=lambda each: (each.document, each.start, each.end))
        self._owners, self._pairs = _pairs(self.tasks, often)
        many = len(self.tasks)
        held = np.bincount(self._pairs).astype(np.int64)
        self._weights: Scores = np.log((many + 1) / np.maximum(held, 1))
        self._firsts = np.searchsorted(self._owners, np.arange(many + 1))
        self._holders = self._owners[np.argsort(self._pairs, kind="stable")]
        self._starts = np.concatenate((np.zeros(1, np.int64), held.cumsum()))
        self._whole = _sums(self._owners, self._weights[self._pairs], many)
        self.own: Numbers = np.diff(self._firsts)

    def scores(self, task: int) -> Scores:
        """Give the score of one task with every task, itself included."""
        own = self._pairs[self._firsts[task] : self._firsts[task + 1]]
        starts, ends = self._starts[own], self._starts[own + 1]
        many = ends - starts
        at = np.arange(many.sum()) + np.repeat(starts - many.cumsum() + many, many)
        weights = np.repeat(self._weights[own], many)
        common = _sums(self._holders[at], weights, len(self.tasks))
        whole = np.sqrt(self._whole * self._whole[task])
        score: Scores = np.divide(common, whole, out=np.zeros_like(common), where=whole > 0)
        return score

    def common(self, one: int, other: int) -> int:
        """Give how many own pairs two tasks have in common."""
        own, theirs = (self._pairs[self._firsts[each] : self._firsts[each + 1]].tolist()
                       for each in (one, other))  # fmt: skip
        return len(set(own).intersection(theirs))


def _sums(places: Numbers, weights: Scores, many: int) -> Scores:
    """Give the sum of the weights at each place; no weights at all are 0 each."""
    return np.bincount(places, weights, many).astype(np.float64)


def _pairs(tasks: Sequence[Passage], often: Collection[int]) -> tuple[Numbers, Numbers]:
    """Give each own pair of syllables of each task once: whose it is, and the number of the pair."""
    known: dict[str, int] = {}
    words = chain.from_iterable(each.syllables for each in tasks)
    numbers = np.fromiter((known.setdefault(word, len(known)) for word in words), np.int64)
    owners = np.repeat(np.arange(len(tasks)), [len(each.syllables) for each in tasks])
    own = (owners[:-1] == owners[1:]) & ~_usual(numbers, owners, list(known), often)
    pairs = (numbers[:-1] * len(known) + numbers[1:])[own]
    _, pairs = np.unique(pairs, return_inverse=True)
    size = int(pairs.max(initial=0)) + 1
    both = np.unique(owners[:-1][own] * size + pairs)
    return both // size, both % size


def _usual(
    numbers: Numbers, owners: Numbers, words: Sequence[str], often: Collection[int]
) -> NDArray[np.bool_]:
    """Tell of each two syllables in a row whether they stand inside a usual shingle."""
    inside = np.zeros(max(0, len(numbers) - 1), np.bool_)
    if len(numbers) < SHINGLE:
        return inside
    values = np.array([number(word) for word in words], np.uint64)[numbers]
    runs = sum(values[at : len(values) - SHINGLE + 1 + at] * np.uint64(factor)
               for at, factor in enumerate(FACTORS))  # fmt: skip
    usual = np.isin(runs, np.array(sorted(often), np.uint64))
    usual &= owners[: len(usual)] == owners[SHINGLE - 1 :]
    for at in range(SHINGLE - 1):
        inside[at : at + len(usual)] |= usual
    return inside
