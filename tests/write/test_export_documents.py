"""The five plans in every format, counted again by readers that know nothing of us."""

from __future__ import annotations

import csv
import functools
import io
import json
from typing import TYPE_CHECKING

import networkx as nx
import pytest
import rdflib
from pyoxigraph import Quad, Store, parse
from test_export_statements import OXIGRAPH, RDFLIB, STATEMENTS, spelt

from kg.config import bundled
from kg.graph.network import network
from kg.graph.store import add_documents, load_ontology
from kg.graph.store import quads as quads_of
from kg.graph.triples import Run, to_quads
from kg.pipeline import extract_file
from kg.record.whole import dumps
from kg.write.formats import FORMATS, write
from kg.write.tables import COLUMNS, tables
from kg.write.triples import ByGraph, graphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import DocumentRecord

pytestmark = pytest.mark.slow


@functools.cache
def records() -> tuple[DocumentRecord, ...]:
    paths = sorted(bundled("data", "documents").glob("*.txt"))
    return tuple(extract_file(path) for path in paths)


@functools.cache
def store() -> Store:
    made = Store()
    load_ontology(made)
    run = Run("0.1.0", "test")
    add_documents(made, (quad for record in records() for quad in to_quads(record, run)))
    return made


@functools.cache
def quads() -> tuple[Quad, ...]:
    return tuple(quads_of(store()))


def _expected(name: str) -> int:
    return len(quads()) if FORMATS[name].named_graphs else len({quad.triple for quad in quads()})


@pytest.mark.parametrize("name", STATEMENTS)
def test_oxigraph_reads_the_same_statements(name: str) -> None:
    read = list(parse(spelt(name, quads()), format=OXIGRAPH[name]))
    assert len(read) == _expected(name) > 10_000
    if FORMATS[name].named_graphs:
        assert set(read) == set(quads())
    else:
        assert {quad.triple for quad in read} == {quad.triple for quad in quads()}


@pytest.mark.parametrize("name", STATEMENTS)
def test_rdflib_reads_as_many_statements(name: str) -> None:
    found = rdflib.Dataset()
    target = found if FORMATS[name].named_graphs else found.default_graph
    target.parse(data=spelt(name, quads()), format=RDFLIB[name])
    assert len(list(found.quads())) == _expected(name)


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_the_same_network(name: str) -> None:
    graph = network(store())
    stream = io.BytesIO()
    write(name, stream, network=lambda: graph)
    stream.seek(0)
    found = nx.read_graphml(stream) if name == "graphml" else nx.read_gexf(stream)
    assert set(found) == set(graph)
    assert found.number_of_edges() == graph.number_of_edges() > 100


def test_the_tables_hold_the_network_and_quote_the_texts() -> None:
    graph = network(store())
    texts = {record.source.name: record.source.text for record in records()}
    read = {
        name: list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        for name, content in tables(graph).items()
        if name.endswith(".csv")
    }
    kinds = [data["kind"] for _, data in graph.nodes(data=True)]
    for kind in ("document", "task", "agent"):
        assert len(read[f"{kind}s.csv"]) == kinds.count(kind)
    assert len(read["edges.csv"]) == graph.number_of_edges()
    quoted = [row for row in read["edges.csv"] if row["words"]]
    assert len(quoted) > 100
    for row in quoted:
        words = texts[row["file"]][int(row["start"]) : int(row["end"])]
        assert row["words"] in {words, f"'{words}"}


def test_the_tables_leave_no_attribute_out() -> None:
    graph = network(store())
    told = {"task": {"label"}}  # the same as task_id
    for _, data in graph.nodes(data=True):
        kind = data["kind"]
        if kind != "place":
            assert set(data) - {"kind"} - told.get(kind, set()) <= set(COLUMNS[f"{kind}s"])
    for *_, data in graph.edges(data=True):
        assert set(data) <= set(COLUMNS["edges"])


def test_the_records_are_the_ones_extract_prints() -> None:
    texts = [dumps(record) for record in records()]
    stream = io.BytesIO()
    write("json", stream, records=lambda: texts)
    assert json.loads(stream.getvalue()) == [json.loads(text) for text in texts]


def test_json_ld_of_the_plans_reads_in_short_words() -> None:
    whole = json.loads(spelt("jsonld", quads()))
    nodes = [node for graph in whole["@graph"] for node in graph.get("@graph", [graph])]
    keys = {key for node in nodes for key in node}
    assert [key for key in keys if "//" in key] == []
    assert {"id", "type", "leadAgency", "label", "evidence", "start", "exact"} <= keys
    task = next(node for node in nodes if node.get("type") == "Task" and "leadAgency" in node)
    assert isinstance(task["words"], str)
    place = next(node for node in nodes if node.get("type") == "TextPositionSelector")
    assert isinstance(place["start"], int)


@pytest.mark.parametrize("name", STATEMENTS)
def test_graph_by_graph_gives_the_same_bytes(name: str) -> None:
    in_order = sorted(quads(), key=lambda quad: quad.graph_name.value)  # type: ignore[union-attr]
    assert spelt(name, ByGraph(in_order)) == spelt(name, quads())


def test_graph_by_graph_holds_one_graph_and_checks_the_order() -> None:
    in_order = sorted(quads(), key=lambda quad: quad.graph_name.value)  # type: ignore[union-attr]
    taken = 0

    def one_by_one() -> Iterator[Quad]:
        nonlocal taken
        for quad in in_order:
            taken += 1
            yield quad

    first = next(graphs(ByGraph(one_by_one())))
    assert taken == len(first[1]) + 1 < len(in_order)
    with pytest.raises(ValueError, match="comes after"):
        list(graphs(ByGraph(reversed(in_order))))
