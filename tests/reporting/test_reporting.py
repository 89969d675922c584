"""The report of a corpus: true to the answers, one page, nothing from a document is markup."""

from __future__ import annotations

import base64
import csv
import io
import re
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

from kg.analyse.inequality import gini, lorenz
from kg.answers import Desk, Told, answered, listed
from kg.build import build
from kg.cli import group
from kg.config import VERSION, bundled
from kg.folder import read_state
from kg.reporting import report_of
from kg.reporting.drawing import to_draw
from kg.reporting.sections import SECTIONS, THEMES
from kg.reporting.words import WITNESSES, Witness
from kg.write.answer_words import OURS, in_vietnamese
from kg.write.report import Figure, Report, report_html
from kg.write.report_markdown import report_markdown
from kg.write.report_words import WORDS

DAY = "2025-07-02"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("five") / "graph"
    build([bundled("data", "documents")], out)
    return out


@pytest.fixture(scope="module")
def report(folder: Path) -> Report:
    return report_of(folder)


@pytest.fixture(scope="module")
def page(report: Report) -> str:
    return report_html(report)


def figure(report: Report, name: str) -> Figure:
    return next(each for each in report.figures if each.name == name)


def test_every_section_is_a_question_of_a_part_that_has_a_name() -> None:
    names = [each.name for each in SECTIONS]
    assert set(names) <= {row[0] for row in listed()}
    assert len(names) == len(set(names))
    assert tuple(dict.fromkeys(each.theme for each in SECTIONS)) == THEMES
    assert {f"theme.{each}" for each in THEMES} <= set(WORDS)
    assert set(WITNESSES) <= set(names)


def test_a_chart_draws_columns_that_its_data_have(folder: Path, report: Report) -> None:
    drawn = [each for each in report.figures if each.chart]
    assert len(drawn) >= 20
    for each in drawn:
        chart = each.chart
        assert chart
        for lang in ("vi", "en"):
            wanted = {chart.y.replace("{lang}", lang), *chart.fold}
            wanted |= {name for name in (chart.colour, chart.x2) if name}
            wanted |= set() if chart.fold else {chart.x.replace("{lang}", lang)}
            assert wanted <= set(each.drawn_columns), each.name
    assert folder.exists()


def test_the_data_of_each_figure_are_all_rows_of_the_answer(
    folder: Path, report: Report, page: str
) -> None:
    for each in report.figures:
        rows = list(csv.reader(io.StringIO(each.csv.removeprefix("\ufeff"))))
        assert len(rows) - 1 == len(answered(folder, each.name, {}).rows)
        carried = base64.b64encode(each.csv.encode()).decode() in page
        assert carried == bool(each.rows)
        assert each.title in page
        assert each.title_vi.replace('"', "&#34;") in page


def test_the_words_behind_a_figure_stand_in_their_files(folder: Path, report: Report) -> None:
    passages = [each for figure in report.figures for each in figure.words]
    assert len({each.file for each in passages}) == 5
    for each in passages:
        text = (folder / "texts" / f"{each.file}.txt").read_text(encoding="utf-8")
        assert text[each.start : each.end] == each.words


def test_a_row_has_the_words_of_its_own_role_and_at_most_three(report: Report) -> None:
    # Plan 002 prints the unit as lead nine times; the first three are shown.
    unit = "Phòng Quản lý khoa học (Sở Khoa học và Công nghệ tỉnh Tây Ninh)"
    said = [each for each in figure(report, "leads").words if each.of == unit]
    assert [each.words for each in said] == ["Phòng Quản lý khoa học"] * 3
    assert len({each.start for each in said}) == 3
    for each in report.figures:
        assert all(len(those) <= 3 * each.shown for those in (each.words,))


def test_nearly_every_question_with_rows_shows_words(report: Report) -> None:
    without = {each.name for each in report.figures if each.rows and not each.words}
    assert without == {"overview", "concentration", "lag-curve", "lag-by-level", "timeline"}


