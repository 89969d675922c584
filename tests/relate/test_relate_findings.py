"""Duties to report, targets and goals, money."""

from __future__ import annotations

import pytest
from paper import LAST, ORDER, WORK, bare, paper

from kg.model import DocumentRecord


def order(*lines: str) -> DocumentRecord:
    return paper(ORDER, *lines, LAST)


@pytest.mark.parametrize(
    ("line", "who", "to", "via", "recurrence", "day"),
    [
        ("1. Sở Y tế báo cáo UBND tỉnh trước ngày 15/11 hằng năm.", "Sở Y tế", "Ủy ban nhân dân", None, "annual", "--11-15"),
        ("1. Sở Y tế định kỳ báo cáo UBND tỉnh.", "Sở Y tế", "Ủy ban nhân dân", None, "periodic", None),
        ("1. UBND các huyện gửi báo cáo về Sở Y tế trước ngày 05/12.", "Ủy ban nhân dân các huyện", "Sở Y tế", None, "annual", "--12-05"),
        ("1. UBND các huyện định kỳ báo cáo UBND tỉnh (qua Sở Y tế).", "Ủy ban nhân dân các huyện", "Ủy ban nhân dân",
         "Sở Y tế", "periodic", None),
        ("1. UBND các huyện kịp thời báo cáo UBND tỉnh thông qua Sở Y tế.", "Ủy ban nhân dân các huyện", "Ủy ban nhân dân",
         "Sở Y tế", "ad-hoc", None),
        ("1. Sở Y tế báo cáo UBND tỉnh theo quy định.", "Sở Y tế", "Ủy ban nhân dân", None, "other", None),
        ("1. Sở Y tế: Lập quỹ. Định kỳ hằng năm báo cáo UBND tỉnh kết quả.", "Sở Y tế", "Ủy ban nhân dân", None, "annual", None),
    ],
)  # fmt: skip
def test_a_duty_to_report(  # noqa: PLR0913  (a row of a table)
    line: str, who: str, to: str, via: str | None, recurrence: str, day: str | None
) -> None:
    (duty,) = order(line).reporting
    assert bare(duty.who) == [who]
    assert duty.to is not None
    assert duty.to.agent.removesuffix(" tỉnh Lào Cai") == to
    assert (duty.via.agent.removesuffix(" tỉnh Lào Cai") if duty.via else None) == via
    assert (duty.recurrence, duty.month_day) == (recurrence, day)
    assert "báo cáo" in duty.evidence.words


@pytest.mark.parametrize(
    "line",
    ["1. Sở Y tế xây dựng báo cáo hằng năm.", "1. Sở Y tế thực hiện chế độ báo cáo định kỳ đúng mẫu.", "1. Sở Y tế báo cáo hay.",
     "1. Sở Y tế kiểm tra các báo cáo định kỳ."],
)  # fmt: skip
def test_other_words_are_no_duty(line: str) -> None:
    assert order(line).reporting == ()


def test_a_regular_duty_and_a_sudden_one_stand_side_by_side() -> None:
    duties = order(
        "1. Sở Y tế: Hằng năm (trước ngày 10/12) báo cáo UBND tỉnh và báo cáo đột xuất khi có yêu cầu."
    ).reporting
    assert [(each.recurrence, each.month_day) for each in duties] == [
        ("annual", "--12-10"),
        ("ad-hoc", None),
    ]


def test_a_report_that_is_passed_on_is_two_duties() -> None:
    duties = order("1. UBND các huyện báo cáo kết quả về Sở Y tế trước ngày 30/11 hằng năm để tổng hợp, báo cáo UBND tỉnh "
                   "(trước ngày 20/12).").reporting  # fmt: skip
    assert [(bare(d.who), d.to and bare((d.to,)), d.month_day) for d in duties] == [
        (["Ủy ban nhân dân các huyện"], ["Sở Y tế"], "--11-30"), (["Sở Y tế"], ["Ủy ban nhân dân"], "--12-20")]  # fmt: skip


def test_two_sentences_are_two_duties() -> None:
    duties = order(
        "1. Sở Y tế định kỳ báo cáo UBND tỉnh. Kịp thời báo cáo Sở Tài chính khi có vướng mắc."
    ).reporting
    assert [(d.to and bare((d.to,)), d.recurrence) for d in duties] == [
        (["Ủy ban nhân dân"], "periodic"), (["Sở Tài chính"], "ad-hoc")]  # fmt: skip


def test_a_closing_paragraph_may_hold_a_duty() -> None:
    record = paper(ORDER, "1. Sở Y tế: Lập quỹ thuốc nam.",
                   "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo UBND tỉnh (qua Sở Y tế) để xem xét./.")  # fmt: skip
    (duty,) = record.reporting
    assert (duty.id, bare(duty.who), duty.recurrence) == ("I.end", ["Các đơn vị"], "ad-hoc")


def test_a_sudden_report_goes_to_somebody() -> None:
    (duty,) = order("1. UBND các huyện báo cáo đột xuất UBND tỉnh khi có yêu cầu.").reporting
    assert duty.to is not None
    assert bare((duty.to,)) == ["Ủy ban nhân dân"]


def test_a_list_with_a_semicolon_reports_as_a_whole() -> None:
    (duty,) = order(
        "1. Các sở, ngành; UBND các huyện báo cáo về Sở Y tế trước ngày 30/11 hằng năm."
    ).reporting
    assert bare(duty.who) == ["Các sở, ban, ngành", "Ủy ban nhân dân các huyện"]


GOALS = ("I. MỤC TIÊU", "1. Đến năm 2030", "- Trồng mới 1.500 ha dược liệu.", "- Đạt 75,5% số hộ có thu.",
         "- Nâng cao nhận thức của bà con.", "2. Đến năm 2035", "- Lập từ 3 đến 5 hợp tác xã.", "II. NHIỆM VỤ",
         "1. Mở ít nhất 02 lớp dạy nghề.", "2. Cấp giống cho 30 hộ.")  # fmt: skip


def test_targets_have_number_unit_and_year() -> None:
    found = [(t.id, t.low, t.high, t.unit, t.by, t.in_task) for t in paper(*GOALS).targets]
    assert found == [
        ("I.1.-1", 1500, 1500, "ha", "2030", None), ("I.1.-2", 75.5, 75.5, "%", "2030", None),
        ("I.2.-1", 3, 5, "hợp tác xã", "2035", None), ("II.1", 2, 2, "lớp", None, "II.1"),
    ]  # fmt: skip


def test_an_aim_without_number_is_a_goal() -> None:
    assert [(g.id, g.quote.words, g.by) for g in paper(*GOALS).goals] == [
        ("I.1.-3", "Nâng cao nhận thức của bà con.", "2030")]  # fmt: skip


def test_sources_of_money_stand_apart() -> None:
    record = paper(WORK, "1. Cấp giống sâm từ nguồn ngân sách tỉnh.", "II. KINH PHÍ THỰC HIỆN",
                   "1. Nguồn vốn ngân sách nhà nước, nguồn tài trợ và các nguồn hợp pháp khác.",
                   "2. Lồng ghép các chương trình, dự án theo quy định của Luật Ngân sách nhà nước.")  # fmt: skip
    assert [(f.id, f.quote.words, f.elsewhere) for f in record.funding] == [
        ("I.1", "nguồn ngân sách tỉnh", True), ("II.1", "Nguồn vốn ngân sách nhà nước", False),
        ("II.1", "nguồn tài trợ", False), ("II.1", "các nguồn hợp pháp khác", False),
        ("II.2", "Lồng ghép các chương trình, dự án", False),
    ]  # fmt: skip
