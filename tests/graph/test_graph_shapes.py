"""The sample conforms; each planted fault is reported with its mend."""

from __future__ import annotations

import functools

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import RDF, RDFS, SKOS, XSD
from sample import loaded, plan

from kg.graph.shapes import Report, validate
from kg.graph.triples import document_of, graph_of
from kg.vocabulary import ELI, OA, PC, PPLAN, PROV, SCHEMA, TYPES

DOC = document_of(plan())
GRAPH = NamedNode(graph_of(plan()))
NEW = "https://x.org"


def iri(value: str) -> NamedNode:
    return NamedNode(str(value))


def number(value: int) -> Literal:
    return Literal(str(value), datatype=iri(XSD.integer))


def day(value: str) -> Literal:
    return Literal(value, datatype=iri(XSD.date))


# What is planted: added triples, and removed (subject, predicate) pairs.
ADDED: tuple[tuple[str, str, NamedNode | Literal], ...] = (
    (f"{NEW}/task", RDF.type, iri(PC.Task)),
    (f"{NEW}/span", RDF.type, iri(OA.SpecificResource)),
    (f"{DOC}/text/span/601-611/position", OA.end, number(600)),
    (f"{DOC}/text/span/689-713/position", OA.end, number(999_999)),
    (f"{NEW}/state", RDF.type, iri(PC.StateDocument)),
    (f"{NEW}/state", RDF.type, iri(ELI.LegalResource)),
    (f"{NEW}/state", ELI.number, Literal("khoảng 12")),
    (f"{NEW}/party", RDF.type, iri(PC.PartyDocument)),
    (f"{NEW}/party", ELI.number, Literal("36/NQ-TW")),
    (f"{NEW}/both", RDF.type, iri(ELI.LegalResource)),
    (f"{NEW}/both", RDF.type, iri(PC.PartyDocument)),
    (f"{NEW}/both", RDF.type, iri(PC.StateDocument)),
    (f"{NEW}/agent", RDF.type, iri(PROV.Agent)),
    (f"{NEW}/time", RDF.type, iri(PC.Timeframe)),
    (f"{NEW}/time", PC.earliest, day("2030-01-01")),
    (f"{NEW}/time", PC.latest, day("2022-12-31")),
    (f"{NEW}/statement", RDF.type, iri(PC.Statement)),
    (f"{NEW}/statement", PC.confidence, Literal("1.5", datatype=iri(XSD.decimal))),
    (f"{NEW}/ruled", RDF.type, iri(PC.Statement)),
    (f"{NEW}/ruled", PC.rule, iri(f"{TYPES}rule/lead-label")),
    (f"{NEW}/ruled", PC.rule, iri(f"{TYPES}level/ministry")),
    (f"{NEW}/ruled", PC.doubt, iri(f"{TYPES}rule/lead-label")),
    (f"{NEW}/target", RDF.type, iri(PC.Target)),
    (f"{NEW}/target", SCHEMA.minValue, number(9)),
    (f"{NEW}/target", SCHEMA.maxValue, number(3)),
    (f"{NEW}/slip", RDF.type, iri(PC.SuggestedCorrection)),
    (f"{NEW}/scheme", RDF.type, iri(PC.Scheme)),
    (f"{NEW}/duty", RDF.type, iri(PC.ReportingDuty)),
    (f"{NEW}/place", RDF.type, iri(PC.Place)),
    (f"{NEW}/text", RDF.type, iri(PC.SourceText)),
    (f"{NEW}/run", RDF.type, iri(PC.Run)),
    (f"{NEW}/section", RDF.type, iri(ELI.LegalResourceSubdivision)),
    (f"{NEW}/expression", RDF.type, iri(ELI.LegalExpression)),
    (f"{DOC}/task/II.3", PC.leadAgency, iri(f"{NEW}/agent")),
    (f"{NEW}/cites", PC.citesProvision, iri(f"{NEW}/provision")),
)
REMOVED = (
    (f"{DOC}/task/II.1", PC.words),
    (f"{DOC}/task/II.1", PPLAN.isStepOfPlan),
    (f"{DOC}/task/II.1/time", PC.timeWords),
    (f"{DOC}/text/span/631-643", OA.hasSelector),
    (f"{DOC}/text/span/645-658/quote", OA.exact),
)


@functools.cache
def broken() -> Report:
    store = Store()
    store.extend(loaded())
    for subject, predicate in REMOVED:
        for quad in list(store.quads_for_pattern(iri(subject), iri(predicate), None)):
            store.remove(quad)
    for node, link, value in ADDED:
        if link == str(OA.end):
            for quad in list(store.quads_for_pattern(iri(node), iri(link), None)):
                store.remove(quad)
        store.add(Quad(iri(node), iri(link), value, GRAPH))
    return validate(store)


