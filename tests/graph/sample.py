"""Two made-up documents with every kind of finding, each quoted from a text of our own."""

from __future__ import annotations

import functools

from pyoxigraph import Store
from quoting import mention, quote, said, source

from kg.graph.store import load_ontology, replace_document
from kg.graph.triples import Run, graph_of, to_quads
from kg.model import (
    Agent,
    ChainLink,
    DocumentRecord,
    Funding,
    Goal,
    Header,
    Pinpoint,
    Quote,
    Reference,
    Report,
    Scheme,
    Section,
    Slip,
    Span,
    Stated,
    Target,
    Task,
    Timeframe,
)

RUN = Run("0.1.0", "abc123abc123")

PLAN = """ỦY BAN NHÂN DÂN TỈNH SÔNG TRÀ
Số: 12/KH-UBND
Sông Trà, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Phát triển thư viện số trên địa bàn tỉnh Sông Trà
Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;
Thực hiện Nghị quyết số 07-NQ/TW ngày 02/02/2023 của Bộ Chính trị và Chương trình số 15-CTr/TU \
ngày 01/6/2023 của Tỉnh ủy Sông Trà thực hiện Nghị quyết số 07-NQ/TW; \
Quyết định số 33/QĐ-TTg ngày 09/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án Thư viện số.
I. MỤC TIÊU
- Số hóa 500 - 600 đầu sách đến năm 2030.
- Nâng cao văn hóa đọc.
II. NHIỆM VỤ
1. Số hóa kho sách theo Nghị quyết số 07-NQ/TW.
Cơ quan chủ trì: Sở Văn hóa; cơ quan phối hợp: Sở Tài chính, các sở, ngành.
Thời gian: Năm 2024-2030.
2. Đào tạo cán bộ thư viên.
Cơ quan chủ trì: Sở Văn hóa và Sở Nội vụ. Thời gian: Hàng năm.
3. Phổ biến sách hay.
4. Các sở, ban, ngành xây dựng kế hoạch riêng.
III. KINH PHÍ
Ngân sách tỉnh.
IV. BÁO CÁO
Các sở, ban, ngành báo cáo UBND tỉnh qua Sở Văn hóa trước ngày 15/12 hàng năm.
KT. CHỦ TỊCH
Nguyễn Thị Mẫu
"""

LETTER = """BAN THƯỜNG VỤ THÀNH ỦY BÌNH GIANG
KẾ HOẠCH
thực hiện Chỉ thị số 21-CT/TW ngày 04/4/2024 của Ban Bí thư
Nội dung tham khảo khoản 2, khoản 3 Mục II Nghị quyết số 07-NQ/TW ngày 02/02/2023 của Bộ Chính trị.
1. Ban Tuyên giáo Thành ủy phối hợp với Phòng Văn hóa mở lớp đọc sách trước ngày 30/9/2025.
2. Phòng Văn hóa (Ủy ban nhân dân thành phố) thường xuyên kiểm tra.
"""


CULTURE = "Sở Văn hóa tỉnh Sông Trà"
MONEY = "Sở Tài chính tỉnh Sông Trà"
HOME = "Sở Nội vụ tỉnh Sông Trà"
BOARD = "Ban Chỉ đạo"
ALL = "Các sở, ban, ngành tỉnh Sông Trà"
COUNCIL = "Ủy ban nhân dân tỉnh Sông Trà"
PROVINCE = "Tỉnh Sông Trà"


def _cited(  # noqa: PLR0913 - a row of parts as they are printed
    text: str,
    number: str,
    kind: str,
    date: str,
    issuer: str,
    relation: str,
    first: str,
    *,
    issued: str = "",
    also: tuple[str, ...] = (),
    points: tuple[tuple[str, tuple[str, ...]], ...] = (),
) -> Reference:
    start, mentions = -1, []
    while (start := text.find(number, start + 1)) >= 0:
        mentions.append(Quote(Span(start, start + len(number)), number))
    return Reference(
        key=number,
        number=number,
        type=kind,
        title=None,
        date=date,
        issuer=issuer,
        issuer_quote=quote(text, issued) if issued else None,
        issuer_inferred=not issued,
        relation=relation,  # type: ignore[arg-type]  # one of the five, spelt in the rows below
        relation_quote=None,
        also=also,
        first=quote(text, first),
        mentions=tuple(mentions),
        pinpoints=tuple(
            Pinpoint(quote(text, words), paths, mentions[0].span, "reference.pinpoint")
            for words, paths in points
        ),
    )


