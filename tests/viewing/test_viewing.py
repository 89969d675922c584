"""The pages of ``kg view`` on the five plans: the answers they draw are those of ``kg ask``."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from kg.answers import answered
from kg.cli import group
from kg.errors import AmbiguousError, NotFoundError
from kg.viewing import TITLES, board_of

if TYPE_CHECKING:
    from pathlib import Path

KHCN = "Sở Khoa học và Công nghệ tỉnh Đắk Nông"


def kg(*args: str) -> Result:
    return CliRunner().invoke(group, ["view", *args], prog_name="kg")


def data(path: Path) -> dict[str, Any]:
    html = path.read_text("utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_without_a_name_the_cascade_is_written(five: Path, tmp_path: Path) -> None:
    short, named = tmp_path / "a.html", tmp_path / "b.html"
    assert kg("-g", str(five), "-o", str(short)).exit_code == 0
    assert kg("cascade", "-g", str(five), "-o", str(named)).exit_code == 0
    assert short.read_bytes() == named.read_bytes()


def test_options_may_stand_before_the_name_of_the_view(five: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    assert kg("-g", str(five), "--lang", "en", "flow", "-o", str(path)).exit_code == 0
    assert data(path)["lang"] == "en"
    assert TITLES["flow"][1] in path.read_text("utf-8")


def test_the_ties_are_those_of_the_answer(five: Path) -> None:
    board, _ = board_of(five, "coordination")
    rows = [
        dict(zip(told.columns, row, strict=True))
        for told in [answered(five, "partners", {})]
        for row in told.rows
    ]
    plain = [row for row in rows if row["collective"] == "no"]
    assert len(board.bundles) == len(plain)
    counted = sorted(int(each.facts[0][1]) for each in board.bundles)
    assert counted == sorted(int(str(row["tasks"])) for row in plain)


def test_the_cells_are_those_of_the_ledger(five: Path) -> None:
    board, _ = board_of(five, "coverage")
    told = answered(five, "coverage", {})
    rows = [dict(zip(told.columns, row, strict=True)) for row in told.rows]
    assert dict(board.figures)["board.cells"] == sum(int(str(row["provinces"])) for row in rows)
    own = sum(int(str(row["own plan in corpus"])) + int(str(row["own plan, late"])) for row in rows)
    assert dict(board.figures)["state.own"] == own
    said = [each for each in board.bundles if "board.said" in dict(each.groups)]
    assert len(said) == own + sum(
        int(str(row["given as a task"])) + int(str(row["cited only"])) for row in rows
    )


def test_the_work_of_a_body_is_that_of_the_answer(five: Path) -> None:
    board, name = board_of(five, "agency", "so khoa hoc va cong nghe tinh dak nong")
    assert name == KHCN
    led = [row for row in answered(five, "leads", {}).rows if KHCN in row]
    assert dict(board.figures)["board.led"] == led[0][3] == 9


def test_the_resolution_is_answered_by_five_papers(five: Path) -> None:
    board, name = board_of(five, "document", "36-NQ/TW")
    assert (name, dict(board.figures)["board.answers"]) == ("Nghị quyết 36-NQ/TW", 5)


@pytest.mark.parametrize(
    ("name", "error"), [("so cong thuong", AmbiguousError), ("bộ không có", NotFoundError)]
)
def test_names_that_do_not_fit_say_so(five: Path, name: str, error: type[Exception]) -> None:
    found = kg("agency", name, "-g", str(five))
    assert isinstance(found.exception, error)
    assert "\n" not in str(found.exception)


def test_a_quote_links_to_its_annotated_page(five: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "001_6078abd8910b3412.txt.html").touch()
    assert (
        kg(
            "document", "452/KH-UBND", "-g", str(five), "-o", str(path), "--pages", "documents/"
        ).exit_code
        == 0
    )
    told = data(path)
    assert "documents/001_6078abd8910b3412.txt.html" in told["addresses"].values()
    assert told["texts"] == {}


@pytest.mark.parametrize("kind", sorted(TITLES.keys() - {"agency", "document"}))
def test_the_same_graph_gives_the_same_bytes(five: Path, tmp_path: Path, kind: str) -> None:
    paths = [tmp_path / "a.html", tmp_path / "b.html"]
    for path in paths:
        assert kg(kind, "-g", str(five), "-o", str(path)).exit_code == 0
    assert paths[0].read_bytes() == paths[1].read_bytes()
