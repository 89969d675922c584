"""A large graph in parts: an overview in which a mark stands for many, and a part for each place.

The overview counts documents by level and place, tasks and agencies by place; a part is a column
of the cascade with what it is tied to elsewhere. The page reads a part when it is opened.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import networkx as nx

from kg.write.page_columns import KINDS, NO_PLACE, columns, kind, level, neighbours, plan_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Graph = nx.MultiDiGraph[str]

MOST = 3000
"""A graph of more nodes than that opens with its overview."""
_ALONE = 60
"""So many documents above the columns are drawn one by one; more are counted by level."""
_UP = ("implements", "based_on", "amends", "repeals")


def parted(graph: Graph) -> tuple[Graph, dict[str, Graph]]:
    """Give the overview of *graph* and its parts by name, in the order in which nodes name them.

    A part of more than ``MOST`` nodes is divided again, by the document that its tasks stand in.
    """
    home = columns(graph)
    inside: dict[str, list[str]] = defaultdict(list)
    for node in sorted(home):
        inside[home[node]].append(node)
    above = sorted(node for node in graph if node not in home)
    heaps = {
        name: each for name in sorted(inside) for name, each in _divided(graph, name, inside[name])
    }
    members: dict[str, list[str]] = dict(heaps)
    if len(above) > _ALONE:
        members["^"] = above
    parts = {name: graph.subgraph(_with_ties(graph, each)) for name, each in members.items()}
    return _overview(graph, members, above), parts


def _divided(graph: Graph, name: str, nodes: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Divide a column that is too large by the papers that its tasks stand in, a few at a time."""
    if len(nodes) <= MOST:
        yield name, nodes
        return
    heaps: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        paper = plan_of(graph, node) if kind(graph, node) == "task" else ""
        heaps[paper or (node if kind(graph, node) == "document" else "")].append(node)
    loose = heaps.pop("", [])
    waiting: list[str] = []
    number = 1
    for paper in sorted(heaps):
        if waiting and len(waiting) + len(heaps[paper]) > MOST // 2:
            yield f"{name} {number}", waiting
            waiting, number = [], number + 1
        waiting = waiting + heaps[paper]
    named = set(loose) - {other for node in nodes for other in neighbours(graph, node)}
    yield f"{name} {number}", waiting + sorted(named)


def _with_ties(graph: Graph, nodes: Iterable[str]) -> set[str]:
    """Add what stands at the other end of an edge, and all that a document rests on."""
    own = set(nodes)
    tied = {
        other for node in own for other in neighbours(graph, node) if kind(graph, other) != "task"
    }
    found = own | tied
    waiting = sorted(node for node in found if kind(graph, node) == "document")
    while waiting:
        for _, end, key in graph.out_edges(waiting.pop(), keys=True):
            if key in _UP and end not in found:
                found.add(end)
                waiting.append(end)
    return found


def _overview(graph: Graph, members: Mapping[str, list[str]], above: list[str]) -> Graph:
    """Count nodes and edges by part, kind and level; few documents above stay themselves."""
    made: Graph = nx.MultiDiGraph()
    heap: dict[str, str] = {}
    for index, (name, nodes) in enumerate(members.items()):
        for node in nodes:
            heap[node] = (
                f"{index} {kind(graph, node)} {level(graph, node) if kind(graph, node) == 'document' else ''}"
            )
        _heaps(graph, made, index, name, nodes)
    for node in above if "^" not in members else ():
        heap[node] = node
        made.add_node(node, **graph.nodes[node])
    for start, end, key, facts in graph.edges(keys=True, data=True):
        one, other = heap.get(start, ""), heap.get(end, "")
        if not one or not other or one == other:
            continue
        if (one, other) == (start, end):
            made.add_edge(start, end, key=key, **facts)
        elif made.has_edge(one, other, key):
            made.edges[one, other, key]["count"] += 1
        else:
            made.add_edge(one, other, key=key, relation=key, count=1)
    return made


def _heaps(graph: Graph, made: Graph, index: int, name: str, nodes: list[str]) -> None:
    """Add a mark for each kind of one part, and for each level of its documents."""
    place = name.rstrip(" 0123456789") if name != "^" else ""
    counts = Counter(
        (kind(graph, node), level(graph, node) if kind(graph, node) == "document" else "") for node in nodes
    )  # fmt: skip
    papers = sorted(each for each in counts if each[0] == "document")
    for (what, tier), number in sorted(counts.items()):
        if what not in KINDS or what == "place":
            continue
        facts = {"kind": what, "many": number, "part": index, "label": name or NO_PLACE}
        facts |= {"place": place} if place else {}
        facts |= {"level": tier, "held": True} if what == "document" else {}
        if what == "task" and papers:
            facts["document"] = f"{index} document {papers[-1][1]}"
        made.add_node(f"{index} {what} {tier}", **facts)
