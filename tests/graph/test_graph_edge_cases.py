"""The border's edge cases: hostile words, broken records, what is only named, declared types."""

from __future__ import annotations

import dataclasses

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store
from quoting import mention, quote
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph
from sample import PLAN, RUN, plan, records

from kg.config import bundled
from kg.errors import RecordError
from kg.graph.triples import to_quads
from kg.model import Agent, ChainLink, DocumentRecord, Quote, Span, Timeframe
from kg.vocabulary import ELI, PC, TYPES

DOC = "https://w3id.org/policy-cascade/document"


def made(record: DocumentRecord) -> Store:
    store = Store()
    store.extend(to_quads(record, RUN))
    return store


def has(store: Store, subject: str, predicate: str, value: NamedNode | Literal) -> bool:
    return any(store.quads_for_pattern(NamedNode(subject), NamedNode(str(predicate)), value))


def of_class(store: Store, kind: str) -> list[object]:
    found = store.quads_for_pattern(None, NamedNode(str(RDF.type)), NamedNode(str(kind)))
    return [quad.subject for quad in found]


def test_chain_to_a_document_known_by_number_only() -> None:
    link = ChainLink("15-CTr/TU", "implements", "9-NQ/TW", quote(PLAN, "thực hiện"))
    store = made(dataclasses.replace(plan(), chain=(link,)))
    kind = NamedNode(f"{TYPES}document-type/nghi-quyet")
    assert has(store, f"{DOC}/nghị-quyết/9-nq-tw", ELI.type_document, kind)


def test_two_duties_in_one_phrase_stay_two() -> None:
    assert len(of_class(made(plan()), PC.ReportingDuty)) == 2


def test_base_moves_the_data_and_not_the_ontology() -> None:
    quads = set(to_quads(plan(), RUN, "https://example.org/x/"))
    subjects = {q.subject.value for q in quads if isinstance(q.subject, NamedNode)}
    assert all(each.startswith("https://example.org/x/") for each in subjects)
    assert any(q.predicate.value == str(PC.leadAgency) for q in quads)


def test_hostile_words_survive_every_writer() -> None:
    words = '"""> } ; DROP ALL \\u0041 <script>&'
    text = PLAN + words
    source = dataclasses.replace(plan().source, text=text)
    bad = quote(text, words)
    task = dataclasses.replace(plan().tasks[2], quote=bad)
    record = dataclasses.replace(plan(), source=source, tasks=(task,), targets=())
    store, again = made(record), Store()
    for form in (RdfFormat.TRIG, RdfFormat.N_QUADS):
        dumped = store.dump(format=form)
        assert dumped
        again.load(dumped, format=form)
        assert set(again) == set(store)
    assert any(isinstance(q.object, Literal) and q.object.value == words for q in again)


def lying() -> DocumentRecord:
    wrong = Quote(Span(0, 5), "khác!")
    return dataclasses.replace(plan(), tasks=(dataclasses.replace(plan().tasks[0], quote=wrong),))


def guild() -> DocumentRecord:
    return dataclasses.replace(plan(), agents=(Agent("Phường hội", "Phường hội", "guild"),))


def odd_time() -> DocumentRecord:
    when = Timeframe("interval", quote(PLAN, "Hàng năm"), start="quý III")
    return dataclasses.replace(
        plan(), tasks=(dataclasses.replace(plan().tasks[0], timeframe=when),)
    )


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (lying(), r"ke-hoach-12.txt: \[0, 5\) does not say 'khác!'"),
        (guild(), "agency-kind has no 'guild'"),
        (odd_time(), "'quý III' is neither a year nor an ISO date"),
    ],
)
def test_broken_record_is_refused(record: DocumentRecord, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        made(record)


def test_agent_that_is_only_named_gets_a_name() -> None:
    task = dataclasses.replace(plan().tasks[2], lead=(mention(PLAN, "Sở Lạ", "Sở Nội vụ"),))
    store = made(dataclasses.replace(plan(), tasks=(task,), targets=()))
    name = Literal("Sở Lạ", language="vi")
    assert has(store, "https://w3id.org/policy-cascade/agent/sở-lạ", SKOS.prefLabel, name)


def test_our_values_are_of_the_declared_type() -> None:
    policy = Graph().parse(bundled("ontology", "policy.ttl"))
    ranges = {
        str(term): str(policy.value(term, RDFS.range))
        for term in policy.subjects(RDF.type, OWL.DatatypeProperty)
    }
    wrong = {
        (q.predicate.value, q.object.datatype.value)
        for record in records()
        for q in to_quads(record, RUN)
        if isinstance(q.object, Literal)
        and ranges.get(q.predicate.value, q.object.datatype.value) != q.object.datatype.value
    }
    assert wrong == set()
    assert str(XSD.string) in ranges.values()
