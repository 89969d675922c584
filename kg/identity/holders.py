"""Who holds the organisation of a body on a later day: through renamings, mergers and reforms.

The organisation is followed, not single functions: where Sở Lao động, Thương binh và Xã hội went
into Sở Nội vụ, its poverty work went elsewhere (:mod:`kg.identity.functions`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.dates import checked
from kg.identity.bodies import CENTRAL, Body, body_of, counterpart
from kg.identity.called import Seat
from kg.identity.commune_events import continued, events_of
from kg.identity.regions import Region, region_over
from kg.identity.seats import called_on
from kg.identity.timeline import UNKNOWN, Event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.identity.known import Known

ITSELF, SUCCESSOR, SEVERAL = "itself", "successor", "several"
ENDED, NOT_YET = "ended", "not-yet"
OUTCOMES = (ITSELF, SUCCESSOR, SEVERAL, ENDED, NOT_YET, UNKNOWN)
"""What may have become of a body; ``unknown`` where no table tells."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A body of the tables at a seat, by their ids; a region has its own name, "" is no seat."""

    body: str
    seat: str = ""
    region: Region | None = field(default=None, compare=False)

    @property
    def row(self) -> Body:
        """Give the row of the body."""
        return body_of(self.body)

    @property
    def province(self) -> str:
        """Give the id of the province that the seat is or lies in; "" for the centre."""
        return Seat(self.seat).province if self.seat else ""


@dataclass(frozen=True, slots=True, order=True)
class Holder:
    """Who holds it: the name borne on the day asked, and since when it is what it is."""

    name: str
    since: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Held:
    """The answer for one body and day: the outcome, the holders, the events on the way.

    *since* is the last day on or before the one asked on which the holder was founded, merged,
    enlarged or renamed, or on which the body ended; "" where no such day is known. *before* are
    the bodies that came before one that is not there yet.
    """

    outcome: str
    holders: tuple[Holder, ...] = ()
    since: str = ""
    steps: tuple[Event, ...] = ()
    before: tuple[str, ...] = ()


def holders(body: Known, day: str) -> Held:
    """Say who holds the organisation of a body on an ISO day.

    >>> from kg.identity.known import known
    >>> held = holders(known("Sở Thông tin và Truyền thông tỉnh Đắk Nông"), "2025-07-02")
    >>> held.outcome, [each.name for each in held.holders], held.since
    ('successor', ['Sở Khoa học và Công nghệ tỉnh Lâm Đồng'], '2025-07-01')
    """
    start, first = spot_of(body), body.first_day
    if first > checked(day):
        return Held(NOT_YET, before=tuple(_predecessors(body, start, first)))
    spots, steps = _followed(start, day)
    if spots is None:
        return Held(UNKNOWN, steps=steps)
    found = tuple(sorted(Holder(_name(each, day, body), since(each, day), each) for each in spots))
    last = steps[-1].date_at(start.province) if steps else ""
    return Held(_outcome(start, spots), found, max((h.since for h in found), default=last), steps)


def spot_of(body: Known) -> Spot:
    """Give where a known body stands."""
    return Spot(body.body.id, body.seat.id if body.seat else "", body.region)


def heirs(key: str, spot: Spot, day: str) -> Iterator[Holder]:
    """Give who is, on an ISO day, the body of id *key* at the seat of *spot* or above it."""
    scope = body_of(key).scope
    seat = "" if scope == CENTRAL else spot.province if scope == "province" else spot.seat
    spots, _ = _followed(Spot(key, seat), day)
    for each in spots or ():
        yield Holder(_name(each, day), since(each, day), each)


def _outcome(start: Spot, spots: frozenset[Spot]) -> str:
    if not spots:
        return ENDED
    if len(spots) > 1:
        return SEVERAL
    lives = spots == {start} or spots == {replace(start, seat=continued(start.seat))}
    return ITSELF if lives else SUCCESSOR


def _followed(start: Spot, day: str) -> tuple[frozenset[Spot] | None, tuple[Event, ...]]:
    """Take a spot through the events until *day*; None where an event on the way is not known."""
    spots, steps = frozenset({start}), dict[Event, None]()
    for event in events_of(start.seat):
        for spot in sorted([each for each in spots if _touches(event, each)]):
            over = event.over(spot.province, day)
            if over is False or (over is None and spot.body in event.after):
                continue
            steps[event] = None
            moved = _moved(event, spot) if over else None
            if moved is None:
                return None, tuple(steps)
            spots = spots - {spot} | set(moved)
    return spots, tuple(steps)


