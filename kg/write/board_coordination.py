"""Who works together: bodies as marks, shared tasks as lines, groups by colour, shape and number.

Bodies without a tie between them stand in cards of their own, each laid out by itself, so that
one province does not push another about.
"""

from __future__ import annotations

from collections import Counter
from math import sqrt
from typing import TYPE_CHECKING

import networkx as nx

from kg.write.board import Board, Bundle, Choice, Key, Ranks
from kg.write.board_boxes import svg, target
from kg.write.page_columns import place_name, plan_of
from kg.write.stress import spread_out
from kg.write.svg_parts import SHAPES, fitted, lines_of, shape, tag, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markupsafe import Markup

    Graph = nx.MultiDiGraph[str]
    Bodies = nx.Graph[str]
    Pair = tuple[str, str]
    Frame = tuple[float, float, float, float]
    At = Mapping[str, Sequence[float]]

WIDE, TALL = 880.0, 380.0
COLOURS = ("#0b4f8a", "#a84a00", "#00695c", "#6b3fa0", "#8a1c5b", "#5b5200")
_MOST = 500
"""More bodies than that would only make a knot: they stand in a ring, in the order of groups."""
_HEAD, _PAD, _GAP, _SIZE, _LINE = 34.0, 46.0, 16.0, 12.0, 14.0
_FEW = 3
"""A card of so few bodies is laid in a row."""


def coordination_board(
    graph: Graph, shared: Mapping[Pair, Sequence[str]], groups: Sequence[set[str]]
) -> Board:
    """Draw bodies and the tasks they share; *shared* gives the tasks of each pair of IRIs."""
    bodies: Bodies = nx.Graph()
    for (one, other), tasks in sorted(shared.items()):
        bodies.add_edge(one, other, weight=len(tasks))
    near = graph.subgraph(_kept(graph, shared))
    ranks = Ranks(near)
    order = _ordered(groups, bodies)
    group_of = {body: nth for nth, part in enumerate(order) for body in part}
    led = Counter(body for _, body, key in near.edges(keys=True) if key == "lead")
    bundles = [_tie(near, ranks, pair, tasks) for pair, tasks in sorted(shared.items())]
    sheet = _Sheet(near, ranks, bodies, group_of, led)
    places = sorted({place_name(near, body) for body in bodies if place_name(near, body)})
    figures = (("kinds.agent", len(bodies)), ("board.ties", len(shared)), ("board.groups", len(order)),
               ("kinds.task", len({task for tasks in shared.values() for task in tasks})))  # fmt: skip
    choices = (
        Choice("place", tuple((place, place, False) for place in places)),
        Choice("group", tuple((str(n), f"{n + 1}. {_first(near, part, led)}", False) for n, part in enumerate(order))),
    )  # fmt: skip
    legend = tuple(_key(near, n, part, led) for n, part in enumerate(order))
    return Board("coordination", near, sheet.drawn(WIDE), sheet.drawn(TALL), bundles, figures,
                 legend, choices, ("coordination.how", "coordination.groups", "board.never"))  # fmt: skip


def _kept(graph: Graph, shared: Mapping[Pair, Sequence[str]]) -> set[str]:
    """Give the bodies, the tasks that tie them, and the papers of those tasks."""
    tasks = {task for each in shared.values() for task in each}
    return {
        *(body for pair in shared for body in pair),
        *tasks,
        *(plan_of(graph, t) for t in tasks),
    } - {""}


def _ordered(groups: Sequence[set[str]], bodies: Bodies) -> list[set[str]]:
    """Sort groups by size, then by IRI; bodies of none make groups of one."""
    told = [part & set(bodies) for part in groups]
    loose = set(bodies) - set().union(*told)
    return sorted([*(p for p in told if p), *({b} for b in loose)], key=lambda p: (-len(p), min(p)))


def _first(graph: Graph, part: Iterable[str], led: Counter[str]) -> str:
    """Give the name of the body of a group that leads most, whose name tells the group."""
    chief = min(part, key=lambda body: (-led[body], _label(graph, body), body))
    return _label(graph, chief)


def _label(graph: Graph, body: str) -> str:
    facts = graph.nodes[body]
    return str(facts.get("label") or facts.get("name") or body)


def _short(graph: Graph, body: str) -> str:
    return str(graph.nodes[body].get("name") or _label(graph, body))


