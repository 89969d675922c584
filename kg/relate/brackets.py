"""Brackets that close a passage and say who does it, with whom and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import AgentMention, Span
from kg.relate.lists import AgentLists

_CLOSING = re.compile(r"\((?P<inside>[^()]{8,500})\)[.;*_]*$")
_PART = re.compile(r"[^;]+")
_WHO = r"(?:(?:cơ quan|đơn vị|các đơn vị) )?"
_LEAD = re.compile(rf"\s*{_WHO}chủ trì(?: thực hiện)?\s*:\s*")
_LEADS = re.compile(r"\s+chủ trì[\s,.]*$")
_THEN = re.compile(r"(?<=chủ trì),\s+")
_WITH = re.compile(rf"\s*{_WHO}phối hợp(?: thực hiện)?(?:\s*:|\s+với)\s*")
_JOINS = re.compile(r"\s+phối hợp(?: thực hiện)?[\s,.]*$")
_TIME = re.compile(
    r"\s*(?:thời gian|thời hạn|tiến độ|hoàn thành|thực hiện)(?: (?:thực hiện|hoàn thành))?\s*:?\s*"
)


@dataclass(slots=True)
class Bracket:
    """What closing brackets say; ``start`` is where the words before them end."""

    start: int
    lead: tuple[AgentMention, ...] = ()
    coordinate: tuple[AgentMention, ...] = ()
    time: Span | None = None


def closing_bracket(lists: AgentLists, span: Span) -> Bracket | None:
    """Give what brackets at the end of a passage say; None where they name nobody who leads.

    ``Lập danh mục (Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ; hoàn thành: quý IV/2026).`` and
    ``… (Sở Y tế chủ trì, Sở Nội vụ phối hợp).``
    """
    match = _CLOSING.search(lists.view, span.start, span.end)
    before = lists.view[span.start : match.start()].rstrip() if match else ""
    if match is None or not before:
        return None
    said = Bracket(span.start + len(before))
    for part in _PART.finditer(lists.view, match.start("inside"), match.end("inside")):
        then = _THEN.search(lists.view, part.start(), part.end())
        edges = (part.start(), *then.span(), part.end()) if then else part.span()
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            _read(lists, Span(start, end), said)
    return said if said.lead else None


def _read(lists: AgentLists, part: Span, said: Bracket) -> None:
    """Read one part between semicolons."""
    view = lists.view
    lead, partners = (
        _LEAD.match(view, part.start, part.end),
        _WITH.match(view, part.start, part.end),
    )
    time = _TIME.match(view, part.start, part.end)
    if lead:
        said.lead = said.lead or lists.at(lead.end(), part.end)
    elif partners:
        said.coordinate = said.coordinate or lists.at(partners.end(), part.end)
    elif _LEADS.search(view, part.start, part.end):
        said.lead = said.lead or _listed(lists, part)
    elif _JOINS.search(view, part.start, part.end):
        said.coordinate = said.coordinate or _listed(lists, part)
    elif time and time.end() < part.end:
        said.time = said.time or Span(_value(view, time), part.end)


def _value(view: str, time: re.Match[str]) -> int:
    """Give where the words of a time begin; the word "hoàn thành" without a colon is one of them."""
    return (
        time.end()
        if ":" in time[0] or "hoàn thành" not in time[0]
        else view.index("hoàn", time.start())
    )


def _listed(lists: AgentLists, part: Span) -> tuple[AgentMention, ...]:
    first = next(lists.within(part), None)
    return lists.at(first.quote.span.start, part.end) if first else ()
