"""What happened to a commune: the reform of July 2025, and new kinds and names since.

These events stand beside the timeline, not in it: ten thousand of them would burden every body.
"""

from __future__ import annotations

import functools
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.identity.called import Called, Seat
from kg.identity.commune_seats import commune_at, commune_called, seat_of
from kg.identity.communes import (
    Commune,
    FormerCommune,
    acts_of_commune,
    communes,
    origin_of_commune,
)
from kg.identity.districts import districts
from kg.identity.provinces import REFORM, province
from kg.identity.timeline import Event, in_order, timeline
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def events_of(seat: str) -> tuple[Event, ...]:
    """Give the events that can touch a body at a seat, earliest first; of a commune its own too.

    >>> [each.id for each in events_of("dak-nong/cu-jut/xa-nam-dong") if not each.bodies]
    ['2025-07-01/lam-dong/xa-nam-dong']
    """
    return _of_commune(seat) if Seat(seat).level == "commune" else timeline()


@functools.lru_cache(maxsize=4096)
def _of_commune(seat: str) -> tuple[Event, ...]:
    unit = commune_at(seat)
    own = _life(unit) if isinstance(unit, Commune) else _way(unit)
    bodies = (event for event in timeline() if event.bodies)
    return in_order((*bodies, *own))


def continued(seat: str) -> str:
    """Give the seat under which a commune goes on: its name and kind stayed, and its area whole.

    The seat itself where it does not: a new kind or a divided area makes another commune.

    >>> continued("dak-nong/cu-jut/xa-nam-dong"), continued("yen-bai/tram-tau/thi-tran-tram-tau")
    ('lam-dong/xa-nam-dong', 'yen-bai/tram-tau/thi-tran-tram-tau')
    """
    unit = commune_at(seat) if Seat(seat).level == "commune" else None
    if isinstance(unit, FormerCommune) and len(unit.since) == 1:
        heir = communes()[unit.since[0]]
        if view(heir.label) == view(unit.label):
            return seat_of(heir).id
    return seat


def _way(unit: FormerCommune) -> Iterator[Event]:
    """Give what happened to a commune of before, and on to what its area belongs to now."""
    yield from _renamed(seat_of(unit).id)
    heirs = [communes()[code] for code in unit.since]
    if len(heirs) == 1:
        yield from _life(heirs[0])
        return
    yield _split(unit, heirs)
    for each in heirs:
        yield from _renamed(seat_of(each).id)


def _life(unit: Commune) -> Iterator[Event]:
    """Give how a commune of today was made, and the changes of its name since."""
    yield _made(unit, origin_of_commune(unit.code))
    yield from _renamed(seat_of(unit).id)


def _made(unit: Commune, parts: tuple[FormerCommune, ...]) -> Event:
    """Give the founding of a commune; five islands were districts without communes."""
    seat = seat_of(unit).id
    before = tuple(seat_of(each).id for each in parts)
    kind = ("creation", "renaming", "merger")[min(len(parts), 2)]
    was = _names(map(_last, before)) or ", ".join(
        d.label for d in districts() if d.since == unit.code
    )
    note = f"{was} → {_first(seat)}"
    return Event(f"{REFORM}/{seat}", kind, REFORM, before, (seat,), _acts(unit), note=note,
                 bodies=False)  # fmt: skip


def _split(unit: FormerCommune, heirs: list[Commune]) -> Event:
    seat, after = seat_of(unit).id, tuple(seat_of(each).id for each in heirs)
    note = f"{_last(seat)} → {_names(map(_first, after))}"
    return Event(f"{REFORM}/{seat}", "split", REFORM, (seat,), after, _acts(heirs[0]), note=note,
                 bodies=False)  # fmt: skip


def _acts(unit: Commune) -> tuple[str, ...]:
    return (province(unit.province).communes_act,)


def _names(labels: Iterable[str]) -> str:
    """Join labels; what is around several in a row stands behind the last of them alone."""
    told = [each.split(", ", 1) for each in labels]
    around = [rest for _, rest in told] + [""]
    return "; ".join(
        name if rest == around[at + 1] else f"{name}, {rest}"
        for at, (name, rest) in enumerate(told)
    )


def _first(seat: str) -> str:
    return commune_called(seat)[0].label


def _last(seat: str) -> str:
    return commune_called(seat)[-1].label


def _renamed(seat: str) -> Iterator[Event]:
    """Give the events between the names of a commune: of its own kind, and of its province."""
    for old, new in pairwise(commune_called(seat)):
        if old.kind != new.kind:
            yield _new_kind(old, new)
        for event in timeline():
            if event.date == new.valid_from and event.before == event.after == (old.seat.province,):
                yield replace(event, before=(seat,), after=(seat,))


def _new_kind(old: Called, new: Called) -> Event:
    seat, day = old.seat.id, new.valid_from
    acts = acts_of_commune(commune_at(seat).code, day)
    note = f"{old.label} → {new.label}"
    return Event(f"{day}/{seat}", "change-of-kind", day, (seat,), (seat,), acts, note=note,
                 bodies=False)  # fmt: skip
