"""Quads under other IRIs: a paper that is known partially takes the place of the fuller one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from kg.graph.terms import node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Literal

# Under the IRI of a paper stand its parts ("…/vi") and, with a day, a fuller paper.
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:/|$)")


def renamed(quads: Iterable[Quad], into: Mapping[str, str]) -> Iterator[Quad]:
    """Give *quads* with each IRI of *into*, and what stands under it, put under the other IRI.

    >>> a, b, p = (node(f"x:{name}") for name in ("a", "b", "p"))
    >>> [quad] = renamed([Quad(a, p, node("x:b/vi"), a)], {"x:b": "x:c"})
    >>> quad.object.value
    'x:c/vi'
    """
    known: dict[str, NamedNode] = {}

    def name(term: NamedNode | Literal) -> NamedNode | Literal:
        if not isinstance(term, NamedNode):
            return term
        if term.value not in known:
            known[term.value] = node(_new(term.value, into))
        return known[term.value]

    for quad in quads:
        yield Quad(name(quad.subject), quad.predicate, name(quad.object), quad.graph_name)  # type: ignore[arg-type]


def _new(iri: str, into: Mapping[str, str]) -> str:
    """Give the IRI under its new name; most are not touched."""
    if iri in into:
        return into[iri]
    for old in into:
        rest = iri.removeprefix(f"{old}/")
        if len(rest) < len(iri) and not _DAY.match(rest):
            return f"{into[old]}/{rest}"
    return iri
