"""How unevenly a count is spread: the Gini coefficient and the Herfindahl-Hirschman index."""

from __future__ import annotations

from collections.abc import Collection
from itertools import accumulate


def gini(counts: Collection[int]) -> float:
    """Give 0 where all have the same, and (n - 1) / n where one of n has all.

    The mean difference of all pairs over twice the mean. Raises ValueError where there is nothing.

    >>> gini([2, 2, 2]), gini([0, 0, 0, 8]), gini([1, 3])
    (0.0, 0.75, 0.25)
    """
    total, n = _sums(counts)
    weighted = sum(place * each for place, each in enumerate(sorted(counts), start=1))
    return (2 * weighted - (n + 1) * total) / (n * total)


def hhi(counts: Collection[int]) -> float:
    """Give the sum of squared shares: 1 / n where all have the same, 1 where one has all.

    >>> hhi([2, 2]), hhi([8]), hhi([1, 3])
    (0.5, 1.0, 0.625)
    """
    total, _ = _sums(counts)
    return sum(each * each for each in counts) / total**2


def lorenz(counts: Collection[int]) -> list[tuple[float, float]]:
    """Give the Lorenz curve: which share of the whole the share of those with least have.

    From (0, 0) to (1, 1); twice the area between it and the straight line is :func:`gini`.

    >>> lorenz([3, 1]), lorenz([])
    ([(0.0, 0.0), (0.5, 0.25), (1.0, 1.0)], [])
    """
    if not counts:
        return []
    total, n = _sums(counts)
    held = [0, *accumulate(sorted(counts))]
    return [(place / n, each / total) for place, each in enumerate(held)]


def _sums(counts: Collection[int]) -> tuple[int, int]:
    total = sum(counts)
    if not total or min(counts) < 0:
        message = "nothing to share: give counts of which one at least is above 0"
        raise ValueError(message)
    return total, len(counts)
