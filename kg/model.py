"""The records: what was found in one document, each finding with the words that say it.

Records hold and know nobody. Every offset counts Unicode code points of ``SourceText.text``,
end exclusive, so ``text[span.start:span.end]`` is the quoted words. Every ``rule`` is the id of
a row of ``data/lexicon/rules.csv``: what made the finding; "" where no rule of ours did.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kg.agent import Agent, AgentMention
from kg.cited import ChainLink, Pinpoint, Reference, Relation, Scheme
from kg.quote import Quote, Span, Stated

__all__ = [
    "Agent", "AgentMention", "Artifact", "ChainLink", "DocumentRecord", "Funding", "Goal",
    "Header", "Neutral", "Pinpoint", "Quote", "Recurrence", "Reference", "Relation", "Report", "Scheme",
    "Section", "Slip", "SourceText", "Span", "Stated", "Target", "Task", "TaskKind",
    "TimeKind", "Timeframe",
]  # fmt: skip

TaskKind = Literal["explicit", "assigned", "unassigned"]
TimeKind = Literal["ongoing", "annual", "interval", "year", "deadline", "other"]
Recurrence = Literal["annual", "periodic", "ad-hoc", "other"]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one document as it left its reader: NFC, LF line ends, never changed again."""

    name: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    sha256_text: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """The letterhead and the signature block; a value the text does not give is None."""

    number: Stated | None = None
    type: Stated | None = None
    title: Stated | None = None
    title_normalised: str | None = None
    issuer: Stated | None = None
    level: str | None = None
    place: Stated | None = None
    date: Stated | None = None
    date_not_before: str | None = None
    signer: Stated | None = None
    signer_title: Stated | None = None
    effective_date: Stated | None = None
    status: Stated | None = None
    recipients: tuple[Quote, ...] = ()
    archive_line: Quote | None = None
    foot_rule: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the outline as printed; ``id`` is unique (``II#2`` for a label printed twice)."""

    id: str
    label: str
    title: Quote
    span: Span
    depth: int
    parent: str | None = None
    role: str = "action"


@dataclass(frozen=True, slots=True)
class Timeframe:
    """When: a value beside the literal words. ``start`` and ``end`` are years or ISO dates."""

    kind: TimeKind
    quote: Quote
    start: str | None = None
    end: str | None = None
    open_ended: bool = False
    tentative: bool = False
    month_day: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do, as printed: who leads, who coordinates, by when."""

    id: str
    section: str
    section_title: str
    quote: Quote
    kind: TaskKind
    lead: tuple[AgentMention, ...] = ()
    lead_quote: Quote | None = None
    lead_role: str | None = None
    coordinate: tuple[AgentMention, ...] = ()
    coordinate_quote: Quote | None = None
    other_agents: tuple[AgentMention, ...] = ()
    timeframe: Timeframe | None = None
    inner_times: tuple[Quote, ...] = ()
    refs: tuple[str, ...] = ()
    page_break: bool = False
    outside_org_section: bool = False
    near_duplicate_of: str | None = None
    rule: str = ""
    lead_rule: str = ""
    coordinate_rule: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A duty to report: who, to whom, through whom, when, how often."""

    id: str
    who: tuple[AgentMention, ...]
    who_quote: Quote | None
    to: AgentMention | None
    via: AgentMention | None
    deadline: Quote | None
    recurrence: Recurrence
    month_day: str | None
    evidence: Quote
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A number that is to be reached: ``1 - 2 công nghệ sinh học`` by 2030."""

    id: str
    quote: Quote
    quantity: Quote
    low: float
    high: float
    unit: str
    by: str | None = None
    in_task: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """An aim without a number."""

    id: str
    quote: Quote
    by: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Funding:
    """A phrase that names a source of money; ``id`` is the place in the outline."""

    id: str
    quote: Quote
    elsewhere: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A likely slip of the text, as a suggestion; the text itself is never repaired."""

    id: str
    quote: Quote
    should_be: str
    confidence: str
    n_occurrences: int = 1


@dataclass(frozen=True, slots=True)
class Neutral:
    """A passage that was read and is no task, with the reason."""

    id: str
    quote: Quote
    reason: str


@dataclass(frozen=True, slots=True)
class Artifact:
    """A trace of layout inside the text: page break, stray page number, markup, repeated header."""

    kind: str
    quote: Quote
    id: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """All that was understood of one document."""

    source: SourceText
    document: Header
    references: tuple[Reference, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    sections: tuple[Section, ...] = ()
    appendix_title: str | None = None
    tasks: tuple[Task, ...] = ()
    reporting: tuple[Report, ...] = ()
    targets: tuple[Target, ...] = ()
    goals: tuple[Goal, ...] = ()
    funding: tuple[Funding, ...] = ()
    slips: tuple[Slip, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    self_mentions: tuple[Quote, ...] = ()
    neutral: tuple[Neutral, ...] = ()
    agents: tuple[Agent, ...] = ()
    warnings: tuple[str, ...] = field(default=())
