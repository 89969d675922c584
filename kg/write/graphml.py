"""GraphML and GEXF, for Gephi, yEd, Cytoscape and NetworkX.

Nodes are named by their IRIs. Characters that XML cannot hold become U+FFFD.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import networkx as nx

from kg.write.xml_text import xml_name, xml_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# GEXF reads these as the life span of an edge, not as a place in a text.
_GEXF_NAMES = {"start": "words_start", "end": "words_end"}
# The day of writing, which would make each day's file another one.
_WRITTEN = re.compile(r' lastmodifieddate="[^"]*"')


def graphml(graph: nx.Graph[str]) -> Iterator[str]:
    """Give *graph* as GraphML; an edge is named ``e0``, ``e1``…, its relation is an attribute.

    Raises KgError for the name of a node that XML cannot hold.
    """
    stream = io.BytesIO()
    nx.write_graphml_xml(_plain(graph), stream)
    yield _spelt(stream)


def gexf(graph: nx.Graph[str]) -> Iterator[str]:
    """Give *graph* as GEXF 1.2; the offsets of an edge are ``words_start`` and ``words_end``.

    An edge begins (``start``, for the time line of Gephi) on the day of the document that says it,
    or on the ``first_day`` that it bears itself.

    Raises KgError for the name of a node that XML cannot hold.
    """
    plain = _plain(graph)
    for start, end, key in plain.edges(keys=True):
        data = plain.edges[start, end, key]
        for name in [name for name in _GEXF_NAMES if name in data]:
            data[_GEXF_NAMES[name]] = data.pop(name)
        data.update(id=key, label=str(data["relation"]), **_day_of(plain, data))
    stream = io.BytesIO()
    nx.write_gexf(plain, stream)
    yield _WRITTEN.sub("", _spelt(stream), count=1)


def _day_of(graph: nx.Graph[str], edge: Mapping[str, object]) -> dict[str, str]:
    """Give the first day of an edge; none where its document prints no day."""
    source = str(edge.get("source", ""))
    day = edge.get("first_day") or (graph.nodes[source].get("date") if source in graph else None)
    return {"start": str(day)} if day else {}


def _plain(graph: nx.Graph[str]) -> nx.MultiGraph[str]:
    """Copy *graph*: sorted, its text fit for XML, its edges with names that occur once."""
    plain: nx.MultiGraph[str] = nx.MultiDiGraph() if graph.is_directed() else nx.MultiGraph()
    for iri in sorted(graph):
        plain.add_node(xml_name(iri), **_attributes(graph.nodes[iri]))
    for number, (start, end, key, data) in enumerate(sorted(_edges(graph), key=_place)):
        told = _attributes({"relation": key, **data})
        plain.add_edge(start, end, key=f"e{number}", **told)
    return plain


def _edges(graph: nx.Graph[str]) -> Iterator[tuple[str, str, str, Mapping[str, object]]]:
    """Give each edge with its key; an edge without direction begins at the lesser name."""
    parallel: nx.MultiGraph[str]
    parallel = graph if isinstance(graph, nx.MultiGraph) else _parallel(graph)
    for one, other, key, data in parallel.edges(keys=True, data=True):
        ends = (one, other) if graph.is_directed() else (min(one, other), max(one, other))
        yield *ends, str(key), data


def _parallel(graph: nx.Graph[str]) -> nx.MultiGraph[str]:
    return nx.MultiDiGraph(graph) if graph.is_directed() else nx.MultiGraph(graph)


def _place(edge: tuple[str, str, str, Mapping[str, object]]) -> tuple[str, str, str]:
    return edge[:3]


def _attributes(data: Mapping[str, object]) -> dict[str, object]:
    pairs = sorted((str(name), value) for name, value in data.items())
    return {name: xml_text(v) if isinstance(v, str) else v for name, v in pairs}


def _spelt(stream: io.BytesIO) -> str:
    """Give the file with one final line feed, and carriage returns that a reader will keep."""
    return stream.getvalue().decode("utf-8").replace("\r", "&#13;").rstrip("\n") + "\n"
