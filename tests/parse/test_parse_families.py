"""Letterheads and ends of many families, in wording of our own."""

from __future__ import annotations

import pytest

from kg.model import DocumentRecord
from kg.pipeline import extract_text

TWO_COLUMNS = """ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 TỈNH CÀ MAU                       Độc lập - Tự do - Hạnh phúc

Số: 7 /2024/QĐ-UBND                 Cà Mau, ngày 05 tháng 3 năm 2024

                        QUYẾT ĐỊNH
       Ban hành Quy chế trông coi rừng đước

   Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;

Điều 1. Ban hành kèm theo Quyết định này Quy chế trông coi rừng đước.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Điều 3. Giám đốc Sở Tài chính chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:                                  TM. ỦY BAN NHÂN DÂN
- Bộ Y tế;                                     KT. CHỦ TỊCH
- Lưu: VT.                                   PHÓ CHỦ TỊCH

                                              Nguyễn Văn Đước

                         QUY CHẾ
              Trông coi rừng đước
   (Ban hành kèm theo Quyết định số 7/2024/QĐ-UBND)

Chương I
QUY ĐỊNH CHUNG
CỦA QUY CHẾ

Điều 1. Sở Xây dựng kiểm tra các chòi canh hằng quý.
"""


def test_two_columns_in_one_line() -> None:
    head = extract_text(TWO_COLUMNS).document
    assert head.number is not None
    assert head.number.value == "7/2024/QĐ-UBND"
    assert head.number.quote is not None
    assert head.number.quote.words == "7 /2024/QĐ-UBND"
    assert [stated.value for stated in (head.issuer, head.date, head.signer, head.signer_title) if stated] == [
        "Ủy ban nhân dân tỉnh Cà Mau", "2024-03-05", "Nguyễn Văn Đước", "Phó Chủ tịch",
    ]  # fmt: skip
    assert [quote.words for quote in head.recipients] == ["Bộ Y tế"]


def test_an_annexed_paper_is_read_and_formulas_are_no_tasks() -> None:
    record = extract_text(TWO_COLUMNS)
    assert [task.quote.words for task in record.tasks] == [
        "Sở Xây dựng kiểm tra các chòi canh hằng quý."
    ]
    assert {neutral.reason for neutral in record.neutral} == {
        "promulgation of an annexed paper", "entry into force", "formula of execution",
    }  # fmt: skip
    chapter = next(section for section in record.sections if section.label == "I")
    assert " ".join(chapter.title.words.split()) == "QUY ĐỊNH CHUNG CỦA QUY CHẾ"


def read(*lines: str) -> DocumentRecord:
    return extract_text("\n\n".join((*lines, "I. NHIỆM VỤ", "- Trồng đước.")))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 93. /KH-UBND", "93/KH-UBND"),
        ("Số 104-CTr/TU", "104-CTr/TU"),
        ("Số: 66.15/2026/NQ-CP", "66.15/2026/NQ-CP"),
        ("Số:      /TB-UBND", None),
    ],
)
def test_numbers_as_offices_print_them(line: str, number: str | None) -> None:
    stated = read(line, "KẾ HOẠCH", "Trồng đước").document.number
    assert (stated.value if stated else None) == number


def test_a_letter_has_its_type_from_the_number_and_its_title_from_the_subject() -> None:
    head = read(
        "UBND TỈNH CÀ MAU", "Số: 12/UBND-KT", "V/v trông coi rừng đước", "Kính gửi: Sở Y tế"
    ).document
    assert head.type is not None
    assert (head.type.value, head.type.inferred) == ("Công văn", True)
    assert head.title is not None
    assert head.title.value == "trông coi rừng đước"


@pytest.mark.parametrize(
    ("lines", "issuer", "level"),
    [
        (("CHÍNH PHỦ     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",), "Chính phủ", "central-government"),
        (("BAN CHẤP HÀNH TRUNG ƯƠNG", "ĐẢNG ĐOÀN QUỐC HỘI"), "Đảng đoàn Quốc hội", "central-party"),
        (("ĐẢNG ỦY CHÍNH PHỦ", "VĂN PHÒNG"), "Văn phòng Đảng ủy Chính phủ", "central-party"),
        (("UBND TỈNH CÀ MAU", "SỞ Y TẾ"), "Sở Y tế tỉnh Cà Mau", "provincial-department"),
        (("ỦY BAN NHÂN DÂN", "TỈNH CÀ MAU"), "Ủy ban nhân dân tỉnh Cà Mau", "province-government"),
    ],
)
def test_issuers_of_every_level(lines: tuple[str, ...], issuer: str, level: str) -> None:
    head = read(*lines, "Hà Nội, ngày 05 tháng 3 năm 2024", "KẾ HOẠCH", "Trồng đước").document
    assert head.issuer is not None
    assert (head.issuer.value, head.level) == (issuer, level)


def test_those_to_whom_a_letter_goes_are_no_tasks() -> None:
    letter = (
        "UBND TỈNH CÀ MAU\n\nSố: 12/UBND-KT\n\nKính gửi:\n- Sở Y tế;\n- Sở Xây dựng.\n\n"
        "Sở Y tế chủ trì kiểm tra các trạm trước ngày 30/6/2025.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT."
    )
    (task,) = extract_text(letter).tasks
    assert [lead.quote.words for lead in task.lead] == ["Sở Y tế"]
    assert task.lead_role == "chủ trì"


def test_a_group_row_heads_those_below_it() -> None:
    table = (
        "PHỤ LỤC\n\nTT\tNhiệm vụ\tCơ quan chủ trì\tThời gian hoàn thành\n"
        "I\tTrồng rừng\t\t\n1\tƯơm cây đước\tSở Tài chính\tQuý III/2026\n"
        "II\tGiữ rừng\t\t\n1\tDựng chòi canh\tSở Xây dựng\tThực hiện thường xuyên, cùng các việc khác\n"
    )
    record = extract_text(
        f"KẾ HOẠCH\n\nTrồng đước\n\nI. NHIỆM VỤ\n\n- Trồng đước.\n\nNơi nhận:\n- Lưu: VT.\n\n{table}"
    )
    rows = [task for task in record.tasks if task.kind == "explicit"]
    assert [(task.id, task.timeframe.kind if task.timeframe else "") for task in rows] == [
        ("PL.I.1", "interval"), ("PL.II.1", "ongoing"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "kind", "number", "title"),
    [
        ("Chỉ thị về giữ rừng đước", "Chỉ thị", None, "về giữ rừng đước"),
        ("Nghị quyết số 3-NQ/HU", "Nghị quyết", "3-NQ/HU", None),
        ("Kế hoạch số 7/KH-UBND về trồng đước", "Kế hoạch", "7/KH-UBND", "về trồng đước"),
        ("Kế hoạch này được gửi cho mọi sở.", None, None, None),
    ],
)
def test_a_paper_may_begin_with_its_name(
    line: str, kind: str | None, number: str | None, title: str | None
) -> None:
    head = read(line).document
    found = [stated.value if stated else None for stated in (head.type, head.number, head.title)]
    assert found == [kind, number, title]