def _touches(event: Event, spot: Spot) -> bool:
    """Tell whether an event changes a spot: its body, or the place it stands in."""
    if event.bodies:
        return spot.body in event.before
    return spot.region is None and spot.seat in event.before


def _moved(event: Event, spot: Spot) -> tuple[Spot, ...] | None:
    """Give the spots that follow one; () when it ended, None where that is not known."""
    if not event.bodies:
        moved = tuple(replace(spot, seat=seat) for seat in places_after(event, spot.seat))
        return moved if moved and all(_stands(each, event.date) for each in moved) else None
    if event.type == UNKNOWN or (event.where and spot.province not in event.where):
        return None
    if spot.body in event.after:
        return (spot,)
    if event.shared_out:
        return ()
    landed = [each for to in event.after for each in _landed(event, spot, to)]
    return tuple(landed) if landed or not event.after else None


def places_after(event: Event, seat: str) -> tuple[str, ...]:
    """Give the seats that a place became by an event of places; () when it ended."""
    return (seat,) if seat in event.after else event.after


def _stands(spot: Spot, day: str) -> bool:
    """Tell whether a commune has such a body: when it becomes a ward, some rooms have no heir."""
    seat = Seat(spot.seat)
    if seat.level != "commune":
        return True
    called = called_on(seat, day)
    return called is not None and spot.row.stands_in(called.kind, seat.level)


def _landed(event: Event, spot: Spot, to: str) -> Iterator[Spot]:
    """Give the body *to* where it takes over a spot; nothing where its area is not known."""
    scope = body_of(to).scope
    if scope == CENTRAL:
        yield Spot(to)
    elif scope == "region":
        region = region_over(to, spot.seat, event.date_at(spot.province))
        if region:
            yield Spot(to, spot.seat, region)
    elif spot.region and not spot.seat:
        yield from (Spot(to, seat) for seat in spot.region.seats)
    elif scope == "province":
        yield Spot(to, spot.province)
    elif scope == Seat(spot.seat).level:
        yield Spot(to, spot.seat)


def since(spot: Spot, day: str) -> str:
    """Give the last day until *day* on which a spot was founded, merged, enlarged or renamed."""
    here = spot.province
    made = (e for e in events_of(spot.seat) if _makes(e, spot) and e.over(here, day))
    found = [event.date_at(here) for event in made]
    return max([*found, spot.region.valid_from] if spot.region else found, default="")


def _makes(event: Event, spot: Spot) -> bool:
    """Tell whether an event made a spot what it is; single functions that come do not."""
    if not event.bodies:
        return spot.region is None and spot.seat in event.after
    here = not event.where or spot.province in event.where
    return spot.body in event.after and here and not event.shared_out


def _name(spot: Spot, day: str, asked: Known | None = None) -> str:
    """Give the full name of a spot on a day; of the body asked for, its own words."""
    if spot.region:
        return spot.region.name
    called = called_on(Seat(spot.seat), day) if spot.seat else None
    if called is None:
        return spot.row.name
    if asked and asked.called == called and asked.body.id == spot.body:
        return asked.name
    return counterpart(spot.row, called.kind).at(called.bare, called.label)


def _predecessors(body: Known, start: Spot, first: str) -> Iterator[str]:
    """Give the names of what was there before a body began."""
    eve = _day_before(first)
    if body.called and body.called.valid_from == first:
        yield from (_name(each, eve) for each in _spots_before(start, first, eve))
        return
    for event in events_of(start.seat):
        if event.bodies and event.date_at(start.province) == first and start.body in event.after:
            yield from (_name(Spot(each, start.seat), eve) for each in event.before)


def _spots_before(start: Spot, first: str, eve: str) -> Iterator[Spot]:
    """Give where a body stood on the eve of its seat's name: there, or in what became the seat."""
    if called_on(Seat(start.seat), eve):
        yield start
        return
    for event in events_of(start.seat):
        if not event.bodies and event.date == first and start.row.valid_from < first:
            yield from (replace(start, seat=each) for each in event.before)


def _day_before(first: str) -> str:
    year = first if len(first) > len("2025") else f"{first}-01-01"
    return (dt.date.fromisoformat(year) - dt.timedelta(days=1)).isoformat()
