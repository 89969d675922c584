"""The smallest parts of a record: offsets, and words with their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.confidence import Sure
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


def made(by: Sure | None, part: str = "") -> Json:
    """Give which rule made a finding, or a *part* of it, how sure that is, and why not more.

    >>> made(None, "lead_")
    {'lead_rule': None, 'lead_confidence': None, 'lead_doubts': []}
    """
    return {
        f"{part}rule": by.rule if by else None,
        f"{part}confidence": by.number if by else None,
        f"{part}doubts": list(by.doubts) if by else [],
    }


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
