"""A report of a corpus: every answer with its chart, its words, its data and its query, one page.

The page asks nothing of the network. It can be read whole without its script, which only adds the
switch of languages, values at the marks of charts, and all rows of a table.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from kg.write.answer_words import OURS, in_vietnamese, spoken
from kg.write.chart_marks import SIZES
from kg.write.chart_svg import slim
from kg.write.charts import Chart, drawn, spec, svg
from kg.write.page_parts import asset, closed_script, csp_hash, safe_json, template
from kg.write.page_words import LANGUAGES
from kg.write.report_words import WORDS, said

if TYPE_CHECKING:
    from kg.write.charts import Spec

SCRIPTS: Final = ("report_table.js", "report_main.js")
_INSIDE: Final = 150_000
"""Letters of data that a page carries for one answer; more is only in the file beside it."""
_FILES: Final = 100
_DAY: Final = re.compile(r"[\d-]{7,10}")
_WIDTHS: Final = ((90, "long"), (24, "text"), (10, "short"))
"""A cell of more letters than so many gets so much room."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words behind a row: what they say, in which file, from which code point to which."""

    of: str
    words: str
    file: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Query:
    """How an answer is asked again: at the command line, in Python, in SPARQL where it is that."""

    shell: str
    python: str
    sparql: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One answer of the report; *csv* is all of its rows, *drawn_rows* what its chart shows.

    The first *shown* rows stand on the page.
    """

    name: str
    theme: str
    title: str
    title_vi: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    notes: Sequence[str]
    csv: str
    query: Query
    chart: Chart | None = None
    drawn_columns: Sequence[str] = ()
    drawn_rows: Sequence[Sequence[object]] = ()
    words: Sequence[Passage] = ()
    shown: int = 8

    def specification(self, lang: str = "en") -> Spec | None:
        """Give the chart as Vega-Lite, to stand alone; None for an answer that is only a table."""
        if not self.chart or not self.drawn_rows:
            return None
        return spec(self.chart, self.drawn_columns, self.drawn_rows, lang=lang)


@dataclass(frozen=True, slots=True)
class Source:
    """Whence a report comes: version of kg, files with their SHA-256, the day asked for."""

    version: str
    files: Sequence[tuple[str, str]] = ()
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its heading, what the corpus holds in a few facts, its figures in order."""

    heading: str
    facts: Sequence[tuple[str, str]]
    figures: Sequence[Figure]
    source: Source
    lang: str = "vi"

    @property
    def parts(self) -> list[tuple[str, list[Figure]]]:
        """Give the figures by the part of the report they belong to."""
        return [(theme, list(those)) for theme, those in groupby(self.figures, lambda f: f.theme)]


def report_html(report: Report) -> str:
    """Give the report as one page; every word from a document is escaped.

    >>> page = report_html(Report("Sở <b>", (), (), Source("1")))
    >>> "Sở &lt;b&gt;" in page, page.splitlines()[1]
    (True, '<html lang="vi">')
    """
    script = closed_script(SCRIPTS)
    values = {
        english: told
        for english in sorted({str(c) for f in report.figures for c in _coded(f)})
        if (told := in_vietnamese("value", english))
    }
    return template("report.html").render(
        report=report,
        lang=report.lang,
        languages=LANGUAGES,
        say=lambda key, **more: {lang: said(key, lang, **more) for lang in LANGUAGES},
        parts=[(theme, [_figure(each) for each in those]) for theme, those in report.parts],
        files=report.source.files[:_FILES],
        left=max(0, len(report.source.files) - _FILES),
        reading=[key for key in WORDS if key.startswith("read.")],
        style=asset("report.css"),
        script=script,
        script_hash=csp_hash(script),
        data=safe_json({"values": values, "words": {"sort": WORDS["sort"]}}),
    )


def _coded(figure: Figure) -> Iterator[object]:
    """Give the values of an answer that are words of ours."""
    places = [at for at, name in enumerate(figure.columns) if name in OURS]
    yield from (row[at] for row in figure.rows for at in places if isinstance(row[at], str))


