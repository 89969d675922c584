"""Which body a surface means in its document: full name, jurisdiction, parent.

``Sở Y tế`` in a plan of Đắk Nông is ``Sở Y tế tỉnh Đắk Nông``; a collective stays a collective;
a unit of the issuing department carries its parent in brackets.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from kg.identity.places import district_named, gazetteer, province_named
from kg.lexicon import rows
from kg.model import Agent
from kg.shape import AgentFound, Scope
from kg.text import capitalised, modern, squeeze, view

_PARTY_OF = {"Tỉnh ủy": "province", "Thành ủy": "city", "Huyện ủy": "district",
             "Thị ủy": "district", "Quận ủy": "district"}  # fmt: skip
_PARTY_ENDS = tuple(_PARTY_OF)
_DISTRICTS = "các huyện, thị xã, thành phố"
_LEVELLED = frozenset({"Tỉnh đoàn", "Thành đoàn"})  # the level is in the name: Tỉnh đoàn Bến Tre
_ABOVE_COMMUNES = re.compile(r"huyện|quận|thị xã|thành phố")
_BELOW = {
    "Văn phòng": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    "Bộ Chỉ huy Quân sự": "Ban Chỉ huy Quân sự",
}
_ZONED = re.compile(r"biên giới|miền núi|ven biển|vùng cao|đồng bằng")
_MANY = re.compile(r"^(?:Những|Mọi) ")
_DASH = re.compile(r" -(?=\w)|(?<=\w)- ")  # "Lao động -Thương binh"
_CENTRAL = frozenset({"central", "named", "whole", "bureau"})


@functools.cache
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row["short"]: row["long"] for row in rows("lexicon/abbreviations")}
    keys = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return re.compile(rf"(?<![\w&])(?:{keys})(?![\w&])"), table


@functools.lru_cache(maxsize=4096)  # the same bodies come back in every document
def spelled_out(name: str) -> str:
    """Give a name with its abbreviations written in full and plain dashes.

    >>> spelled_out("Trung tâm KH&CN")
    'Trung tâm Khoa học và Công nghệ'
    """
    pattern, table = _abbreviations()
    name = modern(name)
    whole = squeeze(pattern.sub(lambda m: table[m[0]], name.replace("–", "-")))
    return _DASH.sub(" - ", whole)


@dataclass(frozen=True, slots=True)
class Resolver:
    """Names bodies for one document: its scope, and the districts and communes that it prints."""

    scope: Scope
    districts: str = _DISTRICTS
    communes: str = "cấp xã"

    def resolve(self, found: AgentFound) -> Agent:
        """Give the body that a surface means here; roles and surfaces are filled in later."""
        canonical = self._collective(found) if found.collective else self._single(found)
        added = self.scope.jurisdiction in canonical and not found.place
        unit = found.scope == "unit" and self.scope.unit
        return Agent(
            canonical=canonical,
            name=spelled_out(found.name),
            kind=found.kind,
            collective=found.collective,
            place=capitalised(self._place(found)) or None,
            place_inferred=bool(added and self.scope.jurisdiction),
            parent=self.scope.unit if unit and self.scope.unit in canonical else None,
            members=tuple(map(self._member, found.members)),
            rule=self._rule(found, canonical),
            listed=found.listed,
        )

    def _rule(self, found: AgentFound, canonical: str) -> str:
        """Name the rule that gave a body its full name."""
        if found.collective:
            return "agent.collective"
        if found.scope == "unit" and self.scope.unit:
            return "agent.unit-of-issuer"
        if canonical == spelled_out(found.name):
            return "agent.name-alone"
        return "agent.place-printed" if found.place else "agent.place-of-document"

    def open_class(self, words: str) -> Agent:
        """Name an open class by the words that describe it, in the scope of the document."""
        name = _MANY.sub("Các ", capitalised(spelled_out(words)))
        scope = f" ({self.scope.jurisdiction})" if self.scope.jurisdiction else ""
        return Agent(f"{name}{scope}", name, "collective", collective=True,
                     place=capitalised(self._whole(self.scope.jurisdiction)) or None, place_inferred=bool(scope),
                     rule="agent.open-class")  # fmt: skip

    def _place(self, found: AgentFound) -> str:
        """Give the label of the place a body belongs to; "" for central bodies."""
        if found.place:
            place = province_named(found.place) or district_named(found.place, self.scope.province)
            return place.whole_label if place else ""
        if found.scope in _CENTRAL:
            return ""
        party = self._party_place(spelled_out(found.name))
        return self._whole(party[1] if party else self._level(found.level))

    def _whole(self, label: str) -> str:
        """Give a district with its province, as the place of a document is given."""
        known = label == self.scope.district_label and self.scope.province_label
        return f"{label}, {self.scope.province_label}" if known else label

    def _level(self, level: str) -> str:
        """Give the place that a bare "tỉnh" or "thành phố" means in this document."""
        if level == "tỉnh" and self.scope.province_label:
            return self.scope.province_label
        return self.scope.jurisdiction

    def _collective(self, found: AgentFound) -> str:
        name, where = spelled_out(found.name), self.scope.jurisdiction
        if found.level == "many" or "Ủy ban nhân dân c" in name:
            return self._committees(name)
        if found.scope == "unit":
            return self._units(name)
        if found.scope == "party" and name.endswith("trực thuộc"):
            return f"{name} {self._own_party()}".strip()
        if found.scope == "central" or not where:
            return name
        return f"{name} ({where})" if found.scope == "open" else f"{name} {where}"

    def _committees(self, name: str) -> str:
        """Complete ``Ủy ban nhân dân các huyện`` by the province."""
        head, _, places = name.partition(" c")
        places = f"c{places}"
        places = {"cấp huyện": self.districts, "cấp xã": self.communes}.get(places, places)
        if places == "cấp tỉnh" or ("tỉnh" in places and not _ZONED.search(places)):
            return f"{head} các tỉnh, thành phố trực thuộc Trung ương"
        where = self.scope.province_label or self.scope.jurisdiction
        if "tỉnh" in places:
            return f"{head} {places}"
        if self.scope.district_label and not _ABOVE_COMMUNES.search(places):
            where = self.scope.district_label
        return f"{head} {places} {where}".strip()

    def _units(self, name: str) -> str:
        """Complete units inside the issuing department: ``các phòng, đơn vị trực thuộc Sở``."""
        if not self.scope.unit:
            return f"{name} {self.scope.jurisdiction}".strip()
        return f"{name.removesuffix(' trực thuộc')} trực thuộc {self.scope.unit}"

    def _single(self, found: AgentFound) -> str:
        name = self._own_name(spelled_out(found.name))
        if found.scope == "bureau" and self.scope.level == "ministry":
            return f"{name} ({self.scope.issuer})"
        if found.scope in _CENTRAL or found.scope == "open":
            return name
        if found.scope == "unit" and self.scope.unit and not found.level:
            return f"{name} ({self.scope.unit})"
        return self._placed(found, name)

    def _placed(self, found: AgentFound, name: str) -> str:
        """Complete the name of a body by the place it belongs to."""
        rooms = self._rooms(found)
        if rooms:
            return f"{name} {rooms}"
        party = self._party_place(name, found.place)
        if party:
            return f"{name} {party[0]}".strip()
        if name in _LEVELLED:
            return f"{name} {found.place or self.scope.province}".strip()
        where = self._printed(found) if found.place else self._level(found.level)
        own = not found.place and self._names_place(name, listed=found.listed)
        return name if own else f"{name} {where}".strip()

    def _own_name(self, name: str) -> str:
        """Give the name that a body of short name bears on the level of this paper.

        A district or commune has one office, of its council and committee, and a Ban Chỉ huy
        where the province has a Bộ Chỉ huy (decrees 37/2014/NĐ-CP and 150/2025/NĐ-CP, law on
        the militia of 2019).
        """
        below = self.scope.level in {"district-government", "commune-government"}
        return _BELOW.get(name, name) if below else name

    def _rooms(self, found: AgentFound) -> str:
        """Give whose rooms a provincial paper means that names none: those of all districts."""
        below = {"district": self.districts, "commune": self.communes}.get(found.scope, "")
        if not below or found.place or found.level or not self.scope.level.startswith("provinc"):
            return ""
        return f"{below} {self.scope.province_label}".strip()

    def _printed(self, found: AgentFound) -> str:
        """Give the printed place in running case: ``TỈNH BẾN TRE`` is ``tỉnh Bến Tre``."""
        place = province_named(found.place) or district_named(found.place, self.scope.province)
        name = place.name if place else found.place
        if found.level:
            return f"{found.level} {name}"
        return place.label if place else name

    def _names_place(self, name: str, *, listed: bool) -> bool:
        """Tell whether a name already holds its province: it stays as it is."""
        words = name.split()
        ends = (" ".join(words[-size:]) for size in (2, 3, 4) if size < len(words))
        own = bool(self.scope.province) and self.scope.province in name
        return own or (not listed and any(province_named(end) for end in ends))

    def _party_place(self, name: str, printed: str = "") -> tuple[str, str] | None:
        """Give the name and the label of the place of a committee such as ``Tỉnh ủy``."""
        if not name.endswith(_PARTY_ENDS):
            return None
        level = next(kind for end, kind in _PARTY_OF.items() if name.endswith(end))
        if printed:
            place = province_named(printed) or district_named(printed, self.scope.province)
            return (place.name, place.label) if place else (printed, printed)
        district = self.scope.district_label
        if district and level in {"city", "district"}:
            found = district_named(district.split(" ", 1)[-1].removeprefix("phố ").removeprefix("xã "),
                                   self.scope.province)  # fmt: skip
            return (found.name, found.label) if found else (district, district)
        return self.scope.province, self.scope.province_label

    def _own_party(self) -> str:
        """Give the committee whose office issues: ``Thành ủy Tam Điệp``."""
        words = self.scope.issuer.split()
        at = next((i for i, w in enumerate(words) if view(w) == "ủy"), 0)
        return " ".join(words[at - 1 :]) if at else self.scope.jurisdiction

    def _member(self, name: str) -> str:
        if name == "Ủy ban nhân dân cấp huyện":
            return self._committees(f"Ủy ban nhân dân {self.districts}")
        if name == "Các sở, ban, ngành":
            return f"{name} {self.scope.jurisdiction}".strip()
        return name


def known_place(words: str) -> bool:
    """Tell whether words are the name of a province or district, old or new."""
    return view(words) in gazetteer()
