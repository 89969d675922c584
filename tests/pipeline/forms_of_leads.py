"""Ways to say who must do a thing, one row a way: name, words of our own, what is wanted of them."""

from __future__ import annotations

Given = tuple[str, str, str | None]
"""Leads, coordinators, end of the time."""

P = " tỉnh Nghệ An"
Y_TE, NOI_VU, TAI_CHINH = f"Sở Y tế{P}", f"Sở Nội vụ{P}", f"Sở Tài chính{P}"
TU_PHAP, VAN_PHONG = f"Sở Tư pháp{P}", f"Văn phòng Ủy ban nhân dân{P}"

FORMS: list[tuple[str, str, list[Given]]] = [
    (
        "whose resolution it is does not act",
        "Thực hiện tốt các nghị quyết, kết luận của Ban Bí thư về y tế cơ sở. Tập trung các việc sau:\n\n- Rà soát trạm y tế xã.\n\n- Lập danh mục thuốc nam.",
        [],
    ),
    (
        "leads with partners over bullets",
        "Sở Y tế chủ trì, phối hợp với Sở Nội vụ:\n\n- Rà soát trạm y tế xã.\n\n- Lập danh mục thuốc nam.",
        [(Y_TE, NOI_VU, None), (Y_TE, NOI_VU, None)],
    ),
    (
        "a matter handed to another body keeps its partners there",
        "1. Sở Y tế lập hồ sơ, gửi Sở Tư pháp để chủ trì, phối hợp với Sở Nội vụ thẩm định.\n\n2. Sở Tài chính rà soát, đề xuất UBND tỉnh giao Sở Nội vụ chủ trì, phối hợp với Sở Y tế sắp xếp trạm y tế.",
        [(Y_TE, "", None), (TAI_CHINH, "", None)],
    ),
    (
        "rules of working together name no partner",
        "1. Sở Y tế trình UBND tỉnh ban hành Quy chế phối hợp các sở, ngành về quản lý thuốc nam.",
        [(Y_TE, "", None)],
    ),
    (
        "who is told to join works with them",
        "1. Sở Y tế tăng cường chỉ đạo các đơn vị sự nghiệp phối hợp với Sở Nội vụ rà soát biên chế.",
        [(Y_TE, f"Các đơn vị sự nghiệp{P}|{NOI_VU}", None)],
    ),
    (
        "helps and works with",
        "1. Sở Y tế: Phối hợp, hỗ trợ Sở Nội vụ, Sở Tài chính sắp xếp trạm y tế.",
        [(Y_TE, f"{NOI_VU}|{TAI_CHINH}", None)],
    ),
    (
        "one leads, one joins",
        "1. Sáp nhập các trạm kiểm dịch; Sở Y tế chủ trì, Văn phòng UBND tỉnh phối hợp, trình trong quý III năm 2025.",
        [(Y_TE, VAN_PHONG, "2025-09-30")],
    ),
    (
        "by whom",
        "1. Xe đưa đoàn đi kiểm tra do Sở Y tế bố trí.",
        [(Y_TE, "", None)],
    ),
    (
        "a developer at full length and in short",
        "1. Chủ đầu tư xây dựng chợ đầu mối tiến hành lập hồ sơ môi trường.\n\n2. Chủ đầu tư có trách nhiệm báo cáo tiến độ.\n\n3. Sau khi được giao đất, chủ đầu tư thực hiện cắm mốc.",
        [("Chủ đầu tư xây dựng chợ đầu mối (tỉnh Nghệ An)", "", None)] * 3,
    ),
    (
        "a class of bodies behind a day",
        "1. Chậm nhất là cuối quý I năm 2026, những cơ quan, đơn vị đã có kho sách phải lập danh mục sách.",
        [("Các cơ quan, đơn vị đã có kho sách (tỉnh Nghệ An)", "", "2026-03-31")],
    ),
    (
        "a clause with a comma tells which",
        "1. Các tổ chức, cá nhân được cấp giấy phép bán buôn, bán lẻ thuốc có trách nhiệm niêm yết giá.",
        [
            (
                "Các tổ chức, cá nhân được cấp giấy phép bán buôn, bán lẻ thuốc (tỉnh Nghệ An)",
                "",
                None,
            )
        ],
    ),
    (
        "brackets name the part",
        "1. Cơ quan thẩm định giá (Sở Tài chính, Sở Tư pháp) phải trả lời đúng hạn.",
        [(f"{TAI_CHINH}|{TU_PHAP}", "", None)],
    ),
    (
        "đối với and a part",
        "1. Đối với đơn vị được kiểm tra: Chuẩn bị sổ sách đầy đủ, cử người làm việc.",
        [("Đơn vị được kiểm tra (tỉnh Nghệ An)", "", None)],
    ),
    (
        "gồm and a list",
        "1. Giao các cơ sở đào tạo trọng điểm gồm: Trường Đại học Vinh, Trường Đại học Y khoa Vinh mở lớp bồi dưỡng.",
        [("Trường Đại học Vinh|Trường Đại học Y khoa Vinh", "", None)],
    ),
    (
        "a school of a university",
        "1. Trường Đại học Luật - Đại học Quốc gia Hà Nội mở lớp bồi dưỡng.",
        [("Trường Đại học Luật - Đại học Quốc gia Hà Nội", "", None)],
    ),
    (
        "behind a clause with a report of many",
        "1. Trên cơ sở đề xuất của các sở, ngành, Sở Tài chính tổng hợp dự toán.",
        [(TAI_CHINH, "", None)],
    ),
    (
        "behind a clause with a paper of one",
        "1. Trên cơ sở Kế hoạch của UBND tỉnh, các sở, ban, ngành, UBND các huyện theo chức năng xây dựng kế hoạch năm.",
        [(f"Các sở, ban, ngành{P}|Ủy ban nhân dân các huyện{P}", "", None)],
    ),
    (
        "the heads of all branches and levels",
        "1. Khi lập dự toán, Thủ trưởng các ngành, các cấp phải rà soát biên chế.",
        [(f"Các ngành, các cấp{P}", "", None)],
    ),
    (
        "a lost comma",
        "1. Sở Y tế phối hợp với các cơ quan đơn vị có liên quan rà soát biên chế.",
        [(Y_TE, f"Các cơ quan, đơn vị liên quan{P}", None)],
    ),
    (
        "branches under one word",
        "1. Sở Y tế phối hợp với các ngành Công an, Tài chính, Nội vụ rà soát biên chế.",
        [(Y_TE, f"Công an{P}|{TAI_CHINH}|{NOI_VU}", None)],
    ),
    (
        "two bodies of the same places",
        "1. UBND và Công an các huyện, thành phố ký cam kết với các chợ.",
        [
            (
                f"Ủy ban nhân dân các huyện, thành phố{P}|Công an các huyện, thành phố{P}",
                "",
                None,
            )
        ],
    ),
    (
        "rooms of the districts in a provincial paper",
        "1. UBND các huyện chỉ đạo Phòng Tư pháp phối hợp với Phòng Nội vụ rà soát văn bản.",
        [
            (
                f"Ủy ban nhân dân các huyện{P}",
                f"Phòng Tư pháp các huyện{P}|Phòng Nội vụ các huyện{P}",
                None,
            )
        ],
    ),
    (
        "rooms of the communes under two names",
        "1. Phòng Kinh tế/Phòng Kinh tế, Hạ tầng và Đô thị thuộc UBND cấp xã lập danh mục chợ.",
        [(f"Phòng Kinh tế/Phòng Kinh tế, Hạ tầng và Đô thị cấp xã{P}", "", None)],
    ),
    (
        "a unit and its body",
        "1. Giao Phòng Tham mưu Công an tỉnh và Ban Phong trào Hội Nông dân tỉnh theo dõi việc này.",
        [
            (f"Phòng Tham mưu (Công an{P})|Ban Phong trào (Hội Nông dân{P})", "", None),
        ],
    ),
    (
        "a branch that serves a region",
        "1. Chi cục Thuế khu vực Tân Kỳ - Anh Sơn lập danh sách hộ bán hàng.",
        [("Chi cục Thuế khu vực Tân Kỳ - Anh Sơn", "", None)],
    ),
    (
        "rooms with a number under their heads",
        "1. Trưởng Công an tỉnh, Trưởng phòng Cảnh sát PC&CC số 3\n\n- Kiểm tra các nhà trọ.",
        [(f"Công an{P}|Phòng Cảnh sát phòng cháy và chữa cháy số 3", "", None)],
    ),
    (
        "committees of the Party in the districts",
        "1. Các huyện ủy, thành ủy, đảng ủy xây dựng chương trình hành động.",
        [(f"Các huyện ủy, thành ủy, đảng ủy{P}", "", None)],
    ),
    (
        "brackets say who, with whom and when",
        "1. Lập danh mục chợ xã (Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ, Sở Tài chính; hoàn thành: quý IV/2025).\n\n2. Rà soát chợ huyện (Sở Tài chính chủ trì, Sở Nội vụ phối hợp; thực hiện hằng năm).",
        [(Y_TE, f"{NOI_VU}|{TAI_CHINH}", "2025-12-31"), (TAI_CHINH, NOI_VU, None)],
    ),
    (
        "rows under no header",
        "| 1 | Tập huấn bán hàng sạch | Quý II/2025 | Sở Y tế chủ trì; Sở Nội vụ, Sở Tài chính phối hợp |\n| 2 | Kiểm tra cân ở chợ | Quý III/2025 | Sở Tài chính chủ trì; Sở Nội vụ phối hợp |",
        [
            (Y_TE, f"{NOI_VU}|{TAI_CHINH}", "2025-06-30"),
            (TAI_CHINH, NOI_VU, "2025-09-30"),
        ],
    ),
    (
        "one cell a line",
        "STT\nNhiệm vụ\nCơ quan\nchủ trì\nCơ quan\nphối hợp\nThời gian\nI\nChợ xã\n1\nLập danh mục chợ, phân\nhạng chợ\nSở Y tế và\nSở Nội vụ\nSở Tài chính;\nSở Tư pháp\nTháng 5/2025\n2\nKiểm tra cân ở chợ\nSở Tài chính\nSở Nội vụ\nTháng 6/2025",
        [
            (f"{Y_TE}|{NOI_VU}", f"{TAI_CHINH}|{TU_PHAP}", "2025-05-31"),
            (TAI_CHINH, NOI_VU, "2025-06-30"),
        ],
    ),
    (
        "as above in a cell",
        "STT\tNội dung\tĐơn vị thực hiện\tThời gian\n1\tLập danh mục chợ\tSở Y tế\tTháng 5/2025\n2\tKiểm tra cân ở chợ\tnt\tTháng 6/2025",
        [(Y_TE, "", "2025-05-31"), (Y_TE, "", "2025-06-30")],
    ),
    (
        "persons in a column",
        "TT\tNội dung\tNgười thực hiện\n1\tSoạn câu hỏi\tTrần Văn Mẫu; Lê Thị Mẫu\n2\tIn phiếu chấm\tLê Thị Mẫu",
        [("Trần Văn Mẫu|Lê Thị Mẫu", "", None), ("Lê Thị Mẫu", "", None)],
    ),
    (
        "persons with a body and without",
        "1. Đồng chí Trần Văn Mẫu, Phó Chủ tịch UBND tỉnh chỉ đạo việc rà soát chợ.\n\n2. Bà Lê Thị Mẫu, Phó Giám đốc Sở Y tế phụ trách việc lập hồ sơ.\n\n3. Ông Phạm Văn Mẫu - Trưởng đoàn: Phân công việc cho từng thành viên.",
        [(f"Ủy ban nhân dân{P}", "", None), (Y_TE, "", None), ("Phạm Văn Mẫu", "", None)],
    ),
    (
        "who asks does not act",
        "1. Sở Y tế kính đề nghị các đồng chí Ủy viên Ban Chỉ đạo cho ý kiến về dự thảo.",
        [("Các đồng chí Ủy viên Ban Chỉ đạo (tỉnh Nghệ An)", "", None)],
    ),
    (
        "the standing office of a council",
        "1. Sở Tư pháp - Cơ quan thường trực Hội đồng\n\nSoạn tài liệu hỏi đáp, in tờ gấp.",
        [(TU_PHAP, "", None)],
    ),
    (
        "an amount is no work",
        "1. Mức hỗ trợ\n\n- Sở Y tế: 12 triệu đồng.\n\n- Sở Nội vụ: Lập danh sách người nhận.",
        [(NOI_VU, "", None)],
    ),
    (
        "words of courtesy",
        "1. Sở Y tế lập danh mục chợ.\n\nỦy ban nhân dân tỉnh trân trọng đề nghị các cơ quan quan tâm.",
        [(Y_TE, "", None)],
    ),
]
