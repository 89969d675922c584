"""What a graph must be, checked with SHACL; each fault in a readable row with its mend."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, RDFS, SH, SKOS, XSD, BNode, Graph, Literal, URIRef

from kg.config import bundled
from kg.graph.named import named_quads
from kg.vocabulary import PC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

_MEND = " Mend: "
_NAMES = (RDFS.label, SKOS.prefLabel, PC.localId)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong: which node, what about it, and how to mend it."""

    label: str
    what: str
    mend: str
    iri: str


@dataclass(frozen=True, slots=True)
class Report:
    """The faults of a graph; a graph without any conforms."""

    faults: tuple[Fault, ...]

    @property
    def conforms(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.faults


def validate(store: ox.Store) -> Report:
    """Check the whole store against ``ontology/shapes.ttl``; faults come sorted, each once."""
    data = as_rdflib(store)
    _, results, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none")
    if not isinstance(results, Graph):
        message = f"the shapes could not be checked: {results}"
        raise TypeError(message)
    return Report(tuple(sorted(set(_faults(data, results)))))


@functools.cache
def _shapes() -> Graph:
    return Graph().parse(bundled("ontology", "shapes.ttl"))


def _faults(data: Graph, results: Graph) -> Iterator[Fault]:
    for result in results.subjects(RDF.type, SH.ValidationResult):
        focus = results.value(result, SH.focusNode)
        if focus == PC.Statement:  # one query speaks for all edges: its value is the culprit
            focus = results.value(result, SH.value)
        what, _, mend = str(results.value(result, SH.resultMessage)).partition(_MEND)
        yield Fault(_label(data, focus), what, mend, str(focus))


def _label(data: Graph, focus: Node | None) -> str:
    names = (str(name) for each in _NAMES for name in data.objects(focus, each))
    return min(names, default=str(focus))


def as_rdflib(store: ox.Store) -> Graph:
    """Copy what leaves the store into one rdflib graph in memory: pyshacl is 10 times faster there."""
    graph = Graph()
    for quad in named_quads(store):
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal():
            return _literal(term)
        case _:
            message = "quoted triples have no place in this graph"
            raise TypeError(message)


def _literal(literal: ox.Literal) -> Literal:
    if literal.language:
        return Literal(literal.value, lang=literal.language)
    kind = URIRef(literal.datatype.value)
    return Literal(literal.value, datatype=None if kind == XSD.string else kind)
