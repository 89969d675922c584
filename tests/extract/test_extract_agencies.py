"""Agencies in running text: splits, names with "và" inside, collectives, words that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.agencies import agencies
from kg.shape import AgentFound
from kg.text import view


def found(text: str, *names: str) -> list[AgentFound]:
    return list(agencies(text, view(text), names))


def surfaces(text: str) -> list[str]:
    return [agent.span.of(text) for agent in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi và các đơn vị liên quan",
         ["Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi", "các đơn vị liên quan"]),
        ("Sở Lao động, Thương binh và Xã hội, Sở Tài chính", ["Sở Lao động, Thương binh và Xã hội", "Sở Tài chính"]),
        ("Sở Lao động - Thương binh và Xã hội; Sở Y tế", ["Sở Lao động - Thương binh và Xã hội", "Sở Y tế"]),
        ("Sở Y tế Sở Nội vụ cùng làm", ["Sở Y tế", "Sở Nội vụ"]),  # a comma is missing
        ("Sở Y tế các sở, ngành liên quan", ["Sở Y tế", "các sở, ngành liên quan"]),
        ("giao Sở Y tế và Sở Nội vụ rà soát", ["Sở Y tế", "Sở Nội vụ"]),
        ("Sở Văn hóa, Thể thao và Du lịch và UBND các xã", ["Sở Văn hóa, Thể thao và Du lịch", "UBND các xã"]),
        ("các sở, ban, ngành và UBND các huyện, thành phố", ["các sở, ban, ngành", "UBND các huyện, thành phố"]),
        ("Các sở, ngành, địa phương và đơn vị có liên quan",
         ["Các sở, ngành, địa phương", "đơn vị có liên quan"]),
        ("UBND huyện Cư Jút và UBND các xã", ["UBND huyện Cư Jút", "UBND các xã"]),
        ("UBND các xã, phường, thị trấn", ["UBND các xã, phường, thị trấn"]),
        ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh, Công an tỉnh", ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "Công an tỉnh"]),
        ("Báo Hà Giang, Đài Phát thanh và Truyền hình tỉnh", ["Báo Hà Giang", "Đài Phát thanh và Truyền hình tỉnh"]),
        ("các doanh nghiệp, hợp tác xã trên địa bàn tỉnh", ["các doanh nghiệp, hợp tác xã trên địa bàn tỉnh"]),
        ("Văn phòng UBND tỉnh và Thường trực HĐND tỉnh", ["Văn phòng UBND tỉnh", "Thường trực HĐND tỉnh"]),
        ("Thủ trưởng các sở, ngành", ["các sở, ngành"]),
        ("đề nghị các Bộ, cơ quan ngang Bộ xem xét", ["các Bộ, cơ quan ngang Bộ"]),
        ("SỞ Y TẾ, CÔNG AN TỈNH", ["SỞ Y TẾ", "CÔNG AN TỈNH"]),
    ],
)  # fmt: skip
def test_agents_stand_apart(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "level", "place"),
    [
        ("Uỷ ban nhân dân tỉnh Hà Giang", "Ủy ban nhân dân", "tỉnh", "Hà Giang"),
        ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân", "tỉnh", ""),
        ("UBND thành phố Hà Giang", "Ủy ban nhân dân", "thành phố", "Hà Giang"),
        ("UBND xã Nậm Ty", "Ủy ban nhân dân", "xã", "Nậm Ty"),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ", "", ""),
        ("Sở KHCN tỉnh", "Sở Khoa học và Công nghệ", "tỉnh", ""),
        ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn", "", ""),
        ("Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch", "", ""),
        ("Tỉnh uỷ Hà Giang", "Tỉnh ủy", "", "Hà Giang"),
        ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "", ""),
        ("Hội Nông dân tỉnh", "Hội Nông dân", "tỉnh", ""),
        ("HĐND tỉnh Cà Mau", "Hội đồng nhân dân", "tỉnh", "Cà Mau"),
        ("Bộ NN&PTNT", "Bộ Nông nghiệp và Phát triển nông thôn", "", ""),
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ", "", ""),
    ],
)
def test_a_body_has_name_level_and_place(text: str, name: str, level: str, place: str) -> None:
    (agent,) = found(f"{text} ban hành")
    assert (agent.name, agent.level, agent.place) == (name, level, place)
    assert agent.span.of(text) == text
    assert not agent.collective


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("các sở, ban, ngành", "Các sở, ban, ngành"),
        ("các Sở, ngành có liên quan", "Các sở, ban, ngành"),
        ("các sở - ngành", "Các sở, ban, ngành"),
        ("sở, ngành liên quan", "Các sở, ban, ngành"),
        ("các sở ngành", "Các sở, ban, ngành"),
        ("các sở, ban, ngành, địa phương", "Các sở, ngành, địa phương"),
        ("các bộ, ngành", "Các bộ, ngành"),
        ("các bộ, ngành và địa phương", "Các bộ, ngành, địa phương"),
        ("các đơn vị có liên quan", "Các đơn vị liên quan"),
        ("các cơ quan, đơn vị có liên quan", "Các cơ quan, đơn vị liên quan"),
        ("các tổ chức chính trị - xã hội", "Các tổ chức chính trị - xã hội"),
        ("các doanh nghiệp", "Các doanh nghiệp"),
        ("các viện nghiên cứu, trường đại học", "Các viện nghiên cứu, trường đại học"),
        ("UBND cấp huyện", "Ủy ban nhân dân cấp huyện"),
        ("UBND các huyện, thị xã, thành phố", "Ủy ban nhân dân các huyện, thị xã, thành phố"),
        ("các huyện, thành phố", "Ủy ban nhân dân các huyện, thành phố"),
        ("HĐND các huyện", "Hội đồng nhân dân các huyện"),
        ("Công an các huyện", "Công an các huyện"),
        ("các phòng, đơn vị trực thuộc Sở", "Các phòng, đơn vị trực thuộc"),
    ],
)
def test_a_collective_has_one_normal_name(text: str, name: str) -> None:
    (agent,) = found(text)
    assert (agent.name, agent.collective, agent.span.of(text)) == (name, True, text)


@pytest.mark.parametrize(
    "text",
    [
        "cán bộ y tế xuống thôn", "ban hành kế hoạch", "tại cơ sở", "một cách đồng bộ", "đồng bộ, hiệu quả",
        "sở hữu trí tuệ", "Sở hữu công nghiệp", "công sở", "hội nhập quốc tế", "Hội nhập", "toàn bộ số hộ",
        "Bộ luật", "bộ phận một cửa", "Bộ phận tiếp nhận", "cán bộ, công chức, viên chức", "sở thích",
        "đại hội", "Đại hội Đảng", "bộ đội", "phòng chống dịch", "Phòng chống thiên tai", "ban đầu",
        "báo cáo", "Báo cáo kết quả", "đài sen", "viện phí", "trường hợp", "quỹ đất", "Trạm biến áp",
        "nội bộ", "tiến bộ kỹ thuật", "cấp giấy phép", "Cấp giấy phép", "công an", "thanh tra việc này", "Thuế suất",
        "chính phủ điện tử", "ủy ban", "trung tâm của vùng", "",
    ],
)  # fmt: skip
def test_other_words_are_no_agent(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công ty Hòa Phát tổ chức hội chợ", ["Công ty Hòa Phát"]),  # a verb is taken for the name
        ("Chi cục Trồng trọt và Bảo vệ thực vật", ["Chi cục Trồng trọt và Bảo vệ thực vật"]),
        ("Viện Khoa học kỹ thuật Tây Bắc", ["Viện Khoa học kỹ thuật Tây Bắc"]),
        ("Trường Đại học Tây Bắc", ["Trường Đại học Tây Bắc"]),
        ("Ngân hàng Nhà nước chi nhánh tỉnh Cà Mau", ["Ngân hàng Nhà nước chi nhánh tỉnh Cà Mau"]),
        ("Ngân hàng Nhà nước Chi nhánh tỉnh Cà Mau", ["Ngân hàng Nhà nước Chi nhánh tỉnh Cà Mau"]),
        (
            "tại cơ sở, ngành nghề nông thôn",
            [],
        ),  # the formula begins inside a word of two syllables
        ("các cơ sở dữ liệu", []),
        ("các trường hợp đặc biệt", []),
        ("tổ chức các hội thảo, hội nghị", []),
        ("theo các cấp độ", []),
        ("các xã hội phát triển", []),
        ("trong các ngành kinh tế", []),
    ],
)
def test_names_that_syllables_mislead(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


def test_a_name_of_the_document_itself_goes_before_capitals() -> None:
    text = "Giao Trại giống cây ăn quả Đồng Tâm nhân giống"
    assert [a.name for a in found(text, "Trại giống cây ăn quả Đồng Tâm")] == [
        "Trại giống cây ăn quả Đồng Tâm"
    ]


PHRASE = st.sampled_from(
    ["Sở Y tế", "Sở KH&CN", "UBND tỉnh", "UBND các huyện", "các sở, ban, ngành", "đơn vị liên quan", "các cấp",
     "Công an", "tỉnh Hà Giang", "và", ",", ";", "có liên quan", "Ban Quản lý", "các Khu", "chủ trì", "Thành ủy",
     "các", "sở", "bộ", "trực thuộc", "trên địa bàn", "\n", "-", "/", "(", ")", "Phòng Abc", "İ", "Uỷ ban"],
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PHRASE, max_size=14), st.sampled_from([" ", "", "  "]))
def test_spans_are_in_order_and_never_overlap(words: list[str], gap: str) -> None:
    text = gap.join(words)
    spans = [agent.span for agent in found(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() for span in spans)


@given(st.text())
def test_any_text_has_agents_or_none(text: str) -> None:
    assert all(agent.name and agent.span.of(text) for agent in found(text))
