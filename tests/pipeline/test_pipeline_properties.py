"""Whatever the text: a record, every quote true, the documented shape, the same bytes each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from quotes import doubled, strangers, unfaithful

from kg.config import ROOT
from kg.model import DocumentRecord
from kg.pipeline import extract_text
from kg.record import dumps, to_json

LINES = (
    "ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI", "Số: 77/KH-UBND", "Lào Cai, ngày 05 tháng 3 năm 2024", "KẾ HOẠCH", "Trồng sâm núi",
    "Căn cứ Luật Dược ngày 06 tháng 4 năm 2016;", "Thực hiện Nghị quyết số 9-NQ/TU ngày 02/02/2024 của Tỉnh ủy (gọi tắt là Nghị quyết 9),",
    "UBND tỉnh ban hành Kế hoạch như sau:", "I. MỤC TIÊU", "- Trồng 1.500 ha vào năm 2030.", "II. NHIỆM VỤ", "1. Mở lớp dạy nghề.",
    "- Đơn vị chủ trì: Sở Y tế.", "- Đơn vị phối hợp: các sở, ngành; UBND các huyện.", "- Thời gian thực hiện: Quý II/2024.",
    "a) Lập quỹ thuốc nam.", "+ Cử người trực.", "1.1. Đo đất.", "III. KINH PHÍ", "1. Nguồn vốn ngân sách nhà nước và nguồn tài trợ.",
    "IV. TỔ CHỨC THỰC HIỆN", "2. Sở Y tế", "- Chủ trì, phối hợp với Sở Tài chính lập dự toán.", "3. Các sở, ngành có trách nhiệm:",
    "- Định kỳ báo cáo UBND tỉnh (qua Sở Y tế) trước ngày 30/11 hằng năm.", "Trên đây là Kế hoạch, đề nghị các đơn vị triển khai thực hiện./.",
    "Nơi nhận:", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn Minh", "PHỤ LỤC", "DANH MỤC", "12",
    "Stt\tNhiệm vụ\tCơ quan chủ trì\tThời gian", "1\tĐào giếng\tSở Y tế\t2025", "2\tXây cầu\tUBND các xã\tHàng năm",
    "theo Nghị quyết 9 và Quyết định số 3/QĐ-TTg phê duyệt Đề án “Sâm núi” thực hiện Nghị quyết số 46-NQ/TW của Bộ Chính trị", "**Đậm**",
    "tiếp theo ở trang sau cùng với các đơn vị có liên", "Số hiệu", "77/KH-UBND", "Tình trạng", "Còn hiệu lực", "",
)  # fmt: skip


@cache
def schema() -> Draft202012Validator:
    text = (ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def faults(record: DocumentRecord) -> list[str]:
    written: Any = json.loads(dumps(record))
    return [error.message for error in schema().iter_errors(written)]


def check(text: str) -> None:
    record = extract_text(text)
    assert unfaithful(record) == []
    assert strangers(record) == set()
    assert faults(record) == []
    assert dumps(extract_text(text)) == dumps(record)


@settings(max_examples=80, deadline=None)
@given(st.permutations(LINES), st.integers(0, len(LINES)), st.sampled_from(["\n", "\n\n"]))
def test_known_lines_in_any_order(lines: list[str], size: int, gap: str) -> None:
    check(gap.join(lines[:size]))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=25), st.sampled_from(["\n", "\n\n"]))
def test_known_lines_again_and_again(lines: list[str], gap: str) -> None:
    check(gap.join(lines))


@settings(max_examples=80, deadline=None)
@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=12)), max_size=16))
def test_known_lines_between_noise(lines: list[str]) -> None:
    check("\n".join(lines))


def test_a_label_alone_on_its_line() -> None:
    check("-\nI. MỤC TIÊU\n")


def test_no_two_tasks_share_an_id() -> None:
    lines = (
        "I. NHIỆM VỤ",
        "Stt\tNhiệm vụ\tCơ quan chủ trì",
        "1\tĐào giếng\tSở Y tế",
        "1. Trồng sâm ở các xã vùng cao.",
    )
    assert doubled(extract_text("\n".join(lines))) == set()


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_same_bytes_in_every_process(seed: str) -> None:
    text = "\n".join(LINES)
    code = "import sys; from kg.pipeline import extract_text as e; from kg.record import dumps; sys.stdout.write(dumps(e(sys.stdin.read())))"
    done = subprocess.run(
        [sys.executable, "-c", code], input=text, capture_output=True, check=True, text=True, encoding="utf-8", cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.stdout == dumps(extract_text(text))


def test_a_record_names_its_text() -> None:
    written: Any = to_json(extract_text("KẾ HOẠCH\n", "a.txt"))
    assert written["file"] == "a.txt"
    assert written["source"]["length"] == 9


def test_a_label_without_words_is_no_passage() -> None:
    record = extract_text("I. MỤC TIÊU\n1.\n2.\nTrồng rừng đầu nguồn ở các xã vùng cao.\n")
    assert [each.id for each in record.neutral] == ["I.2"]
    assert [each.id for each in record.goals] == ["I.2"]
