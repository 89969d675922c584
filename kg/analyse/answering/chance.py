"""How often so good an answer comes by chance: from plans that have nothing to do with a directive.

Two things are counted. *By size*: of all pairs of a task of the directive with a task of such a
plan a share is as like; the best of n tries is as like with 1 - (1 - share)^n. *By wording*: of
such plans a share has an answer as good to this very task; so what every plan says answers
nothing. The larger of the two is the chance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.analyse.answering.likeness import Numbers, Scores

BINS = 1000
"""Scores are counted in thousandths."""


class Chance:
    """What tasks of one directive score in documents that no directive joins with it."""

    def __init__(self, unjoined: Sequence[tuple[int, int]]) -> None:
        """Take the first and last task of each such document, numbered as the scores are."""
        self.documents = len(unjoined)
        self.pairs = 0
        self._unjoined = unjoined
        self._counts: Numbers = np.zeros(BINS + 1, np.int64)
        self._at_least: Numbers | None = None
        self._best: dict[int, Scores] = {}

    def count(self, task: int, scores: Scores) -> None:
        """Count the scores of one task of the directive."""
        parts = [scores[first:last] for first, last in self._unjoined]
        for part in parts:
            self._counts += np.bincount((part * BINS).astype(np.int64), minlength=BINS + 1)
            self.pairs += len(part)
        self._best[task] = np.array([part.max() for part in parts])

    def of(self, task: int, score: float, tries: int) -> float | None:
        """Give the chance of a score as the best of so many *tries*; None where nothing tells."""
        if not self.pairs:
            return None
        if self._at_least is None:
            self._at_least = self._counts[::-1].cumsum()[::-1]
        like = int(self._at_least[int(score * BINS)]) / self.pairs
        by_size = 1 - (1 - like) ** tries
        by_wording = float(np.mean(self._best[task] >= score))
        return round(max(by_size, by_wording), 4)
