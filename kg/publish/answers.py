"""The answers as pages, each with its CSV and JSON; and the report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.answers import listed
from kg.errors import KgError
from kg.graph.query import questions
from kg.reporting import report_of
from kg.reporting.files import report_files
from kg.write.answer_words import OURS, Kind, spoken
from kg.write.csv_text import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg.answers import Cell, Desk
    from kg.publish.press import Press
    from kg.publish.site import Wanted
    from kg.write.site.pages import Site

_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its answer, ready for its page."""

    name: str
    titles: tuple[str, str]
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[str]
    sparql: str | None


def _answers(desk: Desk) -> Iterator[Answer]:
    """Ask every question that needs nothing but the graph; one that needs a document is left out."""
    said = {each.name: each.sparql for each in questions()}
    for name, title, title_vi, _ in listed():
        try:
            told = desk.answered(name, {})
        except KgError:
            continue
        yield Answer(name, (title_vi, title), told.columns, told.rows, told.notes, said.get(name))


def _told(kind: Kind, english: object) -> tuple[str, str]:
    """Give a head, a value of ours or a note in both languages; words of documents as they are."""
    words = str(english)
    return spoken(kind, words, "vi"), spoken(kind, words, "en")


def write_answers(press: Press, site: Site, desk: Desk) -> None:
    """Write a page, a CSV and a JSON file for each question, and the page that lists them."""
    names = {
        str(data["label"]): iri
        for iri, data in desk.network().nodes(data=True)
        if data["kind"] != "task"
    }
    found = list(_answers(desk))
    for each in found:
        file = f"answers/{each.name}"
        rows = [dict(zip(each.columns, row, strict=True)) for row in each.rows]
        press.put(f"{file}.html", site.page(
            "site_answer.html", file, answer=each, rows=each.rows[:_SHOWN], names=names, ours=OURS, told=_told,
            title=each.titles[0], current="answers",
        ))  # fmt: skip
        press.put(f"{file}.csv", csv_text(each.columns, each.rows))
        press.put(f"{file}.json", json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    press.put(
        "answers.html",
        site.page(
            "site_answers.html",
            "answers",
            questions=found,
            title="Câu hỏi · Questions",
        ),
    )


def write_report(press: Press, folder: Path, desk: Desk, wanted: Wanted) -> None:
    """Write the report of ``kg report``."""
    for name, content in report_files(report_of(folder, wanted.title, lang=wanted.lang, desk=desk)):
        press.put(f"report/{name}", content)
