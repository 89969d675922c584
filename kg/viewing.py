"""The pages of ``kg view``: which answer goes into which picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.agencies import agencies
from kg.analyse.called import body_called
from kg.analyse.communities import groups
from kg.analyse.coverage import coverage
from kg.analyse.coverage_grounds import grounds
from kg.analyse.directives import directives
from kg.analyse.question import Wishes
from kg.analyse.shared import shared
from kg.analyse.teams import teams
from kg.analyse.walk import name
from kg.answers import Desk
from kg.messages import pairs
from kg.write.board_coordination import coordination_board
from kg.write.board_coverage import Cell, coverage_board
from kg.write.board_ego import agency_board, document_board
from kg.write.board_flow import flow_board
from kg.write.board_timeline import timeline_board

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kg.analyse.walk import Network
    from kg.write.board import Board

TITLES = pairs("view")
"""The heading of each page in Vietnamese and in English."""


def board_of(
    folder: Path, kind: str, called: str = "", wishes: Mapping[str, str] | None = None
) -> tuple[Board, str]:
    """Give the board *kind* of the graph in *folder*, and the name of what it is about.

    Raises NotFoundError and AmbiguousError for names that do not fit.
    """
    return board_for(Desk(folder), kind, called, wishes)


def board_for(
    desk: Desk, kind: str, called: str = "", wishes: Mapping[str, str] | None = None
) -> tuple[Board, str]:
    """Give a board of an opened graph: see :func:`board_of`."""
    told = dict(wishes or {}) | ({"document": called} if kind == "document" else {})
    graph, asked = desk.narrowed(told)
    match kind:
        case "coordination":
            return _coordination(graph, asked), ""
        case "coverage":
            return coverage_board(graph, list(_cells(graph, asked))), ""
        case "agency":
            body = body_called(graph, called)
            return agency_board(graph, body), name(graph, body)
        case "document":
            document = str(asked.document)
            return document_board(graph, document), name(graph, document)
        case "flow":
            return flow_board(graph), ""
        case _:
            return timeline_board(graph), ""


def _coordination(graph: Network, asked: Wishes) -> Board:
    found = teams(graph, place=asked.place, document=asked.document)
    return coordination_board(graph, shared(graph, found), groups(agencies(graph, found)))


def _cells(graph: Network, asked: Wishes) -> Iterator[Cell]:
    """Give each province of each directive; directives with the most answers stand first."""
    found: list[tuple[int, str, list[Cell]]] = []
    for directive in [asked.document] if asked.document else directives(graph):
        narrowed = Wishes(asked.place, directive, None, asked.as_of, asked.texts, asked.provinces)
        edges = grounds(graph, directive)
        cells = [
            Cell(
                directive, str(row[1]), str(row[2]), str(row[5]), tuple(edges.get(str(row[1]), ()))
            )
            for row in coverage(graph, narrowed).rows
        ]
        found.append((-sum(bool(cell.edges) for cell in cells), directive, cells))
    for _, _, cells in sorted(found, key=lambda each: each[:2]):
        yield from cells
