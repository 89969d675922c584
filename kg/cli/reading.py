"""``kg extract`` and ``kg evaluate``: one document understood, and how well."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.explain import explain_options, show_findings, wants_list
from kg.cli.output import page_options, show_rows, show_text, write_page
from kg.cli.speech import phrase
from kg.errors import RecordError

if TYPE_CHECKING:
    from kg.score.items import Node

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("file", type=_PATH, metavar="FILE")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write to a file instead of the screen.")  # fmt: skip
@page_options
@explain_options
def extract(  # noqa: PLR0913  (one parameter an option)
    file: Path, output: Path | None, page: Path | None, lang: str, kind: str | None,
    *, explain: bool, doubt: bool,
) -> None:  # fmt: skip
    """Print what is understood of one document, as the JSON of docs/records.md.

    FILE may be "-" for standard input. Every finding carries [start, end): code points of the
    text, end exclusive. With --html a page is written, and the record only where -o names a file.

    \b
    Example:
      kg extract data/documents/001_6078abd8910b3412.txt | less
      kg extract data/documents/001_6078abd8910b3412.txt --html 001.html
      kg extract data/documents/001_6078abd8910b3412.txt --doubt | head -40
    """
    from kg.pipeline import extract as extract_source
    from kg.pipeline import extract_file
    from kg.read.source import read_bytes
    from kg.record import dumps, to_json

    whole_list = wants_list(explain=explain, doubt=doubt, kind=kind)
    if str(file) == "-":
        record = extract_source(read_bytes(sys.stdin.buffer.read(), "stdin.txt"))
    else:
        record = extract_file(file)
    if page:
        write_page(to_json(record), record.source.text, page, lang)
    if whole_list:
        text = record.source.text
        show_findings(to_json(record), text, doubt=doubt, kind=kind, output=output)
    elif output or not page:
        show_text(dumps(record), output)


@click.command()
@click.argument(
    "gold", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="GOLD"
)
@click.argument("documents", type=click.Path(path_type=Path, exists=True), metavar="[DOCUMENTS]",
                required=False)  # fmt: skip
@click.option("--format", "kind", type=click.Choice(["table", "json", "csv"]), default="table",
              show_default=True, help="How to print the scores.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write to a file instead of the screen.")  # fmt: skip
@click.option("--rules", "by_rule", is_flag=True,
              help="Count by the rule that made each finding: seen, right, precision.")  # fmt: skip
@click.option("--misses/--no-misses", default=True, show_default=True,
              help="List each miss and each false find with its words.")  # fmt: skip
def evaluate(  # noqa: PLR0913  (one parameter an option)
    gold: Path,
    documents: Path | None,
    kind: str,
    output: Path | None,
    *,
    by_rule: bool,
    misses: bool,
) -> None:
    """Score records against hand-made answers: precision, recall, F1 for each field.

    GOLD is a folder of JSON records made by hand. DOCUMENTS is a folder of documents, which are
    read now, or of JSON records that any tool made; without it the documents that came with the
    package are read.

    \b
    Example:
      kg evaluate data/gold
      kg evaluate data/gold records-of-another-tool --format json
      kg evaluate data/gold --rules
    """
    from kg.score import pairs, score

    compared = pairs(gold, _records(documents))
    if by_rule:
        _show_rules(compared, kind, output)
        return
    scores = score(compared)
    if kind == "json":
        text = json.dumps(scores.to_json(), ensure_ascii=False, indent=1) + "\n"
        output.write_text(text, encoding="utf-8") if output else click.echo(text, nl=False)
        return
    columns = ("field", "gold", "found", "right", "precision", "recall", "F1")
    rows = [tuple(_shown(cell) for cell in row) for row in scores.rows()]
    show_rows("Scores against the gold", columns, rows, (), kind, output)
    if misses and kind == "table" and output is None:
        _list_misses(scores.tallies)


def _show_rules(compared: tuple[tuple[Node, Node], ...], kind: str, output: Path | None) -> None:
    """Print how often each rule was right; the CSV is what data/lexicon/rule_counts.csv holds."""
    from kg.score import rule_counts

    columns = ("rule", "seen", "right", "precision")
    rows = [(each.rule, each.seen, each.right, each.precision) for each in rule_counts(compared)]
    shown = [tuple(map(_shown, row)) for row in rows] if kind == "table" else rows
    show_rows("Rules against the gold", columns, shown, (), kind, output)


def _shown(cell: object) -> str | int:
    """Give a share with three decimals; nothing to score is a dash."""
    if cell is None:
        return "–"
    return (
        f"{cell:.3f}" if isinstance(cell, float) else cell if isinstance(cell, int) else str(cell)
    )


def _list_misses(tallies: object) -> None:
    """Print each miss and each false find under its field."""
    for tally in tallies:  # type: ignore[attr-defined]
        found = [("missed", f) for f in tally.missed] + [("false", f) for f in tally.false]
        if found:
            more = f" {phrase('(informational)')}" if tally.informational else ""
            click.echo(f"\n{tally.field}{more}")
        for what, finding in found:
            words = " ".join(finding.words.split())
            click.echo(f"  {phrase(what):6} {finding.file[:12]} {finding.id}: {words}")


def _records(documents: Path | None) -> dict[str, dict[str, object]]:
    """Give records by file name: read from JSON, or made from the documents now."""
    from kg.build import BuildReport, find_files
    from kg.config import bundled
    from kg.pipeline import extract_file
    from kg.record import load, to_json

    folder = documents or bundled("data", "documents")
    made = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if made:
        loaded = [load(path) for path in made]
        return {str(record["file"]): record for record in loaded}
    files = find_files([folder], BuildReport())
    if not files:
        what = "holds neither documents nor JSON records"
        raise RecordError(what, str(folder), "Name a folder of either.")
    return {path.name: to_json(extract_file(path)) for path in files}
