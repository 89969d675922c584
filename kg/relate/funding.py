"""Where money is to come from, as the text phrases it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Funding, Quote, Span

_SOURCE = re.compile(
    r"nguồn (?:vốn|tài trợ|lực tài chính|kinh phí|chi|sự nghiệp|thu|huy động|ngân sách|xã hội hóa|hỗ trợ|hợp pháp)"
    r"|dự toán ngân sách|ngân sách (?:nhà nước|trung ương|địa phương|tỉnh|cấp)|vốn (?:đầu tư|chi|vay|tín dụng|sự nghiệp)"
    r"|lồng ghép (?:các|từ|trong|vào|nguồn|với)|kinh phí (?:chi|sự nghiệp|khuyến|hỗ trợ)"
)
_CUES = ("nguồn", "ngân sách", "vốn", "lồng ghép", "kinh phí")  # each source holds one of them
_EACH = "các "
_STOP = re.compile(
    r"[.;]|,\s+(?=(?:các )?nguồn|ngân sách|vốn|lồng ghép|chủ động|sử dụng)|\s+và\s+(?=(?:các )?nguồn|vốn|ngân sách)"
    r"|\s+theo quy định của luật|\s+để thực hiện|\s+thực hiện kế hoạch này theo"
)
_SHORT_STOP = re.compile(r"\s+(?:cho|nhằm|để|thực hiện|trong|theo|và các|tiếp tục)\b|[.;,]")
_TOPIC = re.compile(r"\s*(?:để )?(?:thực hiện|triển khai)[^.;]{0,60}?(?:gồm|từ|:|được)")


def funding(
    text: str, view: str, node_id: str, span: Span, *, elsewhere: bool
) -> Iterator[Funding]:
    """Give the sources that a passage names; *elsewhere* is true outside a funding section."""
    if all(view.find(cue, span.start, span.end) < 0 for cue in _CUES):
        return
    edge = before = span.start
    for match in _SOURCE.finditer(view, span.start, span.end):
        start, before = _with_each(view, before, match.start()), match.end()
        if start < edge or _TOPIC.match(view, match.end(), span.end):
            continue
        if view.endswith("luật ", 0, start) or (elsewhere and "lồng ghép" in match[0]):
            continue
        stop = (_SHORT_STOP if elsewhere else _STOP).search(view, match.end(), span.end)
        end = stop.start() if stop else span.end
        edge = end
        found = Span(start, end)
        rule = "funding.elsewhere" if elsewhere else "funding.section"
        yield Funding(node_id, Quote(found, found.of(text)), elsewhere=elsewhere, rule=rule)


def _with_each(view: str, edge: int, start: int) -> int:
    """Give where a source begins with the "các" before it, which no earlier source may hold."""
    return start - len(_EACH) if view.endswith(_EACH, edge, start) else start
