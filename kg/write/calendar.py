"""Days to keep as iCalendar (RFC 5545), for any calendar program.

The same events give the same bytes: ``UID`` is made from the IRI, ``DTSTAMP`` is midnight UTC of
the day of the document, never the clock; 1 January 1970 where nothing tells that day.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from icalendar import Calendar, Event, vText, vUri

from kg.config import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_DAY = dt.date(1970, 1, 1)
_LEAP = (2, 29)
_RESERVED = ":/?#[]@!$&'()*+,;=%"
_KEPT = "\n\t"
_UNPRINTED = {"Cc", "Cs", "Zl", "Zp"}  # controls, half characters, and what some take for line ends


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day: once, or every year from *first* on; *iri* is what it is about."""

    iri: str
    first: dt.date
    yearly: bool
    summary: str
    description: str
    stamp: dt.date | None
    tags: tuple[str, ...] = ()


def calendar_bytes(days: Iterable[Day], *, title: str) -> bytes:
    r"""Give the calendar file; words of documents are escaped, control characters left out.

    >>> day = Day("https://x.org/1", dt.date(2025, 11, 30), True, "Báo cáo", "a; b", None)
    >>> text = calendar_bytes([day], title="Hạn").decode()
    >>> [line for line in text.splitlines() if line.startswith(("RRULE", "DTSTART", "DESC"))]
    ['DTSTART;VALUE=DATE:20251130', 'RRULE:FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=11', 'DESCRIPTION:a\\; b']
    """
    calendar = Calendar()
    calendar.add("PRODID", f"-//kg policy cascade//kg {VERSION}//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("X-WR-CALNAME", vText(_clean(title)))
    for day in sorted(days, key=lambda each: (each.first, each.iri, each.yearly)):
        calendar.add_component(_event(day))
    return bytes(calendar.to_ical())


def _event(day: Day) -> Event:
    event = Event()
    event.add("UID", uid(day.iri, yearly=day.yearly))
    stamp = day.stamp or _NO_DAY
    event.add("DTSTAMP", dt.datetime.combine(stamp, dt.time(), dt.UTC))
    event.add("DTSTART", day.first)
    if day.yearly:
        event.add("RRULE", _every_year(day.first))
    event.add("SUMMARY", _clean(day.summary))
    event.add("DESCRIPTION", _clean(day.description))
    event.add("URL", vUri(quote(day.iri, safe=_RESERVED, errors="replace")))
    event.add("TRANSP", "TRANSPARENT")
    if day.tags:
        event.add("CATEGORIES", [_clean(each) for each in day.tags])
    return event


def uid(iri: str, *, yearly: bool) -> str:
    """Give an identifier that hangs on the IRI alone (UUID version 5 of the URL).

    >>> uid("https://x.org/1", yearly=False)
    '145b4696-160c-5fb3-892e-544b4fe9b4d7'
    """
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{iri}#yearly" if yearly else iri))


def _every_year(first: dt.date) -> dict[str, object]:
    """Give the rule; the last day of February stays the last in years of 28 and of 29 days."""
    end = first.month == _LEAP[0] and (first + dt.timedelta(days=1)).day == 1
    return {"FREQ": "YEARLY", "BYMONTH": first.month, "BYMONTHDAY": -1 if end else first.day}


def _clean(words: str) -> str:
    """Blank what may not stand in a line (RFC 5545, 3.1); line ends stay and are escaped."""
    joined = words.replace("\r\n", "\n")
    return "".join(
        " " if unicodedata.category(c) in _UNPRINTED and c not in _KEPT else c for c in joined
    )