def test_the_sample_conforms() -> None:
    report = validate(loaded())
    assert report.faults == ()
    assert report.conforms


@pytest.mark.parametrize(
    ("focus", "what"),
    [
        (f"{NEW}/task", "A task is not the step of exactly one plan"),
        (f"{DOC}/task/II.1", "A task is not the step of exactly one plan"),
        (f"{DOC}/task/II.1", "A task has no words"),
        (f"{NEW}/task", "A task has no place in the outline"),
        (f"{NEW}/task", "A task shows no passage"),
        (f"{NEW}/task", "A task is of no known kind"),
        (f"{DOC}/task/II.1", "The time of a task has no words"),
        (f"{DOC}/text/span/601-611/position", "A passage ends before it starts"),
        (f"{DOC}/text", "A passage ends outside its text"),
        (f"{DOC}/text/span/631-643", "A passage has no position"),
        (f"{DOC}/text/span/631-643", "A passage has no quotation"),
        (f"{NEW}/span", "A passage belongs to no text"),
        (f"{DOC}/text/span/645-658/quote", "A quotation is empty"),
        (f"{NEW}/state", "The number of a state paper is no number"),
        (f"{NEW}/party", "The number of a Party paper is no number"),
        (f"{NEW}/both", "A document is neither a state paper nor a Party paper, or both"),
        (f"{NEW}/both", "A document has no type"),
        (f"{NEW}/both", "A document has no label"),
        (f"{NEW}/agent", "An agent has no name"),
        (f"{NEW}/time", "A timeframe ends before it begins, or begins on no day"),
        (f"{NEW}/time", "A timeframe is of no known kind"),
        (f"{NEW}/statement", "A statement has no proof"),
        (f"{NEW}/statement", "A statement speaks of nothing"),
        (f"{NEW}/statement", "The confidence of a statement is no number above 0 and up to 1"),
        (f"{NEW}/statement", "A confidence stands without its rule"),
        (f"{NEW}/ruled", "A rule stands without a number"),
        (f"{NEW}/ruled", "A statement is made by two rules"),
        (f"{NEW}/ruled", "The rule of a statement is not in the list of rules"),
        (f"{NEW}/ruled", "A doubt about a statement is not in the list of doubts"),
        (f"{NEW}/statement", "A statement does not say which run found it"),
        (f"{NEW}/statement", "A statement does not say from which text it comes"),
        (f"{NEW}/target", "A target has no least value, or one above its greatest"),
        (f"{NEW}/slip", "A likely slip comes without a suggestion"),
        (f"{NEW}/slip", "A finding shows no passage"),
        (f"{NEW}/scheme", "No document stands behind a scheme"),
        (f"{NEW}/duty", "A duty to report has no known recurrence"),
        (f"{NEW}/place", "A place has no name"),
        (f"{NEW}/text", "A source text has no length"),
        (f"{NEW}/text", "A source text has no SHA-256 of its file"),
        (f"{NEW}/run", "A run used no text"),
        (f"{NEW}/section", "A section belongs to no document"),
        (f"{NEW}/expression", "A title stands on an expression of no document"),
        (f"{DOC}/task/II.3", "An edge has no statement"),
        (f"{NEW}/cites", "An edge has no statement"),
        (f"{NEW}/provision", "What is cited as a provision is no part of a document"),
        (f"{NEW}/provision", "A cited provision has no path"),
    ],
)
def test_planted_fault_is_reported_with_its_mend(focus: str, what: str) -> None:
    found = [each for each in broken().faults if (each.iri, each.what) == (focus, f"{what}.")]
    assert len(found) == 1
    assert found[0].mend.endswith(".")


def test_nothing_else_is_reported_of_the_good_nodes() -> None:
    planted = (
        {subject for subject, *_ in ADDED}
        | {f"{NEW}/provision"}
        | {subject for subject, _ in REMOVED}
    )
    touched = {each.iri for each in broken().faults}
    assert touched - planted <= {f"{DOC}/text", f"{DOC}/task/II.1", f"{DOC}/task/II.3"}


def test_rows_carry_readable_names_and_come_sorted() -> None:
    faults = broken().faults
    assert list(faults) == sorted(faults)
    assert any(each.label == "II.1" for each in faults)
    assert {str(RDFS.label), str(SKOS.prefLabel)}.isdisjoint(each.label for each in faults)
    assert not broken().conforms


def test_concepts_of_the_sample_are_listed() -> None:
    assert not any(each.iri.startswith(TYPES) for each in broken().faults)
