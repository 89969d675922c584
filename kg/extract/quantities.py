"""Targets with a number: ``02 đến 03 doanh nghiệp``, ``80%``; nothing without a printed number."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from kg.lexicon import rows
from kg.model import Span
from kg.shape import Quantity

# The first digit stands alone before every alternative: a search then only stops at digits.
_NUMBER = r"\d(?:\d{0,2}(?:\.\d{3})+|\d*(?:,\d+)?)"
_FIRST_NUMBER = _NUMBER.replace(r"\d", r"\d(?<![\w/.,-]\d)", 1)
_DETAIL = re.compile(r"\s*\([^()\n]{1,30}\)")
_FIRM = re.compile(r"(?:0\d|ít nhất|tối thiểu|trên|đạt|khoảng|từ)")
_BEFORE = re.compile(r"(?:ít nhất|tối thiểu|trên|đạt|khoảng|hơn|tăng|giảm|từ)\s+(?:\w+\s+)?$")


@functools.cache
def _pattern() -> re.Pattern[str]:
    units = "|".join(
        sorted((re.escape(r["unit"]) for r in rows("lexicon/units")), key=len, reverse=True)
    )
    return re.compile(
        rf"(?P<q>(?P<a>{_FIRST_NUMBER})(?:\s*(?:-|đến)\s*(?P<b>{_NUMBER}))?)\s*(?P<unit>{units})(?!\w)"
    )


def quantities(view: str, span: Span, *, firm: bool) -> Iterator[Quantity]:
    """Give the quantities of a passage in its lower-case *view*.

    With *firm* only what is surely a target counts: a range, a zero-padded count, a percentage,
    or a number after "ít nhất", "đạt" … — inside a task a bare number may count anything.

    >>> v = "hỗ trợ 02 đến 03 doanh nghiệp"
    >>> [(q.low, q.high, q.unit.of(v)) for q in quantities(v, Span(0, len(v)), firm=True)]
    [(2.0, 3.0, 'doanh nghiệp')]
    """
    for match in _pattern().finditer(view, span.start, span.end):
        low = _value(match["a"])
        high = _value(match["b"]) if match["b"] else low
        if firm and not _is_firm(view, match):
            continue
        end = match.end("unit")
        detail = _DETAIL.match(view, end, span.end)
        if detail and firm:
            end = detail.end()
        yield Quantity(Span(*match.span("q")), Span(match.start("unit"), end), low, high)


def _is_firm(view: str, match: re.Match[str]) -> bool:
    before = view[max(0, match.start() - 24) : match.start()]
    return bool(
        match["b"] or match["a"].startswith("0") or match["unit"] == "%" or _BEFORE.search(before)
    )


def _value(words: str) -> float:
    """Read a number as Vietnam prints it: 1.000 is a thousand, 2,5 is two and a half."""
    return float(words.replace(".", "").replace(",", "."))
