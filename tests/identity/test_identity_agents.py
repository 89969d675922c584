"""Canonical names: full, with the jurisdiction, the same for every spelling."""

from __future__ import annotations

import pytest

from kg.extract.agencies import agencies
from kg.identity.agents import Resolver, known_place
from kg.model import Agent
from kg.shape import Scope
from kg.text import view

PROVINCE = Scope(
    "Ủy ban nhân dân tỉnh Lào Cai", "province-government", "", "Lào Cai", "tỉnh Lào Cai"
)
CITY = Scope(
    "Thành ủy Tam Điệp",
    "district-party",
    "",
    "Ninh Bình",
    "tỉnh Ninh Bình",
    "thành phố Tam Điệp",
    province_inferred=True,
)
DEPARTMENT = Scope(
    "Sở Y tế tỉnh Lào Cai",
    "provincial-department",
    "Sở Y tế tỉnh Lào Cai",
    "Lào Cai",
    "tỉnh Lào Cai",
)
CENTRAL = Scope("Chính phủ", "central-government")


def agent(words: str, scope: Scope) -> Agent:
    (found,) = agencies(words, view(words))
    return Resolver(scope).resolve(found)


@pytest.mark.parametrize(
    ("words", "canonical"),
    [
        ("Sở Y tế", "Sở Y tế tỉnh Lào Cai"),
        ("Sở Y tế tỉnh", "Sở Y tế tỉnh Lào Cai"),
        ("SỞ Y TẾ", "Sở Y tế tỉnh Lào Cai"),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ tỉnh Lào Cai"),
        ("Sở Y tế tỉnh Yên Bái", "Sở Y tế tỉnh Yên Bái"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("UBND huyện Bảo Yên", "Ủy ban nhân dân huyện Bảo Yên"),
        ("Tỉnh ủy", "Tỉnh ủy Lào Cai"),
        ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Lào Cai"),
        ("Công an tỉnh", "Công an tỉnh Lào Cai"),
        ("Báo Lào Cai", "Báo Lào Cai"),
        ("Bộ Chính trị", "Bộ Chính trị"),
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
        ("Bộ NN&PTNT", "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("các sở, ngành", "Các sở, ban, ngành tỉnh Lào Cai"),
        ("các sở, ngành có liên quan", "Các sở, ban, ngành tỉnh Lào Cai"),
        ("các sở, ngành, địa phương", "Các sở, ngành, địa phương tỉnh Lào Cai"),
        ("các đơn vị có liên quan", "Các đơn vị liên quan tỉnh Lào Cai"),
        (
            "UBND các huyện, thị xã, thành phố",
            "Ủy ban nhân dân các huyện, thị xã, thành phố tỉnh Lào Cai",
        ),
        ("UBND cấp huyện", "Ủy ban nhân dân các huyện, thị xã, thành phố tỉnh Lào Cai"),
        ("các huyện, thành phố", "Ủy ban nhân dân các huyện, thành phố tỉnh Lào Cai"),
        ("các doanh nghiệp", "Các doanh nghiệp (tỉnh Lào Cai)"),
        (
            "các doanh nghiệp, hợp tác xã trên địa bàn tỉnh",
            "Các doanh nghiệp, hợp tác xã trên địa bàn tỉnh Lào Cai",
        ),
        ("các bộ, ngành", "Các bộ, ngành"),
    ],
)
def test_names_in_a_plan_of_a_province(words: str, canonical: str) -> None:
    assert agent(words, PROVINCE).canonical == canonical


@pytest.mark.parametrize(
    ("words", "canonical"),
    [
        ("Thành ủy", "Thành ủy Tam Điệp"),
        ("Tỉnh ủy", "Tỉnh ủy Ninh Bình"),
        ("UBND thành phố", "Ủy ban nhân dân thành phố Tam Điệp"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Ninh Bình"),
        ("MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Tam Điệp"),
    ],
)
def test_names_in_a_plan_of_a_district(words: str, canonical: str) -> None:
    assert agent(words, CITY).canonical == canonical


@pytest.mark.parametrize(
    ("words", "canonical", "parent"),
    [
        ("Phòng Nghiệp vụ Y", "Phòng Nghiệp vụ Y (Sở Y tế tỉnh Lào Cai)", "Sở Y tế tỉnh Lào Cai"),
        (
            "các phòng, đơn vị trực thuộc Sở",
            "Các phòng, đơn vị trực thuộc Sở Y tế tỉnh Lào Cai",
            "Sở Y tế tỉnh Lào Cai",
        ),
        ("Sở Tài chính", "Sở Tài chính tỉnh Lào Cai", None),
        ("Văn phòng Sở", "Văn phòng Sở (Sở Y tế tỉnh Lào Cai)", "Sở Y tế tỉnh Lào Cai"),
    ],
)
def test_names_in_a_plan_of_a_department(words: str, canonical: str, parent: str | None) -> None:
    found = agent(words, DEPARTMENT)
    assert (found.canonical, found.parent) == (canonical, parent)


@pytest.mark.parametrize("words", ["Bộ Y tế", "Chính phủ", "Quốc hội", "Thủ tướng Chính phủ"])
def test_central_bodies_get_no_place(words: str) -> None:
    found = agent(words, CENTRAL)
    assert (found.canonical, found.place, found.place_inferred) == (words, None, False)


def test_a_place_that_is_added_is_said_to_be_inferred() -> None:
    assert agent("Sở Y tế", PROVINCE).place_inferred
    assert not agent("Sở Y tế tỉnh Yên Bái", PROVINCE).place_inferred
    assert agent("Sở Y tế", PROVINCE).place == "Tỉnh Lào Cai"


def test_a_formula_with_localities_tells_its_members() -> None:
    found = agent("các sở, ngành, địa phương", PROVINCE)
    assert found.collective
    assert found.members == ("Các sở, ban, ngành tỉnh Lào Cai",
                             "Ủy ban nhân dân các huyện, thị xã, thành phố tỉnh Lào Cai")  # fmt: skip


def test_same_words_in_two_provinces_are_two_bodies() -> None:
    other = Scope("x", "province-government", "", "Yên Bái", "tỉnh Yên Bái")
    assert agent("Sở Y tế", PROVINCE).canonical != agent("Sở Y tế", other).canonical


@pytest.mark.parametrize(
    ("words", "known"),
    [("Hà Giang", True), ("TAM ĐIỆP", True), ("Hoà Bình", True), ("Sao Hỏa", False)],
)
def test_known_places(words: str, known: bool) -> None:  # noqa: FBT001  (a row of a table)
    assert known_place(words) is known
