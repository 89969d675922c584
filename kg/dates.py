"""Dates as they are printed, read into ISO 8601; a day that no calendar has is no date."""

from __future__ import annotations

import datetime as dt
import re

# 22/9/2021 · 22-9-2021 · 22.9.2021 · 17 tháng 7 năm 2023
PATTERN = (
    r"(?<!\d)(?:(?P<d>\d{1,2})\s?[/.\-]\s?(?P<m>\d{1,2})\s?[/.\-]\s?(?P<y>(?:19|20)\d\d)"
    r"|(?P<dw>\d{1,2})\s+tháng\s+(?P<mw>\d{1,2})\s+năm\s+(?P<yw>(?:19|20)\d\d))(?!\d)"
)
DATE = re.compile(PATTERN)
MONTH_DAY = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:\s*/\s*(?P<m>\d{1,2})(?![/\d])|\s+tháng\s+(?P<mw>\d{1,2})(?!\d))"
)


def iso(match: re.Match[str]) -> str | None:
    """Give the ISO date of a match of :data:`DATE`, or None for 31/02.

    >>> iso(DATE.search("ngày 17 tháng 7 năm 2023"))
    '2023-07-17'
    >>> iso(DATE.search("ngày 31/02/2023")) is None
    True
    """
    day = int(match["d"] or match["dw"])
    month = int(match["m"] or match["mw"])
    try:
        return dt.date(int(match["y"] or match["yw"]), month, day).isoformat()
    except ValueError:
        return None


def find(text: str) -> str | None:
    """Give the first date of *text* in ISO form.

    >>> find("Bến Tre, ngày 27 tháng 3 năm 2025")
    '2025-03-27'
    """
    return next((iso(m) for m in DATE.finditer(text)), None)


def month_day(text: str) -> str | None:
    """Give a day without a year as ``--MM-DD`` (ISO 8601, XSD gMonthDay).

    >>> month_day("trước ngày 30/11"), month_day("Định kỳ trước 30 tháng 11 hàng năm")
    ('--11-30', '--11-30')
    """
    for match in MONTH_DAY.finditer(text):
        day, month = int(match["d"]), int(match["m"] or match["mw"])
        try:
            dt.date(2000, month, day)  # a leap year: 29/02 may recur
        except ValueError:
            continue
        return f"--{month:02d}-{day:02d}"
    return None


def checked(day: str) -> str:
    """Give a day as ``YYYY-MM-DD``, so that days compare as words; ValueError for no such day.

    >>> checked("2025-07-01")
    '2025-07-01'
    """
    return dt.date.fromisoformat(day).isoformat()
