"""Which column of the page each node stands in: one column a place, central papers across all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import networkx as nx

LEVELS = (
    "central-party",
    "national-assembly",
    "central-government",
    "ministry",
    "province-party",
    "province-government",
    "provincial-department",
    "district-party",
    "district-government",
    "district-department",
    "commune-party",
    "commune-government",
    "organisation",
    "unknown",
)
"""The cascade from the top, as ``ontology/types.ttl`` orders it."""

CENTRAL = frozenset(LEVELS[:4])
NO_PLACE = ""
"""The column of what has no place of its own."""

KINDS = ("document", "task", "agent", "place")
SWEEPS = 4
"""How often columns and central documents are sorted by each other in turn."""


@dataclass(frozen=True, slots=True)
class Members:
    """Who stands in one column, each in the order of reading."""

    place: str
    documents: dict[str, list[str]]
    """By level."""
    plans: list[list[tuple[str, str]]]
    """The tasks of each plan, each with the title of its section."""
    agents: list[str]
    places: list[str]

    @property
    def tasks(self) -> int:
        """Count the tasks of all plans."""
        return sum(len(plan) for plan in self.plans)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who stands where: documents above all columns by level, then the columns from the left."""

    above: dict[str, list[str]]
    columns: tuple[Members, ...]


def kind(graph: nx.MultiDiGraph[str], node: str) -> str:
    """Give the kind of *node*: document, task, agent or place."""
    return str(graph.nodes[node].get("kind", ""))


def level(graph: nx.MultiDiGraph[str], node: str) -> str:
    """Give the level of a document, ``unknown`` when none is told."""
    told = graph.nodes[node].get("level")
    return told if told in LEVELS else "unknown"


def place_name(graph: nx.MultiDiGraph[str], node: str) -> str:
    """Give the name of a node's place, also where the attribute is the place's own IRI."""
    told = str(graph.nodes[node].get("place", ""))
    return str(graph.nodes[told].get("label", told)) if told in graph else told


def neighbours(graph: nx.MultiDiGraph[str], node: str) -> Iterator[str]:
    """Give the other ends of all edges of *node*, one for each edge."""
    yield from (end for _, end in graph.out_edges(node))
    yield from (start for start, _ in graph.in_edges(node))


def column_of_place(place: str, columns: Iterable[str]) -> str:
    """Give the widest column that *place* ends in, or the place itself.

    >>> column_of_place("Thành phố Tam Điệp, tỉnh Ninh Bình", ["Tỉnh Ninh Bình"])
    'Tỉnh Ninh Bình'
    """
    folded = place.casefold()
    wider = [name for name in columns if folded.endswith(", " + name.casefold())]
    return min(wider, key=lambda name: (len(name), name), default=place)


def cast(graph: nx.MultiDiGraph[str]) -> Cast:
    """Give every node of *graph* its column, or a place above them.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("nq36", kind="document", level="central-party")
    >>> graph.add_node("kh452", kind="document", level="province-government", place="Đắk Nông")
    >>> found = cast(graph)
    >>> found.above, [members.place for members in found.columns]
    ({'central-party': ['nq36']}, ['Đắk Nông'])
    """
    home = columns(graph)
    names, above = ordered(graph, home)
    strays = [node for node in sorted(graph) if kind(graph, node) not in KINDS]
    inside: dict[str, list[str]] = {name: [] for name in names}
    for node in sorted(home):
        inside[home[node]].append(node)
    order = _task_order(graph)
    found = tuple(_members(graph, name, inside[name], order) for name in names)
    return Cast(_by_level(graph, [*above, *strays]), found)


def _members(
    graph: nx.MultiDiGraph[str],
    name: str,
    nodes: list[str],
    order: Callable[[str], tuple[str, int, str]],
) -> Members:
    by_kind: dict[str, list[str]] = {told: [] for told in KINDS}
    for node in nodes:
        by_kind[kind(graph, node)].append(node)
    tasks = sorted(by_kind["task"], key=order)
    sections = graph.nodes(data="section_title", default="")
    plans = [
        [(task, str(sections[task])) for task in group]
        for _, group in groupby(tasks, lambda task: order(task)[0])
    ]
    agents = sorted(by_kind["agent"], key=lambda agent: (-graph.degree(agent), agent))
    return Members(name, _by_level(graph, by_kind["document"]), plans, agents, by_kind["place"])


