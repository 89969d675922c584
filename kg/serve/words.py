"""What our pages say, in Vietnamese and in English."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "title": ("Đồ thị tri thức chính sách", "Knowledge graph of policy"),
    "start": ("Trang đầu", "Start"),
    "ask": ("Hỏi bằng SPARQL", "Ask with SPARQL"),
    "skip": ("Đến nội dung", "Skip to the content"),
    "kind": ("Loại", "Kind"),
    "address": ("Địa chỉ", "Address"),
    "forms": ("Dữ liệu của trang này", "The data of this page"),
    "own": ("Nguyên văn", "Its own words"),
    "said": ("Điều được nói về nó", "What is said of it"),
    "members": ("Những gì nó mô tả", "What it describes"),
    "links": ("Những gì dẫn đến nó", "What leads to it"),
    "behind": ("Nguyên văn đứng sau", "The words behind"),
    "inferred": ("Suy ra từ", "Inferred from"),
    "sure": ("độ chắc", "how sure"),
    "more": ("mục nữa: hỏi bằng SPARQL", "more: ask with SPARQL"),
    "none": (
        "Kho này không nói gì; điều đó không có nghĩa là không có.",
        "This corpus says nothing of it, which never means that there is nothing.",
    ),
    "held": ("Văn bản có trong kho", "Documents held here"),
    "held_none": ("Kho chưa có văn bản nào.", "No document is held yet."),
    "examples": ("Câu hỏi mẫu", "Examples"),
    "choose": ("Chọn một câu hỏi …", "Choose a question …"),
    "query": ("Câu hỏi", "Query"),
    "run": ("Hỏi", "Ask"),
    "run_key": ("Ctrl+Enter cũng hỏi.", "Ctrl+Enter asks too."),
    "stop": ("Dừng", "Stop"),
    "answer": ("Trả lời", "Answer"),
    "take": ("Lấy về", "Take away"),
    "noscript": (
        "Bảng trả lời cần JavaScript; không có nó, hãy dùng curl.",
        "The table of the answer needs JavaScript; without it, use curl.",
    ),
    "union": (
        "Mỗi văn bản là một đồ thị có tên; đồ thị mặc định là tất cả cộng lại. Các tiền tố quen dùng đã biết.",
        "Each document is a named graph; the default graph is all of them together. The usual prefixes are known.",
    ),
    "absent": (
        "“Không có trong kho này” không bao giờ có nghĩa là “chưa làm”.",
        "“Not in this corpus” never means “not done”.",
    ),
    "limit": ("Thời hạn, giây:", "Time limit, seconds:"),
    "not_found": ("Không tìm thấy", "Not found"),
    "trouble": ("Không có trả lời", "No answer"),
}
"""Each by its key: Vietnamese, English."""
