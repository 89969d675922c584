"""Four outside papers as one graph: a resolution, the programme and the plan under it, a report."""

from __future__ import annotations

import re
from pathlib import Path

import facts
import pytest
from click.testing import CliRunner

from kg.build import build
from kg.cli import group

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not facts.FOLDER.is_dir(),
        reason=f"no papers in {facts.FOLDER.name}/ beside the repository; set KG_CORPUS to their folder",
    ),
]
PAPERS = ("006", "007", "008", "009")
IMPLEMENTS, CITES = "pc:implements", "eli:cites"
TIES = [
    ("03/NQ-CP", IMPLEMENTS, "57-NQ/TW"),
    ("3260-KH/ĐĐQH15", IMPLEMENTS, "57-NQ/TW"),
    ("402-CV/VPĐU", CITES, "57-NQ/TW"),
    ("402-CV/VPĐU", CITES, "71/NQ-CP"),
    ("57-NQ/TW", CITES, "20-NQ/TW"),
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("four") / "graph"
    report = build([next(facts.FOLDER.glob(f"{paper}_*")) for paper in PAPERS], folder)
    assert len(report.built) == len(PAPERS)
    return folder


def kg(*args: str, stdin: str | None = None) -> str:
    ran = CliRunner().invoke(group, list(args), input=stdin, prog_name="kg")
    assert ran.exit_code == 0, ran.output
    return ran.output


def slug(number: str) -> str:
    """Give the part of an IRI that a number becomes, whatever the issuer and the date."""
    return f"/{re.sub('[-/]', '-', number.lower())}(/|$)"


@pytest.mark.parametrize(("lower", "tie", "upper"), TIES)
def test_a_paper_is_tied_to_the_one_above_it(graph: Path, lower: str, tie: str, upper: str) -> None:
    wanted = f'FILTER(REGEX(STR(?a), "{slug(lower)}") && REGEX(STR(?b), "{slug(upper)}"))'
    asked = f"ASK {{ ?a {tie} ?b . {wanted} }}"
    assert "true" in kg("query", "-", "-g", str(graph), stdin=asked).lower()


def test_the_report_cites_no_programme_by_a_number_it_does_not_print() -> None:
    cited = {each.number for each in facts.record("009").references}
    assert "03/NQ-CP" not in cited
    assert "71/NQ-CP" in cited


def test_each_printed_row_of_the_programme_is_a_task() -> None:
    ids = [re.fullmatch(r"PL\.\w+\.(\d+)", task.id) for task in facts.record("007").tasks]
    numbers = [int(found[1]) for found in ids if found]
    assert sorted(set(numbers)) == list(range(1, 141))


def test_the_cascade_lists_the_programme_and_the_report(graph: Path) -> None:
    drawn = kg("cascade", "57-NQ/TW", "-g", str(graph), "--no-tasks", "--no-agencies")
    assert "implements: Nghị quyết 03/NQ-CP" in drawn
    assert "Công văn 402-CV/VPĐU" in drawn


def test_the_cascade_is_one_tree_under_the_resolution_that_is_held(graph: Path) -> None:
    drawn = kg("cascade", "57-NQ/TW", "-g", str(graph), "--no-tasks", "--no-agencies")
    assert "implements: Kế hoạch 3260-KH/ĐĐQH15" in drawn
    assert "cited but not held" not in drawn.splitlines()[0]
