"""Which place a printed level and a printed name mean: province, district or commune of a day."""

from __future__ import annotations

from kg.identity.communes import Commune, FormerCommune, communes_named, former_communes_named
from kg.identity.districts import district, districts_named
from kg.identity.located import (
    CITY,
    COMMUNES,
    HUE,
    Located,
    around,
    bare,
    cased,
    district_label,
    is_central_city,
    level_of,
    own_id,
    province_label,
    undecided,
)
from kg.identity.places import province_named, province_near
from kg.identity.provinces import REFORM, Naming, naming_on, namings
from kg.shape import Scope
from kg.text import squeeze, view


def printed(level: str, words: str, scope: Scope) -> Located:
    """Give the place that a level and a name mean: ``huyện`` and ``Châu Thành``.

    >>> printed("huyện", "Châu Thành", Scope(province="Bến Tre")).label
    'huyện Châu Thành, tỉnh Bến Tre'
    >>> printed("huyện", "Châu Thành", Scope()).why
    '10 districts are called huyện Châu Thành'
    """
    words = squeeze(words)
    if level in COMMUNES:
        return _commune(level, words, scope)
    if level in {"", "tỉnh"} or (level == CITY and _is_province_city(words, scope)):
        found = _province(level, words, scope)
        if found:
            return found
    return _district(level, words, scope)


def _is_province_city(words: str, scope: Scope) -> bool:
    return is_central_city(words, scope.day, scope.province_label)


def _province(level: str, words: str, scope: Scope) -> Located | None:
    """Give a province under the name that is printed, also one that it bears no longer."""
    place, near = province_named(words), False
    if place is None and level == "tỉnh":
        place, near = province_near(words), True
    if place is None:
        return None
    chosen = _called(place.id, level, words, scope.day)
    label = cased(chosen.label) if chosen else f"{level} {place.name}"
    return Located(label, label, place.name, near=near, level="province")


def _called(key: str, level: str, words: str, day: str) -> Naming | None:
    """Give the name that a province bears in the words: as spelled, else of the day."""
    same = [each for each in namings(key) if level in {"", each.kind}]
    spelled = [each for each in same if view(bare(each)) == view(words)] or same
    now = naming_on(key, day) if day else None
    if now in spelled:
        return now
    if not spelled:
        return None
    return spelled[0] if now else spelled[-1]


def _district(level: str, words: str, scope: Scope) -> Located:
    if level == CITY and view(words) == "huế":
        return HUE
    every = [each for each in districts_named(words) if level in {"", each.kind}]
    near = [each for each in every if each.province in around(scope)]
    if len(every) > 1 and len(near) != 1:
        what = f"{level} {words}".strip()
        return undecided(f"{len(near or every)} districts are called {what}")
    if not every:  # older than the tables, or misspelt: the printed words
        label = f"{level} {words}".strip()
        return Located(label, label, words, level="district")
    unit = every[0] if len(every) == 1 else near[0]
    whole = f"{unit.label}, {province_label(unit.province, scope.day)}"
    inferred = len(every) > 1
    return Located(district_label(unit, scope.day), whole, unit.name, inferred, level="district")


def _commune(level: str, words: str, scope: Scope) -> Located:
    today = _today(level, words, scope)
    if today and (scope.day >= REFORM or not scope.district_label):
        return today
    return _former(level, words, scope) or _unlisted(level, words, scope)


def _today(level: str, words: str, scope: Scope) -> Located | None:
    """Give a commune since July 2025; none in a document that is older."""
    if scope.day and scope.day < REFORM:
        return None
    every = [each for each in communes_named(words) if level == each.kind or scope.day > REFORM]
    mine = [each for each in every if each.province == own_id(scope)]
    if len(mine) != 1 and len(every) != 1:
        return None
    unit: Commune = mine[0] if len(mine) == 1 else every[0]
    label = f"{level} {unit.name}, {province_label(unit.province, scope.day)}"
    return Located(label, label, unit.name, len(every) > 1, level="commune")


def _former(level: str, words: str, scope: Scope) -> Located | None:
    every = [each for each in former_communes_named(words) if each.kind == level]
    inside = [each for each in every if each.province in around(scope)]
    closer = [each for each in inside if _in_district(each, scope)]
    mine = closer or inside
    if len(every) > 1 and len(mine) != 1:
        return undecided(f"{len(mine or every)} communes are called {level} {words}")
    if not every:
        return None
    unit = mine[0] if len(mine) == 1 else every[0]
    over = district(unit.district)
    label = f"{unit.label}, {over.label}, {province_label(over.province, scope.day)}"
    return Located(label, label, unit.name, len(every) > 1, level="commune")


def _in_district(unit: FormerCommune, scope: Scope) -> bool:
    return scope.district_label.startswith(district(unit.district).label)


def _unlisted(level: str, words: str, scope: Scope) -> Located:
    """Give a commune that no table knows with what the document says of the place above it."""
    above = scope.jurisdiction if level_of(scope) == "district" else scope.province_label
    if level_of(scope) == "district" and ", " not in above and scope.province_label:
        above = f"{above}, {scope.province_label}"
    label = f"{level} {words}, {above}" if above else f"{level} {words}"
    return Located(label, label, words, bool(above), level="commune")
