"""Provinces and districts by name: which place a text means, and which province holds it."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.lexicon import rows, variants
from kg.model import Span
from kg.text import capitalised, plain, view


@dataclass(frozen=True, slots=True)
class Place:
    """A province, or a district with its province; labels as printed before a name."""

    name: str
    kind: str
    province: str
    province_kind: str
    id: str
    """An id of ``provinces.csv`` or ``districts.csv``: ``ninh-binh/tam-diep``."""

    @property
    def label(self) -> str:
        """Give ``tỉnh Đắk Nông`` or ``thành phố Tam Điệp``."""
        return _label(self.kind, self.name)

    @property
    def whole_label(self) -> str:
        """Give a place with the province that holds it."""
        return self.label if self.is_province else f"{self.label}, {self.province_label}"

    @property
    def is_province(self) -> bool:
        """Tell whether this is a province or a centrally run city."""
        return "/" not in self.id  # the city of Bắc Ninh bears the name of its province

    @property
    def province_label(self) -> str:
        """Give the province with its kind: ``tỉnh Ninh Bình``."""
        return _label(self.province_kind, self.province)


def _label(kind: str, name: str) -> str:
    """Give a label; Thành phố Hồ Chí Minh has a capital by decree 30/2020, annex II."""
    label = f"{kind} {name}"
    return capitalised(label) if label == "thành phố Hồ Chí Minh" else label


@functools.cache
def gazetteer() -> dict[str, tuple[Place, ...]]:
    """Give places by every spelling in lower case; homonyms stay together, provinces first."""
    found: dict[str, list[Place]] = {}
    provinces = {row["id"]: row for row in rows("gazetteer/provinces")}
    for row in provinces.values():
        place = Place(row["name"], row["kind"], row["name"], row["kind"], row["id"])
        for name in (row["name"], *variants(row)):
            found.setdefault(view(name), []).append(place)
    for row in rows("gazetteer/districts"):
        upper = provinces[row["province"]]
        place = Place(row["name"], row["kind"], upper["name"], upper["kind"], row["id"])
        for name in (row["name"], *variants(row)):
            if not name.isdigit():
                found.setdefault(view(name), []).append(place)
    return {name: tuple(places) for name, places in found.items()}


def province_named(words: str) -> Place | None:
    """Give the province of a name, in any case: ``BẾN TRE``, ``Bến Tre``."""
    places = gazetteer().get(view(words).removeprefix("tỉnh ").removeprefix("thành phố "), ())
    return next((place for place in places if place.is_province), None)


@functools.cache
def _unmarked() -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for places in gazetteer().values():
        for place in places:
            if place.is_province:
                known = found.get(plain(place.name), ())
                found[plain(place.name)] = known if place in known else (*known, place)
    return found


def province_near(words: str) -> Place | None:
    """Give the one province whose name differs from the words in marks alone: ``Lâm Đông``.

    >>> province_near("Lâm Đông").id
    'lam-dong'
    """
    places = _unmarked().get(plain(words), ())
    return places[0] if len(places) == 1 else None


def district_named(words: str, province: str = "", kind: str = "") -> Place | None:
    """Give the district of a name; of homonyms only one in a known province is certain.

    *kind* tells districts of one name apart, such as the town and the district of Kỳ Anh.
    """
    places = [p for p in gazetteer().get(view(words), ()) if not p.is_province]
    places = [p for p in places if p.kind == kind] or places
    inside = [p for p in places if p.province == province]
    certain = inside or (places if len(places) == 1 else [])
    return certain[0] if certain else None


@functools.cache
def _names() -> tuple[AhoCorasick, tuple[str, ...]]:
    names = tuple(sorted({p.name for places in gazetteer().values() for p in places}))
    kind, fast = MatchKind.LeftmostLongest, Implementation.DFA
    return AhoCorasick(names, matchkind=kind, implementation=fast), names


def mentioned(text: str, kinds: str) -> tuple[Place, Span] | None:
    """Give the place that a text names most often, with its first mention.

    *kinds* is ``province`` or ``district``. Equal counts go to the place named first.
    """
    counts: Counter[str] = Counter()
    first: dict[str, Span] = {}
    automaton, names = _names()
    for index, start, end in automaton.find_matches_as_indexes(text):
        if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
            continue
        counts[names[index]] += 1
        first.setdefault(names[index], Span(start, end))
    for name in sorted(counts, key=lambda n: (-counts[n], first[n])):
        place = province_named(name) if kinds == "province" else district_named(name)
        if place:
            return place, first[name]
    return None
