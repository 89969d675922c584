"""The coverage ledger as a table: a row a province, a column a directive, a mark a state.

What stands in a cell is what this corpus holds; an empty one never says that nothing was done.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from kg.write.board import Board, Bundle, Choice, Key, Ranks
from kg.write.board_words import WORDS
from kg.write.page_columns import plan_of
from kg.write.svg_parts import said, shape, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx

    Graph = nx.MultiDiGraph[str]


@dataclass(frozen=True, slots=True)
class Cell:
    """What the corpus holds of one province for one directive, and the edges that say it."""

    directive: str
    province: str
    state: str
    by: str
    edges: tuple[tuple[str, str, str], ...] = ()


_GREEN, _ORANGE, _BLUE, _PURPLE, _GREY = "#00695c", "#a84a00", "#0b4f8a", "#6b3fa0", "#5b6676"
STATES = {
    "own plan in corpus": ("own", "square", _GREEN, True),
    "own plan, late": ("late", "drop", _ORANGE, True),
    "given as a task": ("task", "triangle", _BLUE, True),
    "cited only": ("cited", "diamond", _PURPLE, False),
    "not in corpus": ("nothing", "dot", _GREY, False),
    "not obliged": ("free", "", _GREY, False),
}
"""State of the ledger -> its word, shape, colour and whether it is filled."""
_OWN = frozenset({"own", "late"})
_FEW = 8
"""So few directives have room for their names in lines."""
_ABOUT = {
    "text not held: all": "by.all",
    "its own words": "by.words",
    "its own words: none": "by.none",
}


def coverage_board(graph: Graph, cells: Sequence[Cell]) -> Board:
    """Draw the ledger; provinces of which the corpus holds something stand first."""
    kept = {node for cell in cells for start, end, _ in cell.edges for node in (start, end)}
    kept |= {cell.directive for cell in cells}
    kept |= {
        plan_of(graph, node) for node in sorted(kept) if graph.nodes[node]["kind"] == "task"
    } - {""}
    near = graph.subgraph(kept)
    ranks = Ranks(near)
    directives = list(dict.fromkeys(cell.directive for cell in cells))
    held = {cell.province for cell in cells if cell.edges}
    provinces = list(dict.fromkeys(cell.province for cell in cells))
    provinces.sort(key=lambda each: each not in held)
    bundles = [_bundle(near, ranks, cell) for cell in cells]
    table = _table(ranks, cells, directives, provinces, held)
    counts = Counter(STATES[cell.state][0] for cell in cells)
    figures = (("board.directives", len(directives)), ("board.provinces", len(provinces)),
               ("board.cells", len(cells)), ("state.own", counts["own"] + counts["late"]))  # fmt: skip
    legend = tuple(
        Key(symbol(state), f"state.{STATES[state][0]}")
        for state in STATES
        if counts[STATES[state][0]]
    )
    states = tuple(
        (STATES[s][0], f"state.{STATES[s][0]}", True) for s in STATES if counts[STATES[s][0]]
    )
    choices = (Choice("state", states), Choice("place", tuple((p, p, False) for p in provinces)))
    return Board("coverage", near, table, Markup(), bundles, figures, legend, choices,
                 ("coverage.how", "board.never", "coverage.late"))  # fmt: skip


def symbol(state: str) -> Markup:
    """Draw the mark of a state; what is not obliged is a dash."""
    _, name, colour, filled = STATES[state]
    small = 4.0 if name == "dot" else 7.0
    fill = colour if filled else "#ffffff"
    drawn = shape(name, 0, 0, small, fill=fill, stroke=colour, stroke_width=2) if name else tag(
        "line", x1=-5, y1=0, x2=5, y2=0, stroke=colour, stroke_width=1.5)  # fmt: skip
    return tag("svg", drawn, viewBox="-10 -10 20 20", class_="icon", aria_hidden="true")


def _label(graph: Graph, node: str) -> str:
    return str(graph.nodes[node].get("label") or node)


def _bundle(graph: Graph, ranks: Ranks, cell: Cell) -> Bundle:
    word = STATES[cell.state][0]
    items = tuple(
        (ranks.nodes[start], [ranks.edges[start, end, key]]) for start, end, key in cell.edges
    )
    facts = (("fact.directive", _label(graph, cell.directive), False), ("fact.place", cell.province, False),
             ("fact.state", f"state.{word}", True), ("fact.by", _ABOUT.get(cell.by, "by.all"), True))  # fmt: skip
    top = ((ranks.nodes[cell.directive], list[int]()),)
    groups = (("fact.directive", top), *((("board.said", items),) if items else ()))
    notes = (f"coverage.{word}",)
    return Bundle(
        f"{cell.directive} {cell.province}", "kind.cell", cell.province, facts, notes, groups
    )


def _table(
    ranks: Ranks, cells: Sequence[Cell], directives: list[str], provinces: list[str], held: set[str]
) -> Markup:  # fmt: skip
    number = {(cell.directive, cell.province): nth for nth, cell in enumerate(cells)}
    corner = tag("th", said("fact.place", WORDS["fact.place"][0]), scope="col", class_="corner")
    answered = Counter(cell.directive for cell in cells if STATES[cell.state][0] in _OWN)
    heads = [_head(ranks, each) for each in directives]
    counts = [tag("td", f"{answered[each]}/{len(provinces)}") for each in directives]
    counted = tag(
        "tr",
        tag("th", said("coverage.counted", WORDS["coverage.counted"][0]), scope="row"),
        *counts,
        class_="counted",
    )
    head = tag("thead", tag("tr", corner, *heads))
    rows = []
    for nth, province in enumerate(provinces):
        own = [number[each, province] for each in directives]
        inside = [_cell(cells[place], place) for place in own]
        first = nth and province not in held and provinces[nth - 1] in held
        name = tag("th", province, scope="row", lang="vi")
        rows.append(tag("tr", name, *inside, class_="first" if first else None, data_row=str(nth)))
    wide = "matrix wide-heads" if len(directives) <= _FEW else "matrix"
    return tag("table", head, tag("tbody", *rows), tag("tfoot", counted), class_=wide)


def _head(ranks: Ranks, directive: str) -> Markup:
    graph = ranks.graph
    facts = graph.nodes[directive]
    words = str(facts.get("number") or _label(graph, directive))
    kind = str(facts.get("type") or "") if facts.get("number") else ""
    name = (tag("small", kind), tag("span", words)) if kind else (tag("span", words),)
    button = tag("button", *name, type="button", class_="mark", data_node=str(ranks.nodes[directive]),
                 title=_label(graph, directive), lang="vi")  # fmt: skip
    return tag("th", button, scope="col")


def _cell(cell: Cell, place: int) -> Markup:
    key = f"state.{STATES[cell.state][0]}"
    tokens = f"place:{cell.province}\nstate:{STATES[cell.state][0]}"
    button = tag("button", symbol(cell.state), type="button", class_="mark", data_bundle=str(place), data_f=tokens,
                 tabindex=-1 if place else 0, data_label=key, aria_label=WORDS[key][0])  # fmt: skip
    return tag("td", button)
