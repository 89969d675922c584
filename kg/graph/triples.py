"""The border: what a record means in RDF, and the only place where IRIs are minted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from kg.confidence import Judge
from kg.config import BASE_IRI
from kg.graph.agents import agents_quads
from kg.graph.documents import chain_quads, document_quads, reference_quads
from kg.graph.findings import (
    funding_quads,
    goal_quads,
    report_quads,
    scheme_quads,
    slip_quads,
    target_quads,
)
from kg.graph.frame import Frame, Run
from kg.graph.naming import keyed, own_iri
from kg.graph.tasks import section_quads, task_quads
from kg.graph.terms import node
from kg.model import Funding, Goal, Report, Scheme, Section, Slip, Target, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import NamedNode, Quad

    from kg.model import DocumentRecord

__all__ = ["Run", "document_of", "graph_of", "to_quads"]

Finding: TypeAlias = Section | Task | Report | Target | Goal | Funding | Slip | Scheme


def document_of(record: DocumentRecord, base: str = BASE_IRI) -> str:
    """Give the IRI of the document that a record describes."""
    return own_iri(record, base)


def graph_of(record: DocumentRecord, base: str = BASE_IRI) -> str:
    """Give the IRI of the named graph in which the quads of a record stand."""
    return f"{own_iri(record, base)}/graph"


def to_quads(record: DocumentRecord, run: Run, base: str = BASE_IRI) -> Iterator[Quad]:
    """Give each quad of *record* once, in the order of the record; no blank nodes.

    Raises RecordError where a span does not say its words or a kind is not in the closed lists.
    """
    frame = Frame(record.source, run, base, node(own_iri(record, base)), Judge(record))
    seen: set[Quad] = set()
    for quad in _all_quads(frame, record):
        if quad not in seen:
            seen.add(quad)
            yield quad


def _all_quads(frame: Frame, record: DocumentRecord) -> Iterator[Quad]:
    yield from document_quads(frame, record)
    yield from reference_quads(frame, record)
    yield from chain_quads(frame, record)
    yield from agents_quads(frame, record)
    keys = keyed(record, frame.base)
    sections = frozenset(section.id for section in record.sections)
    for finding, nth in _numbered(_findings(record)):
        yield from _finding_quads(frame, finding, nth, keys, sections)


def _findings(record: DocumentRecord) -> Iterator[Finding]:
    yield from record.sections
    yield from record.tasks
    yield from record.reporting
    yield from record.targets
    yield from record.goals
    yield from record.funding
    yield from record.slips
    yield from record.schemes


def _numbered(findings: Iterator[Finding]) -> Iterator[tuple[Finding, int]]:
    """Count the duties to report that one phrase of one place states."""
    counts: dict[object, int] = {}
    for finding in findings:
        key = (finding.id, finding.evidence) if isinstance(finding, Report) else None
        counts[key] = counts.get(key, 0) + 1
        yield finding, counts[key]


def _finding_quads(
    frame: Frame,
    finding: Finding,
    nth: int,
    keys: Mapping[str, NamedNode],
    sections: frozenset[str],
) -> Iterator[Quad]:
    match finding:
        case Section():
            yield from section_quads(frame, finding)
        case Task():
            yield from task_quads(frame, finding, keys, sections)
        case Report():
            yield from report_quads(frame, finding, nth)
        case Target():
            yield from target_quads(frame, finding)
        case Goal():
            yield from goal_quads(frame, finding)
        case Funding():
            yield from funding_quads(frame, finding)
        case Slip():
            yield from slip_quads(frame, finding)
        case Scheme():
            yield from scheme_quads(frame, finding, keys)
        case _:
            assert_never(finding)
