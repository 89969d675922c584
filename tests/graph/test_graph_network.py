"""The NetworkX view keeps its contract: plain values, known relations, words for each edge."""

from __future__ import annotations

from collections import Counter

import networkx as nx
import pytest
from pyoxigraph import Store
from rdflib import RDF
from sample import LETTER, PLAN, RUN, letter, loaded, plan, records

from kg.graph.network import _BACKWARD, _FORWARD, RELATIONS, network
from kg.graph.network_queries import STATEMENTS, TASKS
from kg.graph.select import cell, select
from kg.graph.store import add_documents
from kg.graph.terms import RDF_TYPE, node
from kg.graph.triples import document_of, to_quads
from kg.vocabulary import PC

GRAPH = network(loaded())
TEXTS = {"ke-hoach-12.txt": PLAN, "thanh-uy.txt": LETTER}
AGENT = "https://w3id.org/policy-cascade/agent"
RESOLUTION = "https://w3id.org/policy-cascade/document/bộ-chính-trị/nghị-quyết/07-nq-tw/2023-02-02"
_DOCUMENT = "label title number type issuer level place date not_before recipients held file"
_TASK = """label text task_id task_kind lead_role document time_kind time_start time_end
time_words month_day place section_title"""
NODES = {
    "document": set(_DOCUMENT.split()),
    "task": set(_TASK.split()),
    "agent": {"label", "name", "agent_kind", "collective", "place", "undecided", "document"},
    "place": {"label"},
}
NEEDED = {
    "document": {"label", "held"},
    "task": {"label", "text", "task_id", "task_kind", "document"},
    "agent": {"label", "collective"},
    "place": {"label"},
}
EDGE = {"relation", "words", "start", "end", "source", "file", "inferred", "count"}


def test_attributes_are_those_of_the_contract() -> None:
    for _, attributes in GRAPH.nodes(data=True):
        kind = attributes["kind"]
        assert NEEDED[kind] <= set(attributes) <= {"kind", *NODES[kind]}
        assert all(type(value) in (str, int, float, bool) for value in attributes.values())
    assert {GRAPH.nodes[iri]["kind"] for iri in GRAPH} == set(NODES)


def test_edges_are_those_of_the_contract() -> None:
    for _, _, key, attributes in GRAPH.edges(keys=True, data=True):
        assert key == attributes["relation"]
        assert {"relation", "inferred", "count", "source", "file"} <= set(attributes) <= EDGE
        assert all(type(value) in (str, int, bool) for value in attributes.values())
    assert {key for *_, key in GRAPH.edges(keys=True)} <= RELATIONS


def test_every_printed_edge_quotes_its_text() -> None:
    printed = [data for *_, data in GRAPH.edges(data=True) if not data["inferred"]]
    assert len(printed) > 30
    for data in printed:
        assert TEXTS[data["file"]][data["start"] : data["end"]] == data["words"]


@pytest.mark.parametrize(
    ("start", "end", "relation", "count"),
    [
        (document_of(plan()), RESOLUTION, "cites", 3),
        (document_of(plan()), RESOLUTION, "implements", 1),
        (document_of(letter()), RESOLUTION, "cites", 1),
        (document_of(plan()), f"{document_of(plan())}/task/II.1", "has_task", 1),
        (f"{document_of(plan())}/task/II.1", f"{AGENT}/sở-văn-hóa-tỉnh-sông-trà", "lead", 1),
        (f"{document_of(plan())}/task/II.1", f"{AGENT}/sở-tài-chính-tỉnh-sông-trà", "coordinate", 1),
        (document_of(plan()), f"{AGENT}/ủy-ban-nhân-dân-tỉnh-sông-trà", "issued_by", 1),
        (f"{AGENT}/các-sở-ban-ngành-tỉnh-sông-trà", f"{AGENT}/ủy-ban-nhân-dân-tỉnh-sông-trà",
         "reports_to", 1),
    ],
)  # fmt: skip
def test_edge_with_its_count(start: str, end: str, relation: str, count: int) -> None:
    assert GRAPH.edges[start, end, relation]["count"] == count


def test_unit_of_is_inferred_and_quotes_nothing() -> None:
    unit = f"{AGENT}/phòng-văn-hóa-ủy-ban-nhân-dân-thành-phố-bình-giang"
    edge = GRAPH.edges[unit, f"{AGENT}/ủy-ban-nhân-dân-thành-phố-bình-giang", "unit_of"]
    assert edge["inferred"]
    assert "words" not in edge


def test_held_documents_and_their_place() -> None:
    held = {iri for iri, held in GRAPH.nodes(data="held") if held}
    assert held == {document_of(record) for record in records()}
    assert GRAPH.nodes[document_of(letter())]["place"] == "Thành phố Bình Giang, tỉnh Núi Lam"
    assert "number" not in GRAPH.nodes[document_of(letter())]


def test_order_does_not_hang_on_history() -> None:
    store = Store()
    for record in reversed(records()):
        add_documents(store, to_quads(record, RUN))
    again = network(store)
    assert list(again.nodes(data=True)) == list(GRAPH.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(GRAPH.edges(keys=True, data=True))
    assert list(again.nodes) == sorted(again.nodes)


def test_graphml_takes_it_and_gives_it_back() -> None:
    again = nx.parse_graphml("".join(nx.generate_graphml(GRAPH)), force_multigraph=True)
    assert {iri: again.nodes[iri] for iri in again} == {iri: GRAPH.nodes[iri] for iri in GRAPH}
    assert again.number_of_edges() == GRAPH.number_of_edges()


def test_empty_store_gives_an_empty_network() -> None:
    assert len(network(Store())) == 0


def test_duties_and_targets_come_on_demand() -> None:
    more = network(loaded(), duties=True)
    assert more.subgraph(GRAPH).nodes == GRAPH.nodes
    reports = [iri for iri, facts in more.nodes(data=True) if facts["kind"] == "report"]
    assert len(reports) == 2
    assert {more.nodes[iri].get("month_day") for iri in reports} == {"--12-15", None}
    assert {key for iri in reports for _, _, key in more.out_edges(iri, keys=True)} == {
        "report_by", "report_to",
    }  # fmt: skip
    assert [facts["kind"] for _, facts in more.nodes(data=True)].count("target") == 1


def test_scans_give_what_each_statement_says_by_itself() -> None:
    store, wanted = loaded(), Counter[tuple[str, ...]]()
    for quad in store.quads_for_pattern(None, node(RDF.predicate), None, None):
        told = {
            each.predicate.value: getattr(each.object, "value", "")
            for each in store.quads_for_pattern(quad.subject, None, None, quad.graph_name)
        }
        names = (RDF.subject, RDF.predicate, RDF.object, PC.evidence, PC.inferredFrom)
        wanted[tuple(told.get(str(each), "") for each in names)] += 1
    rows = Counter(
        tuple(str(row.get(each, "")) for each in ("s", "p", "o", "passage", "why"))
        for row in select(store, STATEMENTS)
    )
    told_of = {*_FORWARD, *_BACKWARD}
    assert rows == Counter({row: count for row, count in wanted.items() if row[1] in told_of})
    assert any(row[3] for row in rows)
    assert any(not row[3] and row[4] for row in rows)


def test_every_task_is_read_once() -> None:
    store = loaded()
    tasks = {
        str(cell(each.subject))
        for each in store.quads_for_pattern(None, RDF_TYPE, node(PC.Task), None)
    }
    rows = [row["node"] for row in select(store, TASKS)]
    assert sorted(map(str, rows)) == sorted(tasks)