def _plan_references() -> tuple[Reference, ...]:
    law = quote(PLAN, "Luật Thư viện ngày 21 tháng 11 năm 2019")
    return (
        Reference(
            key="Luật Thư viện",
            number=None,
            type="Luật",
            title="Luật Thư viện",
            date="2019-11-21",
            issuer=None,
            issuer_quote=None,
            issuer_inferred=False,
            relation="based_on",
            relation_quote=quote(PLAN, "Căn cứ Luật Thư viện"),
            also=(),
            first=law,
            mentions=(law,),
        ),
        _cited(PLAN, "07-NQ/TW", "Nghị quyết", "2023-02-02", "Bộ Chính trị", "implements",
               "Nghị quyết số 07-NQ/TW ngày 02/02/2023", issued="Bộ Chính trị"),
        _cited(PLAN, "15-CTr/TU", "Chương trình", "2023-06-01", "Tỉnh ủy Sông Trà", "implements",
               "Chương trình số 15-CTr/TU ngày 01/6/2023", issued="Tỉnh ủy Sông Trà",
               also=("based_on",)),
        _cited(PLAN, "33/QĐ-TTg", "Quyết định", "2022-01-09", "Thủ tướng Chính phủ", "cites",
               "Quyết định số 33/QĐ-TTg ngày 09/01/2022", issued="Thủ tướng Chính phủ"),
    )  # fmt: skip


def _plan_tasks() -> tuple[Task, ...]:
    t, section = PLAN, "NHIỆM VỤ"
    return (
        Task("II.1", "II", section, quote(t, "Số hóa kho sách theo Nghị quyết số 07-NQ/TW."),
             "explicit", lead=(mention(t, CULTURE, "Sở Văn hóa"),),
             lead_quote=quote(t, "Sở Văn hóa"), lead_role="chủ trì",
             coordinate=(mention(t, MONEY, "Sở Tài chính"), mention(t, ALL, "các sở, ngành")),
             coordinate_quote=quote(t, "Sở Tài chính, các sở, ngành"),
             timeframe=Timeframe("interval", quote(t, "Năm 2024-2030"), "2024", "2030"),
             refs=("07-NQ/TW",)),
        Task("II.2", "II", section, quote(t, "Đào tạo cán bộ thư viên."), "explicit",
             lead=(mention(t, CULTURE, "Sở Văn hóa", 1), mention(t, HOME, "Sở Nội vụ")),
             lead_quote=quote(t, "Sở Văn hóa và Sở Nội vụ"), lead_role="chủ trì",
             timeframe=Timeframe("annual", quote(t, "Hàng năm"), month_day="--12-01")),
        Task("II.3", "II", section, quote(t, "Phổ biến sách hay."), "unassigned",
             near_duplicate_of="II.1"),
        Task("II.4", "II", section, quote(t, "Các sở, ban, ngành xây dựng kế hoạch riêng."),
             "assigned", lead=(mention(t, ALL, "Các sở, ban, ngành"),), lead_role="assigned",
             outside_org_section=True),
    )  # fmt: skip


def _plan_agents() -> tuple[Agent, ...]:
    offices = (CULTURE, MONEY, HOME)
    return (
        Agent("Bộ Chính trị", "Bộ Chính trị", "party-committee"),
        Agent("Thủ tướng Chính phủ", "Thủ tướng Chính phủ", "government"),
        Agent("Tỉnh ủy Sông Trà", "Tỉnh ủy", "party-committee", place=PROVINCE),
        Agent(COUNCIL, "Ủy ban nhân dân", "people-committee", place=PROVINCE,
              surfaces=("UBND tỉnh", COUNCIL)),
        *(Agent(each, each.removesuffix(" tỉnh Sông Trà"), "department", place=PROVINCE,
                place_inferred=True) for each in offices),
        Agent(ALL, "Các sở, ban, ngành", "collective", collective=True, place=PROVINCE,
              place_inferred=True, members=offices),
        Agent(BOARD, BOARD, "other", undecided="the words do not say which one"),
    )  # fmt: skip


def _section(text: str, name: str, title: str, role: str, end: str) -> Section:
    start = text.index(f"{name}. {title}")
    span = Span(start, text.index(end, start) + len(end))
    return Section(name, f"{name}.", quote(text, title, 1 if title == "BÁO CÁO" else 0), span, 1,
                   role=role)  # fmt: skip


