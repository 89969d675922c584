"""Communes as people type them: without marks and commas, what is around them perhaps left out."""

from __future__ import annotations

import functools
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from kg.identity.commune_seats import commune_called, every_commune, seat_of
from kg.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.identity.called import Called, Seat

_KINDS = {"xa": "xa", "x": "xa", "phuong": "phuong", "p": "phuong", "thi tran": "thi tran",
          "tt": "thi tran", "dac khu": "dac khu"}  # fmt: skip

_AROUND = {"tinh ": "t ", "thanh pho ": "tp ", "huyen ": "h ", "quan ": "q ", "thi xa ": "tx "}


def folded(words: str) -> str:
    """Give words without marks, case and punctuation.

    >>> folded("Xã Đắk D'rông")
    'xa dak d rong'
    """
    return " ".join("".join(c if c.isalnum() else " " for c in plain(words)).split())


@functools.cache
def _by_name() -> Mapping[str, tuple[Seat, ...]]:
    found: dict[str, list[Seat]] = defaultdict(list)
    for unit in every_commune():
        found[folded(unit.name)].append(seat_of(unit))
    return {name: tuple(seats) for name, seats in found.items()}


def communes_like(words: str) -> tuple[Called, ...]:
    """Give the communes that folded words can name: the longest name decides, on any day.

    >>> [each.label for each in communes_like("xa nam dong dak nong")]
    ['xã Nam Dong, huyện Cư Jút, tỉnh Đắk Nông']
    """
    short = next((k for k in sorted(_KINDS, key=len)[::-1] if words.startswith(f"{k} ")), "")
    parts = words.removeprefix(short).split()
    for cut in range(len(parts), 0, -1) if short else ():
        name, around = " ".join(parts[:cut]), " ".join(parts[cut:])
        called = (each for seat in _by_name().get(name, ()) for each in commune_called(seat.id))
        fit = tuple(e for e in called if folded(e.kind) == _KINDS[short] and around in _around(e))
        if fit:
            return fit
    return ()


def _around(called: Called) -> frozenset[str]:
    """Give the ways to say what is around a commune: each part in full, short, bare or not at all."""
    parts = [tuple(_ways(part)) for part in called.label.split(", ")[1:]]
    return frozenset(" ".join(filter(None, chosen)) for chosen in product(*parts))


def _ways(part: str) -> Iterator[str]:
    words = folded(part)
    yield from ("", words)
    for kind, short in _AROUND.items():
        if words.startswith(kind):
            yield from (words.removeprefix(kind), short + words.removeprefix(kind))
