"""Places have days: labels of the document's day, cities inside provinces, two levels since July 2025."""

from __future__ import annotations

import pytest
from asked import answer, paper

from kg.pipeline import extract_text

PROVINCE, CITY = "province-government", "district-government"


def row(surface: str, issuer: str, place: str, day: str, section: str = "") -> dict[str, str]:
    return {"surface": surface, "issuer": issuer, "place": place, "date": day, "section": section}


def committee(place: str) -> str:
    return f"Ủy ban nhân dân {place}"


@pytest.mark.parametrize(
    ("place", "day", "label", "level"),
    [
        ("tỉnh Quảng Ninh", "2026-08-31", "tỉnh Quảng Ninh", PROVINCE),
        ("thành phố Quảng Ninh", "2026-10-05", "thành phố Quảng Ninh", PROVINCE),
        ("thành phố Bắc Ninh", "2024-03-05", "thành phố Bắc Ninh, tỉnh Bắc Ninh", CITY),
        ("thành phố Bắc Ninh", "2026-09-20", "thành phố Bắc Ninh", PROVINCE),
        ("tỉnh Thừa Thiên Huế", "2024-12-31", "tỉnh Thừa Thiên Huế", PROVINCE),
        ("thành phố Huế", "2024-12-31", "thành phố Huế, tỉnh Thừa Thiên Huế", CITY),
        ("thành phố Huế", "2025-01-01", "thành phố Huế", PROVINCE),
        ("tỉnh Đồng Nai", "2026-04-29", "tỉnh Đồng Nai", PROVINCE),
        ("thành phố Đồng Nai", "2026-04-30", "thành phố Đồng Nai", PROVINCE),
        ("thành phố Tam Điệp", "2024-03-05", "thành phố Tam Điệp", CITY),
    ],
)
def test_an_issuer_bears_the_label_of_its_day(place: str, day: str, label: str, level: str) -> None:
    told = row("Sở Y tế", committee(place), place[:1].upper() + place[1:], day)
    head = extract_text(paper(told)).document
    assert head.issuer is not None
    assert (head.issuer.value, head.level) == (committee(label), level)


@pytest.mark.parametrize(
    ("surface", "issuer", "day", "canonical"),
    [
        ("UBND thành phố Quảng Ninh", "Chính phủ", "2026-10-05", "Ủy ban nhân dân thành phố Quảng Ninh"),
        ("UBND tỉnh Quảng Ninh", "Chính phủ", "2026-10-05", "Ủy ban nhân dân tỉnh Quảng Ninh"),
        ("UBND thành phố Bắc Ninh", "Chính phủ", "2024-03-05",
         "Ủy ban nhân dân thành phố Bắc Ninh, tỉnh Bắc Ninh"),
        ("UBND thành phố Bắc Ninh", "Chính phủ", "2026-10-05", "Ủy ban nhân dân thành phố Bắc Ninh"),
        ("UBND phường Bình Phước", "Ủy ban nhân dân thành phố Đồng Nai", "2026-05-04",
         "Ủy ban nhân dân phường Bình Phước, thành phố Đồng Nai"),
    ],
)  # fmt: skip
def test_a_printed_place_is_that_of_the_day(
    surface: str, issuer: str, day: str, canonical: str
) -> None:
    place = "Thành phố Đồng Nai" if "Đồng Nai" in issuer else ""
    assert answer(row(surface, issuer, place, day)).canonical == canonical


@pytest.mark.parametrize("surface", ["Sở Y tế", "Giám đốc Sở Y tế"])
def test_a_department_in_a_paper_of_a_district_is_that_of_the_province(surface: str) -> None:
    told = row(surface, committee("huyện Cư Jút"), "Huyện Cư Jút, tỉnh Đắk Nông", "2023-10-17")
    assert answer(told).canonical == "Sở Y tế tỉnh Đắk Nông"


def test_a_unit_says_behind_thuoc_whose_it_is() -> None:
    told = row("Phòng Kinh tế thuộc UBND huyện Cư Jút", committee("tỉnh Đắk Nông"),
               "Tỉnh Đắk Nông", "2023-09-12")  # fmt: skip
    record = extract_text(paper(told))
    assert "Phòng Kinh tế huyện Cư Jút" in {mention.canonical for mention in record.agents}
