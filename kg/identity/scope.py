"""Whose paper this is: issuer, level, place; what is not printed is inferred and says why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.identity.agents import Resolver
from kg.identity.communes import communes_named, former_communes_named
from kg.identity.districts import district, districts_named
from kg.identity.levels import KIND_LEVELS, is_central_party
from kg.identity.located import (
    COMMUNES,
    DISTRICTS,
    HUE,
    district_label,
    is_central_city,
    own,
    province_label,
)
from kg.identity.places import Place, district_named, mentioned, province_named
from kg.identity.printed import printed
from kg.identity.provinces import REFORM, province
from kg.identity.short import PARTY
from kg.model import Quote, Span, Stated
from kg.shape import AgentFound, Authority, Scope
from kg.text import capitalised, squeeze, view

_ISSUES = re.compile(
    r"(?:\s*\([^)\n]{1,40}\))?,?\s+(?:ban hành|xây dựng|đề ra|lập|yêu cầu|chỉ thị|quyết nghị"
    r"|triển khai|quyết định|thông báo|chỉ đạo|đề nghị)\b"
)
_AUTHORITIES = frozenset({"people-committee", "people-council", "government"})
_TITLED = re.compile(r"(?:tỉnh|thành phố|huyện|thị xã)\s+$")
# The city inside Thừa Thiên Huế ended before the table of districts begins.
_HUE = Place("Huế", "thành phố", "Huế", "thành phố", "hue/hue")
_LOCAL_LEVELS = {"tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district",
                 "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clues:
    """What the stairs hand over: agents of the letterhead, of the front, and the printed place."""

    head: tuple[AgentFound, ...]
    front: tuple[AgentFound, ...]
    place: Quote | None
    title: Span | None
    head_quote: Quote | None = None
    day: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where a document belongs, with the words that print it or why it is inferred."""

    province: Place | None = None
    district: Place | None = None
    why: str = ""
    quote: Quote | None = None
    rule: str = ""


def authority(text: str, clues: Clues) -> Authority:
    """Decide who issues and where; the text itself goes before the gazetteer."""
    found, quote, printed_, rule = _issuer(text, clues)
    placed = _place(text, clues, found)
    if found is None:
        return Authority(Scope(day=clues.day), None, None)
    bare = _scope(found, text, clues, placed)
    name = Resolver(bare).resolve(found).canonical
    inferred = not printed_ or (bool(placed.why) and not found.place)
    evidence = _why(text, quote, placed.why, inferred=inferred)
    unit = name if bare.level == "provincial-department" else ""
    scope = replace(bare, issuer=name, unit=unit, province_inferred=bool(placed.why))
    where = capitalised(own(bare).whole) if placed.province else ""
    place = Stated(where, placed.quote, bool(placed.why), placed.why or None, placed.rule)
    return Authority(scope, Stated(name, quote, inferred, evidence, rule), place if where else None)


def _scope(found: AgentFound, text: str, clues: Clues, placed: _Placed) -> Scope:
    """Give level and places of the issuer on the day of the document."""
    day = clues.day
    level = _level(found, text, placed.province, placed.district)
    district = placed.district if level.startswith(("district", "commune")) else None
    province = None if level.startswith(("central", "national", "ministry")) else placed.province
    label = _label(province, found, clues) if province else ""
    scope = Scope(
        level=level, province=province.name if province else "", province_label=label, day=day
    )
    if level.startswith("commune"):
        return replace(scope, district_label=_commune(found, clues, scope, district))
    if district:
        return replace(scope, district_label=_district(district, day))
    return scope


def _label(province: Place, found: AgentFound, clues: Clues) -> str:
    """Give the label of a province: of the day, else as the issuer prints it."""
    if not clues.day and found.level in {"tỉnh", "thành phố"} and found.place:
        issued = printed(found.level, found.place, Scope())
        if issued.level == "province":
            return issued.label
    return province_label(province.id, clues.day)


def _district(district: Place, day: str) -> str:
    known = next((d for d in districts_named(district.name) if d.id == district.id), None)
    return district_label(known, day) if known else HUE.label


def _commune(found: AgentFound, clues: Clues, scope: Scope, district: Place | None) -> str:
    """Give the label of a commune as its paper prints it: ``phường Tân Định, tỉnh Bến Tre``."""
    name = clues.place.words if clues.place else ""
    if view(name) != view(found.place):
        name = found.place.title() if found.place.isupper() else found.place
    if not name:
        return ""
    within = replace(scope, district_label=_district(district, scope.day) if district else "")
    at = printed(found.level, squeeze(name), within)
    return at.label or f"{found.level} {squeeze(name)}"


def _issuer(text: str, clues: Clues) -> tuple[AgentFound | None, Quote | None, bool, str]:
    """Give the issuer and its rule: the last body of the letterhead, else who opens the text."""
    if clues.head:
        return clues.head[-1], clues.head_quote, True, "header.issuer.letterhead"
    for agent in clues.front:
        if agent.kind in _AUTHORITIES and not agent.collective and _alone(text, agent.span):
            quote = Quote(agent.span, agent.span.of(text))
            return agent, quote, bool(agent.place), "header.issuer.line"
    for agent in clues.front:
        if not agent.collective and _ISSUES.match(text, agent.span.end):
            quote = Quote(agent.span, agent.span.of(text))
            return agent, quote, bool(agent.place), "header.issuer.opening"
    return None, None, False, ""


