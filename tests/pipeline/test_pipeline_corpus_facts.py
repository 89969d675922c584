"""Facts that a careful reader finds in real papers, file by file; the papers stay outside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.model import DocumentRecord
from kg.pipeline import extract_file

FOLDER = Path(os.environ.get("KG_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the papers are not here: {FOLDER}"),
]
HEADERS = [
    ("006", "3260-KH/ĐĐQH15", "2025-01-10", "Đảng đoàn Quốc hội"),
    ("007", "03/NQ-CP", "2025-01-09", "Chính phủ"),
    ("009", "402-CV/VPĐU", "2025-05-25", "Văn phòng Đảng ủy Chính phủ"),
    ("011", None, None, "Sở Công Thương tỉnh Lào Cai"),
    ("013", "1105/KH-ĐKT", "2026-03-10", "Sở Công Thương tỉnh Lào Cai"),
    ("015", "100/NQ-CP", "2026-04-06", "Chính phủ"),
    ("018", "97/NQ-CP", "2026-04-06", "Chính phủ"),
    ("024", "893/QĐ-TTg", "2026-05-20", "Thủ tướng Chính phủ"),
    ("028", None, None, "Ủy ban nhân dân tỉnh Lào Cai"),
    ("034", "07/CT-TTg", "2012-03-02", "Thủ tướng Chính phủ"),
    ("036", "16/2026/QĐ-UBND", "2026-02-25", "Ủy ban nhân dân tỉnh Lào Cai"),
    ("040", None, None, "Ủy ban nhân dân tỉnh Quảng Ngãi"),
    ("059", "36-HD/VPTW", "2018-04-03", "Văn phòng Trung ương Đảng"),
]


def read(number: str) -> DocumentRecord:
    return extract_file(next(FOLDER.glob(f"{number}_*")))


@pytest.mark.parametrize(("file", "number", "date", "issuer"), HEADERS)
def test_number_date_and_issuer(
    file: str, number: str | None, date: str | None, issuer: str
) -> None:
    head = read(file).document
    found = (head.number.value if head.number else None, head.date.value if head.date else None)
    assert (*found, head.issuer.value if head.issuer else None) == (number, date, issuer)


@pytest.mark.parametrize(("file", "rows"), [("015", 32), ("024", 7)])
def test_rows_of_task_tables(file: str, rows: int) -> None:
    assert sum(task.kind == "explicit" for task in read(file).tasks) == rows


def test_the_tasks_of_a_table_bear_their_printed_numbers() -> None:
    ids = [task.id for task in read("018").tasks if task.id.startswith("PL.")]
    assert ids == [f"PL.{number}" for number in range(1, 30)]
