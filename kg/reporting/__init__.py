"""The report of a corpus: its questions asked, each answer with its chart, its words, its query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.catalogue import QUESTIONS
from kg.answers import Desk, listed
from kg.config import VERSION
from kg.folder import read_state, texts
from kg.graph.query import questions
from kg.reporting.drawing import to_draw
from kg.reporting.sections import SECTIONS
from kg.reporting.words import Witness
from kg.write.csv_text import csv_text
from kg.write.report import Figure, Passage, Query, Report, Source
from kg.write.report_words import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import networkx as nx

    from kg.answers import Told
    from kg.reporting.sections import Section


def report_of(
    folder: Path,
    heading: str | None = None,
    day: str | None = None,
    lang: str = "vi",
    *,
    desk: Desk | None = None,
) -> Report:
    """Ask every question of the report; *day*, an ISO day, for those that take one.

    *desk* is the graph in *folder* where it is open already: what it has read is not read again.
    """
    asker = _Asker(folder, day, desk or Desk(folder))
    figures = tuple(asker.figure(each) for each in SECTIONS if day or not each.needs_day)
    files = tuple((each.file, each.sha256) for each in read_state(folder).values())
    facts = tuple(_facts(asker.desk.network()))
    return Report(
        heading or said("heading", lang), facts, figures, Source(VERSION, files, day), lang
    )


class _Asker:
    """One graph asked for a report: each network is built once, as of the day and as printed."""

    def __init__(self, folder: Path, day: str | None, desk: Desk) -> None:
        self.desk, self.day = desk, day
        self._texts = texts(folder)
        self._sparql = {each.name: each.sparql for each in questions()}
        self._titles = {name: (english, vietnamese) for name, english, vietnamese, _ in listed()}
        self._witnesses: dict[str | None, Witness] = {}
        takes = {q.name for q in questions() if any(p.name == "as_of" for p in q.parameters)}
        # The network answers first where both know a question.
        known = {q.name for q in QUESTIONS}
        self._take_day = (takes - known) | {q.name for q in QUESTIONS if "as_of" in q.takes}

    def figure(self, section: Section) -> Figure:
        day = self.day if section.name in self._take_day else None
        wishes = {"as_of": day} if day else {}
        told = self.desk.answered(section.name, wishes)
        load = self.desk.answered("load", wishes) if section.name == "concentration" else told
        columns, rows = to_draw(told, load, self.desk.network(day))
        return Figure(
            section.name, section.theme, *self._titles[section.name],
            tuple(told.columns), tuple(told.rows), tuple(told.notes),
            csv_text(told.columns, told.rows), self._query(section.name, wishes),
            section.chart, tuple(columns), tuple(rows), tuple(self._words(told, day, section.rows)),
            section.rows,
        )  # fmt: skip

    def _query(self, name: str, wishes: Mapping[str, str]) -> Query:
        options = "".join(f" --as-of {each}" for each in wishes.values())
        inner = ", ".join(f'{key}="{value}"' for key, value in wishes.items())
        method = name.replace("-", "_")
        python = f'import kg\n\nrows = kg.open("build").{method}({inner})'
        return Query(f"kg ask {name}{options}", python, self._sparql.get(name))

    def _words(self, told: Told, day: str | None, shown: int) -> Iterator[Passage]:
        """Give the passages behind the rows that stand on the page."""
        graph = self.desk.network(day)
        witness = self._witnesses.setdefault(day, Witness(graph, lambda: self._texts))
        for row in told.rows[:shown]:
            yield from witness.passages(told.name, dict(zip(told.columns, row, strict=True)))


def _facts(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str]]:
    """Give what the corpus holds in a few numbers."""
    data = [each for _, each in graph.nodes(data=True)]
    held = [each for each in data if each["kind"] == "document" and each.get("held")]
    days = sorted(str(each["date"]) for each in held if each.get("date"))
    yield "held", str(len(held))
    yield "cited", str(sum(d["kind"] == "document" for d in data) - len(held))
    yield "tasks", str(sum(each["kind"] == "task" for each in data))
    yield "agents", str(sum(each["kind"] == "agent" for each in data))
    if days:
        yield "dated", f"{days[0]} – {days[-1]}"
