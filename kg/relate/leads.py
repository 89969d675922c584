"""Who must do it, when no label says so: the subject of the words, or the heading above them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import AgentMention, Quote, Span
from kg.relate.lists import PERSON_BEFORE, AgentLists, parts

_ASK = re.compile(
    r"[*_\s]*(?:(?:đề nghị|yêu cầu|giao|phân công|đối với|trách nhiệm của|nhiệm vụ của)(?:\s+cho)?\s+)?"
)
_DUTY_CUES = ("trách nhiệm", "nhiệm vụ", "chủ trì")
_DUTY = re.compile(r"(?<!\s)\s+(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì)\b")
_SOLE = re.compile(
    r"[\s:.*_]*(?:(?:có trách nhiệm|thực hiện|chịu trách nhiệm)\b[^.;]{0,30}:?)?[\s:.*_]*"
)
_INTRODUCES = re.compile(r"trách nhiệm|nhiệm vụ|thực hiện|tập trung|yêu cầu|sau")
_OPEN_CLAUSE = re.compile(r"[^.;:\n]{1,150}:")
_NOT_CLAUSE = re.compile(r"chủ trì|phối hợp|trách nhiệm|căn cứ|theo chức năng")
_ROLE_LEAD = re.compile(r"(?:^|[.;:,]\s+|\n\s*)(?:chịu trách nhiệm )?chủ trì\b")
_LEADS = re.compile(r"[\s:,]*(?:có trách nhiệm |là cơ quan )?chủ trì\b")
_ROLE_WITH = re.compile(r"[\s:,*_]*(?:(?:chủ động|tích cực|tăng cường|thường xuyên),? )?phối hợp\b")
_WITH = re.compile(
    r"phối hợp(?<!\wphối hợp)(?: chặt chẽ| thường xuyên)?(?:,? (?:với|cùng với|cùng))?(?: chặt chẽ với)?\s+"
)
_ORDERED = re.compile(r"(?:^|[.;]\s+)(?:chỉ đạo|hướng dẫn|yêu cầu|giao)\s+$")


Lead = tuple[tuple[AgentMention, ...], Quote, str]
"""Who must do a passage, the words that say so, and the rule that read them."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who must do it, with the words; ``end`` is where the words of the action begin."""

    agents: tuple[AgentMention, ...]
    quote: Quote
    end: int
    rule: str


def subject(lists: AgentLists, span: Span) -> Subject | None:
    """Give the subject of a passage: ``Sở Y tế: …``, ``Sở Y tế có trách nhiệm …``, or None."""
    start = _ask_end(lists.view, span)
    agents = lists.at(start, span.end)
    if agents:
        end = lists.end_of(agents)
        if end >= span.end - 1:
            return None
        clause = _OPEN_CLAUSE.match(lists.view, end, span.end)
        if clause and _describes(agents, clause):
            stop = clause.end() - 1
            quote = Quote(Span(start, stop), lists.text[start:stop])
            return Subject((AgentMention(quote.words, quote),), quote, stop, "lead.open-class")
        asked = lists.text[span.start : start].strip(" *_")
        rule = "lead.request" if asked else "lead.inline"
        return Subject(parts(agents), _quote(lists, agents, start), end, rule)
    return _inner(lists, span)


def _ask_end(view: str, span: Span) -> int:
    """Give where the words begin behind a request such as "Đề nghị" or "Giao"."""
    match = _ASK.match(view, span.start, span.end)
    return match.end() if match else span.start


def _quote(lists: AgentLists, agents: tuple[AgentMention, ...], start: int | None = None) -> Quote:
    """Give the words of a list with the person's title in front of it."""
    first = agents[0].quote.span.start
    if start is None:
        title = PERSON_BEFORE.search(lists.view[max(0, first - 40) : first])
        start = first - len(title[0]) if title else first
    span = Span(start, agents[-1].quote.span.end)
    return Quote(span, span.of(lists.text))


def _describes(agents: tuple[AgentMention, ...], clause: re.Match[str]) -> bool:
    """Tell whether what stands between a collective and a colon tells which members are meant."""
    words = clause[0].rstrip(":").strip()
    many = agents[-1].quote.words.lower().startswith("các ") and len(agents) == 1
    return bool(words) and many and not _NOT_CLAUSE.search(words) and "," not in words


def _inner(lists: AgentLists, span: Span) -> Subject | None:
    """Give the subject of "… ; Sở Tài chính có trách nhiệm …" inside a passage."""
    view = lists.view
    if all(view.find(cue, span.start, span.end) < 0 for cue in _DUTY_CUES):
        return None
    for match in _DUTY.finditer(view, span.start, span.end):
        cut = max(view.rfind(mark, span.start, match.start()) for mark in (";", ".", ","))
        agents = lists.before(match.start(), max(cut, span.start))
        if agents:
            return Subject(parts(agents), _quote(lists, agents), match.start(), "lead.inner")
    return None


def whole_list(lists: AgentLists, span: Span) -> Lead | None:
    """Give the agents of a heading that names nothing else: ``13. Các Sở, Ban, ngành``."""
    start = _ask_end(lists.view, span)
    agents = lists.at(start, span.end)
    if not agents or not _SOLE.fullmatch(lists.view, agents[-1].quote.span.end, span.end):
        return None
    return parts(agents), _quote(lists, agents, start), "lead.heading"


def intro(lists: AgentLists, span: Span) -> Lead | None:
    """Give who must do the bullets after a sentence such as "… các sở có trách nhiệm:"."""
    if lists.text[span.end - 1] != ":":
        return None
    for agent in lists.within(span):
        agents = lists.at(agent.quote.span.start, span.end)
        rest = lists.view[agents[-1].quote.span.end : span.end] if agents else ""
        if agents and _INTRODUCES.search(rest):
            return parts(agents), _quote(lists, agents), "lead.intro"
    return None


def lead_role(view: str, span: Span, start: int) -> str:
    """Tell what the words make of the lead: chủ trì, phối hợp, or assigned."""
    if view.find("chủ trì", start, span.end) >= 0 and (
        _ROLE_LEAD.search(view[start : span.end].strip(" :,*_"))
        or _LEADS.match(view, start, span.end)
    ):
        return "chủ trì"
    return "phối hợp" if _ROLE_WITH.match(view, start, span.end) else "assigned"


def coordinators(lists: AgentLists, span: Span) -> tuple[tuple[AgentMention, ...], Quote | None]:
    """Give with whom: the lists after "phối hợp (với)", and who is told to "phối hợp"."""
    found: list[AgentMention] = []
    for match in _WITH.finditer(lists.view, span.start, span.end):
        agents = lists.at(match.end(), span.end) or _told(lists, span, match.start())
        found.extend(agents)
    unique = parts(found)
    return unique, lists.quote(tuple(sorted(unique, key=lambda a: a.quote.span)))


def _told(lists: AgentLists, span: Span, start: int) -> tuple[AgentMention, ...]:
    """Give the bodies of "Chỉ đạo các tổ chức … phối hợp thực hiện"."""
    end = span.start + len(lists.view[span.start : start].rstrip())
    agents = lists.before(end, span.start)
    if agents and _ORDERED.search(lists.view[span.start : agents[0].quote.span.start]):
        return agents
    return ()
