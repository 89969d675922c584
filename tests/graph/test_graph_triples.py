"""The border: every quad of a record, each edge proved, the same every time."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from rdflib import RDF
from sample import LETTER, PLAN, RUN, letter, plan, records

from kg.config import ROOT
from kg.graph.triples import Run, document_of, graph_of, to_quads
from kg.model import DocumentRecord
from kg.vocabulary import ELI, OA, ORG, PC, PROV, SCHEMA, TIME, TYPES

DOC = "https://w3id.org/policy-cascade/document"
PLAN_IRI = f"{DOC}/ủy-ban-nhân-dân-tỉnh-sông-trà/kế-hoạch/12-kh-ubnd/2024-03-05"


def has(quads: set[Quad], subject: str, predicate: str, value: str) -> bool:
    return any(
        (q.subject.value, q.predicate.value, getattr(q.object, "value", None))
        == (subject, str(predicate), value)
        for q in quads
        if not isinstance(q.subject, BlankNode) and isinstance(q.subject, NamedNode)
    )


def values(quads: set[Quad], subject: str, predicate: str) -> set[str]:
    return {
        q.object.value
        for q in quads
        if isinstance(q.subject, NamedNode)
        and q.subject.value == subject
        and q.predicate.value == str(predicate)
        and isinstance(q.object, NamedNode | Literal)
    }


def made(record: DocumentRecord, run: Run = RUN) -> set[Quad]:
    return set(to_quads(record, run))


QUADS = {record.source.name: made(record) for record in records()}
BY_PLAN = QUADS["ke-hoach-12.txt"]


@pytest.mark.parametrize("record", records(), ids=lambda record: record.source.name)
def test_quads_come_once_without_blank_nodes_in_one_graph(record: DocumentRecord) -> None:
    quads = list(to_quads(record, RUN))
    assert len(quads) == len(set(quads)) > 300
    assert {q.graph_name for q in quads} == {NamedNode(graph_of(record))}
    terms = {type(term) for q in quads for term in (q.subject, q.object)}
    assert terms == {NamedNode, Literal}


def test_same_record_gives_the_same_quads_in_the_same_order() -> None:
    assert list(to_quads(plan(), RUN)) == list(to_quads(plan(), RUN))


@pytest.mark.slow
def test_order_does_not_hang_on_the_hash_seed() -> None:
    code = (
        "import sys, hashlib; sys.path.insert(0, 'tests/graph'); from sample import *;"
        "text = ''.join(str(q) for r in records() for q in to_quads(r, RUN));"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_no_clock_unless_it_is_given() -> None:
    assert not any(q.predicate.value == str(PROV.endedAtTime) for q in BY_PLAN)
    timed = made(plan(), Run("0.1.0", "abc", at="2026-11-22T10:00:00Z"))
    assert any(q.predicate.value == str(PROV.endedAtTime) for q in timed)


@pytest.mark.parametrize(("record", "text"), [(plan(), PLAN), (letter(), LETTER)], ids="pl")
def test_every_span_quotes_its_words(record: DocumentRecord, text: str) -> None:
    quads = made(record)
    spans = {q.object.value for q in quads if q.predicate.value == str(PC.evidence)
             and isinstance(q.object, NamedNode)}  # fmt: skip
    assert len(spans) > 10
    for span in spans:
        start, end = map(int, span.rsplit("/", 1)[1].split("-"))
        assert values(quads, f"{span}/quote", OA.exact) == {text[start:end]}
        assert values(quads, f"{span}/quote", OA.prefix) == {text[max(0, start - 32) : start]}
        assert values(quads, f"{span}/quote", OA.suffix) == {text[end : end + 32]}
        assert values(quads, f"{span}/position", OA.start) == {str(start)}
        assert values(quads, f"{span}/position", OA.end) == {str(end)}


def statements(quads: set[Quad], predicate: str) -> list[str]:
    return sorted(
        q.subject.value
        for q in quads
        if isinstance(q.subject, NamedNode)
        and q.predicate.value == str(RDF.predicate)
        and isinstance(q.object, NamedNode)
        and q.object.value == str(predicate)
    )


@pytest.mark.parametrize(
    ("predicate", "count"),
    [
        (PC.leadAgency, 4),
        (PC.coordinatingAgency, 2),
        (PC.implements, 3),  # two directly, one link of the chain
        (ELI.based_on, 2),  # the law, and the programme's "also"
        (ELI.cites, 6),  # 07-NQ/TW three times
        (ELI.passed_by, 4),
        (TIME.hasTime, 2),
        (PC.signer, 1),
        (PC.reportTo, 2),
        (PC.reportVia, 1),
        (PC.approvedBy, 1),
        (ELI.date_document, 5),
    ],
)
def test_each_edge_is_proved_by_its_words(predicate: str, count: int) -> None:
    found = statements(BY_PLAN, predicate)
    assert len(found) == count
    for statement in found:
        assert values(BY_PLAN, statement, PC.evidence)
        assert not values(BY_PLAN, statement, PC.inferredFrom)
        assert values(BY_PLAN, statement, PROV.wasDerivedFrom) == {f"{PLAN_IRI}/text"}
        assert values(BY_PLAN, statement, PROV.wasGeneratedBy)


def test_inferred_place_says_why_and_quotes_nothing() -> None:
    quads = QUADS["thanh-uy.txt"]
    (statement,) = statements(quads, ELI.jurisdiction)
    assert values(quads, statement, PC.inferredFrom) == {"the city of the issuer's name"}
    assert not values(quads, statement, PC.evidence)


def test_issuer_printed_in_part_has_both_words_and_reason() -> None:
    record = plan()
    cited = dataclasses.replace(record.references[1], issuer_inferred=True)
    quads = made(dataclasses.replace(record, references=(cited,), chain=(), schemes=()))
    target = f"{DOC}/bộ-chính-trị/nghị-quyết/07-nq-tw/2023-02-02"
    proofs = [s for s in statements(quads, ELI.passed_by)
              if target in values(quads, s, RDF.subject)]  # fmt: skip
    (statement,) = proofs
    assert values(quads, statement, PC.evidence)
    assert values(quads, statement, PC.inferredFrom)


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        (PLAN_IRI, ELI.number, "12/KH-UBND"),
        (PLAN_IRI, ELI.type_document, f"{TYPES}document-type/ke-hoach"),
        (PLAN_IRI, RDF.type, str(PC.StateDocument)),
        (PLAN_IRI, PC.level, f"{TYPES}level/province-government"),
        (f"{PLAN_IRI}/vi", ELI.realizes, PLAN_IRI),
        (f"{PLAN_IRI}/signer", SCHEMA.name, "Nguyễn Thị Mẫu"),
        (f"{PLAN_IRI}/signer", SCHEMA.jobTitle, "Chủ tịch"),
        (f"{PLAN_IRI}/text", PC.textLength, str(len(PLAN))),
        (f"{PLAN_IRI}/task/II.1", PC.inSection, f"{PLAN_IRI}/section/II"),
        (f"{PLAN_IRI}/task/II.1", PC.refersTo,
         f"{DOC}/bộ-chính-trị/nghị-quyết/07-nq-tw/2023-02-02"),
        (f"{PLAN_IRI}/task/II.1/time", RDF.type, str(TIME.ProperInterval)),
        (f"{PLAN_IRI}/task/II.1/time/beginning", TIME.inXSDgYear, "2024"),
        (f"{PLAN_IRI}/task/II.1/time", PC.latest, "2030-12-31"),
        (f"{PLAN_IRI}/task/II.1/time", PC.timeWords, "Năm 2024-2030"),
        (f"{PLAN_IRI}/task/II.2/time", RDF.type, str(SCHEMA.Schedule)),
        (f"{PLAN_IRI}/task/II.2/time", SCHEMA.repeatFrequency, "P1Y"),
        (f"{PLAN_IRI}/task/II.2/time", SCHEMA.byMonth, "12"),
        (f"{PLAN_IRI}/task/II.3", PC.nearDuplicateOf, f"{PLAN_IRI}/task/II.1"),
        (f"{DOC}/bộ-chính-trị/nghị-quyết/07-nq-tw/2023-02-02", RDF.type, str(PC.PartyDocument)),
        (f"{DOC}/luật/luật-thư-viện/2019-11-21", RDF.type, str(PC.StateDocument)),
        (f"{DOC}/tỉnh-ủy-sông-trà/chương-trình/15-ctr-tu/2023-06-01", PC.implements,
         f"{DOC}/bộ-chính-trị/nghị-quyết/07-nq-tw/2023-02-02"),
    ],
)  # fmt: skip
def test_what_the_plan_says(subject: str, predicate: str, value: str) -> None:
    assert has(BY_PLAN, subject, predicate, value)


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("agent/sở-văn-hóa-tỉnh-sông-trà", RDF.type, str(ORG.FormalOrganization)),
        ("agent/sở-văn-hóa-tỉnh-sông-trà", ORG.classification, f"{TYPES}agency-kind/department"),
        ("agent/các-sở-ban-ngành-tỉnh-sông-trà", RDF.type, str(PC.Collective)),
        ("agent/các-sở-ban-ngành-tỉnh-sông-trà", PC.hasMember,
         "https://w3id.org/policy-cascade/agent/sở-nội-vụ-tỉnh-sông-trà"),
        ("agent/phòng-văn-hóa-ủy-ban-nhân-dân-thành-phố-bình-giang", ORG.unitOf,
         "https://w3id.org/policy-cascade/agent/ủy-ban-nhân-dân-thành-phố-bình-giang"),
        ("agent/phòng-văn-hóa-ủy-ban-nhân-dân-thành-phố-bình-giang", RDF.type,
         str(ORG.OrganizationalUnit)),
        ("place/thành-phố-bình-giang-tỉnh-núi-lam", SCHEMA.containedInPlace,
         "https://w3id.org/policy-cascade/place/tỉnh-núi-lam"),
    ],
)  # fmt: skip
def test_bodies_and_places(subject: str, predicate: str, value: str) -> None:
    everything = set().union(*QUADS.values())
    assert has(everything, f"https://w3id.org/policy-cascade/{subject}", predicate, value)


def test_collective_is_no_organisation() -> None:
    kinds = values(
        BY_PLAN, "https://w3id.org/policy-cascade/agent/các-sở-ban-ngành-tỉnh-sông-trà", RDF.type
    )
    assert str(ORG.FormalOrganization) not in kinds


def test_party_plan_without_number_is_a_party_document() -> None:
    iri = document_of(letter())
    assert str(PC.PartyDocument) in values(QUADS["thanh-uy.txt"], iri, RDF.type)
    assert iri.endswith(letter().source.sha256[:12])


def test_one_number_under_two_printed_types_is_one_document() -> None:
    record = plan()
    other = dataclasses.replace(record.references[2], type="Chương trình hành động")
    renamed = dataclasses.replace(record, references=(other,), chain=(), schemes=())
    iri = f"{DOC}/tỉnh-ủy-sông-trà/chương-trình/15-ctr-tu/2023-06-01"
    assert values(made(renamed), iri, PC.typeWords) == {"Chương trình hành động"}
