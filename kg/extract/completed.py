"""The name of a body with the place behind it: the end of every way to read one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.extract.levels import may_follow, place_behind
from kg.extract.names import region_end
from kg.extract.places import place_at
from kg.model import Span
from kg.shape import AgentFound
from kg.text import squeeze

_BRANCH = re.compile(r"\s*(?:-\s*)?chi nhánh(?=\s+(?:tỉnh|thành phố|[a-zà-ỹđ]))")
_NEEDS_PLACE = frozenset({"Công an", "Thanh tra", "Thuế", "Thống kê", "Bộ Tư lệnh", "Viễn thông"})
_NO_REGION = frozenset({"people-committee", "people-council", "government", "collective"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What a key of the automaton stands for; a *head* takes a name that no table holds."""

    name: str
    kind: str
    scope: str
    head: bool = False


def _unplaced(span: Span, entry: Entry) -> AgentFound | None:
    """Give an agent that no place completes; some names alone are only common nouns."""
    if entry.name in _NEEDS_PLACE:
        return None
    return AgentFound(span, entry.name, entry.kind, entry.scope, listed=not entry.head)


def completed(text: str, lower: str, span: Span, entry: Entry) -> AgentFound | None:
    """Add the place that follows a name, and give the agent."""
    end, central = span.end, entry.scope == "central"
    region = _of_region(text, span, entry)
    if region:
        return region
    branch = _BRANCH.match(lower, end)
    if entry.kind == "enterprise" and (central or entry.name in _NEEDS_PLACE):
        local = place_at(text, lower, end, only_known=True)
        if local > end:  # a branch of the group: VNPT Nghệ An
            whole = Span(span.start, local)
            return AgentFound(whole, squeeze(whole.of(text)), entry.kind, "named")
    if branch:
        name = f"{entry.name.removesuffix(' Việt Nam')} chi nhánh"
        return _placed(
            text, lower, Span(span.start, branch.end()), replace(entry, name=name, scope="place")
        )
    if central:
        return AgentFound(span, entry.name, entry.kind, "central", listed=not entry.head)
    return _placed(text, lower, span, entry) if may_follow(text, end) else _unplaced(span, entry)


def _of_region(text: str, span: Span, entry: Entry) -> AgentFound | None:
    """Give the branch of a region, which is no place of the tables: ``Kho bạc Nhà nước khu vực V``."""
    end = region_end(text, span.end)
    if end == span.end or entry.kind in _NO_REGION:
        return None
    name = f"{entry.name} {squeeze(text[span.end : end])}"
    return AgentFound(Span(span.start, end), name, entry.kind, "named", listed=not entry.head)


def _placed(text: str, lower: str, span: Span, entry: Entry) -> AgentFound | None:
    """Add the place behind a name; a branch may serve a region instead."""
    region = _of_region(text, span, entry)
    at = place_behind(text, lower, span.end)
    if region or at.end == span.end:
        return region or _unplaced(span, entry)
    return AgentFound(Span(span.start, at.end), entry.name, entry.kind, entry.scope, level=at.level,
                      place=at.name, listed=not entry.head, within=at.within,
                      how="near" if at.slip else "")  # fmt: skip
