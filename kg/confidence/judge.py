"""How sure each finding of one record is: its rule, and what its words give to doubt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from kg.confidence.rules import Sure, sure
from kg.model import (
    Agent,
    AgentMention,
    DocumentRecord,
    Quote,
    Reference,
    Report,
    Span,
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
        self._place = tuple(_of_place(record.document.place))

    def plain(self, rule: str, *quotes: Quote | None) -> Sure | None:
        """Judge a finding by its rule and by likely slips inside its words."""
        return self._judged(rule, self._slipped(*quotes))

    def header(self, name: str, stated: Stated) -> Sure | None:
        """Judge one value of the header; issuer and place share the doubts about the place."""
        return self._judged(stated.rule, self._place if name in _OF_PLACE else ())

    def task(self, task: Task) -> Sure | None:
        """Judge that a passage is a task."""
        reasons = self._slipped(task.quote)
        if task.page_break:
            reasons.append("page-break")
        if task.outside_org_section:
            reasons.append("outside-section")
        if len(task.quote.words) > LONG:
            reasons.append("long-words")
        return self._judged(task.rule, reasons)

    def lead(self, task: Task) -> Sure | None:
        """Judge who must do a task."""
        return self._named(task.lead_rule, task.lead, task.lead_quote)

    def coordinate(self, task: Task) -> Sure | None:
        """Judge who helps with a task."""
        return self._named(task.coordinate_rule, task.coordinate, task.coordinate_quote)

    def time(self, when: Timeframe) -> Sure | None:
        """Judge when a task is due."""
        reasons = self._slipped(when.quote)
        if when.tentative:
            reasons.append("time-tentative")
        if when.kind == "other":
            reasons.append("time-unread")
        return self._judged(when.rule, reasons)

    def reference(self, cited: Reference) -> Sure | None:
        """Judge which document is cited; a bare number may be that of another one."""
        bare = not (cited.date or cited.issuer or cited.title)
        return self._judged(cited.rule, ("number-alone",) if bare else ())

    def report(self, duty: Report) -> Sure | None:
        """Judge a duty to report: who, to whom, through whom."""
        reasons = self._slipped(duty.evidence)
        if duty.to is None:
            reasons.append("receiver-unread")
        ends = (end for end in (duty.to, duty.via) if end)
        return self._judged(duty.rule, [*reasons, *self._of_agents((*duty.who, *ends))])

    def agent(self, agent: Agent) -> Sure | None:
        """Judge which body a name means."""
        return self._judged(agent.rule, self._of_agent(agent))

    def is_undecided(self, canonical: str) -> bool:
        """Tell whether the record could not decide which body a name means."""
        agent = self._agents.get(canonical)
        return bool(agent and agent.undecided)

    def named(self, canonical: str) -> Sure | None:
        """Judge the body of a full name; None where the record does not describe it."""
        agent = self._agents.get(canonical)
        return self.agent(agent) if agent else None

    def _named(self, rule: str, agents: Sequence[AgentMention], quote: Quote | None) -> Sure | None:
        """Judge a list of bodies; words that name none that we know are in doubt."""
        reasons = [*self._slipped(quote), *self._of_agents(agents)]
        if quote and not agents:
            reasons.append("agent-unread")
        return self._judged(rule, reasons)

    def _judged(self, rule: str, reasons: Collection[str]) -> Sure | None:
        if not rule:
            return None
        return sure(rule, frozenset(reasons)) if reasons else sure(rule)

    def _slipped(self, *quotes: Quote | None) -> list[str]:
        """Give a doubt where a likely slip begins inside one of the quotes."""
        if not self._slips:
            return []
        return ["slip-inside"] if any(q and self._holds_slip(q.span) for q in quotes) else []

    def _holds_slip(self, span: Span) -> bool:
        at = bisect_left(self._slips, span.start)
        return at < len(self._slips) and self._slips[at] < span.end

    def _of_agents(self, mentions: Iterable[AgentMention]) -> Iterator[str]:
        for mention in mentions:
            agent = self._agents.get(mention.agent)
            if agent:
                yield from self._of_agent(agent)

    def _of_agent(self, agent: Agent) -> Collection[str]:
        place = self._place if agent.place_inferred else ()
        return place if agent.listed else ("agent-unlisted", *place)


def _of_place(place: Stated | None) -> Iterator[str]:
    """Give the doubts about the place of a document, which completes the names of its bodies."""
    if place and place.inferred:
        yield "place-inferred"
    if place and ", " in place.value:  # "Thành phố Tam Điệp, tỉnh Ninh Bình"
        yield "province-looked-up"
