"""Time: documents on the day of their issue and tasks in the year they end, a lane a place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.text import alphabetical
from kg.write.board import Board, Bundle, Choice, Ranks
from kg.write.board_boxes import svg, target
from kg.write.board_ego import legend
from kg.write.board_words import WORDS
from kg.write.board_years import year_of
from kg.write.page_columns import CENTRAL, LEVELS, column_of_place, place_name, plan_of
from kg.write.page_style import MARKS, mark_of
from kg.write.svg_parts import fitted, said, shape, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx
    from markupsafe import Markup

    Graph = nx.MultiDiGraph[str]

WIDE, TALL = 880.0, 380.0
_STEP, _BAR, _PAD, _AXIS = 17.0, 30.0, 10.0, 28.0
_NARROW = 600
"""A narrower picture has no gutter for the names of its lanes."""
_SHORTEST = 7
"""A date with its month; a year alone tells no place on a line of days."""


@dataclass
class _Lane:
    name: str
    is_key: bool
    documents: list[str] = field(default_factory=list)
    tasks: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    undated: list[str] = field(default_factory=list)


def timeline_board(graph: Graph) -> Board:
    """Draw the documents that have a date and the years in which tasks end."""
    whole = _lanes(graph)
    undated = sum(len(lane.undated) for lane in whole)
    lanes = [lane for lane in whole if lane.documents or lane.tasks]
    dated = [node for lane in lanes for node in lane.documents]
    tasks = [task for lane in lanes for heap in lane.tasks.values() for task in heap]
    kept = {*dated, *tasks, *(plan_of(graph, task) for task in tasks)} - {""}
    near = graph.subgraph(kept)
    ranks = Ranks(near)
    bundles: list[Bundle] = []
    number: dict[tuple[str, int], int] = {}
    for lane in lanes:
        for year in sorted(lane.tasks):
            number[lane.name, year] = len(bundles)
            items = tuple(ranks.task(task) for task in sorted(lane.tasks[year]))
            facts = (("fact.place", lane.name, lane.is_key), ("fact.tasks", str(len(items)), False))
            bundles.append(
                Bundle(
                    f"{lane.name} {year}",
                    "kind.year",
                    str(year),
                    facts,
                    (),
                    (("kinds.task", items),),
                )
            )
    figures = (("board.dated", len(dated)), ("board.undated", undated), ("board.ending", len(tasks)),
               ("board.lanes", len(lanes)))  # fmt: skip
    places = tuple((lane.name, lane.name, lane.is_key) for lane in lanes)
    wide, tall = (_drawn(ranks, lanes, number, width) for width in (WIDE, TALL))
    return Board("timeline", near, wide, tall, bundles, figures, legend(near, ()),
                 (Choice("place", places),), ("timeline.how", "timeline.missing", "board.never"))  # fmt: skip


def _lanes(graph: Graph) -> list[_Lane]:
    """Give the lanes from the top: central levels, then the provinces, then what has no place."""
    documents = sorted(n for n, facts in graph.nodes(data=True) if facts.get("kind") == "document")
    local = {place_name(graph, node) for node in documents if place_name(graph, node)}
    names = sorted(local)
    found: dict[tuple[int, str], _Lane] = {}
    for node in documents:
        facts = graph.nodes[node]
        lane = _lane(found, str(facts.get("level") or "unknown"), place_name(graph, node), names)
        is_dated = len(str(facts.get("date") or "")) >= _SHORTEST and year_of(facts["date"])
        (lane.documents if is_dated else lane.undated).append(node)
        for _, task, key in sorted(graph.out_edges(node, keys=True)):
            year = year_of(graph.nodes[task].get("time_end")) if key == "has_task" else None
            if year:
                lane.tasks[year].append(task)
    ordered = sorted(found, key=lambda each: (each[0], alphabetical(each[1])))
    return [found[key] for key in ordered]


def _lane(found: dict[tuple[int, str], _Lane], level: str, place: str, names: list[str]) -> _Lane:
    if place and level not in CENTRAL:
        name = column_of_place(place, names)
        return found.setdefault((len(LEVELS), name), _Lane(name, is_key=False))
    key = level if level in LEVELS else "unknown"
    order = LEVELS.index(key) if key in CENTRAL else len(LEVELS) + 1
    return found.setdefault((order, key), _Lane(f"level.{key}", is_key=True))


def _moment(date: str) -> float:
    """Give a day as a year with its fraction: enough for a place on the line.

    >>> _moment("2025-07-01"), _moment("2025")
    (2025.5, 2025.0)
    """
    parts = [int(part) if part.isascii() and part.isdigit() else 1 for part in date.split("-")[:3]]
    year, month, day = [*parts, 1, 1][:3]
    return round(year + (month - 1) / 12 + (day - 1) / 366, 3)


class _Scale:
    """Where a moment stands between the name of the lane and the right edge."""

    def __init__(self, lanes: list[_Lane], dates: list[float], width: float) -> None:
        ends = [year + 0.99 for lane in lanes for year in lane.tasks] + dates
        self.first, self.last = int(min(ends, default=2020)), int(max(ends, default=2021)) + 1
        self.is_narrow = width < _NARROW
        self.left = 4.0 if self.is_narrow else 130.0
        self.most = max((len(heap) for lane in lanes for heap in lane.tasks.values()), default=1)
        self.width = width

    def at(self, moment: float) -> float:
        room = self.width - self.left - 14
        return self.left + room * (moment - self.first) / (self.last - self.first)

    def years(self) -> Iterator[int]:
        step = max(1, round((self.last - self.first) / ((self.width - self.left) / 46)))
        yield from range(self.first, self.last + 1, step)


def _drawn(
    ranks: Ranks, lanes: list[_Lane], number: dict[tuple[str, int], int], width: float
) -> Markup:
    dates = [_moment(str(ranks.graph.nodes[n]["date"])) for lane in lanes for n in lane.documents]
    scale = _Scale(lanes, dates, width)
    grounds: list[Markup] = []
    marks: list[Markup] = []
    y = _AXIS
    for nth, lane in enumerate(lanes):
        inside, high = _lane_parts(ranks, lane, number, scale, y)
        name = "lane odd" if nth % 2 else "lane"
        grounds.append(tag("rect", x=0, y=y, width=width, height=high, class_=name))
        marks += inside
        y += high
    ticks = [_tick(scale, year, y) for year in scale.years()]
    return svg("timeline", [*grounds, *ticks, *marks], width, y)


def _tick(scale: _Scale, year: int, bottom: float) -> Markup:
    x = scale.at(year)
    line = tag("line", x1=x, y1=_AXIS - 4, x2=x, y2=bottom, class_="grid")
    return tag("g", line, tag("text", str(year), x=max(x, 16.0), y=16, class_="tick"))


def _lane_parts(
    ranks: Ranks, lane: _Lane, number: dict[tuple[str, int], int], scale: _Scale, top: float
) -> tuple[list[Markup], float]:  # fmt: skip
    head = 22.0 if scale.is_narrow else 4.0
    parts = [_name(lane, scale, top)]
    rows: list[float] = []
    moments = {node: _moment(str(ranks.graph.nodes[node]["date"])) for node in lane.documents}
    for node in sorted(lane.documents, key=lambda each: (moments[each], each)):
        x = scale.at(moments[node])
        row = next((nth for nth, last in enumerate(rows) if x - last >= _STEP), len(rows))
        rows[row:row + 1] = [x]  # fmt: skip
        parts.append(_document(ranks, node, x, top + head + _PAD + row * _STEP, lane))
    foot = top + head + _PAD + len(rows) * _STEP + (_BAR + 18 if lane.tasks else 0)
    parts += [
        _bar(lane, year, number[lane.name, year], scale, foot - 4) for year in sorted(lane.tasks)
    ]
    high = max(foot - top + 6, 30.0)
    return parts, high


def _name(lane: _Lane, scale: _Scale, top: float) -> Markup:
    if lane.is_key:
        return tag("text", said(lane.name, WORDS[lane.name][0]), x=8, y=top + 19, class_="place")
    return tag(
        "text",
        fitted(lane.name, max(scale.left, 200) - 14, 13)[0],
        x=8,
        y=top + 19,
        class_="place",
        lang="vi",
    )


def _document(ranks: Ranks, node: str, x: float, y: float, lane: _Lane) -> Markup:
    facts = ranks.graph.nodes[node]
    mark = MARKS[mark_of(facts)]
    full = tag("title", f"{facts.get('label') or node} · {facts['date']}")
    drawn = shape(mark.shape, x, y, 6, fill=mark.fill, stroke=mark.border, stroke_width=2,
                  stroke_dasharray="3 2" if mark.dashed else None)  # fmt: skip
    hit = tag("rect", x=x - 8, y=y - 8, width=16, height=16, class_="hit")
    return tag(
        "g",
        full,
        hit,
        drawn,
        class_="mark",
        data_f=f"place:{lane.name}",
        **target(f"node:{ranks.nodes[node]}"),
    )


def _bar(lane: _Lane, year: int, bundle: int, scale: _Scale, foot: float) -> Markup:
    heap = lane.tasks[year]
    left, right = scale.at(year), scale.at(year + 1)
    tall = max(3.0, _BAR * len(heap) / scale.most)
    wide = max(3.0, right - left - 2)
    bar = tag("rect", x=left + 1, y=foot - tall, width=wide, height=tall, class_="bar task")
    hit = tag("rect", x=left, y=foot - _BAR - 12, width=wide + 2, height=_BAR + 12, class_="hit")
    count = tag("text", str(len(heap)), x=left + 1 + wide / 2, y=foot - tall - 3, class_="count")
    full = tag("title", f"{year}: {len(heap)}")
    return tag("g", full, hit, bar, count, class_="mark", data_f=f"place:{lane.name}", **target(f"bundle:{bundle}"))  # fmt: skip
