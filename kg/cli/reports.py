"""``kg report``: the answers about a corpus as one page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.days import Day
from kg.cli.output import graph_option


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
    from kg.reporting.files import report_files
    from kg.write.files import write_folder

    found: dict[str, dict[str, bytes]] = {"": {}}
    for name, content in report_files(report_of(folder, title, day, lang)):
        inside, _, last = name.rpartition("/")
        found.setdefault(inside, {})[last] = content
    for inside, files in found.items():
        write_folder(output / inside, files)
    click.echo(f"Written: {output / 'report.html'}", err=True)
