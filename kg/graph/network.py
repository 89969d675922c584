"""The store as a NetworkX graph: what a researcher counts, draws and walks through.

Nodes are IRIs, attributes plain values; what is not known is absent, never None.
The edges are the extracted statements: several passages that say one edge are counted in it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from kg.graph.network_day import on_day
from kg.graph.network_queries import (
    AGENTS,
    DOCUMENTS,
    DUTIES,
    MAY_BE,
    PLACES,
    POSITIONS,
    QUOTES,
    RECIPIENTS,
    REPORTS,
    STATEMENTS,
    TARGETS,
    TASKS,
    TEXTS,
)
from kg.graph.select import select
from kg.text import squeeze
from kg.vocabulary import ELI, ORG, PC, PPLAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

    from kg.graph.select import Cell

Row: TypeAlias = "dict[str, Cell]"
Plain: TypeAlias = "str | int | float | bool"
Edge: TypeAlias = "tuple[str, str, str, dict[str, Plain]]"

_FORWARD = {
    str(PC.implements): "implements",
    str(ELI.based_on): "based_on",
    str(ELI.cites): "cites",
    str(ELI.amends): "amends",
    str(ELI.repeals): "repeals",
    str(PC.leadAgency): "lead",
    str(PC.coordinatingAgency): "coordinate",
    str(PC.reportingAgency): "report_by",
    str(PC.reportTo): "report_to",
    str(ELI.passed_by): "issued_by",
    str(ORG.unitOf): "unit_of",
    str(PC.refersTo): "refers_to",
}
_BACKWARD = {str(PPLAN.isStepOfPlan): "has_task"}
RELATIONS = frozenset({*_FORWARD.values(), *_BACKWARD.values(), "reports_to", "may_be"})


_KINDS = {"document": DOCUMENTS, "task": TASKS, "agent": AGENTS, "place": PLACES}
_DUE = {"report": DUTIES, "target": TARGETS}


def network(
    store: Store, *, duties: bool = False, as_of: str | None = None
) -> nx.MultiDiGraph[str]:
    """Give documents, tasks, agents and places with every edge between them.

    With *duties* also the duties to report, with ``report_by`` and ``report_to``, and the targets.
    With *as_of*, an ISO day, bodies and places are those that held the work then.

    Nodes and edges come sorted, so two runs give the same files. An edge's key is its relation;
    ``words``, ``start``, ``end``, ``source``, ``file`` are those of its first passage, ``count``
    the number of statements, ``inferred`` tells that no passage says it in full.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    passages = _quoted(store)
    for iri, attributes in sorted(_nodes(store, _KINDS | (_DUE if duties else {}), passages)):
        graph.add_node(iri, **attributes)
    for iri, words in _recipients(store):
        graph.nodes[iri]["recipients"] = words
    for start, end, relation, attributes in (*_edges(store, passages), *_open(store)):
        if start in graph and end in graph:
            graph.add_edge(start, end, key=relation, **attributes)
    return on_day(graph, store, as_of) if as_of else graph


def _nodes(
    store: Store, kinds: dict[str, str], passages: dict[str, Row]
) -> Iterator[tuple[str, dict[str, Plain]]]:
    for kind, query in kinds.items():
        for iri, row in _best(_placed(row, passages) for row in select(store, query)):
            yield iri, {"kind": kind, **row}


def _placed(row: Row, passages: dict[str, Row]) -> Row:
    """Give a row with the place of its passage in the stead of the passage."""
    at = passages.get(str(row.pop("passage", "")), {})
    return row | {name: at[name] for name in ("start", "end") if name in at}


def _quoted(store: Store) -> dict[str, Row]:
    """Give for each passage its place and its words."""
    # The selectors of a passage bear its IRI (kg.graph.frame): looking them up takes three times
    # as long as reading them all.
    found: dict[str, Row] = defaultdict(dict)
    for row in select(store, POSITIONS):
        found[str(row.pop("position")).removesuffix("/position")].update(row)
    for row in select(store, QUOTES):
        found[str(row.pop("quote")).removesuffix("/quote")].update(row)
    return dict(found)


def _recipients(store: Store) -> Iterator[tuple[str, str]]:
    """Give to whom each held document is sent, as it prints it, in one string."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in select(store, RECIPIENTS):
        found[str(row["node"])].add(squeeze(str(row["words"])))
    yield from ((iri, "; ".join(sorted(words))) for iri, words in sorted(found.items()))


def _best(rows: Iterable[Row]) -> Iterator[tuple[str, dict[str, Plain]]]:
    """Join what several graphs say of one thing: its own graph first, then the least value."""
    said: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        said[str(row.pop("node"))].append(row)
    for iri, each in said.items():
        each.sort(key=lambda row: (not row.get("held"), sorted(map(str, row.items()))))
        joined: dict[str, Plain] = {}
        for row in each:
            for name, value in row.items():
                if value is not None:
                    joined.setdefault(name, value)
        yield iri, joined


def _edges(store: Store, passages: dict[str, Row]) -> Iterator[Edge]:
    """Give each edge once, sorted, with its first passage and the number of its statements."""
    texts = {row.pop("text"): row for row in select(store, TEXTS)}
    found: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in chain(select(store, STATEMENTS), select(store, REPORTS)):
        if row["text"] in texts:
            said = passages.get(str(row.get("passage")), {})
            found[_ends(row)].append({**row, **texts[row["text"]], **said})
    for (start, end, relation), rows in sorted(found.items()):
        yield start, end, relation, {"relation": relation, **_passages(rows)}


def _open(store: Store) -> Iterator[Edge]:
    """Give each paper that a cited one may be, with why, and the documents that cite it."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in select(store, MAY_BE):
        found[str(row["s"]), str(row["o"])].append(row)
    for (start, end), rows in sorted(found.items()):
        told: dict[str, Plain] = {
            "why": min(str(row["why"]) for row in rows),
            "inferred": True,
            "count": len(rows),
        }
        sources = " ".join(sorted({str(row["source"]) for row in rows}))
        yield start, end, "may_be", {"relation": "may_be", "sources": sources, **told}


def _ends(row: Row) -> tuple[str, str, str]:
    subject, predicate, value = str(row["s"]), str(row.get("p", "")), str(row["o"])
    if predicate in _BACKWARD:
        return value, subject, _BACKWARD[predicate]
    return subject, value, _FORWARD.get(predicate, "reports_to")


def _passages(rows: list[Row]) -> dict[str, Plain]:
    """Give the first passage of an edge: printed before inferred, then in the order of texts."""
    first = min(rows, key=_order)
    kept = ("words", "start", "end", "source", "file")
    told = {name: value for name in kept if (value := first.get(name)) is not None}
    return {**told, "inferred": "why" in first, "count": len(rows)}


def _order(row: Row) -> tuple[bool, bool, str, int, int]:
    start, end = int(row.get("start") or 0), int(row.get("end") or 0)
    return "why" in row, "words" not in row, str(row["source"]), start, end
