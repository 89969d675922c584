"""Who must do it, when no label says so: the subject of the words, or the heading above them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import AgentMention, Quote, Span
from kg.relate.classes import named_in_brackets, role_end, topic_end
from kg.relate.lists import AgentLists, parts, person_before
from kg.relate.persons import person_told

_ASK = re.compile(
    r"[*_\s]*(?:(?:(?:kính |trân trọng )?đề nghị|yêu cầu|giao|phân công|trách nhiệm(?: của)?|nhiệm vụ của"
    r"|(?P<topic>đối với))(?:\s+cho)?\s+)?"
)
_TOLD = re.compile(r"[\s*_]*(?::|,?\s+(?:có trách nhiệm|phải|cần|chủ trì|yêu cầu|đề nghị)\b|$)")
_GRANT = re.compile(r"(?:[;:.,(]\s*)(?:giao|phân công)(?: cho)?\s+")
_BRACKETED = re.compile(r"\((?:giao\s+)?(?P<who>[^()\n]{5,200})\)[\s.;*_]*$")
_BY = re.compile(r"(?<!\w)do\s+")
_DONE_BY = re.compile(
    r"\s+(?:bố trí|chủ trì|thực hiện|đảm nhiệm|phụ trách|chịu trách nhiệm|bảo đảm|chi trả)\s*(?:[.;]|$)"
)
_SOLE_ROLE = re.compile(r"[\s,;]*(?:chủ trì|thực hiện|chủ trì thực hiện)?[\s.;,]*")
_ADVERBIAL = re.compile(
    r"(?:trên cơ sở|căn cứ|theo|khi|để|sau khi|trước khi|trong quá trình|định kỳ|hằng năm|hàng năm|trước ngày"
    r"|chậm nhất|trường hợp|nhằm|ngoài|từ|qua|đến|trong|đối với|thực hiện)\b"
)
_ACTION = re.compile(
    r"\s+(?:có|cần|phải|chủ động|khẩn trương|tổ chức|xây dựng|tổng hợp|ban hành|chỉ đạo|cụ thể hóa|cụ thể hoá"
    r"|rà soát|báo cáo|gửi|chủ trì|phối hợp|thực hiện|triển khai|hướng dẫn|tham mưu|lập|trình|kiểm tra|xem xét"
    r"|theo chức năng|căn cứ chức năng|theo thẩm quyền|tiếp tục|tăng cường|bố trí|thẩm định|đề xuất|theo dõi|đôn đốc|nghiên cứu|tiến hành|kịp thời|chịu)\b"
)
_ORDERS = re.compile(
    r"[\s,]*(?:đã |vừa |thống nhất |có ý kiến )?(?:yêu cầu|đề nghị|giao|phân công|chỉ đạo|xác định|kết luận"
    r"|thống nhất|ban hành|quyết định|quyết nghị|đánh giá|nhận thấy|đề ra|thông báo|có ý kiến)\b"
)
_NAMELY = re.compile(r"[^.;:\n]{0,60}?\s(?:gồm|bao gồm|sau đây|như sau|sau)\s*:?\s+")
_ASKS = re.compile(r"\s+(?:kính |trân trọng )?đề nghị\s+")
_SAID_BY = re.compile(
    r"(?:đề xuất|đề nghị|kiến nghị|báo cáo|ý kiến|số liệu|dự toán|kết quả)\b[^,;]{0,30}$"
)
_COMMA = re.compile(r",\s+(?:thì )?")
_CLAUSES = 3  # so many commas an opening clause may hold
_DUTY_CUES = ("trách nhiệm", "nhiệm vụ", "chủ trì")
_DUTY = re.compile(r"(?<!\s)\s+(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì)\b")
_SOLE = re.compile(
    r"(?:\s*[-–]\s*cơ quan (?:thường trực|đầu mối|chủ trì)\b[^.;:]{0,60})?"
    r"[\s:.*_]*(?:(?:có trách nhiệm|thực hiện|chịu trách nhiệm)\b[^.;]{0,30}:?)?[\s:.*_]*"
)
_INTRODUCES = re.compile(r"trách nhiệm|nhiệm vụ|thực hiện|tập trung|yêu cầu|sau|chủ trì,? phối hợp")
_NO_DOER = re.compile(
    r"(?:(?:(?<!trách nhiệm )(?<!nhiệm vụ )của|với|theo|tại|thuộc)|của \w+ \w+)\s+$"
)
_ASKED = re.compile(r"(?:đề nghị|yêu cầu|giao)\s+$")
_BACK = 40  # so far back it is looked what stands before a body
_OPEN_CLAUSE = re.compile(r"[^.;:\n]{1,150}:")
_NOT_CLAUSE = re.compile(r"chủ trì|phối hợp|trách nhiệm|căn cứ|theo chức năng")
_ROLE_LEAD = re.compile(r"(?:^|[.;:,]\s+|\n\s*)(?:chịu trách nhiệm )?chủ trì\b")
_LEADS = re.compile(r"[\s:,]*(?:có trách nhiệm |là cơ quan )?chủ trì\b")
_ROLE_WITH = re.compile(r"[\s:,*_]*(?:(?:chủ động|tích cực|tăng cường|thường xuyên),? )?phối hợp\b")


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
    body = _told_by_part(lists, span, start, agents)
    if body or agents:
        return body or _known(lists, span, start, agents)
    person = person_told(lists.text, span)
    if person:
        return Subject((person[0],), person[0].quote, person[1], "lead.person")
    return _inner(lists, span)


def _known(
    lists: AgentLists, span: Span, start: int, agents: tuple[AgentMention, ...]
) -> Subject | None:
    """Give the subject of a passage that begins with known bodies."""
    end = lists.end_of(agents)
    listed = _NAMELY.match(lists.view, end, span.end)
    if listed and (members := lists.at(listed.end(), span.end)):
        return Subject(parts(members), _quote(lists, members), lists.end_of(members),
                       "lead.inline")  # fmt: skip
    asked_of = _ASKS.match(lists.view, end, span.end)
    if asked_of:  # "Sở Y tế đề nghị các trường …": who asks does not act
        return subject(lists, Span(asked_of.end(), span.end))
    if end >= span.end - 1 or _is_topic(lists.view, span, end):
        return None
    clause = _OPEN_CLAUSE.match(lists.view, end, span.end)
    if clause and _describes(agents, clause):
        return _open_class(lists, start, clause.end() - 1)
    asked = lists.text[span.start : start].strip(" *_")
    rule = "lead.request" if asked else "lead.inline"
    return Subject(parts(agents), _quote(lists, agents, start), end, rule)


def _is_topic(view: str, span: Span, end: int) -> bool:
    """Tell whether "Đối với" only says what a passage is about, and nobody is told to act."""
    ask = _ASK.match(view, span.start, span.end)
    return bool(ask and ask["topic"]) and not _TOLD.match(view, end, span.end)


def _told_by_part(
    lists: AgentLists, span: Span, start: int, agents: tuple[AgentMention, ...]
) -> Subject | None:
    """Give a body that is told by its part: ``Cơ quan được giao soạn thảo có trách nhiệm …``."""
    named = named_in_brackets(lists, Span(start, span.end))
    if named:
        return Subject(parts(named), _quote(lists, named), lists.end_of(named), "lead.inline")
    end = role_end(lists, Span(start, span.end), agents)
    ask = _ASK.match(lists.view, span.start, span.end)
    if end is None and not agents and ask and ask["topic"]:
        end = topic_end(lists.view, Span(start, span.end))
    return _open_class(lists, start, end) if end else None


def _open_class(lists: AgentLists, start: int, end: int) -> Subject:
    quote = Quote(Span(start, end), lists.text[start:end])
    return Subject((AgentMention(quote.words, quote),), quote, end, "lead.open-class")


def bracketed(lists: AgentLists, span: Span) -> Subject | None:
    """Give the lead that closes a passage in brackets: ``Kiểm kê kho sách (Sở Y tế).``."""
    match = _BRACKETED.search(lists.view, span.start, span.end)
    if match is None:
        return None
    agents = lists.at(match.start("who"), match.end("who"))
    if not agents or not _SOLE_ROLE.fullmatch(lists.view, lists.end_of(agents), match.end("who")):
        return None
    return Subject(parts(agents), _quote(lists, agents), span.start, "lead.bracketed")


def by_whom(lists: AgentLists, span: Span) -> Subject | None:
    """Give who does what a passage speaks of: ``Xe ô tô do Văn phòng Sở bố trí.``."""
    for match in _BY.finditer(lists.view, span.start, span.end):
        agents = lists.at(match.end(), span.end)
        if agents and _DONE_BY.match(lists.view, lists.end_of(agents), span.end):
            return Subject(parts(agents), _quote(lists, agents), span.start, "lead.by-whom")
    return None


def grant(lists: AgentLists, span: Span) -> Subject | None:
    """Give whom a passage without a subject gives the work: ``…; giao Sở Y tế làm đầu mối``."""
    for match in _GRANT.finditer(lists.view, span.start, span.end):
        agents = lists.at(match.end(), span.end)
        if agents and agents[-1].quote.span.end < span.end - 1:
            end = agents[-1].quote.span.end
            return Subject(parts(agents), _quote(lists, agents), end, "lead.granted")
    return None


def late(lists: AgentLists, span: Span) -> Subject | None:
    """Give the subject behind an opening clause: ``Trên cơ sở báo cáo của A, B tổng hợp …``."""
    if not _ADVERBIAL.match(lists.view, span.start, span.end):
        return None
    edge = span.start
    for agent in lists.within(span):
        if agent.quote.span.start < edge:
            continue
        agents = lists.at(agent.quote.span.start, span.end)
        edge = agents[-1].quote.span.end if agents else edge
        asks = _ASKS.match(lists.view, edge, span.end) if agents else None
        if asks:
            return subject(lists, Span(asks.end(), span.end))
        if not agents or not _ACTION.match(lists.view, edge, span.end):
            continue
        before = person_before().sub("", lists.view[span.start : agents[0].quote.span.start])
        who = _after_clause(agents, before.rstrip())
        if who:
            return Subject(parts(who), _quote(lists, who), edge, "lead.behind-clause")
    return _part_behind_clause(lists, span)


def _after_clause(agents: tuple[AgentMention, ...], before: str) -> tuple[AgentMention, ...]:
    """Give who acts of a list behind a clause: the words of the clause may hold its first body."""
    if before.endswith(","):
        return agents
    paper = before.endswith(" của") and not _SAID_BY.search(before)
    return agents[1:] if paper else agents[-1:] if len(agents) > 1 else ()


def _part_behind_clause(lists: AgentLists, span: Span) -> Subject | None:
    """Give a body told by its part behind an opening clause: ``Sau khi …, chủ đầu tư lập …``."""
    for comma in list(_COMMA.finditer(lists.view, span.start, span.end))[:_CLAUSES]:
        rest = Span(comma.end(), span.end)
        end = role_end(lists, rest, lists.at(rest.start, rest.end))
        if end:
            return _open_class(lists, rest.start, end)
    return None


def _ask_end(view: str, span: Span) -> int:
    """Give where the words begin behind a request such as "Đề nghị" or "Giao"."""
    match = _ASK.match(view, span.start, span.end)
    return match.end() if match else span.start


def _quote(lists: AgentLists, agents: tuple[AgentMention, ...], start: int | None = None) -> Quote:
    """Give the words of a list with the person's title in front of it."""
    first = agents[0].quote.span.start
    if start is None:
        title = person_before().search(lists.view[max(0, first - 40) : first])
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
    edge = span.start
    for agent in lists.within(span):
        agents = lists.at(agent.quote.span.start, span.end)
        if not agents or agent.quote.span.start < edge:
            continue
        edge = agents[-1].quote.span.end
        before = lists.view[
            max(span.start, agent.quote.span.start - _BACK) : agent.quote.span.start
        ]
        if _NO_DOER.search(before):  # "nghị quyết của Ban Bí thư": whose it is, not who acts
            continue
        rest = lists.view[edge : span.end]
        asked = _ASKED.search(before)  # "Bộ Y tế đề nghị các sở chỉ đạo:"
        if asked or (not _ORDERS.match(rest) and _INTRODUCES.search(rest)):
            rule = "lead.asked" if asked else "lead.intro"
            return parts(agents), _quote(lists, agents), rule
    return None


def lead_role(view: str, span: Span, start: int) -> str:
    """Tell what the words make of the lead: chủ trì, phối hợp, or assigned."""
    if view.find("chủ trì", start, span.end) >= 0 and (
        _ROLE_LEAD.search(view[start : span.end].strip(" :,*_"))
        or _LEADS.match(view, start, span.end)
    ):
        return "chủ trì"
    return "phối hợp" if _ROLE_WITH.match(view, start, span.end) else "assigned"
