"""The value of a labelled line or a table cell → who, when."""

from __future__ import annotations

from kg.model import AgentMention, Quote, Span
from kg.relate.lists import AgentLists, parts

_MARKS = " .;,…*_\n\t"


def trimmed(text: str, span: Span) -> Quote:
    """Give a value without its final marks: ``Sở Y tế.`` → ``Sở Y tế``."""
    words = span.of(text).rstrip(_MARKS)
    lead = len(words) - len(words.lstrip(" *_"))
    return Quote(Span(span.start + lead, span.start + len(words)), words[lead:])


def agents_in(lists: AgentLists, span: Span) -> tuple[AgentMention, ...]:
    """Give the agents that a value names as its list; what they order others is left out.

    A list stops at the first verb: ``A chỉ đạo B thực hiện …; C`` names A and, behind the
    semicolon, C again.
    """
    found: list[AgentMention] = []
    at = span.start
    while at < span.end:
        some = lists.at(_skip(lists.view, at, span.end), span.end)
        found.extend(some)
        end = some[-1].quote.span.end if some else at
        mark = lists.view.find(";", end, span.end)
        if mark < 0:
            break
        at = mark + 1
    return parts(found)


def _skip(view: str, start: int, end: int) -> int:
    """Give the first place after blanks and markup."""
    while start < end and view[start] in " *_-\n\t":
        start += 1
    return start


def list_quote(text: str, span: Span, agents: tuple[AgentMention, ...]) -> Quote:
    """Give the words of a value that hold its agents: whole, or cut before a trailing action."""
    whole = trimmed(text, span)
    if not agents:
        return whole
    last = max(agent.quote.span.end for agent in agents)
    rest = text[last : whole.span.end].strip(_MARKS)
    if rest and ";" in text[last : whole.span.end] and rest[:1].islower():
        cut = Span(whole.span.start, last)
        return Quote(cut, cut.of(text))
    return whole
