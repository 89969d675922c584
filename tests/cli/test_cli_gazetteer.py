"""``kg gazetteer``: numbers beside their acts, faults in words, one row is enough for an event."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import group
from kg.config import ROOT
from kg.errors import NotFoundError

WITH_TABLES = Path(__file__).with_name("with_tables.py")
Tables = Path


def kg(*args: str) -> Result:
    return CliRunner().invoke(group, ["gazetteer", *args], prog_name="kg")


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    """Give a copy of data and ontology that a test may change."""
    for part in ("data/lexicon", "data/gazetteer", "ontology"):
        shutil.copytree(ROOT / part, tmp_path / part)
    return tmp_path


def with_tables(tables: Tables, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(WITH_TABLES), str(tables), "gazetteer", *args]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT
    )


def change(tables: Tables, table: str, old: str, new: str) -> None:
    path = tables / "data" / "gazetteer" / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def add(tables: Tables, table: str, **row: str) -> None:
    path = tables / "data" / "gazetteer" / f"{table}.csv"
    columns = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, restval="", lineterminator="\n").writerow(row)


def test_every_number_of_an_act_holds() -> None:
    found = kg("check", "--format", "json")
    assert found.exit_code == 0
    rows = json.loads(found.output)["rows"]
    told = {(row["what"], row["day"]): row for row in rows if row["expected"] is not None}
    assert {row["holds"] for row in told.values()} == {"yes"}
    assert told["provinces and cities under the centre", "2025-07-01"]["counted"] == 34
    assert told["of them cities", "2026-09-20"]["counted"] == 9
    assert told["communes of three kinds", "2025-06-30"]["counted"] == 10035
    assert told["ministries", "2025-02-28"]["acts"] == "08/2021/QH15"
    assert [row["holds"] for row in rows if row["expected"] is None] == [""] * 12


BROKEN = (
    # table, words, other words, what the check says
    ("provinces", "ha-giang,Hà Giang,tỉnh,Tỉnh Hà Giang,Ha Giang Province,02", "ha-giang,Hà Giang,tỉnh,Tỉnh Hà Giang,Ha Giang Province,04", "provinces.csv code_before: 04 stands 2 times"),
    ("districts", "873,Cao Lãnh,huyện", "873,Cao Lãnh,thành phố", "districts.csv: dong-thap thành phố cao lãnh stands 2 times"),
    ("central_bodies", "bo-noi-vu,Bộ Nội vụ", "bo-noi-vu,Bộ Y tế", "both bear bộ y tế on one day"),
    ("commune_changes", "25270,Lộc Ninh,phường,2026-04-30,237/NQ-UBTVQH16", "25270,Lộc Ninh,phường,2026-04-30,237 NQ", "commune_changes.csv line 2: 237 NQ is no number of a document"),
    ("commune_changes", "25270,Lộc Ninh,phường,2026-04-30", "25270,Lộc Ninh,phường,2026-04-31", "2026-04-31 is no day"),
    ("functions", "bo-noi-vu,bo-dan-toc-va-ton-giao", "bo-noi-vu,bo-ton-giao", "to names bo-ton-giao, which no table holds"),
    ("place_levels", "commune,cấp xã,commune level", "commune,cấp xã,", "place_levels.csv line 4: en is empty"),
    ("changes", "bo-xay-dung|bo-giao-thong-van-tai,bo-xay-dung", "bo-xay-dung,bo-xay-dung", "bo-giao-thong-van-tai ended on 2025-02-28: 0 changes tell of it"),
    ("changes", "bo-buu-chinh-vien-thong,bo-thong-tin-va-truyen-thong,central", "bo-buu-chinh-vien-thong,bo-buu-chinh-vien-thong|bo-y-te,central", "ended on 2007-07-31: 0 changes"),
    ("communes_before", "00001,Phúc Xá,phường,001,00097", "00001,Phúc Xá,phường,001,01234", "its area is in no commune of the province that followed"),
    ("counts", "districts,,2025-06-30,696", "districts,,2025-06-30,697", "697"),
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("table", "old", "new", "says"), BROKEN)
def test_a_broken_row_is_named_and_the_code_is_1(
    tables: Tables, table: str, old: str, new: str, says: str
) -> None:
    change(tables, table, old, new)
    found = with_tables(tables, "check", "--format", "json")
    assert found.returncode == 1, found.stdout[-500:]
    assert says in found.stdout


def test_one_row_is_enough_for_a_commune_that_became_a_ward(tables: Tables) -> None:
    add(tables, "commune_changes", code="00004", name="Ba Đình", kind="xã",
        valid_from="2026-11-01", act="999/NQ-UBTVQH16")  # fmt: skip
    checked = with_tables(tables, "check", "--format", "json")
    assert checked.returncode == 0, checked.stdout[-500:]
    shown = with_tables(tables, "show", "Phường Ba Đình, thành phố Hà Nội", "--on", "2026-11-01")
    assert "became: xã on 2026-11-01 (999/NQ-UBTVQH16)" in shown.stdout
    assert "on 2026-11-01: xã Ba Đình" in shown.stdout
    made = with_tables(tables, "export", "-o", str(tables / "out"), "--communes")
    assert made.returncode == 0, made.stderr
    turtle = (tables / "out" / "communes.ttl").read_text(encoding="utf-8")
    assert "change:2026-11-01-xã-ba-đình-thành-phố-hà-nội a pc:Change" in turtle


def test_one_row_is_enough_for_a_function_that_went_elsewhere(tables: Tables) -> None:
    add(tables, "functions", **{"function": "việc mẫu", "en": "specimen work", "from": "bo-y-te",
        "to": "bo-cong-an", "date": "2026-11-01", "act": "999/2026/NĐ-CP", "seen_in": "all"})  # fmt: skip
    assert with_tables(tables, "check").returncode == 0
    assert (
        "function: 2026-11-01: việc mẫu → Bộ Công an" in with_tables(tables, "show", "BYT").stdout
    )
    with_tables(tables, "export", "-o", str(tables / "out"))
    turtle = (tables / "out" / "agencies.ttl").read_text(encoding="utf-8")
    assert '"việc mẫu"@vi' in turtle
    assert "transfer:2026-11-01-bo-y-te-specimen-work a pc:FunctionTransfer" in turtle


def test_an_event_of_a_body_is_a_row_a_new_body_is_another(tables: Tables) -> None:
    change(tables, "central_bodies", "bo-y-te,Bộ Y tế,Ministry of Health,ministry,BYT,ministry,,",
           "bo-y-te,Bộ Y tế,Ministry of Health,ministry,BYT,ministry,,2026-10-31")  # fmt: skip
    add(tables, "central_bodies", id="bo-suc-khoe", name="Bộ Sức khỏe", en="Ministry of Well-being",
        kind="ministry", codes="BSK", rank="ministry", valid_from="2026-11-01")  # fmt: skip
    untold = with_tables(tables, "check", "--format", "json")
    assert untold.returncode == 1
    assert "bo-y-te ended on 2026-10-31: 0 changes tell of it" in untold.stdout
    add(tables, "changes", **{"id": "2026-11-01-bo-suc-khoe", "type": "renaming",
        "date": "2026-11-01", "from": "bo-y-te", "to": "bo-suc-khoe", "scope": "central",
        "act": "999/2026/QH16", "date_basis": "made up"})  # fmt: skip
    told = with_tables(tables, "check", "--format", "json")
    assert told.returncode == 0, told.stdout[-300:]
    shown = with_tables(tables, "show", "bo y te", "--on", "2026-11-01").stdout
    assert "became: 2026-11-01 renaming: Bộ Y tế → Bộ Sức khỏe (999/2026/QH16)" in shown
    assert "on 2026-11-01: is not there" in shown
    with_tables(tables, "export", "-o", str(tables / "out"))
    turtle = (tables / "out" / "agencies.ttl").read_text(encoding="utf-8")
    assert "change:2026-11-01-bo-suc-khoe a org:ChangeEvent" in turtle
    assert '"BSK"^^t:body-code' in turtle


@pytest.mark.parametrize("name", ["Đắk Nông", "dak nong", "ĐẮK NÔNG", "tỉnh Đắk Nông", "Đắc Nông"])
def test_a_place_is_shown_in_any_letters(name: str) -> None:
    found = kg("show", name, "--on", "2025-07-01").output
    assert "Tỉnh Đắk Nông  [province]" in found
    assert "code: 67 until 2025-06-30" in found
    assert "→ Tỉnh Lâm Đồng (202/2025/QH15)" in found
    assert "on 2025-07-01: ended; its area is in Tỉnh Lâm Đồng" in found


def test_homonyms_are_listed_and_a_whole_label_tells_them_apart() -> None:
    found = kg("show", "Châu Thành").output
    assert found.count("[district]") == 10
    assert "bear this name" in found
    one = kg("show", "huyện Châu Thành, tỉnh Bến Tre").output
    assert one.count("[") == 1
    assert "ended: 2025-07-01 with its level (203/2025/QH15)" in one


def test_a_code_in_numbers_names_its_body() -> None:
    found = kg("show", "BLĐTBXH", "--on", "2025-03-01").output
    assert found.startswith("Bộ Lao động - Thương binh và Xã hội  [central body]")
    assert "on 2025-03-01: is not there" in found
    assert "function: 2025-03-01: giảm nghèo → Bộ Nông nghiệp và Môi trường" in found


def test_a_former_commune_says_where_its_area_is() -> None:
    found = kg("show", "Phường Trúc Bạch").output
    assert "its area is in: phường Ba Đình, Thành phố Hà Nội" in found


def test_a_name_that_nothing_bears_is_one_line() -> None:
    found = kg("show", "Đắk Nôngg")
    assert isinstance(found.exception, NotFoundError)
    assert "Near to it: Tỉnh Đắk Nông" in str(found.exception)


@pytest.mark.parametrize("name", ["check", "show", "export"])
def test_help_explains_and_shows_an_example(name: str) -> None:
    found = kg(name, "--help").output
    assert f"kg gazetteer {name}" in found.split("Example:")[1]
