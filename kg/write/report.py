"""A report of a corpus: every answer with its chart, its words, its data and its query, one page.

The page asks nothing of the network and runs no script; the same answers as Markdown beside it.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.write.charts import Chart, spec, svg
from kg.write.page_parts import asset, template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.write.charts import Spec

SHOWN = 12
"""Rows of an answer that stand on the page; all of them are in its data."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words behind a row: what they say, in which file, from which code point to which."""

    of: str
    words: str
    file: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One answer of the report; *csv* is all of its rows, *query* how it is asked again."""

    name: str
    title: str
    title_vi: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    notes: Sequence[str]
    csv: str
    query: str
    chart: Chart | None = None
    words: Sequence[Passage] = field(default=())

    @property
    def specification(self) -> Spec | None:
        """Give the chart as Vega-Lite; None for an answer that is only a table."""
        return spec(self.chart, self.columns, self.rows) if self.chart and self.rows else None


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its heading, what the corpus holds in a few facts, its figures in order."""

    heading: str
    facts: Sequence[tuple[str, str]]
    figures: Sequence[Figure]


def report_html(report: Report) -> str:
    """Give the report as one page; every word from a document is escaped.

    >>> page = report_html(Report("Sở <b>", (), ()))
    >>> "Sở &lt;b&gt;" in page, "<script" in page
    (True, False)
    """
    figures = [
        {
            "figure": each,
            "svg": svg(each.specification) if each.specification else "",
            "rows": [[_cell(cell) for cell in row] for row in each.rows[:SHOWN]],
            "more": max(0, len(each.rows) - SHOWN),
            "data": base64.b64encode(each.csv.encode("utf-8")).decode("ascii"),
        }
        for each in report.figures
    ]
    return template("report.html").render(
        heading=report.heading, facts=report.facts, figures=figures, style=asset("report.css")
    )


def report_markdown(report: Report) -> str:
    """Give the report as Markdown: the same answers as tables; cells cannot break out of them."""
    lines = [f"# {_plain(report.heading)}", ""]
    lines += [f"- **{_plain(name)}**: {_plain(value)}" for name, value in report.facts]
    for each in report.figures:
        lines += ["", f"## {_plain(each.title)}", "", f"*{_plain(each.title_vi)}*", ""]
        lines.append(f"| {' | '.join(map(_plain, each.columns))} |")
        lines.append(f"|{'---|' * len(each.columns)}")
        lines += [f"| {' | '.join(_plain(_cell(c)) for c in row)} |" for row in each.rows[:SHOWN]]
        left = len(each.rows) - SHOWN
        lines += ["", f"{left} more rows: `data/{each.name}.csv`"] if left > 0 else []
        lines += ["", *(f"> {_plain(note)}" for note in each.notes)]
    return "\n".join(lines) + "\n"


def _cell(cell: object) -> str:
    """Give a cell as people read it: nothing for None, one line."""
    return "" if cell is None else " ".join(str(cell).split())


def _plain(words: str) -> str:
    """Take from words what Markdown would read as markup."""
    line = " ".join(str(words).split())
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!" else c for c in line)
