"""Markdown: what a reader sees, with list marks and tables, without the markup."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.markdown import read_markdown


def lines(text: str) -> list[str]:
    return read_markdown(text.encode(), "a.md").rstrip("\n").split("\n")


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("# KẾ HOẠCH", ["KẾ HOẠCH"]),
        ("      ## ĐẢNG CỘNG SẢN VIỆT NAM", ["ĐẢNG CỘNG SẢN VIỆT NAM"]),
        ("**ỦY BAN NHÂN DÂN**\n**TỈNH X**", ["ỦY BAN NHÂN DÂN", "TỈNH X"]),
        ("**I. MỤC ĐÍCH**\n\n**1.** Rà *soát*", ["I. MỤC ĐÍCH", "", "1. Rà soát"]),
        ("*   một\n*   hai", ["- một", "- hai"]),
        ("- một\n  + con\n- hai", ["- một", "+ con", "- hai"]),
        ("3. ba\n4. bốn", ["3. ba", "4. bốn"]),
        ("1) một\n2) hai", ["1) một", "2) hai"]),
        ("- a) một\n- b) hai", ["a) một", "b) hai"]),
        (r"kỷ nguyên \- mới 1\. \*", ["kỷ nguyên - mới 1. *"]),
        ("trên\n\n---\n\ndưới", ["trên", "", "dưới"]),
        ("trên\n---\ndưới", ["trên", "", "dưới"]),
        ("[1]: Nghị quyết số 66-NQ/TW", ["[1]: Nghị quyết số 66-NQ/TW"]),
        ("xem [Quyết định 5](https://a.b/c) và ![ảnh](x.png)hết", ["xem Quyết định 5 và hết"]),
        ("dòng một<br>dòng hai <b>đậm</b>", ["dòng một", "dòng hai đậm"]),
        ("tăng <5% và > 3%", ["tăng <5% và > 3%"]),
        ("`66-NQ/TW` &amp; khác", ["66-NQ/TW & khác"]),
    ],
)
def test_markup_goes_and_words_stay(source: str, read: list[str]) -> None:
    assert lines(source) == read


def test_a_pipe_table_is_rows_of_cells() -> None:
    source = """
| TT | **Nhiệm vụ** | Cơ quan chủ trì |
|---|:---:|---|
| **I** | **Thể chế** | |
| 1 | Rà soát \\| sửa | Sở Y tế<br>Sở Nội vụ |
"""
    assert lines(source) == [
        "TT\tNhiệm vụ\tCơ quan chủ trì",
        "I\tThể chế\t",
        "1\tRà soát | sửa\tSở Y tế; Sở Nội vụ",
    ]


def test_a_row_whose_cells_run_over_lines_is_one_row() -> None:
    source = "| TỈNH X\n---- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do |\n| :-- | :-- |\n| Số: 1/KH-UBND | *X, ngày 1 tháng 2 năm 2024* |\n"
    assert lines(source) == [
        "TỈNH X",
        "----",
        "Số: 1/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do",
        "X, ngày 1 tháng 2 năm 2024",
    ]


def test_the_box_of_a_portal_stays_a_box() -> None:
    source = "| Số hiệu | 12/KH-UBND |\n|---|---|\n| Ngày ban hành | 27/03/2025 |\n"
    assert lines(source) == ["\tSố hiệu", "\t12/KH-UBND", "", "\tNgày ban hành", "\t27/03/2025"]


def test_html_in_markdown_is_read_as_html() -> None:
    source = "<table><tr><td>TT</td><td>Việc</td></tr><tr><td>1</td><td>Rà soát</td></tr></table>\n\n<script>x()</script>\n"
    assert lines(source) == ["TT\tViệc", "1\tRà soát"]


@pytest.mark.parametrize(
    "source", [">" * 5000 + "x", "- " * 3000 + "x", "[" * 20000, "*a " * 9000, "|a\n" * 20000]
)
def test_hostile_markup_takes_no_time(source: str) -> None:
    begun = time.monotonic()
    assert lines(source)
    assert time.monotonic() - begun < 20


LETTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])


@given(st.text(LETTERS, max_size=200))
def test_any_text_becomes_lines_without_a_word_lost(text: str) -> None:
    words = "Nghị quyết 57"
    assert words in read_markdown(f"{words}\n\n{text}".encode(), "a.md")