def _tie(graph: Graph, ranks: Ranks, pair: Pair, tasks: Sequence[str]) -> Bundle:
    one, other = pair
    ends = tuple((ranks.nodes[each], list[int]()) for each in pair)
    items = []
    for task in tasks:
        rank, words = ranks.task(task)
        said = [e for body in pair for e in ranks.between(task, body, "lead", "coordinate")]
        items.append((rank, [*words, *said]))
    name = f"{_short(graph, one)} — {_short(graph, other)}"
    number = (("fact.tasks", str(len(tasks)), False),)
    groups = (("board.ends", ends), ("board.shared", tuple(items)))
    return Bundle(f"{one} {other}", "kind.tie", name, number, (), groups)


def _key(graph: Graph, nth: int, part: set[str], led: Counter[str]) -> Key:
    drawn = tag(
        "svg",
        _badge(nth, 0, 0, 9, 1),
        viewBox="-12 -12 24 24",
        class_="icon big",
        aria_hidden="true",
    )
    return Key(drawn, f"{_first(graph, part, led)} ({len(part)})", said=False)


def _badge(nth: int, x: float, y: float, size: float, part: float) -> Markup:
    """Draw the mark of a group: a shape, a colour and its number."""
    drawn = shape(
        SHAPES[nth % len(SHAPES)], x, y, size, fill=COLOURS[nth % len(COLOURS)], class_="body"
    )
    text = tag("text", str(nth + 1), x=x, y=y + 3.6 * part, class_="number")
    return drawn + text


