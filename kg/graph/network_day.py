"""The network as of a day: each body under the one that held its work then, each place likewise."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx

from kg.graph.select import select
from kg.text import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from kg.graph.network import Plain

PERIODS = """PREFIX pc: <https://w3id.org/policy-cascade/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?old ?became ?new ?label ?name ?place ?oldPlace {
  GRAPH ?g {
    ?life pc:predecessor ?old ; pc:outcome ?outcome .
    OPTIONAL { ?life schema:validFrom ?from }
    OPTIONAL { ?life schema:validThrough ?through }
    OPTIONAL {
      ?life pc:holder ?new .
      OPTIONAL { ?new skos:prefLabel ?l }
      OPTIONAL { ?new rdfs:label ?areaLabel }
      OPTIONAL { ?new pc:genericName ?n }
      OPTIONAL { ?new pc:place/rdfs:label ?p }
    }
  }
  OPTIONAL { ?old rdfs:label ?o }
  FILTER(COALESCE(?from <= "%(day)s"^^xsd:date, true))
  FILTER(COALESCE("%(day)s"^^xsd:date <= ?through, true))
  BIND(STR(COALESCE(?l, ?areaLabel)) AS ?label)
  BIND(STR(?n) AS ?name)
  BIND(STR(?p) AS ?place)
  BIND(STR(?o) AS ?oldPlace)
  BIND(STRAFTER(STR(?outcome), "succession-outcome/") AS ?became)
}"""


_TOLD = ("label", "name", "place")


class _Then(NamedTuple):
    """What bodies and places were on the day: new nodes by the old IRI, new labels of places."""

    bodies: dict[str, list[tuple[str, dict[str, Plain]]]]
    areas: dict[str, str]
    became: dict[str, str]


def on_day(graph: nx.MultiDiGraph[str], store: Store, day: str) -> nx.MultiDiGraph[str]:
    """Give *graph* as of an ISO day: bodies that one body held then are one node.

    Such a node has ``formerly``, the names that the documents print, and ``then``, what had
    become of them: ``itself``, ``successor``, ``several``; ``ended``, ``unknown`` and ``not-yet``
    stand on bodies that keep their old name. Passages stay those of the documents.
    """
    then = _then(store, day)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, data in graph.nodes(data=True):
        for new, attributes in _nodes(iri, data, then):
            _add(found, new, attributes)
    for start, end, key, data in graph.edges(keys=True, data=True):
        for one in _names(start, then):
            for other in _names(end, then):
                _join(found, (one, other, key), data)
    return found


def _then(store: Store, day: str) -> _Then:
    bodies: dict[str, list[tuple[str, dict[str, Plain]]]] = defaultdict(list)
    areas: dict[str, str] = {}
    became: dict[str, str] = {}
    for row in select(store, PERIODS % {"day": day}):
        old = str(row["old"])
        became[old] = str(row["became"])
        if "oldPlace" in row:
            areas[str(row["oldPlace"])] = str(row.get("label", row["oldPlace"]))
        if "new" in row:
            told: dict[str, Plain] = {k: str(row[k]) for k in _TOLD if k in row}
            bodies[old].append((str(row["new"]), told))
    return _Then({old: sorted(new, key=str) for old, new in bodies.items()}, areas, became)


def _nodes(iri: str, data: dict[str, Plain], then: _Then) -> Iterator[tuple[str, dict[str, Plain]]]:
    """Give what a node was on the day; documents and tasks only change their province."""
    place = data.get("place")
    moved = {**data, "place": _area(str(place), then.areas)} if place else dict(data)
    if iri not in then.became:
        yield iri, moved
        return
    told: dict[str, Plain] = {"formerly": data["label"], "then": then.became[iri]}
    for new, attributes in then.bodies.get(iri, [(iri, {})]):
        yield new, {**moved, **attributes, **(told if data["kind"] == "agent" else {})}


def _area(label: str, areas: dict[str, str]) -> str:
    """Give the label of a place with the province of the day."""
    within, comma, around = label.rpartition(", ")
    now = areas.get(capitalised(around), capitalised(around))
    return f"{within}, {now[:1].lower()}{now[1:]}" if comma else now


def _names(iri: str, then: _Then) -> list[str]:
    return [new for new, _ in then.bodies.get(iri, [])] or [iri]


def _add(graph: nx.MultiDiGraph[str], iri: str, data: dict[str, Plain]) -> None:
    """Add a node; where several come together the old names are joined, the least value stands."""
    if iri not in graph:
        graph.add_node(iri, **data)
        return
    node = graph.nodes[iri]
    names = {
        str(each) for side in (node, data) for each in str(side.get("formerly", "")).split("; ")
    }
    for key, value in data.items():
        node[key] = min((node.get(key, value), value), key=str)
    joined = "; ".join(sorted(names - {""}))
    if joined:
        node["formerly"] = joined


def _join(graph: nx.MultiDiGraph[str], edge: tuple[str, str, str], data: dict[str, Plain]) -> None:
    """Add an edge; where two become one the first passage stands and the statements add up."""
    start, end, key = edge
    if not graph.has_edge(start, end, key):
        graph.add_edge(start, end, key=key, **data)
        return
    kept = graph.edges[start, end, key]
    first = min(
        (kept, data), key=lambda each: (str(each.get("source", "")), int(each.get("start", 0)))
    )
    count = int(kept.get("count", 1)) + int(data.get("count", 1))
    graph.add_edge(start, end, key=key, **{**first, "count": count})
