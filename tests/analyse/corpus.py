"""The five plans, extracted and stored once: the same graph for SPARQL and for the network."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import Store

from kg.config import BASE_IRI
from kg.graph.network import network
from kg.graph.store import add_documents, load_ontology
from kg.graph.triples import Run, to_quads
from kg.pipeline import extract_file
from kg.settle import succeed

if TYPE_CHECKING:
    import networkx as nx

DATA = Path(__file__).resolve().parents[2] / "data"


@functools.cache
def stored() -> Store:
    store = Store()
    load_ontology(store)
    for path in sorted((DATA / "documents").glob("*.txt")):
        add_documents(store, to_quads(extract_file(path), Run("0.1.0", "rules")))
    succeed(store, BASE_IRI)
    return store


@functools.cache
def five() -> nx.MultiDiGraph[str]:
    return network(stored(), duties=True)


@functools.cache
def five_on(day: str) -> nx.MultiDiGraph[str]:
    """Give the same network as of a day."""
    return network(stored(), duties=True, as_of=day)


def gold() -> list[dict[str, Any]]:
    paths = sorted((DATA / "gold").glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def gold_tasks() -> list[dict[str, Any]]:
    return [task for record in gold() for task in record["tasks"]]
