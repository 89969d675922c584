"""Every word that the annotated text says itself, in Vietnamese and in English."""

from __future__ import annotations

from typing import Final

from kg.write.page_words import LANGUAGES
from kg.write.page_words import WORDS as PAGE_WORDS

_SHARED: Final = ("level.", "value.", "fact.")
"""What the page of the graph calls the same thing is said with the same words here."""

WORDS: Final[dict[str, tuple[str, str]]] = {
    **{key: said for key, said in PAGE_WORDS.items() if key.startswith(_SHARED)},
    **{
        key.replace("relation.", "value."): said
        for key, said in PAGE_WORDS.items()
        if key.startswith("relation.")
    },
    # kinds, in the legend and on the card
    "kind.heading": ("Đề mục", "Heading"),
    "kind.task-explicit": ("Nhiệm vụ nêu rõ", "Task, explicit"),
    "kind.task-assigned": ("Nhiệm vụ được giao", "Task, assigned"),
    "kind.task-unassigned": ("Nhiệm vụ không nêu cơ quan", "Task, names no agency"),
    "kind.report": ("Chế độ báo cáo", "Duty to report"),
    "kind.target": ("Chỉ tiêu", "Target"),
    "kind.goal": ("Mục tiêu", "Goal"),
    "kind.funding": ("Kinh phí", "Funding"),
    "kind.neutral": ("Đã đọc, không là nhiệm vụ", "Read, no task"),
    "kind.chain": ("Quan hệ giữa hai văn bản", "Link between two documents"),
    "kind.gap": ("Chưa hiểu", "Not understood"),
    "kind.header": ("Thể thức văn bản", "Header field"),
    "kind.lead": ("Cơ quan chủ trì", "Lead agency"),
    "kind.coordinate": ("Cơ quan phối hợp", "Coordinating agency"),
    "kind.agent": ("Cơ quan khác", "Other agency"),
    "kind.citation": ("Viện dẫn", "Citation"),
    "kind.timeframe": ("Thời gian", "Timeframe"),
    "kind.self": ("Tự nhắc đến văn bản này", "Mention of this document"),
    "kind.slip": ("Có thể là lỗi chữ", "Likely slip"),
    "kind.artifact": ("Dấu vết dàn trang", "Trace of layout"),
    # labels in the text
    "tag.task-explicit": ("nhiệm vụ: nêu rõ", "task: explicit"),
    "tag.task-assigned": ("nhiệm vụ: được giao", "task: assigned"),
    "tag.task-unassigned": ("nhiệm vụ: không nêu cơ quan", "task: no agency"),
    "tag.report": ("báo cáo", "report"),
    "tag.target": ("chỉ tiêu", "target"),
    "tag.goal": ("mục tiêu", "goal"),
    "tag.funding": ("kinh phí", "funding"),
    "tag.neutral": ("không là nhiệm vụ", "no task"),
    "tag.chain": ("quan hệ", "link"),
    "tag.gap": ("chưa hiểu", "not understood"),
    "tag.lead": ("chủ trì", "lead"),
    "tag.coordinate": ("phối hợp", "coordinate"),
    "tag.agent": ("cơ quan", "agency"),
    "tag.reports": ("bên báo cáo", "reports"),
    "tag.reported_to": ("bên nhận báo cáo", "reported to"),
    "tag.reported_via": ("báo cáo qua", "through"),
    "tag.implements": ("thực hiện", "implements"),
    "tag.based_on": ("căn cứ", "based on"),
    "tag.cites": ("viện dẫn", "cites"),
    "tag.amends": ("sửa đổi", "amends"),
    "tag.repeals": ("bãi bỏ", "repeals"),
    "tag.approved_by": ("được phê duyệt", "approved"),
    "tag.promulgated_by": ("được ban hành", "promulgated"),
    "tag.pinpoint": ("điều khoản", "provision"),
    "tag.relation": ("nêu quan hệ", "states relation"),
    "tag.timeframe": ("thời gian", "time"),
    "tag.self": ("văn bản này", "this document"),
    "tag.slip": ("lỗi chữ?", "slip?"),
    "tag.artifact": ("dàn trang", "layout"),
    "tag.number": ("số", "number"),
    "tag.type": ("loại", "type"),
    "tag.title": ("tên", "title"),
    "tag.issuer": ("nơi ban hành", "issuer"),
    "tag.place": ("địa phương", "place"),
    "tag.date": ("ngày", "date"),
    "tag.signer": ("người ký", "signer"),
    "tag.signer_title": ("chức vụ", "office"),
    "tag.effective_date": ("hiệu lực", "in force"),
    "tag.status": ("tình trạng", "status"),
    "tag.recipients": ("nơi nhận", "recipient"),
    "tag.archive_line": ("lưu", "archive"),
    # what was understood
    "fact.agent": ("Cơ quan", "Agency"),
    "fact.role": ("Vai trò", "Role"),
    "fact.tasks": ("Của nhiệm vụ", "Of task"),
    "fact.lead": ("Chủ trì", "Lead"),
    "fact.coordinate": ("Phối hợp", "Coordinates"),
    "fact.time": ("Thời gian", "Time"),
    "fact.month_day": ("Ngày hằng năm (--tháng-ngày)", "Day of each year (--MM-DD)"),
    "fact.key": ("Văn bản", "Document"),
    "fact.provision": ("Điều khoản", "Provision"),
    "fact.relation": ("Quan hệ", "Relation"),
    "fact.also": ("Quan hệ khác", "Other relations"),
    "fact.scheme": ("Chương trình, đề án", "Programme"),
    "fact.field": ("Trường", "Field"),
    "fact.value": ("Giá trị", "Value"),
    "fact.why": ("Suy ra", "Inferred"),
    "fact.reason": ("Lý do", "Reason"),
    "fact.note": ("Lưu ý", "Note"),
    "fact.suggestion": ("Gợi ý", "Suggestion"),
    "fact.confidence": ("Mức chắc chắn", "Confidence"),
    "fact.who": ("Bên báo cáo", "Who reports"),
    "fact.to": ("Bên nhận", "To"),
    "fact.via": ("Thông qua", "Through"),
    "fact.recurrence": ("Định kỳ", "How often"),
    "fact.quantity": ("Mức", "Quantity"),
    "fact.by": ("Đến năm", "By"),
    "fact.duplicate": ("Gần trùng với nhiệm vụ", "Nearly the same as task"),
    "fact.layout": ("Dấu vết", "Trace"),
    "fact.section": ("Nội dung của mục", "What the section holds"),
    "fact.child": ("Văn bản thực hiện", "Carries out"),
    "fact.parent": ("Văn bản được thực hiện", "Is carried out"),
    "fact.signer": ("Người ký", "Signer"),
    "fact.signer_title": ("Chức vụ", "Office"),
    "fact.effective_date": ("Ngày hiệu lực", "In force from"),
    "fact.status": ("Tình trạng", "Status"),
    "fact.recipients": ("Nơi nhận", "Recipient"),
    "fact.archive_line": ("Nơi lưu", "Archive line"),
    "fact.date_not_before": ("Không sớm hơn", "Not before"),
    "value.suggestion": ("chỉ là gợi ý, văn bản giữ nguyên", "suggestion only, the text is left as is"),
    "value.tentative": ("dự kiến", "tentative"),
    "value.open_ended": ("tiếp tục sau đó", "goes on after that"),
    "value.periodic": ("định kỳ", "periodic"),
    "value.ad-hoc": ("đột xuất", "ad hoc"),
    "value.inner_time": ("không phải thời hạn của nhiệm vụ", "is not the time of the task itself"),
    "value.place_inferred": (
        "địa phương không in cạnh tên cơ quan",
        "the jurisdiction is not printed beside the name",
    ),
    "value.undecided": (
        "không đủ dữ kiện để biết là cơ quan nào",
        "nobody can tell which body is meant",
    ),
    "value.issuer_inferred": (
        "tên đầy đủ của nơi ban hành cần nhiều hơn chữ được in",
        "the full name of the issuer needs more than the printed words",
    ),
    "value.lead_outside": (
        "cơ quan đứng ngoài câu nhiệm vụ: ở đề mục, ô bảng hoặc câu dẫn",
        "the agency stands outside the words of the task: in a heading, a cell or a lead-in",
    ),
    "value.page_break": ("có ngắt trang ở giữa", "a page break falls into it"),
    "value.uncovered": (
        "đứng trong mục có nhiệm vụ nhưng không thuộc mục nào đã hiểu",
        "stands among tasks, but no finding covers these words",
    ),
    "value.not_printed": ("không in trong văn bản", "not printed"),
    "value.stray_page_number": ("số trang lạc", "stray page number"),
    "value.markdown": ("ký hiệu Markdown", "Markdown sign"),
    "value.portal_header": ("đầu trang của cổng thông tin", "header of a portal"),
    "value.repeated_table_header": ("đầu bảng lặp lại", "repeated table header"),
    "value.action": ("nhiệm vụ", "tasks"),
    "value.organisation": ("tổ chức thực hiện", "who does what"),
    "value.purpose": ("mục đích, yêu cầu", "purpose"),
    "value.goal": ("mục tiêu", "goals"),
    "value.funding": ("kinh phí", "funding"),
    "value.reporting": ("báo cáo", "reporting"),
    "value.appendix": ("phụ lục", "appendix"),
    # the page itself
    "language": ("English", "Tiếng Việt"),
    "close": ("Đóng", "Close"),
    "legend": ("Chú giải", "Legend"),
    "legend.hint": ("Bỏ chọn để ẩn một loại.", "Clear a box to hide a kind."),
    "legend.all": ("Hiện tất cả", "Show all"),
    "legend.none": ("Ẩn tất cả", "Hide all"),
    "outline": ("Đề cương", "Outline"),
    "outline.none": ("Không nhận ra đề mục nào", "No headings were recognised"),
    "text": ("Văn bản", "Text"),
    "text.skip": ("Đến văn bản", "Skip to the text"),
    "about": ("Thông tin văn bản", "About the document"),
    "warnings": ("Cảnh báo khi đọc", "Warnings"),
    "gaps": (
        "Chưa hiểu: {n} đoạn ({share} % số ký tự)",
        "Not understood: {n} passages ({share} % of the characters)",
    ),
    "gaps.one": (
        "Chưa hiểu: {n} đoạn ({share} % số ký tự)",
        "Not understood: {n} passage ({share} % of the characters)",
    ),
    "gaps.hint": (
        "Đoạn trong các mục có nhiệm vụ mà không có gì được nhận ra (vạch chấm bên lề).",
        "Passages among tasks in which nothing was recognised (dotted line in the margin).",
    ),
    "place": ("Đoạn", "Place"),
    "place.link": ("Liên kết đến đoạn này", "Link to this place"),
    "place.none": ("Văn bản không có đoạn {place}", "This text has no place {place}"),
    "noscript": (
        "Không có JavaScript: vẫn đọc được màu, nhãn và chú thích khi rê chuột.",
        "Without JavaScript colours, labels and titles can still be read.",
    ),
}  # fmt: skip
"""Message -> (Vietnamese, English)."""


def table(lang: str) -> dict[str, str]:
    """Give all messages in one language.

    >>> table("en")["tag.lead"], table("vi")["value.based_on"]
    ('lead', 'Căn cứ')
    """
    if lang not in LANGUAGES:
        message = f"the page speaks {' and '.join(LANGUAGES)}, not {lang!r}"
        raise ValueError(message)
    index = LANGUAGES.index(lang)
    return {key: said[index] for key, said in WORDS.items()}
