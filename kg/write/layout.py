"""Where each node stands: bands from the Politburo down to tasks and agencies, a column a place.

Units are CSS pixels at scale 1; y grows downwards; a node's position is its middle.
The same graph gives the same places, whatever the order its nodes came in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from math import ceil, log
from statistics import fmean
from typing import TYPE_CHECKING

from kg.write import page_columns as col

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import networkx as nx

HEADER = 20  # the line of a band that bears its name
DOCUMENT_HEIGHT = 56
TASK = 15
SECTION_GAP = 6  # between two sections of a plan on one line
PLAN_GAP = 8
AGENT = 22
NAMED_HEIGHT = 17
NAMED = 6  # agencies of a column that get a line of their own, with their name
PAD = 10
MARK = 14  # a place's mark in the head of its column
ROWS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 26, 34, 44, 60, 80)
WIDE_DOCUMENT, TALL_DOCUMENT = 118, 84


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

    @property
    def width(self) -> float:
        """Give the room inside the padding."""
        return self.right - self.left - 2 * PAD


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture: what stands where; ``named`` agents have their name beside them."""

    width: float
    height: float
    columns_top: float
    bands: tuple[Band, ...]
    columns: tuple[Column, ...]
    positions: dict[str, tuple[float, float]]
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is known before any place is given: who stands in which column."""

    graph: nx.MultiDiGraph[str]
    above: tuple[str, ...]
    members: dict[str, dict[str, list[str]]]
    """Column, then kind, then the nodes in reading order."""
    document_width: float


@dataclass(slots=True)
class _Sheet:
    """A picture while it is being drawn, from the top down."""

    plan: _Plan
    columns: tuple[Column, ...]
    y: float = 0
    bands: list[Band] = field(default_factory=list)
    at: dict[str, tuple[float, float]] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)

    @property
    def width(self) -> float:
        """Give the room from the left of the first column to the right of the last."""
        return max((column.right for column in self.columns), default=4 * self.plan.document_width)

    def band(self, name: str, bottoms: Iterable[float]) -> None:
        """Close the band that began at ``y``, as deep as its deepest column."""
        bottom = max(bottoms, default=self.y + HEADER) + PAD / 2
        self.bands.append(Band(name, self.y, bottom))
        self.y = bottom


def lay_out(graph: nx.MultiDiGraph[str], *, aspect: float) -> Layout:
    """Place every node, in a picture whose width ÷ height comes near *aspect*.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("nq36", kind="document", level="central-party")
    >>> graph.add_node("kh452", kind="document", level="province-government", place="Đắk Nông")
    >>> up, down = (lay_out(graph, aspect=1.5).positions[node] for node in ("nq36", "kh452"))
    >>> up[1] < down[1]
    True
    """
    plan = _plan(graph, WIDE_DOCUMENT if aspect > 1 else TALL_DOCUMENT)
    drawn = (_draw(plan, rows) for rows in ROWS)
    return min(drawn, key=lambda layout: abs(log(layout.width / layout.height / aspect)))


def _plan(graph: nx.MultiDiGraph[str], document_width: float) -> _Plan:
    home = col.columns(graph)
    names, above = col.ordered(graph, home)
    order = _task_order(graph)
    members: dict[str, dict[str, list[str]]] = {name: {} for name in names}
    for node in sorted(home):
        members[home[node]].setdefault(col.kind(graph, node), []).append(node)
    for kinds in members.values():
        kinds.get("task", []).sort(key=order)
        kinds.get("agent", []).sort(key=lambda agent: (-graph.degree(agent), agent))
    return _Plan(graph, above, members, document_width)


def _task_order(graph: nx.MultiDiGraph[str]) -> Callable[[str], tuple[str, int, str]]:
    """Sort tasks as they are printed: by plan, then by their place in its text."""
    starts = {
        task: int(facts.get("start", 0))
        for _, task, relation, facts in graph.edges(keys=True, data=True)
        if relation == "has_task"
    }
    return lambda task: (col.plan_of(graph, task), starts.get(task, 0), task)


def _draw(plan: _Plan, rows: int) -> Layout:
    """Draw the picture with about *rows* lines of tasks in the fullest column."""
    sheet = _Sheet(plan, tuple(_columns(plan, rows)))
    strays = [n for n in sorted(plan.graph) if col.kind(plan.graph, n) not in col.KINDS]
    above = [*plan.above, *strays]
    for level in col.LEVELS:
        _spread(sheet, level, [n for n in above if col.level(plan.graph, n) == level])
    columns_top = sheet.y
    _place_marks(sheet)
    for level in col.LEVELS:
        _local(sheet, level)
    _tasks(sheet)
    _agents(sheet)
    return Layout(
        sheet.width,
        max(sheet.y, DOCUMENT_HEIGHT),
        columns_top,
        tuple(sheet.bands),
        sheet.columns,
        {node: (round(x, 1), round(y, 1)) for node, (x, y) in sorted(sheet.at.items())},
        frozenset(sheet.named),
    )


def _columns(plan: _Plan, rows: int) -> Iterable[Column]:
    left = 0.0
    for place, kinds in plan.members.items():
        wanted = ceil(len(kinds.get("task", ())) / rows) * TASK
        right = left + max(wanted, plan.document_width) + 2 * PAD
        yield Column(place, left, right)
        left = right


def _spread(sheet: _Sheet, level: str, nodes: Sequence[str]) -> None:
    """Put documents of the centre side by side over the whole width."""
    if nodes:
        bottom = _rows(sheet, nodes, 0, sheet.width)
        sheet.band(level, [bottom])


def _local(sheet: _Sheet, level: str) -> None:
    """Put documents of a level each into the column of its place."""
    graph = sheet.plan.graph
    bottoms = []
    for column, kinds in zip(sheet.columns, sheet.plan.members.values(), strict=True):
        nodes = [n for n in kinds.get("document", ()) if col.level(graph, n) == level]
        if nodes:
            bottoms.append(_rows(sheet, nodes, column.left + PAD, column.width))
    if bottoms:
        sheet.band(level, bottoms)


def _rows(sheet: _Sheet, nodes: Sequence[str], left: float, width: float) -> float:
    """Place documents in even rows below the band's header; give the bottom."""
    room = max(1, int(width / sheet.plan.document_width))
    lines = ceil(len(nodes) / room)
    for index, line in enumerate(_even(nodes, lines)):
        y = sheet.y + HEADER + DOCUMENT_HEIGHT * index
        for place, node in enumerate(line):
            sheet.at[node] = (left + (place + 0.5) * width / len(line), y + 10)
    return sheet.y + HEADER + DOCUMENT_HEIGHT * lines - 8


