"""The sheet the cascade is drawn on: bands and columns, and each mark's place in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, TypeVar

from kg.write.page_columns import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.write.page_columns import Cast, Members

T = TypeVar("T")
TASK = 15
SECTION_GAP = 6  # between two sections of a plan on one line
PLAN_GAP = 8
AGENT = 22
NAMED_HEIGHT = 18
PAD = 10
MARK = 14  # a place's mark in the head of its column
SHELF_GAP = 24


@dataclass(frozen=True, slots=True)
class Style:
    """What differs between a wide and a tall picture.

    A wide one names its bands in a gutter on the left and its documents to the right of their
    marks, so that lines from above and below miss the name; a tall one has no room for this.
    """

    gutter: float
    header: float
    document_width: float
    document_height: float
    document_left: float
    document_top: float
    beside: bool
    column_head: float
    named: int
    """How many agencies of a column get a line of their own, with their name."""


WIDE = Style(92, 10, 132, 46, -53, 18, beside=True, column_head=20, named=6)
TALL = Style(0, 28, 84, 84, 0, 16, beside=False, column_head=46, named=0)


@dataclass(frozen=True, slots=True)
class Band:
    """One row of the picture: a level of documents, or ``tasks``, or ``agents``."""

    id: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Column:
    """One place: its name, and the room it takes."""

    place: str
    left: float
    right: float
    top: float = 0
    bottom: float = 0

    @property
    def start(self) -> float:
        """Give the left edge inside the padding."""
        return self.left + PAD

    @property
    def width(self) -> float:
        """Give the room inside the padding."""
        return self.right - self.left - 2 * PAD


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture: what stands where; ``beside`` nodes have their name to the right."""

    width: float
    height: float
    gutter: float
    bands: tuple[Band, ...]
    columns: tuple[Column, ...]
    positions: dict[str, tuple[float, float]]
    beside: frozenset[str]


@dataclass(slots=True)
class Sheet:
    """A picture while it is drawn, from the top down; ``height`` is how far it has come."""

    style: Style
    width: float
    shelves: int
    height: float = 0
    bands: list[Band] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    at: dict[str, tuple[float, float]] = field(default_factory=dict)
    beside: set[str] = field(default_factory=set)
    agent_lines: list[list[str]] = field(default_factory=list)

    @property
    def top(self) -> float:
        """Give the line below the header of the band that begins here."""
        return self.height + self.style.header

    def close(self, name: str, bottoms: Sequence[float]) -> None:
        """End the band that began at ``height``, as deep as its deepest column."""
        if bottoms:
            bottom = max(bottoms) + PAD / 2
            self.bands.append(Band(name, self.height, bottom))
            self.height = bottom

    def layout(self) -> Layout:
        """Give what was drawn."""
        return Layout(
            self.width,
            max(self.height, self.style.document_height),
            self.style.gutter,
            tuple(self.bands),
            tuple(self.columns),
            {node: (round(x, 1), round(y, 1)) for node, (x, y) in sorted(self.at.items())},
            frozenset(self.beside),
        )


def draw(found: Cast, style: Style, rows: int, shelves: int) -> Sheet:
    """Draw with about *rows* lines of tasks in a column, the columns on so many *shelves*."""
    drawn = [list(_columns(style, run, rows)) for run in even(found.columns, shelves)]
    right = max((shelf[-1].right for shelf in drawn if shelf), default=0)
    sheet = Sheet(style, max(right, style.gutter + 4 * style.document_width), shelves)
    for level in LEVELS:
        if nodes := found.above.get(level):
            bottom = _documents(sheet, nodes, style.gutter, sheet.width - style.gutter)
            sheet.close(level, [bottom])
    for number, (shelf, members) in enumerate(
        zip(drawn, even(found.columns, shelves), strict=True)
    ):
        sheet.height += SHELF_GAP if number else 0
        _shelf(sheet, list(zip(shelf, members, strict=True)))
    return sheet


