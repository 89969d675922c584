"""What could not be decided: bodies and cited papers, with their document and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.walk import lies_in, name, nodes, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.walk import Network

BODY, PAPER = "body", "paper"


def undecided(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """List the bodies and cited papers that nobody could tell; a paper with each one it may be."""
    rows = {
        (name(graph, source), *row)
        for source, *row in (*_bodies(graph), *_papers(graph))
        if lies_in(said(graph, source, "place"), place) and document in (None, source)
    }
    columns = ("document", "kind", "words", "reason", "may_be")
    return Answer(
        "undecided", columns, tuple(sorted(rows, key=lambda row: in_order((*row[:3], row[4]))))
    )


def _bodies(graph: Network) -> Iterator[tuple[str, str, str, str | None, str | None]]:
    for agent in nodes(graph, "agent"):
        why = said(graph, agent, "undecided")
        if why:
            yield str(graph.nodes[agent]["document"]), BODY, name(graph, agent), why, None


def _papers(graph: Network) -> Iterator[tuple[str, str, str, str | None, str | None]]:
    for cited, other, edge in graph.edges(data=True):
        if edge["relation"] == "may_be":
            for source in str(edge["sources"]).split():
                yield source, PAPER, name(graph, cited), str(edge["why"]), _dated(graph, other)


def _dated(graph: Network, paper: str) -> str:
    """Give the label of a paper with its date, which tells papers of one number apart."""
    day = said(graph, paper, "date")
    return f"{name(graph, paper)} ({day})" if day else name(graph, paper)
