"""The graph as the page's script reads it: nodes, edges, two layouts, words, quoted texts."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from kg.write.layout import lay_out
from kg.write.page_columns import LEVELS, place_name, plan_of
from kg.write.page_style import STROKES, groups, mark_of, strokes
from kg.write.page_words import LANGUAGES, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    from kg.write.page_sheet import Layout

WIDE, TALL = 1.32, 0.6
"""Width ÷ height of a screen beside the panel, and of a phone held upright."""


def layouts(graph: nx.MultiDiGraph[str]) -> dict[str, Layout]:
    """Give the layouts for a wide and for a tall screen."""
    return {"wide": lay_out(graph, aspect=WIDE), "tall": lay_out(graph, aspect=TALL)}


def node_rows(graph: nx.MultiDiGraph[str], drawn: Mapping[str, Layout]) -> Iterator[dict[str, Any]]:
    """Give every node in the order of its IRI; ``id`` is its rank, ``at`` its places."""
    for rank, node in enumerate(sorted(graph)):
        facts: dict[str, Any] = dict(graph.nodes[node])
        if facts.get("place"):
            facts["place"] = place_name(graph, node)
        if facts.get("kind") == "task":
            facts["document"] = plan_of(graph, node)
        yield {
            "id": rank,
            "iri": node,
            "group": mark_of(facts),
            "at": {name: layout.positions[node] for name, layout in drawn.items()},
            "beside": {name: node in layout.beside for name, layout in drawn.items()},
            "facts": facts,
        }


def edge_rows(graph: nx.MultiDiGraph[str]) -> Iterator[dict[str, Any]]:
    """Give every edge, sorted by its ends and relation; ends are ranks of nodes."""
    rank = {node: index for index, node in enumerate(sorted(graph))}
    told = sorted(graph.edges(keys=True, data=True), key=lambda edge: (*edge[:2], str(edge[2])))
    for start, end, key, facts in told:
        yield {
            "from": rank[start],
            "to": rank[end],
            "relation": str(facts.get("relation", key)),
            "facts": dict(facts),
        }


def frame(layout: Layout) -> dict[str, Any]:
    """Give a layout without its nodes: size, bands, columns."""
    return {
        "width": layout.width,
        "height": layout.height,
        "gutter": layout.gutter,
        "bands": [list(astuple(band)) for band in layout.bands],
        "columns": [list(astuple(column)) for column in layout.columns],
    }


def payload(
    graph: nx.MultiDiGraph[str],
    drawn: Mapping[str, Layout],
    *,
    lang: str,
    texts: Mapping[str, str] | None,
) -> dict[str, Any]:
    """Give all but the nodes and edges; only texts that an edge quotes travel with the page."""
    quoted = {str(facts.get("source", "")) for _, _, facts in graph.edges(data=True)}
    return {
        "lang": lang,
        "levels": list(LEVELS),
        "relations": list(STROKES),
        "groups": groups(),
        "strokes": strokes(),
        "words": {language: table(language) for language in LANGUAGES},
        "frames": {name: frame(layout) for name, layout in drawn.items()},
        "texts": {iri: text for iri, text in (texts or {}).items() if iri in quoted},
    }
