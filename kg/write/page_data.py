"""The graph as the page's script reads it: nodes, edges, two layouts, words, quoted texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from kg.write.layout import lay_out
from kg.write.page_columns import LEVELS, place_name, plan_of
from kg.write.page_style import STROKES, groups, mark_of, strokes
from kg.write.page_words import LANGUAGES, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from kg.write.page_sheet import Layout

Address = Callable[[str], str | None] | Mapping[str, str]
"""How to find the annotated page of a document by its IRI."""
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


def payload(lang: str) -> dict[str, Any]:
    """Give what every page has, whatever its graph."""
    return {
        "lang": lang,
        "levels": list(LEVELS),
        "relations": list(STROKES),
        "groups": groups(),
        "strokes": strokes(),
        "words": {language: table(language) for language in LANGUAGES},
    }


def counts(graph: nx.MultiDiGraph[str]) -> dict[str, int]:
    """Give how many nodes of each kind and how many edges a graph has."""
    kinds = Counter(str(facts.get("kind", "other")) for _, facts in graph.nodes(data=True))
    return {**dict(sorted(kinds.items())), "edge": graph.number_of_edges()}


def quoted(graph: nx.MultiDiGraph[str], texts: Mapping[str, str]) -> dict[str, str]:
    """Give the texts that an edge quotes: only they travel with the page."""
    sources = {str(facts.get("source", "")) for _, _, facts in graph.edges(data=True)}
    return {iri: text for iri, text in texts.items() if iri in sources}


def addresses(graph: nx.MultiDiGraph[str], address: Address | None) -> dict[str, str]:
    """Give where each quoted document can be read, for those whose address is known.

    An address is relative or of the web; any other scheme is left out.
    """
    if address is None:
        return {}
    find = address if callable(address) else address.get
    sources = sorted({str(facts.get("source", "")) for _, _, facts in graph.edges(data=True)})
    found = {iri: told for iri in sources if iri and (told := find(iri))}
    return {iri: told for iri, told in found.items() if is_place(told)}


def is_place(told: str) -> bool:
    """Tell whether an address may be followed: no script, no file of the reader's machine.

    >>> is_place("documents/a.html"), is_place("https://example.org/a"), is_place("javascript:a")
    (True, True, False)
    """
    scheme, colon, _ = told.strip().partition(":")
    return not colon or scheme.lower() in {"https", "http"} or "/" in scheme
