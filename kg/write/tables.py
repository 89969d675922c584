"""Tables for spreadsheets: documents, tasks, agents, and every edge with the words that say it."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

Row: TypeAlias = "Mapping[str, object]"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": (
        *("label", "number", "type", "title", "issuer", "level", "place", "date"),
        *("not_before", "held", "recipients", "file", "iri"),
    ),
    "tasks": (
        *("document_label", "task_id", "section_title", "text", "task_kind"),
        *("lead", "lead_role", "coordinate"),
        *("time_words", "time_kind", "time_start", "time_end", "time_open", "month_day"),
        *("place", "file", "start", "end", "document", "iri"),
    ),
    "agents": (
        *("label", "name", "agent_kind", "collective", "place", "undecided", "document", "iri"),
    ),
    "edges": (
        *("from_label", "relation", "to_label", "words", "file", "start", "end"),
        *("inferred", "count", "why", "sources", "from", "to", "source"),
    ),
}
"""The tables, each with its columns from left to right."""

# A spreadsheet runs a cell that begins so as a formula (OWASP: CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def tables(graph: nx.MultiDiGraph[str]) -> dict[str, bytes]:
    """Give the files ``documents.csv``, ``tasks.csv``, ``agents.csv``, ``edges.csv``.

    RFC 4180 in UTF-8 with a byte order mark, without which Excel spoils Vietnamese. A text that
    a spreadsheet would run as a formula gets an apostrophe in front.
    """
    rows = {
        "documents": _nodes(graph, "document"),
        "tasks": _tasks(graph),
        "agents": _nodes(graph, "agent"),
        "edges": _edges(graph),
    }
    return {f"{name}.csv": _csv(COLUMNS[name], rows[name]) for name in COLUMNS}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Give *files* as one ZIP archive without dates, so that equal files give equal archives."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = _UNIX, 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    return stream.getvalue()


def cell(value: object) -> str:
    """Give a value as a cell that no spreadsheet runs.

    >>> cell("=HYPERLINK(1)"), cell("- Sở Y tế"), cell("Sở Y tế"), cell(12), cell(True)
    ("'=HYPERLINK(1)", "'- Sở Y tế", 'Sở Y tế', '12', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return "" if value is None else str(value)
    return f"'{value}" if value.startswith(_FORMULA) else value


def _csv(columns: tuple[str, ...], rows: Iterator[Row]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _nodes(graph: nx.MultiDiGraph[str], kind: str) -> Iterator[Row]:
    for iri in sorted(graph):
        data = graph.nodes[iri]
        if data.get("kind") == kind:
            yield {**data, "iri": iri}


def _tasks(graph: nx.MultiDiGraph[str]) -> Iterator[Row]:
    """Give the tasks in the order of their texts, each with its place and its agencies."""
    rows = []
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
        rows.append({**task, **told})
    yield from sorted(rows, key=_reading_order)


def _reading_order(task: Row) -> tuple[str, int, str]:
    start = task.get("start")
    at = start if isinstance(start, int) else 0
    return str(task.get("document", "")), at, str(task["iri"])


def _named(graph: nx.MultiDiGraph[str], task: str, relation: str) -> str:
    """Give the labels of the agencies that stand in *relation* to a task, in printed order."""
    found = [
        (int(data.get("start", 0)), _label(graph, agent))
        for _, agent, key, data in graph.out_edges(task, keys=True, data=True)
        if key == relation
    ]
    return "; ".join(label for _, label in sorted(found))


def _label(graph: nx.MultiDiGraph[str], iri: str) -> str:
    return str(graph.nodes[iri].get("label", iri)) if iri in graph else iri


def _edges(graph: nx.MultiDiGraph[str]) -> Iterator[Row]:
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for start, end, key, data in edges:
        ends = {"from_label": _label(graph, start), "to_label": _label(graph, end)}
        yield {"relation": key, **data, **ends, "from": start, "to": end}
