"""How sure each finding of one record is: its rule, and what its words give to doubt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kg.confidence.rules import Sure, sure
from kg.model import (
    Agent,
    AgentMention,
    DocumentRecord,
    Quote,
    Reference,
    Report,
    Stated,
    Task,
    Timeframe,
)

LONG = 1500
"""From so many code points on, the words of one task may well hold several."""
_OF_PLACE = frozenset({"issuer", "place"})


class Judge:
    """Tells of the findings of one record how sure they are; None for what no rule of ours made."""

    def __init__(self, record: DocumentRecord) -> None:
        """Keep what casts doubt on more than one finding: agents, likely slips, the place."""
        self._agents = {agent.canonical: agent for agent in record.agents}
        self._slips = sorted(slip.quote.span.start for slip in record.slips)
        self._place = frozenset(_of_place(record.document.place))

    def plain(self, rule: str, *quotes: Quote | None) -> Sure | None:
        """Judge a finding by its rule and by likely slips inside its words."""
        return self._judged(rule, self._slipped(quotes))

    def header(self, name: str, stated: Stated) -> Sure | None:
        """Judge one value of the header; issuer and place share the doubts about the place."""
        return self._judged(stated.rule, self._place if name in _OF_PLACE else ())

    def task(self, task: Task) -> Sure | None:
        """Judge that a passage is a task."""
        return self._judged(task.rule, self._of_task(task))

    def lead(self, task: Task) -> Sure | None:
        """Judge who must do a task."""
        unread = ("agent-unread",) if task.lead_quote and not task.lead else ()
        quotes = (task.lead_quote,)
        return self._judged(
            task.lead_rule, unread, self._of_agents(task.lead), self._slipped(quotes)
        )

    def coordinate(self, task: Task) -> Sure | None:
        """Judge who helps with a task."""
        unread = ("agent-unread",) if task.coordinate_quote and not task.coordinate else ()
        named, quotes = self._of_agents(task.coordinate), (task.coordinate_quote,)
        return self._judged(task.coordinate_rule, unread, named, self._slipped(quotes))

    def time(self, when: Timeframe) -> Sure | None:
        """Judge when a task is due."""
        tentative = ("time-tentative",) if when.tentative else ()
        unread = ("time-unread",) if when.kind == "other" else ()
        return self._judged(when.rule, tentative, unread, self._slipped((when.quote,)))

    def reference(self, cited: Reference) -> Sure | None:
        """Judge which document is cited; a bare number may be that of another one."""
        bare = not (cited.date or cited.issuer or cited.title)
        return self._judged(cited.rule, ("number-alone",) if bare else ())

    def report(self, duty: Report) -> Sure | None:
        """Judge a duty to report: who, to whom, through whom."""
        ends = tuple(end for end in (duty.to, duty.via) if end)
        nobody = () if duty.to else ("receiver-unread",)
        named = self._of_agents((*duty.who, *ends))
        return self._judged(duty.rule, nobody, named, self._slipped((duty.evidence,)))

    def agent(self, agent: Agent) -> Sure | None:
        """Judge which body a name means."""
        return self._judged(agent.rule, self._of_agent(agent))

    def named(self, canonical: str) -> Sure | None:
        """Judge the body of a full name; None where the record does not describe it."""
        agent = self._agents.get(canonical)
        return self.agent(agent) if agent else None

    def _judged(self, rule: str, *reasons: Iterable[str]) -> Sure | None:
        if not rule:
            return None
        return sure(rule, frozenset(each for group in reasons for each in group))

    def _slipped(self, quotes: Iterable[Quote | None]) -> Iterator[str]:
        """Give a doubt where a likely slip begins inside one of the quotes."""
        for quote in quotes:
            if quote and self._slips:
                at = bisect_left(self._slips, quote.span.start)
                if at < len(self._slips) and self._slips[at] < quote.span.end:
                    yield "slip-inside"

    def _of_task(self, task: Task) -> Iterator[str]:
        yield from self._slipped((task.quote,))
        if task.page_break:
            yield "page-break"
        if task.outside_org_section:
            yield "outside-section"
        if len(task.quote.words) > LONG:
            yield "long-words"

    def _of_agents(self, mentions: Iterable[AgentMention]) -> Iterator[str]:
        for mention in mentions:
            agent = self._agents.get(mention.agent)
            if agent:
                yield from self._of_agent(agent)

    def _of_agent(self, agent: Agent) -> Iterator[str]:
        if not agent.listed:
            yield "agent-unlisted"
        if agent.place_inferred:
            yield from self._place


def _of_place(place: Stated | None) -> Iterator[str]:
    """Give the doubts about the place of a document, which completes the names of its bodies."""
    if place and place.inferred:
        yield "place-inferred"
    if place and ", " in place.value:  # "Thành phố Tam Điệp, tỉnh Ninh Bình"
        yield "province-looked-up"
