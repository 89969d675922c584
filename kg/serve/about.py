"""What the graph says of one thing: its triples, and the words behind each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import DCTERMS, RDF, RDFS, SKOS

from kg.graph.terms import node
from kg.vocabulary import ELI, OA, PC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import BlankNode, Store, Triple

    Term = NamedNode | BlankNode | Literal | Triple

_NAMES = tuple(
    map(
        node,
        (
            SKOS.prefLabel,
            RDFS.label,
            DCTERMS.title,
            ELI.title,
            PC.normalisedTitle,
            PC.words,
            PC.localId,
        ),
    )
)
_SUBJECT, _PREDICATE, _OBJECT = map(node, (RDF.subject, RDF.predicate, RDF.object))
_EVIDENCE, _SELECTOR = map(node, (PC.evidence, OA.hasSelector))


def is_known(store: Store, iri: NamedNode) -> bool:
    """Say whether the graph says anything of *iri*."""
    return _some(store, iri) or store.contains_named_graph(iri)


def _some(store: Store, iri: NamedNode) -> bool:
    return next(iter(store.quads_for_pattern(iri, None, None)), None) is not None


def description(store: Store, iri: NamedNode) -> Iterator[Quad]:
    """Give what is said of *iri*, the statements behind it and their passages, in no order.

    The name of a graph stands for the whole of that graph.
    """
    if store.contains_named_graph(iri):
        yield from _of(store.quads_for_pattern(None, None, None, iri))
    yield from _of(store.quads_for_pattern(iri, None, None))
    for statement in statements(store, iri):
        yield from _of(store.quads_for_pattern(statement, None, None))
        yield from _passages(store, statement)
    yield from _passages(store, iri)


def _of(found: Iterator[Quad]) -> Iterator[Quad]:
    """Take quads out of their graphs: a description is one graph."""
    yield from (Quad(quad.subject, quad.predicate, quad.object) for quad in found)


def _passages(store: Store, subject: NamedNode) -> Iterator[Quad]:
    for span in objects(store, subject, _EVIDENCE):
        yield from _of(store.quads_for_pattern(span, None, None))
        for selector in objects(store, span, _SELECTOR):
            yield from _of(store.quads_for_pattern(selector, None, None))


def statements(store: Store, iri: NamedNode) -> list[NamedNode]:
    """Give the nodes of the statements about *iri*, sorted."""
    found = {quad.subject for quad in store.quads_for_pattern(None, _SUBJECT, iri)}
    named = (each for each in found if isinstance(each, NamedNode))
    return sorted(named, key=lambda each: each.value)


def said_by(store: Store, statement: NamedNode) -> tuple[Term | None, Term | None]:
    """Give the predicate and the object of a statement."""
    return value(store, statement, _PREDICATE), value(store, statement, _OBJECT)


def values(store: Store, subject: NamedNode, predicate: NamedNode) -> list[Term]:
    """Give the objects of a subject and a predicate, each once, sorted."""
    found = {quad.object for quad in store.quads_for_pattern(subject, predicate, None)}
    return sorted(found, key=str)


def value(store: Store, subject: NamedNode, predicate: NamedNode) -> Term | None:
    """Give the first object of a subject and a predicate; None where there is none."""
    return next(iter(values(store, subject, predicate)), None)


def objects(store: Store, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
    """Give the things among the objects of a subject and a predicate, sorted."""
    return [each for each in values(store, subject, predicate) if isinstance(each, NamedNode)]


def label(store: Store, iri: NamedNode) -> dict[str, str]:
    """Give the name of a thing by language, ``vi`` and ``en``; of several predicates the first.

    A name in no language stands for both; {} where the graph names it nowhere.
    """
    for predicate in _NAMES:
        found = [each for each in values(store, iri, predicate) if isinstance(each, Literal)]
        if found:
            told = {each.language or "": each.value for each in reversed(found)}
            first = told.get("vi") or told.get("") or found[0].value
            return {"vi": first, "en": told.get("en") or first}
    return {}
