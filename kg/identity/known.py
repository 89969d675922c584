"""A full name to the body that the gazetteer knows: which row, standing where.

Full names are those of the record: "Sở Y tế tỉnh Đắk Nông", "Tỉnh ủy Bến Tre", "Bộ Nội vụ".
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.identity.bodies import Body, central, local
from kg.identity.called import Called, Seat
from kg.identity.regions import Region, region_named
from kg.identity.seats import labelled, named
from kg.text import modern, squeeze, view

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNIT_OF_DEPARTMENT = "Thanh tra Sở ("


@dataclass(frozen=True, slots=True)
class Known:
    """A body of the tables under a full name, at its seat; a central one has none."""

    name: str
    body: Body
    called: Called | None = None
    region: Region | None = None

    @property
    def seat(self) -> Seat | None:
        """Give where it stands."""
        return self.called.seat if self.called else None

    @property
    def first_day(self) -> str:
        """Give the first day on which the name was borne, a year, or "" where it is not known."""
        starts = (self.body, self.called, self.region)
        return max(each.valid_from for each in starts if each)

    @property
    def id(self) -> str:
        """Give ``so-y-te@dak-nong``, or the id of a central body.

        >>> known("Sở Y tế tỉnh Đắk Nông").id, known("Bộ Y tế").id
        ('so-y-te@dak-nong', 'bo-y-te')
        """
        where = self.called.seat.id if self.called else self.region and self.region.number
        return f"{self.body.id}@{where}" if where else self.body.id


def known(name: str, day: str = "") -> Known | None:
    """Give the body of a full name; None for what the tables do not hold or cannot tell apart.

    A name that two places bore on different days is told by *day*, an ISO day, else by none.
    A commune alone, without what is around it, is one that the day knows and no other bears.

    >>> known("Công ty TNHH Hoa Sen") is None
    True
    >>> known("Ủy ban nhân dân thành phố Huế", "2025-02-01").id
    'uy-ban-nhan-dan-cap-tinh@hue'
    """
    found = tuple(each for each in readings(name) if _told(each, day))
    if len(found) > 1 and day:
        found = tuple(each for each in found if each.called is None or each.called.on(day)) or found
    return found[0] if len({each.id for each in found}) == 1 else None


def _told(body: Known, day: str) -> bool:
    """Tell whether a name is enough: ``xã Nam Dong`` alone may be one that ended long ago."""
    called = body.called
    if called is None or called.seat.level != "commune":
        return True
    return "," in body.name[len(body.body.head) :] or (bool(day) and called.on(day))


@functools.cache
def _central() -> dict[str, Body]:
    return {view(body.name): body for body in central().values()}


@functools.cache
def _local() -> dict[str, tuple[Body, ...]]:
    """Give the local bodies by the words before the place."""
    found: dict[str, tuple[Body, ...]] = {}
    for body in local().values():
        if "{number}" not in body.pattern:
            found[view(body.head)] = (*found.get(view(body.head), ()), body)
    return found


def readings(name: str) -> Iterator[Known]:
    """Give every body that a name can be: the longest head decides, its places follow.

    >>> [each.called.label for each in readings("Công an xã Nam Dong") if each.called]
    ['xã Nam Dong, tỉnh Lâm Đồng', 'xã Nam Dong, huyện Cư Jút, tỉnh Đắk Nông']
    """
    name = squeeze(modern(name))
    whole = _central().get(view(name))
    if whole:
        yield Known(name, whole)
        return
    region = region_named(name)
    if region:
        yield Known(name, local()[region.body], region=region)
        return
    if name.startswith(_UNIT_OF_DEPARTMENT):
        yield from _inspectorates(name)
        return
    words = name.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        bodies = _local().get(view(" ".join(words[:cut])), ())
        found = [each for body in bodies for each in _at(name, body, " ".join(words[cut:]))]
        if found:
            yield from found
            return


def _at(name: str, body: Body, place: str) -> Iterator[Known]:
    """Give a body at each seat that *place* can be."""
    bare = "{place}" in body.pattern
    for called in named(place) if bare else labelled(place):
        if stands_at(body, called):
            yield Known(name, body, called)


def stands_at(body: Body, called: Called) -> bool:
    """Tell whether a body stands in a place; of a commune also whether it was there in time."""
    ended = bool(called.valid_to) and body.valid_from > called.valid_to
    commune = called.seat.level == "commune"
    return body.stands_in(called.kind, called.seat.level) and not (commune and ended)


def _inspectorates(name: str) -> Iterator[Known]:
    """Give ``Thanh tra Sở (Sở Y tế tỉnh Hà Tĩnh)`` at the seat of its department."""
    inside = known(name[len(_UNIT_OF_DEPARTMENT) :].removesuffix(")"))
    if inside and inside.called:
        yield Known(name, local()["thanh-tra-so"], inside.called)
