"""Likely slips of typing or scanning, as suggestions; the text is never repaired."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import compress, count
from operator import eq

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.lexicon import rows
from kg.model import Quote, Slip, Span

_ONCE = frozenset(
    [
        "các",
        "và",
        "của",
        "trong",
        "cho",
        "về",
        "được",
        "với",
        "để",
        "tại",
        "theo",
        "từ",
        "những",
        "đến",
        "là",
    ]
)
_CUT = re.compile(r"có liên (?!quan|kết|tục|hệ|danh|minh|doanh|thông|ngành)")
_END = re.compile(r"\. /\.")
_DASH = re.compile(r"(?P<a>chính trị)(?:- | -)(?P<b>xã hội)")
_LOWER = re.compile(r"\n- (?P<w>[^\W\d_]+)(?= [^\W\d_]+ [^\n]{40})")
# Looking ahead only: two pairs may overlap, as in a b a b a.
_PAIR = re.compile(r"\b(?=(?P<pair>[^\W\d_]+ [^\W\d_]+) (?P=pair)\b)")
_CLOSING = re.compile(r"”")


@functools.cache
def _known() -> tuple[AhoCorasick, tuple[tuple[str, str], ...]]:
    table = {row["wrong"]: (row["right"], row["confidence"]) for row in rows("lexicon/slips")}
    keys = sorted(table)
    automaton = AhoCorasick(keys, matchkind=MatchKind.LeftmostLongest)
    return automaton, tuple(table[key] for key in keys)


def slips(text: str, view: str) -> tuple[Slip, ...]:
    """Give the suggestions in order of place; ``id`` is left for the outline to fill.

    >>> [s.should_be for s in slips("thực hiện các các chương trình", "thực hiện các các chương trình")]
    ['các']
    """
    return tuple(sorted(_all(text, view), key=lambda slip: slip.quote.span))


def _all(text: str, view: str) -> Iterator[Slip]:
    automaton, table = _known()
    for index, start, end in automaton.find_matches_as_indexes(view):
        right, confidence = table[index]
        cased = right.capitalize() if text[start].isupper() else right
        yield _slip(text, start, end, cased, confidence)
    for start, end in (*_same_word(view), *_same_pair(view)):
        right = text[start : start + (end - start) // 2]
        yield _slip(text, start, end, right, "sure (printed twice)")
    for match in _CUT.finditer(view):
        end = match.end() - 1
        yield _slip(
            text, match.start(), end, f"{text[match.start() : end]} quan", "sure (word missing)"
        )
    if ". /." in view:
        for match in _END.finditer(view):
            yield _slip(text, match.start(), match.end(), "./.", "sure (spacing)")
    for match in _DASH.finditer(text):
        yield _slip(
            text, match.start(), match.end(), f"{match['a']} - {match['b']}", "sure (spacing)"
        )
    for match in _LOWER.finditer(text):
        if match["w"].islower():
            right = match["w"].capitalize()
            yield _slip(text, match.start("w"), match.end(), right, "sure (case)")
    yield from _quotes(text)


@functools.cache
def _doubles() -> AhoCorasick:
    return AhoCorasick(
        sorted(f"{word} {word}" for word in _ONCE), matchkind=MatchKind.LeftmostLongest
    )


def _same_word(view: str) -> Iterator[tuple[int, int]]:
    """Give the places where one small word stands twice in a row."""
    for _, start, end in _doubles().find_matches_as_indexes(view):
        if not (view[start - 1 : start].isalnum() or view[end : end + 1].isalnum()):
            yield start, end


def _same_pair(view: str) -> Iterator[tuple[int, int]]:
    """Give the places where two words together stand twice in a row."""
    words = view.split()
    even = compress(count(0, 2), map(eq, words[::2], words[2::2]))  # words[i] is words[i + 2]
    pairs = (
        " ".join(words[first : first + 2])
        for i in even
        for first in (i - 1, i)
        if first >= 0 and words[first : first + 2] == words[first + 2 : first + 4]
    )
    edges = {pair: 0 for pair in pairs if pair.replace(" ", "").isalpha()}
    for match in _PAIR.finditer(view) if edges else ():
        pair, start = match["pair"], match.start()
        if edges.get(pair, len(view)) <= start:
            edges[pair] = end = start + 2 * len(pair) + 1
            yield start, end


def _quotes(text: str) -> Iterator[Slip]:
    """Give closing quotation marks that no mark in the same paragraph opens."""
    for match in _CLOSING.finditer(text):
        start = text.rfind("\n\n", 0, match.start()) + 1
        if text.count("“", start, match.start()) <= text.count("”", start, match.start()):
            yield _slip(text, match.start(), match.end(), "", "likely (no opening mark)")


def _slip(text: str, start: int, end: int, right: str, confidence: str) -> Slip:
    span = Span(start, end)
    return Slip("", Quote(span, span.of(text)), right, confidence)
