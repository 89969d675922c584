"""The tables of places: counts, codes, successors, spellings."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from datetime import date

import pytest

from kg.config import ROOT
from kg.number import DocNumber

FOLDER = ROOT / "data" / "gazetteer"
COLUMNS = {
    "provinces.csv": "id name kind label en code_before code_after iso valid_from valid_to successor act communes_act spellings",
    "districts.csv": "id code name kind province since spellings",
    "renamings.csv": "province kind label en valid_from valid_to act",
    "communes.csv": "code name kind province",
    "communes_before.csv": "code name kind district since",
    "commune_changes.csv": "code name kind valid_from act",
    "place_levels.csv": "id vi en valid_to act",
    "counts.csv": "measure of day expected act en vi",
}
TABLES = tuple(COLUMNS)


def rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PROVINCES = {row["id"]: row for row in rows("provinces.csv")}
DISTRICTS = rows("districts.csv")
RENAMINGS = rows("renamings.csv")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_nfc_with_lf_and_the_documented_columns(table: str) -> None:
    raw = (FOLDER / table).read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", raw)
    assert "\r" not in raw
    assert raw.endswith("\n")
    assert raw.splitlines()[0].split(",") == COLUMNS[table].split()


@pytest.mark.parametrize("table", TABLES)
def test_cells_are_trimmed_and_rows_whole(table: str) -> None:
    for row in rows(table):
        assert None not in row, f"too many cells: {row}"
        for cell in row.values():
            assert cell is not None, f"too few cells: {row}"
            parts = cell.split("|")
            assert cell == "" or all(part and part == " ".join(part.split()) for part in parts)
            assert len(parts) == len(set(parts)), f"said twice: {cell}"


def test_sixty_three_units_became_thirty_four() -> None:
    assert len(rows("provinces.csv")) == len(PROVINCES) == 63
    assert Counter(row["kind"] for row in PROVINCES.values()) == {"tỉnh": 57, "thành phố": 6}
    assert len({row["successor"] for row in PROVINCES.values()}) == 34


@pytest.mark.parametrize("key", PROVINCES)
def test_a_successor_exists_and_goes_on_itself(key: str) -> None:
    successor = PROVINCES[PROVINCES[key]["successor"]]
    assert successor["successor"] == successor["id"]
    assert successor["code_after"]
    assert not successor["valid_to"]


@pytest.mark.parametrize("row", PROVINCES.values(), ids=PROVINCES)
def test_a_unit_that_ended_has_no_later_code_and_one_last_day(row: dict[str, str]) -> None:
    goes_on = row["successor"] == row["id"]
    assert bool(row["code_after"]) == goes_on
    assert row["valid_to"] == ("" if goes_on else "2025-06-30")
    assert ("202/2025/QH15" in row["act"]) is not goes_on


@pytest.mark.parametrize("row", PROVINCES.values(), ids=PROVINCES)
def test_id_label_and_codes_are_well_formed(row: dict[str, str]) -> None:
    plain = unicodedata.normalize("NFD", row["name"].replace("Đ", "D").replace("đ", "d"))
    ascii_name = "".join(letter for letter in plain if not unicodedata.combining(letter))
    assert row["id"] == re.sub(r"[^a-z]+", "-", ascii_name.lower())
    assert row["label"] == f"{row['kind'].capitalize()} {row['name']}"
    assert re.fullmatch(r"\d\d", row["code_before"])
    assert re.fullmatch(r"(\d\d)?", row["code_after"])
    assert re.fullmatch(r"VN-(\d\d|[A-Z]{2})", row["iso"])
    assert row["name"] not in row["spellings"].split("|")


@pytest.mark.parametrize("column", ["name", "label", "code_before", "iso"])
def test_a_value_names_one_province(column: str) -> None:
    assert len({row[column] for row in PROVINCES.values()}) == 63


def test_codes_since_july_2025_name_one_province() -> None:
    after = [row["code_after"] for row in PROVINCES.values() if row["code_after"]]
    assert len(after) == len(set(after)) == 34


def test_a_spelling_names_one_province() -> None:
    names = [
        name
        for row in PROVINCES.values()
        for name in [row["name"], *filter(None, row["spellings"].split("|"))]
    ]
    assert len(names) == len(set(names))


REUSED = (
    # code, province until June 2025, province since
    ("15", "yen-bai", "lao-cai"),
    ("24", "bac-giang", "bac-ninh"),
    ("44", "quang-binh", "quang-tri"),
    ("52", "binh-dinh", "gia-lai"),
    ("80", "long-an", "tay-ninh"),
    ("82", "tien-giang", "dong-thap"),
    ("91", "kien-giang", "an-giang"),
)


def test_seven_codes_changed_hands_and_no_more() -> None:
    before = {row["code_before"]: key for key, row in PROVINCES.items()}
    after = {row["code_after"]: key for key, row in PROVINCES.items() if row["code_after"]}
    changed = [(code, before[code], after[code]) for code in before if code in after]
    assert tuple(sorted(row for row in changed if row[1] != row[2])) == REUSED


SAMPLE = (
    # id, code before, code after, ISO, successor
    ("ha-noi", "01", "01", "VN-HN", "ha-noi"),
    ("hoa-binh", "17", "", "VN-14", "phu-tho"),
    ("ninh-binh", "37", "37", "VN-18", "ninh-binh"),
    ("hue", "46", "46", "VN-26", "hue"),
    ("quang-ngai", "51", "51", "VN-29", "quang-ngai"),
    ("dak-nong", "67", "", "VN-72", "lam-dong"),
    ("tay-ninh", "72", "80", "VN-37", "tay-ninh"),
    ("dong-nai", "75", "75", "VN-39", "dong-nai"),
    ("ba-ria-vung-tau", "77", "", "VN-43", "ho-chi-minh"),
    ("ben-tre", "83", "", "VN-50", "vinh-long"),
    ("dong-thap", "87", "82", "VN-45", "dong-thap"),
    ("ca-mau", "96", "96", "VN-59", "ca-mau"),
)


@pytest.mark.parametrize("expected", SAMPLE, ids=[row[0] for row in SAMPLE])
def test_codes_as_in_the_official_tables(expected: tuple[str, ...]) -> None:
    row = PROVINCES[expected[0]]
    columns = ("id", "code_before", "code_after", "iso", "successor")
    assert tuple(row[column] for column in columns) == expected


SPELLED = (
    ("dak-nong", "Dak Nông"),
    ("dak-nong", "Đắc Nông"),
    ("dak-nong", "Đăk Nông"),
    ("ba-ria-vung-tau", "Bà Rịa – Vũng Tàu"),
    ("ho-chi-minh", "TP HCM"),
    ("hue", "Thừa Thiên Huế"),
    ("hoa-binh", "Hoà Bình"),
)


@pytest.mark.parametrize(("key", "spelling"), SPELLED)
def test_spellings_met_in_documents(key: str, spelling: str) -> None:
    assert spelling in PROVINCES[key]["spellings"].split("|")


def test_there_are_696_districts_of_four_kinds() -> None:
    kinds = Counter(row["kind"] for row in DISTRICTS)
    assert kinds == {"huyện": 508, "thành phố": 87, "thị xã": 52, "quận": 49}
    assert kinds.total() == 696


def test_every_province_has_districts_and_every_district_a_province() -> None:
    assert {row["province"] for row in DISTRICTS} == set(PROVINCES)


def test_code_and_label_name_one_district() -> None:
    assert len({row["code"] for row in DISTRICTS}) == 696
    assert all(re.fullmatch(r"\d{3}", row["code"]) for row in DISTRICTS)
    assert len({(row["province"], row["kind"], row["name"]) for row in DISTRICTS}) == 696


HOMONYMS = (
    ("thành phố", "Tam Điệp", ("ninh-binh",)),
    ("huyện", "Tam Nông", ("dong-thap", "phu-tho")),
    ("thành phố", "Cao Lãnh", ("dong-thap",)),
    ("huyện", "Cao Lãnh", ("dong-thap",)),
    ("quận", "1", ("ho-chi-minh",)),
)


@pytest.mark.parametrize(("kind", "name", "provinces"), HOMONYMS)
def test_homonyms_keep_their_own_rows(kind: str, name: str, provinces: tuple[str, ...]) -> None:
    found = (row["province"] for row in DISTRICTS if (row["kind"], row["name"]) == (kind, name))
    assert tuple(sorted(found)) == provinces


def test_ten_districts_are_called_chau_thanh() -> None:
    assert sum(row["name"] == "Châu Thành" for row in DISTRICTS) == 10


def test_a_district_spelling_is_not_its_name() -> None:
    assert not [row for row in DISTRICTS if row["name"] in row["spellings"].split("|")]


def test_renamings_follow_each_other_without_a_gap() -> None:
    for first, second in zip(RENAMINGS[::2], RENAMINGS[1::2], strict=True):
        assert first["province"] == second["province"]
        assert first["province"] in PROVINCES
        last, next_day = (
            date.fromisoformat(first["valid_to"]),
            date.fromisoformat(second["valid_from"]),
        )
        assert (next_day - last).days == 1
        assert second["act"]


@pytest.mark.parametrize("key", sorted({row["province"] for row in RENAMINGS}))
def test_the_table_of_provinces_shows_the_label_of_june_2025(key: str) -> None:
    held = [
        row["label"]
        for row in RENAMINGS
        if row["province"] == key
        and (row["valid_from"] or "0001-01-01") <= "2025-06-30" <= (row["valid_to"] or "9999-12-31")
    ]
    assert held == [PROVINCES[key]["label"]]


def english(label: str) -> str:
    """Give the English label by the rule of the table: no marks, the kind behind the name."""
    bare = unicodedata.normalize("NFD", label.replace("Đ", "D").replace("đ", "d"))
    plain = "".join(letter for letter in bare if not unicodedata.combining(letter))
    city = plain.removeprefix("Thanh pho ")
    return f"{city} City" if city != plain else f"{plain.removeprefix('Tinh ')} Province"


@pytest.mark.parametrize("row", [*PROVINCES.values(), *RENAMINGS], ids=lambda row: row["label"])
def test_an_english_label_has_no_marks_and_the_kind_behind(row: dict[str, str]) -> None:
    assert row["en"] == english(row["label"])
    assert row["en"].isascii()


@pytest.mark.parametrize("table", [name for name, columns in COLUMNS.items() if "act" in columns])
def test_acts_are_document_numbers(table: str) -> None:
    for row in rows(table):
        acts = [*row["act"].split("|"), row.get("communes_act", "")]
        assert [act for act in filter(None, acts) if str(DocNumber.parse(act)) != act] == []


def test_each_of_thirty_four_has_its_own_act_for_communes() -> None:
    acts = {key: row["communes_act"] for key, row in PROVINCES.items() if row["communes_act"]}
    assert set(acts) == {row["successor"] for row in PROVINCES.values()}
    assert sorted(acts.values()) == [f"{number}/NQ-UBTVQH15" for number in range(1654, 1688)]


def test_the_act_that_ended_a_unit_stands_last() -> None:
    ended = [row["act"] for row in PROVINCES.values() if row["valid_to"]]
    assert {act.split("|")[-1] for act in ended} == {"202/2025/QH15"}


@pytest.mark.parametrize("row", DISTRICTS, ids=lambda row: row["code"])
def test_the_id_of_a_district_is_its_province_and_name(row: dict[str, str]) -> None:
    same = [each for each in DISTRICTS if each["id"].rpartition("/")[0] == row["province"]
            and each["name"] == row["name"]]  # fmt: skip
    words = (
        row["name"]
        if len(same) == 1 and not row["name"].isdigit()
        else f"{row['kind']} {row['name']}"
    )
    bare = unicodedata.normalize("NFD", words.replace("Đ", "D").replace("đ", "d"))
    ascii_name = "".join(letter for letter in bare if not unicodedata.combining(letter))
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name.lower())
    assert row["id"] == f"{row['province']}/{slug}"


def test_only_the_level_of_districts_ended() -> None:
    assert {row["id"]: row["valid_to"] for row in rows("place_levels.csv")} == {
        "province": "", "district": "2025-06-30", "commune": "",
    }  # fmt: skip
