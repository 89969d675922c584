"""Small networks for numbers that are worked out on paper: tasks as words, papers as triples."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import networkx as nx
from pyoxigraph import RdfFormat, Store

from kg.graph.network import network

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Two triangles, a-b-c and d-e-f, and one task that joins c and d.
BRIDGE = ("a|b", "b|c", "c|a", "c|d", "d|e", "e|f", "f|d")
_PREFIXES = """
@prefix d: <https://example.org/document/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix pc: <https://w3id.org/policy-cascade/ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix level: <https://w3id.org/policy-cascade/types/level/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_RELATIONS = {"implements": "pc:implements", "based_on": "eli:based_on", "repeals": "eli:repeals",
              "cites": "eli:cites"}  # fmt: skip


def tasks(
    *teams: str, document: str = "d:plan", place: str = "Tỉnh Sông Trà", seed: int | None = None
) -> nx.MultiDiGraph[str]:
    """Give one document with a task for each of *teams*: leads | coordinators; ALL is a collective."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(document, kind="document", label=document, place=place, held=True)
    numbered = list(enumerate(teams))
    if seed is not None:
        random.Random(seed).shuffle(numbered)  # noqa: S311 - an order, no secret
    for nth, team in numbered:
        task = f"{document}/{nth:02}"
        graph.add_node(task, kind="task", label=f"{nth}", document=document, place=place)
        graph.add_edge(document, task, key="has_task", relation="has_task")
        leads, _, others = team.partition("|")
        for relation, bodies in (("lead", leads), ("coordinate", others)):
            for body in bodies.split():
                graph.add_node(body, kind="agent", label=body, collective=body == "ALL")
                graph.add_edge(task, body, key=relation, relation=relation)
    return graph


def papers(facts: Mapping[str, Mapping[str, str]], ties: Sequence[tuple[str, str, str]]) -> Store:
    """Give a store of papers: type, level, date, not_before by name; ties by name and relation."""
    graphs = [_paper(name, told) for name, told in facts.items()]
    for start, relation, end in ties:
        triple = f"d:{start} {_RELATIONS[relation]} d:{end}"
        graphs.append(
            f"GRAPH d:g-{start} {{ {triple} . [] rdf:subject d:{start} ; rdf:object d:{end} ; "
            f"rdf:predicate {_RELATIONS[relation]} ; prov:wasDerivedFrom d:{start}.txt . }}"
        )
    store = Store()
    store.load(("\n".join((_PREFIXES, *graphs))).encode(), format=RdfFormat.TRIG)
    return store


def _paper(name: str, told: Mapping[str, str]) -> str:
    lines = [f"d:{name} a eli:LegalResource ; rdfs:label {name!r} ; pc:sourceText d:{name}.txt ."]
    lines.append(f"d:{name}.txt pc:fileName '{name}.txt' .")
    if "type" in told:
        lines.append(f"d:{name} pc:typeWords '{told['type']}' .")
    if "level" in told:
        lines.append(f"d:{name} pc:level level:{told['level']} .")
    for key, predicate in (("date", "eli:date_document"), ("not_before", "pc:dateNotBefore")):
        if key in told:
            lines.append(f"d:{name} {predicate} '{told[key]}'^^xsd:date .")
    return f"GRAPH d:g-{name} {{ {' '.join(lines)} }}"


def drawn_papers(
    facts: Mapping[str, Mapping[str, str]], ties: Sequence[tuple[str, str, str]]
) -> nx.MultiDiGraph[str]:
    """Give the network of :func:`papers`."""
    return network(papers(facts, ties))


def iri(name: str) -> str:
    """Give the IRI of a made-up paper."""
    return f"https://example.org/document/{name}"
