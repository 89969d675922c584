"""A board: a picture drawn when the page is written, each mark of which opens its words.

What the page of the cascade does with a canvas, a board does with SVG or a table: the same side
panel, search, list, address, languages and export; only the picture is another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.write.board_words import table
from kg.write.page_columns import place_name, plan_of
from kg.write.page_data import addresses, edge_rows, payload, quoted
from kg.write.page_parts import asset, closed_script, csp_hash, safe_json, template
from kg.write.page_style import MARKS, mark_of
from kg.write.page_words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    import networkx as nx
    from markupsafe import Markup

    from kg.write.page_data import Address

_PARTS = ("page_model", "page_panel", "page_search", "page_list", "page_export", "board_stage",
          "board_main")  # fmt: skip
SCRIPTS = tuple(f"{part}.js" for part in _PARTS)
Item = tuple[int, list[int]]
"""A node by its rank, and the edges whose words stand below it."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A mark that is no one node: a tie of two bodies, a cell, a year, a ribbon.

    *kind* and *notes* are keys of the words of the page; *facts* are (key, value, whether the
    value is a key too); *groups* pair the key of a heading with nodes and their edges.
    """

    id: str
    kind: str
    name: str
    facts: tuple[tuple[str, str, bool], ...] = ()
    notes: tuple[str, ...] = ()
    groups: tuple[tuple[str, tuple[Item, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter: its word, and (token, what it is called, whether that is a word of the page)."""

    name: str
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend: its drawing, and its word or plain words."""

    drawing: Markup
    word: str
    said: bool = True


@dataclass(frozen=True, slots=True)
class Board:
    """A picture for wide screens and one for tall ones, and what their marks stand for."""

    kind: str
    graph: nx.MultiDiGraph[str]
    wide: Markup
    tall: Markup
    bundles: Sequence[Bundle]
    figures: tuple[tuple[str, int], ...]
    """What the overview counts: keys of the words of the page, each with its number."""
    legend: tuple[Key, ...] = ()
    choices: tuple[Choice, ...] = ()
    notes: tuple[str, ...] = ()
    """Keys of what the overview says on how to read the picture."""
    start: str = ""
    """The IRI of the node that the page is about; its panel is one click away."""


class Ranks:
    """The rank of each node and edge of a graph, as the page's script counts them."""

    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        """Count nodes by IRI, edges by their ends and relation."""
        self.graph = graph
        self.nodes = {iri: rank for rank, iri in enumerate(sorted(graph))}
        told = sorted(graph.edges(keys=True), key=lambda e: (e[0], e[1], str(e[2])))
        self.edges = {(a, b, str(key)): rank for rank, (a, b, key) in enumerate(told)}

    def between(self, start: str, end: str, *keys: str) -> list[int]:
        """Give the edges from *start* to *end*, of these relations."""
        return [self.edges[start, end, key] for key in keys if (start, end, key) in self.edges]

    def task(self, iri: str) -> Item:
        """Give a task with the edge whose words are the task."""
        plan = plan_of(self.graph, iri)
        return self.nodes[iri], self.between(plan, iri, "has_task")


def nodes_of(graph: nx.MultiDiGraph[str]) -> Iterator[dict[str, Any]]:
    """Give every node in the order of its IRI, with its facts."""
    for rank, node in enumerate(sorted(graph)):
        facts: dict[str, Any] = dict(graph.nodes[node])
        if facts.get("place"):
            facts["place"] = place_name(graph, node)
        if facts.get("kind") == "task":
            facts["document"] = plan_of(graph, node)
        yield {"id": rank, "iri": node, "group": mark_of(facts), "facts": facts}


def write_board(  # noqa: PLR0913  (a page is a graph, a file and what it says)
    board: Board,
    path: Path,
    *,
    title: str,
    lang: str = "vi",
    texts: Mapping[str, str] | None = None,
    address: Address | None = None,
) -> Path:
    """Write *board* as one HTML file that asks the network for nothing; give its path."""
    html = board_html(board, title=title, lang=lang, texts=texts, address=address)
    path.write_bytes(html.encode("utf-8", "replace"))
    return path


def board_html(  # noqa: PLR0913  (a page is a graph and what it says)
    board: Board,
    *,
    title: str,
    lang: str = "vi",
    texts: Mapping[str, str] | None = None,
    address: Address | None = None,
    up: str | None = None,
) -> str:
    """Give the page as a string, the same for the same board; *up*: the site that it is one of."""
    words = table(lang)
    script = closed_script(SCRIPTS)
    return template("board.html").render(
        title=title,
        lang=lang,
        up=up,
        other_lang=next(other for other in LANGUAGES if other != lang),
        words=words,
        board=board,
        marks=MARKS,
        strokes={},
        style=asset("page.css") + asset("board.css"),
        drawing_style=asset("board_drawing.css"),
        data=safe_json(_payload(board, lang, texts or {}, addresses(board.graph, address))),
        scripts=[script],
        script_hashes=[csp_hash(script)],
    )


def _payload(
    board: Board, lang: str, texts: Mapping[str, str], places: Mapping[str, str]
) -> dict[str, Any]:
    read_here = {iri: text for iri, text in texts.items() if iri not in places}
    return {
        **payload(lang),
        "kind": board.kind,
        "words": {language: table(language) for language in LANGUAGES},
        "nodes": list(nodes_of(board.graph)),
        "edges": list(edge_rows(board.graph)),
        "bundles": [
            {"id": each.id, "kind": each.kind, "name": each.name, "facts": each.facts,
             "notes": each.notes, "groups": each.groups}
            for each in board.bundles
        ],
        "start": board.start,
        "addresses": dict(places),
        "texts": quoted(board.graph, read_here),
    }  # fmt: skip
