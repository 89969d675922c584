"""Which passages of many may be alike: an index of their own shingles.

MinHash estimates how much two sets of about one size share. A sentence inside a long passage is
another case: there a fixed part of all shingles, chosen by their number (FracMinHash, Irber and
others 2022), finds what is contained as well as what is alike. It needs no seed.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from numpy.typing import NDArray

    from kg.analyse.descent.passages import Passage

    Shingles: TypeAlias = NDArray[np.uint64]

KEPT = 2
"""One shingle in so many is kept: of six in common all are missed once in 64 times."""

MOST = 20
"""Of more candidates those are compared that have most shingles in common."""


LOOKED, LEAST_LOOKED = 10_000, 4
"""Of shingles that very many passages hold the rarest are looked up, up to so many passages."""

_PART, _MIDDLE = np.uint64(KEPT), np.uint64(32)
_NONE, _NOWHERE = np.empty(0, np.uint64), np.empty(0, np.int32)


class Near:
    """Passages by their shingles; usual ones are taken away before."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        """Keep passages in a fixed order, so that the order of documents changes nothing."""
        self.passages = sorted(passages, key=lambda each: (each.document, each.start))
        kept = [_kept(each) for each in self.passages]
        places = np.repeat(np.arange(len(kept), dtype=np.int32), [len(each) for each in kept])
        joined = np.concatenate([_NONE, *kept])
        order = np.argsort(joined, kind="stable")
        self._shingles, self._places = joined[order], places[order]

    def near(
        self, passage: Passage, among: Collection[str] | None = None, most: int = MOST
    ) -> list[Passage]:
        """Give passages that may be like one, the likeliest first.

        They are those of the documents *among*; without these, of all documents but its own.
        """
        wanted = _kept(passage)
        starts = self._shingles.searchsorted(wanted, "left")
        lengths = self._shingles.searchsorted(wanted, "right") - starts
        rare = np.argsort(lengths, kind="stable")
        rare = rare[: max(LEAST_LOOKED, int(np.searchsorted(lengths[rare].cumsum(), LOOKED)))]
        found = [self._places[at : at + many]
                 for at, many in zip(starts[rare].tolist(), lengths[rare].tolist(), strict=True)]  # fmt: skip
        places, counts = np.unique(np.concatenate([_NOWHERE, *found]), return_counts=True)
        order = np.argsort(-counts, kind="stable")
        likely = (self.passages[place] for place in places[order].tolist())
        own = passage.document
        allowed = (each for each in likely
                   if (each.document != own if among is None else each.document in among))  # fmt: skip
        return list(islice(allowed, most))


def _kept(passage: Passage) -> Shingles:
    every: Shingles = np.frombuffer(passage.packed, np.uint64)
    # The middle of a number: its last bits hang on the last bits of the syllables only.
    kept: Shingles = every[(every >> _MIDDLE) % _PART == 0]
    return kept