def _even(nodes: Sequence[str], lines: int) -> list[Sequence[str]]:
    """Cut *nodes* into *lines* runs of nearly one length.

    >>> [len(line) for line in _even("abcde", 2)]
    [3, 2]
    """
    cuts = [ceil(len(nodes) * index / lines) for index in range(lines + 1)]
    return [nodes[start:end] for start, end in zip(cuts, cuts[1:], strict=False)]


def _place_marks(sheet: _Sheet) -> None:
    """Put the places into the heads of their columns, right of the name."""
    lines = 1
    for column, kinds in zip(sheet.columns, sheet.plan.members.values(), strict=True):
        room = max(1, int(column.width / MARK))
        for index, node in enumerate(kinds.get("place", ())):
            line, place = divmod(index, room)
            x = column.right - PAD - place * MARK
            sheet.at[node] = (x, sheet.y + HEADER / 2 + line * MARK)
            lines = max(lines, line + 1)
    if any(column.place for column in sheet.columns):
        sheet.y += HEADER + (lines - 1) * MARK


def _tasks(sheet: _Sheet) -> None:
    """Set the tasks of each plan as words of a paragraph: a gap between two sections."""
    bottoms = []
    for column, kinds in zip(sheet.columns, sheet.plan.members.values(), strict=True):
        y = sheet.y + HEADER + TASK / 2
        for _, tasks in groupby(kinds.get("task", ()), lambda n: col.plan_of(sheet.plan.graph, n)):
            y = _paragraph(sheet, list(tasks), column, y) + TASK + PLAN_GAP
            bottoms.append(y - TASK / 2 - PLAN_GAP)
    if bottoms:
        sheet.band("tasks", bottoms)


def _paragraph(sheet: _Sheet, tasks: Sequence[str], column: Column, y: float) -> float:
    """Set one plan's tasks from the left; give the middle of the last line."""
    x, section, nodes = column.left + PAD + TASK / 2, None, sheet.plan.graph.nodes
    for task in tasks:
        here = nodes[task].get("section_title")
        x += SECTION_GAP if section is not None and here != section else 0
        if x > column.right - PAD - TASK / 2 + 1:
            x, y = column.left + PAD + TASK / 2, y + TASK
        sheet.at[task] = (x, y)
        x, section = x + TASK, here
    return y


def _agents(sheet: _Sheet) -> None:
    """Name the busiest agencies line by line; set the others below in a grid."""
    bottoms = []
    for column, kinds in zip(sheet.columns, sheet.plan.members.values(), strict=True):
        agents = kinds.get("agent", [])
        y = sheet.y + HEADER + NAMED_HEIGHT / 2
        for agent in agents[:NAMED]:
            sheet.at[agent] = (column.left + PAD + 6, y)
            sheet.named.append(agent)
            y += NAMED_HEIGHT
        if agents:
            bottoms.append(_agent_grid(sheet, agents[NAMED:], column, y))
    if bottoms:
        sheet.band("agents", bottoms)


def _agent_grid(sheet: _Sheet, agents: Sequence[str], column: Column, y: float) -> float:
    """Set *agents* in lines, each ordered by where its tasks stand; give the bottom."""
    room = max(1, int(column.width / AGENT))
    step = column.width / room
    for start in range(0, len(agents), room):
        line = sorted(agents[start : start + room], key=lambda agent: _barycentre(sheet, agent))
        for place, agent in enumerate(line):
            sheet.at[agent] = (column.left + PAD + (place + 0.5) * step, y + AGENT / 2 - 4)
        y += AGENT
    return y


def _barycentre(sheet: _Sheet, agent: str) -> tuple[float, str]:
    known = [sheet.at[n][0] for n in col.neighbours(sheet.plan.graph, agent) if n in sheet.at]
    return (round(fmean(known), 6) if known else 0, agent)
