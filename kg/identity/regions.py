"""Bodies of a region: areas of their own, with a number, over several provinces or districts."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from kg.lexicon import rows, variants
from kg.text import view


@dataclass(frozen=True, slots=True)
class Region:
    """One numbered body with the seats that it covers, as far as they are known."""

    body: str
    number: str
    name: str
    seats: tuple[str, ...]
    valid_from: str
    valid_to: str
    acts: tuple[str, ...]
    note: str


@functools.cache
def regions() -> tuple[Region, ...]:
    """Give the regions in the order of the table.

    >>> regions()[0].name
    'Chi cục Thuế khu vực XIII'
    """
    return tuple(
        Region(row["body"], row["number"], row["name"], variants(row, "seats"), row["valid_from"],
               row["valid_to"], variants(row, "act"), row["note"])
        for row in rows("gazetteer/regions")
    )  # fmt: skip


def region_named(name: str) -> Region | None:
    """Give the region of a full name."""
    return next((each for each in regions() if view(each.name) == view(name)), None)


def region_over(body: str, seat: str, day: str) -> Region | None:
    """Give the region of one body that covers a seat on an ISO day.

    >>> region_over("chi-cuc-thue-khu-vuc", "phu-yen", "2025-03-01").number
    'XIII'
    """
    over = (each for each in regions() if each.body == body and seat in each.seats)
    return next((e for e in over if e.valid_from <= day <= (e.valid_to or "9999-12-31")), None)
