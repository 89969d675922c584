"""Duties to report, targets, goals, funding, schemes and likely slips as quads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import RDFS

from kg.graph.concepts import concept
from kg.graph.iris import scheme_iri, segment
from kg.graph.naming import numbered_iri
from kg.graph.tasks import interval_quads, task_node, yearly_quads
from kg.graph.terms import decimal, node, text, true, vi, whole
from kg.vocabulary import OA, PC, SCHEMA, TIME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import NamedNode, Quad
    from rdflib import URIRef

    from kg.confidence import Sure
    from kg.graph.frame import Frame
    from kg.model import Funding, Goal, Quote, Report, Scheme, Slip, Target


def place_in(frame: Frame, folder: str, identifier: str, quote: Quote) -> NamedNode:
    """Give the node of a finding; several of one place differ in the span of their words."""
    where = f"{quote.span.start}-{quote.span.end}"
    return frame.inside(folder, segment(identifier), where)


def _finding(  # noqa: PLR0913  (one place that describes every kind)
    frame: Frame,
    me: NamedNode,
    kind: URIRef,
    identifier: str,
    quote: Quote,
    by: Sure | None = None,
) -> Iterator[Quad]:
    yield from frame.types(me, kind)
    yield frame.quad(me, PC.localId, text(identifier))
    yield frame.quad(me, PC.words, text(quote.words))
    yield from frame.state(me, PC.ofDocument, frame.document, quote, by=by)
    yield from frame.prove(me, quote)


def report_quads(frame: Frame, duty: Report, nth: int) -> Iterator[Quad]:
    """Describe a duty to report; *nth* tells apart the duties that one phrase states."""
    me = place_in(frame, "report", duty.id, duty.evidence)
    me = node(f"{me.value}/{nth}") if nth > 1 else me
    by = frame.judge.report(duty)
    yield from _finding(frame, me, PC.ReportingDuty, duty.id, duty.evidence, by)
    for who in duty.who:
        yield from frame.state(me, PC.reportingAgency, frame.agent(who.agent), who.quote, by=by)
    for predicate, end in ((PC.reportTo, duty.to), (PC.reportVia, duty.via)):
        if end:
            yield from frame.state(me, predicate, frame.agent(end.agent), end.quote, by=by)
    yield frame.quad(me, PC.recurrence, concept("recurrence", duty.recurrence))
    if duty.deadline:
        words = text(duty.deadline.words)
        yield from frame.state(me, PC.deadlineWords, words, duty.deadline, by=by)
    yield from _due(frame, me, duty)


def _due(frame: Frame, me: NamedNode, duty: Report) -> Iterator[Quad]:
    yearly = duty.recurrence == "annual"
    if not (yearly or duty.month_day):
        return
    time, words = node(f"{me.value}/time"), duty.deadline or duty.evidence
    yield frame.quad(me, TIME.hasTime, time)
    yield from frame.types(time, PC.Timeframe)
    yield frame.quad(time, PC.timeKind, concept("time-kind", "annual" if yearly else "deadline"))
    yield frame.quad(time, PC.timeWords, text(words.words))
    yield from yearly_quads(frame, time, duty.month_day, every_year=yearly)


def target_quads(frame: Frame, target: Target) -> Iterator[Quad]:
    """Describe a number to be reached."""
    me = place_in(frame, "target", target.id, target.quantity)
    by = frame.judge.plain(target.rule, target.quote)
    yield from _finding(frame, me, PC.Target, target.id, target.quote, by)
    yield from frame.types(me, SCHEMA.QuantitativeValue)
    yield from frame.state(me, SCHEMA.minValue, decimal(target.low), target.quantity, by=by)
    yield from frame.state(me, SCHEMA.maxValue, decimal(target.high), target.quantity, by=by)
    if target.unit:
        yield frame.quad(me, SCHEMA.unitText, vi(target.unit))
    if target.in_task:
        yield frame.quad(me, PC.inTask, task_node(frame, target.in_task))
    if target.by:
        yield from _by(frame, me, target.by)


def _by(frame: Frame, me: NamedNode, moment: str) -> Iterator[Quad]:
    time = node(f"{me.value}/time")
    yield frame.quad(me, TIME.hasTime, time)
    yield from frame.types(time, PC.Timeframe)
    yield frame.quad(time, PC.timeKind, concept("time-kind", "deadline"))
    yield from interval_quads(frame, time, None, moment)


def goal_quads(frame: Frame, goal: Goal) -> Iterator[Quad]:
    """Describe an aim without a number."""
    me = place_in(frame, "goal", goal.id, goal.quote)
    by = frame.judge.plain(goal.rule, goal.quote)
    yield from _finding(frame, me, PC.Goal, goal.id, goal.quote, by)
    if goal.by:
        yield from _by(frame, me, goal.by)


def funding_quads(frame: Frame, funding: Funding) -> Iterator[Quad]:
    """Describe a phrase that names a source of money."""
    me = place_in(frame, "funding", funding.id, funding.quote)
    by = frame.judge.plain(funding.rule, funding.quote)
    yield from _finding(frame, me, PC.Funding, funding.id, funding.quote, by)
    if funding.elsewhere:
        yield frame.quad(me, PC.elsewhere, true())


def slip_quads(frame: Frame, slip: Slip) -> Iterator[Quad]:
    """Describe a likely slip as a suggestion about words that stay as they are."""
    me = place_in(frame, "correction", slip.id, slip.quote)
    yield from _finding(frame, me, PC.SuggestedCorrection, slip.id, slip.quote)
    yield frame.quad(me, OA.motivatedBy, node(OA.editing))
    yield frame.quad(me, PC.shouldBe, text(slip.should_be))
    yield frame.quad(me, PC.suggestionConfidence, text(slip.confidence))
    yield frame.quad(me, PC.occurrences, whole(slip.n_occurrences))


def scheme_quads(frame: Frame, scheme: Scheme, keys: Mapping[str, NamedNode]) -> Iterator[Quad]:
    """Describe a programme that a cited document approves or promulgates."""
    by = keys.get(scheme.by) or node(numbered_iri(frame.base, None, None, scheme.by, None))
    me = node(scheme_iri(frame.base, scheme.type, scheme.name, by.value))
    yield from frame.types(me, PC.Scheme)
    yield frame.quad(me, RDFS.label, vi(scheme.name))
    yield frame.quad(me, PC.typeWords, text(scheme.type))
    approved = scheme.relation == "approved_by"
    predicate = PC.approvedBy if approved else PC.promulgatedBy
    sure = frame.judge.plain(scheme.rule, *scheme.quotes)
    yield from frame.state(me, predicate, by, *scheme.quotes, by=sure)
