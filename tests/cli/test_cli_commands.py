"""Each command as a user types it: help, answers, forms, exit codes."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kg.cli import group
from kg.config import bundled
from kg.errors import KgError

COMMANDS = sorted(group.list_commands(click.Context(group)))


def kg(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(group, list(args), input=stdin, prog_name="kg")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_explains_and_shows_an_example(name: str) -> None:
    found = kg(name, "--help")
    assert found.exit_code == 0
    assert "Example:" in found.output
    assert f"kg {name}" in found.output.split("Example:")[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert [o.name for o in options if not o.help] == []


def test_leads_tie_at_nine(five: Path) -> None:
    found = kg("ask", "leads", "-g", str(five), "--format", "json")
    rows = json.loads(found.output)["rows"]
    first = [row for row in rows if row["rank"] == 1]
    assert [row["tasks"] for row in first] == [9, 9, 9]
    assert "Sở Khoa học và Công nghệ tỉnh Đắk Nông" in {row["agency"] for row in first}


def test_a_limit_never_cuts_a_tie_apart(five: Path) -> None:
    found = kg("ask", "leads", "-g", str(five), "--limit", "1", "--format", "json")
    assert len(json.loads(found.output)["rows"]) == 3


def test_csv_opens_in_a_spreadsheet(five: Path, tmp_path: Path) -> None:
    out = tmp_path / "leads.csv"
    assert kg("ask", "leads", "-g", str(five), "--format", "csv", "-o", str(out)).exit_code == 0
    data = out.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0]["tasks"] == "9"


def test_without_a_name_the_questions_are_listed(five: Path) -> None:
    found = kg("ask", "-g", str(five))
    assert {"leads", "missing", "due", "unclear"} <= set(found.output.split())


@pytest.mark.parametrize("place", ["Đắk Nông", "dak nong", "ĐẮK NÔNG"])
def test_a_place_is_found_with_or_without_marks(five: Path, place: str) -> None:
    found = kg("ask", "documents", "-g", str(five), "--place", place, "--format", "json")
    rows = json.loads(found.output)["rows"]
    assert len(rows) == 1


@pytest.mark.parametrize("name", ["452/KH-UBND", "452", "001_6078abd8910b3412.txt"])
def test_show_names_a_document_in_many_ways(five: Path, name: str) -> None:
    found = kg("show", name, "-g", str(five))
    assert found.exit_code == 0
    assert "Ủy ban nhân dân tỉnh Đắk Nông" in found.output


def test_show_says_what_was_inferred_and_why(five: Path) -> None:
    found = kg("show", "003_a6809dc01d79a678.txt", "-g", str(five))
    assert "[inferred]" in found.output
    assert "from the gazetteer" in found.output
    assert "(not printed)" in found.output


def test_show_of_a_cited_document_says_that_it_is_not_held(five: Path) -> None:
    found = kg("show", "36-NQ/TW", "-g", str(five))
    assert isinstance(found.exception, KgError)
    assert "not in this corpus" in str(found.exception)


@pytest.mark.parametrize(
    ("name", "code", "says"),
    [
        ("Thực hiện", 3, "fits"),
        ("9999/QĐ-XYZ", 1, "no document is called"),
    ],
)
def test_names_that_do_not_fit_say_so(five: Path, name: str, code: int, says: str) -> None:
    found = kg("cascade", name, "-g", str(five))
    assert isinstance(found.exception, KgError)
    assert (found.exception.exit_code, says in str(found.exception)) == (code, True)


def test_the_cascade_of_the_resolution(five: Path) -> None:
    found = kg("cascade", "36-NQ/TW", "-g", str(five), "--words")
    assert found.exit_code == 0
    for words in ("63-CTr/TU", "452/KH-UBND", "120-KH/TU", "3300/KH-UBND", "cited but not held"):
        assert words in found.output


def test_sparql_from_standard_input(five: Path) -> None:
    text = "SELECT (COUNT(?t) AS ?n) { ?t a pc:Task }"
    found = kg("query", "-", "-g", str(five), "--format", "json", stdin=text)
    assert json.loads(found.output)["rows"] == [{"n": 160}]


def test_a_wrong_query_is_one_line(five: Path) -> None:
    found = kg("query", "-", "-g", str(five), stdin="SELEKT ?x")
    assert isinstance(found.exception, KgError)
    assert "\n" not in str(found.exception)


def test_the_graph_conforms(five: Path) -> None:
    found = kg("validate", "-g", str(five))
    assert (found.exit_code, "conforms" in found.output) == (0, True)


def test_extract_from_standard_input_and_file_agree() -> None:
    path = bundled("data", "documents", "004_2b7cb2e0d938b7ce.txt")
    by_file = json.loads(kg("extract", str(path)).output)
    by_pipe = json.loads(kg("extract", "-", stdin=path.read_text(encoding="utf-8")).output)
    assert by_file["tasks"] == by_pipe["tasks"]
    assert by_file["document"]["number"] == "1953/KH-UBND"


def test_evaluate_scores_the_gold() -> None:
    gold = Path(__file__).parents[2] / "data" / "gold"
    found = json.loads(kg("evaluate", str(gold), "--format", "json").output)
    assert found
    table = kg("evaluate", str(gold), "--no-misses").output
    assert "leads" in table


def test_evaluate_reads_records_of_another_tool(tmp_path: Path) -> None:
    gold = Path(__file__).parents[2] / "data" / "gold"
    for path in gold.glob("*.json"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    table = kg("evaluate", str(gold), str(tmp_path), "--format", "csv").output
    rows = list(csv.DictReader(io.StringIO(table.lstrip("\ufeff"))))
    assert {row["F1"] for row in rows} <= {"1.000", "–"}


def test_a_folder_without_a_graph_says_how_to_make_one(tmp_path: Path) -> None:
    found = kg("ask", "leads", "-g", str(tmp_path / "none"))
    assert isinstance(found.exception, KgError)
    assert "kg build" in str(found.exception)


def test_view_writes_one_page(five: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert kg("view", "-g", str(five), "-o", str(page), "--lang", "en").exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert '<html lang="en"' in text
    assert "452/KH-UBND" in text


def test_show_and_extract_write_the_same_page(five: Path, tmp_path: Path) -> None:
    shown, read = tmp_path / "shown.html", tmp_path / "read.html"
    assert kg("show", "452/KH-UBND", "-g", str(five), "--html", str(shown)).exit_code == 0
    file = bundled("data", "documents") / "001_6078abd8910b3412.txt"
    found = kg("extract", str(file), "--html", str(read))
    assert found.stdout == ""
    assert shown.read_bytes() == read.read_bytes()
    assert b'<html lang="vi">' in shown.read_bytes()


def test_extract_writes_page_and_record_where_both_are_named(tmp_path: Path) -> None:
    page, record = tmp_path / "a.html", tmp_path / "a.json"
    args = ("--html", str(page), "--lang", "en", "-o", str(record))
    assert kg("extract", "-", *args, stdin="Sở Y tế chủ trì.").exit_code == 0
    assert b'<html lang="en">' in page.read_bytes()
    assert json.loads(record.read_text("utf-8"))["file"] == "stdin.txt"


def test_a_graph_that_lost_a_text_says_so(five: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    shutil.copytree(five, folder)
    (folder / "texts" / "001_6078abd8910b3412.txt.txt").unlink()
    found = kg("show", "452/KH-UBND", "-g", str(folder), "--html", str(tmp_path / "a.html"))
    assert isinstance(found.exception, KgError)
    assert "missing or damaged" in str(found.exception)
