"""Reads the tables of ``corpus/``: what a careful reader finds in papers that stay outside."""

from __future__ import annotations

import csv
import os
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.config import ROOT
from kg.model import DocumentRecord, Span
from kg.pipeline import extract_file

FOLDER = Path(os.environ.get("KG_CORPUS") or ROOT.parent / "shared" / "corpus")
TABLES = Path(__file__).parent / "corpus"
FAR = 4000
"""How far a passage may have moved when a reader gives the text of a paper anew."""

Time = tuple[str, str, str]
"""Kind, start and end; the end of a yearly one is its day."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a paper that tells no words: its offset, its length, a mark of its letters."""

    file: str
    begin: int
    length: int
    mark: str

    def span(self) -> Span:
        """Give the place in the text as it is read today."""
        text = record(self.file).source.text
        near = (self.begin + sign * far for far in range(FAR) for sign in (1, -1))
        begin = next((at for at in near if at >= 0 and mark(text, at) == self.mark), self.begin)
        return Span(begin, begin + self.length)


@dataclass(frozen=True, slots=True)
class TaskFact:
    """A task with a lead: where it stands, who leads, who coordinates, by when."""

    id: str
    passage: Passage
    lead: frozenset[str]
    coordinate: frozenset[str]
    time: Time | None
    must: bool


@dataclass(frozen=True, slots=True)
class ReferenceFact:
    """A numbered document that a paper cites; the relation ``none`` is a number it only shows."""

    number: str
    type: str
    date: str | None
    relation: str
    must: bool


@cache
def record(file: str) -> DocumentRecord:
    """Give the record of a paper, read once."""
    return extract_file(next(FOLDER.glob(f"{file}_*")))


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """Give the rows of a table of ``corpus/``."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def files() -> list[str]:
    """Give the papers, each by the first three letters of its file name."""
    return [row["file"] for row in rows("documents")]


def tasks(file: str) -> list[TaskFact]:
    """Give the tasks with a lead that a reader finds in a paper."""
    return [
        TaskFact(
            row["id"],
            _passage(row),
            _names(row["lead"]),
            _names(row["coordinate"]),
            (row["time"], row["start"], row["end"]) if row["time"] else None,
            bool(row["must"]),
        )
        for row in rows("tasks")
        if row["file"] == file
    ]


def references(file: str) -> list[ReferenceFact]:
    """Give the numbered documents that a paper cites, and those that it only shows."""
    return [
        ReferenceFact(
            row["number"], row["type"], row["date"] or None, row["relation"], bool(row["must"])
        )
        for row in rows("references")
        if row["file"] == file
    ]


def neutral(file: str, *, must: bool = False) -> list[Passage]:
    """Give the passages without a task of their own; only those that must stay so, if asked."""
    return [
        _passage(row)
        for row in rows("neutral")
        if row["file"] == file and (row["must"] or not must)
    ]


def mark(text: str, at: int) -> str:
    """Give eight digits for the letters that begin at an offset: words are known, not told.

    >>> mark("- Sở Y tế", 2) == mark("Sở Y  tế", 0)
    True
    """
    letters = "".join(each for each in text[at : at + 80] if each.isalnum())[:24]
    return f"{zlib.crc32(letters.casefold().encode()):08x}"


def _passage(row: dict[str, str]) -> Passage:
    return Passage(row["file"], int(row["begin"]), int(row["length"]), row["mark"])


def _names(cell: str) -> frozenset[str]:
    return frozenset(cell.split("|")) if cell else frozenset()