def plan() -> DocumentRecord:
    """Give a provincial plan that prints everything."""
    t = PLAN
    deadline = quote(t, "trước ngày 15/12 hàng năm")
    duty = quote(t, "Các sở, ban, ngành báo cáo UBND tỉnh qua Sở Văn hóa")
    return DocumentRecord(
        source=source("ke-hoach-12.txt", t),
        document=Header(
            number=said(t, "12/KH-UBND"),
            type=said(t, "Kế hoạch", "KẾ HOẠCH"),
            title=said(t, "Phát triển thư viện số trên địa bàn tỉnh Sông Trà"),
            issuer=said(t, COUNCIL, "ỦY BAN NHÂN DÂN TỈNH SÔNG TRÀ"),
            level="province-government",
            place=said(t, PROVINCE, "tỉnh Sông Trà"),
            date=said(t, "2024-03-05", "ngày 05 tháng 3 năm 2024"),
            signer=said(t, "Nguyễn Thị Mẫu"),
            signer_title=said(t, "Chủ tịch", "KT. CHỦ TỊCH"),
            recipients=(quote(t, "UBND tỉnh"),),
        ),
        references=_plan_references(),
        chain=(
            ChainLink("15-CTr/TU", "implements", "07-NQ/TW",
                      quote(t, "của Tỉnh ủy Sông Trà thực hiện Nghị quyết số 07-NQ/TW")),
        ),
        sections=(
            _section(t, "I", "MỤC TIÊU", "goal", "đọc."),
            _section(t, "II", "NHIỆM VỤ", "action", "riêng."),
            _section(t, "III", "KINH PHÍ", "funding", "tỉnh."),
        ),
        appendix_title="Phụ lục nhiệm vụ",
        tasks=_plan_tasks(),
        reporting=(
            Report("IV", (mention(t, ALL, "Các sở, ban, ngành", 1),), duty,
                   mention(t, COUNCIL, "UBND tỉnh"), mention(t, CULTURE, "Sở Văn hóa", 2),
                   deadline, "annual", "--12-15", duty),
            Report("IV", (mention(t, CULTURE, "Sở Văn hóa", 2),), None,
                   mention(t, COUNCIL, "UBND tỉnh"), None, None, "ad-hoc", None, duty),
        ),
        targets=(
            Target("I.-1", quote(t, "Số hóa 500 - 600 đầu sách đến năm 2030."),
                   quote(t, "500 - 600"), 500, 600, "đầu sách", by="2030", in_task="II.1"),
        ),
        goals=(Goal("I.-2", quote(t, "Nâng cao văn hóa đọc.")),),
        funding=(Funding("III.p1", quote(t, "Ngân sách tỉnh")),),
        slips=(Slip("II.2", quote(t, "thư viên"), "thư viện", "sure"),),
        schemes=(Scheme("Thư viện số", "Đề án", "approved_by", "33/QĐ-TTg",
                        (quote(t, "phê duyệt Đề án Thư viện số"),)),),
        agents=_plan_agents(),
    )  # fmt: skip


CITY = "Thành phố Bình Giang, tỉnh Núi Lam"
CITY_PARTY = "Ban Thường vụ Thành ủy Bình Giang"
CITY_COUNCIL = "Ủy ban nhân dân thành phố Bình Giang"
PRESS_OFFICE = "Ban Tuyên giáo Thành ủy Bình Giang"
CITY_OFFICE = "Phòng Văn hóa (Ủy ban nhân dân thành phố Bình Giang)"


def letter() -> DocumentRecord:
    """Give a city's Party plan without number or date, its place known only by inference."""
    t = LETTER
    deadline = quote(t, "trước ngày 30/9/2025")
    return DocumentRecord(
        source=source("thanh-uy.txt", t),
        document=Header(
            type=said(t, "Kế hoạch", "KẾ HOẠCH"),
            title=said(t, "thực hiện Chỉ thị số 21-CT/TW ngày 04/4/2024 của Ban Bí thư"),
            issuer=said(t, CITY_PARTY, "BAN THƯỜNG VỤ THÀNH ỦY BÌNH GIANG"),
            level="district-party",
            place=Stated(CITY, None, inferred=True, evidence="the city of the issuer's name"),
            date_not_before="2024-04-04",
        ),
        references=(
            _cited(t, "21-CT/TW", "Chỉ thị", "2024-04-04", "Ban Bí thư", "implements",
                   "Chỉ thị số 21-CT/TW ngày 04/4/2024", issued="Ban Bí thư"),
            _cited(t, "07-NQ/TW", "Nghị quyết", "2023-02-02", "Bộ Chính trị", "cites",
                   "Nghị quyết số 07-NQ/TW ngày 02/02/2023", points=(
                       ("khoản 2, khoản 3 Mục II", ("mục II/khoản 2", "mục II/khoản 3")),)),
        ),
        tasks=(
            Task("1", "", "", quote(t, "mở lớp đọc sách trước ngày 30/9/2025."), "assigned",
                 lead=(mention(t, PRESS_OFFICE, "Ban Tuyên giáo Thành ủy"),),
                 lead_role="phối hợp", coordinate=(mention(t, CITY_OFFICE, "Phòng Văn hóa"),),
                 timeframe=Timeframe("deadline", deadline, None, "2025-09-30")),
            Task("2", "", "", quote(t, "thường xuyên kiểm tra."), "assigned",
                 lead=(mention(t, CITY_OFFICE, "Phòng Văn hóa", 1),), lead_role="assigned",
                 timeframe=Timeframe("ongoing", quote(t, "thường xuyên"))),
        ),
        agents=(
            Agent("Bộ Chính trị", "Bộ Chính trị", "party-committee"),
            Agent("Ban Bí thư", "Ban Bí thư", "party-committee"),
            Agent(CITY_PARTY, "Ban Thường vụ Thành ủy", "party-committee", place=CITY),
            Agent(PRESS_OFFICE, "Ban Tuyên giáo Thành ủy", "party-organ", place=CITY),
            Agent(CITY_OFFICE, "Phòng Văn hóa", "internal-unit", place=CITY, place_inferred=True,
                  parent=CITY_COUNCIL),
        ),
    )  # fmt: skip


def records() -> tuple[DocumentRecord, ...]:
    return plan(), letter()


@functools.cache
def loaded() -> Store:
    """Give the two documents in memory, for tests that only read."""
    store = Store()
    load_ontology(store)
    for record in records():
        replace_document(store, graph_of(record), to_quads(record, RUN))
    return store
