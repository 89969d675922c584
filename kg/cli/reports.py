"""``kg report``: the answers about a corpus as one page."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kg.cli.days import Day
from kg.cli.output import graph_option


@click.command()
@graph_option
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), default=Path("report"),
              show_default=True, metavar="DIR", help="The folder to write: report.html, report.md, data/, charts/.")  # fmt: skip
@click.option(
    "--title", default="Policy cascades", show_default=True, help="The heading of the report."
)
@click.option("--as-of", "day", type=Day(), metavar="DAY",
              help="Agencies and provinces as on a day, where a question takes one.")  # fmt: skip
def report(folder: Path, output: Path, title: str, day: str | None) -> None:
    """Write a report of the corpus: what is in it, the answers with charts, words and data.

    report.html is one page that needs no network; report.md says the same in Markdown; data/
    holds all rows as CSV, charts/ each chart as SVG and as Vega-Lite.

    \b
    Example:
      kg report -o report
      kg report -o report --as-of 2025-07-02 --title "Bioindustry plans"
    """
    from kg.reporting import report_of
    from kg.write.charts import svg
    from kg.write.files import write_folder
    from kg.write.report import report_html, report_markdown

    made = report_of(folder, title, day)
    write_folder(output, {
        "report.html": report_html(made).encode(),
        "report.md": report_markdown(made).encode(),
    })  # fmt: skip
    write_folder(output / "data", {f"{each.name}.csv": each.csv.encode() for each in made.figures})
    drawn: dict[str, bytes] = {}
    for each in made.figures:
        if each.specification:
            text = json.dumps(each.specification, ensure_ascii=False, indent=1) + "\n"
            drawn |= {
                f"{each.name}.vl.json": text.encode(),
                f"{each.name}.svg": svg(each.specification).encode(),
            }
    write_folder(output / "charts", drawn)
    click.echo(f"Written: {output / 'report.html'}", err=True)
