"""Collectives: ``các sở, ban, ngành``, ``UBND các huyện``, ``các đơn vị có liên quan``.

A formula stays one agent under one normal name; what follows it is another agent.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from kg.lexicon import Row, rows
from kg.model import Span
from kg.shape import AgentFound
from kg.text import capitalised, squeeze

_LOCAL = r"(?:địa phương|huyện|quận|thị xã|thành phố|thị trấn|xã(?!\s+hội)|phường|đặc khu|tỉnh)"
_JOIN = r"(?:\s*,\s*|\s*/\s*|\s*-\s*|\s+và\s+|\s+hoặc\s+)"
_LOST_COMMA = r"(?<=cơ quan) (?=đơn vị\b)"
_LOCAL = rf"(?:huyện, thành, thị|{_LOCAL})(?!\s+(?:ủy|uỷ|đoàn|đội)\b|, thành đoàn)"
_LOCALS = rf"{_LOCAL}(?:{_JOIN}(?:các\s+)?{_LOCAL})*"
_MOD = (
    r"(?:\s+(?:có\s+)?liên quan(?!\s+(?:đến|tới))|\s+có liên(?=\s)|\s+khác|\s+trực thuộc"
    r"(?:\s+(?:tỉnh ủy|thành ủy|huyện ủy|sở|tỉnh|thành phố|bộ|trung ương))?|\s+thuộc\s+(?:sở|tỉnh|thành phố|bộ)\b"
    r"|\s+(?:của\s+)?(?:tỉnh|thành phố|huyện|trung ương|địa phương|thị xã)\b(?!\s+trực thuộc)"
    r"|\s+trên địa bàn(?:\s+(?:tỉnh|thành phố|huyện|xã|thị xã))?|\s+tại địa phương"
    r"|\s+(?:cấp\s+(?:tỉnh|huyện|xã)|các cấp)|\s+trong và ngoài (?:nước|tỉnh|ngành))"
)
_SO = re.compile(
    rf"(?:các\s+)?sở\b(?P<rest>(?:\s*[,/\-]?\s*(?:ban|ngành)\b(?!\s+(?:nghề|hành|học|hàng)))*)"
    rf"(?P<local>\s*(?:,|và|-)?\s*địa phương\b)?(?P<mods>{_MOD}*)"
)
_BO = re.compile(
    rf"(?:các\s+)?bộ\b(?!\s+(?:phận|luật|chỉ|tiêu|thủ))(?P<rest>(?:\s*[,\-]?\s*(?:và\s+)?"
    rf"(?:ban|ngành|cơ quan ngang bộ|cơ quan (?:trực )?thuộc chính phủ)\b)*)"
    rf"(?P<local>\s*(?:,|và|-)?\s*(?:các\s+)?địa phương\b)?(?P<mods>{_MOD}*)"
)
_MINISTERS = re.compile(  # the heads of all ministries stand for the ministries
    r"(?:các )?bộ trưởng,\s+(?:các )?(?P<rest>thủ trưởng (?:các )?cơ quan ngang bộ"
    r"(?:,?\s+(?:và )?(?:thủ trưởng )?(?:các )?cơ quan (?:trực )?thuộc chính phủ)?)(?P<local>(?!))?"
)
_ZONE = r"\s+(?:miền núi|ven biển|biên giới|vùng cao|đồng bằng)"
_COMMITTEES = re.compile(
    rf"(?:\s+thuộc (?:ubnd|ủy ban nhân dân|uỷ ban nhân dân))?\s+(?:(?P<level>cấp\s+(?:huyện|xã|tỉnh)|các cấp)|(?P<each>(?:các|\d{{1,3}})\s+)?(?P<list>{_LOCALS}))\b"
    rf"(?:\s+trực thuộc trung ương)?(?P<zone>{_ZONE})?"
)
_LOCAL_LIST = re.compile(
    rf"các\s+(?!địa phương)(?P<list>{_LOCALS})\b(?P<zone>{_ZONE})?(?P<mods>{_MOD}*)"
)
_CASED = ("Hội", "Hiệp hội", "Đảng bộ", "Chi bộ")
_PARTS = re.compile(_JOIN)
_PARTS_EACH = re.compile(rf"{_JOIN}(?:các\s+)?")
_MARKS = re.compile(r"(\s*,\s*|\s+và\s+|\s*/\s*)")
_SCIENCE = re.compile(r"\bKH&CN\b|\bKHCN\b")
_SOCIAL = re.compile(r"\s*-\s*xã")
_BARE_STOP = re.compile(r"\s*(?:[.;,:)]|\.\.\.|…|$|\n)")
_PUBLIC = "public"
_INVOLVED = (
    "cơ quan", "đơn vị", "cơ quan, đơn vị", "cơ quan, tổ chức", "đơn vị, địa phương", "địa phương",
    "cơ quan, đơn vị, địa phương", "ngành", "tổ chức", "tổ chức, cá nhân",
)  # fmt: skip
_ALONE = ("cơ quan chức năng", "lực lượng chức năng")  # several even without "các"


@functools.cache
def _generic() -> tuple[re.Pattern[str], dict[str, str]]:
    """Give the pattern of noun lists under one "các", and the class of each noun."""
    table = rows("lexicon/collective_nouns")
    longest = sorted(table, key=lambda row: len(row["noun"]), reverse=True)
    nouns = "|".join(_noun(row) for row in longest)
    join = rf"(?:{_JOIN}|{_LOST_COMMA})"
    pattern = re.compile(
        rf"(?P<each>(?:(?:tất cả|toàn bộ)\s+)?(?:các|những|một số)\s+)?"
        rf"(?P<list>(?:{nouns})\b(?:{join}(?:{nouns})\b)*)(?P<mods>{_MOD}*)"
    )
    return pattern, {row["noun"]: row["class"] for row in table}


def _noun(row: Row) -> str:
    """Give the pattern of a noun; ``trường`` is none in "trường hợp"."""
    other = row["not_before"]
    return re.escape(row["noun"]) + (rf"(?!\s+(?:{other})\b)" if other else "")


def collective_at(text: str, lower: str, start: int) -> AgentFound | None:
    """Give the collective that begins at *start* with "các", or a formula without it.

    >>> t = "các Sở, ngành, địa phương và đơn vị có liên quan tổ chức"
    >>> collective_at(t, t.lower(), 0).name
    'Các sở, ngành, địa phương'
    """
    ministers = _MINISTERS.match(lower, start)
    if ministers:
        return _formula(ministers, "bộ")
    for pattern, name in ((_SO, "sở"), (_BO, "bộ")):
        match = pattern.match(lower, start)
        if match and (match["rest"] or match["local"] or match[0].startswith("các")):
            return _formula(match, name)
    match = _LOCAL_LIST.match(lower, start)
    if match:
        return _committees(Span(start, match.end()), f"{match['list']}{match['zone'] or ''}")
    match = _generic()[0].match(lower, start)
    return _listed(text, match) if match and not _is_topic(match) else None


def _is_topic(match: re.Match[str]) -> bool:
    """Tell whether "các ngành" alone names fields of the economy and no agency."""
    return match["list"] == "ngành" and not match["mods"]


def openers() -> tuple[str, ...]:
    """Give the words that a collective begins with, for the automaton."""
    firsts = {noun.split()[0] for noun in _generic()[1]} | {"sở", "bộ"}
    each = (f"{word} {first}" for word in ("các", "những", "một số") for first in firsts)
    involved = (f"{noun} {words}" for noun in _INVOLVED for words in ("liên quan", "có liên quan"))
    return (
        *each,
        *involved,
        *_ALONE,
        "bộ trưởng, ",
        "các bộ trưởng, ",
        "sở ngành",
        "sở, ",
        "sở - ",
        "bộ, ngành",
        "bộ ngành",
    )


def bare_at(text: str, lower: str, start: int, *, formula_only: bool = False) -> AgentFound | None:
    """Give a collective without "các" right after a separator: ``đơn vị có liên quan``."""
    match = _SO.match(lower, start)
    if match and (match["rest"] or match["local"]):
        return _formula(match, "sở")
    if formula_only:
        return None
    match = _generic()[0].match(lower, start)
    if match and (match["mods"] or _BARE_STOP.match(lower, match.end())):
        return _listed(text, match)
    return None


def committees_at(lower: str, start: int, end: int, name: str, kind: str) -> AgentFound | None:
    """Give ``UBND các huyện, thị xã, thành phố``: a body's name and the places it stands for.

    *start* and *end* bound the name (``UBND``); None when one single place follows.
    """
    match = _COMMITTEES.match(lower, end)
    if not match:
        return None
    many = match["list"] and (match["each"] or _PARTS.search(match["list"]))
    if not (match["level"] or many):
        return None
    zone = match["zone"] or ""
    found = _committees(Span(start, match.end()), f"{match['list'] or match['level']}{zone}")
    return replace(found, name=f"{name} {found.name.removeprefix('Ủy ban nhân dân ')}", kind=kind)


def _formula(match: re.Match[str], head: str) -> AgentFound:
    """Give the normal name of a sở-ngành or bộ-ngành formula."""
    local = bool(match["local"])
    if head == "sở":
        name = "Các sở, ngành, địa phương" if local else "Các sở, ban, ngành"
        members = ("Các sở, ban, ngành", "Ủy ban nhân dân cấp huyện") if local else ()
        scope = "place"
    else:
        whole = _ministries(match["rest"])
        name = f"{whole}, địa phương" if local else whole
        members = (whole, "Các địa phương") if local else ()
        scope = "central"
    end = match.end()
    return AgentFound(Span(match.start(), end), name, "collective", scope, collective=True,
                      members=members)  # fmt: skip


def _ministries(rest: str) -> str:
    """Give the normal name of a bộ formula: what it lists beside the ministries, in order."""
    rest = squeeze(rest).replace("trực thuộc", "thuộc")
    others = [part for part in ("cơ quan ngang bộ", "cơ quan thuộc chính phủ") if part in rest]
    if not others:
        return "Các bộ, ngành"
    return ", ".join(("Các bộ", *others)).replace("chính phủ", "Chính phủ")


def _committees(span: Span, places: str) -> AgentFound:
    """Give the People's Committees of the places that a list names."""
    words = _PARTS_EACH.sub(", ", squeeze(places))
    name = words if words.startswith(("cấp", "các")) else f"các {words}"
    return AgentFound(span, f"Ủy ban nhân dân {name}", "people-committee", "place",
                      collective=True, level="many")  # fmt: skip