def even(items: Sequence[T], runs: int) -> list[Sequence[T]]:
    """Cut *items* into *runs* of nearly one length.

    >>> [len(run) for run in even("abcde", 2)]
    [3, 2]
    """
    cuts = [ceil(len(items) * index / runs) for index in range(runs + 1)]
    return [items[start:end] for start, end in pairwise(cuts)]


def _columns(style: Style, run: Iterable[Members], rows: int) -> Iterator[Column]:
    left = style.gutter
    for members in run:
        wanted = ceil(members.tasks / rows) * TASK
        right = left + max(wanted, style.document_width) + 2 * PAD
        yield Column(members.place, left, right)
        left = right


def _shelf(sheet: Sheet, shelf: list[tuple[Column, Members]]) -> None:
    """Draw columns side by side: heads, documents by level, tasks, agencies."""
    top = sheet.height
    _heads(sheet, shelf)
    for level in LEVELS:
        here = [(column, m.documents[level]) for column, m in shelf if level in m.documents]
        bottoms = [_documents(sheet, nodes, col.start, col.width) for col, nodes in here]
        sheet.close(level, bottoms)
    sheet.close("tasks", [_tasks(sheet, m.plans, col) for col, m in shelf if m.plans])
    sheet.close("agents", [_agents(sheet, m.agents, col) for col, m in shelf if m.agents])
    for column, _ in shelf:
        whole = Column(column.place, column.left, column.right, top, sheet.height)
        sheet.columns.append(whole)


def _heads(sheet: Sheet, shelf: list[tuple[Column, Members]]) -> None:
    """Leave a line for the names of the places, with their marks at its right end."""
    lines = 1
    for column, members in shelf:
        room = max(1, int(column.width / MARK))
        for index, node in enumerate(members.places):
            line, place = divmod(index, room)
            x = column.right - PAD - place * MARK
            sheet.at[node] = (x, sheet.height + 10 + line * MARK)
            lines = max(lines, line + 1)
    if any(members.place or members.places for _, members in shelf):
        sheet.height += sheet.style.column_head + (lines - 1) * MARK


def _documents(sheet: Sheet, nodes: Sequence[str], left: float, width: float) -> float:
    """Place documents in even rows below the band's header; give the bottom."""
    style = sheet.style
    lines = ceil(len(nodes) / max(1, int(width / style.document_width)))
    for index, line in enumerate(even(nodes, lines)):
        y = sheet.top + style.document_height * index + style.document_top
        for place, node in enumerate(line):
            x = left + (place + 0.5) * width / len(line) + style.document_left
            sheet.at[node] = (x, y)
    if style.beside:
        sheet.beside.update(nodes)
    return sheet.top + style.document_height * lines - 8


def _tasks(sheet: Sheet, plans: list[list[tuple[str, str]]], column: Column) -> float:
    """Set the tasks of each plan as the words of a paragraph: a gap between two sections."""
    y = sheet.top + TASK / 2
    for plan in plans:
        x, last = column.start + TASK / 2, plan[0][1]
        for task, section in plan:
            x += SECTION_GAP if section != last else 0
            if x > column.right - PAD - TASK / 2 + 1:
                x, y = column.start + TASK / 2, y + TASK
            sheet.at[task] = (x, y)
            x, last = x + TASK, section
        y += TASK + PLAN_GAP
    return y - PLAN_GAP - TASK / 2


def _agents(sheet: Sheet, agents: list[str], column: Column) -> float:
    """Give the busiest agencies a line with their name, the others a place in a grid."""
    y = sheet.top + NAMED_HEIGHT / 2
    named = agents[: sheet.style.named]
    for agent in named:
        sheet.at[agent] = (column.start + 6, y)
        y += NAMED_HEIGHT
    sheet.beside.update(named)
    room = max(1, int(column.width / AGENT))
    step = column.width / room
    others = agents[len(named) :]
    for start in range(0, len(others), room):
        line = others[start : start + room]
        for place, agent in enumerate(line):
            sheet.at[agent] = (column.start + (place + 0.5) * step, y + AGENT / 2 - 4)
        sheet.agent_lines.append(line)
        y += AGENT
    return y
