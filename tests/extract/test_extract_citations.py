"""Mentions of other documents: full, short, in lists, before and after their issuer; laws."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.agencies import agencies
from kg.extract.citations import citations
from kg.shape import CitationFound
from kg.text import view


def found(text: str) -> list[CitationFound]:
    lower = view(text)
    return list(citations(text, lower, agencies(text, lower)))


@pytest.mark.parametrize(
    ("text", "kind", "number", "day", "issuer"),
    [
        ("Quyết định số 376/QĐ-TTg ngày 17/3/2021 của Thủ tướng Chính phủ",
         "Quyết định", "376/QĐ-TTg", "2021-03-17", "Thủ tướng Chính phủ"),
        ("Nghị quyết số 46-NQ/TW, ngày 02/3/2023 của Bộ Chính trị (khóa XIII)",
         "Nghị quyết", "46-NQ/TW", "2023-03-02", "Bộ Chính trị"),
        ("Thông tư liên tịch số 01/2019/TTLT-BCA-BTC ngày 05/3/2019 của Bộ Công an",
         "Thông tư liên tịch", "01/2019/TTLT-BCA-BTC", "2019-03-05", "Bộ Công an"),
        ("Quyết định của UBND tỉnh số 55/QĐ-UBND ngày 01/02/2020", "Quyết định", "55/QĐ-UBND", "2020-02-01", "UBND tỉnh"),
        ("Nghị định số 54/2017/NĐ-CP ngày 08 tháng 5 năm 2017", "Nghị định", "54/2017/NĐ-CP", "2017-05-08", None),
        ("Chương trình\nsố 104-CTr/TU", "Chương trình", "104-CTr/TU", None, None),
        ("Chương trình hành động số 9-CTr/TU ban hành ngày 1/2/2024", "Chương trình hành động", "9-CTr/TU", "2024-02-01", None),
        ("Công văn số 12/UBND-VX", "Công văn", "12/UBND-VX", None, None),
        ("Nghị quyết số 66.15/2026/NQ-CP", "Nghị quyết", "66.15/2026/NQ-CP", None, None),
        ("Kế hoạch số 3260-KH/ĐĐQH15", "Kế hoạch", "3260-KH/ĐĐQH15", None, None),
        ("Nghị quyết số 176/2025/QH15 của Quốc hội", "Nghị quyết", "176/2025/QH15", None, "Quốc hội"),
        ("quyết định số 12/QĐ-TTg", "Quyết định", "12/QĐ-TTg", None, None),
        ("Chỉ thị 05/CT-TTg", "Chỉ thị", "05/CT-TTg", None, None),
        ("Quyết định số: 12/QĐ-TTg", "Quyết định", "12/QĐ-TTg", None, None),
        ("Hướng dẫn số 36-HD/VPTW của Văn phòng Trung ương Đảng", "Hướng dẫn", "36-HD/VPTW", None, "Văn phòng Trung ương Đảng"),
        ("Kế hoạch 12/KH-UBND ngày 31/02/2024", "Kế hoạch", "12/KH-UBND", None, None),  # no such day
    ],
)  # fmt: skip
def test_a_full_citation(
    text: str, kind: str, number: str, day: str | None, issuer: str | None
) -> None:
    (cited,) = found(f"theo {text} về rừng")
    assert (cited.type, cited.number, cited.date) == (kind, number, day)
    assert (cited.issuer.of(f"theo {text}") if cited.issuer else None) == issuer


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Quyết định số 12/QĐ-UBND, số 13/QĐ-UBND và 14/QĐ-UBND",
            ["12/QĐ-UBND", "13/QĐ-UBND", "14/QĐ-UBND"],
        ),
        ("các Quyết định số 1/QĐ-TTg ngày 01/01/2024; số 2/QĐ-TTg", ["1/QĐ-TTg", "2/QĐ-TTg"]),
        ("Nghị quyết số 1-NQ/TU và Kế hoạch số 2/KH-UBND", ["1-NQ/TU", "2/KH-UBND"]),
    ],
)
def test_a_list_is_several_citations(text: str, numbers: list[str]) -> None:
    assert [cited.number for cited in found(text)] == numbers
    assert all(cited.span.of(text).endswith(cited.number) for cited in found(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nghị quyết số 9-NQ/TU (ngày 02/02/2024) về sâm", "2024-02-02"),
        ("Nghị định số 9/2024/NĐ-CP (02/02/2024)", "2024-02-02"),
        ("Ngày 02/02/2024, Bộ Y tế đã ban hành Công văn số 9/BYT-KH về sâm", "2024-02-02"),
        ("ngày 02/02/2024 UBND tỉnh ban hành Kế hoạch số 9/KH-UBND", "2024-02-02"),
        ("Công văn số 9/BYT-KH<TC ngày 02/02/2024", "2024-02-02"),
        ("Nghị quyết số 9-NQ/TU (từ ngày 02/02/2024 mở lớp)", None),
        ("Trước ngày 02/02/2024, Sở Y tế gửi Công văn số 9/SYT-KH", None),
        ("Ngày 02/02/2024 mở lớp. Sở Y tế ban hành Công văn số 9/SYT-KH", None),
        ("Công văn số 9/BYT-KH < 5 lớp ngày 02/02/2024", None),
    ],
)
def test_the_day_of_a_document_may_stand_in_brackets_or_before_it(
    text: str, day: str | None
) -> None:
    (cited,) = found(text)
    assert cited.date == day
    assert text[: cited.tail].count("(") == text[: cited.tail].count(")")


@pytest.mark.parametrize(
    "text",
    [
        "Ví dụ 1: Quyết định của Ban Tổ chức Tỉnh ủy\nSố 77-QĐ/BTCTU",
        "- Ví dụ: Kế hoạch số 77/KH-UBND",
        "1. Cách ghi\nThí dụ 2: “Công văn số 77/SYT-KH”",
    ],
)
def test_a_sample_of_a_guide_is_no_citation(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["Nhiều việc mới, ví dụ: Kế hoạch số 77/KH-UBND", "Ví dụ 1: theo Kế hoạch số 77/KH-UBND"],
)
def test_an_example_in_a_sentence_is_a_citation(text: str) -> None:
    assert [cited.number for cited in found(text)] == ["77/KH-UBND"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nghị quyết 36", "36"),
        ("Kế hoạch số 120", "120"),
        ("Nghị quyết số 36 và", "36"),
        ("Chương trình 63,", "63"),
    ],
)
def test_a_short_citation_has_a_serial_only(text: str, number: str) -> None:
    (cited,) = found(text)
    assert cited.number == number
    assert cited.span.of(text).endswith(number)


def test_a_citation_without_number_is_known_by_its_issuer() -> None:
    text = "thực hiện Chương trình hành động của Tỉnh ủy về rừng"
    (cited,) = found(text)
    assert (cited.type, cited.number) == ("Chương trình hành động", "")
    assert cited.issuer is not None
    assert cited.issuer.of(text) == "Tỉnh ủy"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Luật Đất đai năm 2024; Bộ luật Dân sự số 91/2015/QH13",
            ["Luật Đất đai", "Bộ luật Dân sự"],
        ),
        (
            "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
            ["Luật Tổ chức chính quyền địa phương"],
        ),
        ("Luật Phòng cháy rừng và các quy định", ["Luật Phòng cháy rừng"]),  # not in the table
        ("luật ngân sách", []),
        ("Luật sư Lò Văn An", []),
        ("Luật này", []),
        ("pháp luật về đầu tư", []),
    ],
)
def test_laws_are_cited_by_name(text: str, titles: list[str]) -> None:
    assert [cited.title for cited in found(text)] == titles


def test_a_law_may_carry_number_and_date() -> None:
    (cited,) = found("Bộ luật Dân sự số 91/2015/QH13 ngày 24/11/2015")
    assert (cited.type, cited.number, cited.date) == ("Bộ luật", "91/2015/QH13", "2015-11-24")


@pytest.mark.parametrize(
    "text",
    ["Nghị quyết này", "Kế hoạch của đơn vị", "Quyết định phê duyệt", "Nghị quyết 36%", "Báo cáo 2/3", "quyết định 15",
     "Kế hoạch 1.200 ha", "đề án", "Thông báo ngày 22/9/2021", "Quyết định số của", "kế hoạch 5 năm", ""],
)  # fmt: skip
def test_other_words_are_no_citation(text: str) -> None:
    assert found(text) == []


def test_a_citation_may_stand_in_capitals() -> None:
    (cited,) = found("THỰC HIỆN NGHỊ QUYẾT SỐ 46-NQ/TW")
    assert cited.number == "46-NQ/TW"


def test_an_ordinance_has_its_type_and_title() -> None:
    (cited,) = found("Pháp lệnh Phí rừng")
    assert (cited.type, cited.title) == ("Pháp lệnh", "Pháp lệnh Phí rừng")


def test_two_laws_that_no_table_has_stand_apart() -> None:
    assert [cited.title for cited in found("Luật Rừng và Luật Biển")] == ["Luật Rừng", "Luật Biển"]


def test_the_name_of_a_law_may_hold_small_words() -> None:
    (cited,) = found("Pháp lệnh Ưu đãi người có công với cách mạng")
    assert cited.title == "Pháp lệnh Ưu đãi người có công với cách mạng"


PHRASE = st.sampled_from(
    ["Quyết định", "Nghị quyết", "Luật", "Luật Đất đai", "Bộ luật Dân sự", "số", "36", "12/QĐ-UBND", "36-NQ/TW",
     "ngày", "22/9/2021", "31/02/2020", "của", "UBND tỉnh", "Tỉnh ủy", "các sở, ngành", ",", ";", "và", "\n", "năm 2020",
     "thực hiện", "Chương trình hành động", "Pháp lệnh", "về", "“", "”"],
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PHRASE, max_size=14))
def test_spans_are_in_order_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    cited = found(text)
    assert all(0 <= one.span.start < one.span.end <= one.tail <= len(text) for one in cited)
    assert all(one.span.end <= two.span.start for one, two in pairwise(cited))
    assert all(one.number or one.title or one.issuer for one in cited)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert all(one.span.of(text) for one in found(text))