def test_words_of_a_pair_name_both_bodies(folder: Path) -> None:
    graph = Desk(folder).network()
    witness = Witness(graph, dict)
    row = {
        "lead": "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi",
        "coordinator": "Các sở, ban, ngành tỉnh Quảng Ngãi",
    }
    [*said] = witness.passages("pairs", row)
    assert len(said) == 3
    assert {each.file for each in said} == {"000_026f05ffb44366c6.txt"}


def test_what_nobody_bears_out_has_no_words() -> None:
    empty: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    witness = Witness(empty, dict)
    assert not [*witness.passages("leads", {"agency": "Sở Y tế"})]
    assert not [*witness.passages("overview", {"what": "task"})]


def test_the_curve_of_shares_is_twice_the_gini_away_from_even(report: Report) -> None:
    # Twice the area between curve and diagonal, by trapezes, is the Gini of the table.
    points = [row[1:] for row in figure(report, "concentration").drawn_rows if row[0] == "leads"]
    numbers = [(float(str(x)), float(str(y))) for x, y in points]
    below = sum((x2 - x1) * (y1 + y2) / 2 for (x1, y1), (x2, y2) in pairwise(numbers))
    row = next(
        r for r in figure(report, "concentration").rows if r[0] == "corpus" and r[2] == "leads"
    )
    assert round(1 - 2 * below, 4) == row[6] == 0.4557
    assert len(numbers) == 41 + 1
    assert round(gini([1, 3]), 4) == 1 - 2 * (0.5 * 0.25 / 2 + 0.5 * 1.25 / 2)
    assert lorenz([1, 3]) == lorenz([3, 1])


def told(name: str, columns: tuple[str, ...], *rows: tuple[object, ...]) -> Told:
    return Told(name, "", columns, rows, ())  # type: ignore[arg-type]


def drawn(given: Told) -> list[tuple[object, ...]]:
    return [tuple(row) for row in to_draw(given, given, nx.MultiDiGraph())[1]]


def test_breadth_is_drawn_step_by_step() -> None:
    columns = ("directive", "depth", "breadth")
    deep = ", ".join("1" * 8)
    made = drawn(told("depth", columns, ("A", 3, "4, 3, 1"), ("B", 0, None), ("C", 8, deep)))
    assert made[:3] == [("A", 4, "step 1"), ("A", 3, "step 2"), ("A", 1, "step 3")]
    assert made[-1] == ("C", 2, "steps below 6")
    assert len(made) == 3 + 7


def test_a_curve_of_plans_begins_where_all_is_to_come() -> None:
    columns = ("days", "at_risk", "still_to_come")
    assert drawn(told("lag-curve", columns, (71, 2, 0.5))) == [(0, 1.0), (71, 0.5)]
    by_level = told("lag-by-level", ("level", *columns), ("a", 71, 2, 0.5), ("b", 9, 1, 0.0))
    assert drawn(by_level) == [("a", 0, 1.0), ("a", 71, 0.5), ("b", 0, 1.0), ("b", 9, 0.0)]


def test_one_lead_several_and_none_make_up_all_tasks(report: Report) -> None:
    for name in ("load-by-kind", "load-by-level", "load-by-province", "load-by-directive"):
        each = figure(report, name)
        rows = [dict(zip(each.drawn_columns, row, strict=True)) for row in each.drawn_rows]
        assert rows
        for row in rows:
            parts = [int(str(row[part])) for part in ("sole", "joint", "no_lead")]
            assert sum(parts) == row["tasks"]


def test_tasks_without_a_year_are_told_and_not_drawn(report: Report) -> None:
    each = figure(report, "timeline")
    assert len(each.rows) == 13
    assert len(each.drawn_rows) == 9


def test_questions_left_open_are_counted_by_document(report: Report) -> None:
    each = figure(report, "unclear")
    assert sum(int(str(row[2])) for row in each.drawn_rows) == len(each.rows) == 207


def test_spans_are_coloured_by_the_directive_of_their_paper(report: Report) -> None:
    found = {row[3] for row in figure(report, "gantt").drawn_rows}
    assert found == {"Nghị quyết 36-NQ/TW", "Quyết định 1600/QĐ-TTg"}