def _listed(text: str, match: re.Match[str]) -> AgentFound:
    """Give a noun list under one "các" as one agent with its members."""
    printed = text[match.start("list") : match.end("list")]
    name, scope, members = _named(printed, match["list"], match["mods"])
    span = Span(*match.span())
    return AgentFound(span, name, "collective", scope, collective=True, members=members)


@functools.lru_cache(maxsize=1024)  # a genre has few such lists and repeats them
def _named(printed: str, nouns: str, mods: str) -> tuple[str, str, tuple[str, ...]]:
    """Give the normal name of a noun list, how a place completes it, and its members."""
    classes = _generic()[1]
    parts = [squeeze(part) for part in _PARTS.split(nouns)]
    kinds = {classes.get(part, _PUBLIC) for part in parts}
    mods = squeeze(mods)
    members = tuple(f"Các {part}" for part in parts) if len(parts) > 1 else ()
    return f"Các {_normal(printed)}{_modifier(mods)}", _scope(kinds, mods), members


def _scope(kinds: set[str], mods: str) -> str:
    """Tell how a place completes a noun list: open classes in brackets, units by the issuer."""
    if "unit" in kinds or "thuộc sở" in mods:
        return "unit"
    if "party" in kinds:
        return "party"
    if "central" in kinds:
        return "central"
    if "trên địa bàn" in mods:
        return "place"
    return "open" if "open" in kinds else "place"


def _normal(words: str) -> str:
    """Give the words of a noun list in lower case but for names of kinds of association."""
    parts = _MARKS.split(re.sub(_LOST_COMMA, ", ", words))
    cased = (p if p.startswith(_CASED) else p[:1].lower() + p[1:] for p in parts)
    spelled = _SCIENCE.sub("khoa học và công nghệ", squeeze("".join(cased)))
    return _SOCIAL.sub(" - xã", spelled)


def _modifier(mods: str) -> str:
    """Give the normal form of what follows the nouns: "có liên quan" is "liên quan"."""
    out = ""
    if "trên địa bàn" in mods:
        out += " trên địa bàn"
    if "tại địa phương" in mods:
        out += " tại địa phương"
    if "thuộc" in mods:
        out += " trực thuộc"
    if "trong và ngoài" in mods:
        out += mods[mods.index(" trong") if " trong" in mods else 0 :]
    if "liên" in mods:
        out += " liên quan"
    return capitalised(out) if not out.startswith(" ") else out
