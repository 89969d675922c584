"""PDF: paragraphs, halves of a page, tables over pages, running heads, notes; broken files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from printed import HEIGHT, INDENT, LEFT, middle, pdf, ruled, write
from printed_plan import FULL, PLAN, body, letterhead, plan, running

from kg.pipeline import extract
from kg.read.pdf import read_pdf
from kg.read.pdf_lines import join_words
from kg.read.source import read_bytes
from kg.record import to_json

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def lines(data: bytes) -> list[str]:
    return read_pdf(data, "a.pdf").rstrip("\n").split("\n")


def test_a_plan_reads_in_order_with_its_halves_by_columns() -> None:
    assert lines(pdf(plan)) == PLAN


def test_the_record_of_a_plan_has_its_head() -> None:
    source = read_bytes(pdf(plan), "plan.pdf")
    record: dict[str, Any] = to_json(extract(source))
    head = record["document"]
    assert (head["number"], head["date"], head["signer"]) == (
        "12/KH-UBND",
        "2024-03-05",
        "Trần Văn An",
    )
    assert source.media_type == "application/pdf"


def test_a_pdf_is_read_as_a_pdf_whatever_its_name() -> None:
    assert read_bytes(pdf(plan), "plan.txt").text == "\n".join(PLAN) + "\n"


HEADER = ("TT", "Nhiệm vụ", "Cơ quan chủ trì")
XS = (LEFT, LEFT + 30, LEFT + 260, LEFT + 420)


def row(canvas: Canvas, y: float, cells: tuple[str, ...]) -> None:
    for x, words in zip(XS, cells, strict=False):
        for i, part in enumerate(words.split("\n")):
            write(canvas, x + 3, y + 12 + 13 * i, part, 10)


def table_over_pages(canvas: Canvas, header_again: bool = False) -> None:  # noqa: FBT001, FBT002  (one of two drawings)
    write(canvas, INDENT, 70, "Danh mục nhiệm vụ như sau:")
    ruled(canvas, XS, [100, 120, 150, 180])
    row(canvas, 100, HEADER)
    row(canvas, 120, ("1", "Rà soát,\nsửa đổi quy hoạch", "Sở Y tế\nSở Nội vụ"))
    row(canvas, 150, ("2", "Xây dựng cơ sở dữ liệu\nvề công nghệ", "Sở Khoa học và\nCông nghệ"))
    canvas.showPage()
    ys = [60, 80, 110, 140] if header_again else [60, 80, 110]
    ruled(canvas, XS, ys)
    top = 60
    if header_again:
        row(canvas, 60, HEADER)
        top = 80
    row(canvas, top, ("", "sinh học", ""))
    row(canvas, top + 25, ("3", "Báo cáo", "Sở Y tế"))
    canvas.showPage()


@pytest.mark.parametrize("again", [False, True])
def test_a_table_over_pages_is_one_and_a_cut_row_is_whole(again: bool) -> None:  # noqa: FBT001  (a row of the table above)
    read = lines(pdf(lambda canvas: table_over_pages(canvas, again)))
    assert [line for line in read if line != "\t".join(HEADER)] == [
        "Danh mục nhiệm vụ như sau:",
        "1\tRà soát, sửa đổi quy hoạch\tSở Y tế; Sở Nội vụ",
        "2\tXây dựng cơ sở dữ liệu về công nghệ sinh học\tSở Khoa học và Công nghệ",
        "3\tBáo cáo\tSở Y tế",
    ]
    assert read.count("\t".join(HEADER)) == 1 + again


def test_a_header_of_two_rows_that_is_printed_again_joins_no_row() -> None:
    halves = (LEFT, LEFT + 30, LEFT + 230, LEFT + 330, LEFT + 430)

    def head(canvas: Canvas, y: float) -> None:
        canvas.line(halves[2], HEIGHT - y - 20, halves[4], HEIGHT - y - 20)
        for x, words in zip(halves, ("TT", "Nhiệm vụ", "Cơ quan"), strict=False):
            write(canvas, x + 3, y + 12, words, 10)
        for x, words in zip(halves[2:], ("chủ trì", "phối hợp"), strict=False):
            write(canvas, x + 3, y + 32, words, 10)
        for x in (0, 1, 2, 4):
            canvas.line(halves[x], HEIGHT - y, halves[x], HEIGHT - y - 40)
        canvas.line(halves[3], HEIGHT - y - 20, halves[3], HEIGHT - y - 40)
        canvas.line(halves[0], HEIGHT - y, halves[4], HEIGHT - y)

    def draw(canvas: Canvas) -> None:
        for n in (1, 2):
            head(canvas, 100)
            ruled(canvas, halves, [140, 160])
            for x, words in zip(
                halves, (f"{n}", f"Rà soát lần {n}", "Sở Y tế", "Sở Nội vụ"), strict=False
            ):
                write(canvas, x + 3, 152, words, 10)
            canvas.showPage()

    top = ["TT\tNhiệm vụ\tCơ quan\t", "\t\tchủ trì\tphối hợp"]
    task = "\tRà soát lần {}\tSở Y tế\tSở Nội vụ"
    assert lines(pdf(draw)) == [*top, "1" + task.format(1), *top, "2" + task.format(2)]


def test_shading_behind_the_lines_of_a_cell_is_no_border() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.95)
        for i in range(2):
            canvas.rect(XS[1] + 1, HEIGHT - 135 - 13 * i, 200, 12, stroke=0, fill=1)
        canvas.setFillGray(0)
        ruled(canvas, XS, [100, 120, 155, 175])
        row(canvas, 100, HEADER)
        row(canvas, 120, ("1", "Rà soát\nquy hoạch", "Sở Y tế"))
        row(canvas, 155, ("2", "Báo cáo", "Sở Y tế"))
        canvas.showPage()

    assert lines(pdf(draw))[1:] == ["1\tRà soát quy hoạch\tSở Y tế", "2\tBáo cáo\tSở Y tế"]


@pytest.mark.parametrize("degrees", [90, -90])
def test_a_table_that_lies_on_its_side_is_turned(degrees: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(297, 421)
        canvas.rotate(degrees)
        canvas.translate(-297, -421)
        ruled(canvas, XS, [300, 320, 340])
        row(canvas, 300, HEADER)
        row(canvas, 320, ("1", "Rà soát", "Sở Y tế"))
        canvas.restoreState()
        canvas.showPage()

    assert lines(pdf(draw)) == ["\t".join(HEADER), "1\tRà soát\tSở Y tế"]


def test_running_heads_and_page_numbers_are_no_text() -> None:
    read = lines(pdf(running))
    assert len(read) == 8
    assert read[::2] == [f"{n}. Rà soát quy hoạch lần {n}." for n in range(1, 5)]


def test_the_stamp_of_a_signature_is_no_text() -> None:
    def draw(canvas: Canvas) -> None:
        for i, words in enumerate(("Người ký: VĂN PHÒNG CHÍNH PHỦ", "Thời gian ký: 06.04.2026 16:35:12 +07:00")):  # fmt: skip
            write(canvas, 400, 30 + 10 * i, words, 7)
        letterhead(canvas)
        write(canvas, INDENT, 400, "Thời gian ký: kết hợp đồng là năm 2024.")
        canvas.showPage()

    read = lines(pdf(draw))
    assert read[0] == "ỦY BAN NHÂN DÂN"
    assert [line for line in read if "ký" in line] == ["Thời gian ký: kết hợp đồng là năm 2024."]


def test_notes_stand_at_the_end_under_their_marks() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, INDENT, 100, "a) Thực hiện Nghị quyết số 66-NQ/TW")
        width = canvas.stringWidth("a) Thực hiện Nghị quyết số 66-NQ/TW", "Body", 11)
        write(canvas, INDENT + width, 96, "1", 6)
        write(canvas, INDENT, 120, "b) Diện tích 5 km")
        write(canvas, INDENT + canvas.stringWidth("b) Diện tích 5 km", "Body", 11), 116, "2", 6)
        for i in range(6):
            write(canvas, INDENT, 140 + 20 * i, f"{i + 1}. Việc này làm trong năm 2024.")
        write(canvas, LEFT, 700, "1", 5)
        write(canvas, LEFT + 5, 703, "Nghị quyết của Bộ Chính trị về", 8)
        write(canvas, LEFT, 713, "pháp luật.", 8)
        canvas.showPage()

    read = lines(pdf(draw))
    assert read[0] == "a) Thực hiện Nghị quyết số 66-NQ/TW[1]"
    assert read[1] == "b) Diện tích 5 km2"
    assert read[-1] == "[1] Nghị quyết của Bộ Chính trị về pháp luật."


def test_a_sentence_that_a_page_cuts_is_whole() -> None:
    def draw(canvas: Canvas) -> None:
        body(canvas, 700, FULL[:2])
        canvas.showPage()
        write(canvas, LEFT, 70, FULL[2])
        write(canvas, INDENT, 90, "a) Rà soát.")
        canvas.showPage()

    assert lines(pdf(draw)) == [" ".join(FULL), "a) Rà soát."]


def test_an_item_at_the_head_of_a_page_begins_a_line() -> None:
    def draw(canvas: Canvas) -> None:
        body(canvas, 60, FULL)
        write(canvas, INDENT, 700, "6. Việc khác (nếu có)")
        canvas.showPage()
        write(canvas, INDENT, 90, "6.1. Sở Y tế báo cáo.")
        canvas.showPage()

    assert lines(pdf(draw))[1:] == ["6. Việc khác (nếu có)", "6.1. Sở Y tế báo cáo."]


def test_the_label_of_an_appendix_and_its_title_are_two_lines() -> None:
    def draw(canvas: Canvas) -> None:
        body(canvas, 60, FULL)
        for i, words in enumerate(("PHỤ LỤC II", "DANH MỤC NHIỆM VỤ")):
            middle(canvas, 300, 150 + 16 * i, words, bold=True)
        write(canvas, INDENT, 200, "1. Thông tin chung", bold=True)
        write(canvas, INDENT, 216, "a/. Tên đơn vị:")
        canvas.showPage()

    assert lines(pdf(draw))[1:] == [
        "PHỤ LỤC II",
        "DANH MỤC NHIỆM VỤ",
        "1. Thông tin chung",
        "a/. Tên đơn vị:",
    ]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("số 66-", "NQ/TW", "số 66-NQ/TW"),
        ("1600/QĐ-", "TTg", "1600/QĐ-TTg"),
        ("kinh tế -", "xã hội", "kinh tế - xã hội"),
        ("2026 -", "2030", "2026 - 2030"),
        ("", "một", "một"),
        ("một", "hai", "một hai"),
    ],
)
def test_words_of_two_lines_are_joined(before: str, after: str, whole: str) -> None:
    assert join_words(before, after) == whole
