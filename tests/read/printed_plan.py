"""A plan as an office prints it, on pages of a PDF, and the lines that it reads as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from printed import HEIGHT, INDENT, LEFT, middle, write

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FULL = [
    "Thực hiện Quyết định số 1600/QĐ-TTg ngày 22/9/2021 của Thủ tướng Chính phủ, Ủy",
    "ban nhân dân tỉnh ban hành Kế hoạch phát triển công nghiệp sinh học, cụ thể là các",
    "nội dung sau đây:",
]


def body(canvas: Canvas, y: float, rows: list[str], step: float = 16) -> float:
    """Write a paragraph with its first line set in, as offices do; give where it ends."""
    for i, words in enumerate(rows):
        write(canvas, LEFT if i else INDENT, y + i * step, words)
    return y + len(rows) * step


def letterhead(canvas: Canvas) -> None:
    middle(canvas, 165, 70, "ỦY BAN NHÂN DÂN", bold=True)
    middle(canvas, 165, 85, "TỈNH QUẢNG TRỊ", bold=True)
    middle(canvas, 420, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    middle(canvas, 420, 86, "Độc lập - Tự do - Hạnh phúc", bold=True)
    middle(canvas, 165, 115, "Số: 12/KH-UBND")
    middle(canvas, 420, 115, "Quảng Trị, ngày 05 tháng 3 năm 2024")
    middle(canvas, 320, 150, "KẾ HOẠCH", bold=True)
    middle(canvas, 320, 166, "Phát triển công nghiệp sinh học trên địa bàn tỉnh", bold=True)
    middle(canvas, 320, 182, "Quảng Trị đến năm 2030", bold=True)


def plan(canvas: Canvas) -> None:
    letterhead(canvas)
    y = body(canvas, 215, FULL) + 4
    write(canvas, INDENT, y, "I. NHIỆM VỤ", bold=True)
    y = body(canvas, y + 20, ["1. Rà soát quy hoạch, trình cấp có thẩm quyền xem xét, quyết định trong", "năm 2024."]) + 4  # fmt: skip
    body(canvas, y, ["- Giao Sở Y tế chủ trì."])
    middle(canvas, 300, HEIGHT - 30, "1")
    canvas.showPage()
    middle(canvas, 300, 40, "2")
    y = body(canvas, 70, ["2. Báo cáo kết quả về Ủy ban nhân dân tỉnh."]) + 30
    write(canvas, LEFT, y, "Nơi nhận:", bold=True)
    for i, words in enumerate(
        ("- Như trên;", "- Các Sở: Y tế, Tài chính,", "Nội vụ;", "- Lưu: VT.")
    ):
        write(canvas, LEFT, y + 13 * (i + 1), words, 9)
    middle(canvas, 430, y, "KT. CHỦ TỊCH", bold=True)
    middle(canvas, 430, y + 14, "PHÓ CHỦ TỊCH", bold=True)
    middle(canvas, 430, y + 55, "Trần Văn An", bold=True)
    canvas.showPage()


PLAN = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH QUẢNG TRỊ",
    "Số: 12/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Quảng Trị, ngày 05 tháng 3 năm 2024",
    "KẾ HOẠCH",
    "Phát triển công nghiệp sinh học trên địa bàn tỉnh Quảng Trị đến năm 2030",
    " ".join(FULL),
    "I. NHIỆM VỤ",
    "1. Rà soát quy hoạch, trình cấp có thẩm quyền xem xét, quyết định trong năm 2024.",
    "- Giao Sở Y tế chủ trì.",
    "2. Báo cáo kết quả về Ủy ban nhân dân tỉnh.",
    "Nơi nhận:",
    "- Như trên;",
    "- Các Sở: Y tế, Tài chính, Nội vụ;",
    "- Lưu: VT.",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Trần Văn An",
]


def running(canvas: Canvas) -> None:
    for number in range(1, 5):
        write(canvas, 200, 40, f"CÔNG BÁO/Số 242/Ngày 22-04-2026 {48 + number}")
        write(canvas, LEFT, 60, "Kế hoạch của tỉnh Quảng Trị", 9)
        body(canvas, 100, [f"{number}. Rà soát quy hoạch lần {number}."])
        write(canvas, LEFT, 180, "Số dư năm 2024 là 48 tỷ đồng.")
        middle(canvas, 300, HEIGHT - 30, f"Trang {number}/4")
        canvas.showPage()
