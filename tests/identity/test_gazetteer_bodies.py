"""The tables of bodies: names, days, acts, and how one body became another."""

from __future__ import annotations

import csv
import re
import unicodedata
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from kg.config import ROOT
from kg.identity.bodies import Body, alive, central, local
from kg.lexicon import rows
from kg.number import DocNumber

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = ROOT / "data" / "gazetteer"
COLUMNS = {
    "central_bodies": "id name en kind codes rank valid_from valid_to act parent note",
    "local_bodies": "id name en kind level in pattern codes valid_from valid_to act parent note",
    "changes": "id type date from to scope where days act date_basis note",
    "regions": "body number name seats valid_from valid_to act note",
    "functions": "function en from to date act seen_in note",
}
RANKS = frozenset({
    "party", "assembly", "presidency", "government", "ministry", "ministerial-agency",
    "government-agency", "ministry-unit", "court", "procuracy", "audit", "front",
    "mass-organisation", "association", "bank", "enterprise", "school", "other",
})  # fmt: skip
PLACES = {"province": {"tỉnh", "thành phố"}, "region": set(),
          "district": {"huyện", "thị xã", "quận", "thành phố"},
          "commune": {"xã", "phường", "đặc khu"}}  # fmt: skip
TYPES = {"merger", "split", "renaming", "abolition", "creation", "absorption", "unknown"}
SCOPES = {"central", "each-province", "each-district", "place"}
CENTRAL, LOCAL = central(), local()
BODIES = {**CENTRAL, **LOCAL}
CHANGES = rows("gazetteer/changes")
FUNCTIONS = rows("gazetteer/functions")
PROVINCES = {row["id"] for row in rows("gazetteer/provinces")}
LEXICON = {row["name"]: row for row in rows("lexicon/bodies")}
HEADS = {(row["head"], row["kind"]) for row in rows("lexicon/body_heads")}
# The lexicon looks for these too; the rules of the Party set up no such organ in a district.
NO_SUCH_BODY = {"Ban Nội chính Huyện ủy", "Ban Nội chính Thị ủy"}
# A rule reads it with its region behind the head Chi cục, whose kind is that of smaller bodies.
OF_A_REGION = {"Chi cục Thuế khu vực": {"internal-unit"}}
DAY = re.compile(r"(?:19|20)\d\d(?:-\d\d-\d\d)?")


def ids(cell: str) -> list[str]:
    return [each for each in cell.split("|") if each]


def slug(name: str) -> str:
    """Give the ASCII form of a name, as the ids are made."""
    bare = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", kept.lower()).strip("-")


def is_day(cell: str) -> bool:
    """Tell whether a cell is a day of the calendar, or a year alone."""
    if not DAY.fullmatch(cell):
        return False
    return len(cell) == 4 or bool(date.fromisoformat(cell))


def day_before(cell: str) -> str:
    """Give the day before; a year alone is its own, for an old body ends in the same year."""
    return cell if len(cell) == 4 else (date.fromisoformat(cell) - timedelta(1)).isoformat()


@pytest.mark.parametrize("table", COLUMNS)
def test_a_table_is_nfc_with_lf_and_the_documented_columns(table: str) -> None:
    raw = (FOLDER / f"{table}.csv").read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", raw)
    assert "\r" not in raw
    lines = list(csv.reader(raw.splitlines()))
    assert lines[0] == COLUMNS[table].split()
    assert {len(line) for line in lines} == {len(lines[0])}
    for cell in (cell for line in lines[1:] for cell in line):
        parts = cell.split("|")
        assert cell == "" or all(part and part == " ".join(part.split()) for part in parts)
        assert len(parts) == len(set(parts))


def test_each_id_stands_once_and_is_made_of_the_name() -> None:
    tables = ("central_bodies", "local_bodies", "changes")
    seen = [row["id"] for table in tables for row in rows(f"gazetteer/{table}")]
    assert len(seen) == len(set(seen))
    for body in BODIES.values():
        assert re.sub(r"-cap-(?:tinh|huyen|xa)$", "", body.id) == re.sub(
            r"-cap-(?:tinh|huyen|xa)$", "", slug(body.name)
        )


def test_kinds_ranks_levels_and_places_are_of_the_closed_lists() -> None:
    types = (ROOT / "ontology" / "types.ttl").read_text(encoding="utf-8")
    kinds = set(re.findall(r"^agency-kind:([\w-]+) a skos:Concept", types, flags=re.MULTILINE))
    assert {body.kind for body in BODIES.values()} <= kinds
    assert {body.rank for body in CENTRAL.values()} == RANKS
    assert all(body.en and body.en.isascii() for body in BODIES.values())
    for body in LOCAL.values():
        assert set(body.where) <= {"all", "some"} | PLACES[body.scope] | PROVINCES
        assert len(body.where) == 1 or not {"all", "some"} & set(body.where)
    assert all(not body.parent or body.parent in BODIES for body in BODIES.values())


