"""Over the five plans the network answers, row by row, what SPARQL answers, and both the gold."""

from __future__ import annotations

import inspect
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from corpus import DATA, five, five_on, gold_tasks, stored
from rdflib import SKOS, Graph, URIRef

from kg.analyse.cascade import cascade, edges
from kg.analyse.cited import cited
from kg.analyse.coordination import coordinators, pairs
from kg.analyse.directives import TYPES
from kg.analyse.documents import documents
from kg.analyse.due import due
from kg.analyse.leads import by_kind, by_province, leads, printed, sole
from kg.analyse.missing import missing
from kg.analyse.overview import overview
from kg.analyse.twins import TWINS
from kg.analyse.unclear import unclear
from kg.graph.query import ask, question, questions, sparql

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.analyse.answer import Answer

NARROWED = [
    leads,
    printed,
    sole,
    by_kind,
    by_province,
    coordinators,
    pairs,
    missing,
    unclear,
    due,
    documents,
]
DOCUMENTS = sorted(iri for iri, each in five().nodes(data=True) if each["kind"] == "document")


@pytest.mark.parametrize("place", [None, "đắk nông", "Ninh Bình"])
@pytest.mark.parametrize("twin", NARROWED)
def test_network_and_sparql_agree(twin: Callable[..., Answer], place: str | None) -> None:
    answer = twin(five(), place=place)
    table = ask(stored(), answer.name, **({"place": place} if place else {}))
    assert answer.columns == table.columns
    assert answer.rows == table.rows
    assert bool(answer.rows) or place == "Ninh Bình"


@pytest.mark.parametrize("day", ["2023-10-01", "2025-02-28", "2025-03-01", "2025-07-02"])
@pytest.mark.parametrize("twin", [leads, printed, sole, coordinators, missing])
def test_network_and_sparql_agree_on_a_day(twin: Callable[..., Answer], day: str) -> None:
    answer = twin(five_on(day))
    table = ask(stored(), answer.name, as_of=day)
    assert (answer.columns, answer.rows) == (table.columns, table.rows)
    assert answer.rows


def test_cited_agrees() -> None:
    answer = cited(five())
    table = ask(stored(), answer.name)
    assert (answer.columns, answer.rows) == (table.columns, table.rows)
    assert answer.rows[0][1] == "Nghị quyết 36-NQ/TW"


@pytest.mark.parametrize("document", [iri for iri in DOCUMENTS if five().nodes[iri]["held"]])
def test_unclear_of_one_document_agrees(document: str) -> None:
    table = ask(stored(), "unclear", document=document)
    assert unclear(five(), document=document).rows == table.rows


@pytest.mark.parametrize("document", DOCUMENTS)
def test_cascade_has_the_same_edges(document: str) -> None:
    answer = edges(cascade(five(), document).root)
    table = ask(stored(), "cascade", document=document)
    assert answer.columns == table.columns
    assert {row[:3] for row in answer.rows} == {row[:3] for row in table.rows}
    assert set(answer.rows) <= set(table.rows)


def test_overview_agrees_with_counts_in_sparql() -> None:
    rows = {(what, kind): number for what, kind, number in overview(five()).rows}
    counted = {
        ("document", "held"): "?x pc:sourceText ?text",
        ("document", "only cited"): "?x a eli:LegalResource MINUS { ?x pc:sourceText ?text }",
        ("task", "explicit"): "?x a pc:Task ; pc:taskKind t:task-kind\\/explicit",
        ("task", "assigned"): "?x a pc:Task ; pc:taskKind t:task-kind\\/assigned",
        ("task", "unassigned"): "?x a pc:Task ; pc:taskKind t:task-kind\\/unassigned",
        ("agent", "collective"): "?x org:classification t:agency-kind\\/collective",
        ("place", None): "?x a pc:Place",
    }
    for key, pattern in counted.items():
        table = sparql(stored(), f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }}")
        assert getattr(table, "rows", None) == ((rows[key],),)


def test_three_bodies_tie_at_nine_tasks_in_the_gold_and_here() -> None:
    counted = Counter(agent for task in gold_tasks() for agent in {*task["lead"]})
    assert max(counted.values()) == 9
    most = {agent for agent, number in counted.items() if number == 9}
    assert most == {
        "Phòng Quản lý khoa học (Sở Khoa học và Công nghệ tỉnh Tây Ninh)",
        "Sở Khoa học và Công nghệ tỉnh Đắk Nông",
        "Trung tâm Khoa học và Công nghệ (Sở Khoa học và Công nghệ tỉnh Tây Ninh)",
    }
    assert {row[1] for row in leads(five()).rows if row[0] == 1} == most
    assert [row[0] for row in leads(five()).rows[:4]] == [1, 1, 1, 4]


def test_types_of_directives_are_those_of_the_ontology() -> None:
    graph = Graph().parse(DATA.parent / "ontology" / "types.ttl")
    collection = URIRef("https://w3id.org/policy-cascade/types/directives")
    labels = {
        str(label).lower()
        for each in graph.objects(collection, SKOS.member)
        for label in graph.objects(each, SKOS.prefLabel)
        if getattr(label, "language", None) == "vi"
    }
    assert labels == TYPES


def test_every_twin_stands_under_its_name_and_takes_what_its_query_takes() -> None:
    for name, twin in TWINS.items():
        assert twin(five()).name == name
        wishes = {each.name for each in question(name).parameters} - {"as_of"}
        assert wishes == set(inspect.signature(twin).parameters) - {"graph"}


def test_every_twin_bears_the_name_of_a_question() -> None:
    names = {twin(five()).name for twin in (*NARROWED, cited)}
    assert names <= {each.name for each in questions()}
    assert len(names) == 12
