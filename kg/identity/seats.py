"""Where a body stands: a province or a district under its id, and how its name is said there."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.identity.districts import districts, districts_named
from kg.identity.provinces import namings, province, provinces_on
from kg.lexicon import rows
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_CAPITAL_CITY = "Thành phố Hồ Chí Minh"  # Decree 30/2020/NĐ-CP, Annex II: a capital of its own
_EVER = "2008-08-01"


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A place that bodies stand in: the id of a province or of a district."""

    id: str

    @property
    def level(self) -> str:
        """Give the level: ``province`` or ``district``."""
        return "district" if "/" in self.id else "province"

    @property
    def province(self) -> str:
        """Give the id of the province: the seat itself, or the one around the district."""
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


@functools.cache
def every_called() -> tuple[Called, ...]:
    """Give every naming of every seat, provinces first."""
    return (*_of_provinces(), *_of_districts())


def _of_provinces() -> Iterator[Called]:
    for key in (each.id for each in provinces_on(_EVER)):
        for told in namings(key):
            bare = told.label[len(told.kind) :].strip()
            own = told.label == _CAPITAL_CITY
            label = told.label if own else f"{told.kind} {bare}"
            last = told.valid_to or province(key).valid_to
            bare = _CAPITAL_CITY if own else bare
            yield Called(Seat(key), label, bare, told.kind, told.valid_from, last)


def _of_districts() -> Iterator[Called]:
    last = next(
        row["valid_to"] for row in rows("gazetteer/place_levels") if row["id"] == "district"
    )
    for each in districts():
        twins = [other for other in districts_named(each.name) if other.kind == each.kind]
        label = f"{each.label}, {_around(each.province)}" if len(twins) > 1 else each.label
        yield Called(Seat(each.id), label, each.name, each.kind, "", last)


def _around(key: str) -> str:
    return f"{province(key).kind} {province(key).name}"


def _indexed(words_of: Callable[[Called], Iterable[str]]) -> Mapping[str, tuple[Called, ...]]:
    found: dict[str, list[Called]] = defaultdict(list)
    for each in every_called():
        for words in dict.fromkeys(map(view, words_of(each))):
            found[words].append(each)
    return {words: tuple(called) for words, called in found.items()}


@functools.cache
def _by_label() -> Mapping[str, tuple[Called, ...]]:
    return _indexed(_labels)


def _labels(called: Called) -> Iterator[str]:
    yield called.label
    if called.seat.level == "district":
        yield f"{called.kind} {called.bare}, {_around(called.seat.province)}"


@functools.cache
def _by_bare() -> Mapping[str, tuple[Called, ...]]:
    return _indexed(lambda called: (called.bare, called.bare.removeprefix("Thành phố ")))


@functools.cache
def _by_seat() -> Mapping[str, tuple[Called, ...]]:
    return _indexed(lambda called: (called.seat.id,))


def labelled(words: str) -> tuple[Called, ...]:
    """Give the seats that a label names, on any day: ``thành phố Bắc Ninh`` was two.

    >>> [each.seat.id for each in labelled("thành phố Bắc Ninh")]
    ['bac-ninh', 'bac-ninh/bac-ninh']
    """
    return _by_label().get(view(words), ())


def named(words: str) -> tuple[Called, ...]:
    """Give the seats of a bare name, on any day.

    >>> [each.label for each in named("Cao Bằng")]
    ['tỉnh Cao Bằng', 'thành phố Cao Bằng']
    """
    return _by_bare().get(view(words), ())


def called_on(seat: Seat, day: str) -> Called | None:
    """Give how a seat is said on an ISO day; None when it is not there.

    >>> called_on(Seat("hue"), "2024-12-31").label, called_on(Seat("hue"), "2025-01-01").label
    ('tỉnh Thừa Thiên Huế', 'thành phố Huế')
    """
    return next((each for each in _by_seat()[view(seat.id)] if each.on(day)), None)