def test_all_that_the_answers_say_has_vietnamese_words(report: Report) -> None:
    for each in report.figures:
        for column in each.columns:
            assert in_vietnamese("column", column), (each.name, column)
        for note in each.notes:
            assert in_vietnamese("note", note), note
        for at, column in enumerate(each.columns):
            values = {row[at] for row in each.rows if isinstance(row[at], str)}
            for value in values if column in OURS else ():
                assert in_vietnamese("value", str(value)), (column, value)


def test_the_report_tells_whence_it_comes(folder: Path, report: Report, page: str) -> None:
    built = read_state(folder)
    assert report.source.version == VERSION
    assert report.source.files == tuple((b.file, b.sha256) for b in built.values())
    for each in built.values():
        assert each.sha256 in page
    assert dict(report.facts)["tasks"] == "160"


def test_the_day_is_asked_for_where_a_question_takes_it(folder: Path) -> None:
    made = report_of(folder, day=DAY)
    queries = {each.name: each.query for each in made.figures}
    assert queries["leads"].shell == f"kg ask leads --as-of {DAY}"
    assert queries["leads"].python.endswith(f'.leads(as_of="{DAY}")')
    assert queries["lag"].shell == "kg ask lag"
    assert figure(made, "overdue").rows is not None
    assert figure(made, "leads").rows == tuple(answered(folder, "leads", {"as_of": DAY}).rows)
    assert figure(made, "leads").words  # also under the names of that day
    assert DAY in report_html(made)


def test_queries_give_the_same_rows_in_python(folder: Path, report: Report) -> None:
    for name in ("leads", "coverage", "lag-by-level"):
        code = figure(report, name).query.python.replace('"build"', repr(str(folder)))
        space: dict[str, object] = {}
        exec(code, space)  # noqa: S102  (the line that the page prints)
        assert [tuple(row) for row in space["rows"]] == list(figure(report, name).rows)  # type: ignore[attr-defined]


def test_the_page_asks_for_nothing_and_runs_one_script(page: str) -> None:
    assert len(re.findall(r"<script(?: type=\"application/json\" id=\"values\")?>", page)) == 2
    assert page.count("<script") == 2
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert "default-src 'none'" in page
    assert "unsafe-eval" not in page
    assert "'unsafe-inline'" not in page.split("script-src", 1)[1].split(";", 1)[0]


def test_the_page_is_not_heavier_than_it_should_be(page: str) -> None:
    assert len(page.encode()) < 1_400_000


def test_the_command_writes_page_markdown_data_and_charts(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    asked = ["report", "-g", str(folder), "-o", str(out), "--as-of", DAY, "--lang", "en"]
    assert CliRunner().invoke(group, asked, catch_exceptions=False).exit_code == 0
    assert {path.name for path in out.iterdir()} == {"report.html", "report.md", "data", "charts"}
    text = (out / "report.md").read_text(encoding="utf-8")
    assert "Sở Khoa học và Công nghệ tỉnh Lâm Đồng" in text
    first = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert b'<html lang="en">' in first[out / "report.html"]
    for name in re.findall(r"\((charts/[\w.-]+)\)|`(data/[\w.-]+)`", text):
        assert (out / "".join(name)).is_file()
    CliRunner().invoke(group, asked, catch_exceptions=False)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == first


def test_markdown_speaks_the_language_of_the_report(report: Report) -> None:
    text = report_markdown(report)
    assert "### Cơ quan chủ trì nhiều nhiệm vụ nhất" in text
    assert "| hạng | cơ quan | loại | nhiệm vụ | văn bản |" in text
    assert "kg ask leads" in text


def test_an_empty_corpus_has_a_report_too(tmp_path: Path) -> None:
    build([], tmp_path / "empty")
    made = report_of(tmp_path / "empty", day=DAY)
    assert "Nothing found in this corpus." in report_html(made)
    assert "Không tìm thấy gì trong kho này." in report_markdown(made)
