"""Which place printed words mean in a document of one day, and what is added to tell it apart.

A district bears its province only where another one has its kind and name, or where a province
bears the very label on another day (Huế, Bắc Ninh); a commune bears what stands above it always.
"""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass

from kg.identity.districts import District, districts, districts_named
from kg.identity.places import province_named
from kg.identity.provinces import REFORM, Naming, naming_on, namings, origin_of, province
from kg.shape import Scope
from kg.text import view

COMMUNES = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
DISTRICTS = frozenset({"huyện", "quận", "thị xã", "thành phố"})
CITY = "thành phố"
_KEPT = frozenset({"Thành phố Hồ Chí Minh"})  # Decree 30/2020, annex II: with a capital


@dataclass(frozen=True, slots=True)
class Located:
    """A place: *label* follows the name of a body, *whole* tells all that stands above as well.

    *inferred*: the document and not the words decided. *why* says why nothing is decided.
    """

    label: str = ""
    whole: str = ""
    name: str = ""
    inferred: bool = False
    why: str = ""
    near: bool = False
    level: str = ""


HUE = Located(
    "thành phố Huế, tỉnh Thừa Thiên Huế",
    "thành phố Huế, tỉnh Thừa Thiên Huế",
    "Huế",
    level="district",
)
"""The city inside Thừa Thiên Huế, which ended before the table of districts begins."""


def undecided(why: str) -> Located:
    """Give the answer of a reader who would ask back."""
    return Located(why=why)


@functools.lru_cache(maxsize=1024)
def province_label(key: str, day: str = "") -> str:
    """Give the label of a province as it follows a name, on a day or of its last days.

    >>> province_label("hue", "2024-10-08"), province_label("ho-chi-minh")
    ('tỉnh Thừa Thiên Huế', 'Thành phố Hồ Chí Minh')
    """
    naming = naming_on(key, day) if day else None
    return cased(naming.label if naming else province(key).label)


def cased(label: str) -> str:
    """Give a label as it stands behind a name: in small letters but for Thành phố Hồ Chí Minh."""
    return label if label in _KEPT else label[:1].lower() + label[1:]


def bare(naming: Naming) -> str:
    """Give a name without its kind: ``Thừa Thiên Huế``."""
    return naming.label[len(naming.kind) :].strip()


@functools.lru_cache(maxsize=1024)
def ever_city(name: str) -> bool:
    """Tell whether a centrally run city bears a name on some day that the tables know.

    >>> ever_city("Bắc Ninh"), ever_city("Tam Điệp")
    (True, False)
    """
    place = province_named(name)
    found = namings(place.id) if place else ()
    return any(each.kind == CITY and view(bare(each)) == view(name) for each in found)


def is_central_city(words: str, day: str = "", inside: str = "") -> bool:
    """Tell whether "thành phố X" is a province on a day; *inside* is the label of the document's own.

    >>> is_central_city("Đồng Nai", "2026-04-30"), is_central_city("Bắc Ninh", "2025-03-01")
    (True, False)
    """
    place = province_named(words)
    if place is None:
        return False
    lower = any(each.kind == CITY for each in districts_named(words))
    if not lower and (place.id, CITY) != ("hue", CITY):
        return True  # no city of a province bears the name
    naming = naming_on(place.id, day) if day else None
    if naming:
        return naming.kind == CITY
    return inside.lower() == f"{CITY} {place.name}".lower() or place.kind == CITY


def own_id(scope: Scope) -> str:
    """Give the id of the province of a document, or "" for none."""
    place = province_named(scope.province) if scope.province else None
    return place.id if place else ""


def around(scope: Scope) -> frozenset[str]:
    """Give the ids of the provinces whose places the document may mean: since July 2025 the parts too."""
    key = own_id(scope)
    if not key or (scope.day and scope.day < REFORM):
        return frozenset({key}) - {""}
    return _with_parts(key)


@functools.cache
def _with_parts(key: str) -> frozenset[str]:
    return frozenset({key, *(each.id for each in origin_of(key))})