def _alone(text: str, span: Span) -> bool:
    """Tell whether words stand alone on their line, with no more than a title before them."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    before = text[start : span.start].strip(" *_\t|")
    after = text[span.end : end if end >= 0 else len(text)].strip(" *_\t|:,")
    return not after and before.upper() in {"", "CHỦ TỊCH"}


def _place(text: str, clues: Clues, found: AgentFound | None) -> _Placed:
    """Give province and district with the words that print them, or with why they are inferred."""
    own_words = True
    for words, quote, rule in _printed_places(text, clues, found):
        level = _level_word(found) if found and own_words and found.place else ""
        own_words = False
        placed = _named(words, level, clues.day)
        if placed:
            return _homonym(found, replace(placed, quote=quote, rule=rule), clues.day)
    return _homonym(found, _inferred(text, clues), clues.day)


def _level_word(found: AgentFound) -> str:
    """Give the kind of place that the issuer leads: by its words, or by the committee it is."""
    return found.level or next((PARTY[end] for end in PARTY if found.name.endswith(end)), "")


def _named(words: str, level: str, day: str) -> _Placed | None:
    """Give the place of printed words, on its level where the issuer prints one."""
    if level in COMMUNES:
        return _of_commune(words, level, day)
    below = level in DISTRICTS and not (level == "thành phố" and is_central_city(words, day))
    province = None if below else province_named(words)
    if province:
        return _Placed(province)
    district = district_named(words, kind=level)
    if district:
        return _Placed(province_named(district.province), district)
    if below and view(words) == "huế":
        return _Placed(province_named(words), _HUE)
    return None


def _of_commune(words: str, level: str, day: str) -> _Placed | None:
    """Give the province of a commune that bears its name alone in the country."""
    today = [each.province for each in communes_named(words)] if day >= REFORM or not day else []
    older = [each for each in former_communes_named(words) if each.kind == level]
    if len(set(today)) == 1:
        return _Placed(province_named(province(today[0]).name))
    if not today and len(older) == 1:
        over = district(older[0].district)
        place = district_named(over.name, province(over.province).name, over.kind)
        return _Placed(province_named(province(over.province).name), place)
    return None


def _homonym(found: AgentFound | None, placed: _Placed, day: str) -> _Placed:
    """Add the district of a name that others share, in the province that the text names."""
    if found is None or not found.place or placed.province is None or placed.district:
        return placed
    kind = _level_word(found)
    if kind not in DISTRICTS or (kind == "thành phố" and is_central_city(found.place, day)):
        return placed
    place = district_named(found.place, placed.province.name, kind)
    same = place is not None and place.kind == kind and place.province == placed.province.name
    return replace(placed, district=place) if same else placed


def _printed_places(
    text: str, clues: Clues, found: AgentFound | None
) -> Iterator[tuple[str, Quote | None, str]]:
    """Give the places that letterhead and issuer print with their rules, the surest first."""
    in_head = found is not None and found in clues.head
    for agent in (*([found] if found else ()), *reversed(clues.head)):
        if agent.place:
            area = clues.head_quote.span if in_head and clues.head_quote else agent.span
            yield agent.place, _words_in(text, agent.place, area), "header.place.issuer-name"
    if clues.place:
        yield clues.place.words, clues.place, "header.place.place-line"


def _words_in(text: str, words: str, area: Span) -> Quote | None:
    """Give the place of words inside an area; None where a line break parts them."""
    start = text.find(words, area.start, area.end)
    return Quote(Span(start, start + len(words)), words) if start >= 0 else None


def _inferred(text: str, clues: Clues) -> _Placed:
    """Find the place in the title, else as the place that the text names most."""
    for span, where in ((clues.title, "title"), (Span(0, len(text)), "text")):
        for kind in ("province", "district") if span else ():
            hit = mentioned(span.of(text), kind) if span else None
            if hit and span:
                return _read(text, *hit, offset=span.start, where=where)
    return _Placed()


def _read(text: str, place: Place, at: Span, *, offset: int, where: str) -> _Placed:
    start, end = at.start + offset, at.end + offset
    words = " ".join(text[max(0, start - 30) : end + 10].split())
    why = f"{place.name!r} in the {where} ({start}-{end}): '{words}'"
    quote = Quote(Span(start, end), text[start:end])
    rule = "header.place.title" if where == "title" else "header.place.most-named"
    if place.is_province:
        return _Placed(place, None, why, quote, rule)
    why += f"; that {place.label} lies in {place.province_label} is from the gazetteer"
    return _Placed(province_named(place.province), place, why, quote, rule)


def _level(found: AgentFound, text: str, province: Place | None, district: Place | None) -> str:
    """Give the level of the issuer, an id of the scheme of administrative levels."""
    if found.kind == "party-organ" and is_central_party(found.name):
        return "central-party"
    if found.kind == "party-committee":
        return _party_level(found.name, text, province, district)
    if found.kind in {"people-committee", "people-council"}:
        if found.level == "thành phố":
            return "district-government" if district else "province-government"
        return f"{_LOCAL_LEVELS.get(found.level, 'province')}-government"
    return KIND_LEVELS.get(found.kind, "organisation")


def _party_level(name: str, text: str, province: Place | None, district: Place | None) -> str:
    if is_central_party(name):
        return "central-party"
    if "Tỉnh ủy" in name:
        return "province-party"
    if "Thành ủy" in name:
        below = district is not None or "Tỉnh ủy" in text
        city = province is not None and province.kind == "thành phố" and district is None
        return "district-party" if below and not city else "province-party"
    return "district-party"


def _why(text: str, quote: Quote | None, place_why: str, *, inferred: bool) -> str:
    words = " ".join(text[quote.span.start : quote.span.end + 20].split()) if quote else ""
    head = "inferred" if inferred else "explicit"
    return f"{head}: '{words}'" + (f"; {place_why}" if place_why else "")
