"""First steps through the network: its nodes by kind, and what stands at the ends of an edge.

Every step is sorted, so an answer does not hang on the order in which nodes were added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

    Network: TypeAlias = nx.MultiDiGraph[str]

DOWN = ("implements", "based_on")
"""The relations by which a document answers the one above it."""


def nodes(graph: Network, kind: str) -> list[str]:
    """Give the IRIs of all nodes of one kind: document, task, agent or place."""
    return sorted(iri for iri, facts in graph.nodes(data=True) if facts["kind"] == kind)


def tasks(graph: Network, place: str | None = None, document: str | None = None) -> list[str]:
    """Give the tasks; *place* is part of a name, *document* an IRI."""
    return [
        iri
        for iri in nodes(graph, "task")
        if lies_in(said(graph, iri, "place"), place)
        and document in (None, graph.nodes[iri]["document"])
    ]


def ends(graph: Network, iri: str, *relations: str) -> list[str]:
    """Give the nodes that *iri* points to by any of *relations*, each once."""
    edges = graph.out_edges(iri, data=True)
    return sorted({end for _, end, edge in edges if edge["relation"] in relations})


def joined(graph: Network, relation: str) -> dict[str, list[str]]:
    """Give for every node what it points to by *relation*: all of :func:`ends` in one pass."""
    # The key of an edge is its relation; views of edges with data cost ten times as much.
    found = {
        start: sorted(end for end, keys in those.items() if relation in keys)
        for start, those in graph.adjacency()
    }
    return {start: those for start, those in found.items() if those}


def starts(graph: Network, iri: str, *relations: str) -> list[str]:
    """Give the nodes that point to *iri* by any of *relations*, each once."""
    edges = graph.in_edges(iri, data=True)
    return sorted({start for start, _, edge in edges if edge["relation"] in relations})


def said(graph: Network, iri: str, attribute: str) -> str | None:
    """Give an attribute of a node as words; what is not known is None."""
    value = graph.nodes[iri].get(attribute)
    return None if value is None else str(value)


def name(graph: Network, iri: str) -> str:
    """Give the label of a node, or its IRI where it has none."""
    return said(graph, iri, "label") or iri


def lies_in(words: str | None, place: str | None) -> bool:
    """Tell whether the name of a place holds the words that are asked for.

    >>> lies_in("Tỉnh Đắk Nông", "đắk nông"), lies_in(None, "đắk nông"), lies_in(None, None)
    (True, False, True)
    """
    return place is None or (words is not None and place.lower() in words.lower())


def below(graph: Network, iri: str) -> set[str]:
    """Give every document that answers *iri*, directly or through others; circles end."""
    found: set[str] = set()
    waiting = [iri]
    while waiting:
        fresh = set(starts(graph, waiting.pop(), *DOWN)) - found
        found |= fresh
        waiting += fresh
    return found
