"""Communes since July 2025 and before: 13,356 rows that are read only when one is asked for."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from kg.dates import checked
from kg.identity.districts import district, districts
from kg.identity.provinces import REFORM
from kg.lexicon import Row, rows, variants
from kg.text import view


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune since July 2025: ``xã``, ``phường`` or ``đặc khu``; the kind is that of the first day."""

    code: str
    name: str
    kind: str
    province: str

    @property
    def label(self) -> str:
        """Give ``xã Trạm Tấu``."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """A commune of 30 June 2025 with the id of its district; *since*: what its area belongs to now.

    Several codes in *since* say that its area was shared out; how much went where is not told.
    """

    code: str
    name: str
    kind: str
    district: str
    since: tuple[str, ...]

    @property
    def label(self) -> str:
        """Give ``thị trấn Trạm Tấu``."""
        return f"{self.kind} {self.name}"

    @property
    def province(self) -> str:
        """Give the id of the province that held it."""
        return district(self.district).province


_Unit = TypeVar("_Unit", Commune, FormerCommune)


@functools.cache
def communes() -> dict[str, Commune]:
    """Give the communes since July 2025 by their codes.

    >>> len(communes()), communes()["00004"].label
    (3321, 'phường Ba Đình')
    """
    return {row["code"]: Commune(**row) for row in rows("gazetteer/communes")}


@functools.cache
def former_communes() -> dict[str, FormerCommune]:
    """Give the communes of 30 June 2025 by their codes, which are not those of today.

    >>> len(former_communes()), former_communes()["00004"].label
    (10035, 'phường Trúc Bạch')
    """
    ids = {each.code: each.id for each in districts()}
    return {
        row["code"]: FormerCommune(
            row["code"], row["name"], row["kind"], ids[row["district"]], variants(row, "since")
        )
        for row in rows("gazetteer/communes_before")
    }


def _named(units: Iterable[_Unit]) -> dict[str, tuple[_Unit, ...]]:
    found: dict[str, list[_Unit]] = {}
    for each in units:
        found.setdefault(view(each.name), []).append(each)
    return {name: tuple(group) for name, group in found.items()}


@functools.cache
def _communes_by_name() -> dict[str, tuple[Commune, ...]]:
    return _named(communes().values())


@functools.cache
def _former_by_name() -> dict[str, tuple[FormerCommune, ...]]:
    return _named(former_communes().values())


def communes_named(name: str, province: str = "") -> tuple[Commune, ...]:
    """Give the communes of today of a name in any letters, of one province if its id is given.

    >>> [each.label for each in communes_named("TAM ĐIỆP", "ninh-binh")]
    ['phường Tam Điệp']
    """
    found = _communes_by_name().get(view(name), ())
    return tuple(each for each in found if province in {"", each.province})


def former_communes_named(name: str, within: str = "") -> tuple[FormerCommune, ...]:
    """Give the communes of June 2025 of a name, *within* the id of a province or of a district.

    >>> [each.label for each in former_communes_named("Trạm Tấu", "yen-bai/tram-tau")]
    ['thị trấn Trạm Tấu', 'xã Trạm Tấu']
    """
    found = _former_by_name().get(view(name), ())
    return tuple(each for each in found if within in {"", each.province, each.district})


@functools.cache
def _origins() -> dict[str, tuple[FormerCommune, ...]]:
    found: dict[str, list[FormerCommune]] = {}
    for each in former_communes().values():
        for code in each.since:
            found.setdefault(code, []).append(each)
    return {code: tuple(group) for code, group in found.items()}


def origin_of_commune(code: str) -> tuple[FormerCommune, ...]:
    """Give the communes of June 2025 of which a commune of today holds all or a part.

    () for the five islands that were districts without communes.

    >>> [each.name for each in origin_of_commune("00004")]
    ['Trúc Bạch', 'Quán Thánh', ...]
    """
    return _origins().get(code, ())


@functools.cache
def _changed() -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows("gazetteer/commune_changes"):
        found[row["code"]] = (*found.get(row["code"], ()), row)
    return found


def kinds_of_commune(code: str) -> tuple[tuple[str, str, str], ...]:
    """Give the kinds of a commune of today, each with its first and its last day; "" is open.

    >>> kinds_of_commune("26170")
    (('xã', '2025-07-01', '2026-04-29'), ('phường', '2026-04-30', ''))
    """
    later = [(row["kind"], row["valid_from"]) for row in _changed().get(code, ())]
    told = [(communes()[code].kind, REFORM), *later]
    ends = [_day_before(first) for _, first in later]
    return tuple((kind, first, last) for (kind, first), last in zip(told, [*ends, ""], strict=True))


def acts_of_commune(code: str, day: str) -> tuple[str, ...]:
    """Give the acts by which a commune of today became another kind on an ISO day.

    >>> acts_of_commune("26170", "2026-04-30")
    ('237/NQ-UBTVQH16',)
    """
    later = _changed().get(code, ())
    return tuple(act for row in later if row["valid_from"] == day for act in variants(row, "act"))


def _day_before(day: str) -> str:
    return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()


def commune_kind_on(code: str, day: str) -> str | None:
    """Give the kind of a commune of today on an ISO day; None before July 2025 or for no such code.

    >>> commune_kind_on("26170", "2026-04-29"), commune_kind_on("26170", "2026-04-30")
    ('xã', 'phường')
    """
    when = checked(day)
    kinds = kinds_of_commune(code) if code in communes() else ()
    return next((k for k, first, last in kinds if first <= when <= (last or "9999-12-31")), None)
