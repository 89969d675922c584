"""What the graph says of one thing: its own statements, its parts, the words behind them, who names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode
from rdflib import RDF

from kg.graph.terms import node
from kg.vocabulary import OA, PC

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import Quad, Store

_SUBJECT, _OBJECT = node(RDF.subject), node(RDF.object)
_WORDS = frozenset({node(PC.evidence), node(OA.hasSelector)})


def description(store: Store, iri: str, has_page: Callable[[str], bool]) -> Iterator[Quad]:
    """Give the quads that describe the thing *iri*, in one order.

    These are its own; those of its parts (IRIs below its own) that *has_page* says no page has;
    the statements about it with the words that say them; and each quad of another thing that
    names it, alone. No blank nodes, so nothing is cut.
    """
    thing = node(iri)
    found: set[Quad] = set()
    todo, seen = [thing], {thing}
    inward = list(store.quads_for_pattern(None, None, thing))
    about = [quad.subject for quad in inward if quad.predicate == _SUBJECT]
    todo += [each for each in about if isinstance(each, NamedNode)]
    found |= {quad for quad in inward if quad.predicate not in {_SUBJECT, _OBJECT}}
    while todo:
        for quad in store.quads_for_pattern(todo.pop(), None, None):
            found.add(quad)
            part = quad.object
            if not isinstance(part, NamedNode) or part in seen:
                continue
            below = part.value.startswith(f"{iri}/") and "/statement/" not in part.value
            if quad.predicate in _WORDS or (below and not has_page(part.value)):
                seen.add(part)
                todo.append(part)
    yield from sorted(found, key=str)
