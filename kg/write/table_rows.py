"""The rows of the tables: documents, tasks, agents, and every edge with the words that say it.

What the columns are, and of what kind, stands in ``data/publishing/columns.csv``; CSV, Parquet and
the workbook are all made of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from kg.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

Kind: TypeAlias = Literal["text", "iri", "date", "integer", "boolean"]
Row: TypeAlias = "Mapping[str, object]"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the kind of its values, its part in the key, the table it leads to."""

    name: str
    kind: Kind
    is_key: bool
    refers: str
    vi: str
    en: str


def _columns() -> dict[str, tuple[Column, ...]]:
    found = rows("publishing/columns")
    return {
        name: tuple(
            Column(row["column"], cast("Kind", row["kind"]), bool(row["key"]), row["refers"],
                   row["vi"], row["en"])
            for row in each
        )
        for name, each in groupby(found, lambda row: row["table"])
    }  # fmt: skip


TABLES: Mapping[str, tuple[Column, ...]] = _columns()
"""The tables, each with its columns from left to right."""


def table_rows(graph: nx.MultiDiGraph[str]) -> dict[str, Iterator[Row]]:
    """Give the rows of every table, always in the same order.

    A row may lack what is not known, and may hold more than the table has columns.
    """
    return {
        "documents": _nodes(graph, "document"),
        "tasks": _tasks(graph),
        "agents": _nodes(graph, "agent"),
        "edges": _edges(graph),
    }


def _nodes(graph: nx.MultiDiGraph[str], kind: str) -> Iterator[Row]:
    for iri in sorted(graph):
        data = graph.nodes[iri]
        if data.get("kind") == kind:
            yield {**data, "iri": iri}


def _tasks(graph: nx.MultiDiGraph[str]) -> Iterator[Row]:
    """Give the tasks in the order of their texts, each with its place and its agencies."""
    found = []
    for task in _nodes(graph, "task"):
        iri = str(task["iri"])
        told: dict[str, object] = {
            "document_label": _label(graph, str(task.get("document", ""))),
            "lead": _named(graph, iri, "lead"),
            "coordinate": _named(graph, iri, "coordinate"),
        }
        for _, _, key, data in graph.in_edges(iri, keys=True, data=True):
            if key == "has_task":
                told |= {name: data.get(name) for name in ("file", "start", "end")}
        found.append({**task, **told})
    yield from sorted(found, key=_reading_order)


def _reading_order(task: Row) -> tuple[str, int, str]:
    start = task.get("start")
    at = start if isinstance(start, int) else 0
    return str(task.get("document", "")), at, str(task["iri"])


def _named(graph: nx.MultiDiGraph[str], task: str, relation: str) -> str | None:
    """Give the labels of the agencies that stand in *relation* to a task, in printed order.

    None where there is none, so that a program does not count an empty name.
    """
    found = [
        (int(data.get("start", 0)), _label(graph, agent))
        for _, agent, key, data in graph.out_edges(task, keys=True, data=True)
        if key == relation
    ]
    return "; ".join(label for _, label in sorted(found)) or None


def _label(graph: nx.MultiDiGraph[str], iri: str) -> str:
    return str(graph.nodes[iri].get("label", iri)) if iri in graph else iri


def _edges(graph: nx.MultiDiGraph[str]) -> Iterator[Row]:
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for start, end, key, data in edges:
        ends = {"from_label": _label(graph, start), "to_label": _label(graph, end)}
        yield {"relation": key, **data, **ends, "from": start, "to": end}
