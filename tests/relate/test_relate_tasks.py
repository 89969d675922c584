"""Who must do what by when: labelled lines, headings, inline subjects, bullets, rows."""

from __future__ import annotations

import pytest
from paper import LAST, ORDER, WORK, bare, paper, task

from kg.model import DocumentRecord


def only(*lines: str) -> DocumentRecord:
    return paper(*lines, LAST)


def test_labelled_lines_make_an_explicit_task() -> None:
    record = only(WORK, "1. Khảo sát vùng trồng sâm.", "- Đơn vị chủ trì: Sở Y tế.",
                  "- Đơn vị phối hợp: Sở Công Thương, các sở, ngành liên quan; UBND các huyện.",
                  "- Thời gian thực hiện: Quý II/2024.")  # fmt: skip
    (each,) = record.tasks
    assert (each.id, each.kind, each.quote.words) == ("I.1", "explicit", "Khảo sát vùng trồng sâm.")
    assert bare(each.lead) == ["Sở Y tế"]
    assert (each.lead_role, each.lead_quote and each.lead_quote.words) == ("chủ trì", "Sở Y tế")
    assert bare(each.coordinate) == [
        "Sở Công Thương",
        "Các sở, ban, ngành",
        "Ủy ban nhân dân các huyện",
    ]
    assert each.coordinate_quote is not None
    assert each.coordinate_quote.words == "Sở Công Thương, các sở, ngành liên quan; UBND các huyện"
    assert each.timeframe is not None
    assert (each.timeframe.start, each.timeframe.end) == ("2024-04-01", "2024-06-30")


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Đơn vị chủ trì", "chủ trì"),
        ("Cơ quan thực hiện", "thực hiện"),
        ("Đơn vị chủ trì tham mưu", "chủ trì tham mưu"),
    ],
)
def test_a_label_tells_the_role_of_the_lead(label: str, role: str) -> None:
    record = only(WORK, "1. Khảo sát vùng trồng sâm.", f"- {label}: Sở Y tế.")
    assert task(record, "I.1").lead_role == role


@pytest.mark.parametrize(
    ("line", "lead", "role", "coordinate"),
    [
        ("1. Sở Y tế chủ trì, phối hợp với Sở Tài chính, UBND các huyện và các đơn vị liên quan lập quỹ.",
         ["Sở Y tế"], "chủ trì", ["Sở Tài chính", "Ủy ban nhân dân các huyện", "Các đơn vị liên quan"]),
        ("1. Sở Y tế có trách nhiệm lập quỹ thuốc nam.", ["Sở Y tế"], "assigned", []),
        ("1. Sở Y tế: Lập quỹ thuốc nam.", ["Sở Y tế"], "assigned", []),
        ("1. Sở Y tế: Phối hợp Sở Tài chính lập quỹ.", ["Sở Y tế"], "phối hợp", ["Sở Tài chính"]),
        ("1. Sở Y tế: Chủ động phối hợp với Sở Tài chính lập quỹ.", ["Sở Y tế"], "phối hợp", ["Sở Tài chính"]),
        ("1. Đề nghị Hội Nông dân tỉnh: Vận động hội viên.", ["Hội Nông dân"], "assigned", []),
        ("1. Giao Sở Y tế lập quỹ thuốc nam.", ["Sở Y tế"], "assigned", []),
        ("1. Giám đốc Sở Y tế chịu trách nhiệm lập quỹ.", ["Sở Y tế"], "assigned", []),
        ("1. Sở Y tế, Sở Tài chính và UBND các xã lập quỹ thuốc nam.",
         ["Sở Y tế", "Sở Tài chính", "Ủy ban nhân dân các xã"], "assigned", []),
        ("1. Lập quỹ thuốc nam; Sở Tài chính có trách nhiệm cấp vốn.", ["Sở Tài chính"], "assigned", []),
        ("1. Thủ trưởng các sở, ngành lập sổ theo dõi.", ["Các sở, ban, ngành"], "assigned", []),
        ("1. UBND các huyện chỉ đạo các xã phối hợp thực hiện việc trồng sâm.",
         ["Ủy ban nhân dân các huyện"], "assigned", []),
    ],
)  # fmt: skip
def test_a_subject_in_the_line_leads(
    line: str, lead: list[str], role: str, coordinate: list[str]
) -> None:
    each = task(only(ORDER, line), "I.1")
    assert (each.kind, bare(each.lead), each.lead_role) == ("assigned", lead, role)
    assert bare(each.coordinate) == coordinate


