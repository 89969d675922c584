"""Who holds a body or a place in which period, as quads in a graph of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Quad
from rdflib import RDFS, SKOS

from kg.graph.concepts import concept
from kg.graph.iris import agent_iri, digest, place_iri
from kg.graph.select import select
from kg.graph.terms import RDF_TYPE, node, typed, vi
from kg.vocabulary import PC, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pyoxigraph import Literal, NamedNode, Store
    from rdflib import URIRef

    from kg.succession import Heir, Succession

_AGENTS = """PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX pc: <https://w3id.org/policy-cascade/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT (STR(?l) AS ?label) (MIN(STR(?date)) AS ?day) {
  GRAPH ?g {
    ?agent a prov:Agent ; skos:prefLabel ?l .
    OPTIONAL { ?doc pc:sourceText ?text ; eli:date_document ?date }
  }
} GROUP BY ?l"""
_PLACES = """PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX pc: <https://w3id.org/policy-cascade/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT (STR(?l) AS ?label) (MIN(STR(?date)) AS ?day) {
  GRAPH ?g {
    ?place a pc:Place ; rdfs:label ?l .
    OPTIONAL { ?doc pc:sourceText ?text ; eli:date_document ?date }
  }
} GROUP BY ?l"""


def successions_graph(base: str) -> str:
    """Give the IRI of the graph that holds the periods."""
    return f"{base}graph/successions"


def bodies_named(store: Store) -> dict[str, str]:
    """Give every body that documents name, with the earliest day of a document that does, or ""."""
    return {str(row["label"]): str(row.get("day", "")) for row in select(store, _AGENTS)}


def places_named(store: Store) -> dict[str, str]:
    """Give every place that documents name, by its label, with the earliest day as for bodies."""
    return {str(row["label"]): str(row.get("day", "")) for row in select(store, _PLACES)}


def succession_quads(
    bodies: Mapping[str, Sequence[Succession]],
    places: Mapping[str, Sequence[Succession]],
    base: str,
) -> Iterator[Quad]:
    """Describe the periods of bodies and places, by their full names; holders get name and place."""
    graph = node(successions_graph(base))
    seen: set[Quad] = set()
    for quad in _all(bodies, places, base, graph):
        if quad not in seen:
            seen.add(quad)
            yield quad


def _all(
    bodies: Mapping[str, Sequence[Succession]],
    places: Mapping[str, Sequence[Succession]],
    base: str,
    graph: NamedNode,
) -> Iterator[Quad]:
    for name, periods in sorted(bodies.items()):
        for each in periods:
            yield from _period(agent_iri(base, name), each, base, graph)
            for heir in each.holders:
                yield from _heir(heir, base, graph)
    for label, periods in sorted(places.items()):
        for each in periods:
            yield from _period(place_iri(base, label), each, base, graph, places=True)
            for heir in each.holders:
                yield from _place(heir.place, base, graph)


def _period(
    iri: str, each: Succession, base: str, graph: NamedNode, *, places: bool = False
) -> Iterator[Quad]:
    me = node(f"{base}succession/{digest(iri, each.valid_from)}")

    def say(predicate: URIRef, value: NamedNode | Literal) -> Quad:
        return Quad(me, node(predicate), value, graph)

    yield Quad(me, RDF_TYPE, node(PC.Succession), graph)
    yield say(PC.predecessor, node(iri))
    yield say(PC.outcome, concept("succession-outcome", each.outcome))
    if each.valid_from:
        yield say(SCHEMA.validFrom, typed(each.valid_from, "date"))
    if each.valid_through:
        yield say(SCHEMA.validThrough, typed(each.valid_through, "date"))
    for heir in each.holders:
        holder = place_iri(base, heir.place) if places else agent_iri(base, heir.name)
        yield say(PC.holder, node(holder))
    for change in each.changes:
        yield say(PC.change, node(f"{base}change/{change.replace('/', '-')}"))


def _heir(heir: Heir, base: str, graph: NamedNode) -> Iterator[Quad]:
    body = node(agent_iri(base, heir.name))
    yield Quad(body, node(SKOS.prefLabel), vi(heir.name), graph)
    if heir.generic:
        yield Quad(body, node(PC.genericName), vi(heir.generic), graph)
    if heir.place:
        place = node(place_iri(base, heir.place))
        yield Quad(body, node(PC.place), place, graph)
        yield from _place(heir.place, base, graph)


def _place(label: str, base: str, graph: NamedNode) -> Iterator[Quad]:
    place = node(place_iri(base, label))
    yield Quad(place, node(RDFS.label), vi(label), graph)
    _, comma, around = label.partition(", ")
    if comma:
        above = around[:1].upper() + around[1:]
        yield Quad(place, node(SCHEMA.containedInPlace), node(place_iri(base, above)), graph)
        yield from _place(above, base, graph)
