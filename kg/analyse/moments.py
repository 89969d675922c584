"""Moments as the network writes them: a year, a month or a day, and ``--11-30`` for every year."""

from __future__ import annotations

import calendar
import re

_YEAR, _MONTH = len("2030"), len("2030-12")
_STARTS = re.compile(r"[0-9]{4}(?![0-9])")


def last_day(moment: str) -> str:
    """Give the last day of a year, a month or a day.

    >>> last_day("2030"), last_day("2024-02"), last_day("2025-09-30")
    ('2030-12-31', '2024-02-29', '2025-09-30')
    """
    if len(moment) == _YEAR:
        return f"{moment}-12-31"
    if len(moment) == _MONTH:
        year, month = map(int, moment.split("-"))
        return f"{moment}-{calendar.monthrange(year, month)[1]:02d}"
    return moment


def first_day(moment: str) -> str:
    """Give the first day of a year, a month or a day.

    >>> first_day("2030"), first_day("2024-02"), first_day("2025-09-30")
    ('2030-01-01', '2024-02-01', '2025-09-30')
    """
    return f"{moment}{'-01-01'[len(moment) - _YEAR :]}"


def year_of(moment: str | None) -> int | None:
    """Give the year that a moment names; a day of every year names none.

    >>> year_of("2024-02"), year_of("--11-30"), year_of(None)
    (2024, None, None)
    """
    return int(moment[:_YEAR]) if moment and _STARTS.match(moment) else None
