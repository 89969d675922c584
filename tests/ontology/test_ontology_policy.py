"""Our terms are defined, tied to the standards, and the ones that the code uses."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING

import pytest
from rdflib import ORG as RDFLIB_ORG
from rdflib import OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, Graph, Literal, URIRef

from kg import vocabulary
from kg.config import ROOT, bundled

if TYPE_CHECKING:
    from pathlib import Path

NS = "https://w3id.org/policy-cascade/ns#"
POLICY = Graph().parse(bundled("ontology", "policy.ttl"))
TERMS = sorted({str(s).removeprefix(NS) for s in POLICY.subjects() if str(s).startswith(NS)})
NAMESPACES = {
    name: value
    for name, value in vars(vocabulary).items()
    if isinstance(value, type) and name.isupper()
}


def languages(subject: URIRef, predicate: URIRef) -> list[str]:
    labels = POLICY.objects(subject, predicate)
    return sorted(str(each.language) for each in labels if isinstance(each, Literal))


def test_terms_are_those_of_the_vocabulary() -> None:
    assert set(TERMS) == set(vocabulary.PC.__annotations__)


@pytest.mark.parametrize("term", TERMS)
def test_term_is_described_in_both_languages(term: str) -> None:
    subject = URIRef(NS + term)
    assert languages(subject, RDFS.label) == ["en", "vi"]
    assert languages(subject, SKOS.definition) == ["en", "vi"]
    assert POLICY.value(subject, RDFS.isDefinedBy) == URIRef(NS[:-1])


def test_classes_and_object_properties_are_tied_to_a_standard() -> None:
    ties = {OWL.Class: RDFS.subClassOf, OWL.ObjectProperty: RDFS.subPropertyOf}
    own = {
        str(subject).removeprefix(NS)
        for kind, tie in ties.items()
        for subject in POLICY.subjects(RDF.type, kind)
        if not list(POLICY.objects(subject, tie))
    }
    assert own == {"evidence"}  # oa:hasTarget would make a task an annotation: only seeAlso


@pytest.mark.parametrize(
    ("term", "tie", "standard"),
    [
        ("implements", RDFS.subPropertyOf, "http://data.europa.eu/eli/ontology#ensures_implementation_of"),
        ("leadAgency", RDFS.subPropertyOf, "https://schema.org/agent"),
        ("coordinatingAgency", RDFS.subPropertyOf, "https://schema.org/participant"),
        ("signer", RDFS.subPropertyOf, "http://www.w3.org/ns/prov#wasAttributedTo"),
        ("Task", RDFS.subClassOf, "http://purl.org/net/p-plan#Step"),
        ("Task", RDFS.subClassOf, "https://schema.org/Action"),
        ("PartyDocument", RDFS.subClassOf, "http://data.europa.eu/eli/ontology#LegalResource"),
        ("StateDocument", RDFS.subClassOf, "http://data.europa.eu/eli/ontology#LegalResource"),
        ("Statement", RDFS.subClassOf, "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement"),
        ("Run", RDFS.subClassOf, "http://www.w3.org/ns/prov#Activity"),
    ],
)  # fmt: skip
def test_ties_to_the_standards(term: str, tie: URIRef, standard: str) -> None:
    assert (URIRef(NS + term), tie, URIRef(standard)) in POLICY


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("ORG", RDFLIB_ORG), ("PROV", PROV), ("TIME", TIME), ("SCHEMA", SDO)],
)
def test_borrowed_terms_exist(ours: str, theirs: type) -> None:
    terms = NAMESPACES[ours].__annotations__
    assert [term for term in terms if term not in theirs] == []  # type: ignore[operator]


def test_ontology_names_its_version_and_licence() -> None:
    head = URIRef(NS[:-1])
    assert (head, RDF.type, OWL.Ontology) in POLICY
    assert POLICY.value(head, OWL.versionInfo) == Literal("0.1.0")
    for predicate in ("license", "title", "description"):
        assert POLICY.value(head, URIRef(f"http://purl.org/dc/terms/{predicate}"))


def sources() -> list[Path]:
    return sorted((ROOT / "kg").rglob("*.py"))


def test_only_the_rooms_of_rdf_know_the_vocabulary() -> None:
    knowing = {
        path.relative_to(ROOT / "kg").parts[0]
        for path in sources()
        if re.search(r"(from|import) kg\.vocabulary", path.read_text(encoding="utf-8"))
    }
    assert knowing <= {"graph", "serve", "write"}
    assert "graph" in knowing


def used_terms() -> set[tuple[str, str]]:
    """Every ``PC.leadAgency`` in the code, so that a typo fails here and not on a rare document."""
    return {
        (each.value.id, each.attr)
        for path in sources()
        if path.relative_to(ROOT / "kg").parts[0] in {"graph", "write"}
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(each, ast.Attribute)
        and isinstance(each.value, ast.Name)
        and each.value.id in NAMESPACES
    }


def test_code_uses_only_terms_that_exist() -> None:
    used = used_terms()
    unknown = {
        (space, term) for space, term in used if term not in NAMESPACES[space].__annotations__
    }
    assert {space for space, _ in used} >= {"PC", "ELI", "OA"}
    assert {each for each in unknown if each[1] != "_NS"} == set()


FILES = sorted(
    [
        bundled("ontology", "shapes.ttl"),
        *(ROOT / "kg" / "graph" / "queries").glob("*.rq"),
        *(ROOT / "kg" / "graph").glob("*.py"),
    ]
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_texts_name_only_our_own_terms(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w-])pc:([A-Za-z0-9]+)", text)) | set(
        re.findall(re.escape(NS) + r"([A-Za-z0-9]+)", text)
    )
    assert named <= set(TERMS)


def test_context_has_every_term_of_ours() -> None:
    context = json.loads(bundled("ontology", "context.jsonld").read_text(encoding="utf-8"))
    keys = context["@context"]
    ids = {value["@id"] if isinstance(value, dict) else value for value in keys.values()
           if isinstance(value, str | dict)}  # fmt: skip
    assert {f"pc:{term}" for term in TERMS} <= ids


def test_context_reads_as_the_same_triples() -> None:
    data = {
        "@context": json.loads(bundled("ontology", "context.jsonld").read_text(encoding="utf-8"))[
            "@context"
        ],
        "id": "https://x.org/task/1",
        "type": "Task",
        "leadAgency": "https://x.org/agent/a",
        "words": "Số hóa kho sách",
    }
    graph = Graph().parse(data=json.dumps(data), format="json-ld")
    task = URIRef("https://x.org/task/1")
    assert (task, RDF.type, vocabulary.PC.Task) in graph
    assert (task, vocabulary.PC.leadAgency, URIRef("https://x.org/agent/a")) in graph
    assert (task, vocabulary.PC.words, Literal("Số hóa kho sách")) in graph
