"""The graph as the page's script reads it: nodes, edges, two layouts, words, quoted texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.write.layout import lay_out
from kg.write.page_columns import LEVELS, place_name, plan_of
from kg.write.page_style import STROKES, groups, mark_of, strokes
from kg.write.page_words import LANGUAGES, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from kg.write.layout import Layout

WIDE, TALL = 1.45, 0.66
"""Width ÷ height of a screen beside the panel, and of a phone held upright."""

UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def safe_json(value: object) -> str:
    """Write *value* as JSON that cannot end the script element it stands in.

    >>> safe_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return plain.translate(UNSAFE)


def node_rows(graph: nx.MultiDiGraph[str]) -> list[dict[str, Any]]:
    """Give every node in the order of its IRI; ``id`` is its rank, places are in both layouts."""
    wide, tall = lay_out(graph, aspect=WIDE), lay_out(graph, aspect=TALL)
    rows = []
    for rank, (node, attributes) in enumerate(sorted(graph.nodes(data=True))):
        facts = dict(attributes)
        if facts.get("place"):
            facts["place"] = place_name(graph, node)
        if facts.get("kind") == "task":
            facts["document"] = plan_of(graph, node)
        rows.append(
            {
                "id": rank,
                "iri": node,
                "group": mark_of(facts),
                "at": {"wide": wide.positions[node], "tall": tall.positions[node]},
                "beside": {"wide": node in wide.named, "tall": node in tall.named},
                "facts": facts,
            }
        )
    return rows


def edge_rows(graph: nx.MultiDiGraph[str]) -> list[dict[str, Any]]:
    """Give every edge, sorted by its ends and relation; ends are ranks of nodes."""
    rank = {node: index for index, node in enumerate(sorted(graph))}
    told = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    return [
        {"from": rank[start], "to": rank[end], "relation": str(relation), "facts": dict(facts)}
        for start, end, relation, facts in told
    ]


def frame(layout: Layout) -> dict[str, Any]:
    """Give a layout without its nodes: size, bands, columns."""
    return {
        "width": layout.width,
        "height": layout.height,
        "columnsTop": layout.columns_top,
        "bands": [[band.id, band.top, band.bottom] for band in layout.bands],
        "columns": [[column.place, column.left, column.right] for column in layout.columns],
    }


def payload(
    graph: nx.MultiDiGraph[str], *, lang: str, texts: Mapping[str, str] | None
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
        "frames": {
            "wide": frame(lay_out(graph, aspect=WIDE)),
            "tall": frame(lay_out(graph, aspect=TALL)),
        },
        "texts": {iri: text for iri, text in (texts or {}).items() if iri in quoted},
    }
