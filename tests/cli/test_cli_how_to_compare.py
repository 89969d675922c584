"""What docs/how-to/compare-plans.md shows is what the commands print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.analyse.descent import measure, passages, usual
from kg.cli import group

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "compare-plans.md"
TEXT = PAGE.read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ kg (.+?)(?:  +#.*)?$", TEXT, flags=re.MULTILINE)


def printed(five: Path, command: str) -> str:
    words = [*shlex.split(command), "-g", str(five)]
    result = CliRunner().invoke(group, words, catch_exceptions=False)
    assert result.exit_code == 0, command
    return result.output


def test_the_shown_answer_is_the_real_one(five: Path) -> None:
    assert f"$ kg ask reuse\n{printed(five, 'ask reuse')}```" in TEXT


@pytest.mark.parametrize("command", COMMANDS)
def test_every_shown_command_finds_something(five: Path, command: str) -> None:
    assert "(nothing found)" not in printed(five, command)


def test_the_shown_thresholds_are_those_of_the_code() -> None:
    assert f"alike ≥ {measure.ALIKE}" in TEXT
    assert f"at least {measure.OWN} shingles in common, and shared ≥ {measure.HALF}" in TEXT
    assert f"shared ≥ {measure.PART} and alike ≥ {measure.HALF}" in TEXT
    assert f"fewer than {passages.LEAST} syllables" in TEXT
    assert (passages.SHINGLE, usual.FAMILIES) == (4, 3)
