"""The gazetteer inside a graph of documents: loaded whole, in graphs of its own."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from rdflib import OWL

from kg.config import BASE_IRI, bundled
from kg.graph.terms import node

if TYPE_CHECKING:
    from pyoxigraph import Store

_TABLES = ("agencies", "places")  # the communes are ten times as many: kg gazetteer export
_ENDS = tuple(f"/graph/{table}" for table in _TABLES)
_DATA = re.compile(f"<{re.escape(BASE_IRI)}(?!ns[#>]|types[/>])")
_MADE_OF = node(OWL.versionInfo)
# English labels of what documents name too; concepts keep both, as all lists of types do.
_ONE_LABEL = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE { GRAPH %(graph)s { ?thing ?label ?english } }
INSERT { GRAPH %(graph)s { ?thing skos:altLabel ?english } }
WHERE {
  VALUES ?label { skos:prefLabel rdfs:label }
  GRAPH %(graph)s { ?thing ?label ?english }
  FILTER(LANG(?english) = "en"
    && (STRSTARTS(STR(?thing), %(agent)s) || STRSTARTS(STR(?thing), %(place)s)))
}"""


def load_gazetteer(store: Store, base: str) -> None:
    """Put the gazetteer of bodies and places into graphs of its own, where it changed.

    Its bodies and places have the IRIs that documents under *base* give them, and one label as
    there: the English one is an alternative label, or every question would count two names.
    """
    for name, table in zip(gazetteer_graphs(base), _TABLES, strict=True):
        turtle = bundled("ontology", f"{table}.ttl").read_text(encoding="utf-8")
        _put(store, node(name), _DATA.sub(f"<{base}", turtle), base)


def _put(store: Store, graph: NamedNode, turtle: str, base: str) -> None:
    """Fill a graph where its files changed; the mark comes last, so a crash is mended next time."""
    version = Literal(hashlib.sha256((turtle + _ONE_LABEL).encode()).hexdigest())
    mark = Quad(graph, _MADE_OF, version, graph)
    if mark in store:
        return
    store.remove_graph(graph)
    store.load(turtle.encode(), format=RdfFormat.TURTLE, to_graph=graph)
    agent, place = (Literal(f"{base}{kind}/") for kind in ("agent", "place"))
    store.update(_ONE_LABEL % {"graph": graph, "agent": agent, "place": place})
    store.add(mark)


def gazetteer_graphs(base: str) -> tuple[str, ...]:
    """Give the IRIs of the graphs that hold the gazetteer.

    >>> gazetteer_graphs("https://x.org/")
    ('https://x.org/graph/agencies', 'https://x.org/graph/places')
    """
    return tuple(f"{base}graph/{table}" for table in _TABLES)


def is_gazetteer(graph: object) -> bool:
    """Tell whether a graph holds the gazetteer, under whatever base.

    >>> is_gazetteer(NamedNode("https://x.org/graph/places"))
    True
    """
    return isinstance(graph, NamedNode) and graph.value.endswith(_ENDS)
