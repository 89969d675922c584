"""The ways in which offices give a task, one row a way, in words of our own."""

from __future__ import annotations

import textwrap
import unicodedata

import forms_of_leads
import pytest

from kg.model import DocumentRecord
from kg.pipeline import extract_text

HEAD = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN

Số: 12/KH-UBND

Nghệ An, ngày 3 tháng 2 năm 2025

KẾ HOẠCH

Phát triển nông nghiệp số

Căn cứ Quyết định số 5/QĐ-TTg ngày 2/1/2025 của Thủ tướng Chính phủ, UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

Đẩy mạnh việc này trong nông nghiệp.

II. TỔ CHỨC THỰC HIỆN

"""
END = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
PLACE = " tỉnh Nghệ An"
Given = tuple[str, str, str | None]

FORMS: list[tuple[str, str, list[Given]]] = [
    (
        "giao at the start",
        "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính và UBND các huyện rà soát trang thiết bị, hoàn thành trước ngày 30/6/2025.",
        [
            (
                "Sở Y tế tỉnh Nghệ An",
                "Sở Tài chính tỉnh Nghệ An|Ủy ban nhân dân các huyện tỉnh Nghệ An",
                "2025-06-30",
            )
        ],
    ),
    (
        "departments as headings",
        "1. Sở Nông nghiệp và Môi trường\n\na) Chủ trì, phối hợp với các sở, ban, ngành liên quan xây dựng cơ sở dữ liệu.\n\nb) Hướng dẫn các huyện thực hiện.\n\n2. Sở Tài chính: Bố trí kinh phí.",
        [
            ("Sở Nông nghiệp và Môi trường tỉnh Nghệ An", "Các sở, ban, ngành tỉnh Nghệ An", None),
            ("Sở Nông nghiệp và Môi trường tỉnh Nghệ An", "", None),
            ("Sở Tài chính tỉnh Nghệ An", "", None),
        ],
    ),
    (
        "đề nghị",
        "1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh tuyên truyền, vận động Nhân dân.",
        [
            (
                "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nghệ An|Các tổ chức chính trị - xã hội tỉnh Nghệ An",
                "",
                None,
            )
        ],
    ),
    (
        "collective with offices",
        "1. Các sở, ban, ngành, UBND các huyện, thành phố, thị xã theo chức năng, nhiệm vụ được giao tổ chức thực hiện Kế hoạch, báo cáo UBND tỉnh trước ngày 15/12 hằng năm.",
        [
            (
                "Các sở, ban, ngành tỉnh Nghệ An|Ủy ban nhân dân các huyện, thành phố, thị xã tỉnh Nghệ An",
                "",
                None,
            )
        ],
    ),
    (
        "chủ trì phối hợp without với",
        "1. Sở Khoa học và Công nghệ chủ trì phối hợp các đơn vị liên quan tham mưu UBND tỉnh ban hành quy chế trong quý II năm 2025.",
        [
            (
                "Sở Khoa học và Công nghệ tỉnh Nghệ An",
                "Các đơn vị liên quan tỉnh Nghệ An",
                "2025-06-30",
            )
        ],
    ),
    (
        "labelled lines",
        "1. Xây dựng đề án nông nghiệp số.\n\n- Cơ quan chủ trì: Sở Nông nghiệp và PTNT.\n\n- Cơ quan phối hợp: Sở Thông tin và Truyền thông; UBND các huyện, thị xã.\n\n- Thời gian hoàn thành: Quý IV/2025.\n\n- Lãnh đạo phụ trách: Đồng chí Nguyễn Văn A.",
        [
            (
                "Sở Nông nghiệp và Phát triển nông thôn tỉnh Nghệ An",
                "Sở Thông tin và Truyền thông tỉnh Nghệ An|Ủy ban nhân dân các huyện, thị xã tỉnh Nghệ An",
                "2025-12-31",
            )
        ],
    ),
    (
        "labels after bullets",
        "1. Tuyên truyền\n\n- Mở chuyên mục trên báo.\n\n- Tổ chức hội nghị.\n\nĐơn vị chủ trì: Sở Văn hóa, Thể thao và Du lịch. Đơn vị phối hợp: Báo Nghệ An.",
        [
            ("Sở Văn hóa, Thể thao và Du lịch tỉnh Nghệ An", "Báo Nghệ An", None),
            ("Sở Văn hóa, Thể thao và Du lịch tỉnh Nghệ An", "Báo Nghệ An", None),
        ],
    ),
    (
        "có trách nhiệm with a colon",
        "1. Trách nhiệm của các cơ quan\n\nSở Tài chính có trách nhiệm:\n\n- Cân đối nguồn vốn.\n\n- Thẩm định dự toán.\n\n2. Chủ tịch UBND các xã, phường chịu trách nhiệm trước Chủ tịch UBND tỉnh về kết quả thực hiện.",
        [
            ("Sở Tài chính tỉnh Nghệ An", "", None),
            ("Sở Tài chính tỉnh Nghệ An", "", None),
            ("Ủy ban nhân dân các xã, phường tỉnh Nghệ An", "", None),
        ],
    ),
    (
        "two bodies and a colon",
        "1. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh: Bảo đảm an ninh trật tự trên địa bàn.",
        [("Công an tỉnh Nghệ An|Bộ Chỉ huy Quân sự tỉnh Nghệ An", "", None)],
    ),
    (
        "departments under one head",
        "1. Giám đốc các Sở: Y tế, Nội vụ, Tài chính và Chủ tịch UBND các huyện khẩn trương rà soát số liệu.",
        [
            (
                "Sở Y tế tỉnh Nghệ An|Sở Nội vụ tỉnh Nghệ An|Sở Tài chính tỉnh Nghệ An|Ủy ban nhân dân các huyện tỉnh Nghệ An",
                "",
                None,
            )
        ],
    ),
    (
        "header of two rows",
        "TT\tNhiệm vụ\tCơ quan thực hiện\t\tThời gian\n\t\tChủ trì\tPhối hợp\t\n1\tRà soát quy hoạch đất\tSở Xây dựng\tSở Tài chính\tTháng 6/2025\n2\tXây dựng phần mềm\tSở Nội vụ\tUBND các huyện\tHằng năm",
        [
            ("Sở Xây dựng tỉnh Nghệ An", "Sở Tài chính tỉnh Nghệ An", "2025-06-30"),
            ("Sở Nội vụ tỉnh Nghệ An", "Ủy ban nhân dân các huyện tỉnh Nghệ An", None),
        ],
    ),
    (
        "header with a row of numbers",
        "STT\tNội dung công việc\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành\tSản phẩm\n(1)\t(2)\t(3)\t(4)\t(5)\t(6)\n1\tLập danh mục dịch vụ\tSở Nội vụ\tCác sở, ban, ngành\tTrước 31/3/2025\tDanh mục\n2\tTập huấn cán bộ xã\tSở Nội vụ\tUBND cấp huyện\tQuý II\tHội nghị",
        [
            ("Sở Nội vụ tỉnh Nghệ An", "Các sở, ban, ngành tỉnh Nghệ An", "2025-03-31"),
            (
                "Sở Nội vụ tỉnh Nghệ An",
                "Ủy ban nhân dân các huyện, thị xã, thành phố tỉnh Nghệ An",
                None,
            ),
        ],
    ),
    (
        "monthly report",
        "1. Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện; định kỳ trước ngày 20 hằng tháng báo cáo UBND tỉnh.",
        [("Văn phòng Ủy ban nhân dân tỉnh Nghệ An", "", None)],
    ),
    (
        "ministries under one head",
        "1. Yêu cầu các Bộ: Tài chính, Y tế, Công Thương khẩn trương ban hành hướng dẫn.",
        [("Bộ Tài chính|Bộ Y tế|Bộ Công Thương", "", None)],
    ),
    (
        "communes as a heading",
        "1. UBND các xã, phường, đặc khu\n\n- Tổ chức tuyên truyền tại cơ sở; kịp thời phản ánh khó khăn về Sở Nông nghiệp và Môi trường.\n\n- Phối hợp với Sở Nội vụ mở lớp bồi dưỡng.",
        [
            ("Ủy ban nhân dân các xã, phường, đặc khu tỉnh Nghệ An", "", None),
            (
                "Ủy ban nhân dân các xã, phường, đặc khu tỉnh Nghệ An",
                "Sở Nội vụ tỉnh Nghệ An",
                None,
            ),
        ],
    ),
    (
        "giao with letters",
        "1. Giao Giám đốc Sở Tư pháp:\n\na) Chủ trì thẩm định dự thảo.\n\nb) Theo dõi thi hành pháp luật.\n\n2. Thủ trưởng các sở, ban, ngành cấp tỉnh căn cứ Kế hoạch này xây dựng kế hoạch cụ thể.",
        [
            ("Sở Tư pháp tỉnh Nghệ An", "", None),
            ("Sở Tư pháp tỉnh Nghệ An", "", None),
            ("Các sở, ban, ngành tỉnh Nghệ An", "", None),
        ],
    ),
    (
        "lead inside brackets",
        "1. Rà soát, sửa đổi quy định về đất đai (Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tư pháp; hoàn thành trong tháng 9/2025).",
        [("Sở Nông nghiệp và Môi trường tỉnh Nghệ An", "Sở Tư pháp tỉnh Nghệ An", "2025-09-30")],
    ),
    (
        "đối với and đề nghị as headings",
        "1. Đối với Sở Giáo dục và Đào tạo\n\nChỉ đạo các trường tổ chức học trực tuyến.\n\n2. Đề nghị Tỉnh đoàn, Hội Nông dân tỉnh, Hội Liên hiệp Phụ nữ tỉnh\n\nVận động hội viên tham gia.",
        [
            ("Sở Giáo dục và Đào tạo tỉnh Nghệ An", "", None),
            (
                "Tỉnh đoàn Nghệ An|Hội Nông dân tỉnh Nghệ An|Hội Liên hiệp Phụ nữ tỉnh Nghệ An",
                "",
                None,
            ),
        ],
    ),
    (
        "branches of central bodies",
        "1. Ngân hàng Nhà nước chi nhánh tỉnh chỉ đạo các tổ chức tín dụng ưu tiên vốn vay.\n\n2. Kho bạc Nhà nước tỉnh, Cục Thuế tỉnh, Cục Thống kê tỉnh: Cung cấp số liệu.",
        [
            ("Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Nghệ An", "", None),
            (
                "Kho bạc Nhà nước tỉnh Nghệ An|Cục Thuế tỉnh Nghệ An|Cục Thống kê tỉnh Nghệ An",
                "",
                None,
            ),
        ],
    ),
    (
        "one column for both roles",
        "TT\tNội dung\tCơ quan chủ trì/phối hợp\tThời hạn\n1\tLập hồ sơ cũ\tSở Nội vụ; phối hợp: Sở Y tế\tQuý I/2026\n2\tKiểm kê đất rừng\tSở Xây dựng, Sở Tài chính\t2026",
        [
            ("Sở Nội vụ tỉnh Nghệ An", "Sở Y tế tỉnh Nghệ An", "2026-03-31"),
            ("Sở Xây dựng tỉnh Nghệ An", "Sở Tài chính tỉnh Nghệ An", "2026"),
        ],
    ),
    (
        "merged cells and groups",
        "TT\tNội dung\tChủ trì\tPhối hợp\tThời hạn\n1\tNhóm việc thứ nhất\t\t\t\n1.1\tLập hồ sơ cũ\tSở Nội vụ\tSở Y tế\tQuý I/2026\n1.2\tKiểm kê đất rừng\t\t\t\n2\tNhóm việc thứ hai\t\t\t\n2.1\tMua máy tính\tSở Xây dựng\t\t2026",
        [
            ("Sở Nội vụ tỉnh Nghệ An", "Sở Y tế tỉnh Nghệ An", "2026-03-31"),
            ("Sở Nội vụ tỉnh Nghệ An", "Sở Y tế tỉnh Nghệ An", "2026-03-31"),
            ("Sở Xây dựng tỉnh Nghệ An", "", "2026"),
        ],
    ),
    (
        "a number behind a dash",
        "1- Sở Y tế kiểm kê trạm y tế.\n\n2- Giám đốc Sở Nội vụ chịu trách nhiệm trước UBND tỉnh về biên chế.",
        [("Sở Y tế tỉnh Nghệ An", "", None), ("Sở Nội vụ tỉnh Nghệ An", "", None)],
    ),
    (
        "a table drawn with bars",
        "| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |\n|---|---|---|---|---|\n| 1 | Lập danh mục thư viện | Sở Nội vụ | Công an tỉnh | Tháng 9/2026 |",
        [("Sở Nội vụ tỉnh Nghệ An", "Công an tỉnh Nghệ An", "2026-09-30")],
    ),
    (
        "a table with bars inside",
        "TT | Nhiệm vụ | Chủ trì | Thời hạn\n1 | Lập danh mục thư viện | Sở Nội vụ | Quý II/2026",
        [("Sở Nội vụ tỉnh Nghệ An", "", "2026-06-30")],
    ),
    (
        "chủ trì, cùng",
        "1. Sở Xây dựng chủ trì, cùng Sở Tài chính rà soát giá vật liệu.",
        [("Sở Xây dựng tỉnh Nghệ An", "Sở Tài chính tỉnh Nghệ An", None)],
    ),
    (
        "X chủ trì, Y phối hợp",
        "1. Sở Nội vụ chủ trì, Văn phòng UBND tỉnh phối hợp lập danh sách.",
        [("Sở Nội vụ tỉnh Nghệ An", "Văn phòng Ủy ban nhân dân tỉnh Nghệ An", None)],
    ),
    (
        "behind an opening clause",
        "1. Trên cơ sở đề xuất của các sở, ngành, Sở Tài chính tổng hợp dự toán.",
        [("Sở Tài chính tỉnh Nghệ An", "", None)],
    ),
    (
        "a lead in brackets at the end",
        "1. Kiểm kê kho sách thiếu nhi (Sở Nội vụ).",
        [("Sở Nội vụ tỉnh Nghệ An", "", None)],
    ),
    (
        "a Party committee inside a body",
        "1. Đảng ủy Công an tỉnh lãnh đạo làm sạch dữ liệu dân cư.",
        [("Đảng ủy Công an tỉnh Nghệ An", "", None)],
    ),
    (
        "a board with a long name",
        "1. Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh đôn đốc nhà thầu.",
        [("Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh Nghệ An", "", None)],
    ),
    (
        "provinces one by one",
        "1. Ủy ban nhân dân các tỉnh: Ninh Thuận, Khánh Hòa chủ động nạo vét kênh.",
        [("Ủy ban nhân dân tỉnh Ninh Thuận|Ủy ban nhân dân tỉnh Khánh Hòa", "", None)],
    ),
    (
        "ministers for ministries",
        "1. Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ rà soát thủ tục.",
        [("Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "", None)],
    ),
    (
        "partners of the introduction",
        "1. Sở Y tế\n\na) Phối hợp với Sở Nội vụ:\n\n- Rà soát biên chế trạm y tế.\n\n- Lập kế hoạch tuyển dụng bác sĩ.",
        [
            ("Sở Y tế tỉnh Nghệ An", "Sở Nội vụ tỉnh Nghệ An", None),
            ("Sở Y tế tỉnh Nghệ An", "Sở Nội vụ tỉnh Nghệ An", None),
        ],
    ),
    (
        "who orders does not do",
        "UBND tỉnh yêu cầu Giám đốc các sở thực hiện các việc sau:\n\n- Rà soát tài sản công của đơn vị.\n\n- Lập danh mục xe công.",
        [
            ("Các sở, ban, ngành tỉnh Nghệ An", "", None),
            ("Các sở, ban, ngành tỉnh Nghệ An", "", None),
        ],
    ),
    (
        "a body told by its part",
        "1. Cơ quan được giao soạn thảo có trách nhiệm lấy ý kiến nhân dân.",
        [("Cơ quan được giao soạn thảo (tỉnh Nghệ An)", "", None)],
    ),
    (
        "a report of its own",
        "1. Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/7/2025.",
        [("Sở Nội vụ tỉnh Nghệ An", "", "2025-07-15")],
    ),
    (
        "a department as a heading of capitals with a colon",
        "1. Phân công thực hiện:\n\n- Sở Y tế: Kiểm tra bếp ăn trường học.",
        [("Sở Y tế tỉnh Nghệ An", "", None)],
    ),
    (
        "grant behind a semicolon",
        "1. Phát triển hạ tầng số nông thôn; giao Sở Khoa học và Công nghệ làm đầu mối, phối hợp với Sở Tài chính triển khai.",
        [("Sở Khoa học và Công nghệ tỉnh Nghệ An", "Sở Tài chính tỉnh Nghệ An", None)],
    ),
]
FORMS += forms_of_leads.FORMS
IDS = [name for name, _, _ in FORMS]


def given(record: DocumentRecord) -> list[Given]:
    """Give leads, coordinators and the end of the time of each task that has a lead."""
    return [
        ("|".join(a.agent for a in task.lead), "|".join(a.agent for a in task.coordinate),
         task.timeframe.end if task.timeframe else None)
        for task in record.tasks
        if task.lead
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "wanted"), FORMS, ids=IDS)
def test_who_must_do_what_with_whom_and_when(name: str, body: str, wanted: list[Given]) -> None:
    assert given(extract_text(HEAD + body + END)) == wanted, name


@pytest.mark.parametrize(("name", "body", "wanted"), FORMS, ids=IDS)
def test_letters_taken_apart_say_the_same(name: str, body: str, wanted: list[Given]) -> None:
    assert given(extract_text(unicodedata.normalize("NFD", HEAD + body + END))) == wanted, name


@pytest.mark.parametrize(("name", "body", "wanted"), FORMS, ids=IDS)
def test_tones_in_the_old_place_say_the_same(name: str, body: str, wanted: list[Given]) -> None:
    old = body.replace("Ủy", "Uỷ").replace("Hòa", "Hoà").replace("hóa", "hoá").replace("ủy", "uỷ")
    assert given(extract_text(HEAD + old + END)) == wanted, name


PROSE = [form for form in FORMS if not any(mark in form[1] for mark in ("\t", "|", "STT\n"))]


@pytest.mark.parametrize(("name", "body", "wanted"), PROSE, ids=[name for name, _, _ in PROSE])
def test_printed_lines_say_the_same(name: str, body: str, wanted: list[Given]) -> None:
    """A page printed in lines of 60 letters, each paragraph with an indent, as OCR gives it."""
    filler = "\n\n".join(f"{n}. {FILLER}" for n in range(3, 12))
    text = HEAD.replace("Đẩy mạnh việc này trong nông nghiệp.", filler) + body + END
    lines = (
        textwrap.fill(part, 60, initial_indent="      ", break_long_words=False, break_on_hyphens=False)
        if len(part) > 60 else part
        for part in text.split("\n\n")
    )  # fmt: skip
    assert given(extract_text("\n".join(lines))) == wanted, name


LETTER = """UBND TỈNH NGHỆ AN
Số: 45/UBND-VX
V/v kiểm kê kho sách cũ

Nghệ An, ngày 3 tháng 2 năm 2025

Kính gửi: Các sở, ban, ngành.

Sở Nội vụ đã có báo cáo về việc giữ sách tại các thư viện xã.

Để giữ sách tốt hơn, Ủy ban nhân dân tỉnh đề nghị các sở, ban, ngành chỉ đạo:

1. Kiểm kê kho sách cũ của đơn vị.

2. Giao Sở Y tế soạn mẫu thẻ kho.
"""


def test_the_first_words_of_a_letter_tell_whom_its_items_ask() -> None:
    assert [lead for lead, _, _ in given(extract_text(LETTER + END))] == [
        "Các sở, ban, ngành tỉnh Nghệ An",
        "Sở Y tế tỉnh Nghệ An",
    ]


FILLER = (
    "Nâng cao nhận thức của người dân về lợi ích của nông nghiệp số, tạo nền tảng để phát triển "
    "bền vững và giữ gìn môi trường sống trong lành cho các thế hệ mai sau."
)
