"""The report of a corpus: true to the answers, one page, nothing from a document is markup."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.answers import answered, listed
from kg.build import build
from kg.cli import group
from kg.config import bundled
from kg.reporting import SECTIONS, report_of
from kg.write.charts import Chart, spec, svg
from kg.write.report import Figure, Passage, Report, report_html, report_markdown

HOSTILE = "</script><script>alert(1)</script> | `x` ]]> \u202e"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("five") / "graph"
    build([bundled("data", "documents")], out)
    return out


def test_every_section_is_a_question_and_its_chart_has_its_columns(folder: Path) -> None:
    names = [name for name, _ in SECTIONS]
    assert set(names) <= {row[0] for row in listed()}
    assert len(names) == len(set(names))
    for name, chart in SECTIONS:
        if chart:
            columns = answered(folder, name, {}).columns
            assert {chart.x, chart.y} | ({chart.colour} - {""}) <= set(columns)


def test_the_data_of_each_figure_are_all_rows_of_the_answer(folder: Path) -> None:
    report = report_of(folder)
    page = report_html(report)
    for figure in report.figures:
        rows = list(csv.reader(io.StringIO(figure.csv.removeprefix("\ufeff"))))
        assert len(rows) - 1 == len(answered(folder, figure.name, {}).rows)
        assert base64.b64encode(figure.csv.encode()).decode() in page
        assert figure.title in page


def test_the_words_behind_a_figure_stand_in_their_files(folder: Path) -> None:
    said = [words for figure in report_of(folder).figures for words in figure.words]
    assert said
    for each in said:
        text = (folder / "texts" / f"{each.file}.txt").read_text(encoding="utf-8")
        assert text[each.start : each.end] == each.words


def test_the_page_runs_no_script_and_asks_for_nothing(folder: Path) -> None:
    page = report_html(report_of(folder))
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert "default-src 'none'" in page


def hostile() -> Report:
    figure = Figure("leads", HOSTILE, HOSTILE, ("agency", "tasks"), ((HOSTILE, 3),), (HOSTILE,),
                    "a,b\n", HOSTILE, Chart("bars", "tasks", "agency"), (Passage(HOSTILE, HOSTILE, HOSTILE, 0, 1),))  # fmt: skip
    return Report(HOSTILE, ((HOSTILE, HOSTILE),), (figure,))


def test_hostile_words_stay_words() -> None:
    page, markdown = report_html(hostile()), report_markdown(hostile())
    assert "<script" not in page
    assert "\n<script" not in markdown
    assert "\\<script\\>" in markdown
    rows = [line for line in markdown.splitlines() if line.startswith("| \\<")]
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [3]


def test_a_chart_holds_its_words_as_text() -> None:
    drawn = svg(spec(Chart("bars", "tasks", "agency"), ("agency", "tasks"), (("Sở <b>&", 3),)))
    words = "".join(ET.fromstring(drawn).itertext())  # noqa: S314  (drawn by us)
    assert "Sở <b>&" in words


@pytest.mark.parametrize("kind", ["bars", "shares", "matrix", "steps", "spans"])
def test_every_kind_of_chart_draws_the_same_bytes_twice(kind: str) -> None:
    rows = (("a", 1, "2024-01-02", "nothing"), ("b", 0, "2024-03-02", "own"))
    x, y = {"spans": ("d", "n"), "steps": ("n", "n"), "matrix": ("s", "a")}.get(kind, ("n", "a"))
    made = spec(Chart(kind, x, y, "s", "d"), ("a", "n", "d", "s"), rows)  # type: ignore[arg-type]
    assert svg(made) == svg(made)
    json.dumps(made)


def test_the_command_writes_page_markdown_data_and_charts(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    asked = ["report", "-g", str(folder), "-o", str(out), "--as-of", "2025-07-02"]
    assert CliRunner().invoke(group, asked, catch_exceptions=False).exit_code == 0
    assert {path.name for path in out.iterdir()} == {"report.html", "report.md", "data", "charts"}
    assert "Sở Khoa học và Công nghệ tỉnh Lâm Đồng" in (out / "report.md").read_text(
        encoding="utf-8"
    )
    first = (out / "report.html").read_bytes()
    CliRunner().invoke(group, asked, catch_exceptions=False)
    assert (out / "report.html").read_bytes() == first


def test_an_empty_corpus_has_a_report_too(tmp_path: Path) -> None:
    build([], tmp_path / "empty")
    assert "Nothing found in this corpus." in report_html(report_of(tmp_path / "empty"))
