"""What happened to provinces and districts: mergers, renamings, changes of kind, an abolition.

An event reads as one of the W3C organization ontology (``org:ChangeEvent``): original units go
in, resulting units come out. A unit that goes on, changed by the event, stands on both sides;
it is one unit, and never the same as another that went into it.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.identity.districts import districts
from kg.identity.provinces import (
    REFORM,
    Naming,
    Province,
    label_on,
    namings,
    origin_of,
    provinces_on,
)
from kg.lexicon import rows, variants


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """One event on the *date* of its effect: ids *before* and *after*, the acts, a note in words."""

    id: str
    date: str
    type: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    acts: tuple[str, ...]
    note: str

    @property
    def continuing(self) -> tuple[str, ...]:
        """Give the units that go on, changed by the event.

        >>> changes_of("ha-nam")[0].before, changes_of("ha-nam")[0].continuing
        (('ha-nam', 'nam-dinh', 'ninh-binh'), ('ninh-binh',))
        """
        return tuple(key for key in self.before if key in self.after)


@functools.cache
def place_changes() -> tuple[PlaceChange, ...]:
    """Give all events by their dates and ids; types: merger, renaming, change-of-kind, abolition.

    >>> place_changes()[0].note
    'Tỉnh Thừa Thiên Huế → Thành phố Huế'
    """
    found = (*_mergers(), *_renamings(), *_abolitions())
    return tuple(sorted(found, key=lambda each: (each.date, each.id)))


def changes_of(key: str) -> tuple[PlaceChange, ...]:
    """Give the events that a province or district took part in.

    >>> [(each.date, each.type) for each in changes_of("bac-ninh")]
    [('2025-07-01', 'merger'), ('2026-09-20', 'change-of-kind')]
    """
    return tuple(each for each in place_changes() if key in (*each.before, *each.after))


def _mergers() -> Iterator[PlaceChange]:
    """Give a merger for each province that took in others; those that ended name day and act."""
    for known in provinces_on(REFORM):
        parts = origin_of(known.id)
        ended = [each for each in parts if each.valid_to]
        if ended:
            acts = tuple(sorted({each.acts[-1] for each in ended}))
            yield _merger(known, parts, ended[0].valid_to, acts)


def _merger(
    into: Province, parts: tuple[Province, ...], last: str, acts: tuple[str, ...]
) -> PlaceChange:
    """Give the event that followed the *last* day of the units that ended."""
    date, keys = _after(last), tuple(each.id for each in parts)
    before = ", ".join(filter(None, (label_on(key, last) for key in keys)))
    note = f"{before} → {label_on(into.id, date)}"
    return PlaceChange(f"{date}/{into.id}", date, "merger", keys, (into.id,), acts, note)


def _renamings() -> Iterator[PlaceChange]:
    """Give an event for each pair of names that a province bore one after the other."""
    for key in sorted({row["province"] for row in rows("gazetteer/renamings")}):
        for old, new in pairwise(namings(key)):
            kind = "change-of-kind" if _bare(old) == _bare(new) else "renaming"
            note = f"{old.label} → {new.label}"
            event, acts = f"{new.valid_from}/{key}", (new.act,)
            yield PlaceChange(event, new.valid_from, kind, (key,), (key,), acts, note)


def _bare(naming: Naming) -> str:
    return naming.label[len(naming.kind) :].strip()


def _abolitions() -> Iterator[PlaceChange]:
    """Give the end of a level with all its units; that of the districts is the only one to end."""
    for row in rows("gazetteer/place_levels"):
        if row["valid_to"]:
            date, keys = _after(row["valid_to"]), tuple(each.id for each in districts())
            note = f"kết thúc {row['vi']}: {len(keys)} đơn vị"
            event, acts = f"{date}/{row['id']}-level", variants(row, "act")
            yield PlaceChange(event, date, "abolition", keys, (), acts, note)


def _after(day: str) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()
