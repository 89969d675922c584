"""When: years, quarters, months, ongoing, recurring, deadlines; value and literal words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from kg import dates
from kg.extract.time_forms import FIELD_FORMS, FORMS, Form
from kg.model import Span
from kg.shape import TimeFound

_DIGITS = "0123456789"
_STARTS = tuple(sorted({start for form in FORMS for start in form.starts} - {"#"}))


def _first_letters(form: Form) -> str:
    """Give the letters that a form may begin with; a labelled line may begin with a digit."""
    return "".join(_DIGITS if start == "#" else start[0] for start in form.starts)


_BY_FIRST = {
    first: tuple(form for form in FORMS if first in _first_letters(form))
    for first in sorted(set("".join(map(_first_letters, FORMS))))
}
_TENTATIVE = "dự kiến"
_OPENING = (_TENTATIVE, "thực hiện ngay", "thực hiện")  # what a time line may say before the time


@functools.cache
def _automaton() -> AhoCorasick:
    broken = (start.replace(" ", "\n") for start in _STARTS)
    return AhoCorasick(sorted({*_STARTS, *broken}))


def times(lower: str) -> tuple[TimeFound, ...]:
    """Give the time expressions of a text in order; *lower* is its view of equal length.

    >>> [(t.kind, t.start, t.end) for t in times("giai đoạn 2023-2025; hàng năm")]
    [('interval', '2023', '2025'), ('annual', None, None)]
    """
    return tuple(_scan(lower))


def _scan(lower: str) -> Iterator[TimeFound]:
    edge = 0
    hits = _automaton().find_matches_as_indexes(lower, overlapping=True)
    for start in sorted({start for _, start, _end in hits}):
        if start < edge or (start and lower[start - 1].isalnum()):
            continue
        found = time_at(lower, start)
        if found:
            yield found
            edge = found.span.end


def time_at(lower: str, start: int, end: int | None = None) -> TimeFound | None:
    """Give the time expression that begins at *start*; the first form of the table that fits."""
    stop = len(lower) if end is None else end
    for form in _BY_FIRST.get(lower[start : start + 1], ()):
        match = form.pattern.match(lower, start, stop)
        if match:
            return _found(lower, form, match)
    return None


def _found(lower: str, form: Form, match: re.Match[str]) -> TimeFound:
    kind, first, last = form.read(match)
    unended = kind == "interval" and last is None
    is_open = unended or ("open" in form.pattern.groupindex and bool(match["open"]))
    before = lower[max(0, match.start() - len(_TENTATIVE) - 1) : match.start()].strip()
    day = dates.month_day(match[0]) if kind == "annual" else None
    return TimeFound(Span(match.start(), match.end()), kind, first, last, is_open,
                     before == _TENTATIVE, day)  # fmt: skip


def field_time(lower: str, span: Span) -> TimeFound:
    """Read the whole value of a time line; words that no form knows are ``other``.

    >>> v = "dự kiến 2024-2026"
    >>> field_time(v, Span(0, len(v))).tentative
    True
    """
    words = span.of(lower)
    start = span.start + next((len(w) + 1 for w in _OPENING if words.startswith(f"{w} ")), 0)
    found = _field_form(lower, start, span.end) or time_at(lower, start, span.end)
    if found is None:
        inside = [t for t in _scan_within(lower, span) if t.kind != "other"]
        if len(inside) == 1 and inside[0].span.end >= span.end - 1:
            found = inside[0]
    if found is None or not _rules(lower, span, found):
        return TimeFound(span, "other")
    return TimeFound(span, found.kind, found.start, found.end, found.open_ended,
                     found.tentative, found.month_day)  # fmt: skip


def _rules(lower: str, span: Span, found: TimeFound) -> bool:
    """Tell whether a time rules its line: little else follows, or only a remark behind a comma."""
    rest = span.end - found.span.end
    remark = found.kind == "ongoing" and lower[found.span.end : found.span.end + 1] in (",", ";")
    return remark or rest <= found.span.end - found.span.start


def _field_form(lower: str, start: int, end: int) -> TimeFound | None:
    """Give a bare year or day that fills the rest of a time line."""
    for form in FIELD_FORMS:
        match = form.pattern.fullmatch(lower, start, end)
        if match:
            return _found(lower, form, match)
    return None


def _scan_within(lower: str, span: Span) -> Iterator[TimeFound]:
    """Give the time expressions inside one span, at their places in the whole text."""
    for match in re.finditer(r"\w+", span.of(lower)):
        found = time_at(lower, span.start + match.start(), span.end)
        if found:
            yield found
