"""The page ``kg view`` writes: one HTML file that shows the cascade and the words behind each link.

The only module that knows pyvis: its ``Network`` holds nodes, edges and options, and its copy of
vis-network draws them. The HTML is our own template, since that of pyvis 0.3.2 loads two files
from a CDN, leaves its heading unescaped and is written in the locale's encoding.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pyvis
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.write.page_data import (
    addresses,
    counts,
    edge_rows,
    frame,
    layouts,
    node_rows,
    payload,
    quoted,
)
from kg.write.page_overview import MOST, parted
from kg.write.page_parts import asset, closed_script, csp_hash, safe_json, template
from kg.write.page_style import MARKS, STROKES
from kg.write.page_words import LANGUAGES, table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import networkx as nx

    from kg.write.page_data import Address
    from kg.write.page_sheet import Layout

_PARTS = (
    "model",
    "panel",
    "search",
    "list",
    "export",
    "canvas",
    "labels",
    "filters",
    "picture",
    "overview",
    "main",
)
SCRIPTS = tuple(f"page_{part}.js" for part in _PARTS)
"""The parts of the page's script, in the order they run."""

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "hoverConnectedEdges": False,
        "multiselect": False,
        "tooltipDelay": 1_000_000,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 2.5, "chosen": True},
    "edges": {"selectionWidth": 1, "hoverWidth": 0},
}


def write_page(  # noqa: PLR0913  (a page is a graph, a file and what it says)
    graph: nx.MultiDiGraph[str],
    path: Path,
    *,
    title: str,
    lang: str = "vi",
    texts: Mapping[str, str] | None = None,
    address: Address | None = None,
) -> Path:
    """Write *graph* as one HTML file that asks the network for nothing; give its path.

    *texts* (IRI of a document -> its text) lets the reader see each quote in its passage.
    *address* (a mapping or function, IRI of a document -> its annotated page) makes each quote a
    link to its words there. A graph of more than ``MOST`` nodes opens with an overview.
    Raises ``ValueError`` for a language the page does not speak, ``OSError`` as ``open`` does.
    """
    html = page_html(graph, title=title, lang=lang, texts=texts, address=address)
    path.write_bytes(html.encode("utf-8", "replace"))  # a lone surrogate is no letter
    return path


def _tied(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Leave out places and agents without an edge: columns name the places already."""
    kinds = {"place", "agent"}
    loose = [
        n for n, facts in graph.nodes(data=True) if facts["kind"] in kinds and not graph.degree(n)
    ]
    return graph.subgraph(set(graph) - set(loose)) if loose else graph


def page_html(  # noqa: PLR0913  (a page is a graph and what it says)
    graph: nx.MultiDiGraph[str],
    *,
    title: str,
    lang: str = "vi",
    texts: Mapping[str, str] | None = None,
    address: Address | None = None,
    up: str | None = None,
) -> str:
    """Give the page as a string, the same for the same graph; *up*: the site that it is one of.

    >>> import networkx as nx
    >>> page_html(nx.MultiDiGraph(), title="A & B", lang="en").splitlines()[1]
    '<html lang="en">'
    """
    graph = _tied(graph)
    places = addresses(graph, address)
    read_here = {iri: text for iri, text in (texts or {}).items() if iri not in places}
    first, parts = parted(graph) if len(graph) > MOST else (graph, {})
    data = {**payload(lang), **_drawn(first, read_here), "addresses": places}
    data |= {"options": _options(Network()), "parts": list(parts) or None, "counts": counts(graph)}
    scripts = [_vis_network(), closed_script(SCRIPTS)]
    return template("page.html").render(
        title=title,
        lang=lang,
        up=up,
        other_lang=next(other for other in LANGUAGES if other != lang),
        words=table(lang),
        marks=MARKS,
        strokes=STROKES,
        style=asset("page.css"),
        data=safe_json(data),
        start="overview.start" if parts else "panel.start",
        parts=[safe_json(_drawn(part, read_here)) for part in parts.values()],
        scripts=scripts,
        script_hashes=[csp_hash(script) for script in scripts],
    )


def _drawn(graph: nx.MultiDiGraph[str], texts: Mapping[str, str]) -> dict[str, Any]:
    """Give nodes, edges, both layouts and the texts that the edges quote."""
    drawn = layouts(graph)
    network = _network(graph, drawn)
    frames = {name: frame(layout) for name, layout in drawn.items()}
    return {
        "nodes": network.nodes,
        "edges": network.edges,
        "frames": frames,
        "texts": quoted(graph, texts),
    }


def _network(graph: nx.MultiDiGraph[str], drawn: Mapping[str, Layout]) -> Network:
    """Fill pyvis' network past ``add_node`` and ``add_edge``, which search whole lists."""
    network = Network(directed=True, cdn_resources="in_line")
    for row in node_rows(graph, drawn):
        rank, facts = row.pop("id"), row["facts"]
        label = str(facts.get("label") or facts.get("name") or row["iri"])
        shape = MARKS[row["group"]].shape
        network.nodes.append(Node(rank, shape, label, **row).options)
    for row in edge_rows(graph):
        start, end = row.pop("from"), row.pop("to")
        network.edges.append(Edge(start, end, directed=True, **row).options)
    return network


def _options(network: Network) -> Any:  # noqa: ANN401 - pyvis gives JSON
    network.set_options(json.dumps(OPTIONS))
    *_, options = network.get_network_data()
    return json.loads(options)


def _vis_network() -> str:
    """Give pyvis' copy of vis-network without the comment that names a source map to load."""
    bundled = files(pyvis).joinpath("lib", "vis-9.1.2", "vis-network.min.js")
    script = bundled.read_text(encoding="utf-8")
    script = re.sub(r"//# sourceMappingURL=\S*", "", script)
    return re.sub(r"</(script)", r"<\\/\1", script, flags=re.IGNORECASE)
