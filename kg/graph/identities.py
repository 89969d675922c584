"""What is said of identities across documents: redirects, what stays open, dates from citations."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import Quad
from rdflib import DCTERMS, OWL, RDF

from kg.graph.iris import digest, local_name
from kg.graph.terms import RDF_TYPE, decimal, node, text, true, typed
from kg.vocabulary import ELI, PC, PROV

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Literal, NamedNode
    from rdflib import URIRef

    from kg.papers import Dated, Identities, Merged, Open

DATE_FROM_CITATIONS = "the paper prints no date; the citations of it do"
"""Why a held paper without a date has one."""
ANOTHER_FORM = "type, issuer and title are the same, and this file prints no number"
"""Why a held paper is called a form of another: a draft, or a second file."""


def identities_graph(base: str) -> str:
    """Give the IRI of the graph that holds what is said across documents."""
    return f"{base}graph/identities"


def identity_quads(found: Identities, documents: Mapping[str, str], base: str) -> Iterator[Quad]:
    """Say which partial identities mean a fuller one, which stay open, and which got a date.

    *documents* gives the IRI of each document by its name in *found*. A redirect
    (``dct:isReplacedBy``) is said where all documents agree; otherwise each reading is a
    statement of its own, derived from the documents that it is true of.
    """
    graph = _Graph(base)
    yield from _merged(graph, found.merged, documents)
    for each in found.undecided:
        yield from _open(graph, each, documents)
    for dated in found.dated:
        yield from _dated(graph, dated, documents)
    for version in found.versions:
        triple = (node(version.iri), DCTERMS.isVersionOf, node(version.of))
        yield graph.quad(*triple)
        yield from graph.statement(triple, ANOTHER_FORM, (version.iri, version.of))


class _Graph:
    """Makes quads of the one graph."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.node = node(identities_graph(base))

    def quad(self, subject: NamedNode, predicate: URIRef, value: NamedNode | Literal) -> Quad:
        return Quad(subject, node(predicate), value, self.node)

    def statement(
        self,
        triple: tuple[NamedNode, URIRef, NamedNode | Literal],
        why: str,
        sources: Iterable[str],
        confidence: float | None = None,
    ) -> Iterator[Quad]:
        """Say a triple as a statement with its reason and the documents that it rests on."""
        subject, predicate, value = triple
        name = digest(subject.value, str(predicate), str(value), why)
        me = node(f"{self.base}statement/{local_name(str(predicate))}/{name}")
        yield Quad(me, RDF_TYPE, node(PC.Statement), self.node)
        yield self.quad(me, RDF.subject, subject)
        yield self.quad(me, RDF.predicate, node(predicate))
        yield self.quad(me, RDF.object, value)
        yield self.quad(me, PC.inferredFrom, text(why))
        if confidence is not None:
            yield self.quad(me, PC.confidence, decimal(confidence))
        for source in sorted(set(sources)):
            yield self.quad(me, PROV.wasDerivedFrom, node(source))


def _merged(
    graph: _Graph, merged: Iterable[Merged], documents: Mapping[str, str]
) -> Iterator[Quad]:
    targets: dict[str, dict[str, list[Merged]]] = defaultdict(lambda: defaultdict(list))
    for each in merged:
        targets[each.iri][each.into].append(each)
    for iri, readings in sorted(targets.items()):
        partial = node(iri)
        for into, said in sorted(readings.items()):
            why = min((each.why for each in said), key=lambda each: each.confidence)
            triple = (partial, DCTERMS.isReplacedBy, node(into))
            sources = (documents[each.name] for each in said)
            yield from graph.statement(triple, why.words, sources, why.confidence)
        if len(readings) == 1:
            yield graph.quad(partial, DCTERMS.isReplacedBy, node(next(iter(readings))))
            yield graph.quad(partial, OWL.deprecated, true())


def _open(graph: _Graph, each: Open, documents: Mapping[str, str]) -> Iterator[Quad]:
    for candidate in each.candidates:
        triple = (node(each.iri), PC.mayBe, node(candidate))
        why = f"{len(each.candidates)} papers of this number are known here, and nothing decides"
        yield graph.quad(*triple)
        yield from graph.statement(triple, why, [documents[each.name]])


def _dated(graph: _Graph, each: Dated, documents: Mapping[str, str]) -> Iterator[Quad]:
    triple = (node(each.iri), ELI.date_document, typed(each.date, "date"))
    yield graph.quad(*triple)
    yield from graph.statement(triple, DATE_FROM_CITATIONS, (documents[n] for n in each.names))
