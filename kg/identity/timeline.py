"""What happened to bodies and to the places they stand in: one list of events, in order.

A day may be known to its year only ("2025": each province chose its own); then what holds inside
that year is not known, unless the table gives the day of the province.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.identity.place_changes import place_changes
from kg.lexicon import Row, rows, variants

if TYPE_CHECKING:
    from collections.abc import Iterable

UNKNOWN = "unknown"
_YEAR = 4
_MIDDLE = "-06-15"  # where a year stands among days


@dataclass(frozen=True, slots=True)
class Event:
    """A change of bodies (*bodies* is true) or of places: ids before and after, on a day.

    *days* gives the day of single provinces, *where* the only provinces that it is known of.
    """

    id: str
    type: str
    date: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    acts: tuple[str, ...]
    basis: str = ""
    note: str = ""
    bodies: bool = True
    days: tuple[tuple[str, str], ...] = ()
    where: tuple[str, ...] = ()

    @property
    def shared_out(self) -> bool:
        """Tell whether the work of a body went to several others and none took the whole."""
        return self.type == "absorption" and len(self.after) > 1

    def date_at(self, province: str) -> str:
        """Give the day of the event in a province, or its year where no more is known."""
        return dict(self.days).get(province, self.date)

    def over(self, province: str, day: str) -> bool | None:
        """Tell whether the event was over on an ISO day; None where the year alone is known.

        >>> told = next(e for e in timeline() if e.id == "2025-ban-tuyen-giao-va-dan-van-tinh-uy")
        >>> told.over("bac-giang", "2025-03-01"), told.over("ha-nam", "2025-03-01")
        (True, None)
        """
        date = self.date_at(province)
        if len(date) == _YEAR and day[:_YEAR] == date:
            return None
        return day[: len(date)] >= date


@functools.cache
def timeline() -> tuple[Event, ...]:
    """Give every event of bodies, provinces and districts, in order."""
    return in_order((*_of_bodies(), *_of_places()))


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Give events earliest first; on one day bodies change before their places do."""
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[str, bool, str]:
    date = event.date + _MIDDLE if len(event.date) == _YEAR else event.date
    return date, not event.bodies, event.id


def _of_bodies() -> tuple[Event, ...]:
    return tuple(map(_body_event, rows("gazetteer/changes")))


def _body_event(row: Row) -> Event:
    days = tuple(
        (key, day) for key, _, day in (each.partition("=") for each in variants(row, "days"))
    )
    return Event(row["id"], row["type"], row["date"], variants(row, "from"), variants(row, "to"),
                 variants(row, "act"), row["date_basis"], row["note"], days=days,
                 where=variants(row, "where"))  # fmt: skip


def _of_places() -> tuple[Event, ...]:
    return tuple(
        Event(each.id, each.type, each.date, each.before, each.after, each.acts, note=each.note,
              bodies=False)
        for each in place_changes()
    )  # fmt: skip
