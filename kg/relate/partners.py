"""With whom: the bodies that a passage names behind "phối hợp với", and those told to join."""

from __future__ import annotations

import re

from kg.model import AgentMention, Quote, Span
from kg.relate.lists import AgentLists, parts

_HELPS = r"(?:,? (?:hỗ trợ|chia sẻ thông tin|trao đổi)(?= ))"
_CLOSELY = r"(?: chặt chẽ| thường xuyên| đồng bộ)"
_WITH = re.compile(
    r"(?:(?<=chủ trì)|(?<=chủ trì,)|(?<=\w))\s+cùng(?: với)?\s+(?=\w)"
    rf"|(?<!\w)(?:phối|phổi) ?hợp{_CLOSELY}?{_HELPS}?(?:,? (?:với|cùng với|cùng))?{_CLOSELY}?(?: với)?(?:\s+|(?=[,.;]))"
)
_NOUN = re.compile(r"(?:quy chế|chương trình|cơ chế|kế hoạch|công tác|nội dung) $")
_LED_BY_OTHER = re.compile(r"chủ trì[,;]\s+$")  # "Sở Nội vụ chủ trì, Văn phòng phối hợp"
_ORDERED = re.compile(r"(?<!\w)(?:chỉ đạo|hướng dẫn|yêu cầu|giao)\s+$")
_ORDERS_FIRST = re.compile(r"(?:^|[.;]\s+)(?:chỉ đạo|hướng dẫn|yêu cầu|giao)\s+$")
_LEADING = re.compile(r"(?<!\S)(?:(?:để|làm cơ quan|là cơ quan) )?chủ trì(?:,| và|, và)?$")
_NEAR = 600  # letters: a longer list of those who are told to join is none
_HANDED = re.compile(r"(?<!\w)(?:giao|gửi|chuyển)(?: cho)?\s+$")


def coordinators(
    lists: AgentLists, span: Span, own: tuple[AgentMention, ...] = ()
) -> tuple[tuple[AgentMention, ...], Quote | None]:
    """Give with whom: the lists after "phối hợp (với)", and who is told to "phối hợp".

    *own* are the leads: whom another body works with, to which the passage hands a matter on, is
    no partner of theirs (``…, giao Sở Y tế chủ trì, phối hợp với Sở Tài chính``).
    """
    found: list[AgentMention] = []
    for match in _WITH.finditer(lists.view, span.start, span.end):
        near = Span(max(span.start, match.start() - _NEAR), match.start())
        if _NOUN.search(lists.view, near.start, near.end) or _of_another(lists, near, own):
            continue
        partners = lists.at(match.end(), span.end)
        orders = _ORDERED if partners else _ORDERS_FIRST
        found.extend(_told(lists, near, orders))
        found.extend(partners)
    unique = parts(found)
    return unique, lists.quote(tuple(sorted(unique, key=lambda a: a.quote.span)))


def _of_another(lists: AgentLists, near: Span, own: tuple[AgentMention, ...]) -> bool:
    """Tell whether a body that the passage hands the matter to, and no lead, is to work with them."""
    words = lists.view[near.start : near.end].rstrip()
    leading = _LEADING.search(words)
    words = words[: leading.start()].rstrip() if leading else words
    agents = lists.before(near.start + len(words), near.start)
    if not own or not agents or any(agent in own for agent in agents):
        return False
    return _HANDED.search(lists.view, near.start, agents[0].quote.span.start) is not None


def _told(lists: AgentLists, near: Span, orders: re.Pattern[str]) -> tuple[AgentMention, ...]:
    """Give the bodies of "Chỉ đạo các tổ chức … phối hợp thực hiện"."""
    end = near.start + len(lists.view[near.start : near.end].rstrip())
    agents = lists.before(end, near.start)
    before = lists.view[near.start : agents[0].quote.span.start] if agents else ""
    if agents and (orders.search(before) or _LED_BY_OTHER.search(before)):
        return agents
    return ()
