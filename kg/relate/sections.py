"""What a section is for, by its printed title: purpose, goal, action, funding and more."""

from __future__ import annotations

import functools
import re

from kg.lexicon import rows
from kg.model import Quote, Section, Span
from kg.shape import Node, Outline
from kg.text import squeeze

_INNER = re.compile(
    r"(?P<goal>(?:các )?(?:mục tiêu|tầm nhìn|chỉ tiêu))|(?P<purpose>(?:mục đích|yêu cầu|phạm vi|đối tượng"
    r"|quan điểm|nguyên tắc)(?:[,\s]|$))|(?P<funding>(?:nguồn )?kinh phí)|(?P<organisation>tổ chức thực hiện)"
)
_LONG_TITLE = 120
_EDGE = " *_:."


@functools.cache
def _roles() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["role"]) for row in rows("lexicon/section_roles"))


def title_role(title: str) -> str:
    """Give the role of a main section by its title; a title that says nothing is an action.

    >>> title_role("KINH PHÍ THỰC HIỆN"), title_role("MỤC ĐÍCH, YÊU CẦU")
    ('funding', 'purpose')
    """
    lower = squeeze(title).lower().strip(_EDGE)
    return next((role for pattern, role in _roles() if pattern.search(lower)), "action")


def roles(text: str, outline: Outline) -> dict[str, str]:
    """Give the role of every piece: its own title's, else that of the piece above it."""
    found: dict[str, str] = {}
    parents = {node.parent for node in outline.nodes}
    for node in outline.nodes:
        words = node.span.of(text)
        if node.parent is None:
            found[node.id] = title_role(words) if node.id in parents else "action"
            continue
        own = _inner(words) if node.id in parents and len(words) <= _LONG_TITLE else None
        found[node.id] = own or found[node.parent]
    return found


def _inner(title: str) -> str | None:
    """Give the role that a heading below a main section claims by its first words."""
    match = _INNER.match(squeeze(title).lower().strip(_EDGE))
    return match.lastgroup if match else None


def sections(text: str, outline: Outline, role_of: dict[str, str]) -> tuple[Section, ...]:
    """Give the outline as records: every piece with others below it, and every main section."""
    parents = {node.parent for node in outline.nodes}
    heads = [n for n in outline.nodes if n.id in parents or (n.parent is None and n.rank < 8)]  # noqa: PLR2004
    depth: dict[str | None, int] = {None: 0}
    ends = _ends(outline)
    out = []
    for node in heads:
        depth[node.id] = depth[node.parent] + 1
        title = _title(text, node)
        span = Span(node.span.start, ends[node.id])
        out.append(
            Section(node.id, node.label, title, span, depth[node.id], node.parent, role_of[node.id])
        )
    return tuple(out)


def _title(text: str, node: Node) -> Quote:
    words = node.span.of(text)
    inner = words.strip(" *_")
    start = node.span.start + words.index(inner) if inner else node.span.start
    return Quote(Span(start, start + len(inner)), inner)


def _ends(outline: Outline) -> dict[str, int]:
    """Give where the last piece below each piece ends."""
    ends = {node.id: node.span.end for node in outline.nodes}
    for node in reversed(outline.nodes):
        if node.parent is not None:
            ends[node.parent] = max(ends[node.parent], ends[node.id])
    return ends
