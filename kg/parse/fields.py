"""Labelled lines: ``- Đơn vị chủ trì: Sở Công Thương.`` → who leads, who coordinates, when."""

from __future__ import annotations

import functools
import re

from kg.lexicon import rows
from kg.model import Span
from kg.shape import Field

_MORE = re.compile(r"\s*\S")
_COLON_WITHIN = 60  # the longest label of the table, with room


@functools.cache
def _labels() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    """Give one pattern with a group for each row of the table, and the rows' roles."""
    table = rows("lexicon/field_labels")
    groups = (f"(?P<r{i}>{row['pattern']})" for i, row in enumerate(table))
    pattern = re.compile(rf"(?:{'|'.join(groups)})[*_\s]*:[*_]*\s*")
    return pattern, tuple((row["role"], row["lead_role"]) for row in table)


def fields_in(text: str, view: str, words: Span, owner: str) -> tuple[Field, ...]:
    """Give the fields of one line; none when the line is no labelled line.

    >>> t = "Cơ quan chủ trì: Sở Y tế; cơ quan phối hợp: Sở Nội vụ."
    >>> [(f.role, f.span.of(t)) for f in fields_in(t, t.lower(), Span(0, len(t)), "1")]
    [('lead', 'Sở Y tế'), ('coordinate', 'Sở Nội vụ.')]
    """
    colon = text.find(":", words.start, words.start + _COLON_WITHIN)
    if colon < 0 or colon >= words.end:
        return ()
    pattern, roles = _labels()
    at = words.start
    while text[at] in "*_":
        at += 1
    match = pattern.match(view, at, words.end)
    if not match:
        return ()
    marks = [match]
    if view.find(":", match.end(), words.end) >= 0:
        more = pattern.finditer(view, match.end(), words.end)
        marks.extend(m for m in more if _breaks(view, words.start, m.start()))
    edges = [m.start() for m in marks[1:]] + [words.end]
    return tuple(
        Field(owner, *roles[int((m.lastgroup or "r0")[1:])], _value(text, m.end(), edge))
        for m, edge in zip(marks, edges, strict=True)
    )


def _breaks(view: str, edge: int, start: int) -> bool:
    """Tell whether a further label stands behind a mark: ``…; cơ quan phối hợp: …``."""
    return view[edge:start].rstrip(" *_-").endswith((";", ".", ","))


def _value(text: str, start: int, end: int) -> Span:
    """Give the value without the mark that parts it from the next label."""
    if not _MORE.match(text, end):
        return Span(start, max(start, end))
    while end > start and text[end - 1] in " ;-*_\n":
        end -= 1
    return Span(start, max(start, end))
