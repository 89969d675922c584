"""Which passages of many may be alike: an index of their own shingles.

MinHash estimates how much two sets of about one size share. A sentence inside a long passage is
another case: there a fixed part of all shingles, chosen by their number (FracMinHash, Irber and
others 2022), finds what is contained as well as what is alike. It needs no seed.
"""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kg.analyse.descent.passages import Passage

KEPT = 2
"""One shingle in so many is kept: of six in common all are missed once in 64 times."""

MOST = 20
"""Of more candidates those are compared that have most shingles in common."""


class Near:
    """Passages by their shingles; usual ones are taken away before."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        """Keep passages; they are told apart by their place in a fixed order."""
        self.passages = sorted(passages, key=lambda each: (each.document, each.start))
        self._holding: dict[int, list[int]] = {}
        for place, passage in enumerate(self.passages):
            for each in _kept(passage.shingles):
                self._holding.setdefault(each, []).append(place)

    def near(self, passage: Passage, among: Collection[str], most: int = MOST) -> list[Passage]:
        """Give the passages of *among*, documents, that may be like one; the likeliest first."""
        counts = Counter[int]()
        for each in _kept(passage.shingles):
            counts.update(self._holding.get(each, ()))
        allowed = (place for place in counts if self.passages[place].document in among)
        best = nsmallest(most, allowed, key=lambda place: (-counts[place], place))
        return [self.passages[place] for place in best]


def _kept(shingles: Iterable[int]) -> list[int]:
    # The middle of a number: its last bits hang on the last bits of the syllables only.
    return [each for each in shingles if (each >> 32) % KEPT == 0]
