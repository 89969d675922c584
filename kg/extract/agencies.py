"""Agencies in running text: labels of the tables, longest first; heads with a name; collectives.

The grammar only says what stands where. Which body that is, on which day, is for
``kg.identity`` to say.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.extract.bare import bare_head, is_bare, is_told, told_place
from kg.extract.bare import openers as openers_of_bare
from kg.extract.collectives import bare_at, collective_at, committees_at, openers
from kg.extract.completed import Entry, completed
from kg.extract.either import either
from kg.extract.enumerated import committees_of, departments_of, enumerated_at
from kg.extract.levels import place_behind
from kg.extract.names import long_name, named_whole, proper_name
from kg.extract.near import near_name
from kg.lexicon import rows, variants
from kg.model import Span
from kg.shape import AgentFound
from kg.text import capitalised, squeeze, view

_GAP = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng|cùng với|với)\s+|\s+")
# Inside another body: its Party committee, its office, its standing members, its steering board.
_INSIDE = re.compile(
    r"(?:Đảng (?:ủy|uỷ)|Ban [Cc]án sự [Đđ]ảng|Đảng đoàn|Văn phòng|Ban Thường trực|Cơ quan [Tt]hường trực) "
    r"(?=(?:UBND|HĐND|Ủy ban nhân|Uỷ ban nhân|Ủy ban MTTQ|Ủy ban Mặt|Hội đồng nhân|Công an|Quân sự|Bộ Chỉ|Ban Chỉ)\b)"
    r"|(?:Ban [Cc]hỉ đạo|BCĐ) \d{1,4} (?=(?:Tỉnh|Thành|Huyện|Thị|Quận) (?:ủy|uỷ)\b)"
)
_LOCAL = frozenset({"place", "district", "commune"})
_SMALL_HEADS = frozenset({"Phòng", "Đội"})
_NEAR = 120
_NEXT = re.compile(r" \w+")
_MANY = ("\n", "  ", " \n", *(f" {word}" for word in (
    "các", "cấp", "huyện", "quận", "thị", "thành", "xã", "phường", "đặc", "tỉnh", "địa", "thuộc",
    *map(str, range(1, 10)),
)))  # fmt: skip
"""What the places of many bodies begin with, or white space that a pattern must read."""
_OWN_LEVEL = re.compile(r" (?:tỉnh|thành phố|huyện|thị xã|quận|phường|xã|thị trấn)$")


@functools.cache
def _automaton() -> tuple[AhoCorasick, tuple[Entry | None, ...]]:
    """Build the automaton over every spelling, and the entry of each."""
    entries: dict[str, Entry | None] = dict.fromkeys(openers())
    for words in openers_of_bare():
        entries[words] = Entry(words, "other", "short")
    for row in rows("lexicon/body_heads"):
        entries[view(row["head"])] = Entry(row["head"], row["kind"], row["scope"], head=True)
    for row in rows("lexicon/bodies"):
        entry = Entry(row["name"], row["kind"], row["scope"])
        for name in (row["name"], *variants(row)):
            entries[view(name)] = entry
    keys = sorted(entries)
    automaton = AhoCorasick(
        keys, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )
    return automaton, tuple(entries[key] for key in keys)


def agencies(text: str, lower: str, local_names: Collection[str] = ()) -> tuple[AgentFound, ...]:
    """Give every agent of *text* in order, without overlap.

    *lower* is the lower-case view of equal length. *local_names* are names that the document
    itself prints in its labelled lines; they end a name where capitals do not.

    >>> t = "Chủ trì, phối hợp với Sở Y tế và các sở, ngành có liên quan rà soát"
    >>> [(a.name, a.span.of(t)) for a in agencies(t, t.lower())]
    [('Sở Y tế', 'Sở Y tế'), ('Các sở, ban, ngành', 'các sở, ngành có liên quan')]
    """
    found = tuple(_scan(text, lower, _Local({view(name): name for name in local_names})))
    return tuple(map(partial(_of_same_places, lower), found, (*found[1:], None)))


def _of_same_places(lower: str, found: AgentFound, after: AgentFound | None) -> AgentFound:
    """Give a body the places that the next one prints for both: ``UBND và Công an các huyện``."""
    if after is None or after.level != "many" or found.scope != "place" or found.place:
        return found
    shared = not (found.level or found.collective or found.name.startswith("Sở"))
    places = after.name.find(" các ")
    if not shared or places < 0 or lower[found.span.end : after.span.start] != " và ":
        return found
    return replace(found, name=f"{found.name}{after.name[places:]}", collective=True, level="many")


class _Local:
    """The names that the document itself prints, by their lower-case view."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names
        self._lengths = sorted(set(map(len, names)), reverse=True)

    def longest(self, lower: str, start: int) -> str:
        """Give the longest name that stands at a place; "" when none does."""
        there = (lower[start : start + length] for length in self._lengths)
        return next((words for words in there if words in self.names), "")


