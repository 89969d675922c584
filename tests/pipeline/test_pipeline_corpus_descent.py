"""What a programme took over from the resolution above it: facts of four outside papers, no words."""

from __future__ import annotations

import json
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
# Where the seven headings of the tasks stand behind their numbers in the resolution; a reader finds them again, word
# for word or nearly, in the programme, and once more in its table.
HEADINGS = {8812, 11070, 14590, 18156, 20116, 22244, 23880}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("descent") / "graph"
    build([next(facts.FOLDER.glob(f"{paper}_*")) for paper in PAPERS], folder)
    return folder


def rows(graph: Path, *args: str) -> list[dict[str, object]]:
    ran = CliRunner().invoke(group, [*args, "-g", str(graph), "--format", "json"], prog_name="kg")
    assert ran.exit_code == 0, ran.output
    return list(json.loads(ran.output)["rows"])


def test_the_seven_headings_of_the_resolution_are_copied(graph: Path) -> None:
    found = rows(graph, "ask", "descent", "--document", "03/NQ-CP")
    copies = [row["source_start"] for row in found if row["label"] == "copied"]
    assert set(copies) >= HEADINGS
    assert sum(each in HEADINGS for each in copies) == 14
    assert {row["source"] for row in found} - {None} == {"Nghị quyết 57-NQ/TW"}


def test_the_plan_of_the_party_group_copies_the_first_heading(graph: Path) -> None:
    found = rows(graph, "ask", "descent", "--document", "3260-KH/ĐĐQH15")
    assert (3451, 8812) in {(row["start"], row["source_start"]) for row in found
                            if row["label"] == "copied"}  # fmt: skip


def test_each_is_laid_against_the_resolution_and_took_from_it(graph: Path) -> None:
    reuse = {row["document"]: row for row in rows(graph, "ask", "reuse")}
    assert {row["against"] for row in reuse.values()} == {"directive"}
    assert reuse["Nghị quyết 03/NQ-CP"]["rank"] == 1
    first = rows(graph, "ask", "copied")[0]
    assert (first["document"], first["direction"], first["other"]) == (
        "Nghị quyết 03/NQ-CP", "took from", "Nghị quyết 57-NQ/TW",
    )  # fmt: skip
