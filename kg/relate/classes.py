"""Bodies that a passage tells by their part: ``Cơ quan được giao soạn thảo có trách nhiệm …``."""

from __future__ import annotations

import re

from kg.model import AgentMention, Span
from kg.relate.lists import AgentLists

_DUTY = r"(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|phải)"
_ACTS = r"(?:lập|tiến hành|thực hiện|phối hợp|tổ chức|xây dựng|chuẩn bị)"
# What a developer builds or runs is part of its name: "chủ đầu tư xây dựng hạ tầng".
_DEVELOPER = r"chủ đầu tư(?: (?:xây dựng|kinh doanh)(?: và kinh doanh)?)?"
_ROLE_BODY = re.compile(
    r"(?:(?:các |những |mọi )?(?:cơ quan|đơn vị|tổ chức|cá nhân|doanh nghiệp|địa phương|chủ đầu tư|nhà thầu"
    r"|chủ sở hữu|người đứng đầu|thủ trưởng)\b[^.;:\n]{0,150}?)"
    rf"(?=,?\s+{_DUTY}\b)"
    rf"|(?:{_DEVELOPER}|nhà thầu|nhà đầu tư|đơn vị tư vấn"
    r"|cơ quan (?:có thẩm quyền|chủ quản|chủ trì|thẩm định|kiểm tra))"
    rf"\b[^.;:,\n]{{0,100}}?(?=\s+{_ACTS}\b|:)"
    r"|các đồng chí [^.;:,\n]{3,90}?(?=\s+(?:cho ý kiến|xem xét|nghiên cứu|quan tâm|tham gia|góp ý|dự họp)\b)"
)
_TOPIC = re.compile(  # "Đối với đơn vị được kiểm tra: Chuẩn bị báo cáo …" says what that unit does
    r"(?:đoàn|tổ|hội đồng|ban|đơn vị|cơ quan|tổ chức|doanh nghiệp|nhà thầu|nhà đầu tư|chủ đầu tư|hộ)\b"
    r"[^.;:,()\n]{0,60}(?=:)"
)
_NO_BODY = re.compile(
    r"(?:^|\s)(?:của|chủ động|tăng cường|thực hiện tốt|cần|không|chưa)\s|, (?:đề nghị|yêu cầu)\b"
)
_IN_BRACKETS = re.compile(
    r"(?:các |những )?(?:cơ quan|đơn vị|tổ chức)\b[^.;:,()\n]{0,60}\((?P<who>[^()\n]{5,120})\)"
    rf"(?=\s+{_DUTY}\b)"
)
_TELLS_WHICH = re.compile(r"\s+(?:được|đã|có|đang)\s")


def role_end(lists: AgentLists, span: Span, agents: tuple[AgentMention, ...]) -> int | None:
    """Give where the words end that tell a body at the head of *span* by its part; None for none.

    *agents* are the known bodies that the passage begins with.
    """
    match = _ROLE_BODY.match(lists.view, span.start, span.end)
    if match is None or _NO_BODY.search(match[0]):
        return None
    known = lists.end_of(agents) if agents else span.start
    rest = lists.view[known : match.end()]
    if known >= match.end() or rest.strip(" ,").startswith("và "):
        return None  # the words are the name of a known body, or begin a longer list
    if any(agent.quote.span.start >= known for agent in lists.within(Span(known, match.end()))):
        return None
    listed = "," in rest and not (agents and _TELLS_WHICH.match(rest))
    return None if agents and (listed or len(agents) > 1) else match.end()


def topic_end(view: str, span: Span) -> int | None:
    """Give where the part ends that "Đối với …:" speaks to; None where it only names a matter."""
    match = _TOPIC.match(view, span.start, span.end)
    return match.end() if match else None


def named_in_brackets(lists: AgentLists, span: Span) -> tuple[AgentMention, ...]:
    """Give the bodies that brackets name for a part: ``Cơ quan thẩm định (Sở Tư pháp) phải …``."""
    match = _IN_BRACKETS.match(lists.view, span.start, span.end)
    agents = lists.at(match.start("who"), match.end("who")) if match else ()
    return agents if match and agents and agents[-1].quote.span.end == match.end("who") else ()