@pytest.mark.parametrize(
    "line",
    ["- Báo cáo UBND tỉnh kết quả trồng sâm.", "- Hướng dẫn các huyện trồng sâm.", "- Trình UBND tỉnh ban hành quy chế.",
     "- Tham mưu UBND tỉnh lập quỹ.", "- Kiểm tra UBND các xã trong mùa vụ.", "- Gửi số liệu về Sở Tài chính đúng hạn."],
)  # fmt: skip
def test_an_object_is_no_lead(line: str) -> None:
    each = task(only(ORDER, "1. Sở Y tế", line), "I.1.-1")
    assert bare(each.lead) == ["Sở Y tế"]
    assert each.coordinate == ()
    assert len(each.other_agents) == 1


@pytest.mark.parametrize(
    "line", ["- Báo cáo UBND tỉnh kết quả trồng sâm.", "- Hướng dẫn các huyện trồng sâm."]
)
def test_an_object_without_a_heading_leaves_the_task_unassigned(line: str) -> None:
    each = task(only(WORK, "1. Trồng sâm", line), "I.1.-1")
    assert (each.kind, each.lead, each.lead_role, each.coordinate) == ("unassigned", (), None, ())


def test_prose_under_a_heading_is_the_headings() -> None:
    record = only(ORDER, "1. Sở Y tế", "Chủ trì lập quỹ thuốc nam.", "Hằng năm tổ chức hội chợ dược liệu.", "2. Sở Tài chính",
                  "- Cấp vốn đúng hạn.")  # fmt: skip
    assert [(t.id, bare(t.lead), t.lead_role) for t in record.tasks] == [
        ("I.1.p1", ["Sở Y tế"], "chủ trì"), ("I.1.p2", ["Sở Y tế"], "assigned"), ("I.2.-1", ["Sở Tài chính"], "assigned"),
    ]  # fmt: skip


def test_a_subject_in_the_line_beats_the_heading() -> None:
    record = only(
        ORDER, "1. Sở Y tế", "- Sở Tài chính cấp vốn đúng hạn.", "- Lập sổ theo dõi chung."
    )
    assert [bare(each.lead) for each in record.tasks] == [["Sở Tài chính"], ["Sở Y tế"]]


def test_an_introducing_sentence_speaks_for_its_bullets() -> None:
    record = only(ORDER, "1. Các sở, ngành có trách nhiệm:", "- Lập sổ theo dõi chung.", "- Cử người trực ban.",
                  "2. Sở Y tế: Thu nhận hồ sơ.")  # fmt: skip
    assert [(t.id, bare(t.lead)) for t in record.tasks] == [
        ("I.1.-1", ["Các sở, ban, ngành"]), ("I.1.-2", ["Các sở, ban, ngành"]), ("I.2", ["Sở Y tế"]),
    ]  # fmt: skip


def test_bullets_without_any_agency_are_unassigned() -> None:
    record = only(
        WORK, "1. Trồng sâm", "- Mở lớp dạy nghề trồng sâm.", "- Phối hợp với Sở Y tế mở hội chợ."
    )
    assert [(t.id, t.kind, bare(t.lead), bare(t.coordinate), bare(t.other_agents)) for t in record.tasks] == [
        ("I.1.-1", "unassigned", [], [], []), ("I.1.-2", "unassigned", [], [], ["Sở Y tế"]),
    ]  # fmt: skip


def test_an_open_class_is_named_by_its_clause() -> None:
    record = only(ORDER, "1. Các doanh nghiệp trồng sâm trên núi cao: Chủ động ứng vốn.")
    (each,) = record.tasks
    assert [a.agent for a in each.lead] == [
        "Các doanh nghiệp trồng sâm trên núi cao (tỉnh Lào Cai)"
    ]
    assert {a.canonical: a.collective for a in record.agents}[each.lead[0].agent]


def test_rows_of_an_appendix_are_tasks() -> None:
    table = ("Stt\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n"
             "1\tĐào tạo người trồng sâm\tSở Y tế\tSở Nội vụ, UBND các huyện\tGiai đoạn 2024-2026\n"
             "2\tLập vườn thuốc mẫu\tUBND các huyện\tSở Y tế\tHàng năm")  # fmt: skip
    record = paper(
        WORK, "1. Trồng sâm", "- Mở lớp dạy nghề trồng sâm.", "PHỤ LỤC", "DANH MỤC NHIỆM VỤ", table
    )
    first, second = (each for each in record.tasks if each.kind == "explicit")
    assert (first.id, first.quote.words, bare(first.lead), first.lead_role) == (
        "PL.1", "Đào tạo người trồng sâm", ["Sở Y tế"], "chủ trì")  # fmt: skip
    assert bare(first.coordinate) == ["Sở Nội vụ", "Ủy ban nhân dân các huyện"]
    assert first.timeframe is not None
    assert (first.timeframe.start, first.timeframe.end) == ("2024", "2026")
    assert second.timeframe is not None
    assert second.timeframe.kind == "annual"
    assert (second.section, second.section_title) == ("PL", "DANH MỤC NHIỆM VỤ")


