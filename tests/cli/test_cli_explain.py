"""``--explain`` and ``--doubt``: which rule made what, from which words."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import group
from kg.config import bundled

PLAN = bundled("data", "documents", "001_6078abd8910b3412.txt")
TEXT = PLAN.read_text(encoding="utf-8")


def kg(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(group, list(args), input=stdin, prog_name="kg")


def table(*args: str) -> list[dict[str, str]]:
    found = kg(*args, "--format", "csv")
    return list(csv.DictReader(io.StringIO(found.stdout.lstrip("\ufeff"))))


def test_the_list_stands_in_order_of_place_with_rule_sentence_and_words() -> None:
    shown = kg("extract", str(PLAN), "--explain").stdout
    first = shown.splitlines()[:3]
    assert first[0] == "[6, 17) document.number: 452/KH-UBND"
    assert "header.number.letterhead: The number stands behind “Số”" in first[1]
    assert first[2] == "    “452/KH-UBND”"
    assert "    doubt: slip-inside: A likely slip" in shown
    assert shown.endswith(" findings\n")


def test_every_row_quotes_its_words_in_order_of_place() -> None:
    rows = table("extract", str(PLAN), "--explain")
    placed = [(int(row["start"]), int(row["end"])) for row in rows if row["start"]]
    assert placed == sorted(placed)
    quoted = [TEXT[start:end] for start, end in placed]
    assert [row["words"] for row in rows if row["start"]] == quoted
    assert len(rows) > 200


def test_doubt_sorts_the_same_findings_by_confidence() -> None:
    rows = table("extract", str(PLAN), "--doubt")
    numbers = [float(row["confidence"]) for row in rows]
    assert numbers == sorted(numbers)
    assert numbers[0] < numbers[-1]
    same = table("extract", str(PLAN), "--explain")
    assert sorted(map(str, rows)) == sorted(map(str, same))


def test_json_holds_what_csv_holds(tmp_path: Path) -> None:
    out = tmp_path / "list.json"
    assert kg("extract", str(PLAN), "--doubt", "--format", "json", "-o", str(out)).exit_code == 0
    rows = json.loads(out.read_text(encoding="utf-8"))["rows"]
    assert [row["rule"] for row in rows] == [
        row["rule"] for row in table("extract", str(PLAN), "--doubt")
    ]


def test_show_explains_from_the_graph_what_extract_explains(five: Path) -> None:
    for option in ("--explain", "--doubt"):
        shown = kg("show", "452/KH-UBND", "-g", str(five), option)
        assert shown.stdout == kg("extract", str(PLAN), option).stdout


def test_a_document_without_findings_is_an_empty_list() -> None:
    assert kg("extract", "-", "--explain", stdin="Chào buổi sáng.").stdout == "0 findings\n"


@pytest.mark.parametrize("command", ["extract", "show"])
def test_a_form_without_the_list_is_wrong_use(command: str) -> None:
    found = kg(command, str(PLAN), "--format", "csv")
    assert found.exit_code == 2
    assert "--explain" in found.output


def test_rules_are_counted_for_eyes_and_programs() -> None:
    gold = str(Path(__file__).parents[2] / "data" / "gold")
    assert "task.label-line" in kg("evaluate", gold, "--rules").stdout
    rows = json.loads(kg("evaluate", gold, "--rules", "--format", "json").stdout)["rows"]
    line = next(row for row in rows if row["rule"] == "task.label-line")
    assert (line["seen"], line["right"], line["precision"]) == (34, 34, 1.0)
