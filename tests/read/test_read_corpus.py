"""Real documents of other offices, where they are at hand: nothing of them is copied here.

The folder is named by KG_CORPUS, or lies beside the checkout as ``shared/corpus``.
"""

from __future__ import annotations

import itertools
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.config import ROOT
from kg.errors import ReadError
from kg.model import SourceText
from kg.pipeline import extract
from kg.read.source import read_file
from kg.record import to_json

FOLDER = Path(os.environ.get("KG_CORPUS", ROOT.parent / "shared" / "corpus"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no corpus at {FOLDER} (set KG_CORPUS)"),
]


@dataclass(frozen=True)
class Row:
    """What a reader sees in a document: number, date, signer, columns and rows of its task table."""

    start: str
    number: str | None = None
    date: str | None = None
    signer: str | None = None
    columns: int = 0
    rows: int = 0


ROWS = (
    Row("006", "3260-KH/ĐĐQH15", "2025-01-10", "Trần Thanh Mẫn"),
    Row("007", "03/NQ-CP", "2025-01-09", "Nguyễn Hòa Bình", 6, 151),
    Row("011", None, None, "Hoàng Văn Thuân", 4, 10),
    Row("013", "1105/KH-ĐKT", "2026-03-10", "Hoàng Văn Thuân", 5, 6),
    Row("015", "100/NQ-CP", "2026-04-06", "Bùi Thanh Sơn", 6, 40),
    Row("018", "97/NQ-CP", "2026-04-06", "Phạm Minh Chính", 7, 51),
    Row("024", "893/QĐ-TTg", "2026-05-20", "Hồ Quốc Dũng", 6, 9),
    Row("028", None, None, "Nguyễn Thành Sinh"),
    Row("034", "07/CT-TTg", "2012-03-02", "Nguyễn Tấn Dũng"),
    Row("040", None, None, "Nguyễn Phước Bình"),
    Row("059", "36-HD/VPTW", "2018-04-03"),
)
BY_START = [row.start for row in ROWS]


def path_of(start: str) -> Path:
    found = sorted(FOLDER.glob(f"{start}_*"))
    if not found:
        pytest.skip(f"{start} is not in the corpus")
    return found[0]


def text_of(start: str) -> SourceText:
    return read_file(path_of(start))


def cells(source: SourceText) -> list[list[str]]:
    lines = source.text.split("\n")
    return [line.split("\t") for line in lines if "\t" in line and not line.startswith("\tS")]


@pytest.mark.parametrize("row", ROWS, ids=BY_START)
def test_head_and_signature_come_out(row: Row) -> None:
    record: dict[str, Any] = to_json(extract(text_of(row.start)))
    head = record["document"]
    assert (head["number"], head["date"]) == (row.number, row.date)
    if row.signer:
        assert head["signer"] == row.signer


@pytest.mark.parametrize("row", [row for row in ROWS if row.columns], ids=lambda row: row.start)
def test_the_task_table_has_its_rows_and_columns(row: Row) -> None:
    table = [line for line in cells(text_of(row.start)) if len(line) == row.columns]
    assert len(table) == row.rows


@pytest.mark.parametrize("start", ["015", "018", "024"])
def test_no_running_head_is_left_in_a_gazette(start: str) -> None:
    text = text_of(start).text
    assert "CÔNG BÁO/" not in text
    assert not re.search(r"^\d{1,3}$", text, re.MULTILINE)


@pytest.mark.parametrize("start", ["013", "015", "018", "024", "040"])
def test_paragraphs_are_whole(start: str) -> None:
    """No line of the running text begins with a small letter, unless the one above ends in ;/:."""
    lines = [line for line in text_of(start).text.split("\n") if line and "\t" not in line]
    cut = [
        (above, line)
        for above, line in itertools.pairwise(lines)
        if re.match(r"[^\W\d_A-ZĐÀ-Ỹ](?!\w{0,1}[.)/])", line) and line[0].islower()
    ]
    assert [pair for pair in cut if pair[0].isupper() is False] == []


def test_what_needs_ocr_says_so() -> None:
    with pytest.raises(ReadError, match="has no text layer"):
        text_of("044")


def test_fonts_that_name_no_letters_are_read_whole() -> None:
    assert "\ufffd" not in text_of("013").text


@pytest.mark.parametrize("start", BY_START)
def test_marks_of_formatting_are_gone(start: str) -> None:
    source = text_of(start)
    assert "**" not in source.text
    assert "<br" not in source.text
    assert "\u00a0" not in source.text or source.media_type == "text/plain"
