"""Whose paper this is: issuer, level, place; what is not printed is inferred and says why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.identity.agents import Resolver
from kg.identity.levels import KIND_LEVELS, is_central_party
from kg.identity.places import Place, district_named, mentioned, province_named
from kg.model import Quote, Span, Stated
from kg.shape import AgentFound, Authority, Scope
from kg.text import capitalised, squeeze, view

_ISSUES = re.compile(
    r"(?:\s*\([^)\n]{1,40}\))?,?\s+(?:ban hành|xây dựng|đề ra|lập|yêu cầu|chỉ thị|quyết nghị"
    r"|triển khai|quyết định|thông báo|chỉ đạo|đề nghị)\b"
)
_AUTHORITIES = frozenset({"people-committee", "people-council", "government"})
_TITLED = re.compile(r"(?:tỉnh|thành phố|huyện|thị xã)\s+$")
_LOCAL_LEVELS = {"tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district",
                 "xã": "commune", "phường": "commune", "thị trấn": "commune"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clues:
    """What the stairs hand over: agents of the letterhead, of the front, and the printed place."""

    head: tuple[AgentFound, ...]
    front: tuple[AgentFound, ...]
    place: Quote | None
    title: Span | None
    head_quote: Quote | None = None


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
    found, quote, printed, rule = _issuer(text, clues)
    placed = _place(text, clues, found)
    province, district, place_why = placed.province, placed.district, placed.why
    if found is None:
        return Authority(Scope(), None, None)
    level = _level(found, text, province, district)
    if not level.startswith(("district", "commune")):
        district = None
    if level.startswith(("central", "national", "ministry")):
        province = None
    commune = _commune(found, clues) if level.startswith("commune") else ""
    bare = Scope(
        level=level,
        province=province.name if province else "",
        province_label=province.label if province else "",
        district_label=commune or (district.label if district else ""),
    )
    name = Resolver(bare).resolve(found).canonical
    inferred = not printed or (bool(place_why) and not found.place)
    evidence = _why(text, quote, place_why, inferred=inferred)
    unit = name if level == "provincial-department" else ""
    scope = Scope(name, level, unit, bare.province, bare.province_label, bare.district_label,
                  bool(place_why))  # fmt: skip
    where = _where(province, district)
    place = Stated(where, placed.quote, bool(place_why), place_why or None, placed.rule)
    return Authority(scope, Stated(name, quote, inferred, evidence, rule), place if where else None)


def _commune(found: AgentFound, clues: Clues) -> str:
    """Give the label of a commune as its paper prints it: ``phường Tân Định``."""
    name = clues.place.words if clues.place else ""
    if view(name) != view(found.place):
        name = found.place.title() if found.place.isupper() else found.place
    return f"{found.level} {squeeze(name)}" if name else ""


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
    for words, quote, rule in _printed_places(text, clues, found):
        province = province_named(words)
        if province:
            return _Placed(province, None, "", quote, rule)
        district = district_named(words, kind=found.level if found else "")
        if district:
            return _Placed(province_named(district.province), district, "", quote, rule)
    return _inferred(text, clues)


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
            own = province_named(found.place) if found.place else None
            city = own or (province if province and province.kind == "thành phố" else None)
            return "province-government" if city and not district else "district-government"
        return f"{_LOCAL_LEVELS.get(found.level, 'province')}-government"
    return KIND_LEVELS.get(found.kind, "organisation")


def _party_level(name: str, text: str, province: Place | None, district: Place | None) -> str:
    if is_central_party(name):
        return "central-party"
    if "Tỉnh ủy" in name:
        return "province-party"
    if "Thành ủy" in name:
        below = district is not None or "Tỉnh ủy" in text
        city = province is not None and province.kind == "thành phố"
        return "district-party" if below and not city else "province-party"
    return "district-party"


def _where(province: Place | None, district: Place | None) -> str:
    if district and province:
        return f"{capitalised(district.label)}, {province.label}"
    return capitalised(province.label) if province else ""


def _why(text: str, quote: Quote | None, place_why: str, *, inferred: bool) -> str:
    words = " ".join(text[quote.span.start : quote.span.end + 20].split()) if quote else ""
    head = "inferred" if inferred else "explicit"
    return f"{head}: '{words}'" + (f"; {place_why}" if place_why else "")
