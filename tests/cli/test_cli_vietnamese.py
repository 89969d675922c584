"""What commands answer in Vietnamese: tables, lines, errors; for programs nothing changes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.answers import Desk, listed
from kg.cli import group
from kg.cli.speech import error_line, error_text, ours, reworded, speaking
from kg.errors import KgError
from kg.write.answer_words import OURS, in_vietnamese

ROOT = Path(__file__).parents[2]


def kg(*args: str, lang: str | None = None) -> Result:
    return CliRunner().invoke(group, list(args), prog_name="kg", env={"KG_LANG": lang})


def test_leads_have_no_english_head(five: Path) -> None:
    found = kg("ask", "leads", "-g", str(five), "--limit", "3", lang="vi")
    title, head, first, *rest = found.output.splitlines()
    assert title == "Cơ quan chủ trì nhiều nhiệm vụ nhất"
    assert head.split("  ")[0] == "hạng"
    assert not re.search("rank|agency|kind|tasks|documents", head)
    assert "đơn vị trực thuộc" in first
    assert rest[-1] == "Lưu ý: Còn 55 dòng: bỏ --limit để xem."


def test_the_list_of_questions_is_vietnamese(five: Path) -> None:
    found = kg("ask", "-g", str(five), lang="vi").output.splitlines()
    assert found[0] == "Các câu hỏi: kg ask TÊN"
    assert found[1].split() == ["tên", "câu", "hỏi"]
    assert not any("What" in line or "Which" in line for line in found)


def test_all_that_any_question_answers_has_vietnamese_words(five: Path) -> None:
    """Columns and words of ours of every question; notes with names are retold in the terminal."""
    desk, missing = Desk(five), set()
    for name, *_ in listed():
        for wishes in ({}, {"as_of": "2025-07-02"}, {"document": "452/KH-UBND"}):
            try:
                told = desk.answered(name, wishes)
            except KgError:
                continue
            missing |= {(name, each) for each in told.columns if not in_vietnamese("column", each)}
            with speaking("vi"):
                missing |= {(name, each) for each in told.notes if not _noted(each)}
            for row in told.rows:
                for column, cell in zip(told.columns, row, strict=True):
                    if column in OURS and isinstance(cell, str) and not _worded(cell):
                        missing.add((name, cell))
    assert missing == set()


def _worded(cell: str) -> bool:
    with speaking("vi"):
        return ours(cell) != cell


def _noted(note: str) -> bool:
    return in_vietnamese("note", note) is not None or reworded(note) != note


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize(
    "args",
    [
        ("ask", "leads"),
        ("ask",),
        ("holder", "so ke hoach va dau tu ben tre", "--as-of", "2025-04-01"),
        ("gazetteer", "check"),
        ("compare", "452/KH-UBND", "1953/KH-UBND"),
    ],
)
def test_programs_get_the_same_bytes_in_both_languages(
    five: Path, args: tuple[str, ...], form: str
) -> None:
    graph = ("-g", str(five)) if args[0] in {"ask", "compare"} else ()
    english, told = (kg(*args, *graph, "--format", form, lang=each) for each in ("en", "vi"))
    assert english.output == told.output
    assert english.exit_code == told.exit_code == 0


def test_names_in_json_are_english(five: Path) -> None:
    found = kg("--lang", "vi", "ask", "leads", "-g", str(five), "--format", "json")
    told = json.loads(found.stdout)
    assert told["columns"][:2] == ["rank", "agency"]
    assert told["title"] == "Agencies that lead the most tasks"


def test_the_columns_of_a_query_of_ones_own_keep_their_names(five: Path, tmp_path: Path) -> None:
    query = tmp_path / "q.rq"
    query.write_text('SELECT ("task" AS ?kind) ?level {} ', encoding="utf-8")
    head, row = kg("query", str(query), "-g", str(five), lang="vi").output.splitlines()[1:3]
    assert (head.split(), row.split()) == (["kind", "level"], ["task"])


def test_the_cascade_in_vietnamese(five: Path) -> None:
    found = kg("cascade", "36-NQ/TW", "--no-tasks", "--words", "-g", str(five), lang="vi").output
    assert found.startswith("Nghị quyết 36-NQ/TW  [được viện dẫn, không có trong kho]")
    assert "thực hiện: Chương trình 63-CTr/TU" in found
    assert "Tỉnh Quảng Ngãi: không có kế hoạch riêng trong kho này" in found
    assert not re.search("implements|cited|not held|corpus|tasks|leads", found)


def test_the_summary_in_vietnamese(five: Path) -> None:
    found = kg("show", "452/KH-UBND", "-g", str(five), lang="vi").output
    for words in (
        "số, ký hiệu:",
        "Văn bản được viện dẫn (5)",
        "Nhiệm vụ (79: 32 giao cho cơ quan",
        "không nêu ai",
    ):
        assert words in found
    assert not re.search("Tasks|Cited|nobody|mention", found)


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("aks",), 2, "Lỗi: Không có lệnh 'aks'."),
        (("ask", "--limt", "3"), 2, "Có phải ý bạn là '--limit'?"),
        (("ask", "--limit", "x"), 2, "không phải là số hợp lệ"),
        (("ask", "leads", "--as-of", "x"), 2, "không phải là ngày: viết 2025-07-01"),
        (("show",), 2, "Lỗi: Thiếu đối số 'VĂN_BẢN'."),
    ],
)
def test_wrong_use_is_told_in_vietnamese(args: tuple[str, ...], code: int, says: str) -> None:
    english, told = kg(*args), kg(*args, lang="vi")
    assert (told.exit_code, english.exit_code) == (code, code)
    assert says in told.output
    assert says not in english.output


@pytest.mark.parametrize(
    ("args", "code", "line"),
    [
        (("ask", "ledas"), 1, "kg: không có câu hỏi nào tên là 'ledas'. Hãy hỏi một trong: leads,"),
        (("show", "36-NQ/TW"), 1, "kg: 36-NQ/TW được viện dẫn ở đây, nhưng không có toàn văn trong kho này. Xem"),
        (("cascade", "Thực hiện"), 3, "kg: 'Thực hiện' khớp với"),
    ],
)  # fmt: skip
def test_errors_keep_their_code_and_speak_vietnamese(
    five: Path, args: tuple[str, ...], code: int, line: str
) -> None:
    found = _run(*args, "-g", str(five), KG_LANG="vi")
    assert (found.returncode, found.stderr.startswith(line)) == (code, True), found.stderr


def test_the_machine_does_not_change_a_byte(five: Path) -> None:
    plain = _run("ask", "leads", "--limit", "1", "-g", str(five))
    moved = _run("ask", "leads", "--limit", "1", "-g", str(five), LC_ALL="vi_VN.UTF-8", LANGUAGE="vi")  # fmt: skip
    assert plain.stdout == moved.stdout
    assert plain.stdout.startswith("Agencies that lead")


def _run(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if key != "KG_LANG"}
    return subprocess.run(
        (sys.executable, "-m", "kg", *args), capture_output=True, text=True, encoding="utf-8",
        check=False, env=kept | {"PYTHONPATH": str(ROOT)} | environment,
    )  # fmt: skip


def test_an_error_without_a_row_stays_english_and_one_of_a_batch_is_retold() -> None:
    strange = KgError("has no feet", "plan.pdf", "Give a file with text.")
    with speaking("vi"):
        assert error_line(strange) == "plan.pdf: has no feet. Hãy đưa tệp có chữ."
        assert error_text("a: b.pdf: has no text layer. Run OCR first: kg build --ocr …") == (
            "a: b.pdf: has no text layer. Run OCR first: kg build --ocr …"
        )
        assert error_text("b.pdf: has no text layer. Run OCR first: kg build --ocr …") == (
            "b.pdf: không có lớp chữ. Hãy nhận dạng chữ trước: kg build --ocr …"
        )
    assert error_text("b.pdf: is empty. Give a file with text.").endswith("a file with text.")
