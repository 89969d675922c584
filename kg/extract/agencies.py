"""Agencies in running text: labels of the tables, longest first; heads with a name; collectives.

The grammar only says what stands where. Which body that is, on which day, is for
``kg.identity`` to say.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.extract.collectives import bare_at, collective_at, committees_at, openers
from kg.extract.enumerated import committees_of, departments_of, enumerated_at
from kg.extract.names import long_name, named_whole, proper_name, region_end
from kg.extract.places import place_at
from kg.lexicon import rows, variants
from kg.model import Span
from kg.shape import AgentFound
from kg.text import capitalised, squeeze, view

_LEVELS = r"tỉnh|thành phố|tp\.?|huyện|thị xã|quận|phường|xã|thị trấn|trung ương|các cấp"
_LEVEL = re.compile(rf" +(?:của +)?(?P<level>{_LEVELS})(?!\w)(?!\s*,\s*(?:thành phố|huyện))")
_BRANCH = re.compile(r"\s*(?:-\s*)?chi nhánh(?=\s+(?:tỉnh|thành phố|[a-zà-ỹđ]))")
_GAP = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng|cùng với|với)\s+|\s+")
_CLOSED = frozenset(",;.:)")  # after these marks no place follows
_NEEDS_PLACE = frozenset({"Công an", "Thanh tra", "Thuế", "Thống kê", "Bộ Tư lệnh", "Viễn thông"})
# Inside another body: its Party committee, its office, its standing members.
_INSIDE = re.compile(
    r"(?:Đảng (?:ủy|uỷ)|Ban [Cc]án sự [Đđ]ảng|Đảng đoàn|Văn phòng|Ban Thường trực|Cơ quan [Tt]hường trực) "
    r"(?=(?:UBND|HĐND|Ủy ban nhân|Uỷ ban nhân|Ủy ban MTTQ|Ủy ban Mặt|Hội đồng nhân|Công an|Quân sự|Bộ Chỉ|Ban Chỉ)\b)"
)
_LOCAL = frozenset({"place", "district", "commune"})
_SMALL_HEADS = frozenset({"Phòng", "Đội"})
_NO_REGION = frozenset({"people-committee", "people-council", "government", "collective"})
_NEAR = 120
_OWN_LEVEL = re.compile(r" (?:tỉnh|thành phố|huyện|thị xã|quận|phường|xã|thị trấn)$")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a key of the automaton stands for; a *head* takes a name that no table holds."""

    name: str
    kind: str
    scope: str
    head: bool = False


@functools.cache
def _automaton() -> tuple[AhoCorasick, tuple[_Entry | None, ...]]:
    """Build the automaton over every spelling, and the entry of each."""
    entries: dict[str, _Entry | None] = dict.fromkeys(openers())
    for row in rows("lexicon/body_heads"):
        entries[view(row["head"])] = _Entry(row["head"], row["kind"], row["scope"], head=True)
    for row in rows("lexicon/bodies"):
        entry = _Entry(row["name"], row["kind"], row["scope"])
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
        under_one_head = _under_one_head(text, lower, (start, end), entries[index])
        yield from under_one_head[:-1]
        found = under_one_head[-1] if under_one_head else None
        found = found or _at(text, lower, (start, end), entries[index], local)
        while found:
            yield found
            edge = found.span.end
            found = _bare_after(text, lower, edge)


def _under_one_head(
    text: str, lower: str, place: tuple[int, int], entry: _Entry | None
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
    text: str, lower: str, place: tuple[int, int], entry: _Entry | None, local: _Local
) -> AgentFound | None:
    """Read the agent that begins at one hit of the automaton."""
    start, end = place
    if entry is None:
        in_word = lower.endswith("cơ ", 0, start)  # cơ sở is a base, no department
        several = None if in_word else departments_of(text, lower, start)
        return several or (None if in_word else collective_at(text, lower, start))
    if not text[start].isupper() and not _is_small_head(text, end, entry):
        return None
    inside = _INSIDE.match(text, start) if entry.head else None
    if inside:
        return _body_of(text, inside, entry)
    if entry.head:
        return _headed(text, lower, place, entry, local)
    if end < len(text) and lower[end].isalnum():
        return None
    if entry.kind == "management-board":
        board = _board(text, lower, place, entry)
        if board:
            return board
    local_body = entry.scope in _LOCAL and not entry.name.startswith("Sở")
    many = committees_at(lower, start, end, entry.name, entry.kind) if local_body else None
    return many or _completed(text, lower, Span(start, end), entry)


