"""``kg build``: documents → graph."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.progress import Bar
from kg.config import BASE_IRI, bundled

if TYPE_CHECKING:
    from kg.build import BuildReport

_SOME_FAILED = 4
_SHOWN = 50  # rows of the table of findings


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH…")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), default=Path("build"),
              show_default=True, metavar="DIR", help="The graph folder to make or to bring up to date.")  # fmt: skip
@click.option("--base", default=BASE_IRI, show_default=True, metavar="IRI",
              help="Where the IRIs of documents, agencies and tasks live; ends with a slash.")  # fmt: skip
@click.option("--workers", type=click.IntRange(min=1), metavar="N",
              help="Processes to use; by default one, and all cores from 32 documents on.")  # fmt: skip
@click.option(
    "--prune",
    is_flag=True,
    help="Take documents whose files are not named any more out of the graph.",
)
@click.option(
    "--ocr", is_flag=True, help="Recognise scans (needs OCRmyPDF and its Vietnamese data)."
)
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
def build(  # noqa: PLR0913  (one parameter an option)
    paths: tuple[Path, ...],
    output: Path,
    base: str,
    workers: int | None,
    *,
    prune: bool,
    ocr: bool,
    quiet: bool,
) -> None:
    """Build the graph from files, folders and zips (default: the five plans of the package).

    Only what changed is read again. A document that cannot be read is named with the reason,
    the others go on, and what was built before stays.

    \b
    Example:
      kg build data/documents -o build
      kg build my-plans/ -o my-graph --workers 2
    """
    from kg.build import build as build_graph

    if not base.endswith(("/", "#")):
        what = "must end with / or #"
        raise click.BadParameter(what, param_hint="--base")
    wanted = paths or (_default(),)
    with Bar("Reading documents", shown=not quiet and sys.stderr.isatty()) as bar:
        report = build_graph(
            wanted, output, base=base, workers=workers, prune=prune, ocr=ocr, progress=bar.show
        )
    _say(report, output, quiet=quiet)
    if report.failed:
        sys.exit(_SOME_FAILED if report.built or report.unchanged else 1)


def _default() -> Path:
    """Give data/documents here if there is one, else the documents inside the package."""
    here = Path("data/documents")
    return here if here.is_dir() else bundled("data", "documents")


def _say(report: BuildReport, output: Path, *, quiet: bool) -> None:
    """Print the summary; each failure has its line on stderr."""
    for _, line in report.failed:
        click.echo(f"kg: {line}", err=True)
    if quiet:
        return
    for path, why in report.skipped:
        click.echo(f"left out: {Path(path).name} ({why})", err=True)
    for name, other in report.versions:
        click.echo(
            f"looks like a draft or another file of {other}: {name} (both are kept)", err=True
        )
    if report.built:
        click.echo(_findings(report.built, output), nl=False)
    parts = [f"{len(report.built)} built", f"{len(report.unchanged)} unchanged"]
    parts += [f"{len(report.removed)} removed"] if report.removed else []
    parts += [f"{len(report.failed)} failed"] if report.failed else []
    click.echo(f"{output}: {', '.join(parts)}")


def _findings(built: Sequence[str], output: Path) -> str:
    """Give a table of what was found in each document that was read now."""
    from kg.cli.output import table_text
    from kg.record import load

    paths = [output / "records" / f"{Path(name).name}.json" for name in sorted(built)]
    rows = [_counts(load(path)) for path in paths[:_SHOWN] if path.exists()]
    left = len(paths) - len(rows)
    more = (f"{left} more documents were read.",) if left > 0 else ()
    columns = ("document", "number", "tasks", "with lead", "cited papers", "agencies", "reports")
    return table_text("Found in each document", columns, rows, more)


def _counts(record: Mapping[str, Any]) -> tuple[str | int, ...]:
    tasks = record["tasks"]
    led = sum(bool(task["lead"]) for task in tasks)
    found = (record[each] for each in ("references", "agents", "reporting"))
    number = record["document"]["number"] or "–"
    return (record["file"], number, len(tasks), led, *map(len, found))
