"""What docs/vi/README.md shows is what the commands print in Vietnamese; every command of it runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import group

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "vi" / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^\$ (?:.*\| )?kg (.+?)(?: +#.*)?$", PAGE, flags=re.MULTILINE)
NAMED = re.findall(r"`kg ((?:ask|compare|holder|evaluate|--lang)[^`…]*)`", PAGE)
WITH_GRAPH = {"ask", "cascade", "show", "view", "report", "calendar", "export", "query", "compare"}


def run(line: str, graph: Path) -> Result:
    words = shlex.split(line)
    if words[0] in WITH_GRAPH and "--help" not in words:
        words += ["-g", str(graph)]
    stdin = "SELECT (COUNT(*) AS ?tasks) { ?task a pc:Task }" if words[0] == "query" else None
    return CliRunner().invoke(group, words, prog_name="kg", env={"KG_LANG": "vi"}, input=stdin)


@pytest.mark.parametrize("line", dict.fromkeys((*SHOWN, *NAMED)))
def test_every_command_of_the_page_runs(
    line: str, five: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(ROOT / "data")
    found = run(line, five)
    assert found.exit_code == 0, found.output


def test_the_page_shows_many_commands() -> None:
    assert len(SHOWN) == 13
    assert len(NAMED) > 15


@pytest.mark.parametrize("line", [SHOWN[0], "ask leads --limit 3"])
def test_the_shown_output_is_the_real_one(line: str, five: Path) -> None:
    assert f"$ kg {line}\n{run(line, five).stdout.rstrip()}\n" in PAGE


def test_the_query_of_the_page_is_the_one_that_ran() -> None:
    assert "echo 'SELECT (COUNT(*) AS ?tasks) { ?task a pc:Task }' | kg query -" in PAGE


def test_every_link_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", PAGE) if "://" not in link]
    assert len(links) > 10
    assert [link for link in links if not (ROOT / "docs" / "vi" / link).exists()] == []


def test_both_readmes_lead_to_each_other() -> None:
    assert "[Tiếng Việt](docs/vi/README.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "[English](../../README.md)" in PAGE
