"""Made-up papers for the tests of the annotated page, and a reader of what the page holds."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from kg.pipeline import extract_text
from kg.record import to_json

HOSTILE = "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>\u2028\u202e&"

PLAN = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
Số: 77/KH-UBND
Lâm Đồng, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Trồng rừng ven hồ giai đoạn 2024 - 2026

Thực hiện Quyết định số 45/QĐ-TTg ngày 02/01/2024 của Thủ tướng Chính phủ.

I. MỤC ĐÍCH, YÊU CẦU
Giữ nước cho các hồ trong mùa khô.

II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Ươm cây giống
- Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính ươm 5.000 cây giống trong năm 2025.
- Tổ chức trồng cây ven hồ theo Quyết định số 45/QĐ-TTg.

III. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Kiểm tra nước hồ trước ngày 15/12 hằng năm.

Nơi nhận:
- Các sở, ngành;
- Lưu: VT.
CHỦ TỊCH
Trần Văn Mẫu
"""


def plan() -> tuple[dict[str, Any], str]:
    """Give the record of the made-up plan, and its text."""
    record = extract_text(PLAN, "mau.txt")
    return to_json(record), record.source.text


def hostile() -> tuple[dict[str, Any], str]:
    """Give a record in which every string is hostile, with marks that cross each other."""
    text = f"I. {HOSTILE}\n😀 {HOSTILE}\t{HOSTILE}\nxuôi \u05d0\u05d1 ngược\n"
    long = HOSTILE * 200
    task = {"id": HOSTILE, "kind": "explicit", "span": [3, 120], "lead": [long], "lead_role": long,
            "section_title": long, "lead_mentions": [[long, "x"]], "lead_spans": [[90, 130]],
            "timeframe": {"kind": "year", "start": HOSTILE}, "timeframe_span": [100, 140],
            "refs": [HOSTILE] * 40}  # fmt: skip
    return {
        "file": HOSTILE,
        "document": {"number": long, "title": HOSTILE, "inferred": {"title": HOSTILE},
                     "spans": {"title": [0, 30]}},
        "sections": {"items": [{"id": "I", "label": long, "title": long, "role": HOSTILE,
                                "title_span": [3, 20], "span": [3, 150], "depth": 9}]},
        "tasks": [task],
        "references": [{"key": long, "relation": "cites", "first_span": [20, 40],
                        "mentions": [{"surface": HOSTILE, "start": 20, "end": 125}]}],
        "ocr_errors": [{"span": [5, 9], "should_be": HOSTILE, "confidence": HOSTILE}],
        "neutral": [{"id": "I", "span": [130, 150], "reason": HOSTILE}],
        "warnings": [long],
    }, text  # fmt: skip


class Pane(HTMLParser):
    """Reads a page: its elements, the text of the pane, the words under each mark."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.words: dict[int, str] = {}
        self.scripts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "input"}:
            self.open.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] == "script":
            self.scripts[-1] += data
        if any(facts.get("id") == "text" for _, facts in self.open):
            self.text += data
            for _, facts in self.open:
                if "data-m" in facts:
                    number = int(str(facts["data-m"]))
                    self.words[number] = self.words.get(number, "") + data
