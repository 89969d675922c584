"""Every word the page itself says, in Vietnamese and in English; the documents say the rest."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # kinds of node
    "kind.document": ("Văn bản", "Document"),
    "kind.task": ("Nhiệm vụ", "Task"),
    "kind.agent": ("Cơ quan", "Agency"),
    "kind.place": ("Địa phương", "Place"),
    "kind.other": ("Mục khác", "Other"),
    "kinds.document": ("văn bản", "documents"),
    "kinds.task": ("nhiệm vụ", "tasks"),
    "kinds.agent": ("cơ quan", "agencies"),
    "kinds.edge": ("liên kết", "links"),
    # what a mark means
    "mark.held": ("Văn bản có trong tập này", "Document in this corpus"),
    "mark.unheld": ("Được viện dẫn, không có trong tập này", "Cited, not in this corpus"),
    "mark.task": ("Nhiệm vụ", "Task"),
    "mark.unassigned": ("Nhiệm vụ không nêu cơ quan", "Task that names no agency"),
    "mark.agent": ("Cơ quan", "Agency"),
    "mark.collective": ("Nhóm cơ quan", "Group of agencies"),
    "mark.place": ("Địa phương", "Place"),
    "mark.inferred": ("Suy ra, không in trong văn bản", "Inferred, not printed in the text"),
    # levels and bands
    "level.central-party": ("Đảng ở Trung ương", "Central Party"),
    "level.national-assembly": ("Quốc hội", "National Assembly"),
    "level.central-government": ("Chính phủ", "Central government"),
    "level.ministry": ("Bộ, ngành", "Ministry"),
    "level.province-party": ("Tỉnh ủy, Thành ủy", "Province Party"),
    "level.province-government": ("Chính quyền tỉnh", "Province government"),
    "level.provincial-department": ("Sở, ban, ngành tỉnh", "Provincial department"),
    "level.district-party": ("Đảng ở huyện", "District Party"),
    "level.district-government": ("Chính quyền huyện", "District government"),
    "level.district-department": ("Phòng, ban huyện", "District department"),
    "level.commune-party": ("Đảng ở xã", "Commune Party"),
    "level.commune-government": ("Chính quyền xã", "Commune government"),
    "level.organisation": ("Tổ chức khác", "Other organisation"),
    "level.unknown": ("Chưa rõ cấp", "Level not known"),
    "level.tasks": ("Nhiệm vụ", "Tasks"),
    "level.agents": ("Cơ quan thực hiện", "Agencies"),
    "column.none": ("Nơi khác", "Elsewhere"),
    # relations, read from either end
    "relation.implements": ("Thực hiện", "Implements"),
    "relation.based_on": ("Căn cứ", "Is based on"),
    "relation.cites": ("Viện dẫn", "Cites"),
    "relation.amends": ("Sửa đổi", "Amends"),
    "relation.repeals": ("Thay thế, bãi bỏ", "Repeals"),
    "relation.has_task": ("Có nhiệm vụ", "Has task"),
    "relation.lead": ("Chủ trì", "Lead agency"),
    "relation.coordinate": ("Phối hợp", "Coordinating agency"),
    "relation.issued_by": ("Ban hành bởi", "Issued by"),
    "relation.reports_to": ("Báo cáo", "Reports to"),
    "relation.unit_of": ("Thuộc", "Is a unit of"),
    "relation.refers_to": ("Nhắc đến", "Refers to"),
    "relation.may_be": ("Có thể là", "May be"),
    "inverse.implements": ("Được thực hiện bởi", "Implemented by"),
    "inverse.based_on": ("Là căn cứ của", "Is the basis of"),
    "inverse.cites": ("Được viện dẫn trong", "Cited by"),
    "inverse.amends": ("Được sửa đổi bởi", "Amended by"),
    "inverse.repeals": ("Bị thay thế, bãi bỏ bởi", "Repealed by"),
    "inverse.has_task": ("Nằm trong văn bản", "Stands in document"),
    "inverse.lead": ("Chủ trì nhiệm vụ", "Leads task"),
    "inverse.coordinate": ("Phối hợp nhiệm vụ", "Coordinates on task"),
    "inverse.issued_by": ("Đã ban hành", "Issued"),
    "inverse.reports_to": ("Nhận báo cáo của", "Receives reports from"),
    "inverse.unit_of": ("Có đơn vị", "Has unit"),
    "inverse.refers_to": ("Được nhắc đến trong nhiệm vụ", "Referred to by task"),
    "inverse.may_be": ("Có thể được chỉ bởi", "May be meant by"),
    # attributes
    "fact.number": ("Số, ký hiệu", "Number"),
    "fact.type": ("Loại", "Type"),
    "fact.name": ("Tên", "Name"),
    "fact.title": ("Tên văn bản", "Title"),
    "fact.level": ("Cấp", "Level"),
    "fact.issuer": ("Nơi ban hành", "Issuer"),
    "fact.place": ("Địa phương", "Place"),
    "fact.date": ("Ngày", "Date"),
    "fact.file": ("Tệp", "File"),
    "fact.section_title": ("Mục", "Section"),
    "fact.task_id": ("Vị trí trong văn bản", "Place in the outline"),
    "fact.task_kind": ("Cách giao", "How it is assigned"),
    "fact.lead_role": ("Vai trò được giao", "Role as printed"),
    "fact.time_words": ("Thời gian (nguyên văn)", "Time (as printed)"),
    "fact.time_kind": ("Loại thời gian", "Kind of time"),
    "fact.time_start": ("Từ", "From"),
    "fact.time_end": ("Đến", "Until"),
    "fact.agent_kind": ("Loại cơ quan", "Kind of agency"),
    "value.explicit": ("ghi rõ cơ quan và thời gian", "explicit, with agency and time"),
    "value.assigned": ("giao cho cơ quan", "assigned to an agency"),
    "value.unassigned": ("không nêu cơ quan", "names no agency"),
    "value.ongoing": ("thường xuyên", "ongoing"),
    "value.annual": ("hằng năm", "annual"),
    "value.interval": ("giai đoạn", "interval"),
    "value.year": ("năm", "year"),
    "value.deadline": ("hạn chót", "deadline"),
    "value.other": ("khác", "other"),
    # kinds of bodies, as ontology/types.ttl names them
    "agency.party-committee": ("Cấp ủy Đảng", "Party committee"),
    "agency.party-organ": ("Cơ quan tham mưu của Đảng", "Party organ"),
    "agency.national-assembly": ("Quốc hội", "National Assembly"),
    "agency.government": ("Chính phủ, Thủ tướng", "Government"),
    "agency.ministry": ("Bộ, cơ quan ngang bộ", "Ministry"),
    "agency.people-council": ("Hội đồng nhân dân", "People's Council"),
    "agency.people-committee": ("Ủy ban nhân dân", "People's Committee"),
    "agency.department": ("Sở, ban, ngành", "Department"),
    "agency.internal-unit": ("Phòng, đơn vị trực thuộc", "Internal unit"),
    "agency.police": ("Công an", "Police"),
    "agency.military": ("Quân đội, biên phòng", "Military"),
    "agency.court": ("Tòa án, viện kiểm sát", "Court or procuracy"),
    "agency.front": ("Mặt trận Tổ quốc", "Fatherland Front"),
    "agency.mass-organisation": ("Tổ chức chính trị - xã hội", "Mass organisation"),
    "agency.association": ("Hội, hiệp hội", "Association"),
    "agency.press": ("Báo, đài", "Press and broadcasting"),
    "agency.bank": ("Ngân hàng", "Bank"),
    "agency.school": ("Trường", "School or university"),
    "agency.enterprise": ("Doanh nghiệp, hợp tác xã", "Enterprise"),
    "agency.management-board": ("Ban quản lý", "Management board"),
    "agency.institute": ("Viện, trung tâm", "Institute or centre"),
    "agency.collective": ("Nhóm cơ quan", "Collective of bodies"),
    "agency.person-group": ("Nhóm người", "Group of persons"),
    "agency.person": ("Cá nhân được nêu tên", "Person named without a body"),
    "agency.other": ("Khác", "Other"),
    # controls
    "search": ("Tìm văn bản, nhiệm vụ, cơ quan", "Search documents, tasks, agencies"),
    "search.hint": ("Gõ có dấu hoặc không dấu (phím /)", "With or without marks (key /)"),
    "search.found": ("kết quả", "found"),
    "search.none": ("Không tìm thấy", "Nothing found"),
    "filters": ("Bộ lọc", "Filters"),
    "filter.level": ("Cấp", "Level"),
    "filter.place": ("Địa phương", "Place"),
    "filter.agent": ("Cơ quan", "Agency"),
    "filter.all": ("Tất cả", "All"),
    "filter.relations": ("Quan hệ", "Relations"),
    "filter.reset": ("Bỏ lọc", "Clear filters"),
    "filter.none": ("Không có gì khớp bộ lọc", "Nothing matches the filters"),
    "filter.cleared": (
        "Đã bỏ lọc để hiện mục này",
        "Filters were cleared to show this item",
    ),
    "language": ("English", "Tiếng Việt"),
    "zoom.in": ("Phóng to", "Zoom in"),
    "zoom.out": ("Thu nhỏ", "Zoom out"),
    "zoom.fit": ("Vừa màn hình", "Fit to screen"),
    "close": ("Đóng", "Close"),
    "more": ("Xem tất cả", "Show all"),
    "context": ("Xem trong văn bản", "Show in the text"),
    "picture": (
        "Sơ đồ từ chỉ đạo đến nhiệm vụ. Dùng ô tìm kiếm để đi đến từng mục bằng bàn phím.",
        "Picture of the cascade from directive to task. Use the search to reach items by keyboard.",
    ),
    "picture.board": (
        "Hình vẽ; mọi dấu đều có trong danh sách bên cạnh.",
        "The picture; every mark also stands in the list beside it.",
    ),
    "overview.back": ("← Toàn cảnh", "← Overview"),
    "overview.start": (
        "Tập này lớn: mỗi dấu gộp nhiều mục. Bấm vào một dấu để mở địa phương đó.",
        "This corpus is large: a mark stands for many items. Click one to open its place.",
    ),
    "board.list": ("Danh sách các mục", "List of all items"),
    "board.list.hint": (
        "Mũi tên để đi, Enter để mở, Esc để về",
        "Arrows to move, Enter to open, Esc to come back",
    ),
    "board.source": ("Mở trong văn bản", "Open in the document"),
    "export": ("Lưu hình", "Save picture"),
    "export.png": ("Hình PNG", "PNG picture"),
    "export.svg": ("Hình SVG", "SVG picture"),
    # the panel
    "panel": ("Chi tiết", "Details"),
    "panel.overview": ("Tổng quan, chú giải", "Overview, legend"),
    "panel.start": (
        (
            "Đọc từ trên xuống: chỉ đạo ở Trung ương, văn bản của địa phương, nhiệm vụ, cơ quan. "
            "Bấm vào một dấu hoặc một đường để xem nguyên văn."
        ),
        (
            "Read from the top: central directives, local documents, tasks, agencies. "
            "Click a mark or a line for the very words that say it."
        ),
    ),
    "panel.plans": ("Văn bản có trong tập này", "Documents in this corpus"),
    "panel.legend": ("Chú giải", "Legend"),
    "panel.links": ("Quan hệ", "Relations"),
    "panel.edge": ("Liên kết", "Link"),
    "panel.from": ("Từ", "From"),
    "panel.to": ("Đến", "To"),
    "panel.held": ("Có trong tập này", "In this corpus"),
    "panel.unheld": ("Không có trong tập này", "Not in this corpus"),
    "panel.collective": ("Nhóm cơ quan", "Group of agencies"),
    "panel.inferred": ("suy ra", "inferred"),
    "panel.times": ("lần", "times"),
    "panel.unquoted": ("Không có nguyên văn", "No words are quoted"),
    "panel.nolinks": ("Không có quan hệ nào", "No relations"),
    "noscript": (
        "Trang này cần JavaScript; mọi thứ đều nằm trong tệp, không tải gì từ mạng.",
        "This page needs JavaScript; all of it is inside the file, nothing is loaded.",
    ),
}
"""Message -> (Vietnamese, English)."""

LANGUAGES: Final = ("vi", "en")


def table(lang: str) -> dict[str, str]:
    """Give all messages in one language.

    >>> table("en")["relation.lead"], table("vi")["relation.lead"]
    ('Lead agency', 'Chủ trì')
    """
    if lang not in LANGUAGES:
        message = f"the page speaks {' and '.join(LANGUAGES)}, not {lang!r}"
        raise ValueError(message)
    index = LANGUAGES.index(lang)
    return {key: words[index] for key, words in WORDS.items()}
