"""Persons who are given work by name, where no body stands beside the name.

``Đồng chí Nguyễn Văn A, Giám đốc Sở Y tế`` speaks for the department (:mod:`kg.relate.lists`);
``Ông Nguyễn Văn A - Trưởng đoàn`` has no body: the name stays, as printed.
"""

from __future__ import annotations

import re

from kg.model import AgentMention, Quote, Span
from kg.text import UPPER

_NAME = rf"[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{1,4}}"
_BEFORE = r"(?:(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s+)"
_SUBJECT = re.compile(
    rf"(?:(?:Giao|Phân công|Đề nghị)\s+)?{_BEFORE}(?P<name>{_NAME})(?P<office>\s*[-–,(]\s*[^.;:\n]{{3,60}}?\)?)?"
    r"(?=\s*:|,?\s+(?:phụ trách|chỉ đạo|chịu trách nhiệm|chủ trì|trực tiếp|theo dõi|làm|tổ chức|có trách nhiệm)\b)"
)
_ITEM = re.compile(rf"\s*{_BEFORE}?(?P<name>{_NAME})(?:\s*[-–(][^,;\n]*)?\s*(?:[,;\n]|\svà\s|$)")


def person_told(text: str, span: Span) -> tuple[AgentMention, int] | None:
    """Give the person that a passage begins with, and where the words of the action begin.

    >>> t = "Ông Trần Văn Mẫu - Trưởng đoàn: Phân công việc"
    >>> found = person_told(t, Span(0, len(t)))
    >>> found[0].agent, t[found[1] :]
    ('Trần Văn Mẫu', ': Phân công việc')
    """
    match = _SUBJECT.match(text, span.start, span.end)
    return (_mention(text, match), match.end()) if match else None


def persons_in(text: str, cell: Span) -> tuple[AgentMention, ...]:
    """Give the persons of a cell that holds nothing else; () where it does.

    >>> t = "Trần Văn Mẫu, Lê Thị Mẫu"
    >>> [each.agent for each in persons_in(t, Span(0, len(t)))]
    ['Trần Văn Mẫu', 'Lê Thị Mẫu']
    """
    found: list[AgentMention] = []
    at = cell.start
    while at < cell.end:
        match = _ITEM.match(text, at, cell.end)
        if match is None:
            return ()
        found.append(_mention(text, match))
        at = match.end()
    return tuple(found)


def _mention(text: str, match: re.Match[str]) -> AgentMention:
    span = Span(*match.span("name"))
    return AgentMention(" ".join(span.of(text).split()), Quote(span, span.of(text)))
