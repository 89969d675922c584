"""What the how-to promises: one row teaches one form, and nothing else changes."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from lessons import LESSONS, Lesson, Record

from kg.config import ROOT

TAUGHT = Path(__file__).with_name("taught.py")
TIMES = ("FORMS", "FIELD_FORMS")
NO_WORDS = {"rules", "rule_counts", "doubts"}  # about findings, not about words of documents
PLANS = sorted((ROOT / "data" / "documents").glob("*.txt"))


def read_with(folder: Path, forms: Sequence[object]) -> list[dict[str, Any]]:
    """Give the records of the plans, then of the lessons, under the tables of a folder."""
    texts = [path.read_text(encoding="utf-8") for path in PLANS] + [each.text for each in LESSONS]
    asked = json.dumps({"forms": forms, "texts": texts})
    run = subprocess.run(
        [sys.executable, str(TAUGHT), str(folder)],
        input=asked, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    records: list[dict[str, Any]] = json.loads(run.stdout)
    return records


def add_row(folder: Path, lesson: Lesson) -> None:
    path = folder / "data" / "lexicon" / f"{lesson.table}.csv"
    columns = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, restval="", lineterminator="\n").writerow(lesson.row)


@pytest.fixture(scope="module")
def before() -> list[Record]:
    return list(read_with(ROOT, []))


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> list[Record]:
    folder = tmp_path_factory.mktemp("taught")
    for part in ("data/lexicon", "data/gazetteer", "data/encodings", "ontology"):
        shutil.copytree(ROOT / part, folder / part)
    for lesson in LESSONS:
        if lesson.table not in TIMES:
            add_row(folder, lesson)
    forms = [(each.table, each.row) for each in LESSONS if each.table in TIMES]
    return list(read_with(folder, forms))


def test_every_table_of_words_has_a_lesson() -> None:
    tables = {path.stem for path in (ROOT / "data" / "lexicon").glob("*.csv")} - NO_WORDS
    assert {lesson.table for lesson in LESSONS} == tables | set(TIMES)


@pytest.mark.parametrize("place", range(len(LESSONS)), ids=[each.name for each in LESSONS])
def test_one_row_teaches_a_form(before: list[Record], after: list[Record], place: int) -> None:
    lesson, at = LESSONS[place], len(PLANS) + place
    assert lesson.read(before[at]) != lesson.taught
    assert lesson.read(after[at]) == lesson.taught


@pytest.mark.parametrize("place", range(len(PLANS)), ids=[path.stem for path in PLANS])
def test_a_new_row_changes_nothing_else(
    before: list[Record], after: list[Record], place: int
) -> None:
    assert before[place] == after[place]
