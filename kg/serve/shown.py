"""What a page shows of one thing: plain words and addresses, nothing that knows the store."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode
from rdflib import RDF

from kg.graph.iris import local_name
from kg.graph.terms import node
from kg.serve.about import label, objects, said_by, statements, value, values
from kg.serve.addresses import path_of
from kg.vocabulary import OA, PC

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Store

    from kg.serve.about import Term

MOST = 200
"""How many values of one kind, and how many links from elsewhere, a page shows; it says the rest."""
_EVIDENCE, _WHY, _CONFIDENCE = map(node, (PC.evidence, PC.inferredFrom, PC.confidence))
_SELECTOR, _SOURCE, _EXACT = map(node, (OA.hasSelector, OA.hasSource, OA.exact))
_START, _END, _FILE = map(node, (OA.start, OA.end, PC.fileName))
_HIDDEN = frozenset(map(node, (RDF.subject, RDF.object, PC.evidence)))


@dataclass(frozen=True, slots=True)
class Passage:
    """The words behind a statement and where they stand."""

    words: str
    file: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Value:
    """A thing with its address, or words in a language; with what proves it."""

    words: Mapping[str, str]
    lang: str = ""
    href: str = ""
    passages: tuple[Passage, ...] = ()
    why: tuple[str, ...] = ()
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one predicate, and how many more there are."""

    name: Mapping[str, str]
    iri: str
    values: tuple[Value, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """One page: the thing, its own words, what is said of it, and what leads to it.

    Of a graph *members* are the things that it describes, each with the part of its address
    behind the ``#``, and *more* counts those that are left out.
    """

    iri: str
    path: str
    name: Mapping[str, str]
    kinds: tuple[Value, ...]
    passages: tuple[Passage, ...]
    groups: tuple[Group, ...]
    links: tuple[Group, ...] = ()
    members: tuple[tuple[str, Value], ...] = ()
    more: int = 0


def shown(store: Store, iri: NamedNode, base: str) -> Shown:
    """Gather the page of *iri*."""
    proofs = _proofs(store, iri)
    said: dict[NamedNode, set[Term]] = defaultdict(set)
    for quad in store.quads_for_pattern(iri, None, None):
        said[quad.predicate].add(quad.object)
    kinds = sorted(said.pop(node(RDF.type), set()), key=str)
    groups = [
        _group(store, base, each, sorted(said[each], key=str), proofs)
        for each in sorted(said, key=lambda each: each.value)
        if each not in _HIDDEN
    ]
    return Shown(
        iri.value, path_of(iri.value, base) or "/", _name(store, iri),
        tuple(_value(store, base, each) for each in kinds),
        tuple(_passages(store, iri)), tuple(groups), tuple(_links(store, iri, base)),
        *_members(store, iri, base),
    )  # fmt: skip


def _members(
    store: Store, graph: NamedNode, base: str
) -> tuple[tuple[tuple[str, Value], ...], int]:
    """Give the things that a graph describes, the first in order, and how many more there are."""
    found = {quad.subject for quad in store.quads_for_pattern(None, None, None, graph)}
    named = sorted((each for each in found if isinstance(each, NamedNode)), key=str)
    first = named[: MOST * 5]
    shown_ = ((each.value.partition("#")[2], _value(store, base, each)) for each in first)
    return tuple(shown_), len(named) - len(first)


def _name(store: Store, iri: NamedNode) -> Mapping[str, str]:
    last = local_name(iri.value).replace("_", " ") or iri.value
    return label(store, iri) or {"vi": last, "en": last}


def _group(
    store: Store,
    base: str,
    predicate: NamedNode,
    found: list[Term],
    proofs: Mapping[tuple[Term | None, Term | None], list[NamedNode]],
) -> Group:
    values_ = tuple(
        _value(store, base, each, proofs.get((predicate, each), [])) for each in found[:MOST]
    )
    return Group(_name(store, predicate), predicate.value, values_, max(0, len(found) - MOST))


def _value(store: Store, base: str, term: Term, proved: list[NamedNode] | None = None) -> Value:
    proved = proved or []
    passages = tuple(passage for each in proved for passage in _passages(store, each))
    why = sorted({_words(each) for one in proved for each in values(store, one, _WHY)})
    sure = [_words(each) for one in proved for each in values(store, one, _CONFIDENCE)]
    best = max(sure, key=float, default="")
    if isinstance(term, NamedNode):
        return Value(_name(store, term), "", _href(term.value, base), passages, tuple(why), best)
    words = {"vi": _words(term), "en": _words(term)}
    lang = (term.language or "") if isinstance(term, Literal) else ""
    return Value(words, lang, "", passages, tuple(why), best)


def _href(iri: str, base: str) -> str:
    """Give the address here of what lives under *base*; of others only those of the web."""
    here = path_of(iri, base)
    return here or (iri if iri.startswith(("https://", "http://")) else "")


def _words(term: Term) -> str:
    return str(term.value) if isinstance(term, Literal | NamedNode) else str(term)


def _proofs(
    store: Store, iri: NamedNode
) -> Mapping[tuple[Term | None, Term | None], list[NamedNode]]:
    found: dict[tuple[Term | None, Term | None], list[NamedNode]] = defaultdict(list)
    for statement in statements(store, iri):
        found[said_by(store, statement)].append(statement)
    return found


def _passages(store: Store, subject: NamedNode) -> Iterator[Passage]:
    for span in objects(store, subject, _EVIDENCE):
        told: dict[NamedNode, str] = {}
        for selector in objects(store, span, _SELECTOR):
            pairs = ((key, value(store, selector, key)) for key in (_EXACT, _START, _END))
            told |= {key: _words(each) for key, each in pairs if each is not None}
        for source in objects(store, span, _SOURCE):
            name = value(store, source, _FILE)
            told |= {_FILE: _words(name)} if name is not None else {}
        yield Passage(*(told.get(key, "") for key in (_EXACT, _FILE, _START, _END)))


def _links(store: Store, iri: NamedNode, base: str) -> Iterator[Group]:
    """Give what leads to *iri*, by predicate; of each the first in order."""
    found: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, None, iri):
        if quad.predicate not in _HIDDEN and isinstance(quad.subject, NamedNode):
            found[quad.predicate].add(quad.subject)
    for predicate in sorted(found, key=lambda each: each.value):
        subjects = sorted(found[predicate], key=lambda each: each.value)
        yield _group(store, base, predicate, list(subjects), {})