def test_a_pattern_begins_with_the_name_and_names_the_place() -> None:
    for body in LOCAL.values():
        assert body.pattern != f"{body.name} {{label}}", "this is what an empty cell means"
        assert set(re.findall(r"\{(\w+)\}", body.pattern)) <= {"place", "label", "number"}
        assert (body.pattern or body.name).startswith(body.name)
        inner = LEXICON.get(body.name, {}).get("scope") == "unit"
        assert "{" in (body.pattern or "{label}") or inner


@pytest.mark.parametrize("name", sorted({body.name for body in BODIES.values()}), ids=slug)
def test_a_name_is_one_of_the_lexicon_with_its_kind_or_made_by_a_head(name: str) -> None:
    same = [body for body in BODIES.values() if body.name == name]
    if name not in LEXICON:
        kinds = {same[0].kind} | OF_A_REGION.get(name, set())
        assert any(name.startswith(f"{head} ") and kind in kinds for head, kind in HEADS)
        return
    row = LEXICON[name]
    assert {body.kind for body in same} == {row["kind"]}
    assert {body.scope == "central" for body in same} == {row["scope"] == "central"}


def test_every_body_of_the_lexicon_is_in_the_tables() -> None:
    wanted = {name for name, row in LEXICON.items() if row["scope"] in {"central", "place"}}
    assert wanted - {body.name for body in BODIES.values()} == NO_SUCH_BODY


def turns() -> list[date]:
    """Give the days around every beginning and end: between them nothing changes."""
    days = {date(1999, 1, 1), date(2030, 1, 1)}
    for body in BODIES.values():
        for cell in filter(None, (body.valid_from, body.valid_to)):
            first = date.fromisoformat(cell if len(cell) > 4 else f"{cell}-07-01")
            days |= {first - timedelta(1), first, first + timedelta(1)}
    return sorted(days)


def meet(one: Body, other: Body) -> bool:
    """Tell whether two bodies can stand at one place."""
    if one.scope != other.scope:
        return False
    open_ = {"all", "some"}
    return one.scope == "central" or bool(
        open_ & {*one.where, *other.where} or set(one.where) & set(other.where)
    )


def test_on_no_day_two_bodies_of_one_scope_share_a_name_or_a_code() -> None:
    alike = [
        (one, other)
        for one, other in combinations(BODIES.values(), 2)
        if meet(one, other) and (one.name == other.name or set(one.codes) & set(other.codes))
    ]
    clashes = [(a.id, b.id) for a, b in alike for day in turns() if alive(a, day) and alive(b, day)]
    assert clashes == []


def test_every_day_is_a_day_and_no_body_ends_before_it_begins() -> None:
    for body in BODIES.values():
        assert all(is_day(cell) for cell in (body.valid_from, body.valid_to) if cell)
        assert not (body.valid_from and body.valid_to) or body.valid_from <= body.valid_to
    assert all(is_day(row["date"]) for row in (*CHANGES, *FUNCTIONS))


def acts() -> Iterable[str]:
    yield from (act for body in BODIES.values() for act in body.acts)
    yield from (act for row in (*CHANGES, *FUNCTIONS) for act in ids(row["act"]))


@pytest.mark.parametrize("act", sorted(set(acts())))
def test_an_act_is_a_well_formed_number(act: str) -> None:
    assert str(DocNumber.parse(act)) == act


def test_a_change_names_bodies_of_the_tables_and_says_how_its_day_is_known() -> None:
    for row in CHANGES:
        before, after = ids(row["from"]), ids(row["to"])
        assert {*before, *after} <= set(BODIES), row["id"]
        assert row["id"].startswith(row["date"])
        assert row["id"].removeprefix(f"{row['date']}-") in {*before, *after}
        assert row["type"] in TYPES
        assert row["scope"] in SCOPES
        assert row["date_basis"]
        central_ = {each in CENTRAL for each in (*before, *after)}
        assert central_ == {row["scope"] == "central"}, row["id"]
    for row in FUNCTIONS:
        assert {*ids(row["from"]), *ids(row["to"])} <= set(BODIES)
        assert row["from"] not in ids(row["to"])
        assert set(ids(row["seen_in"])) <= {"all"} | PROVINCES
        assert row["seen_in"]
        assert row["en"]


