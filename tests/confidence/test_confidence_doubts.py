"""What the words give to doubt, each with a plan that shows it and one that does not."""

from __future__ import annotations

import pytest

from kg.confidence.rules import doubts, sure
from kg.pipeline import extract_text
from kg.record import to_json
from kg.record.listing import Listed, listed

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nSố: 12/KH-UBND\nHà Giang, ngày 05 tháng 3 năm 2024\n\nKẾ HOẠCH\nPhát triển thư viện số\n\n"
DISTRICT = (
    "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ TAM ĐIỆP\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nPhát triển thư viện số\n\n"
)
NOWHERE = "SỞ Y TẾ\nSố: 12/KH-SYT\n\nKẾ HOẠCH\nPhát triển thư viện số tỉnh Hà Giang\n\n"
DUTY = "I. TỔ CHỨC THỰC HIỆN\n1. {}"
WORK = "I. NHIỆM VỤ\n1. Số hóa kho sách cũ.\n- Đơn vị chủ trì: {}.\n- Thời gian: {}."

# doubt, kind of finding, a text that gives it, a text that does not
ROWS = (
    ("agent-unlisted", "lead", HEAD + DUTY.format("Sở Khuê Văn có trách nhiệm kiểm kê kho sách."),
     HEAD + DUTY.format("Sở Y tế có trách nhiệm kiểm kê kho sách.")),
    ("agent-unread", "lead", HEAD + WORK.format("bạn đọc tình nguyện", "Năm 2024"),
     HEAD + WORK.format("Sở Y tế", "Năm 2024")),
    ("place-inferred", "document.issuer", NOWHERE + DUTY.format("Sở Tài chính kiểm kê kho sách."),
     HEAD + DUTY.format("Sở Tài chính kiểm kê kho sách.")),
    ("province-looked-up", "document.place", DISTRICT + DUTY.format("Công an kiểm kê kho sách."),
     HEAD + DUTY.format("Công an kiểm kê kho sách.")),
    ("time-tentative", "time", HEAD + WORK.format("Sở Y tế", "dự kiến 2024-2026"),
     HEAD + WORK.format("Sở Y tế", "2024-2026")),
    ("time-unread", "time", HEAD + WORK.format("Sở Y tế", "sau khi có sách mới"),
     HEAD + WORK.format("Sở Y tế", "Năm 2024")),
    ("slip-inside", "task", HEAD + DUTY.format("Sở Y tế có trách nhiệm chuyên giao công nghệ."),
     HEAD + DUTY.format("Sở Y tế có trách nhiệm chuyển giao công nghệ.")),
    ("page-break", "task", HEAD + DUTY.format("Sở Y tế có trách nhiệm kiểm kê và giữ khô toàn bộ các kho\n\nsách cũ."),
     HEAD + DUTY.format("Sở Y tế có trách nhiệm kiểm kê kho sách cũ.")),
    ("outside-section", "task",
     HEAD + "I. NHIỆM VỤ\n1. Số hóa sách.\nII. KINH PHÍ\n1. Sở Y tế có trách nhiệm lập dự toán hằng năm.",
     HEAD + DUTY.format("Sở Y tế có trách nhiệm lập dự toán hằng năm.")),
    ("long-words", "task", HEAD + DUTY.format("Sở Y tế có trách nhiệm " + "rà soát kho sách, " * 90 + "thẻ."),
     HEAD + DUTY.format("Sở Y tế có trách nhiệm " + "rà soát kho sách, " * 9 + "thẻ.")),
    ("number-alone", "reference", HEAD + DUTY.format("Kiểm kê theo Kế hoạch số 7/KH-UBND."),
     HEAD + DUTY.format("Kiểm kê theo Kế hoạch số 7/KH-UBND ngày 01/02/2022.")),
    ("receiver-unread", "report", HEAD + DUTY.format("Sở Y tế báo cáo kết quả trước ngày 15/12 hằng năm."),
     HEAD + DUTY.format("Sở Y tế báo cáo Sở Tài chính trước ngày 15/12 hằng năm.")),
)  # fmt: skip


def of_kind(text: str, kind: str) -> list[Listed]:
    return [each for each in listed(to_json(extract_text(text))) if each.kind == kind]


def test_every_doubt_has_a_row() -> None:
    assert [row[0] for row in ROWS] == list(doubts())


@pytest.mark.parametrize(("doubt", "kind", "text", "_other"), ROWS, ids=[row[0] for row in ROWS])
def test_the_words_give_the_doubt_and_lower_the_number(
    doubt: str, kind: str, text: str, _other: str
) -> None:
    hit = next(each for each in of_kind(text, kind) if doubt in each.doubts)
    assert hit.confidence == sure(hit.rule, frozenset(hit.doubts)).number
    assert hit.confidence < sure(hit.rule).number


@pytest.mark.parametrize(("doubt", "kind", "_text", "other"), ROWS, ids=[row[0] for row in ROWS])
def test_other_words_do_not(doubt: str, kind: str, _text: str, other: str) -> None:
    found = of_kind(other, kind)
    assert found
    assert not any(doubt in each.doubts for each in found)


@pytest.mark.parametrize("doubt", sorted(doubts()))
def test_a_factor_lowers_and_is_explained(doubt: str) -> None:
    row = doubts()[doubt]
    assert 0 < row.factor < 1
    assert row.en.endswith(".")
    assert row.vi.endswith(".")