def _figure(figure: Figure) -> dict[str, Any]:
    """Give what the template shows of one answer."""
    inside = len(figure.csv) <= _INSIDE
    data = base64.b64encode(figure.csv.encode("utf-8")).decode("ascii")
    return {
        "figure": figure,
        "title": {"vi": figure.title_vi, "en": figure.title},
        "pictures": list(_pictures(figure)),
        "caption": _caption(figure),
        "columns": [_column(figure, at) for at in range(len(figure.columns))],
        "rows": [[*_cells(figure, row)] for row in figure.rows[: figure.shown]],
        "more": max(0, len(figure.rows) - figure.shown),
        "notes": [{"vi": in_vietnamese("note", note), "en": note} for note in figure.notes],
        "words": [(of, list(those)) for of, those in groupby(figure.words, lambda each: each.of)],
        "inside": inside,
        "href": f"data:text/csv;base64,{data}" if inside else f"data/{figure.name}.csv",
    }


def _pictures(figure: Figure) -> Iterator[tuple[str, str, str]]:
    """Draw the chart wide and narrow; once where it says the same in both languages."""
    if not figure.chart or not figure.drawn_rows:
        return
    for name, size in SIZES.items():
        made = [
            spec(figure.chart, figure.drawn_columns, figure.drawn_rows,
                 lang=lang, size=size, titled=False)
            for lang in LANGUAGES
        ]  # fmt: skip
        same = made[0] == made[1]
        for lang, each in zip(LANGUAGES, made[: 1 if same else 2], strict=False):
            yield name, "" if same else lang, slim(svg(each))


def _caption(figure: Figure) -> dict[str, Any] | None:
    """Say how the chart is read: its axes, how many rows it shows, its colours."""
    chart = figure.chart
    if not chart or not figure.drawn_rows:
        return None
    told = {lang: drawn(chart, figure.drawn_columns, figure.drawn_rows, lang) for lang in LANGUAGES}
    of = told["en"]
    key = f"chart.{chart.kind}"
    names = {
        lang: {part: spoken("column", getattr(chart, part), lang) for part in ("x", "y", "colour")}
        for lang in LANGUAGES
    }
    shown = [
        {lang: said(key, lang, n=n, of=whole) for lang in LANGUAGES}
        for key, n, whole in (("chart.shown", of.shown, of.of), ("chart.across", *of.across))
        if n < whole
    ]
    legend = [] if chart.kind == "heat" else list(zip(told["vi"].legend, of.legend, strict=True))
    return {
        "axes": {lang: said(key, lang, **names[lang]) for lang in LANGUAGES},
        "shown": shown,
        "legend": [(shade, {"vi": vi, "en": en}) for (_, shade, vi), (_, _, en) in legend],
        "of": None if chart.fold else {lang: names[lang]["colour"] for lang in LANGUAGES},
    }


def _column(figure: Figure, at: int) -> dict[str, Any]:
    """Give the head of a column; numbers stand to the right, long words get room."""
    name = figure.columns[at]
    cells = [row[at] for row in figure.rows[: figure.shown] if row[at] is not None]
    kinds = ["n"] if cells and all(isinstance(each, (int, float)) for each in cells) else []
    longest = max((len(str(each)) for each in cells), default=0)
    kinds += ["day"] if cells and all(_DAY.fullmatch(str(each)) for each in cells) else []
    kinds += [kind for letters, kind in _WIDTHS if longest > letters][:1]
    kinds += [f"only-{name}"] if name in LANGUAGES else []
    # The code of a theme says nothing beside its names.
    kinds += ["code"] if name == "theme" and set(LANGUAGES) <= set(figure.columns) else []
    own = f"{figure.name}.{name}"
    key = own if in_vietnamese("column", own) else name
    of_theme = "theme" if name in LANGUAGES else name
    head = {"vi": spoken("column", key, "vi"), "en": spoken("column", of_theme, "en")}
    return {"name": name, "head": head, "kinds": " ".join(kinds), "ours": name in OURS}


def _cells(figure: Figure, row: Sequence[object]) -> Iterator[dict[str, str]]:
    for name, cell in zip(figure.columns, row, strict=True):
        words = one_line(cell)
        other = in_vietnamese("value", words) if name in OURS else None
        yield {"vi": other, "en": words} if other else {"both": words}


def one_line(cell: object) -> str:
    """Give a cell as people read it: nothing for None, one line.

    >>> one_line(None), one_line("Sở  Y tế")
    ('', 'Sở Y tế')
    """
    return "" if cell is None else " ".join(str(cell).split())
