"""The hand-made answers about bodies are well-formed; whether they are right, only a reader can say."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kg.config import ROOT

HERE = Path(__file__).parent
GAZETTEER = ROOT / "data" / "gazetteer"
COLUMNS = {
    "cases.csv": "id surface issuer place date section body place_id canonical outcome why",
    "holders.csv": "id name day holders since outcome why",
    "functions.csv": "name function day holder seen_in why",
}
FEWEST = {"cases.csv": 170, "holders.csv": 80, "functions.csv": 12}
COMMUNE = re.compile(r"(?:xa|phuong|thi-tran|dac-khu)-[a-z0-9]+(?:-[a-z0-9]+)*")
KIND = re.compile(r"(?:xa|phuong|thi-tran|dac-khu|huyen|thi-xa|thanh-pho)-")
LABEL = re.compile(r" (?:xã|phường|thị trấn|đặc khu) (?P<bare>[^,]+), ")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# The city of Huế inside its province ended before the day that districts.csv shows.
ENDED_EARLIER = {"hue/hue"}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def slug(name: str) -> str:
    """Give the ASCII letters of a name, e.g. `Đắk Nông` -> `dak-nong`."""
    bare = (
        unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
        .encode("ascii", "ignore")
        .decode()
    )
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def district_ids() -> set[str]:
    """Give `province/district`; two districts of one name in one province bear their kind too."""
    rows = read(GAZETTEER / "districts.csv")
    plain = Counter(f"{row['province']}/{slug(row['name'])}" for row in rows)
    ids = set(ENDED_EARLIER)
    for row in rows:
        key = f"{row['province']}/{slug(row['name'])}"
        ids.add(
            key if plain[key] == 1 else f"{row['province']}/{slug(row['kind'])}-{slug(row['name'])}"
        )
    return ids


PROVINCES = {row["id"] for row in read(GAZETTEER / "provinces.csv")}
DISTRICTS = district_ids()
CASES = read(HERE / "cases.csv")
HOLDERS = read(HERE / "holders.csv")
FUNCTIONS = read(HERE / "functions.csv")


def known(place: str) -> bool:
    """Tell whether a place is in the gazetteer, or a commune of a place that is."""
    if place in PROVINCES | DISTRICTS:
        return True
    above, _, last = place.rpartition("/")
    return above in PROVINCES | DISTRICTS and COMMUNE.fullmatch(last) is not None


@pytest.mark.parametrize("table", COLUMNS)
def test_a_table_is_nfc_with_lf_its_columns_and_enough_rows(table: str) -> None:
    raw = (HERE / table).read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", raw)
    assert "\r" not in raw
    assert raw.endswith("\n")
    assert raw.splitlines()[0].split(",") == COLUMNS[table].split()
    assert len(read(HERE / table)) >= FEWEST[table]


@pytest.mark.parametrize("table", COLUMNS)
def test_cells_are_trimmed_and_every_row_says_why(table: str) -> None:
    for row in read(HERE / table):
        assert None not in row, f"too many cells: {row}"
        for cell in row.values():
            assert cell is not None, f"too few cells: {row}"
            assert cell == " ".join(cell.split())
        assert row["why"]


@pytest.mark.parametrize("table", COLUMNS)
def test_no_question_is_asked_twice(table: str) -> None:
    asked = {
        "cases.csv": ("surface", "issuer", "place", "date", "section"),
        "holders.csv": ("name", "day"),
        "functions.csv": ("name", "function", "day"),
    }[table]
    rows = read(HERE / table)
    assert max(Counter(tuple(row[cell] for cell in asked) for row in rows).values()) == 1
    if "id" in rows[0]:
        assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("row", CASES, ids=[row["id"] for row in CASES])
def test_an_answer_is_whole_or_empty(row: dict[str, str]) -> None:
    assert row["surface"]
    assert row["date"] == "" or date.fromisoformat(row["date"])
    assert row["outcome"] in {"decided", "inferred", "collective", "undecided"}
    answer = row["body"], row["place_id"], row["canonical"]
    if row["outcome"] == "undecided":
        assert not any(answer)
        return
    assert row["canonical"]
    # A code names a place and no body.
    assert bool(row["body"]) != row["surface"].startswith("mã tỉnh")


@pytest.mark.parametrize("row", CASES, ids=[row["id"] for row in CASES])
def test_body_and_place_are_those_of_the_name(row: dict[str, str]) -> None:
    name = slug(row["canonical"])
    if row["body"]:
        assert SLUG.fullmatch(row["body"])
        assert f"{name}-".startswith(f"{row['body']}-")
    if row["place_id"]:
        assert known(row["place_id"])
        last = row["place_id"].rpartition("/")[2]
        assert f"-{KIND.sub('', last)}-" in f"-{name}-"


def test_an_inferred_answer_has_a_document_to_infer_from() -> None:
    for row in CASES:
        if row["outcome"] == "inferred":
            assert row["issuer"], row
            assert row["place"], row
            assert row["place_id"], row


def test_one_name_is_one_body_at_one_place() -> None:
    meant: dict[str, set[tuple[str, str]]] = {}
    for row in CASES:
        if row["canonical"]:
            meant.setdefault(row["canonical"], set()).add((row["body"], row["place_id"]))
    assert {name: pairs for name, pairs in meant.items() if len(pairs) > 1} == {}


@pytest.mark.parametrize("row", HOLDERS, ids=[row["id"] for row in HOLDERS])
def test_holders_are_as_many_as_the_outcome_says(row: dict[str, str]) -> None:
    holders = row["holders"].split("|") if row["holders"] else []
    fewest, most = {"itself": (1, 1), "successor": (1, 1), "several": (2, 9)}.get(
        row["outcome"], (0, 0)
    )
    assert row["outcome"] in {"itself", "successor", "several", "ended", "not-yet", "unknown"}
    assert fewest <= len(holders) <= most
    assert len(set(holders)) == len(holders)
    assert date.fromisoformat(row["day"])
    if row["since"]:
        assert date.fromisoformat(row["since"]) <= date.fromisoformat(row["day"])
    if row["outcome"] in {"successor", "several"}:
        assert row["name"] not in holders


def test_a_body_under_another_name_is_itself_only_where_a_place_was_renamed() -> None:
    renamed = [
        (row["name"], row["holders"])
        for row in HOLDERS
        if row["outcome"] == "itself" and row["holders"] != row["name"]
    ]
    others = {name for name, _ in renamed if not LABEL.search(name)}
    for name, holder in renamed:
        old, new = LABEL.search(name), LABEL.search(holder)
        assert not old or (new and old["bare"] == new["bare"])
    assert others == {"Ủy ban nhân dân tỉnh Thừa Thiên Huế", "Ủy ban nhân dân tỉnh Đồng Nai"}


def test_both_sides_of_every_reform_are_asked() -> None:
    days = {row["day"] for row in HOLDERS}
    sides = (
        "2024-12-31 2025-01-01 2025-02-28 2025-03-01 2025-06-30 2025-07-01 2026-04-29 2026-04-30"
    )
    assert set(sides.split()) <= days
    assert {row["outcome"] for row in HOLDERS} == {
        "itself",
        "successor",
        "several",
        "ended",
        "not-yet",
        "unknown",
    }


@pytest.mark.parametrize(
    "row", FUNCTIONS, ids=[f"{row['name']}: {row['function']}" for row in FUNCTIONS]
)
def test_a_function_went_elsewhere_and_a_source_says_so(row: dict[str, str]) -> None:
    assert date.fromisoformat(row["day"])
    assert row["function"]
    assert row["holder"]
    assert row["holder"] != row["name"]
    assert row["seen_in"]