def _is_small_head(text: str, end: int, entry: _Entry) -> bool:
    """Tell whether a head in small letters has a name behind it: ``Giao phòng Quản lý đô thị``."""
    if entry.name == "Công an" and text.startswith(" các ", end):
        return True
    return entry.name.split()[0] in _SMALL_HEADS and (
        " " in entry.name or (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper())
    )


def _body_of(text: str, prefix: re.Match[str], entry: _Entry) -> AgentFound | None:
    """Read a committee or an office of another body: ``Đảng ủy Công an tỉnh``."""
    words = text[prefix.end() : prefix.end() + _NEAR]
    body = next(iter(agencies(words, view(words))), None)
    if body is None or body.span.start:
        return None
    span = Span(prefix.start(), prefix.end() + body.span.end)
    kind = entry.kind if entry.head else body.kind
    return replace(body, span=span, name=f"{squeeze(prefix[0])} {body.name}", kind=kind)


def _board(text: str, lower: str, place: tuple[int, int], entry: _Entry) -> AgentFound | None:
    """Read a management board by its long name, with its parks or its works."""
    start, end = place
    park = named_whole(text, lower, place, entry.kind)
    if park > end:
        words = squeeze(text[start:park])
        return AgentFound(Span(start, park), words, entry.kind, "named", listed=False)
    long = long_name(text, start)
    named = _Entry(squeeze(text[start:long]), entry.kind, "place", head=True)
    return _completed(text, lower, Span(start, long), named) if long > end else None


def _headed(
    text: str, lower: str, place: tuple[int, int], entry: _Entry, local: _Local
) -> AgentFound | None:
    """Read a head with its proper name: a name of the document, else a run of capitals."""
    start, end = place
    if lower[end : end + 1].isalnum() or lower.startswith("báo cáo", start):
        return None
    if entry.kind == "enterprise" or (entry.kind == "press" and entry.scope == "named"):
        whole = named_whole(text, lower, place, entry.kind)
        if whole > end:
            return AgentFound(Span(start, whole), squeeze(text[start:whole]), entry.kind, "named")
    own = local.longest(lower, start)
    if own and not lower[start + len(own) : start + len(own) + 1].isalnum():
        level = _OWN_LEVEL.search(own)  # "Trung tâm … tỉnh": the level completes the name
        stop = start + (level.start() if level else len(own))
        named = _Entry(local.names[own][: stop - start], entry.kind, entry.scope, head=True)
        return _completed(text, lower, Span(start, stop), named)
    stop = proper_name(text, lower, start, end)
    words = capitalised(squeeze(text[start:stop]))
    many = committees_at(lower, start, stop, words, entry.kind) if stop > start else None
    if many and entry.scope in {"place", "unit"}:
        return many
    named = _Entry(words, entry.kind, entry.scope, head=True)
    return _completed(text, lower, Span(start, stop), named) if stop > start else None


def _unplaced(span: Span, name: str, entry: _Entry) -> AgentFound | None:
    """Give an agent that no place completes; some names alone are only common nouns."""
    if entry.name in _NEEDS_PLACE:
        return None
    return AgentFound(span, name, entry.kind, entry.scope, listed=not entry.head)


def _completed(text: str, lower: str, span: Span, entry: _Entry) -> AgentFound | None:
    """Add the place that follows a name, and give the agent."""
    name, end, scope = entry.name, span.end, entry.scope
    region = region_end(text, end)
    if region > end and entry.kind not in _NO_REGION:
        whole = Span(span.start, region)
        return AgentFound(whole, capitalised(squeeze(whole.of(text))), entry.kind, "named",
                          listed=not entry.head)  # fmt: skip
    branch = _BRANCH.match(lower, end)
    if entry.kind == "enterprise" and (scope == "central" or name in _NEEDS_PLACE):
        local = place_at(text, lower, end, only_known=True)
        if local > end:  # a branch of the group: VNPT Nghệ An
            whole = Span(span.start, local)
            return AgentFound(whole, squeeze(whole.of(text)), entry.kind, "named")
    if scope == "central" and not branch:
        return AgentFound(span, name, entry.kind, "central", listed=not entry.head)
    if lower[end : end + 1] in _CLOSED:
        return _unplaced(span, name, entry)
    if branch:
        name, end, scope = f"{name} chi nhánh", branch.end(), "place"
    level = _LEVEL.match(lower, end)
    after = level.end() if level else end
    stop = place_at(text, lower, after, only_known=level is None)
    if level is None and stop == end:
        return _unplaced(Span(span.start, end), name, entry)
    word = squeeze(level["level"]) if level else ""
    where = squeeze(text[after:stop])
    return AgentFound(Span(span.start, stop), name, entry.kind, scope, level=word, place=where,
                      listed=not entry.head)  # fmt: skip