def _scan(text: str, lower: str, local: _Local) -> Iterator[AgentFound]:
    automaton, entries = _automaton()
    edge = 0
    for index, start, end in automaton.find_matches_as_indexes(lower):
        if start < edge or (start and lower[start - 1].isalnum()):
            continue
        if start and lower[start - 1] in "-/" and _is_code(text[start:end]):
            continue
        under_one_head = _under_one_head(text, lower, (start, end), entries[index])
        yield from under_one_head[:-1]
        found = under_one_head[-1] if under_one_head else None
        found = found or _at(text, lower, (start, end), entries[index], local)
        if found and found.kind == "internal-unit":
            found = either(lower, found)
        while found:
            yield found
            edge = found.span.end
            found = _bare_after(text, lower, edge)


def _is_code(words: str) -> bool:
    """Tell whether a hit is the code of a number: ``12/TB-VPCP``."""
    return words.isupper() and " " not in words


def _under_one_head(
    text: str, lower: str, place: tuple[int, int], entry: Entry | None
) -> tuple[AgentFound, ...]:
    """Give the bodies of a list that print their head once."""
    if entry is None:
        return enumerated_at(text, lower, place[0])
    if entry.kind in {"people-committee", "people-council"} and text[place[0]].isupper():
        return committees_of(text, lower, place, entry.name, entry.kind)
    return ()


def _bare_after(text: str, lower: str, end: int) -> AgentFound | None:
    """Give a collective without "các" that a separator joins to the agent before it."""
    gap = _GAP.match(lower, end)
    if not gap or gap.end() >= len(text):
        return None
    return bare_at(text, lower, gap.end(), formula_only=not gap[0].strip())


def _at(  # noqa: PLR0911  (one return a kind of agent)
    text: str, lower: str, place: tuple[int, int], entry: Entry | None, local: _Local
) -> AgentFound | None:
    """Read the agent that begins at one hit of the automaton."""
    start, end = place
    if entry is None:
        in_word = lower.endswith("cơ ", 0, start)  # cơ sở is a base, no department
        several = None if in_word else departments_of(text, lower, start)
        return several or (None if in_word else collective_at(text, lower, start))
    if entry.scope == "short":
        told = told_place(text, lower, end) if entry.name.endswith(" ") else None
        return told or bare_head(text, lower, start, end, entry.kind)
    if not text[start].isupper() and not _is_small(text, lower, place, entry):
        return None
    inside = _INSIDE.match(text, start) if entry.head else None
    if inside:
        return _body_of(text, inside, entry)
    if entry.head:
        return _headed(text, lower, place, entry, local)
    if end < len(text) and lower[end].isalnum():
        return None
    return _listed(text, lower, place, entry)


def _listed(text: str, lower: str, place: tuple[int, int], entry: Entry) -> AgentFound | None:
    """Read a body that a table names, with the park or the places behind it."""
    start, end = place
    board = _board(text, lower, place, entry) if entry.kind == "management-board" else None
    if board:
        return board
    local = entry.scope in _LOCAL and lower.startswith(_MANY, end)
    many = committees_at(lower, start, end, entry.name, entry.kind) if local else None
    return many or completed(text, lower, Span(start, end), entry)


def _is_small(text: str, lower: str, place: tuple[int, int], entry: Entry) -> bool:
    """Tell whether a body is meant in small letters: ``sở y tế``, ``phòng Quản lý đô thị``."""
    start, end = place
    if entry.kind == "department" and not entry.head and lower.startswith("sở ", start):
        return is_told(lower, start, end)
    if entry.name == "Đảng ủy":
        return lower.startswith(" các ", end)
    if entry.name == "Công an" and text.startswith(" các ", end):
        return True
    return entry.name.split()[0] in _SMALL_HEADS and (
        " " in entry.name or (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper())
    )


