"""How a seat is called: a province, district or commune under its id, and its names on days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.identity.provinces import namings, province

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAPITAL_CITY = "Thành phố Hồ Chí Minh"  # Decree 30/2020/NĐ-CP, Annex II: a capital of its own
_SINCE_REFORM = ("xa-", "phuong-", "dac-khu-")  # no district has an id like these


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A place that bodies stand in, by its id.

    A province is ``dak-nong``, a district ``dak-nong/cu-jut``; a commune hangs below its district
    until 30 June 2025 (``dak-nong/cu-jut/xa-nam-dong``) and below its province since
    (``lam-dong/xa-nam-dong``, with the kind of the first day).
    """

    id: str

    @property
    def level(self) -> str:
        """Give the level: ``province``, ``district`` or ``commune``.

        >>> Seat("dak-nong/cu-jut").level, Seat("lam-dong/xa-nam-dong").level
        ('district', 'commune')
        """
        _, slash, below = self.id.partition("/")
        if not slash:
            return "province"
        return "commune" if "/" in below or below.startswith(_SINCE_REFORM) else "district"

    @property
    def province(self) -> str:
        """Give the id of the province: the seat itself, or the one around it."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Called:
    """How a seat is said behind the name of a body, from one ISO day to another; "" is open."""

    seat: Seat
    label: str
    bare: str
    kind: str
    valid_from: str = ""
    valid_to: str = ""

    def on(self, day: str) -> bool:
        """Tell whether the seat is called so on an ISO day."""
        return self.valid_from <= day <= (self.valid_to or "9999-12-31")


def provinces_called(key: str) -> Iterator[Called]:
    """Give the names of a province one after the other.

    >>> [each.label for each in provinces_called("ho-chi-minh")]
    ['Thành phố Hồ Chí Minh']
    """
    for told in namings(key):
        bare = told.label[len(told.kind) :].strip()
        own = told.label == _CAPITAL_CITY
        label = told.label if own else f"{told.kind} {bare}"
        last = told.valid_to or province(key).valid_to
        yield Called(Seat(key), label, label if own else bare, told.kind, told.valid_from, last)
