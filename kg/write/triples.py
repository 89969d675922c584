"""Quads as the writers want them: checked, each once, in one order whatever order they came in."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode
from rdflib import RDF, RDFS, SKOS

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad

Object: TypeAlias = "NamedNode | Literal"
Fact: TypeAlias = "tuple[NamedNode, NamedNode, Object]"
Properties: TypeAlias = "list[tuple[NamedNode, list[Object]]]"

_FIRST = {str(RDF.type): 0, str(RDFS.label): 1, str(SKOS.prefLabel): 1}
_LAST = 2


class ByGraph:
    """Quads that come graph by graph, in the order of the names, so that no more than one is held.

    The order is checked: graphs out of order are a fault of the program, told by ValueError.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        """Take *quads*, each graph in one piece."""
        self._quads = quads

    def __iter__(self) -> Iterator[Quad]:
        """Give the quads as they came."""
        return iter(self._quads)

    def graphs(self) -> Iterator[tuple[str | None, list[Fact]]]:
        """Give each graph as :func:`graphs` does, as soon as it is whole."""
        last = None
        for name, inside in groupby(self._quads, key=_graph):
            if last is not None and (name or "") <= last:
                message = f"graph {name} comes after {last}"
                raise ValueError(message)
            last = name or ""
            yield name, sorted({_fact(quad) for quad in inside}, key=_order)


def merged(quads: Iterable[Quad]) -> list[Fact]:
    """Give each triple once, whatever graphs it stands in, sorted by subject and predicate.

    The class comes first, then the label, then the rest by IRI. Raises KgError for what the
    graph never holds and the formats cannot keep: blank nodes, triples inside triples.
    """
    return sorted({_fact(quad) for quad in quads}, key=_order)


def graphs(quads: Iterable[Quad]) -> Iterator[tuple[str | None, list[Fact]]]:
    """Give the IRI of each named graph with its triples; None is the default graph, and first."""
    if isinstance(quads, ByGraph):
        yield from quads.graphs()
        return
    found: dict[str | None, set[Fact]] = {}
    for quad in quads:
        found.setdefault(_graph(quad), set()).add(_fact(quad))
    for name in sorted(found, key=lambda name: name or ""):
        yield name, sorted(found[name], key=_order)


def subjects(facts: Iterable[Fact]) -> Iterator[tuple[NamedNode, Properties]]:
    """Give each subject of sorted *facts* with its properties and their values."""
    for subject, about in groupby(facts, key=lambda fact: fact[0]):
        by_predicate = groupby(about, key=lambda fact: fact[1])
        yield subject, [(name, [fact[2] for fact in same]) for name, same in by_predicate]


def _order(fact: Fact) -> tuple[str, int, str, str]:
    subject, predicate, value = fact
    name = predicate.value
    return subject.value, _FIRST.get(name, _LAST), name, str(value)


def _fact(quad: Quad) -> Fact:
    subject, predicate, value = quad.subject, quad.predicate, quad.object
    plain = isinstance(value, NamedNode) or (isinstance(value, Literal) and not value.direction)
    if not isinstance(subject, NamedNode) or not plain:
        what = "a blank node, a triple inside a triple or a text direction cannot be exported"
        raise KgError(what, str(quad), "Give it an IRI, or state it in plain triples.")
    return subject, predicate, value  # type: ignore[return-value]  # plain says so


def _graph(quad: Quad) -> str | None:
    name = quad.graph_name
    if isinstance(name, DefaultGraph):
        return None
    if not isinstance(name, NamedNode):
        what = "a graph without a name cannot be exported"
        raise KgError(what, str(quad), "Give it an IRI.")
    return name.value
