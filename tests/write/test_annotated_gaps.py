"""What was not understood: where it is looked for, what counts, what does not."""

from __future__ import annotations

from typing import Any

import pytest

from kg.write.annotated_found import marks
from kg.write.annotated_gaps import Gaps, gaps
from kg.write.annotated_marks import merged


def found(text: str, **record: object) -> Gaps:
    return gaps(text, merged(marks(record), len(text)), record)


def quoted(text: str, **record: object) -> list[str]:
    return [text[mark.start : mark.end] for mark in found(text, **record).marks]


def outline(text: str, *rows: tuple[str, str, str]) -> dict[str, Any]:
    """Give sections from (role, title, last words)."""
    items = []
    for role, title, last in rows:
        start, end = text.index(title), text.index(last) + len(last)
        items.append({"id": title, "label": "", "title": title, "role": role, "depth": 1,
                      "title_span": [start, start + len(title)], "span": [start, end]})  # fmt: skip
    return {"items": items}


TEXT = "TÊN\nI. Mục đích chung\nĐể cho sông sạch hơn.\nII. Việc phải làm\n- Vớt rác dưới sông.\n- Đo nước mỗi tuần.\n"


@pytest.mark.parametrize(("role", "expected"), [("action", 2), ("organisation", 2), ("funding", 0)])
def test_only_sections_of_tasks_are_looked_at(role: str, expected: int) -> None:
    sections = outline(
        TEXT, ("purpose", "Mục đích chung", "sạch hơn."), (role, "Việc phải làm", "mỗi tuần.")
    )
    assert found(TEXT, sections=sections).passages == expected


def test_a_finding_covers_its_words() -> None:
    sections = outline(TEXT, ("action", "Việc phải làm", "mỗi tuần."))
    start = TEXT.index("Vớt rác")
    task = {"id": "II.1", "kind": "unassigned", "span": [start, start + len("Vớt rác dưới sông.")]}
    assert quoted(TEXT, sections=sections, tasks=[task]) == ["Đo nước mỗi tuần"]


def test_without_headings_the_text_is_looked_at_from_its_title_on() -> None:
    header = {"title": "TÊN CÁI NÀY LÀ", "spans": {"title": [0, 14]}}
    assert quoted("TÊN CÁI NÀY LÀ\nVớt rác dưới sông.", document=header) == ["Vớt rác dưới sông"]


def test_signature_and_recipients_are_no_passages() -> None:
    text = "Vớt rác dưới sông.\nSở Nước Sạch;\nKT. ông chánh văn phòng\nLê Văn Mẫu"
    spans = {"recipients": [[19, 31]], "signer": [len(text) - 10, len(text)]}
    assert quoted(text, document={"spans": spans}) == ["Vớt rác dưới sông"]


def test_a_far_signer_hides_nothing_between() -> None:
    middle = "Vớt rác dưới sông.\n" * 40
    text = f"Sở Nước Sạch\n{middle}Lê Văn Mẫu"
    spans = {"recipients": [[0, 12]], "signer": [len(text) - 10, len(text)]}
    assert found(text, document={"spans": spans}).passages == 40


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Đơn vị chủ trì: Sở Nước.", []),  # a label of the finding behind it
        ("Điều 2. Sở Nước.", []),  # a number
        ("Vớt hết rác: Sở Nước và bà con quanh sông.", ["và bà con quanh sông"]),
        ("Hằng tuần đo: nước ở ba nơi.", ["Hằng tuần đo: nước ở ba nơi"]),
    ],
)
def test_labels_and_numbers_are_no_passages(line: str, expected: list[str]) -> None:
    at = line.find("Sở Nước")
    spans = [[at, at + 7]] if at >= 0 else []
    assert quoted(line, funding_spans=spans) == expected


def test_the_share_is_of_all_code_points() -> None:
    got = found("😀bảy chữ một dòng")
    assert got.passages == 1
    assert got.share == pytest.approx(100 * 16 / 17)


def test_an_article_listed_like_a_heading_is_not_understood_by_that() -> None:
    text = "Điều 4. Các ông chánh chịu trách nhiệm."
    item = {"id": "4", "label": "4", "title": text[8:], "role": "action", "depth": 1,
            "title_span": [8, len(text)], "span": [8, len(text)]}  # fmt: skip
    assert quoted(text, sections={"items": [item]}) == ["Các ông chánh chịu trách nhiệm"]


def test_the_title_of_an_appendix_is_found_over_line_breaks() -> None:
    text = "DANH MỤC CÁC\nVIỆC PHẢI LÀM\nvớt rác dưới sông"
    task = {
        "id": "PL.1",
        "kind": "explicit",
        "span": [27, 30],
        "section_title": "DANH MỤC CÁC VIỆC PHẢI LÀM",
    }
    assert quoted(text, tasks=[task]) == ["rác dưới sông"]
