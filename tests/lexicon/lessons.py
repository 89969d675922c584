"""Made-up rows, one a lesson: each makes a form known that no table holds, and nothing else.

The words are invented on purpose, so that no document and no other row knows them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]

_HEAD = """ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
Số: 12/{code}-UBND
Hà Giang, ngày 05 tháng 3 năm 2025

{type}
Phát triển thư viện số

I. NHIỆM VỤ
1. Số hóa kho sách cũ.
"""


def _paper(body: str, kind: str = "KẾ HOẠCH", code: str = "KH") -> str:
    """Give a document of one task with *body* below it."""
    return f"{_HEAD.format(type=kind, code=code)}{body}\n"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A row for a table, a document that says its form, and what the row makes of it."""

    table: str
    row: Mapping[str, str]
    text: str
    read: Callable[[Record], object]
    taught: object

    @property
    def name(self) -> str:
        """Give the name of the lesson: its table and the first cell that says something own."""
        own = (cell for column, cell in self.row.items() if column not in {"role", "lead_role"})
        return f"{self.table}: {next(own)}"


def _last(record: Record) -> Record:
    """Give the last task."""
    task: Record = record["tasks"][-1]
    return task


def _lead(record: Record) -> object:
    return _last(record)["lead"]


def _time(record: Record) -> object:
    frame = _last(record)["timeframe"] or {}
    return [frame.get(key) for key in ("kind", "start", "end")], "open_ended" in frame


def _why(record: Record) -> object:
    return [passage["reason"] for passage in record["neutral"]]


def _cited(record: Record) -> object:
    return [each["cited_title"] or each["cited_type"] for each in record["references"]]


def _provisions(record: Record) -> object:
    (cited,) = record["references"]
    return [point["paths"] for point in cited["mentions"][0]["pinpoints"]]


def _slips(record: Record) -> object:
    return [(slip["surface"], slip["should_be"]) for slip in record["ocr_errors"]]


def _table(header: str) -> str:
    return _paper(f"\nTT\tNhiệm vụ\t{header}\n1\tKiểm kê kho sách quý\tSở Y tế")


