"""The Kaplan-Meier curve: how many still wait after each day, where some are only seen to wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple


class Moment(NamedTuple):
    """A day on which something happens or is last seen: how many waited until then, and what came."""

    days: int
    at_risk: int
    happened: int
    censored: int
    still: Fraction


def curve(seen: Iterable[tuple[int, bool]]) -> Iterator[Moment]:
    """Give the curve of pairs of days and whether it happened then, or was only not seen before.

    *still* is the product of (1 - happened / at risk) of all days so far; who is last seen on a
    day still waited on it (Kaplan, Meier 1958).

    >>> [(each.days, str(each.still)) for each in curve([(1, True), (2, False), (3, True)])]
    [(1, '2/3'), (2, '2/3'), (3, '0')]
    """
    counts = Counter(seen)
    waiting, still = counts.total(), Fraction(1)
    for days in sorted({days for days, _ in counts}):
        happened, censored = counts[days, True], counts[days, False]
        still *= 1 - Fraction(happened, waiting)
        yield Moment(days, waiting, happened, censored, still)
        waiting -= happened + censored


def median(moments: Iterable[Moment]) -> int | None:
    """Give the first day by which half have it; None where the curve does not go so far down.

    >>> median(curve([(1, True), (2, True), (9, False)]))
    2
    """
    return next((each.days for each in moments if 2 * each.still <= 1), None)
