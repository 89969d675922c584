"""What the README shows is what the commands print."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import group

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def printed(five: Path, *args: str) -> str:
    return CliRunner().invoke(group, [*args, "-g", str(five)]).stdout.rstrip()


@pytest.mark.parametrize(
    "args",
    [("cascade", "36-NQ/TW", "--no-tasks", "--no-agencies"), ("ask", "leads", "--limit", "3")],
)
def test_the_shown_output_is_the_real_one(five: Path, args: tuple[str, ...]) -> None:
    assert printed(five, *args) in README


def test_the_scores_are_the_measured_ones() -> None:
    found = CliRunner().invoke(
        group, ["evaluate", str(ROOT / "data" / "gold"), "--no-misses", "--format", "csv"]
    )
    rows = csv.DictReader(io.StringIO(found.stdout.lstrip("\ufeff")))
    scores = {(row["gold"], row["precision"], row["recall"], row["F1"]) for row in rows}
    shown = re.findall(
        r"^\| [^|]+ \| (\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", README, re.MULTILINE
    )
    assert len(shown) == 12
    assert set(shown) <= scores


def test_every_link_of_the_readme_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []
