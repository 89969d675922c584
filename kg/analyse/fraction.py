"""Shares and measures as numbers that are the same on every machine: four decimals."""

from __future__ import annotations

_STEPS = 10_000


def share(part: int, whole: int) -> float | None:
    """Give the share of *part* in *whole*, half up as SPARQL rounds; nothing of nothing is None.

    >>> share(1, 3), share(2, 3), share(0, 0)
    (0.3333, 0.6667, None)
    """
    return (2 * part * _STEPS + whole) // (2 * whole) / _STEPS if whole else None


def measure(value: float) -> float:
    """Give a measure to four decimals; what differs less is a tie.

    >>> measure(2 / 7), measure(-1e-17)
    (0.2857, 0.0)
    """
    return round(value, 4) + 0.0
