"""Sections, tasks and timeframes as quads."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from rdflib import RDFS

from kg.errors import RecordError
from kg.graph.concepts import concept
from kg.graph.iris import segment
from kg.graph.terms import node, text, true, typed, vi, whole
from kg.vocabulary import ELI, PC, PPLAN, SCHEMA, TIME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import NamedNode, Quad
    from rdflib import URIRef

    from kg.confidence import Sure
    from kg.graph.frame import Frame
    from kg.model import AgentMention, Quote, Section, Task, Timeframe

_MOMENT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_DECEMBER = 12


def section_quads(frame: Frame, section: Section) -> Iterator[Quad]:
    """Describe one part of the outline."""
    me = section_node(frame, section.id)
    yield from frame.types(me, ELI.LegalResourceSubdivision)
    yield frame.quad(me, PC.localId, text(section.id))
    yield frame.quad(me, RDFS.label, vi(f"{section.label} {section.title.words}"))
    yield frame.quad(me, PC.sectionRole, concept("section-role", section.role))
    above = section_node(frame, section.parent) if section.parent else frame.document
    yield frame.quad(above, ELI.has_part, me)
    yield from frame.prove(me, section.title)


def section_node(frame: Frame, identifier: str) -> NamedNode:
    """Give the node of a section by its place in the outline."""
    return frame.inside("section", segment(identifier))


def task_node(frame: Frame, identifier: str) -> NamedNode:
    """Give the node of a task by its place in the outline."""
    return frame.inside("task", segment(identifier))


def task_quads(
    frame: Frame, task: Task, keys: Mapping[str, NamedNode], sections: frozenset[str]
) -> Iterator[Quad]:
    """Describe one task: its words, its kind, who, when, which documents it cites."""
    me = task_node(frame, task.id)
    yield from frame.types(me, PC.Task)
    yield frame.quad(me, PC.localId, text(task.id))
    yield frame.quad(me, PC.words, text(task.quote.words))
    yield from frame.prove(me, task.quote)
    by = frame.judge.task(task)
    yield from frame.state(me, PPLAN.isStepOfPlan, frame.document, task.quote, by=by)
    yield frame.quad(me, PC.taskKind, concept("task-kind", task.kind))
    yield from _who(frame, task)
    if task.section_title:
        yield frame.quad(me, PC.sectionTitle, vi(task.section_title))
    if task.section in sections:
        yield frame.quad(me, PC.inSection, section_node(frame, task.section))
    if task.timeframe:
        yield from _when(frame, me, task.timeframe)
    for key in task.refs:
        if key in keys:
            yield from frame.state(me, PC.refersTo, keys[key], task.quote, by=by)
    if task.outside_org_section:
        yield frame.quad(me, PC.outsideOrganisation, true())
    if task.near_duplicate_of:
        yield frame.quad(me, PC.nearDuplicateOf, task_node(frame, task.near_duplicate_of))


def _who(frame: Frame, task: Task) -> Iterator[Quad]:
    me = task_node(frame, task.id)
    lead, help_ = frame.judge.lead(task), frame.judge.coordinate(task)
    named: tuple[tuple[URIRef, tuple[AgentMention, ...], Sure | None], ...] = (
        (PC.leadAgency, task.lead, lead),
        (PC.coordinatingAgency, task.coordinate, help_),
    )
    for predicate, mentions, by in named:
        for mention in mentions:
            yield from frame.state(me, predicate, frame.agent(mention.agent), mention.quote, by=by)
    for mention in task.other_agents:
        agent, by = frame.agent(mention.agent), frame.judge.named(mention.agent)
        yield from frame.state(me, PC.otherAgency, agent, mention.quote, by=by)
    phrases: tuple[tuple[URIRef, Quote | None, Sure | None], ...] = (
        (PC.leadWords, task.lead_quote, lead),
        (PC.coordinateWords, task.coordinate_quote, help_),
    )
    for predicate, quote, by in phrases:
        if quote:
            yield from frame.state(me, predicate, text(quote.words), quote, by=by)
    if task.lead_role:
        yield frame.quad(me, PC.leadRole, text(task.lead_role))


def _when(frame: Frame, task: NamedNode, when: Timeframe) -> Iterator[Quad]:
    time = node(f"{task.value}/time")
    yield from frame.state(task, TIME.hasTime, time, when.quote, by=frame.judge.time(when))
    yield from frame.types(time, PC.Timeframe)
    yield frame.quad(time, PC.timeWords, text(when.quote.words))
    yield frame.quad(time, PC.timeKind, concept("time-kind", when.kind))
    yield from interval_quads(frame, time, when.start, when.end, goes_on=when.open_ended)
    if when.kind == "annual" or when.month_day:
        yield from yearly_quads(frame, time, when.month_day, every_year=when.kind == "annual")
    if when.open_ended:
        yield frame.quad(time, PC.openEnded, true())
    if when.tentative:
        yield frame.quad(time, PC.tentative, true())


def interval_quads(
    frame: Frame, time: NamedNode, start: str | None, end: str | None, *, goes_on: bool = False
) -> Iterator[Quad]:
    """Describe an interval by its first and last instant; each is a year, a month or a day.

    What *goes_on* ("và các năm tiếp theo") has an end that is printed, but no last day.
    """
    if start or end:
        yield from frame.types(time, TIME.ProperInterval)
    if start:
        yield from _instant(frame, time, TIME.hasBeginning, start)
        yield frame.quad(time, PC.earliest, typed(first_day(start), "date"))
    if end:
        yield from _instant(frame, time, TIME.hasEnd, end)
        if not goes_on:
            yield frame.quad(time, PC.latest, typed(last_day(end), "date"))


def _instant(frame: Frame, time: NamedNode, predicate: URIRef, moment: str) -> Iterator[Quad]:
    name = "beginning" if predicate == TIME.hasBeginning else "end"
    instant = node(f"{time.value}/{name}")
    yield frame.quad(time, predicate, instant)
    yield from frame.types(instant, TIME.Instant)
    match [part for part in _parts(moment) if part]:
        case [_year]:
            yield frame.quad(instant, TIME.inXSDgYear, typed(moment, "gYear"))
        case [_year, _month]:
            yield frame.quad(instant, TIME.inXSDgYearMonth, typed(moment, "gYearMonth"))
        case _:
            yield frame.quad(instant, TIME.inXSDDate, typed(moment, "date"))


def _parts(moment: str) -> tuple[str | None, ...]:
    match = _MOMENT.fullmatch(moment)
    if not match:
        what = f"'{moment}' is neither a year nor an ISO date"
        raise RecordError(what, "timeframe", "Write 2025, 2025-11 or 2025-11-30.")
    return match.groups()


def first_day(moment: str) -> str:
    """Give the first day of a year, a month or a day.

    >>> first_day("2022"), first_day("2022-11-30")
    ('2022-01-01', '2022-11-30')
    """
    year, month, day = _parts(moment)
    return f"{year}-{month or '01'}-{day or '01'}"


def last_day(moment: str) -> str:
    """Give the last day of a year, a month or a day.

    >>> last_day("2024-02"), last_day("2030")
    ('2024-02-29', '2030-12-31')
    """
    year, month, day = _parts(moment)
    in_month = int(month or _DECEMBER)
    length = calendar.monthrange(int(year or 0), in_month)[1]
    return f"{year}-{in_month:02d}-{day or length}"


def yearly_quads(
    frame: Frame, time: NamedNode, month_day: str | None, *, every_year: bool
) -> Iterator[Quad]:
    """Describe what comes back, with its day of the year (``--11-30``) where one is printed."""
    yield from frame.types(time, SCHEMA.Schedule)
    if every_year:
        yield frame.quad(time, SCHEMA.repeatFrequency, text("P1Y"))
    if month_day:
        month, day = month_day.removeprefix("--").split("-")
        yield frame.quad(time, PC.monthDay, typed(month_day, "gMonthDay"))
        yield frame.quad(time, SCHEMA.byMonth, whole(int(month)))
        yield frame.quad(time, SCHEMA.byMonthDay, whole(int(day)))
