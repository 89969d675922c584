"""What every quad of one document shares: its graph, its text, its run, and how it is proved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF

from kg.errors import RecordError
from kg.graph.concepts import concept
from kg.graph.iris import agent_iri, digest, local_name, place_iri, slug
from kg.graph.terms import RDF_TYPE, decimal, node, text, typed, whole
from kg.vocabulary import OA, PC, PROV

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import URIRef

    from kg.confidence import Judge, Sure
    from kg.model import Quote, SourceText, Stated

CONTEXT = 32
"""How many code points stand before and after a quotation, so that it can be found again."""
UNSAID = "the record gives neither words nor a reason"


@dataclass(frozen=True, slots=True)
class Run:
    """One reading of a text: software version, version of the rules, and a time only when given.

    *at* is an ISO 8601 date and time; without it two runs of the same rules give the same graph.
    """

    version: str
    rules: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The fixed points of one document's graph; makes its triples and proves them."""

    source: SourceText
    run: Run
    base: str
    document: NamedNode
    judge: Judge

    def inside(self, *path: str) -> NamedNode:
        """Give a node that lives under the document's IRI."""
        return node("/".join([self.document.value, *path]))

    @property
    def graph(self) -> NamedNode:
        """Give the named graph of the document."""
        return self.inside("graph")

    @property
    def text_node(self) -> NamedNode:
        """Give the node of the source text."""
        return self.inside("text")

    @property
    def run_node(self) -> NamedNode:
        """Give the node of the run: the same text read by the same rules is the same run."""
        parts = (self.run.version, self.run.rules, self.source.sha256, self.run.at or "")
        return self.inside("run", digest(*parts))

    def agent(self, canonical: str) -> NamedNode:
        """Give the node of a body by its full name; one that is not decided is of this document."""
        if self.judge.is_undecided(canonical):
            return self.inside("agent", slug(canonical))
        return node(agent_iri(self.base, canonical))

    def place(self, label: str) -> NamedNode:
        """Give the node of a place by its label."""
        return node(place_iri(self.base, label))

    def quad(self, subject: NamedNode, predicate: URIRef, value: NamedNode | Literal) -> Quad:
        """Give one triple in the document's graph."""
        return Quad(subject, node(predicate), value, self.graph)

    def types(self, subject: NamedNode, *classes: URIRef) -> Iterator[Quad]:
        """Say of what classes *subject* is."""
        for each in classes:
            yield Quad(subject, RDF_TYPE, node(each), self.graph)

    def state(
        self,
        subject: NamedNode,
        predicate: URIRef,
        value: NamedNode | Literal,
        *quotes: Quote,
        why: str | None = None,
        by: Sure | None = None,
    ) -> Iterator[Quad]:
        """Say a triple and prove it by each of *quotes*, or by the reason *why*, or by both.

        *by* is the rule that made it, and how sure that is.
        """
        yield self.quad(subject, predicate, value)
        for quote in quotes or ((None,) if why else ()):
            statement = self.statement(subject, predicate, value, quote)
            yield from self._reified(statement, subject, predicate, value)
            if quote:
                yield from self.prove(statement, quote)
            if why:
                yield self.quad(statement, PC.inferredFrom, text(why))
            if by:
                yield from self._sure(statement, by)

    def statement(
        self,
        subject: NamedNode,
        predicate: URIRef,
        value: NamedNode | Literal,
        quote: Quote | None,
    ) -> NamedNode:
        """Give the node of the statement that says a triple in the words of *quote*."""
        span = (str(quote.span.start), str(quote.span.end)) if quote else ()
        name = digest(subject.value, str(predicate), str(value), *span)
        return self.inside("statement", local_name(predicate), name)

    def say(
        self,
        subject: NamedNode,
        predicate: URIRef,
        value: NamedNode | Literal,
        stated: Stated,
        by: Sure | None = None,
    ) -> Iterator[Quad]:
        """Say a triple with the proof that a :class:`Stated` carries: words, a reason, or both."""
        quotes = (stated.quote,) if stated.quote else ()
        inferred = stated.inferred or not quotes
        why = stated.evidence or UNSAID if inferred else None
        yield from self.state(subject, predicate, value, *quotes, why=why, by=by)

    def prove(self, subject: NamedNode, quote: Quote) -> Iterator[Quad]:
        """Tie *subject* to the words that say it."""
        yield self.quad(subject, PC.evidence, self._span(quote))
        yield from self._span_quads(quote)

    def _sure(self, statement: NamedNode, by: Sure) -> Iterator[Quad]:
        """Say which rule made a statement, how sure it is, and what makes it less sure."""
        yield self.quad(statement, PC.rule, concept("rule", by.rule.replace(".", "-")))
        yield self.quad(statement, PC.confidence, decimal(by.number))
        for doubt in by.doubts:
            yield self.quad(statement, PC.doubt, concept("doubt", doubt))

    def _span(self, quote: Quote) -> NamedNode:
        return self.inside("text", "span", f"{quote.span.start}-{quote.span.end}")

    def _reified(
        self,
        statement: NamedNode,
        subject: NamedNode,
        predicate: URIRef,
        value: NamedNode | Literal,
    ) -> Iterator[Quad]:
        yield from self.types(statement, PC.Statement)
        yield self.quad(statement, RDF.subject, subject)
        yield self.quad(statement, RDF.predicate, node(predicate))
        yield self.quad(statement, RDF.object, value)
        yield self.quad(statement, PROV.wasGeneratedBy, self.run_node)
        yield self.quad(statement, PROV.wasDerivedFrom, self.text_node)

    def _span_quads(self, quote: Quote) -> Iterator[Quad]:
        span, whole_text = quote.span, self.source.text
        if span.of(whole_text) != quote.words or not quote.words:
            what = f"[{span.start}, {span.end}) does not say '{quote.words}'"
            raise RecordError(what, self.source.name, "Extract the document again.")
        target = self._span(quote)
        position, words = node(f"{target.value}/position"), node(f"{target.value}/quote")
        yield from self.types(target, OA.SpecificResource)
        yield self.quad(target, OA.hasSource, self.text_node)
        yield self.quad(target, OA.hasSelector, position)
        yield self.quad(target, OA.hasSelector, words)
        yield from self.types(position, OA.TextPositionSelector)
        yield self.quad(position, OA.start, whole(span.start))
        yield self.quad(position, OA.end, whole(span.end))
        yield from self.types(words, OA.TextQuoteSelector)
        yield self.quad(words, OA.exact, text(quote.words))
        before = whole_text[max(0, span.start - CONTEXT) : span.start]
        yield self.quad(words, OA.prefix, text(before))
        yield self.quad(words, OA.suffix, text(whole_text[span.end : span.end + CONTEXT]))

    def source_quads(self) -> Iterator[Quad]:
        """Describe the text and the run that read it."""
        source, node_ = self.source, self.text_node
        yield self.quad(self.document, PC.sourceText, node_)
        yield from self.types(node_, PC.SourceText)
        yield self.quad(node_, PC.fileName, text(source.name))
        yield self.quad(node_, PC.sha256, text(source.sha256))
        if source.sha256_text:
            yield self.quad(node_, PC.textSha256, text(source.sha256_text))
        yield self.quad(node_, PC.textLength, whole(len(source.text)))
        yield from self._run_quads()

    def _run_quads(self) -> Iterator[Quad]:
        run = self.run_node
        yield from self.types(run, PC.Run, PROV.Activity)
        yield self.quad(run, PC.softwareVersion, text(self.run.version))
        yield self.quad(run, PC.rulesVersion, text(self.run.rules))
        yield self.quad(run, PROV.used, self.text_node)
        if self.run.at:
            yield self.quad(run, PROV.endedAtTime, typed(self.run.at, "dateTime"))
