"""Slips that only the shape shows: a label printed twice, a list without its separator."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.model import Quote, Slip, Span
from kg.relate.lists import AgentLists
from kg.shape import Outline

_ROMAN = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
)
_LIST_ROLES = frozenset({"lead", "coordinate"})
_TITLE = 40  # so much of a heading is quoted with its label


def label_slips(text: str, outline: Outline) -> Iterator[Slip]:
    """Give main sections whose Roman label is printed again: ``II … II … III``.

    The suggestion is the numeral after the label before; the outline keeps what is printed.
    """
    before = ""
    for node in outline.nodes:
        if node.parent is not None or node.label not in _ROMAN:
            continue
        if node.label == before and node.label != _ROMAN[-1]:
            right = _ROMAN[_ROMAN.index(before) + 1]
            start = text.rfind(node.label, 0, node.span.start)
            span = Span(start, min(node.span.end, node.span.start + _TITLE))
            words = span.of(text)
            yield Slip(node.id, Quote(span, words), right + words[len(node.label) :],
                       "sure (label printed twice)")  # fmt: skip
        before = node.label


def separator_slips(lists: AgentLists, outline: Outline) -> Iterator[Slip]:
    """Give neighbours in a list of agencies with nothing but a blank between them."""
    spans = [field.span for field in outline.fields if field.role in _LIST_ROLES]
    spans += [c.span for row in outline.rows for c in row.cells if c.role in _LIST_ROLES]
    for span in spans:
        agents = tuple(lists.within(span))
        for one, other in pairwise(agents):
            gap = Span(one.quote.span.end, other.quote.span.start)
            if gap.of(lists.text).isspace():
                whole = Span(one.quote.span.start, other.quote.span.end)
                right = f"{one.quote.words}; {other.quote.words}"
                yield Slip(
                    "", Quote(whole, whole.of(lists.text)), right, "likely (separator missing)"
                )
