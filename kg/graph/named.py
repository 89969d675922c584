"""What leaves the graph: the documents, and of the gazetteer what describes a thing that they name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode
from rdflib import SKOS

from kg.graph.gazetteer.load import is_gazetteer
from kg.graph.store import quads, quads_of
from kg.graph.terms import node
from kg.vocabulary import ORG, PC, SCHEMA, TIME, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Quad, Store

    Facts = Mapping[NamedNode, list[Quad]]

_BEFORE = frozenset(map(node, (ORG.originalOrganization, PC.before, PC.fromBody)))
_AFTER = frozenset(map(node, (ORG.resultingOrganization, PC.after, PC.toBody)))
# What a description needs to be read: the day of an event, the body above, the place around.
_AROUND = frozenset(map(node, (
    TIME.hasTime, ORG.subOrganizationOf, PC.standsUnder, PC.genericBody, PC.placeKind,
    PC.placeLevel, PC.seenIn, SCHEMA.containedInPlace, SKOS.inScheme,
)))  # fmt: skip
_GENERIC = node(PC.genericName)


def named_quads(store: Store) -> Iterator[Quad]:
    """Give every quad but those of the gazetteer that describe nothing the documents name.

    A body or a place that is named comes with its days, codes and acts, with the events that
    made it and those that followed, and with the bodies and places on their two sides.
    """
    facts = _facts(store)
    wanted = _described(facts, set(_named(store, facts)))
    for quad in quads(store):
        if not is_gazetteer(quad.graph_name) or quad.subject in wanted:
            yield quad


def _facts(store: Store) -> Facts:
    """Give the quads of the gazetteer by their subjects."""
    found: dict[NamedNode, list[Quad]] = defaultdict(list)
    for graph in store.named_graphs():
        if isinstance(graph, NamedNode) and is_gazetteer(graph):
            for quad in quads_of(store, graph.value):
                if isinstance(quad.subject, NamedNode):
                    found[quad.subject].append(quad)
    return found


def _named(store: Store, facts: Facts) -> Iterator[NamedNode]:
    """Give what documents name: by its IRI, and a generic body by its name."""
    for subject, said in facts.items():
        names = (quad.object for quad in said if quad.predicate == _GENERIC)
        mentions = (
            store.quads_for_pattern(subject, None, None),
            store.quads_for_pattern(None, None, subject),
            *(store.quads_for_pattern(None, _GENERIC, name) for name in names),
        )
        if not subject.value.startswith(_KINDS) and any(map(_outside, mentions)):
            yield subject


_KINDS = (f"{TYPES}place-kind/",)  # concepts of types.ttl, of which the gazetteer tells more


def _outside(found: Iterable[Quad]) -> bool:
    return any(not is_gazetteer(quad.graph_name) for quad in found)


def _described(facts: Facts, named: set[NamedNode]) -> set[NamedNode]:
    """Give the subjects that describe what is named: forwards to what it became, one step back."""
    onward, back = _sides(facts)
    events = {event for each in named for event in back[each]}
    todo, gone = list(named), set(named)
    while todo:
        for event in onward[todo.pop()]:
            events.add(event)
            new = set(_objects(facts, event, _AFTER)) - gone
            gone |= new
            todo += new
    ends = {end for event in events for end in _objects(facts, event, _BEFORE | _AFTER)}
    return _with_around(facts, gone | events | ends)


def _sides(
    facts: Facts,
) -> tuple[Mapping[NamedNode, set[NamedNode]], Mapping[NamedNode, set[NamedNode]]]:
    """Give the events by what they began from, and by what came out of them."""
    onward: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    back: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for subject in facts:
        for side, predicates in ((onward, _BEFORE), (back, _AFTER)):
            for end in _objects(facts, subject, predicates):
                side[end].add(subject)
    return onward, back


def _with_around(facts: Facts, found: set[NamedNode]) -> set[NamedNode]:
    todo = list(found)
    while todo:
        new = set(_objects(facts, todo.pop(), _AROUND)) - found
        found |= new
        todo += new
    return found


def _objects(
    facts: Facts, subject: NamedNode, predicates: frozenset[NamedNode]
) -> Iterator[NamedNode]:
    """Give what *subject* leads to, as far as the gazetteer describes it."""
    for quad in facts.get(subject, ()):
        if quad.predicate in predicates and quad.object in facts:
            yield quad.object  # type: ignore[misc]  # a subject is no literal
