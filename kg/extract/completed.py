"""The name of a body with the place behind it: the end of every way to read one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.levels import may_follow, place_behind, region_behind
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


def _unplaced(span: Span, name: str, entry: Entry) -> AgentFound | None:
    """Give an agent that no place completes; some names alone are only common nouns."""
    if entry.name in _NEEDS_PLACE:
        return None
    return AgentFound(span, name, entry.kind, entry.scope, listed=not entry.head)


def completed(text: str, lower: str, span: Span, entry: Entry) -> AgentFound | None:
    """Add the place that follows a name, and give the agent."""
    name, end, scope = entry.name, span.end, entry.scope
    region = region_end(text, end)
    if region > end and entry.kind not in _NO_REGION:
        whole = Span(span.start, region)
        return AgentFound(whole, f"{name} {squeeze(text[end:region])}", entry.kind, "named",
                          listed=not entry.head)  # fmt: skip
    branch = _BRANCH.match(lower, end)
    if entry.kind == "enterprise" and (scope == "central" or name in _NEEDS_PLACE):
        local = place_at(text, lower, end, only_known=True)
        if local > end:  # a branch of the group: VNPT Nghệ An
            whole = Span(span.start, local)
            return AgentFound(whole, squeeze(whole.of(text)), entry.kind, "named")
    if scope == "central" and not branch:
        return AgentFound(span, name, entry.kind, "central", listed=not entry.head)
    if not (branch or may_follow(text, end)):
        return _unplaced(span, name, entry)
    if branch:
        name, end, scope = f"{name.removesuffix(' Việt Nam')} chi nhánh", branch.end(), "place"
    region = region_behind(text, end)
    if region > end:
        whole = Span(span.start, region)
        return AgentFound(
            whole, f"{name}{squeeze(text[end - 1 : region])[1:]}", entry.kind, "named"
        )
    at = place_behind(text, lower, end)
    if at.end == end:
        return _unplaced(Span(span.start, end), name, entry)
    return AgentFound(Span(span.start, at.end), name, entry.kind, scope, level=at.level, place=at.name,
                      listed=not entry.head, within=at.within, how="near" if at.slip else "")  # fmt: skip