@pytest.mark.parametrize(
    ("line", "kind", "inner"),
    [
        ("- Thường xuyên kiểm tra các vườn sâm.", "ongoing", []),
        (
            "- Kiểm tra, giám sát thường xuyên các vườn sâm.",
            "ongoing",
            [],
        ),  # its verbs stand before it
        ("- Kiểm tra vườn sâm của bà con thường xuyên hơn.", None, ["thường xuyên"]),
        ("- Hằng năm, lập danh sách hộ trồng sâm.", "annual", []),
        ("- Lập danh sách hộ trồng sâm hằng năm.", None, ["hằng năm"]),
        ("- Trước ngày 30/6/2025, lập danh sách hộ.", "deadline", []),
        ("- Năm 2025, mở lớp dạy nghề giai đoạn 2025-2030.", "year", ["giai đoạn 2025-2030"]),
        ("- Định kỳ kiểm tra các vườn sâm.", None, ["Định kỳ"]),
        ("- Lập danh sách hộ trồng sâm.", None, []),
    ],
)
def test_only_a_time_that_governs_is_the_timeframe(
    line: str, kind: str | None, inner: list[str]
) -> None:
    each = task(only(ORDER, "1. Sở Y tế", line), "I.1.-1")
    assert (each.timeframe.kind if each.timeframe else None) == kind
    assert [quote.words for quote in each.inner_times] == inner


@pytest.mark.parametrize(
    "title", ["I. MỤC ĐÍCH, YÊU CẦU", "I. MỤC TIÊU", "I. QUAN ĐIỂM", "I. ĐỐI TƯỢNG, PHẠM VI"]
)
def test_purposes_and_goals_are_no_tasks(title: str) -> None:
    record = only(title, "- Các sở, ngành chủ động lập sổ theo dõi.")
    assert [each for each in record.tasks if each.id.startswith("I.")] == []
    assert "I.-1" in [each.id for each in record.neutral]


def test_a_closing_paragraph_is_neutral() -> None:
    record = paper(ORDER, "1. Sở Y tế: Lập quỹ thuốc nam.",
                   "Trên đây là Kế hoạch của tỉnh, đề nghị các đơn vị triển khai thực hiện./.")  # fmt: skip
    assert [each.id for each in record.tasks] == ["I.1"]
    assert [each.id for each in record.neutral] == ["I.end"]


def test_a_duty_among_the_money_is_flagged() -> None:
    record = paper(
        WORK,
        "1. Mở lớp dạy nghề.",
        "II. KINH PHÍ THỰC HIỆN",
        "1. Sở Tài chính có trách nhiệm bố trí vốn.",
    )
    assert [(t.id, t.outside_org_section) for t in record.tasks] == [("I.1", False), ("II.1", True)]


def test_tasks_that_say_nearly_the_same_name_each_other() -> None:
    words = "Ứng dụng công nghệ mới trong nhân giống, chế biến và bảo quản dược liệu quý tại các vùng trồng tập trung của"
    record = only(
        WORK,
        f"1. {words} ngành y tế.",
        "- Chủ trì: Sở Y tế.",
        f"2. {words} ngành y dược.",
        "- Chủ trì: Sở Y tế.",
    )
    assert [each.near_duplicate_of for each in record.tasks] == ["I.2", "I.1"]


def test_references_inside_a_task_are_noted() -> None:
    record = only(ORDER, "1. Sở Y tế: Triển khai Quyết định số 376/QĐ-TTg ngày 17/3/2021 đúng hạn.")
    assert task(record, "I.1").refs == ("376/QĐ-TTg",)


@pytest.mark.parametrize("name", ["Bộ Tài chính", "Sở Y tế tỉnh Lào Cai"])
def test_a_lead_printed_under_its_full_name_keeps_it(name: str) -> None:
    record = only(ORDER, f"1. {name} có trách nhiệm lập quỹ giống.")
    assert [each.agent for each in task(record, "I.1").lead] == [name]


def test_a_class_that_a_clause_describes_reports_under_the_name_it_leads_under() -> None:
    record = only(ORDER, "1. Các doanh nghiệp có vườn giống trên mười héc-ta: kiểm kê cây giống, "
                  "định kỳ hằng năm báo cáo Sở Y tế.")  # fmt: skip
    (duty,) = record.reporting
    assert [each.agent for each in duty.who] == [each.agent for each in task(record, "I.1").lead]
    assert duty.who[0].agent in {each.canonical for each in record.agents}
