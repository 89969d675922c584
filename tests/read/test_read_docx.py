"""Word documents: order, numbers, tables, notes; broken and hostile files."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from printed import W, numbered, para, word, word_parts, zipped

from kg.errors import ReadError
from kg.pipeline import extract
from kg.read.docx import read_docx
from kg.read.source import read_bytes
from kg.record import to_json

if TYPE_CHECKING:
    from docx.document import Document


def lines(data: bytes) -> list[str]:
    return read_docx(data, "a.docx").rstrip("\n").split("\n")


def _plan(document: Document) -> None:
    head = document.add_table(2, 2)
    for cell, words in zip(
        head._cells,  # noqa: SLF001  (python-docx has no other way in order)
        (
            "UBND TỈNH QUẢNG TRỊ\nSỞ Y TẾ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            "Số: 12/KH-SYT",
            "Quảng Trị, ngày 05 tháng 3 năm 2024",
        ),
        strict=True,
    ):
        cell.text = words
    for words in ("KẾ HOẠCH", "Phòng, chống dịch năm 2024", "I. NHIỆM VỤ", "1. Rà soát kho thuốc"):
        document.add_paragraph(words)
    table = document.add_table(3, 4)
    rows = (
        ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp"),
        ("1", "Rà soát\nkho thuốc", "Sở Y tế", "Sở Tài chính\nSở Nội vụ"),
        ("2", "Báo cáo", "Sở Y tế", ""),
    )
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    foot = document.add_table(1, 2)
    foot.cell(0, 0).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    foot.cell(0, 1).text = "GIÁM ĐỐC\nTrần Văn An"


def test_a_plan_reads_in_order_with_its_halves_by_columns() -> None:
    assert lines(word(_plan)) == [
        "UBND TỈNH QUẢNG TRỊ",
        "SỞ Y TẾ",
        "Số: 12/KH-SYT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Quảng Trị, ngày 05 tháng 3 năm 2024",
        "KẾ HOẠCH",
        "Phòng, chống dịch năm 2024",
        "I. NHIỆM VỤ",
        "1. Rà soát kho thuốc",
        "TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp",
        "1\tRà soát kho thuốc\tSở Y tế\tSở Tài chính; Sở Nội vụ",
        "2\tBáo cáo\tSở Y tế\t",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Trần Văn An",
    ]


def test_the_record_of_a_plan_has_its_head_and_its_table() -> None:
    source = read_bytes(word(_plan), "plan.docx")
    record: dict[str, Any] = to_json(extract(source))
    head = record["document"]
    assert head["number"] == "12/KH-SYT"
    assert head["date"] == "2024-03-05"
    assert head["signer"] == "Trần Văn An"
    assert source.media_type.endswith("wordprocessingml.document")
    assert len([task for task in record["tasks"] if "kho thuốc" in str(task)]) >= 1


LEVELS = "".join(
    f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{words}"/></w:lvl>'
    for i, (kind, words) in enumerate(
        (
            ("upperRoman", "%1."),
            ("decimal", "%2."),
            ("lowerLetter", "%3)"),
            ("bullet", "\uf0b7"),
            ("decimal", "%2.%5."),
        )
    )
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def test_automatic_numbers_are_written_out_as_printed() -> None:
    body = "".join(
        (
            numbered("Mục đích", 1), numbered("Một", 1, 1), numbered("Hai", 1, 1),
            numbered("x", 1, 2), numbered("y", 1, 2), numbered("z", 1, 3), numbered("sâu", 1, 4),
            numbered("Nhiệm vụ", 1), numbered("Lại một", 1, 1), numbered("Từ năm", 2),
            numbered("không", 99), numbered("không", 0),
        )
    )  # fmt: skip
    assert lines(word_parts(body, numbering=NUMBERING)) == [
        "I. Mục đích", "1. Một", "2. Hai", "a) x", "b) y", "• z", "2.1. sâu",
        "II. Nhiệm vụ", "1. Lại một", "V. Từ năm", "không", "không",
    ]  # fmt: skip


def test_a_number_comes_through_the_style_too() -> None:
    styles = (
        '<w:style w:styleId="A"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:caps/></w:rPr></w:style>'
        '<w:style w:styleId="C"><w:basedOn w:val="C"/></w:style>'
    )
    body = para("mục đích", '<w:pStyle w:val="B"/>') + para("yêu cầu", '<w:pStyle w:val="C"/>')
    made = word_parts(body, numbering=NUMBERING, styles=styles)
    assert lines(made) == ["1. MỤC ĐÍCH", "yêu cầu"]


def test_an_empty_cell_with_a_number_prints_its_number() -> None:
    row = f"<w:tr><w:tc>{numbered('', 1, 1)}</w:tc><w:tc>{para('Rà soát')}</w:tc></w:tr>"
    rest = "".join(
        f"<w:tr><w:tc>{para(str(i))}</w:tc><w:tc>{para('x')}</w:tc></w:tr>" for i in range(4)
    )
    assert lines(word_parts(f"<w:tbl>{row}{rest}</w:tbl>", numbering=NUMBERING))[0] == "1.\tRà soát"


def test_merged_cells_keep_the_number_of_columns() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(5, 4)
        for i, row in enumerate(table.rows):
            for j, cell in enumerate(row.cells):
                cell.text = f"{i}{j}"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "rộng"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "cao"

    rows = [line.split("\t") for line in lines(word(fill))]
    assert [len(row) for row in rows] == [4] * 5
    assert rows[0] == ["00", "rộng", "", "03"]
    assert [row[0] for row in rows[1:3]] == ["cao", ""]


def test_notes_stand_at_the_end_under_their_marks() -> None:
    body = (
        '<w:p><w:r><w:t>Nghị quyết số 66-NQ/TW</w:t></w:r><w:r><w:footnoteReference w:id="9"/></w:r>'
        "<w:r><w:t> của Bộ Chính trị.</w:t></w:r></w:p>" + para("Hết.")
    )
    notes = f'<w:footnote w:id="9">{para("Ban hành năm 2025.")}</w:footnote>'
    assert lines(word_parts(body, footnotes=notes)) == [
        "Nghị quyết số 66-NQ/TW[1] của Bộ Chính trị.",
        "Hết.",
        "[1] Ban hành năm 2025.",
    ]


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        ("<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins>", ["mới"]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r>", ["hiện"]),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hiện</w:t></w:r>', ["hiện"]),
        ("<w:r><w:rPr><w:caps/></w:rPr><w:t>kế hoạch</w:t></w:r>", ["KẾ HOẠCH"]),
        ("<w:r><w:t>TỈNH X</w:t><w:br/><w:t>SỞ Y TẾ</w:t></w:r>", ["TỈNH X", "SỞ Y TẾ"]),
        ("<w:r><w:t>a)</w:t><w:tab/><w:t>Rà soát</w:t></w:r>", ["a) Rà soát"]),
        ('<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>KÕ ho¹ch</w:t></w:r>', ["Kế hoạch"]),
        ('<w:r><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr><w:t>kÕ ho¹ch</w:t></w:r>', ["KẾ HOẠCH"]),
        ("<w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>", ["liên kết"]),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>trang</w:t></w:r>", ["trang"]),
        ("<w:r><w:t>Kế\u00a0hoạch</w:t></w:r>", ["Kế hoạch"]),
        ("<w:r><w:t>66</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r>", ["66-NQ/TW"]),
        ("<w:r><w:t>ngoài</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>khung</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>", ["ngoài", "khung"]),
    ],
)  # fmt: skip
def test_a_paragraph_gives_what_is_printed(inside: str, read: list[str]) -> None:
    assert lines(word_parts(f"<w:p>{inside}</w:p>")) == read


def test_a_letterhead_set_with_tab_stops_reads_by_columns() -> None:
    rows = (
        "TỈNH X\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 1/KH-UBND\tX, ngày 2 tháng 3 năm 2024",
    )
    body = "".join(f"<w:p><w:r><w:t>{a}</w:t><w:tab/><w:t>{b}</w:t></w:r></w:p>" for a, b in (row.split("\t") for row in rows))  # fmt: skip
    assert lines(word_parts(body)) == [
        "TỈNH X",
        "Số: 1/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "X, ngày 2 tháng 3 năm 2024",
    ]


def test_letters_in_parts_are_composed_at_the_door() -> None:
    data = word_parts(para(unicodedata.normalize("NFD", "Kế hoạch")))
    assert read_bytes(data, "a.docx").text == "Kế hoạch\n"


def test_tables_in_tables_end_somewhere() -> None:
    body = para("đáy")
    for _ in range(60):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    assert lines(word_parts(body + para("sau"))) == ["sau"]


def broken(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.docx")
    line = str(caught.value)
    assert "\n" not in line
    assert line.startswith("a.docx: ")
    assert caught.value.mend
    return line


def test_a_file_cut_short_says_so() -> None:
    data = word(_plan)
    assert "is damaged" in broken(data[: len(data) // 2])
    assert "is damaged" in broken(b"no zip at all")


def test_a_part_that_is_no_xml_says_so() -> None:
    assert "is damaged (word/document.xml" in broken(word_parts("<w:p>"))


def test_an_archive_without_a_document_says_so() -> None:
    assert "is a zip archive" in broken(zipped({"a.txt": "x"}))
    empty = zipped({"[Content_Types].xml": "<Types/>", "word/other.xml": "<x/>"})
    assert "without a Word document" in broken(empty)


def test_a_bomb_is_not_unpacked() -> None:
    assert "unpacks to more" in broken(word_parts(para("a" * 30_000_000)))


def test_entities_are_not_expanded() -> None:
    bomb = f'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&y;</w:t></w:r></w:p></w:body></w:document>'
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": bomb}
    assert "document type" in broken(zipped(parts))
    outside = bomb.replace('"ha"', 'SYSTEM "file:///etc/hostname"')
    assert "document type" in broken(zipped(parts | {"word/document.xml": outside}))


def test_a_locked_part_says_so() -> None:
    data = bytearray(word_parts(para("x")))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    assert "locked" in broken(bytes(data))


def test_a_checksum_that_is_wrong_says_so() -> None:
    data = bytearray(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>" * 50}, zipfile.ZIP_STORED))  # fmt: skip
    data[data.find(b"<a/>")] ^= 1
    assert "is damaged" in broken(bytes(data))
    assert zipfile.is_zipfile(io.BytesIO(bytes(data)))
