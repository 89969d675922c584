"""The cascade as a flow: from directives through provinces to kinds of bodies; width is tasks.

A plan that answers several papers flows under each of them, and a task with leads of two kinds
to each: the ribbons of a column may add up to more than the tasks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.write.board import Board, Bundle, Key, Ranks
from kg.write.board_flow_drawn import COLOURS, HEADS, drawn
from kg.write.board_words import WORDS
from kg.write.page_columns import LEVELS, column_of_place, kind, level, place_name
from kg.write.svg_parts import tag

if TYPE_CHECKING:
    import networkx as nx
    from markupsafe import Markup

    Graph = nx.MultiDiGraph[str]

WIDE, TALL = 880.0, 720.0
_MOST = 14
_LAYERS = (LEVELS[:4], LEVELS[4:5], LEVELS[5:7], LEVELS[7:])
_KINDS = len(_LAYERS)


Spot = tuple[int, str]
Pair = tuple[Spot, Spot]


@dataclass
class Stop:
    """One block of a column: documents of one place, or the bodies of one kind."""

    layer: int
    name: str
    is_key: bool = False
    documents: set[str] = field(default_factory=set)
    value: int = 0
    top: float = 0
    height: float = 0

    @property
    def said(self) -> str:
        """Give the name in the language that the page is drawn in."""
        return WORDS[self.name][0] if self.is_key else self.name


def flow_board(graph: Graph) -> Board:
    """Draw how many tasks rest on which directive, by place and by the kind of body that leads."""
    found = Flow(graph)
    near = graph.subgraph(found.kept())
    ranks = Ranks(near)
    pairs, blocks = sorted(found.ribbons), sorted(found.stops)
    bundles = [_ribbon_bundle(found, ranks, pair) for pair in pairs]
    bundles += [_stop_bundle(found, ranks, key) for key in blocks]
    figures = (("kinds.task", sum(map(len, found.tasks.values()))),
               ("board.directives", sum(key[0] == 0 for key in blocks)),
               ("board.ribbons", len(pairs)), ("board.plans", len(found.tasks)))  # fmt: skip
    layers = sorted({key[0] for key in blocks})
    legend = tuple(Key(_square(COLOURS[layer]), HEADS[layer]) for layer in layers)
    wide, tall = (drawn(found, pairs, blocks, width) for width in (WIDE, TALL))
    return Board("flow", near, wide, tall, bundles, figures, legend, (),
                 ("flow.how", "flow.twice", "board.never"))  # fmt: skip


class Flow:
    """What flows where: *stops* are the blocks, *ribbons* the tasks between two of them."""

    def __init__(self, graph: Graph) -> None:
        """Follow the tasks of every document up to its directives and on to who leads."""
        self.graph = graph
        self.stops: dict[Spot, Stop] = {}
        self.ribbons: dict[Pair, set[str]] = defaultdict(set)
        self.links: dict[Pair, set[tuple[str, str]]] = defaultdict(set)
        self.tasks = _tasks(graph)
        self.places = sorted(
            {place_name(graph, n) for n in graph if kind(graph, n) == "document"} - {""}
        )
        self._up()
        self._down()
        for key, stop in self.stops.items():
            ins = sum(len(tasks) for (_, end), tasks in self.ribbons.items() if end == key)
            outs = sum(len(tasks) for (start, _), tasks in self.ribbons.items() if start == key)
            stop.value = max(ins, outs)
        self.stops = {key: stop for key, stop in self.stops.items() if stop.value}

    def is_rest(self, key: Spot) -> bool:
        """Tell whether a block holds what has none of its own: it stands last."""
        return key[0] == 0 and self.stops[key].is_key

    def kept(self) -> set[str]:
        """Give the nodes that the page needs."""
        tasks = {task for own in self.ribbons.values() for task in own}
        linked = {node for pairs in self.links.values() for pair in pairs for node in pair}
        return tasks | linked | {each for stop in self.stops.values() for each in stop.documents}

    def _up(self) -> None:
        above = {document: _lines_up(self.graph, document) for document in sorted(self.tasks)}
        weights: Counter[str] = Counter({each: len(own) for each, own in self.tasks.items()})
        for document, lines in above.items():
            for top in {top for _, top in lines}:
                weights[top] += len(self.tasks[document])
        central = [each for each in weights if _layer(self.graph, each) == 0]
        chiefs = frozenset(sorted(central, key=lambda each: (-weights[each], each))[:_MOST])
        for document, lines in above.items():
            self._stop(document, chiefs)
            for below, top in sorted(lines):
                pair = (self._stop(top, chiefs), self._stop(below, chiefs))
                if pair[0][0] < pair[1][0]:
                    self.ribbons[pair] |= self.tasks[document]
                    self.links[pair].add((below, top))

    def _stop(self, document: str, chiefs: frozenset[str]) -> Spot:
        """Give the block of a document; of the directives the weightiest have one of their own."""
        layer = _layer(self.graph, document)
        if layer == 0:
            is_chief = document in chiefs
            key = (0, document if is_chief else "flow.others")
            name = _label(self.graph, document) if is_chief else "flow.others"
            made = self.stops.setdefault(key, Stop(0, name, not is_chief))
        else:
            place = column_of_place(place_name(self.graph, document), self.places)
            key = (layer, place or "column.none")
            made = self.stops.setdefault(key, Stop(layer, key[1], not place))
        made.documents.add(document)
        return key

    def _down(self) -> None:
        """Lead each task on to the kinds of bodies that lead it, or to nobody."""
        home = {document: key for key, stop in self.stops.items() for document in stop.documents}
        for document, own in sorted(self.tasks.items()):
            for task in sorted(own):
                for name in _led_by(self.graph, task):
                    key = (_KINDS, name)
                    self.stops.setdefault(key, Stop(_KINDS, name, name in WORDS))
                    self.ribbons[home[document], key].add(task)


def _tasks(graph: Graph) -> dict[str, set[str]]:
    """Give the tasks of each document that has some."""
    found: dict[str, set[str]] = defaultdict(set)
    for start, end, key in graph.edges(keys=True):
        if key == "has_task":
            found[start].add(end)
    return found


def _layer(graph: Graph, document: str) -> int:
    told = level(graph, document)
    return next((nth for nth, levels in enumerate(_LAYERS) if told in levels), _KINDS - 1)


def _lines_up(graph: Graph, document: str) -> set[tuple[str, str]]:
    """Give every link (below, above) by which a document implements others, to the top."""
    found: set[tuple[str, str]] = set()
    waiting, seen = [document], {document}
    while waiting:
        here = waiting.pop()
        for _, end, key in graph.out_edges(here, keys=True):
            if key == "implements":
                found.add((here, end))
                if end not in seen:
                    seen.add(end)
                    waiting.append(end)
    return found


def _label(graph: Graph, node: str) -> str:
    return str(graph.nodes[node].get("label") or node)


def _led_by(graph: Graph, task: str) -> list[str]:
    """Give the kinds of the bodies that lead a task, as keys of the words of the page."""
    leads = [end for _, end, key in graph.out_edges(task, keys=True) if key == "lead"]
    kinds = {str(graph.nodes[each].get("agent_kind") or "other") for each in leads}
    return sorted(f"agency.{each}" for each in kinds) or ["agency.none"]


def _square(colour: str) -> Markup:
    drawn_ = tag("rect", x=-7, y=-7, width=14, height=14, fill=colour)
    return tag("svg", drawn_, viewBox="-10 -10 20 20", class_="icon", aria_hidden="true")


def _ribbon_bundle(found: Flow, ranks: Ranks, pair: Pair) -> Bundle:
    start, end = (found.stops[key] for key in pair)
    links = tuple(
        (ranks.nodes[below], ranks.between(below, top, "implements"))
        for below, top in sorted(found.links[pair])
    )
    items = tuple(ranks.task(task) for task in sorted(found.ribbons[pair]))
    facts = (("panel.from", start.name, start.is_key), ("panel.to", end.name, end.is_key),
             ("fact.tasks", str(len(items)), False))  # fmt: skip
    groups = ((("relation.implements", links),) if links else ()) + (("kinds.task", items),)
    name = f"{start.said} → {end.said}"
    return Bundle(f"{_id(pair[0])} > {_id(pair[1])}", "kind.ribbon", name, facts, (), groups)


def _id(key: Spot) -> str:
    """Name a block in addresses; the script finds the ends of a ribbon by their names."""
    return f"{key[0]} {key[1]}"


def _stop_bundle(found: Flow, ranks: Ranks, key: Spot) -> Bundle:
    stop = found.stops[key]
    tasks = {task for pair, own in found.ribbons.items() if key in pair for task in own}
    documents = tuple((ranks.nodes[each], list[int]()) for each in sorted(stop.documents))
    items = tuple(ranks.task(task) for task in sorted(tasks))
    groups = ((("kinds.document", documents),) if documents else ()) + (("kinds.task", items),)
    facts = (("fact.tasks", str(len(tasks)), False),)
    return Bundle(_id(key), HEADS[stop.layer], stop.said, facts, (), groups)
