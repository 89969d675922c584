"""The tables of communes: counts, codes, homonyms, what became of each."""

from __future__ import annotations

import csv
import re
from collections import Counter

import pytest

from kg.config import ROOT

FOLDER = ROOT / "data" / "gazetteer"


def rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


NOW = rows("communes.csv")
BEFORE = rows("communes_before.csv")
CHANGES = rows("commune_changes.csv")
PROVINCES = {row["id"]: row for row in rows("provinces.csv")}
DISTRICTS = {row["code"]: row for row in rows("districts.csv")}
ISLANDS = {
    "hai-phong/bach-long-vi": "Bạch Long Vĩ",
    "quang-tri/con-co": "Cồn Cỏ",
    "da-nang/hoang-sa": "Hoàng Sa",
    "quang-ngai/ly-son": "Lý Sơn",
    "ba-ria-vung-tau/con-dao": "Côn Đảo",
}


def test_as_many_as_were_published() -> None:
    assert Counter(row["kind"] for row in NOW) == {"xã": 2621, "phường": 687, "đặc khu": 13}
    assert Counter(row["kind"] for row in BEFORE) == {"xã": 7692, "phường": 1726, "thị trấn": 617}
    assert len(BEFORE) == 10035


# Counts of single provinces from the press on the resolutions of 16 June 2025.
COUNTED = (
    ("ha-noi", 75, 51, 0),
    ("ho-chi-minh", 54, 113, 1),
    ("hai-phong", 67, 45, 2),
    ("da-nang", 70, 23, 1),
    ("hue", 19, 21, 0),
    ("can-tho", 72, 31, 0),
    ("an-giang", 85, 14, 3),
    ("bac-ninh", 66, 33, 0),
    ("ca-mau", 55, 9, 0),
    ("dong-nai", 72, 23, 0),
    ("tuyen-quang", 117, 7, 0),
    ("lao-cai", 89, 10, 0),
)


@pytest.mark.parametrize(("province", "rural", "urban", "special"), COUNTED)
def test_a_province_has_so_many(province: str, rural: int, urban: int, special: int) -> None:
    kinds = Counter(row["kind"] for row in NOW if row["province"] == province)
    assert (kinds["xã"], kinds["phường"], kinds["đặc khu"]) == (rural, urban, special)


@pytest.mark.parametrize("table", [NOW, BEFORE], ids=["now", "before"])
def test_a_code_has_five_digits_and_names_one_unit(table: list[dict[str, str]]) -> None:
    codes = [row["code"] for row in table]
    assert all(re.fullmatch(r"\d{5}", code) for code in codes)
    assert codes == sorted(set(codes))


def test_each_lies_in_a_province_or_district_that_stood() -> None:
    standing = {key for key, row in PROVINCES.items() if not row["valid_to"]}
    assert {row["province"] for row in NOW} == standing
    assert len(standing) == 34
    empty = {DISTRICTS[code]["id"] for code in set(DISTRICTS) - {row["district"] for row in BEFORE}}
    assert empty == set(ISLANDS)
    assert {row["district"] for row in BEFORE} < set(DISTRICTS)


def test_no_two_of_one_name_and_kind_stand_in_one_province() -> None:
    assert len({(row["province"], row["name"]) for row in NOW}) == len(NOW)  # not even of two kinds
    assert len({(row["district"], row["kind"], row["name"]) for row in BEFORE}) == len(BEFORE)


def test_homonyms_of_two_kinds_in_one_district_keep_their_bare_names() -> None:
    names = Counter((row["district"], row["name"]) for row in BEFORE)
    twice = sorted(name for (_, name), count in names.items() if count > 1)
    assert "Trạm Tấu" in twice
    assert len(twice) == 19
    assert not any("(" in row["name"] for row in BEFORE)


@pytest.mark.parametrize("table", [NOW, BEFORE], ids=["now", "before"])
def test_a_name_is_bare(table: list[dict[str, str]]) -> None:
    kinds = re.compile(r"(?:xã|phường|thị trấn|đặc khu)\b", re.IGNORECASE)
    begin_so = {row["name"] for row in table if kinds.match(row["name"])}
    assert begin_so <= {"Phường Đúc"}  # a ward of Huế, the quarter of the bronze casters
    words = {word for row in table for word in re.split(r"[ -]+", row["name"])}
    assert {word for word in words if word[0].islower()} <= {"trường"}  # Nông trường Việt Lâm


def test_what_follows_lies_in_the_province_that_followed() -> None:
    province_of = {row["code"]: row["province"] for row in NOW}
    for row in BEFORE:
        old = PROVINCES[DISTRICTS[row["district"]]["province"]]
        parts = row["since"].split("|")
        assert {province_of[part] for part in parts} == {old["successor"]}, row
        assert parts == sorted(set(parts))


def test_every_commune_of_today_came_from_some_of_before() -> None:
    followed = {part for row in BEFORE for part in row["since"].split("|")}
    islands = {row["id"]: row["since"] for row in DISTRICTS.values() if row["since"]}
    named = {row["code"]: row["name"] for row in NOW if row["kind"] == "đặc khu"}
    assert {key: named[code] for key, code in islands.items()} == ISLANDS
    assert {row["code"] for row in NOW} == followed | set(islands.values())
    assert not followed & set(islands.values())


SAMPLE = (
    # district, kind and name before; kind and name since
    ("ninh-binh/tam-diep", "phường", "Bắc Sơn", ["phường Tam Điệp"]),
    ("an-giang/long-xuyen", "xã", "Mỹ Hòa Hưng", ["xã Mỹ Hòa Hưng"]),
    ("kien-giang/phu-quoc", "phường", "Dương Đông", ["đặc khu Phú Quốc"]),
    ("ha-giang/ha-giang", "phường", "Quang Trung", ["phường Hà Giang 1", "phường Hà Giang 2"]),
    ("yen-bai/yen-bai", "phường", "Nguyễn Thái Học", ["phường Yên Bái"]),
    ("lam-dong/da-lat", "phường", "1", ["phường Xuân Hương - Đà Lạt"]),
)


@pytest.mark.parametrize(("district", "kind", "name", "since"), SAMPLE)
def test_mergers_as_the_resolutions_tell(
    district: str, kind: str, name: str, since: list[str]
) -> None:
    label = {row["code"]: f"{row['kind']} {row['name']}" for row in NOW}
    found = [row["since"].split("|") for row in BEFORE
             if (DISTRICTS[row["district"]]["id"], row["kind"], row["name"]) == (district, kind, name)]  # fmt: skip
    assert [sorted(label[part] for part in parts) for parts in found] == [since]


def test_twenty_two_communes_became_wards_in_2026() -> None:
    known = {row["code"]: row for row in NOW}
    events = Counter(
        (known[row["code"]]["province"], row["valid_from"], row["act"]) for row in CHANGES
    )
    assert events == {
        ("dong-nai", "2026-04-30", "237/NQ-UBTVQH16"): 10,
        ("bac-ninh", "2026-09-20", "388/NQ-UBTVQH16"): 12,
    }
    assert {known[row["code"]]["kind"] for row in CHANGES} == {"xã"}
    assert {row["kind"] for row in CHANGES} == {"phường"}
    assert all(known[row["code"]]["name"] == row["name"] for row in CHANGES)
    assert len({row["code"] for row in CHANGES}) == 22
