"""Collectives under their normal names: ``các sở, ban, ngành``, ``UBND các huyện``, units of a body."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.identity.communes import communes
from kg.identity.located import around, kinds_of_districts, meant, own
from kg.identity.provinces import REFORM
from kg.identity.short import committee_in
from kg.model import Agent
from kg.shape import AgentFound, Scope
from kg.text import capitalised, view

_COMMITTEES = "Ủy ban nhân dân"
_ZONED = re.compile(r"biên giới|miền núi|ven biển|vùng cao|đồng bằng")
_ALL = "các tỉnh, thành phố trực thuộc Trung ương"


@functools.cache
def _islands() -> frozenset[str]:
    """Give the provinces that have a special zone since July 2025."""
    return frozenset(each.province for each in communes().values() if each.kind == "đặc khu")


@dataclass(frozen=True, slots=True)
class Gatherer:
    """Names the collectives of one document; *spelled* writes abbreviations in full."""

    scope: Scope
    districts: str
    communes: str
    spelled: Callable[[str], str]

    def gathered(self, found: AgentFound, above: Agent | None) -> Agent:
        """Give a collective with its full name and its members."""
        name = self.spelled(found.name)
        canonical = self._named(name, found, above)
        where = own(self.scope)
        added = bool(where.label) and where.label in canonical
        mine = self.scope.unit if found.scope == "unit" and self.scope.unit in canonical else ""
        return Agent(
            canonical=canonical,
            name=name,
            kind=found.kind,
            collective=True,
            place=None if found.scope == "central" else capitalised(self._place(found)) or None,
            place_inferred=added,
            parent=mine or None,
            members=tuple(map(self._member, found.members)),
            rule="agent.collective",
            listed=found.listed,
        )

    def _place(self, found: AgentFound) -> str:
        where = own(self.scope).whole
        return self.scope.province_label if found.level == "tỉnh" else where

    def _named(self, name: str, found: AgentFound, above: Agent | None) -> str:
        if found.level == "many" or f"{_COMMITTEES} c" in name:
            return self._committees(name)
        if above and not above.undecided and above.canonical != self.scope.issuer:
            owned = self._owned(name, found, above)
            if owned:
                return owned
        if found.scope == "unit":
            return self._units(name)
        if found.scope == "party":
            return self._party(name)
        return self._placed(name, found)

    def _placed(self, name: str, found: AgentFound) -> str:
        where = self.scope.jurisdiction
        if found.scope == "central" or not where:
            return name
        if found.level == "tỉnh" and self.scope.district_label:
            return self._of_province(name)
        return f"{name} ({where})" if found.scope == "open" else f"{name} {where}"

    def _of_province(self, name: str) -> str:
        """Name a collective of the province in a paper of a lower level: it says so itself."""
        if "trên địa bàn" in name:
            return f"{name} {self.scope.province_label}".strip()
        return f"{name} của tỉnh ({self.scope.province_label})"

    def _owned(self, name: str, found: AgentFound, above: Agent) -> str:
        """Name units under the heading of their body: ``các đơn vị trực thuộc`` below ``Sở Y tế``."""
        if name.endswith(" trực thuộc") and above.kind in {"department", "police", "military"}:
            return f"{name} {above.canonical}"
        if found.scope == "unit" and above.kind == "people-committee":
            return f"{name} {above.canonical.removeprefix(_COMMITTEES).strip()}"
        return ""

    def _party(self, name: str) -> str:
        """Complete bodies of the Party by the committee that they belong to."""
        if committee_in(name):
            level = {"Tỉnh ủy": "tỉnh", "Thành ủy": "thành phố"}.get(committee_in(name), "huyện")
            at = meant(level, self.scope)
            return f"{name} {at.label.removeprefix(level).strip()}".strip()
        if not name.endswith("trực thuộc"):
            return f"{name} {self.scope.jurisdiction}".strip()
        return f"{name} {self._own_party()}".strip()

    def _own_party(self) -> str:
        """Give the committee whose office issues: ``Thành ủy Tam Điệp``."""
        words = self.scope.issuer.split()
        at = next((i for i, w in enumerate(words) if view(w) == "ủy"), 0)
        return " ".join(words[at - 1 :]) if at else self.scope.jurisdiction

    def _committees(self, name: str) -> str:
        """Complete ``Ủy ban nhân dân các huyện`` by the province."""
        head, _, places = name.partition(" c")
        places = self.listed(f"c{places}")
        if "tỉnh" in places and _ZONED.search(places):
            return f"{head} {places}"
        if places == "cấp tỉnh" or "tỉnh" in places:
            return f"{head} {_ALL}" if head in {_COMMITTEES, "Hội đồng nhân dân"} else name
        where = self.scope.province_label or self.scope.jurisdiction
        if self.scope.district_label and not any(kind in places for kind in _ABOVE):
            where = self.scope.district_label
        return f"{head} {places} {where}".strip()

    def listed(self, places: str) -> str:
        """Give the kinds of places of a level as the document lists them, else as the tables do."""
        if places == "cấp huyện":
            return self.districts or kinds_of_districts(self.scope)
        if places == "cấp xã":
            return self.communes or self._lowest()
        return places

    def _lowest(self) -> str:
        """Give the kinds of communes of a province on the day of the document."""
        if self.scope.day < REFORM or not self.scope.province:
            return "cấp xã"
        islands = ", đặc khu" if around(self.scope) & _islands() else ""
        return f"các xã, phường{islands}"

    def _units(self, name: str) -> str:
        """Complete units inside the issuing department: ``các phòng, đơn vị trực thuộc Sở``."""
        if not self.scope.unit:
            return f"{name} {self.scope.jurisdiction}".strip()
        return f"{name.removesuffix(' trực thuộc')} trực thuộc {self.scope.unit}"

    def _member(self, name: str) -> str:
        if name == f"{_COMMITTEES} cấp huyện":
            return self._committees(name)
        if name == "Các sở, ban, ngành":
            return f"{name} {self.scope.jurisdiction}".strip()
        return name


_ABOVE = ("huyện", "quận", "thị xã", "thành phố")
