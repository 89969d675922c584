"""Provinces and districts by id, code, name and day."""

from __future__ import annotations

import datetime as dt
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.districts import district, district_by_code, districts, districts_named
from kg.identity.places import district_named, province_named
from kg.identity.provinces import (
    REFORM,
    by_code,
    holder_of,
    label_on,
    naming_on,
    namings,
    origin_of,
    province,
    provinces_on,
)

LAST = "2025-06-30"
OLD = provinces_on(LAST)
NEW = provinces_on(REFORM)
DAYS = st.dates(dt.date(2008, 8, 1), dt.date(2040, 1, 1)).map(dt.date.isoformat)
KEYS = st.sampled_from([each.id for each in OLD])


@given(DAYS)
def test_a_day_has_63_provinces_or_34(day: str) -> None:
    assert len(provinces_on(day)) == (63 if day < REFORM else 34)


@given(DAYS)
def test_a_code_of_a_day_names_one_province(day: str) -> None:
    codes = [each.code_on(day) for each in provinces_on(day)]
    assert codes == sorted(set(codes))
    assert [by_code(code, day) for code in codes] == list(provinces_on(day))


@given(KEYS, DAYS)
def test_every_area_has_a_holder_that_stands(key: str, day: str) -> None:
    holder = holder_of(key, day)
    assert holder in provinces_on(day)
    assert holder_of(holder.id, day) == holder
    assert province(key).stands_on(day) == (holder.id == key)


@given(KEYS, DAYS)
def test_one_name_on_each_day_of_its_life(key: str, day: str) -> None:
    assert (label_on(key, day) is not None) == province(key).stands_on(day)
    fitting = [each for each in namings(key) if each.valid_from <= day <= (each.valid_to or "9999")]
    assert fitting == [naming_on(key, day)] * len(fitting)
    assert bool(province(key).code_on(day)) == province(key).stands_on(day)


def test_the_thirty_four_are_made_of_the_sixty_three() -> None:
    parts = [part for whole in NEW for part in origin_of(whole.id)]
    assert sorted(part.id for part in parts) == sorted(each.id for each in OLD)
    assert all(whole in origin_of(whole.id) for whole in NEW)
    assert all(origin_of(each.id) == () for each in OLD if each not in NEW)


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("15", "yen-bai", "lao-cai"),
        ("24", "bac-giang", "bac-ninh"),
        ("44", "quang-binh", "quang-tri"),
        ("52", "binh-dinh", "gia-lai"),
        ("80", "long-an", "tay-ninh"),
        ("82", "tien-giang", "dong-thap"),
        ("91", "kien-giang", "an-giang"),
        ("67", "dak-nong", None),  # its code rests since
        ("01", "ha-noi", "ha-noi"),
        ("03", None, None),  # never given out here
    ],
)
def test_a_code_is_read_by_its_day(code: str, before: str | None, after: str | None) -> None:
    then, now = by_code(code, LAST), by_code(code, REFORM)
    assert (then.id if then else None, now.id if now else None) == (before, after)


@pytest.mark.parametrize(
    ("key", "day", "label", "english"),
    [
        ("hue", "2024-12-31", "Tỉnh Thừa Thiên Huế", "Thua Thien Hue Province"),
        ("hue", "2025-01-01", "Thành phố Huế", "Hue City"),
        ("dong-nai", "2026-04-29", "Tỉnh Đồng Nai", "Dong Nai Province"),
        ("dong-nai", "2026-04-30", "Thành phố Đồng Nai", "Dong Nai City"),
        ("quang-ninh", "2026-08-31", "Tỉnh Quảng Ninh", "Quang Ninh Province"),
        ("quang-ninh", "2026-09-01", "Thành phố Quảng Ninh", "Quang Ninh City"),
        ("bac-ninh", "2026-09-19", "Tỉnh Bắc Ninh", "Bac Ninh Province"),
        ("bac-ninh", "2026-09-20", "Thành phố Bắc Ninh", "Bac Ninh City"),
        ("ba-ria-vung-tau", LAST, "Tỉnh Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau Province"),
        ("dak-nong", LAST, "Tỉnh Đắk Nông", "Dak Nong Province"),
        ("dak-nong", REFORM, None, None),
    ],
)
def test_a_label_is_that_of_its_day(
    key: str, day: str, label: str | None, english: str | None
) -> None:
    naming = naming_on(key, day)
    assert (label_on(key, day), naming.en if naming else None) == (label, english)


@pytest.mark.parametrize(
    ("day", "cities"),
    [
        ("2024-12-31", 5),
        (LAST, 6),
        (REFORM, 6),
        ("2026-04-30", 7),
        ("2026-09-01", 8),
        ("2026-09-20", 9),
    ],
)
def test_so_many_cities_under_the_centre(day: str, cities: int) -> None:
    kinds = [naming.kind for each in provinces_on(day) if (naming := naming_on(each.id, day))]
    assert len(kinds) == len(provinces_on(day))
    assert kinds.count("thành phố") == cities


@pytest.mark.parametrize("day", ["2025-02-30", "1/7/2025", "", "2025"])
def test_a_day_that_no_calendar_has_is_refused(day: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|day is out of range|month must be"):
        provinces_on(day)


def test_an_unknown_id_is_refused_and_a_record_stays_as_it_is() -> None:
    with pytest.raises(KeyError):
        province("atlantis")
    with pytest.raises(KeyError):
        district("ninh-binh/atlantis")
    with pytest.raises(FrozenInstanceError):
        province("hue").name = "Phú Xuân"  # type: ignore[misc]


def test_a_district_is_found_by_id_code_and_name() -> None:
    assert len(districts()) == len({each.id for each in districts()}) == 696
    for each in districts():
        assert district(each.id) == each == district_by_code(each.code)
        assert each in districts_named(each.name.upper(), each.province)
        assert province(each.province) in OLD
    assert district_by_code("000") is None


@pytest.mark.parametrize(
    ("name", "within", "found"),
    [
        ("Tam Điệp", "", ["ninh-binh/tam-diep"]),
        ("TAM ĐIỆP", "", ["ninh-binh/tam-diep"]),
        ("Tam Nông", "", ["phu-tho/tam-nong", "dong-thap/tam-nong"]),
        ("Tam Nông", "phu-tho", ["phu-tho/tam-nong"]),
        ("Cao Lãnh", "dong-thap", ["dong-thap/thanh-pho-cao-lanh", "dong-thap/huyen-cao-lanh"]),
        ("1", "", ["ho-chi-minh/quan-1"]),
        ("Đắk RLấp", "", ["dak-nong/dak-r-lap"]),  # a spelling
        ("Tam Điệp", "hue", []),
        ("Núi Lam", "", []),
    ],
)
def test_districts_of_a_name(name: str, within: str, found: list[str]) -> None:
    assert [each.id for each in districts_named(name, within)] == found


def test_a_place_that_a_text_names_bears_its_id() -> None:
    assert [
        place.id for place in (province_named("ĐẮK NÔNG"), district_named("Tam Điệp")) if place
    ] == [
        "dak-nong",
        "ninh-binh/tam-diep",
    ]
