"""What a report asks, in which order, and how each answer is drawn."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kg.analyse.catalogue import QUESTIONS
from kg.answers import Desk, listed
from kg.graph.query import questions
from kg.write.charts import Chart
from kg.write.csv_text import csv_text
from kg.write.report import SHOWN, Figure, Passage, Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import networkx as nx

    from kg.answers import Told

SECTIONS: tuple[tuple[str, Chart | None], ...] = (
    ("overview", None),
    ("documents", None),
    ("leads", Chart("bars", "tasks", "agency")),
    ("leads-by-kind", Chart("bars", "tasks", "agency")),
    ("coordinators", Chart("bars", "tasks", "agency")),
    ("pairs", None),
    ("load", None),
    ("concentration", None),
    ("centrality", None),
    ("communities", None),
    ("missing", Chart("matrix", "province", "directive", "state")),
    ("coverage", None),
    ("depth", None),
    ("lag", None),
    ("reuse", None),
    ("cited-not-held", Chart("bars", "mentions", "document")),
    ("themes", Chart("bars", "tasks", "theme")),
    ("clarity", Chart("bars", "score", "document")),
    ("unclear", None),
    ("timeline", Chart("shares", "tasks", "year", "timeframe", top=40)),
    ("due", None),
    ("reporting", None),
    ("targets", None),
)
"""Each question of a report with its chart; a question that needs a document is not among them."""
_PASSAGES = 3
_NAMES = ("agency", "lead", "directive", "document")


def report_of(folder: Path, heading: str = "Policy cascades", day: str | None = None) -> Report:
    """Ask every question of the report; *day*, an ISO day, for those that take one."""
    desk = Desk(folder)
    graph = desk.network()
    said = {each.name: each.sparql for each in questions()}
    takes_day = {q.name for q in questions() if any(p.name == "as_of" for p in q.parameters)}
    takes_day |= {q.name for q in QUESTIONS if "as_of" in q.takes}
    labels: dict[str, str] = {}
    for iri, data in graph.nodes(data=True):
        labels.setdefault(str(data.get("label", iri)), iri)
    figures = []
    for name, chart in SECTIONS:
        wishes = {"as_of": day} if day and name in takes_day else {}
        told = desk.answered(name, wishes)
        words = () if day else tuple(_words(graph, labels, told))
        figures.append(_figure(told, chart, said.get(name), wishes, words))
    return Report(heading, tuple(_facts(graph)), tuple(figures))


def _figure(
    told: Told,
    chart: Chart | None,
    sparql: str | None,
    wishes: Mapping[str, str],
    words: tuple[Passage, ...],
) -> Figure:
    titles = {row[0]: (row[1], row[2]) for row in listed()}
    options = "".join(f" --{key.replace('_', '-')} {value}" for key, value in wishes.items())
    query = f"kg ask {told.name}{options}" + (f"\n\n{sparql}" if sparql else "")
    return Figure(
        told.name, *titles[told.name], tuple(told.columns), tuple(told.rows), tuple(told.notes),
        csv_text(told.columns, told.rows), query, chart, words,
    )  # fmt: skip


def _facts(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str]]:
    """Give what the corpus holds in a few numbers."""
    data = [each for _, each in graph.nodes(data=True)]
    held = [each for each in data if each["kind"] == "document" and each.get("held")]
    days = sorted(str(each["date"]) for each in held if each.get("date"))
    yield "documents held", str(len(held))
    yield "documents only cited", str(sum(d["kind"] == "document" for d in data) - len(held))
    yield "tasks", str(sum(each["kind"] == "task" for each in data))
    yield "agencies", str(sum(each["kind"] == "agent" for each in data))
    if days:
        yield "dated", f"{days[0]} – {days[-1]}"


def _words(graph: nx.MultiDiGraph[str], labels: Mapping[str, str], told: Told) -> Iterator[Passage]:
    """Give the first passages behind each row that names a body or a paper in its own column."""
    place = next((told.columns.index(name) for name in _NAMES if name in told.columns), None)
    if place is None or "words" in told.columns:
        return
    for row in told.rows[:SHOWN]:
        iri = labels.get(str(row[place]))
        if iri:
            yield from islice(_passages(graph, iri, str(row[place])), _PASSAGES)


def _passages(graph: nx.MultiDiGraph[str], iri: str, of: str) -> Iterator[Passage]:
    edges = sorted(
        (str(data["file"]), int(data["start"]), int(data["end"]), str(data["words"]))
        for _, _, data in graph.in_edges(iri, data=True)
        if {"file", "start", "end", "words"} <= set(data)
    )
    for file, start, end, words in dict.fromkeys(edges):
        yield Passage(of, words, file, start, end)