@pytest.mark.parametrize("row", CHANGES, ids=lambda row: row["id"])
def test_a_change_fits_the_days_of_its_ends(row: dict[str, str]) -> None:
    before, after = ids(row["from"]), ids(row["to"])
    assert bool(before) == (row["type"] != "creation")
    assert bool(after) == (row["type"] not in {"abolition", "unknown"})
    if row["type"] == "unknown":
        assert row["note"]  # what is not known has its words; the body may live on somewhere
        return
    if row["type"] == "renaming":
        assert (len(before), len(after)) == (1, 1)
    if row["type"] == "creation":
        assert {BODIES[each].valid_from for each in after} == {row["date"]}
    for each in set(before) - set(after):
        assert BODIES[each].valid_to == day_before(row["date"])
    for each in set(after) - set(before):
        begun = BODIES[each].valid_from
        goes_on = row["type"] == "absorption" and begun < row["date"]
        assert begun == row["date"] or goes_on
        assert not BODIES[each].valid_to or BODIES[each].valid_to >= row["date"]


def test_what_ended_is_told_of_by_one_change() -> None:
    sure = [row for row in CHANGES if row["type"] != "unknown"]
    told = [each for row in sure for each in set(ids(row["from"])) - set(ids(row["to"]))]
    assert len(told) == len(set(told))
    open_ = {each for row in CHANGES if row["type"] == "unknown" for each in ids(row["from"])}
    assert set(told) == {body.id for body in BODIES.values() if body.valid_to} - open_


def test_days_and_places_of_a_change_are_those_of_the_tables() -> None:
    for row in CHANGES:
        assert set(ids(row["where"])) <= PROVINCES
        for each in ids(row["days"]):
            place, _, day = each.partition("=")
            assert place in PROVINCES
            assert is_day(day)
            assert day.startswith(row["date"][:4])


def test_a_region_covers_places_of_the_tables_inside_the_days_of_its_body() -> None:
    seats = PROVINCES | {row["id"] for row in rows("gazetteer/districts")}
    for row in rows("gazetteer/regions"):
        body = LOCAL[row["body"]]
        assert body.scope == "region"
        assert row["name"].startswith(body.name)
        assert row["number"] in row["name"].split()
        assert ids(row["seats"])
        assert set(ids(row["seats"])) <= seats
        assert row["valid_from"] >= body.valid_from


def test_the_chains_of_changes_never_come_back() -> None:
    after: dict[str, set[str]] = {}
    for row in CHANGES:
        for each in ids(row["from"]):
            after.setdefault(each, set()).update(set(ids(row["to"])) - {each})

    def reached(start: str) -> set[str]:
        found: set[str] = set()
        left = [start]
        while left:
            new = after.get(left.pop(), set()) - found
            found |= new
            left += new
        return found

    assert [each for each in after if each in reached(each)] == []
    assert "thue" in reached("cuc-thue")


def ranked(day: date, rank: str) -> int:
    return sum(body.rank == rank and alive(body, day) for body in CENTRAL.values())


@pytest.mark.parametrize(
    ("day", "ministries", "agencies"),
    [(date(2021, 7, 23), 18, 4), (date(2025, 2, 28), 18, 4), (date(2025, 3, 1), 14, 3),
     (date(2026, 1, 1), 14, 3)],
)  # fmt: skip
def test_the_government_has_its_number_of_ministries(
    day: date, ministries: int, agencies: int
) -> None:
    assert (ranked(day, "ministry"), ranked(day, "ministerial-agency")) == (ministries, agencies)


def test_five_agencies_are_left_under_the_government() -> None:
    assert ranked(date(2025, 3, 1), "government-agency") == 5


UNIFORM = (
    "so-noi-vu so-tu-phap so-tai-chinh so-cong-thuong so-nong-nghiep-va-moi-truong so-xay-dung "
    "so-khoa-hoc-va-cong-nghe so-van-hoa-the-thao-va-du-lich so-giao-duc-va-dao-tao so-y-te "
    "thanh-tra-cap-tinh van-phong-uy-ban-nhan-dan"
)


@pytest.mark.parametrize(("day", "count"), [(date(2025, 2, 28), 17), (date(2025, 3, 1), 12)])
def test_each_province_has_the_departments_that_the_decrees_set(day: date, count: int) -> None:
    there = {
        body.id
        for body in LOCAL.values()
        if body.where == ("all",) and alive(body, day)
        and {"45/2025/NĐ-CP"} & set(body.acts) and body.scope == "province"
    }  # fmt: skip
    assert len(there) == count
    assert (there == set(UNIFORM.split())) == (count == 12)


def test_nothing_of_the_state_and_the_party_is_left_in_a_district() -> None:
    left = {b.id for b in LOCAL.values() if b.scope == "district" and alive(b, date(2026, 1, 1))}
    assert left == {  # their ends are not known
        "kho-bac-nha-nuoc-cap-huyen",
        "dai-truyen-thanh",
        "dai-truyen-thanh-truyen-hinh",
        "phong-giao-dich-ngan-hang-chinh-sach-xa-hoi",
    }
