"""Provisions beside a citation: their words, and the path from the outermost unit inwards."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.citations import citations
from kg.text import view


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (each.span.of(text), each.paths)
        for cited in citations(text, view(text), ())
        for each in cited.provisions
    ]


ONE = [
    ("khoản 2 Điều 5", "điều 5/khoản 2"),
    ("khoản 2a, Điều 15", "điều 15/khoản 2a"),
    ("điểm đ khoản 3 Điều 7", "điều 7/khoản 3/điểm đ"),
    ("gạch đầu dòng thứ hai điểm b khoản 1 Điều 9", "điều 9/khoản 1/điểm b/gạch đầu dòng thứ hai"),
    ("Điều 5 khoản 2 điểm a", "điều 5/khoản 2/điểm a"),
    ("Điều 5, khoản 2", "điều 5/khoản 2"),
    ("ĐIỀU 5", "điều 5"),
    ("Mục II.3", "mục II.3"),
    ("tiểu mục 2 Mục II", "mục II/tiểu mục 2"),
    ("tiết c điểm 2.1 khoản 2 mục IV", "mục IV/khoản 2/điểm 2.1/tiết c"),
    ("Mục 2, Chương III", "chương III/mục 2"),
    ("Chương III của Phần thứ hai", "phần thứ hai/chương III"),
    ("Mẫu số 01 Phụ lục II", "phụ lục II/mẫu 1"),
    ("khoản 2\nĐiều 5", "điều 5/khoản 2"),
    ("Điều 5 đến Điều 9", "điều 5-9"),
    ("khoản 2-4 Điều 5", "điều 5/khoản 2-4"),
]
SEVERAL = [
    ("điểm a khoản 1 Điều 3 và Điều 7", ["điều 3/khoản 1/điểm a", "điều 7"]),
    ("Điều 8, Điều 9, khoản 1, khoản 2 Điều 10", ["điều 8", "điều 9", "điều 10/khoản 1", "điều 10/khoản 2"]),
    ("điểm a, b khoản 2 và khoản 4 Điều 5", ["điều 5/khoản 2/điểm a", "điều 5/khoản 2/điểm b", "điều 5/khoản 4"]),
    ("Điều 8, 9, 10 và 12", ["điều 8", "điều 9", "điều 10", "điều 12"]),
    ("khoản 9 Điều 8, Điều 9", ["điều 8/khoản 9", "điều 9"]),
    ("khoản 2 Điều 5, điểm a khoản 1 Điều 7", ["điều 5/khoản 2", "điều 7/khoản 1/điểm a"]),
    ("Điều 5 khoản 2 và Điều 7 khoản 1", ["điều 5/khoản 2", "điều 7/khoản 1"]),
    ("Chương III và Điều 7", ["chương III", "điều 7"]),
    ("Điều 3, Điều 7, Chương II", ["điều 3", "điều 7", "chương II"]),
    ("khoản 1, 2 Điều 3, 4", ["điều 3/khoản 1", "điều 3/khoản 2", "điều 4"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "path"), ONE)
@pytest.mark.parametrize("to", [" ", ", ", " của ", " kèm theo ", " ban hành kèm theo ", "\n"])
def test_a_provision_before_a_document(words: str, path: str, to: str) -> None:
    assert found(f"thực hiện theo {words}{to}Nghị định số 7/2025/NĐ-CP;") == [(words, (path,))]


@pytest.mark.parametrize(("words", "paths"), SEVERAL)
def test_several_provisions_of_one_document(words: str, paths: list[str]) -> None:
    assert found(f"theo {words} Luật Thư viện") == [(words, tuple(paths))]
    assert found(f"theo Luật Thư viện ({words})") == [(words, tuple(paths))]


@pytest.mark.parametrize(
    "text",
    [
        "khoản 1 Điều này và Luật Thư viện",
        "khoản 1 Điều này; Nghị định số 7/2025/NĐ-CP",
        "Điều 5 của Quy chế này và Nghị định số 7/2025/NĐ-CP",
        "Điều 5 Nghị định này, Nghị định số 7/2025/NĐ-CP",
        "Điều 1. Nghị định số 7/2025/NĐ-CP",
        "Điều 1: Nghị định số 7/2025/NĐ-CP",
        "\nĐiều 2\nNghị định số 7/2025/NĐ-CP",
        "khoản 2 Điều 5\n\nNghị định số 7/2025/NĐ-CP",
        "Mục 2) Nghị định số 7/2025/NĐ-CP",
        "1. Nghị định số 7/2025/NĐ-CP\n2. Nghị định số 8/2025/NĐ-CP",
        "ngày 5/3/2025 Nghị định số 7/2025/NĐ-CP",
        "trong năm 2025, Nghị định số 7/2025/NĐ-CP",
        "một số điều của Luật Thư viện",
        "mục tiêu 2 của Nghị định số 7/2025/NĐ-CP",
        "Danh mục II kèm theo Nghị định số 7/2025/NĐ-CP",
        "khoản 5% của Nghị định số 7/2025/NĐ-CP",
        "Điều 5 và 02 Nghị định số 7/2025/NĐ-CP",
        "Phụ lục 1: DANH MỤC THEO Nghị định số 7/2025/NĐ-CP",
        "Nghị định số 7/2025/NĐ-CP (khoản chi 2 tỷ)",
        "Nghị định số 7/2025/NĐ-CP (Điều 5 nói về sách)",
        "Nghị định số 7/2025/NĐ-CP. Điều 5 nói về sách",
    ],
)
def test_what_is_no_provision_of_another_document(text: str) -> None:
    assert citations(text, view(text), ())
    assert found(text) == []


def test_each_document_of_a_list_has_its_own_provisions() -> None:
    text = "theo Điều 3 Luật Thư viện, Điều 6 Nghị định số 7/2025/NĐ-CP (khoản 2) và Luật Đất đai"
    points = [
        (cited.number or cited.title, *(each.paths for each in cited.provisions))
        for cited in citations(text, view(text), ())
    ]
    assert points == [
        ("Luật Thư viện", ("điều 3",)),
        ("7/2025/NĐ-CP", ("điều 6",), ("khoản 2",)),
        ("Luật Đất đai",),
    ]


PIECE = st.sampled_from(
    ["Điều 5", "khoản 2", "điểm a", "Mục II.3", "Phụ lục I", "Phần thứ hai", "Chương IV", "và", ",", ";", "của", "đến", "\n", "(", ")",
     "này", "Quy chế ban hành kèm theo", "Luật Thư viện", "Nghị định số 7/2025/NĐ-CP", "3", "1, 2", "các", "tại", "."],
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(PIECE, max_size=16))
def test_words_lie_beside_their_document_and_hold_every_number_of_the_paths(
    pieces: list[str],
) -> None:
    text = " ".join(pieces)
    for cited in citations(text, view(text), ()):
        for each in cited.provisions:
            words = each.span.of(text)
            assert words == words.strip() != ""
            assert each.span.end < cited.span.start or cited.tail < each.span.start
            assert each.paths
            assert len(set(each.paths)) == len(each.paths)
            labels = {label for path in each.paths for label in re.findall(r"\d+", path)}
            assert labels <= set(re.findall(r"\d+", words))


@pytest.mark.parametrize(
    "text",
    ["Điều 5, " * 20_000, "Điều 1" + ", 2" * 20_000, "khoản 2 và " * 20_000 + "Điều 5 ", "Điều " + " " * 50_000],
    ids=["articles", "labels", "clauses", "blanks"],
)  # fmt: skip
def test_a_hostile_text_is_read_at_once(text: str) -> None:
    assert len(found(f"{text}Luật Thư viện")) <= 1
