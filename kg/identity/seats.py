"""Where a body stands: a province, district or commune, and which of them a name means."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING

from kg.identity.called import Called, Seat, provinces_called
from kg.identity.commune_seats import commune_called, commune_labelled, of_commune
from kg.identity.districts import districts, districts_named
from kg.identity.provinces import province, provinces_on
from kg.lexicon import rows
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_EVER = "2008-08-01"


@functools.cache
def every_called() -> tuple[Called, ...]:
    """Give every naming of provinces and districts; communes are looked up one by one."""
    return (*_of_provinces(), *_of_districts())


def _of_provinces() -> Iterator[Called]:
    for key in (each.id for each in provinces_on(_EVER)):
        yield from provinces_called(key)


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

    The tables of communes are read for a label of a commune alone.

    >>> [each.seat.id for each in labelled("thành phố Bắc Ninh")]
    ['bac-ninh', 'bac-ninh/bac-ninh']
    """
    found = _by_label().get(view(words), ())
    return commune_labelled(words) if not found and of_commune(words) else found


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
    known = commune_called(seat.id) if seat.level == "commune" else _by_seat()[view(seat.id)]
    return next((each for each in known if each.on(day)), None)
