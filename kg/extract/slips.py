"""Likely slips of typing or scanning, as suggestions; the text is never repaired."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from kg.lexicon import rows
from kg.model import Slip, Quote, Span

_TWICE = re.compile(
    r"\b(?P<w>các|và|của|trong|cho|về|được|với|để|tại|theo|từ|những|đến|là) (?P=w)\b"
    r"|\b(?P<p>[^\W\d_]+ [^\W\d_]+) (?P=p)\b"
)
_CUT = re.compile(r"\bcó liên (?!quan|kết|tục|hệ|danh|minh|doanh|thông|ngành)")
_END = re.compile(r"\. /\.")
_CLOSING = re.compile(r"”")


@functools.cache
def _known() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    table = {row["wrong"]: (row["right"], row["confidence"]) for row in rows("lexicon/slips")}
    keys = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return re.compile(rf"(?:{keys})"), table


def slips(text: str, view: str) -> tuple[Slip, ...]:
    """Give the suggestions in order of place; ``id`` is left for the outline to fill.

    >>> [s.should_be for s in slips("thực hiện các các chương trình", "thực hiện các các chương trình")]
    ['các']
    """
    return tuple(sorted(_all(text, view), key=lambda slip: slip.quote.span))


def _all(text: str, view: str) -> Iterator[Slip]:
    pattern, table = _known()
    for match in pattern.finditer(view):
        right, confidence = table[match[0]]
        cased = right.capitalize() if text[match.start()].isupper() else right
        yield _slip(text, match.start(), match.end(), cased, confidence)
    for match in _TWICE.finditer(view):
        half = (match.end() - match.start()) // 2
        right = text[match.start() : match.start() + half]
        yield _slip(text, match.start(), match.end(), right, "sure (printed twice)")
    for match in _CUT.finditer(view):
        end = match.end() - 1
        yield _slip(text, match.start(), end, f"{text[match.start():end]} quan", "sure (word missing)")
    for match in _END.finditer(view):
        yield _slip(text, match.start(), match.end(), "./.", "sure (spacing)")
    yield from _quotes(text)


def _quotes(text: str) -> Iterator[Slip]:
    """Give closing quotation marks that no mark in the same paragraph opens."""
    for match in _CLOSING.finditer(text):
        start = text.rfind("\n\n", 0, match.start()) + 1
        if text.count("“", start, match.start()) <= text.count("”", start, match.start()):
            yield _slip(text, match.start(), match.end(), "", "likely (no opening mark)")


def _slip(text: str, start: int, end: int, right: str, confidence: str) -> Slip:
    span = Span(start, end)
    return Slip("", Quote(span, span.of(text)), right, confidence)
