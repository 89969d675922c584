"""Every word that the page of two sides says itself, in Vietnamese and in English."""

from __future__ import annotations

from typing import Final

from kg.write.page_words import WORDS as PAGE_WORDS

WORDS: Final[dict[str, tuple[str, str]]] = {
    **{key: said for key, said in PAGE_WORDS.items() if key.startswith("value.")},
    "value.none": ("không nêu thời gian", "no time given"),
    "heading": ("Đặt cạnh nhau", "Side by side"),
    "skip": ("Đến phần so sánh", "Skip to the comparison"),
    "languages": ("Ngôn ngữ", "Language"),
    "contents": ("Mục lục", "Contents"),
    "side.first": ("Bên thứ nhất", "First"),
    "side.second": ("Bên thứ hai", "Second"),
    "side.tasks": ("{n} nhiệm vụ", "{n} tasks"),
    "state.both": ("Cả hai bên", "On both sides"),
    "state.only first": ("Chỉ bên thứ nhất", "Only the first"),
    "state.only second": ("Chỉ bên thứ hai", "Only the second"),
    "state.copied": ("Gần như nguyên văn", "Nearly the same words"),
    "state.adapted": ("Có sửa", "Adapted"),
    "state.too usual to tell": ("Quá quen thuộc, không phân biệt được", "Too usual to tell"),
    "papers": ("Văn bản cấp trên", "Papers above"),
    "papers.hint": (
        "Các văn bản mà mỗi bên thực hiện hoặc căn cứ, trực tiếp hay qua văn bản khác.",
        "Papers that each side implements or is based on, itself or through others.",
    ),
    "common": ("Nhiệm vụ chung", "Tasks in common"),
    "common.hint": (
        (
            "Mỗi nhiệm vụ của bên thứ nhất đứng cạnh nhiệm vụ giống nhất của bên thứ hai; chữ khác nhau "
            "được tô và gạch chân. So sánh từ ngữ, không so sánh ý: cùng một ý viết khác đi thì không "
            "đứng ở đây."
        ),
        (
            "Each task of the first stands beside the one of the second most like it; words that differ "
            "are tinted and underlined. Words are compared, not thoughts: the same thought in other "
            "words does not stand here."
        ),
    ),
    "likeness": (
        "giống {n}, cụm từ chung {m}",
        "alike {n}, shared phrases {m}",
    ),
    "likeness.hint": (
        "giống: phần âm tiết của cả hai đứng theo cùng thứ tự; cụm từ chung: phần cụm bốn âm tiết của bên ít hơn mà bên kia cũng có.",
        "alike: share of all syllables of both in the same order; shared phrases: of the runs of four syllables of the one with fewer, how many the other has.",
    ),
    "apart": ("Nhiệm vụ riêng", "Tasks apart"),
    "apart.hint": (
        "Không thấy nhiệm vụ nào có từ ngữ như vậy ở bên kia trong tập này; điều đó không có nghĩa là bên kia không làm.",
        "No task of the other side in this corpus has such words; that does not say that it is not done there.",
    ),
    "usual": (
        "{n} nhiệm vụ chỉ có từ ngữ quen thuộc nên không so sánh",
        "{n} tasks have only usual words and were not compared",
    ),
    "agencies": ("Cơ quan", "Agencies"),
    "agencies.hint": (
        "Số nhiệm vụ nêu tên cơ quan là chủ trì hoặc phối hợp; tên không kèm địa danh.",
        "How many tasks name a body as lead or coordinator, by its name without the place.",
    ),
    "times": ("Thời gian", "Times"),
    "times.hint": (
        "Số nhiệm vụ theo thời gian được nêu.",
        "How many tasks name each time.",
    ),
    "targets": ("Chỉ tiêu", "Targets"),
    "none": ("Không thấy trong tập này.", "None found in this corpus."),
    "more": ("Xem thêm {n}", "Show {n} more"),
    "notes": ("Cách đếm", "How it was counted"),
    "what": ("Tên", "Name"),
}
"""Message -> (Vietnamese, English)."""