def _by_level(graph: nx.MultiDiGraph[str], nodes: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in nodes:
        found.setdefault(level(graph, node), []).append(node)
    return found


def _task_order(graph: nx.MultiDiGraph[str]) -> Callable[[str], tuple[str, int, str]]:
    """Sort tasks as they are printed: by plan, then by their place in its text."""
    starts = {
        task: int(facts.get("start", 0))
        for _, task, relation, facts in graph.edges(keys=True, data=True)
        if relation == "has_task"
    }
    return lambda task: (plan_of(graph, task), starts.get(task, 0), task)


def columns(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """Give the column of every node that stands in one; central documents stand in none."""
    home = _document_columns(graph)
    names = sorted(set(home.values()))
    for node in sorted(graph):
        if kind(graph, node) == "task":
            home[node] = _plan_column(graph, node, home)
    for node in sorted(graph):
        if kind(graph, node) in {"agent", "place"}:
            home[node] = _agent_column(graph, node, home, names)
    return home


def _document_columns(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    local = {
        node: place_name(graph, node)
        for node in sorted(graph)
        if kind(graph, node) == "document"
        and level(graph, node) not in CENTRAL
        and place_name(graph, node)
    }
    names = sorted(set(local.values()))
    return {node: column_of_place(place, names) for node, place in local.items()}


def plan_of(graph: nx.MultiDiGraph[str], task: str) -> str:
    """Give the document that *task* stands in, ``""`` when nothing says so."""
    told = str(graph.nodes[task].get("document", ""))
    if told in graph:
        return told
    sources = sorted(
        start for start, _, key in graph.in_edges(task, keys=True) if key == "has_task"
    )
    return sources[0] if sources else ""


def _plan_column(graph: nx.MultiDiGraph[str], task: str, home: Mapping[str, str]) -> str:
    return home.get(plan_of(graph, task), NO_PLACE)


def _agent_column(
    graph: nx.MultiDiGraph[str], agent: str, home: Mapping[str, str], names: list[str]
) -> str:
    own = str(graph.nodes[agent].get("label", "")) if kind(graph, agent) == "place" else ""
    column = column_of_place(own or place_name(graph, agent), names)
    if column in names:
        return column
    around = Counter(home[other] for other in neighbours(graph, agent) if home.get(other))
    return min(around, key=lambda name: (-around[name], name), default=NO_PLACE)


def ordered(
    graph: nx.MultiDiGraph[str], home: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Order the columns and the documents above them by barycentre, so that few edges cross."""
    names = sorted(set(home.values()) - {NO_PLACE})
    above = [n for n in sorted(graph) if kind(graph, n) == "document" and n not in home]
    for _ in range(SWEEPS):
        above = _by_barycentre(above, _links_up(graph, above, home), names)
        names = _by_barycentre(names, _links_down(graph, above, home), above)
    last = [NO_PLACE] if NO_PLACE in home.values() else []
    return tuple(names + last), tuple(above)


def _links_up(
    graph: nx.MultiDiGraph[str], above: list[str], home: Mapping[str, str]
) -> dict[str, list[str]]:
    return {
        node: [home[other] for other in neighbours(graph, node) if home.get(other)]
        for node in above
    }


def _links_down(
    graph: nx.MultiDiGraph[str], above: list[str], home: Mapping[str, str]
) -> dict[str, list[str]]:
    links: dict[str, list[str]] = {}
    for node in above:
        for other in neighbours(graph, node):
            links.setdefault(home.get(other, NO_PLACE), []).append(node)
    return links


def _by_barycentre(items: list[str], links: Mapping[str, list[str]], fixed: list[str]) -> list[str]:
    """Sort by the mean rank (0 to 1) of what each item is linked with; unlinked keep theirs."""
    rank = {name: (index + 0.5) / len(fixed) for index, name in enumerate(fixed)}
    own = {name: (index + 0.5) / len(items) for index, name in enumerate(items)}

    def mean(name: str) -> float:
        known = [rank[other] for other in links.get(name, ()) if other in rank]
        return fmean(known) if known else own[name]

    return sorted(items, key=lambda name: (round(mean(name), 9), own[name]))
