"""Documents that are cited and not held, most cited first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order, ranked
from kg.analyse.walk import name, nodes

if TYPE_CHECKING:
    from kg.analyse.walk import Network


def cited(graph: Network) -> Answer:
    """Count for each such document the documents that cite it, and the places in their texts."""
    found: list[tuple[str, int, int]] = []
    for iri in nodes(graph, "document"):
        citing = [] if graph.nodes[iri].get("held") else _mentions(graph, iri)
        if citing:
            found.append((name(graph, iri), len(citing), sum(citing)))
    found.sort(key=lambda row: (-row[1], -row[2], in_order(row)))
    columns = ("rank", "document", "citing", "mentions")
    return Answer("cited-not-held", columns, tuple(ranked(found, count=1)))


def _mentions(graph: Network, iri: str) -> list[int]:
    """Give the number of mentions in each held document that cites *iri*."""
    return [
        int(edge.get("count", 1))
        for start, _, edge in graph.in_edges(iri, data=True)
        if edge["relation"] == "cites" and graph.nodes[start].get("held")
    ]