def _body_of(text: str, prefix: re.Match[str], entry: Entry) -> AgentFound | None:
    """Read a committee or an office of another body: ``Đảng ủy Công an tỉnh``."""
    words = text[prefix.end() : prefix.end() + _NEAR]
    body = next(iter(agencies(words, view(words))), None)
    if body is None or body.span.start:
        return None
    span = Span(prefix.start(), prefix.end() + body.span.end)
    kind = entry.kind if entry.head else body.kind
    return replace(body, span=span, name=f"{squeeze(prefix[0])} {body.name}", kind=kind)


def _board(text: str, lower: str, place: tuple[int, int], entry: Entry) -> AgentFound | None:
    """Read a management board by its long name, with its parks or its works."""
    start, end = place
    park = named_whole(text, lower, place, entry.kind)
    if park > end:
        words = squeeze(text[start:park])
        return AgentFound(Span(start, park), words, entry.kind, "named", listed=False)
    long = long_name(text, start)
    named = Entry(squeeze(text[start:long]), entry.kind, "place", head=True)
    return completed(text, lower, Span(start, long), named) if long > end else None


def _headed(
    text: str, lower: str, place: tuple[int, int], entry: Entry, local: _Local
) -> AgentFound | None:
    """Read a head with its proper name: a name of the document, else a run of capitals."""
    start, end = place
    if lower[end : end + 1].isalnum() or lower.startswith("báo cáo", start):
        return None
    if entry.kind == "enterprise" or (entry.kind == "press" and entry.scope == "named"):
        whole = named_whole(text, lower, place, entry.kind)
        if whole > end:
            return AgentFound(Span(start, whole), squeeze(text[start:whole]), entry.kind, "named")
    if not text[start].isupper() and entry.kind == "party-committee":
        return committees_at(lower, start, end, entry.name, entry.kind)
    own = _of_document(text, lower, start, entry, local)
    return own or _named(text, lower, place, entry)


def _nearly(text: str, lower: str, start: int, stop: int) -> AgentFound | None:
    """Read a name that nearly spells one of the tables, with one word more or without."""
    more = _NEXT.match(text, stop)
    for end in (more.end(), stop) if more else (stop,):
        near = near_name(squeeze(text[start:end]))
        if near:
            row, how = near
            entry = Entry(row["name"], row["kind"], row["scope"])
            found = completed(text, lower, Span(start, end), entry)
            return replace(found, how=how) if found else None
    return None


def _of_document(
    text: str, lower: str, start: int, entry: Entry, local: _Local
) -> AgentFound | None:
    """Read a name that the document itself prints in a labelled line."""
    own = local.longest(lower, start)
    if not own or lower[start + len(own) : start + len(own) + 1].isalnum():
        return None
    level = _OWN_LEVEL.search(own)  # "Trung tâm … tỉnh": the level completes the name
    stop = start + (level.start() if level else len(own))
    nearly = _nearly(text, lower, start, stop)
    if nearly:
        return nearly
    named = Entry(local.names[own][: stop - start], entry.kind, entry.scope, head=True)
    return completed(text, lower, Span(start, stop), named)


def _named(text: str, lower: str, place: tuple[int, int], entry: Entry) -> AgentFound | None:
    """Read a head with the run of capitals behind it, with a level, or alone where it is told."""
    start, end = place
    stop = proper_name(text, lower, start, end)
    if stop <= start:
        level = _of_level(text, lower, place, entry)
        return level or bare_head(text, lower, start, end, entry.kind)
    nearly = _nearly(text, lower, start, stop)
    if nearly:
        return nearly
    words = capitalised(squeeze(text[start:stop]))
    many = committees_at(lower, start, stop, words, entry.kind)
    if many and entry.scope in {"place", "unit"}:
        return many
    named = Entry(words, entry.kind, entry.scope, head=True)
    return completed(text, lower, Span(start, stop), named)


def _of_level(text: str, lower: str, place: tuple[int, int], entry: Entry) -> AgentFound | None:
    """Read a head that a level alone makes one body: ``Trường Chính trị tỉnh``."""
    start, end = place
    if " " not in entry.name or entry.scope != "place" or is_bare(entry.name):
        return None
    levelled = place_behind(text, lower, end).level
    return completed(text, lower, Span(start, end), entry) if levelled else None
