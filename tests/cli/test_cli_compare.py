"""``kg compare`` and the questions of descent as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import group
from kg.errors import KgError


def kg(*args: str) -> Result:
    return CliRunner().invoke(group, list(args), prog_name="kg")


def told(five: Path, *args: str) -> dict[str, list[dict[str, object]]]:
    found = kg(*args, "-g", str(five), "--format", "json")
    assert found.exit_code == 0, found.exception
    return dict(json.loads(found.output))


def test_provinces_stand_for_their_documents(five: Path) -> None:
    found = told(five, "compare", "ben tre", "QUẢNG NGÃI")
    assert "Kế hoạch 1953/KH-UBND" in str(found["notes"][0])
    assert [row["state"] for row in found["rows"] if row["alike"]] == ["adapted"]


def test_a_document_and_a_province_may_be_mixed(five: Path) -> None:
    assert told(five, "compare", "452/KH-UBND", "tam điệp")["rows"]


def test_the_table_shows_first_words_and_csv_shows_all(five: Path, tmp_path: Path) -> None:
    table = kg("compare", "1953/KH-UBND", "452/KH-UBND", "-g", str(five)).output
    assert "…" in table
    assert "second_end" not in table
    out = tmp_path / "compared.csv"
    made = kg(
        "compare", "1953/KH-UBND", "452/KH-UBND", "-g", str(five), "--format", "csv", "-o", str(out)
    )
    assert made.exit_code == 0
    assert "first_start" in out.read_text(encoding="utf-8-sig").splitlines()[0]
    again = kg("compare", "1953/KH-UBND", "452/KH-UBND", "-g", str(five), "--format", "csv")
    assert again.output.encode() == out.read_bytes()


def test_a_page_shows_the_task_in_common(five: Path, tmp_path: Path) -> None:
    page = tmp_path / "compared.html"
    made = kg("compare", "ben tre", "quang ngai", "-g", str(five), "--html", str(page), "--lang", "en")  # fmt: skip
    assert made.exit_code == 0
    assert made.stderr == f"Written: {page}\n"
    text = page.read_text(encoding="utf-8")
    assert text.count("<article>") == 1
    assert "<mark>" in text
    assert "20 tasks" in text
    assert "22 tasks" in text
    assert 'id="en" checked' in text


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("compare", "36-NQ/TW", "452/KH-UBND"), "its text is not in this corpus"),
        (("compare", "nothing of the kind", "452/KH-UBND"), "no document is called"),
        (("ask", "descent"), "none is named"),
        (("ask", "descent", "--document", "36-NQ/TW"), "its text is not in this corpus"),
        (("ask", "copied", "--document", "452/KH-UBND"), "knows no --document"),
    ],
)
def test_what_cannot_be_compared_is_one_line(five: Path, args: tuple[str, ...], why: str) -> None:
    found = kg(*args, "-g", str(five))
    assert isinstance(found.exception, KgError)
    assert why in str(found.exception)
    assert "\n" not in str(found.exception)


def test_place_narrows_reuse(five: Path) -> None:
    rows = told(five, "ask", "reuse", "--place", "tay ninh")["rows"]
    assert [row["reused"] for row in rows] == [0.0]


def test_most_in_common_of_the_five_is_not_directed(five: Path) -> None:
    first = told(five, "ask", "copied")["rows"][0]
    assert (first["direction"], first["other"]) == ("undirected", "Kế hoạch 452/KH-UBND")
    assert first["passages"] == first["adapted"] == 10