_HEALTH = ["Sở Y tế tỉnh Hà Giang"]
LESSONS = (
    Lesson(
        "field_labels",
        {"role": "lead", "lead_role": "quán xuyến", "pattern": "nơi quán xuyến"},
        _paper("- Nơi quán xuyến: Sở Y tế."),
        lambda record: (_lead(record), _last(record)["lead_role"]),
        (_HEALTH, "quán xuyến"),
    ),
    Lesson(
        "field_labels",
        {"role": "time", "lead_role": "", "pattern": "hẹn xong"},
        _paper("- Hẹn xong: năm 2026."),
        _time,
        (["year", "2026", "2026"], False),
    ),
    Lesson(
        "field_labels",
        {"role": "watch", "lead_role": "", "pattern": "nơi trông chừng"},
        _paper("- Nơi trông chừng: Sở Y tế.\n- Đơn vị chủ trì: Sở Nội vụ."),
        lambda record: [(task["text"], task["lead"]) for task in record["tasks"]],
        [("Số hóa kho sách cũ.", ["Sở Nội vụ tỉnh Hà Giang"])],
    ),
    Lesson(
        "table_columns",
        {"role": "lead", "lead_role": "quán xuyến", "pattern": "nơi quán xuyến"},
        _table("Nơi quán xuyến"),
        lambda record: (_lead(record), _last(record)["lead_role"]),
        (_HEALTH, "quán xuyến"),
    ),
    Lesson(
        "document_types",
        {"name": "Bản nhắc", "code": "BN", "en": "reminder"},
        _paper("2. Thực hiện Bản nhắc số 7/BN-UBND ngày 02/3/2025."),
        _cited,
        ["Bản nhắc"],
    ),
    Lesson(
        "document_types",
        {"name": "Bản dặn", "code": "BD", "en": "reminder"},
        _paper("2. Kiểm kê kho sách quý.", "BẢN DẶN", "BD"),
        lambda record: record["document"]["type"],
        "Bản dặn",
    ),
    Lesson(
        "provisions",
        {"unit": "ngăn", "rank": "4", "pattern": "ngăn", "label": r"\d+", "alone": ""},
        _paper("2. Kiểm kê theo Điều 4 ngăn 7 Luật Thư viện."),
        _provisions,
        [["ngăn 7/điều 4"]],
    ),
    Lesson(
        "provisions",
        {"unit": "sổ tay", "rank": "0", "pattern": "sổ tay", "label": "", "alone": ""},
        _paper("2. Kiểm kê theo Điều 4 Sổ tay ban hành kèm theo Quyết định số 7/QĐ-UBND."),
        _provisions,
        [["sổ tay/điều 4"]],
    ),
    Lesson(
        "laws",
        {"name": "Luật Trồng hoa trong nhà kính"},
        _paper("2. Thi hành Luật Trồng hoa trong nhà kính."),
        _cited,
        ["Luật Trồng hoa trong nhà kính"],
    ),
    Lesson(
        "bodies",
        {"name": "Kho Lưu chiểu", "spellings": "KLC", "kind": "institute", "scope": "place"},
        _paper("2. KLC tỉnh có trách nhiệm kiểm kê kho sách quý."),
        _lead,
        ["Kho Lưu chiểu tỉnh Hà Giang"],
    ),
    Lesson(
        "body_heads",
        {"head": "Vườn ươm", "kind": "institute", "scope": "place"},
        _paper("2. Vườn ươm Khuê Văn có trách nhiệm kiểm kê kho sách quý."),
        _lead,
        ["Vườn ươm Khuê Văn tỉnh Hà Giang"],
    ),
    Lesson(
        "abbreviations",
        {"short": "VSCN", "long": "Vệ sinh cây non"},
        _paper("2. Sở VSCN có trách nhiệm kiểm kê kho sách quý."),
        _lead,
        ["Sở Vệ sinh cây non tỉnh Hà Giang"],
    ),
    Lesson(
        "collective_nouns",
        {"noun": "bến đò", "class": "unit", "not_before": ""},
        _paper("2. Các bến đò có trách nhiệm kiểm kê kho sách quý."),
        _lead,
        ["Các bến đò tỉnh Hà Giang"],
    ),
    Lesson(
        "short_names",
        {"name": "Nhà kho", "of": "province-government", "full": "Sở Y tế {label}"},
        _paper("2. Nhà kho có trách nhiệm kiểm kê kho sách quý."),
        _lead,
        _HEALTH,
    ),
    Lesson(
        "person_titles",
        {"title": "Quản kho"},
        _paper("2. Quản kho Sở Y tế có trách nhiệm kiểm kê kho sách quý."),
        lambda record: (_lead(record), _last(record)["lead_surface"]),
        (_HEALTH, "Quản kho Sở Y tế"),
    ),
    Lesson(
        "offices",
        {"name": "Quản kho trưởng"},
        _paper("2. Kiểm kê kho sách quý.\n\nQUẢN KHO TRƯỞNG\n\nNguyễn Văn An"),
        lambda record: [record["document"][key] for key in ("signer", "signer_title")],
        ["Nguyễn Văn An", "Quản kho trưởng"],
    ),
    Lesson(
        "section_roles",
        {"role": "purpose", "pattern": "^lời ngỏ"},
        _paper("II. LỜI NGỎ\n1. Sách là bạn của mọi người."),
        lambda record: record["sections"]["items"][-1]["role"],
        "purpose",
    ),
    Lesson(
        "closers",
        {"pattern": "xin nhắc (?:lại )?một lần nữa", "reason": "reminder"},
        _paper("2. Kiểm kê kho sách quý.\n\nXin nhắc lại một lần nữa về kho sách quý."),
        _why,
        ["reminder"],
    ),
    Lesson(
        "formulas",
        {"pattern": "tờ này tự hết hạn", "reason": "end of force"},
        _paper("2. Tờ này tự hết hạn sau khi kiểm kê kho sách quý."),
        _why,
        ["end of force"],
    ),
    Lesson(
        "slips",
        {"wrong": "sách quỳ", "right": "sách quý", "confidence": "sure"},
        _paper("2. Kiểm kê kho sách quỳ."),
        _slips,
        [("sách quỳ", "sách quý")],
    ),
    Lesson(
        "units",
        {"unit": "kệ sách"},
        _paper("2. Đóng mới ít nhất 20 kệ sách."),
        lambda record: [(target["low"], target["unit"]) for target in record["targets"]],
        [(20, "kệ sách")],
    ),
    Lesson(
        "verbs",
        {"words": "quét dọn"},
        _paper("2. Trung tâm Khuê quét dọn kho sách quý."),
        _lead,
        ["Trung tâm Khuê tỉnh Hà Giang"],
    ),
    Lesson(
        "name_continuations",
        {"words": "vườn tược"},
        _paper("2. Trung tâm Phát triển vườn tược có trách nhiệm kiểm kê kho sách quý."),
        _lead,
        ["Trung tâm Phát triển vườn tược tỉnh Hà Giang"],
    ),
    Lesson(
        "FORMS",
        {"name": "season", "pattern": "(?:trước )?mùa hoa {_Y1}", "read": "_year",
         "examples": "mùa hoa 2031|trước mùa hoa 2031"},
        _paper("2. Mùa hoa 2031 kiểm kê kho sách quý."),
        _time,
        (["year", "2031", "2031"], False),
    ),
    Lesson(
        "FORMS",
        {"name": "from-season", "pattern": "tự mùa hoa {_Y1}", "read": "_from",
         "examples": "tự mùa hoa 2031"},
        _paper("- Thời gian: tự mùa hoa 2031."),
        _time,
        (["interval", "2031", None], True),
    ),
    Lesson(
        "FIELD_FORMS",
        {"name": "bare-season", "pattern": "mh{_Y1}", "read": "_year", "examples": "mh2031"},
        _paper("- Thời gian: MH2031."),
        _time,
        (["year", "2031", "2031"], False),
    ),
)  # fmt: skip
