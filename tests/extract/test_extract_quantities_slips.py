"""Numbers that are to be reached, and slips of typing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.quantities import quantities
from kg.extract.slips import slips
from kg.model import Slip, Span
from kg.text import view


def amounts(text: str, *, firm: bool) -> list[tuple[float, float, str]]:
    lower = view(text)
    found = quantities(lower, Span(0, len(lower)), firm=firm)
    return [(one.low, one.high, one.unit.of(text)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hỗ trợ 02 đến 03 doanh nghiệp", (2, 3, "doanh nghiệp")),
        ("tiếp nhận 1 - 2 công nghệ sinh học", (1, 2, "công nghệ sinh học")),
        ("lập 3-5 hợp tác xã", (3, 5, "hợp tác xã")),
        ("đạt 75,5% số hộ", (75.5, 75.5, "%")),
        ("ít nhất 2 lớp tập huấn", (2, 2, "lớp tập huấn")),
        ("01 nhiệm vụ KH&CN", (1, 1, "nhiệm vụ KH&CN")),
        ("trên 1.500 ha", (1500, 1500, "ha")),
        ("tăng thêm 20 mô hình", (20, 20, "mô hình")),
        ("khoảng 2,5 tỷ đồng", (2.5, 2.5, "tỷ đồng")),
        ("giảm 1.234.567 triệu đồng", (1234567, 1234567, "triệu đồng")),
    ],
)
def test_a_firm_amount(text: str, expected: tuple[float, float, str]) -> None:
    assert amounts(text, firm=True) == [expected]
    assert amounts(text, firm=False) == [expected]


@pytest.mark.parametrize("text", ["cấp giống cho 30 hộ", "gồm 5 xã", "trồng 1.500 ha"])
def test_a_bare_number_counts_in_goals_only(text: str) -> None:
    assert amounts(text, firm=True) == []
    assert len(amounts(text, firm=False)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "một số doanh nghiệp",
        "số 12/QĐ-UBND",
        "năm 2025",
        "1.2. Dự án",
        "Điều 5",
        "3 hay",
        "20 haha",
        "ngày 02/3",
        "",
    ],
)
def test_other_numbers_are_no_amount(text: str) -> None:
    assert amounts(text, firm=False) == []


def test_a_detail_in_brackets_belongs_to_the_unit() -> None:
    text = "mở 02 lớp (mỗi lớp 30 ngày) tại xã"
    assert amounts(text, firm=True) == [(2, 2, "lớp (mỗi lớp 30 ngày)")]


@given(st.text("0123456789.,- đếnhaxã%()“”"))
def test_amounts_lie_in_the_text_in_order(text: str) -> None:
    lower = view(text)
    found = list(quantities(lower, Span(0, len(lower)), firm=False))
    assert all(0 <= one.span.start < one.span.end <= one.unit.end <= len(text) for one in found)
    assert all(one.unit.end <= two.span.start for one, two in pairwise(found))


def found(text: str) -> list[Slip]:
    return list(slips(text, view(text)))


@pytest.mark.parametrize(
    ("text", "words", "mended"),
    [
        ("thực hiện các các chương trình", "các các", "các"),
        ("về việc phê duyệt phê duyệt Đề án", "phê duyệt phê duyệt", "phê duyệt"),
        ("giãi pháp mới", "giãi pháp", "giải pháp"),
        ("Nghành y tế", "Nghành", "Ngành"),
        ("các đơn vị có liên tổ chức", "có liên", "có liên quan"),
        ("tổ chức chính trị- xã hội", "chính trị- xã hội", "chính trị - xã hội"),
        ("đúng quy định. /.", ". /.", "./."),
        ("nhân lực tại chỗ”.", "”", ""),
    ],
)
def test_a_slip_has_a_mend(text: str, words: str, mended: str) -> None:
    (slip,) = found(text)
    assert (slip.quote.words, slip.should_be) == (words, mended)
    assert slip.quote.span.of(text) == words


def test_a_bullet_in_lower_case_is_a_slip() -> None:
    text = "I. A\n- mở thêm các điểm thu mua dược liệu cho bà con vùng cao và vùng xa\n"
    assert [(slip.quote.words, slip.should_be) for slip in found(text)] == [("mở", "Mở")]


@pytest.mark.parametrize(
    "text",
    ["người người trồng cây", "xanh xanh", "có liên quan", "có liên kết", "“trong dấu”", "chính trị - xã hội", "./.",
     "các sở, các ngành", "- a b"],
)  # fmt: skip
def test_right_words_are_no_slip(text: str) -> None:
    assert found(text) == []


@given(st.text())
def test_every_slip_quotes_the_text(text: str) -> None:
    assert all(slip.quote.span.of(text) == slip.quote.words for slip in found(text))