@functools.cache
def _homonyms() -> Counter[tuple[str, str]]:
    return Counter((each.kind, view(each.name)) for each in districts())


def district_label(unit: District, day: str = "") -> str:
    """Give the label of a district, with its province where the label alone names several.

    >>> from kg.identity.districts import district
    >>> district_label(district("ninh-binh/tam-diep"))
    'thành phố Tam Điệp'
    """
    alone = _homonyms()[unit.kind, view(unit.name)] == 1
    if alone and not (unit.kind == CITY and ever_city(unit.name)):
        return unit.label
    return f"{unit.label}, {province_label(unit.province, day)}"


def level_of(scope: Scope) -> str:
    """Give the level of the issuer, such as ``province``, ``district`` or ``central``."""
    return scope.level.partition("-")[0]


def own(scope: Scope) -> Located:
    """Give the place of the document itself."""
    label = scope.jurisdiction
    whole = label
    if scope.district_label and scope.province_label and ", " not in label:
        whole = f"{label}, {scope.province_label}"
    name = label.partition(",")[0]
    for kind in (*DISTRICTS, *COMMUNES, "tỉnh", "Thành phố"):
        name = name.removeprefix(f"{kind} ")
    level = level_of(scope) if scope.district_label else "province"
    return Located(label, whole, name, inferred=True, level=level)


def own_province(scope: Scope) -> Located:
    """Give the province of the document."""
    label = scope.province_label
    return Located(label, label, scope.province, inferred=True, level="province")


def meant(level: str, scope: Scope) -> Located:
    """Give the place that a bare level means: ``UBND tỉnh``, ``Công an thành phố``.

    >>> meant("tỉnh", Scope(province="Bến Tre", province_label="tỉnh Bến Tre")).label
    'tỉnh Bến Tre'
    >>> meant("tỉnh", Scope()).why
    'the document names no tỉnh of its own'
    """
    below = scope.district_label
    if below.startswith(f"{level} "):
        return own(scope)
    if scope.province_label.lower().startswith(f"{level} "):
        return own_province(scope)
    if level == "tỉnh" and scope.province_label and _was(level, scope):
        return own_province(scope)
    inside = _inside(level, scope)
    if len(inside) == 1:
        return inside[0]
    if inside:
        return undecided(f"{scope.province_label} has {len(inside)} places of the kind {level}")
    return undecided(f"the document names no {level} of its own")


def _was(level: str, scope: Scope) -> bool:
    """Tell of a document without a day whether its province bore a kind at some time."""
    if scope.day:
        return False
    return any(each.kind == level for each in namings(own_id(scope)))


def _inside(level: str, scope: Scope) -> list[Located]:
    """Give the districts of a kind in the province of the document, while there were districts."""
    below = scope.district_label
    if below:
        for kind in DISTRICTS:  # a commune of the days before July 2025 says its district
            if level == kind and f", {kind} " in below:
                label = below.partition(", ")[2].partition(", ")[0]
                return [Located(label, below.partition(", ")[2], label, inferred=True)]
        return []
    if level not in DISTRICTS or not scope.province or scope.day >= REFORM:
        return []
    units = _districts_of(own_id(scope), level)
    return [
        Located(
            district_label(u, scope.day),
            f"{u.label}, {scope.province_label}",
            u.name,
            inferred=True,
        )
        for u in units
    ]


@functools.cache
def _districts_of(province_id: str, kind: str) -> tuple[District, ...]:
    return tuple(d for d in districts() if d.province == province_id and d.kind == kind)


@functools.cache
def _kinds(provinces: frozenset[str]) -> frozenset[str]:
    return frozenset(each.kind for each in districts() if each.province in provinces)


def kinds_of_districts(scope: Scope) -> str:
    """Give the kinds of districts in a province: ``các huyện, thành phố``.

    >>> kinds_of_districts(Scope(province="Đắk Nông"))
    'các huyện, thành phố'
    """
    kinds = _kinds(around(scope))
    listed = [kind for kind in ("quận", "huyện", "thị xã", CITY) if kind in kinds]
    return f"các {', '.join(listed)}" if listed else "các huyện, thị xã, thành phố"