class _Sheet:
    """Lays out the cards and draws them, once for each width of screen."""

    def __init__(
        self, graph: Graph, ranks: Ranks, bodies: Bodies, group_of: Mapping[str, int], led: Counter[str]
    ) -> None:  # fmt: skip
        self.graph, self.ranks, self.bodies = graph, ranks, bodies
        self.group_of, self.led = group_of, led
        pairs = sorted(tuple(sorted(edge)) for edge in bodies.edges())
        self.order = {pair: nth for nth, pair in enumerate(pairs)}
        parts = (sorted(part) for part in nx.connected_components(bodies))
        cards = sorted(parts, key=lambda part: (-len(part), part))
        sizes: Counter[str] = Counter()
        for card in cards:
            sizes[self._place(card)] += len(card)
        self.cards = sorted(
            cards, key=lambda c: (-sizes[self._place(c)], self._place(c), -len(c), c)
        )
        self.laid = [self._laid(card) for card in self.cards]

    def _laid(self, card: list[str]) -> dict[str, tuple[float, float]]:
        """Give places between 0 and 1; the same card always the same, whatever came before."""
        if len(card) <= _FEW:
            step = 1 / (len(card) - 1)
            return {b: (n * step, 0.25 + 0.3 * (n % 2)) for n, b in enumerate(card)}
        part: Bodies = nx.Graph()
        part.add_nodes_from(
            body for _, body in sorted((self.group_of[each], each) for each in card)
        )
        part.add_edges_from(sorted((min(e), max(e)) for e in self.bodies.subgraph(card).edges()))
        return _spread(spread_out(part) if len(card) <= _MOST else nx.circular_layout(part))

    def drawn(self, width: float) -> Markup:
        parts: list[Markup] = []
        x = y = line = 0.0
        for card, laid in zip(self.cards, self.laid, strict=True):
            wide, high = self._room(card, width)
            if x and x + wide > width:
                x, y, line = 0.0, y + line + _GAP, 0.0
            parts += self._card(card, laid, (x, y, wide, high))
            x, line = x + wide + _GAP, max(line, high)
        return svg("coordination", parts, width, y + line)

    def _place(self, card: list[str]) -> str:
        """Give the place that most bodies of a card have; "" where none has one."""
        heads = Counter(place_name(self.graph, body) for body in card)
        return min((p for p in heads if p), key=lambda p: (-heads[p], p), default="")

    def _room(self, card: list[str], width: float) -> tuple[float, float]:
        """Give a card's size: what its names need, no wider than the screen."""
        area = 15500.0 * len(card)
        wide = min(width, max(min(width, 300.0), sqrt(area * 1.6)))
        if width - wide < 316:  # noqa: PLR2004 - what is left would hold no other card
            wide = width
        return wide, max(190.0, area / wide + _HEAD + _PAD)

    def _card(self, card: list[str], laid: At, frame: Frame) -> Iterator[Markup]:
        left, top, wide, high = frame
        yield tag(
            "rect", x=left + 0.5, y=top + 0.5, width=wide - 1, height=high - 1, rx=8, class_="card"
        )
        name = self._place(card)
        if name:
            yield tag(
                "text",
                fitted(name, wide - 20, 14)[0],
                x=left + 12,
                y=top + 23,
                class_="place",
                lang="vi",
            )
        at = {
            body: (round(left + _PAD + px * (wide - 2 * _PAD), 1),
                   round(top + _HEAD + 14 + py * (high - _HEAD - 14 - _PAD), 1))
            for body, (px, py) in laid.items()
        }  # fmt: skip
        yield from self._ties(card, at)
        yield from self._names(card, at, frame)

    def _ties(self, card: list[str], at: At) -> Iterator[Markup]:
        pairs = sorted(tuple(sorted(edge)) for edge in self.bodies.subgraph(card).edges())
        for one, other in pairs:
            weight = self.bodies[one][other]["weight"]
            (x1, y1), (x2, y2) = at[one], at[other]
            line = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
            tokens = self._tokens(one, other)
            yield tag("g", tag("line", class_="hit", **line),
                      tag("line", class_="tie", stroke_width=1 + sqrt(weight), **line),
                      class_="mark line", data_f=tokens, **target(f"bundle:{self.order[one, other]}"))  # fmt: skip

    def _tokens(self, *bodies: str) -> str:
        """Give what filters look for; a tie has those of both of its ends."""
        told = {f"place:{place_name(self.graph, body)}" for body in bodies}
        told |= {f"group:{self.group_of[body]}" for body in bodies}
        return "\n".join(sorted(told))

    def _names(
        self, card: list[str], at: At, frame: Frame
    ) -> Iterator[Markup]:  # fmt: skip
        """Draw the marks; the busiest get their names first, those without room when chosen."""
        taken = [(at[b][0] - self._size(b), at[b][1] - self._size(b), 2 * self._size(b), 2 * self._size(b)) for b in card]  # fmt: skip
        for body in sorted(card, key=lambda b: (-self.led[b], -self.bodies.degree(b), b)):
            (x, y), size = at[body], self._size(body)
            lines = fitted(_short(self.graph, body), 132, _SIZE, 3)
            wide = max(width_of(line, _SIZE) for line in lines)
            middle = min(max(x, frame[0] + wide / 2 + 4), frame[0] + frame[2] - wide / 2 - 4)
            box = (middle - wide / 2, y + size + 2, wide, _LINE * len(lines))
            above = (box[0], y - size - 2 - box[3], wide, box[3])
            spot = next((b for b in (box, above) if _free(b, taken, frame)), None)
            taken += [spot] if spot else []
            first = (spot or box)[1] + 11
            label = lines_of(
                lines, middle, first, _LINE, class_="name" if spot else "name late", lang="vi"
            )
            full = tag("title", _label(self.graph, body))
            yield tag("g", full, _badge(self.group_of[body], x, y, size, 1), label, class_="mark",
                      data_f=self._tokens(body), **target(f"node:{self.ranks.nodes[body]}"))  # fmt: skip

    def _size(self, body: str) -> float:
        return round(8 + 2.2 * sqrt(self.led[body]), 1)


def _spread(at: Mapping[str, Iterable[float]]) -> dict[str, tuple[float, float]]:
    """Stretch a layout to the whole of its card; rounded, so that small differences vanish."""
    points = {body: tuple(map(float, point)) for body, point in at.items()}
    xs, ys = [p[0] for p in points.values()], [p[1] for p in points.values()]
    wide, high = max(xs) - min(xs) or 1, max(ys) - min(ys) or 1
    return {
        body: (round((p[0] - min(xs)) / wide, 3), round((p[1] - min(ys)) / high, 3))
        for body, p in sorted(points.items())
    }


def _free(
    box: Frame,
    taken: Iterable[Frame],
    frame: Frame,
) -> bool:
    x, y, wide, high = box
    if y < frame[1] + _HEAD - 4 or y + high > frame[1] + frame[3] - 2:
        return False
    return not any(
        x < a + w and a < x + wide and y < b + h and b < y + high for a, b, w, h in taken
    )
