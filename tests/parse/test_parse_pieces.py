"""Labelled lines, task tables, letterheads and signatures."""

from __future__ import annotations

import pytest

from kg.model import Span
from kg.parse.fields import fields_in
from kg.parse.letterhead import letterhead
from kg.parse.outline import outline
from kg.parse.signature import signature
from kg.shape import Letterhead, Outline, Signature
from kg.text import view


def read(text: str) -> Outline:
    return outline(text, view(text))


def fields(line: str) -> list[tuple[str, str, str]]:
    found = fields_in(line, view(line), Span(0, len(line)), "1")
    return [(field.role, field.lead_role, field.span.of(line)) for field in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Đơn vị chủ trì: Sở Công Thương.", [("lead", "chủ trì", "Sở Công Thương.")]),
        ("**Đơn vị chủ trì:** Sở Công Thương.", [("lead", "chủ trì", "Sở Công Thương.")]),
        ("Cơ quan chủ trì : Sở Y tế", [("lead", "chủ trì", "Sở Y tế")]),
        ("Đơn vị chủ trì tham mưu: Văn phòng Sở.", [("lead", "chủ trì tham mưu", "Văn phòng Sở.")]),
        ("Đơn vị thực hiện: Các trạm.", [("lead", "thực hiện", "Các trạm.")]),
        ("Phối hợp thực hiện: Sở Nội vụ", [("coordinate", "", "Sở Nội vụ")]),
        ("Thời hạn hoàn thành: Quý I/2026", [("time", "", "Quý I/2026")]),
        ("Chủ trì: Sở A; phối hợp: Sở B; thời gian: 2025.",
         [("lead", "chủ trì", "Sở A"), ("coordinate", "", "Sở B"), ("time", "", "2025.")]),
        ("Cơ quan chủ trì: Sở A. Thời gian thực hiện: 2025.",
         [("lead", "chủ trì", "Sở A."), ("time", "", "2025.")]),
        ("Sản phẩm: Báo cáo.", [("product", "", "Báo cáo.")]),
        ("Đơn vị chủ trì:", [("lead", "chủ trì", "")]),
        ("Sở Y tế: chủ trì việc này", []),
        ("Chủ trì, phối hợp với các sở: lập kế hoạch", []),
        ("Thời gian qua, các xã đã làm tốt: giữ rừng", []),
        ("Hoàn thành tốt nhiệm vụ", []),
        (":", []),
        ("**:**", []),
    ],
)  # fmt: skip
def test_a_labelled_line(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert fields(line) == expected


def test_fields_belong_to_the_item_above() -> None:
    text = "I. A\n\n1. x\n\n- Chủ trì: Sở Y tế\n\n2. y\n\nThời gian: 2025\n"
    assert [(field.owner, field.role) for field in read(text).fields] == [
        ("I.1", "lead"),
        ("I.2", "time"),
    ]


HEADER = "Stt\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tGhi chú"


def rows(text: str) -> list[tuple[str, dict[str, str]]]:
    return [(row.id, {c.role: c.span.of(text) for c in row.cells}) for row in read(text).rows]


def test_rows_stand_under_their_columns_over_a_repeated_header() -> None:
    text = f"I. A\n\nPHỤ LỤC\n\nDANH MỤC\n\n{HEADER}\n1\tĐào giếng\tSở A\tSở B\t2025\tx\n5\n{HEADER}\n2\tTrồng rừng\tSở C\t\t2026\n"
    assert [key for key, _ in rows(text)] == ["PL.1", "PL.2"]
    assert rows(text)[0][1] == {"index": "1", "task": "Đào giếng", "lead": "Sở A", "coordinate": "Sở B",
                                "time": "2025", "note": "x"}  # fmt: skip
    shape = read(text)
    assert [a.kind for a in shape.artifacts] == ["stray_page_number", "repeated_table_header"]
    assert [name for name, _ in shape.tables] == ["PL"]


def test_an_empty_cell_keeps_its_column() -> None:
    text = f"PHỤ LỤC\n\nI. A\n\nPHỤ LỤC\n\n{HEADER}\n1\tĐào giếng\tSở A\t\t2025\n"
    assert rows(text)[0][1]["time"] == "2025"
    assert "coordinate" not in rows(text)[0][1]


@pytest.mark.parametrize(
    ("header", "row", "lead"),
    [
        ("Stt\tNhiệm vụ\tChủ trì", "\tĐào giếng\tSở A", "Sở A"),
        ("\tNhiệm vụ\tChủ trì", "1\tĐào giếng\tSở A", "Sở A"),
        ("\tStt\tNhiệm vụ\tChủ trì", "\t1\tĐào giếng\tSở A", "Sở A"),
        ("Stt\tNhiệm vụ\tChủ trì", "\t1\tĐào giếng\tSở A", "Sở A"),
        ("Stt\tNhiệm vụ\tChủ trì", "1\tĐào giếng\t", None),
    ],
)  # fmt: skip
def test_a_row_may_begin_or_end_with_an_empty_cell(header: str, row: str, lead: str | None) -> None:
    text = f"I. A\n\nPHỤ LỤC\n\n{header}\n{row}\n"
    assert rows(text)[0][1]["task"] == "Đào giếng"
    assert rows(text)[0][1].get("lead") == lead


def test_a_row_of_column_numbers_is_no_task() -> None:
    text = f"I. A\n\nPHỤ LỤC\n\n{HEADER}\n(1)\t(2)\t(3)\t(4)\t(5)\t(6)\n1\tĐào giếng\tSở A\n"
    assert [key for key, _ in rows(text)] == ["PL.1"]


def test_rows_without_a_printed_number_are_counted() -> None:
    text = "I. A\n\nPHỤ LỤC\n\nNội dung\tĐơn vị chủ trì\nĐào giếng\tSở A\nTrồng rừng\tSở C\n"
    assert [key for key, _ in rows(text)] == ["PL.1", "PL.2"]


def test_a_table_in_the_body_hangs_under_its_section() -> None:
    text = f"I. A\n\n{HEADER}\n1\tĐào giếng\tSở A\tSở B\t2025\n\nII. B\n\n{HEADER}\n1\tXây cầu\tSở A\tSở B\t2025\n"
    assert [key for key, _ in rows(text)] == ["I.r1", "II.r1"]
    assert [(key, title.of(text)) for key, title in read(text).tables] == [("I", "A"), ("II", "B")]


def test_a_header_under_the_same_section_is_printed_again() -> None:
    text = f"I. A\n\n{HEADER}\n1\tĐào giếng\tSở A\n{HEADER}\n2\tXây cầu\tSở A\n"
    assert [key for key, _ in rows(text)] == ["I.r1", "I.r2"]
    assert [a.kind for a in read(text).artifacts] == ["repeated_table_header"]


def test_a_number_printed_twice_stays_and_its_id_is_counted() -> None:
    text = f"I. A\n\nPHỤ LỤC\n\n{HEADER}\n1\tĐào giếng\tSở A\n1\tXây cầu\tSở A\n"
    assert [key for key, _ in rows(text)] == ["PL.1", "PL.1#2"]


@pytest.mark.parametrize(
    ("between", "ids"),
    [
        ("\t\tSở C\tSở D\t2027\t", ["PL.I.1", "PL.I.1.2", "PL.I.2"]),
        ("\t\t\t\t\t", ["PL.I.1", "PL.I.2"]),
        ("\tLát đường\tSở C", ["PL.I.1", "PL.I.2", "PL.I.2#2"]),
    ],
)
def test_a_row_that_says_more_of_the_task_above_is_a_part_of_it(
    between: str, ids: list[str]
) -> None:
    table = (
        f"{HEADER}\nI\tNước\t\t\t\t\n1\tĐào giếng\tSở A\tSở B\t2026\t\n{between}\n2\tXây hồ\tSở A\n"
    )
    assert [key for key, _ in rows(f"I. A\n\nPHỤ LỤC\n\n{table}")] == ids


@pytest.mark.parametrize("line", ["a\tb\tc", "Tên\tTuổi", "Stt\tHọ tên\tĐơn vị"])
def test_a_table_of_other_things_is_no_task_table(line: str) -> None:
    assert rows(f"I. A\n\n{line}\n1\tx\ty\n") == []


LETTER = """ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 88/KH-UBND
Hà Giang, ngày 07 tháng 5 năm 2024

KẾ HOẠCH
TRỒNG CÂY DƯỢC LIỆU
GIAI ĐOẠN 2024-2030

Thực hiện Nghị quyết số 9-NQ/TU;

I. MỤC ĐÍCH
"""


def head(text: str) -> Letterhead:
    return letterhead(text, read(text).front)


def test_a_letterhead_is_read_in_its_pieces() -> None:
    found = head(LETTER)
    assert found.number is not None
    assert found.number.words == "88/KH-UBND"
    assert [quote.words for quote in found.issuer_lines] == ["ỦY BAN NHÂN DÂN", "TỈNH HÀ GIANG"]
    assert found.place is not None
    assert found.place.words == "Hà Giang"
    assert found.date is not None
    assert found.date.words == "07 tháng 5 năm 2024"
    assert found.type_name == "Kế hoạch"
    assert found.title is not None
    assert found.title.words == "TRỒNG CÂY DƯỢC LIỆU\nGIAI ĐOẠN 2024-2030"
    assert found.opening is not None
    assert found.opening.of(LETTER) == "Thực hiện Nghị quyết số 9-NQ/TU;"


def test_every_piece_of_a_letterhead_quotes_the_text() -> None:
    found = head(LETTER)
    quotes = [found.number, found.type, found.title, found.place, found.date, *found.issuer_lines]
    assert all(quote is not None and quote.span.of(LETTER) == quote.words for quote in quotes)


@pytest.mark.parametrize("line", ["Số: 12-KH/TU", "Số 12-KH/TU", "**Số: 12-KH/TU**", "Số:12-KH/TU"])
def test_the_number_of_the_document(line: str) -> None:
    found = head(f"TỈNH ỦY HÀ GIANG\n\n{line}\n\nKẾ HOẠCH\n\nx\n\nI. A\n")
    assert found.number is not None
    assert found.number.words == "12-KH/TU"


def test_a_document_without_a_type_line_has_no_title() -> None:
    found = head("Kính gửi: Sở Y tế\n\nTrả lời công văn, Sở Nội vụ có ý kiến.\n\n1. Đồng ý.\n")
    assert (found.type, found.title, found.number) == (None, None, None)


def test_a_portal_box_is_read_by_its_labels() -> None:
    text = "Kế hoạch 8\n\tSố hiệu\n\t8/KH-UBND\n\n\tNgày ban hành\n\t02/03/2024\n\n\tTình trạng\n\tCòn hiệu lực\n\nKẾ HOẠCH\nX\n\nI. A\n"
    box = {name: quote.words for name, quote in head(text).box.items()}
    assert box == {"number": "8/KH-UBND", "date": "02/03/2024", "status": "Còn hiệu lực"}


def test_one_such_line_alone_may_be_prose() -> None:
    assert head("Tình trạng\n\nrừng bị phá.\n\nKẾ HOẠCH\n\nX\n\nI. A\n").box == {}


def signed(text: str) -> Signature:
    return signature(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "office", "signer", "recipients", "archive"),
    [
        ("Nơi nhận:\n- Bộ Y tế;\n- Các sở, ngành;\n- Lưu: VT, NC.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLò Thị Mai\n",
         "Phó Chủ tịch", "Lò Thị Mai", ["Bộ Y tế", "Các sở, ngành"], "Lưu: VT, NC"),
        ("**Nơi nhận:**\n- Như Điều 3;\n- Lưu VT.\n\n**TM. ỦY BAN NHÂN DÂN**\n**CHỦ TỊCH**\n\n**Giàng A Páo**\n",
         "Chủ tịch", "Giàng A Páo", ["Như Điều 3"], "Lưu VT"),
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\n\nHoàng Đình Sơn\n\nNơi nhận:\n- BTV Tỉnh ủy,\n- Lưu VPTU.\n",
         "Phó Bí thư Thường trực", "Hoàng Đình Sơn", None, None),
        ("Nơi nhận:\n- Sở A;\n- Lưu: VT.\n\nGIÁM ĐỐC\n", "Giám đốc", None, ["Sở A"], "Lưu: VT"),
        ("Nơi nhận:\n- Thường trực HĐND\ntỉnh;\n- Lưu: VT.\n", None, None, ["Thường trực HĐND\ntỉnh"], "Lưu: VT"),
        ("", None, None, [], None),
    ],
)  # fmt: skip
def test_the_end_of_a_document(
    text: str,
    office: str | None,
    signer: str | None,
    recipients: list[str] | None,
    archive: str | None,
) -> None:
    found = signed(text)
    assert found.office == office
    assert (found.signer.words if found.signer else None) == signer
    if recipients is not None:
        assert [quote.words for quote in found.recipients] == recipients
        assert (found.archive.words if found.archive else None) == archive
    quotes = [*found.recipients, found.archive, found.capacity, found.signer]
    assert all(quote.span.of(text) == quote.words for quote in quotes if quote)


def test_recipients_may_stand_after_the_signature() -> None:
    found = signed(
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLò Thị Mai\n\nNơi nhận:\n- Bộ Y tế;\n- Lưu: VT.\n"
    )
    assert [quote.words for quote in found.recipients] == ["Bộ Y tế"]
    assert found.signer is not None
    assert (found.office, found.signer.words) == ("Chủ tịch", "Lò Thị Mai")


def test_a_name_below_the_recipients_signs_and_is_none_of_them() -> None:
    found = signed("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNơi nhận:\n- Bộ Y tế;\n- Lưu: VT.\n\nLò Thị Mai\n")
    assert [quote.words for quote in found.recipients] == ["Bộ Y tế"]
    assert found.signer is not None
    assert found.signer.words == "Lò Thị Mai"
