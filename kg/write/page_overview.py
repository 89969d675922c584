"""A large graph in parts: an overview in which a mark stands for many, and a part for each place.

The overview counts documents by level and place, tasks and agencies by place; a part is a column
of the cascade with what it is tied to elsewhere. The page reads a part when it is opened.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import networkx as nx

from kg.write.page_columns import KINDS, columns, kind, level, neighbours, plan_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Graph = nx.MultiDiGraph[str]

MOST = 2000
"""A graph of more nodes than that opens with its overview."""
_ALONE = 60
"""So many documents above the columns are drawn one by one; more are counted by level."""
_UP = ("implements", "based_on", "amends", "repeals")


Members = dict[str, tuple[str, list[str]]]
"""Part -> its place, and who stands in it."""


def parted(graph: Graph) -> tuple[Graph, dict[str, Graph]]:
    """Give the overview of *graph* and its parts by name, in the order in which nodes name them.

    A column of more than ``MOST`` nodes is divided again, by the papers that its tasks stand in.
    """
    home = columns(graph)
    inside: dict[str, list[str]] = defaultdict(list)
    for node in sorted(home):
        inside[home[node]].append(node)
    above = sorted(node for node in graph if node not in home)
    members: Members = {
        name: (place, nodes)
        for place in sorted(inside)
        for name, nodes in _divided(graph, place, inside[place])
    }
    if len(above) > _ALONE:
        members["^"] = ("", above)
    parts = {name: graph.subgraph(_with_ties(graph, nodes)) for name, (_, nodes) in members.items()}
    return _overview(graph, members, above), parts


def _divided(graph: Graph, name: str, nodes: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Divide a column that is too large by the papers that its tasks stand in, a few at a time."""
    if len(nodes) <= MOST:
        yield name, nodes
        return
    heaps: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        paper = node if kind(graph, node) == "document" else ""
        heaps[plan_of(graph, node) if kind(graph, node) == "task" else paper].append(node)
    loose = heaps.pop("", [])
    chunks: list[list[str]] = [[]]
    for paper in sorted(heaps):
        if chunks[-1] and len(chunks[-1]) + len(heaps[paper]) > MOST // 2:
            chunks.append([])
        chunks[-1] += heaps[paper]
    where = {node: nth for nth, chunk in enumerate(chunks) for node in chunk}
    for node in loose:  # a body stands in the first part that it has work in
        chunks[min((where[o] for o in neighbours(graph, node) if o in where), default=-1)].append(
            node
        )
    yield from ((f"{name} {nth}", chunk) for nth, chunk in enumerate(chunks, start=1))


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


def _overview(graph: Graph, members: Members, above: list[str]) -> Graph:
    """Count nodes and edges by part, kind and level; few documents above stay themselves."""
    made: Graph = nx.MultiDiGraph()
    heap: dict[str, str] = {}
    for index, (place, nodes) in enumerate(members.values()):
        heap |= {node: f"{index} {' '.join(_sort(graph, node))}" for node in nodes}
        _heaps(graph, made, index, place, nodes)
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


def _sort(graph: Graph, node: str) -> tuple[str, str]:
    """Give what is counted together: one kind, and of documents one level."""
    what = kind(graph, node)
    return what, level(graph, node) if what == "document" else ""


def _heaps(graph: Graph, made: Graph, index: int, place: str, nodes: list[str]) -> None:
    """Add a mark for each kind of one part, and for each level of its documents."""
    counts = Counter(_sort(graph, node) for node in nodes)
    papers = sorted(each for each in counts if each[0] == "document")
    for (what, tier), number in sorted(counts.items()):
        if what not in KINDS or what == "place":
            continue
        facts = {"kind": what, "many": number, "part": index, "label": place}
        facts |= {"place": place} if place else {}
        if what == "document":
            here = any(graph.nodes[n].get("held") for n in nodes if _sort(graph, n) == (what, tier))
            facts |= {"level": tier, "held": here}
        if what == "task" and papers:
            facts["document"] = f"{index} document {papers[-1][1]}"
        made.add_node(f"{index} {what} {tier}", **facts)
