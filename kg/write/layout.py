"""Where each node stands: bands from the Politburo down to tasks and agencies, a column a place.

Units are CSS pixels at scale 1; y grows downwards; a node's position is its middle.
The same graph gives the same places, whatever the order its nodes came in.
"""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from kg.write.page_columns import cast, neighbours
from kg.write.page_sheet import TALL, WIDE, Layout, Sheet, draw

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from kg.write.page_columns import Cast

ROWS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 28, 40, 60)
SHELVES = (1, 2, 3, 4, 5, 6, 8, 10, 12)
SHELVES_COST = 1.25
"""One shelf of columns is easier to read: several must let marks be this much larger."""


def lay_out(graph: nx.MultiDiGraph[str], *, aspect: float) -> Layout:
    """Place every node so that all is as large as can be on a screen of width ÷ height *aspect*.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("nq36", kind="document", level="central-party")
    >>> graph.add_node("kh452", kind="document", level="province-government", place="Đắk Nông")
    >>> up, down = (lay_out(graph, aspect=1.5).positions[node] for node in ("nq36", "kh452"))
    >>> up[1] < down[1]
    True
    """

    def cost(sheet: Sheet) -> float:
        larger = max(sheet.width / aspect, sheet.height)
        return larger * (SHELVES_COST if sheet.shelves > 1 else 1)

    best = min(_sheets(cast(graph), aspect), key=cost)
    _untangle(graph, best)
    return best.layout()


def _sheets(found: Cast, aspect: float) -> Iterator[Sheet]:
    """Draw the picture with more or fewer lines of tasks, on more or fewer shelves."""
    style = WIDE if aspect > 1 else TALL
    for shelves in SHELVES:
        if shelves == 1 or shelves * 3 <= len(found.columns):
            yield from (draw(found, style, rows, shelves) for rows in ROWS)


def _untangle(graph: nx.MultiDiGraph[str], sheet: Sheet) -> None:
    """Order each line of agencies by where their tasks stand, so that fewer edges cross."""
    for line in sheet.agent_lines:
        spots = [sheet.at[agent] for agent in line]
        middles = {agent: _barycentre(graph, sheet, agent) for agent in line}
        ordered = sorted(line, key=lambda agent: (middles[agent], agent))
        sheet.at.update(zip(ordered, spots, strict=True))


def _barycentre(graph: nx.MultiDiGraph[str], sheet: Sheet, agent: str) -> float:
    return round(fmean([sheet.at[other][0] for other in neighbours(graph, agent)] or [0]), 6)
