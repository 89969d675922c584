"""The documents whose text is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.walk import ends, lies_in, name, nodes, said

if TYPE_CHECKING:
    from kg.analyse.answer import Row
    from kg.analyse.walk import Network

_PRINTED = ("type", "number", "issuer", "place", "date")


def documents(graph: Network, *, place: str | None = None) -> Answer:
    """List them with the number of tasks they give and of papers they cite."""
    rows: list[Row] = [
        (
            name(graph, iri),
            *(said(graph, iri, each) for each in _PRINTED),
            len(ends(graph, iri, "has_task")),
            len(ends(graph, iri, "cites")),
            said(graph, iri, "file"),
        )
        for iri in nodes(graph, "document")
        if graph.nodes[iri].get("held") and lies_in(said(graph, iri, "place"), place)
    ]
    rows.sort(key=lambda row: in_order((row[0], row[-1], *row)))
    return Answer("documents", ("document", *_PRINTED, "tasks", "cites", "file"), tuple(rows))
