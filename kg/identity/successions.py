"""Who holds a body or a place from which day to which: its whole life as a list of periods."""

from __future__ import annotations

import datetime as dt
import functools
from itertools import groupby
from typing import TYPE_CHECKING

from kg.identity.called import Seat
from kg.identity.commune_events import continued, events_of
from kg.identity.holders import (
    ITSELF,
    NOT_YET,
    SEVERAL,
    SUCCESSOR,
    Holder,
    holders,
    places_after,
)
from kg.identity.known import known
from kg.identity.provinces import province
from kg.identity.seats import called_on, labelled
from kg.succession import Heir, Succession
from kg.text import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.identity.known import Known

_EARLY, _LAST = "2008-08-01", "9998-12-31"  # since August 2008 the 63 provinces stood
_DAY = len("2025-07-01")


def successions(name: str, day: str = "") -> tuple[Succession, ...]:
    """Give the periods of a body by its full name; () for one that the tables do not hold.

    *day*, an ISO day, is that of a document that names it: it tells apart two bodies that bore
    one name on different days.

    >>> for each in successions("Sở Thông tin và Truyền thông tỉnh Đắk Nông"):
    ...     print(each.valid_from or "…", each.valid_through or "…", each.holders[0].name)
    … 2025-02-28 Sở Thông tin và Truyền thông tỉnh Đắk Nông
    2025-03-01 2025-06-30 Sở Khoa học và Công nghệ tỉnh Đắk Nông
    2025-07-01 … Sở Khoa học và Công nghệ tỉnh Lâm Đồng
    """
    body = known(name) or (known(name, day) if day else None)
    return _of_body(body) if body else ()


@functools.lru_cache(maxsize=65536)
def _of_body(body: Known) -> tuple[Succession, ...]:
    where, first = body.seat.province if body.seat else "", body.first_day
    days: set[str] = set()
    for step in holders(body, _LAST).steps:
        date = step.date_at(where)
        days |= {date} if len(date) == _DAY else {f"{date}-01-01", f"{int(date) + 1}-01-01"}
    starts = [first if len(first) == _DAY else "", *sorted(day for day in days if day > first)]
    found = [_period(body, start, start or _day_inside(first)) for start in starts]
    before = [Succession("", "", NOT_YET)] if starts[0] else []
    return _closed([*before, *found])


def _period(body: Known, start: str, day: str) -> Succession:
    held = holders(body, day)
    heirs = tuple(_heir(each, day) for each in held.holders)
    return Succession(start, "", held.outcome, heirs, tuple(step.id for step in held.steps))


def _closed(periods: Sequence[Succession]) -> tuple[Succession, ...]:
    """Join periods that say the same, and end each on the day before the next."""
    runs = [next(run) for _, run in groupby(periods, key=lambda each: (each.outcome, each.holders))]
    ends = [_day_before(each.valid_from) for each in runs[1:]]
    return tuple(
        Succession(each.valid_from, end, each.outcome, each.holders, each.changes)
        for each, end in zip(runs, [*ends, ""], strict=True)
    )


def _day_inside(first: str) -> str:
    """Give a day of the first period: of a year alone its last day."""
    return f"{first}-12-31" if first else _EARLY


def _day_before(day: str) -> str:
    return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()


def _heir(holder: Holder, day: str) -> Heir:
    place = place_on(Seat(holder.spot.seat), day) if holder.spot.seat else ""
    return Heir(holder.name, place, holder.spot.row.name)


def place_on(seat: Seat, day: str) -> str:
    """Give the label of a seat on an ISO day as the graph says it; "" where it is not there.

    >>> place_on(Seat("ninh-binh/tam-diep"), "2024-01-01"), place_on(Seat("dak-nong"), "2025-07-01")
    ('Thành phố Tam Điệp, tỉnh Ninh Bình', '')
    """
    called = called_on(seat, day)
    if called is None:
        return ""
    if seat.level == "province":
        return capitalised(called.label)
    if seat.level == "commune":
        own, *above = called.label.split(", ")
        return ", ".join([capitalised(own), *(each[:1].lower() + each[1:] for each in above)])
    around = province(seat.province)
    return f"{capitalised(called.kind)} {called.bare}, {around.kind} {around.name}"


def place_successions(label: str, day: str = "") -> tuple[Succession, ...]:
    """Give the periods of a province or commune by its label; () where it is not told.

    *day*, an ISO day, is that of a document that names it: it tells two communes of one label apart.

    >>> [(each.valid_from, each.holders[0].name) for each in place_successions("Tỉnh Đắk Nông")]
    [('', 'Tỉnh Đắk Nông'), ('2025-07-01', 'Tỉnh Lâm Đồng')]
    """
    called = [each for each in labelled(label) if each.seat.level != "district"]
    if len({each.seat for each in called}) > 1:
        called = [each for each in called if day and each.on(day)]
    if len({each.seat for each in called}) != 1:
        return ()
    return tuple(_of_place(called[0].seat, called[0].valid_from))


def _of_place(asked: Seat, first: str) -> Iterator[Succession]:
    own: tuple[str, ...] = (asked.id,)
    found, changes = [_place_period(asked, first, own, ())], list[str]()
    for event in events_of(asked.id):
        touched = not event.bodies and event.date > first and not set(own).isdisjoint(event.before)
        if touched:
            after = (places_after(event, seat) if seat in event.before else (seat,) for seat in own)
            own = tuple(sorted({seat for seats in after for seat in seats}))
            changes.append(event.id)
            found.append(_place_period(asked, event.date, own, tuple(changes)))
    yield from _closed(found)


def _place_period(
    asked: Seat, start: str, own: tuple[str, ...], changes: tuple[str, ...]
) -> Succession:
    labels = sorted(place_on(Seat(each), start or _EARLY) for each in own)
    outcome = SEVERAL if len(own) > 1 else SUCCESSOR
    if own[0] in {asked.id, continued(asked.id)} and len(own) == 1:
        outcome = ITSELF
    heirs = tuple(Heir(label, label) for label in labels)
    return Succession(start, "", outcome, heirs, changes)
