"""The plans at hand, from bytes to graph: every edge quotes its text, and the graph conforms."""

from __future__ import annotations

import functools

import pytest
from pyoxigraph import Store

from kg.config import bundled
from kg.graph.network import network
from kg.graph.query import ask
from kg.graph.shapes import validate
from kg.graph.store import add_documents, documents, load_ontology
from kg.graph.triples import Run, to_quads
from kg.model import DocumentRecord
from kg.pipeline import extract_file

pytestmark = pytest.mark.slow


@functools.cache
def read() -> tuple[DocumentRecord, ...]:
    paths = sorted(bundled("data", "documents").glob("*.txt"))
    return tuple(extract_file(path) for path in paths)


@functools.cache
def corpus() -> Store:
    store = Store()
    load_ontology(store)
    add_documents(store, (q for record in read() for q in to_quads(record, Run("0", "rules"))))
    return store


def test_each_plan_is_held_once() -> None:
    assert len(list(documents(corpus()))) == len(read()) == 5


def test_every_printed_edge_is_in_its_text() -> None:
    texts = {record.source.name: record.source.text for record in read()}
    printed = [data for *_, data in network(corpus()).edges(data=True) if "words" in data]
    assert len(printed) > 300
    for data in printed:
        assert texts[data["file"]][data["start"] : data["end"]] == data["words"]


def test_every_task_is_in_the_graph() -> None:
    rows = ask(corpus(), "documents").rows
    assert sum(int(row[6] or 0) for row in rows) == sum(len(record.tasks) for record in read())


def test_most_cited_is_the_resolution_of_three_plans() -> None:
    assert ask(corpus(), "cited-not-held").rows[0][:3] == (1, "Nghị quyết 36-NQ/TW", 3)


def test_the_plans_conform() -> None:
    assert [(fault.iri, fault.what) for fault in validate(corpus()).faults] == []
