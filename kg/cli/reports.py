"""``kg report``: the answers about a corpus as one page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.days import Day
from kg.cli.output import graph_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.write.report import Report


@click.command()
@graph_option
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), default=Path("report"),
              show_default=True, metavar="DIR", help="The folder to write: report.html, report.md, data/, charts/.")  # fmt: skip
@click.option("--title", help="The heading of the report.")
@click.option("--as-of", "day", type=Day(), metavar="DAY",
              help="Agencies and provinces as on a day, where a question takes one.")  # fmt: skip
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True,
              help="The language of the report; that of the page can be switched there.")  # fmt: skip
def report(folder: Path, output: Path, title: str | None, day: str | None, lang: str) -> None:
    """Write a report of the corpus: what is in it, the answers with charts, words and data.

    report.html is one page that needs no network; report.md says the same in Markdown; data/
    holds all rows as CSV, charts/ each chart as SVG and as Vega-Lite.

    \b
    Example:
      kg report -o report
      kg report -o report --lang en --as-of 2025-07-02 --title "Bioindustry plans"
    """
    from kg.reporting import report_of
    from kg.write.files import write_folder
    from kg.write.report import report_html
    from kg.write.report_markdown import report_markdown

    made = report_of(folder, title, day, lang)
    write_folder(output, {
        "report.html": report_html(made).encode("utf-8", "replace"),
        "report.md": report_markdown(made).encode("utf-8", "replace"),
    })  # fmt: skip
    write_folder(output / "data", {f"{each.name}.csv": each.csv.encode() for each in made.figures})
    write_folder(output / "charts", dict(_charts(made)))
    click.echo(f"Written: {output / 'report.html'}", err=True)


def _charts(made: Report) -> Iterator[tuple[str, bytes]]:
    """Give each chart as Vega-Lite and as SVG, to stand in another paper."""
    from kg.write.charts import svg

    for each in made.figures:
        specification = each.specification(made.lang)
        if specification:
            text = json.dumps(specification, ensure_ascii=False, indent=1) + "\n"
            yield f"{each.name}.vl.json", text.encode()
            yield f"{each.name}.svg", svg(specification).encode()
