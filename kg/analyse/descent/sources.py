"""With what a plan is compared: the directives above it that are held, else its siblings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.directives import above
from kg.analyse.walk import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.analyse.walk import Network

DIRECTIVE, SIBLINGS, ASKED = "directive", "other plans", "document asked for"


def held(graph: Network) -> list[str]:
    """Give the documents whose text is held."""
    return [iri for iri in nodes(graph, "document") if graph.nodes[iri].get("held")]


def lines(graph: Network) -> dict[str, frozenset[str]]:
    """Give for each held document all directives above it, however far; circles end."""
    return {iri: _line(graph, iri) for iri in held(graph)}


def _line(graph: Network, iri: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = [iri]
    while waiting:
        fresh = above(graph, waiting.pop()) - found
        found |= fresh
        waiting += fresh
    return frozenset(found - {iri})


def sources(up: Mapping[str, frozenset[str]], iri: str) -> tuple[str | None, frozenset[str]]:
    """Give what a held document is compared with, and the documents: none where nothing fits."""
    directives = frozenset(each for each in up[iri] if each in up)
    if directives:
        return DIRECTIVE, directives
    siblings = frozenset(
        other for other, theirs in up.items()
        if other != iri and iri not in theirs and theirs & up[iri]
    )  # fmt: skip
    return (SIBLINGS, siblings) if siblings else (None, frozenset())
