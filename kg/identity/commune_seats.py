"""Communes as seats of bodies: their ids, and how their names are said on a day.

The tables of communes are opened when the first of them is asked for, never before.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.identity.called import Called, Seat, provinces_called
from kg.identity.communes import (
    Commune,
    FormerCommune,
    communes,
    communes_named,
    former_communes,
    former_communes_named,
    kinds_of_commune,
)
from kg.identity.districts import district
from kg.identity.provinces import REFORM
from kg.text import plain, view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Unit = Commune | FormerCommune
_KINDS = ("xã ", "phường ", "thị trấn ", "đặc khu ")
_EVE = (dt.date.fromisoformat(REFORM) - dt.timedelta(days=1)).isoformat()
_OPEN = "9999-12-31"
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


def of_commune(words: str) -> bool:
    """Tell whether words begin as the label of a commune: ``xã Nam Dong``, not ``thị xã Kỳ Anh``."""
    return view(words).startswith(_KINDS)


@functools.cache
def _units() -> Mapping[str, tuple[Unit, ...]]:
    """Give the communes by the id of what is around them: a province today, a district before."""
    found: dict[str, list[Unit]] = defaultdict(list)
    for each in communes().values():
        found[each.province].append(each)
    for former in former_communes().values():
        found[former.district].append(former)
    return {around: tuple(units) for around, units in found.items()}


@functools.cache
def _seats_in(around: str) -> Mapping[str, Unit]:
    """Give the communes of a province or district by their ids; namesakes in ASCII bear a code."""
    units = [(_ascii(each.label), each) for each in _units().get(around, ())]
    often = Counter(words for words, _ in units)
    return {
        f"{around}/{words}" + (f"-{each.code}" if often[words] > 1 else ""): each
        for words, each in units
    }


def _ascii(label: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in plain(label)).split())


@functools.cache
def _ids_in(around: str) -> Mapping[str, str]:
    return {each.code: key for key, each in _seats_in(around).items()}


def seat_of(unit: Unit) -> Seat:
    """Give the seat of a commune, of today or of June 2025.

    >>> seat_of(communes()["24649"]).id, seat_of(former_communes()["24649"]).id
    ('lam-dong/xa-nam-dong', 'dak-nong/cu-jut/xa-nam-dong')
    """
    around = unit.province if isinstance(unit, Commune) else unit.district
    return Seat(_ids_in(around)[unit.code])


def commune_at(key: str) -> Unit:
    """Give the commune of the id of a seat; KeyError for no such id.

    >>> commune_at("an-giang/dac-khu-phu-quoc").label
    'đặc khu Phú Quốc'
    """
    return _seats_in(key.rpartition("/")[0])[key]


@functools.lru_cache(maxsize=4096)
def commune_called(key: str) -> tuple[Called, ...]:
    """Give the names of a commune one after the other: its kind and its province change names.

    >>> for each in commune_called("dong-nai/xa-long-thanh"):
    ...     print(each.valid_from, each.label)
    2025-07-01 xã Long Thành, tỉnh Đồng Nai
    2026-04-30 phường Long Thành, thành phố Đồng Nai
    """
    unit = commune_at(key)
    if isinstance(unit, Commune):
        return tuple(_overlaps(unit, kinds_of_commune(unit.code), ""))
    around = district(unit.district)
    return tuple(_overlaps(unit, ((unit.kind, "", _EVE),), f", {around.label}"))


def _overlaps(unit: Unit, kinds: tuple[tuple[str, str, str], ...], inside: str) -> Iterator[Called]:
    """Give a name for each span in which kind and name of the province stay the same."""
    urban = inside.startswith(", quận ")
    for kind, begin, end in kinds:
        for around in provinces_called(unit.province):
            first = max(begin, around.valid_from)
            last = min(end or _OPEN, around.valid_to or _OPEN)
            if first > last or (urban and around.kind == "tỉnh"):  # no tỉnh ever held a quận
                continue
            label = f"{kind} {unit.name}{inside}, {around.label}"
            yield Called(
                seat_of(unit), label, unit.name, kind, first, "" if last == _OPEN else last
            )


def commune_labelled(words: str) -> tuple[Called, ...]:
    """Give the communes that a label names, on any day; what is around them may be left out.

    >>> [each.seat.id for each in commune_labelled("xã Nam Dong, tỉnh Đắk Nông")]
    ['dak-nong/cu-jut/xa-nam-dong']
    """
    label, *around = (part.strip() for part in view(words.translate(_APOSTROPHES)).split(","))
    kind = next((kind for kind in _KINDS if label.startswith(kind)), "")
    name = label.removeprefix(kind).strip()
    found = (each for unit in _named(name) for each in commune_called(seat_of(unit).id))
    return tuple(e for e in found if e.kind == kind.strip() and _within(around, e))


def _named(name: str) -> tuple[Unit, ...]:
    return (*communes_named(name), *former_communes_named(name))


def every_commune() -> tuple[Unit, ...]:
    """Give the communes of today and those of June 2025.

    >>> len(every_commune())
    13356
    """
    return (*communes().values(), *former_communes().values())


def _within(around: list[str], called: Called) -> bool:
    """Tell whether the parts *around* stand in the label in their order, perhaps not all."""
    parts = iter(view(called.label).split(", ")[1:])
    return all(part in parts for part in around)


def communes_over(key: str) -> tuple[Seat, ...]:
    """Give the communes of today that hold the area of a district or a part of it, by their codes.

    >>> [each.id for each in communes_over("dak-nong/cu-jut")]
    ['lam-dong/xa-cu-jut', 'lam-dong/xa-dak-wil', 'lam-dong/xa-nam-dong']
    """
    parts = (each.since for each in _units().get(key, ()) if isinstance(each, FormerCommune))
    codes = {code for since in parts for code in since} | {district(key).since}
    return tuple(seat_of(communes()[code]) for code in sorted(codes - {""}))
