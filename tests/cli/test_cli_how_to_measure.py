"""What docs/how-to/measure.md shows is what the commands print, and it names every question."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.analyse import (
    brokers,
    centrality,
    chains,
    communities,
    concentration,
    contradictions,
    depth,
    lag,
    lag_curve,
    load,
    load_by,
    never_leads,
    partners,
    unnamed,
)
from kg.analyse.answering import answered, answering, counted, pairs
from kg.analyse.catalogue import QUESTIONS
from kg.cli import group

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to" / "measure.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```console\n\$ kg (.+?)\n(.*?)```", PAGE, flags=re.DOTALL)
MEASURES = (
    *(each.QUESTION for each in (brokers, centrality, chains, communities, concentration,
                                 contradictions, depth, lag, load, never_leads, partners, unnamed)),
    load_by.BY_KIND, load_by.BY_LEVEL, load_by.BY_PROVINCE, load_by.BY_DIRECTIVE,
    lag_curve.CURVE, lag_curve.BY_LEVEL, lag_curve.BY_PROVINCE,
    answered.QUESTION, answering.QUESTION, counted.QUESTION,
)  # fmt: skip


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[each[0] for each in SHOWN])
def test_the_shown_answers_are_the_real_ones(five: Path, command: str, shown: str) -> None:
    result = CliRunner().invoke(group, [*shlex.split(command), "-g", str(five)])
    assert result.exit_code == 0
    assert result.output == shown


def test_every_measure_is_explained_and_listed() -> None:
    assert len(SHOWN) == 4
    assert len(MEASURES) == 22
    assert set(MEASURES) <= set(QUESTIONS)
    for each in MEASURES:
        plain, _, by = each.name.partition("-by-")
        assert f"`{plain}" in PAGE
        assert not by or f"`{by}`" in PAGE or f"--by {by}" in PAGE
        assert each.notes
        assert each.answers.endswith(".")
        assert each.answers_vi.endswith(".")


@pytest.mark.parametrize("name", ["load", "never-leads", "left-to-collectives", "contradictions"])
def test_what_has_a_twin_prints_it_and_is_listed_once(five: Path, name: str) -> None:
    sparql = CliRunner().invoke(group, ["ask", name, "--sparql"])
    assert "SELECT" in sparql.output
    names = CliRunner().invoke(group, ["ask", "--format", "csv", "-g", str(five)]).output
    assert sum(line.startswith(f"{name},") for line in names.splitlines()) == 1


def test_the_shown_thresholds_of_answers_are_those_of_the_code() -> None:
    assert f"needs a score of {pairs.FLOOR}, five pairs in common, and a chance of at most {pairs.RARE}" in PAGE  # fmt: skip
    assert pairs.TELLING == 5
