"""The smallest parts of a record: offsets, and words with their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import AgentMention, Quote

Json = dict[str, object]


def offsets(quote: Quote) -> list[int]:
    """Give ``[start, end]`` in code points, end exclusive.

    >>> from kg.model import Quote, Span
    >>> offsets(Quote(Span(4, 9), "Sở Y tế"))
    [4, 9]
    """
    return [quote.span.start, quote.span.end]


def words_of(quote: Quote | None) -> str | None:
    """Give the words, or None where the text has none."""
    return quote.words if quote else None


def place_of(quote: Quote | None) -> list[int] | None:
    """Give the offsets, or None where the text has no words for it."""
    return offsets(quote) if quote else None


def mention(quote: Quote) -> Json:
    """Give one occurrence as ``surface``, ``start``, ``end``."""
    return {"surface": quote.words, "start": quote.span.start, "end": quote.span.end}


def distinct(values: Iterable[str]) -> list[str]:
    """Give each value once, in the order of its first occurrence.

    >>> distinct(["Sở Y tế", "Sở Nội vụ", "Sở Y tế"])
    ['Sở Y tế', 'Sở Nội vụ']
    """
    return list(dict.fromkeys(values))


def named(mentions: Iterable[AgentMention]) -> list[list[str]]:
    """Give ``[canonical, surface]`` pairs in the order of the text."""
    return [[each.agent, each.quote.words] for each in mentions]


def places(mentions: Iterable[AgentMention]) -> list[list[int]]:
    """Give the offsets parallel to :func:`named`."""
    return [offsets(each.quote) for each in mentions]
