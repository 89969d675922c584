"""Agents in a row: ``Sở Y tế, các sở, ngành liên quan; UBND các huyện`` is one list."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.lexicon import rows
from kg.model import AgentMention, Quote, Span
from kg.text import view as lowered

_PARENTHESIS = re.compile(r"\s*\([^()\n]{1,120}\)")
_MARK = (
    rf"(?:{_PARENTHESIS.pattern})?"
    r"(?:\s*[,;/]\s*(?:và\s+)?|\s+(?:và|hoặc)\s+)"
)


@functools.cache
def _title() -> re.Pattern[str]:
    """Give the pattern of a person's title before the name of a body: ``Giám đốc Sở Y tế``."""
    known = sorted((lowered(row["title"]) for row in rows("lexicon/person_titles")), key=len)
    titles = "|".join(map(re.escape, reversed(known)))
    named = r"(?:(?:[^\W\d_]+ ){1,4}[^\W\d_]+\s*[,–-]\s*)?"  # "đồng chí Nguyễn Văn A, "
    person = rf"(?:(?:đồng chí|đ/c|ông|bà) {named})?"
    return re.compile(rf"(?:{person}(?:{titles})\s+)")


@functools.cache
def _gap() -> re.Pattern[str]:
    return re.compile(rf"{_MARK}{_title().pattern}?|(?:{_PARENTHESIS.pattern})?\s+")


@functools.cache
def person_before() -> re.Pattern[str]:
    """Give the pattern of a person's title that ends where the name of a body begins."""
    return re.compile(rf"{_title().pattern}$")


class AgentLists:
    """The agents of a text by place, and the lists that they form."""

    def __init__(self, text: str, view: str, agents: Sequence[AgentMention]) -> None:
        """Keep the agents in order of place; *view* is the text in lower case."""
        self.text, self.view = text, view
        self.agents = tuple(agents)
        self._starts = [agent.quote.span.start for agent in self.agents]

    def within(self, span: Span) -> Iterator[AgentMention]:
        """Give the agents inside a span."""
        for index in range(bisect_left(self._starts, span.start), len(self.agents)):
            agent = self.agents[index]
            if agent.quote.span.end > span.end:
                return
            yield agent

    def at(self, start: int, end: int) -> tuple[AgentMention, ...]:
        """Give the list that begins at *start* (a title such as "Thủ trưởng các" may stand first)."""
        index = bisect_left(self._starts, start)
        if not self._opens(index, start, end):
            return ()
        out: list[AgentMention] = []
        for place in range(index, len(self.agents)):
            agent = self.agents[place]
            span = agent.quote.span
            if span.end > end or (out and not self._joined(out[-1].quote.span.end, span.start)):
                break
            out.append(agent)
        return tuple(out)

    def _opens(self, index: int, start: int, end: int) -> bool:
        """Tell whether an agent stands at *start*, or right after a person's title there."""
        if index == len(self._starts) or self._starts[index] >= end:
            return False
        if self._starts[index] == start:
            return True
        title = _title().match(self.view, start, end)
        return title is not None and self._starts[index] == title.end()

    def before(self, end: int, start: int) -> tuple[AgentMention, ...]:
        """Give the list that ends at *end*, looking back no further than *start*."""
        out: list[AgentMention] = []
        stop = end
        for agent in reversed(tuple(self.within(Span(start, end)))):
            if not out and agent.quote.span.end != end:
                continue
            if out and not self._joined(agent.quote.span.end, stop):
                break
            out.append(agent)
            stop = agent.quote.span.start
        return tuple(reversed(out))

    def _joined(self, end: int, start: int) -> bool:
        return _gap().fullmatch(self.view, end, start) is not None

    def quote(self, agents: Sequence[AgentMention], start: int | None = None) -> Quote | None:
        """Give the words of a list from its first to its last agent, or from *start*."""
        if not agents:
            return None
        begin = agents[0].quote.span.start if start is None else start
        span = Span(begin, agents[-1].quote.span.end)
        return Quote(span, span.of(self.text))

    def end_of(self, agents: Sequence[AgentMention]) -> int:
        """Give where a list ends, with a short form in brackets behind it."""
        end = agents[-1].quote.span.end
        match = _PARENTHESIS.match(self.view, end)
        return match.end() if match else end


def parts(agents: Sequence[AgentMention]) -> tuple[AgentMention, ...]:
    """Give each agent once, by name, in order of mention."""
    seen: dict[str, AgentMention] = {}
    for agent in agents:
        seen.setdefault(agent.agent, agent)
    return tuple(seen.values())
