"""Which body a surface means in its document: full name, jurisdiction, parent.

``Sở Y tế`` in a plan of Đắk Nông is ``Sở Y tế tỉnh Đắk Nông``; a collective stays a collective;
a unit of the issuing department carries its parent in brackets. What a careful reader could not
decide is not decided: the name stays that of the words, and the record says why.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from kg.identity.bodies import central, local
from kg.identity.gathered import Gatherer
from kg.identity.located import Located, meant, own, own_province, undecided
from kg.identity.own_names import held_place, own_name
from kg.identity.places import gazetteer
from kg.identity.printed import printed
from kg.identity.short import PARTY, is_short, whole
from kg.lexicon import rows
from kg.model import Agent
from kg.shape import AgentFound, Scope
from kg.text import capitalised, modern, squeeze, view

_DASH = re.compile(r" -(?=\w)|(?<=\w)- ")  # "Lao động -Thương binh"
_CENTRAL = frozenset({"central", "named", "whole"})
_NO_PLACE = _CENTRAL | {"open", "bureau"}
_ROOMS = {"district": "cấp huyện", "commune": "cấp xã"}  # a provincial paper means those of all
_MANY = re.compile(r"^(?:Những|Mọi) ")
_WIDER = (" Việt Nam", " Trung ương", " quốc gia")  # an association of the whole country
_HOW = {"near": "agent.near-name", "initials": "agent.initials"}


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
    long = squeeze(pattern.sub(lambda m: table[m[0]], name.replace("–", "-")))
    return _DASH.sub(" - ", long)


@functools.cache
def _scopes() -> dict[str, frozenset[str]]:
    """Give the levels at which the bodies of a generic name stand."""
    found: dict[str, frozenset[str]] = {}
    for body in local().values():
        found[body.name] = found.get(body.name, frozenset()) | {body.scope}
    return found


@functools.cache
def _unlabelled() -> frozenset[str]:
    """Give the names that take a place without its kind: ``Tỉnh ủy Bến Tre``."""
    return frozenset(b.name for b in local().values() if b.pattern == f"{b.name} {{place}}")


@functools.cache
def _central() -> frozenset[str]:
    return frozenset(body.name for body in central().values())


@dataclass(frozen=True, slots=True)
class _Meant:
    """A name with its place: what is known of one body."""

    canonical: str
    place: str = ""
    inferred: bool = False
    parent: str | None = None
    rule: str = "agent.name-alone"
    why: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class Resolver:
    """Names bodies for one document: its scope, and the districts and communes that it prints."""

    scope: Scope
    districts: str = ""
    communes: str = ""

    def resolve(self, found: AgentFound, above: Agent | None = None) -> Agent:
        """Give the body that a surface means here; roles and surfaces are filled in later.

        *above* is the body of the heading over the words: units below it are its own.
        """
        if found.collective:
            return self._gatherer().gathered(found, above)
        if found.level in {"huyện", "xã"} and found.name.endswith(" cấp") and not found.place:
            return replace(self.open_class(f"{found.name} {found.level}"), kind=found.kind)
        name = spelled_out(found.name).removesuffix(" cấp")  # "Trung tâm … cấp tỉnh"
        read = self._single(name, found, above)
        return Agent(
            canonical=read.canonical,
            name=name,
            kind=found.kind,
            collective=read.many,
            place=capitalised(read.place) or None,
            place_inferred=read.inferred,
            parent=read.parent,
            rule=_HOW.get(found.how, read.rule),
            listed=found.listed,
            undecided=read.why,
        )

    def _gatherer(self) -> Gatherer:
        return Gatherer(self.scope, self.districts, self.communes, spelled_out)

    def open_class(self, words: str) -> Agent:
        """Name an open class by the words that describe it, in the scope of the document."""
        name = _MANY.sub("Các ", capitalised(spelled_out(words)))
        if is_short(name):
            why = whole(name, self.scope, None).why
            return Agent(name, name, "other", rule="agent.open-class", listed=False, undecided=why)
        scope = f" ({self.scope.jurisdiction})" if self.scope.jurisdiction else ""
        place = own(self.scope).whole
        return Agent(f"{name}{scope}", name, "collective", collective=True,
                     place=capitalised(place) or None, place_inferred=bool(scope),
                     rule="agent.open-class")  # fmt: skip

    def _single(self, name: str, found: AgentFound, above: Agent | None) -> _Meant:
        """Read one body: a short name, a unit, one that stands alone, or one of a place."""
        bare = not (found.level or found.place)
        if is_short(name) and bare:
            return self._short(name, above)
        if found.scope == "bureau" and self.scope.level == "ministry":
            return _Meant(f"{name} ({self.scope.issuer})", "", inferred=True)
        unit = self._unit(name, found, above) if found.scope == "unit" else None
        unit = unit or self._room(name, found, above)
        if unit:
            return unit
        name = own_name(name, self.scope)
        of_place = not (found.place or found.scope in _NO_PLACE)
        held = held_place(name, self.scope, listed=found.listed) if of_place else ""
        if held:
            return _Meant(name, held)
        return _Meant(name) if self._alone(name, found, bare=bare) else self._placed(name, found)

    def _room(self, name: str, found: AgentFound, above: Agent | None) -> _Meant | None:
        """Read a room that districts or communes have: of the heading above, else of all of them."""
        level = _ROOMS.get(found.scope, "")
        if not level or found.place or found.level:
            return None
        if above and above.canonical != self.scope.issuer:
            return self._below(name, above)
        if not self.scope.level.startswith("provinc"):
            return None
        label = self.scope.province_label
        below = self._gatherer().listed(level)
        return _Meant(f"{name} {below} {label}".strip(), label, inferred=True, many=True,
                      rule="agent.place-of-document")  # fmt: skip

    def _alone(self, name: str, found: AgentFound, *, bare: bool) -> bool:
        """Tell whether a name needs no place: of the centre, of the whole country, or its own."""
        if found.scope in _NO_PLACE:
            return True
        wide = not found.listed and name.endswith(_WIDER)
        return bare and (wide or not (self.scope.jurisdiction or _local(name)))

    def _short(self, name: str, above: Agent | None) -> _Meant:
        read = whole(name, self.scope, above)
        if read.why:
            return _Meant(name, rule="agent.undecided", why=read.why)
        return _Meant(read.name, read.place, read.inferred, rule="agent.short-name")

    def _unit(self, name: str, found: AgentFound, above: Agent | None) -> _Meant | None:
        """Read a unit: of the heading above it, of the issuing department; None where a place says."""
        if found.place or found.level:
            return None
        if above and above.canonical != self.scope.issuer:
            return self._below(name, above)
        if self.scope.unit:
            return self._inside(
                name, self.scope.unit, own(self.scope).whole, "agent.unit-of-issuer"
            )
        if name.startswith("Phòng ") and not self.scope.district_label and not found.level:
            why = "a unit, and neither the issuer nor a heading tells of which body"
            return _Meant(name, rule="agent.undecided", why=why)
        return None

    def _below(self, name: str, above: Agent) -> _Meant | None:
        """Read a unit under the heading of a body: of its place, or inside it."""
        if above.undecided:
            return _Meant(name, rule="agent.undecided", why=above.undecided)
        if above.collective:
            return self._of_each(name, above)
        if above.kind in {"people-committee", "people-council"}:
            label = above.canonical.removeprefix(above.name).strip()
            if not label:
                return None
            return _Meant(f"{name} {label}", above.place or "", inferred=True, rule="agent.unit-of-heading")  # fmt: skip
        if above.kind in {"department", "police", "military", "management-board"}:
            return self._inside(name, above.canonical, above.place or "", "agent.unit-of-heading")
        return None

    def _of_each(self, name: str, above: Agent) -> _Meant | None:
        """Read a unit that each of many bodies has: ``Phòng Kinh tế thuộc UBND cấp xã``."""
        if above.kind != "people-committee":
            return None
        places = above.canonical.removeprefix(above.name.partition(" c")[0]).strip()
        return _Meant(f"{name} {places}", above.place or "", inferred=True,
                      rule="agent.unit-of-heading", many=True)  # fmt: skip

    def _inside(self, name: str, parent: str, place: str, rule: str) -> _Meant:
        return _Meant(f"{name} ({parent})", place, inferred=True, parent=parent, rule=rule)

    def _placed(self, name: str, found: AgentFound) -> _Meant:
        """Complete a name by the place that is printed, or by that of the document."""
        at = self._located(name, found)
        if at.why:
            words = " ".join(filter(None, (name, found.level, found.place)))
            return _Meant(words, rule="agent.undecided", why=at.why)
        unlabelled = name in _unlabelled() or name.endswith(tuple(PARTY))
        label = _bare(at.label) if unlabelled else at.label
        rule = "agent.place-printed" if found.place else "agent.place-of-document"
        rule = "agent.near-name" if at.near else rule
        return _Meant(f"{name} {label}".strip(), at.whole, at.inferred, rule=rule)

    def _located(self, name: str, found: AgentFound) -> Located:
        """Give the place of a body, or why nobody can tell it."""
        level = found.level or next((PARTY[end] for end in PARTY if name.endswith(end)), "")
        if found.place == "bạn":
            return undecided("the words speak of another place and do not name it")
        if found.place:
            within = replace(self.scope, province=found.within) if found.within else self.scope
            at = printed(level, found.place, within)
            return replace(at, inferred=False) if found.within else at
        if level in {"trung ương", "các cấp"}:
            return Located(capitalised(level) if level == "trung ương" else level)
        if level:
            return meant(level, self.scope)
        return self._default(name)

    def _default(self, name: str) -> Located:
        """Give the place of a name without any: of the level at which such bodies stand."""
        if not self.scope.jurisdiction:
            if name in _central() or (_is_central(self.scope) and name.endswith(_WIDER)):
                return Located()
            return undecided("the document has no place of its own, and the words name none")
        stands = _scopes().get(name, frozenset())
        if self.scope.district_label and stands == {"province"}:
            return own_province(self.scope)
        return own(self.scope)


def asks_above(found: AgentFound) -> bool:
    """Tell whether the heading above may say whose a body is: a unit, or a name that says too little."""
    if found.scope in {"unit", "short", *_ROOMS} or found.name.endswith(" trực thuộc"):
        return True
    return not (found.level or found.place) and is_short(found.name)


def _is_central(scope: Scope) -> bool:
    return scope.level.startswith(("central", "ministry", "national"))


def _local(name: str) -> bool:
    """Tell whether a name is that of bodies of many places."""
    return name in _scopes()


def _bare(label: str) -> str:
    """Give a label without its kind: ``Châu Thành, tỉnh Bến Tre``."""
    kinds = ("tỉnh ", "thành phố ", "Thành phố ", "huyện ", "thị xã ", "quận ")
    return next((label.removeprefix(kind) for kind in kinds if label.startswith(kind)), label)


def known_place(words: str) -> bool:
    """Tell whether words are the name of a province or district, old or new."""
    return view(words) in gazetteer()
