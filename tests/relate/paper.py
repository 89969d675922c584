"""A made-up plan of Lào Cai around the lines that a test is about."""

from __future__ import annotations

from kg.model import AgentMention, DocumentRecord, Task
from kg.pipeline import extract_text

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI

Số: 77/KH-UBND

Lào Cai, ngày 05 tháng 3 năm 2024

KẾ HOẠCH

Phát triển dược liệu trên địa bàn tỉnh

"""
OPENING = "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"
END = """

Nơi nhận:
- Thường trực Tỉnh ủy;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Minh
"""
WORK = "I. NHIỆM VỤ"
ORDER = "I. TỔ CHỨC THỰC HIỆN"
LAST = "II. KINH PHÍ THỰC HIỆN\n\n1. Nguồn vốn ngân sách nhà nước."


def paper(*lines: str, opening: str = OPENING, head: str = HEAD) -> DocumentRecord:
    """Give the record of the plan with these lines as its body."""
    return extract_text(head + opening + "\n\n" + "\n\n".join(lines) + END)


def bare(names: tuple[AgentMention, ...]) -> list[str]:
    """Give names without the place that all of them share."""
    return [each.agent.removesuffix(" tỉnh Lào Cai") for each in names]


def task(record: DocumentRecord, key: str) -> Task:
    """Give one task by its id."""
    return {each.id: each for each in record.tasks}[key]
