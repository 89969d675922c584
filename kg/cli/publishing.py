"""``kg export``, ``kg validate``: the graph as files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.output import format_option, graph_option, show_rows
from kg.cli.speech import phrase, reworded, say

_FAULTY = 5
_NAMES = [
    "turtle",
    "trig",
    "nquads",
    "ntriples",
    "jsonld",
    "rdfxml",
    "graphml",
    "gexf",
    "csv",
    "parquet",
    "xlsx",
    "json",
    "jsonl",
]


@click.command()
@graph_option
@click.option("--format", "kind", type=click.Choice(_NAMES),
              help="The form; by default the one of FILE's ending, else turtle. csv and parquet make "
                   "a folder, or a zip if FILE ends with .zip.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE",
              help='Where to write; "-" or nothing is standard output.')  # fmt: skip
def export(folder: Path, kind: str | None, output: Path | None) -> None:
    """Write the graph for other tools: RDF for portals, GraphML for Gephi, tables for Excel and data science.

    The same graph always gives the same bytes.

    \b
    Example:
      kg export --format turtle -o policy.ttl
      kg export --format csv -o tables.zip
      kg export -o tables.xlsx
    """
    from kg.folder import base_of
    from kg.graph.named import named_quads
    from kg.graph.network import network
    from kg.graph.store import open_store
    from kg.write.formats import format_of, write
    from kg.write.prefixes import prefixes
    from kg.write.triples import ByGraph

    store = open_store(folder, read_only=True)
    target = sys.stdout.buffer if output is None or str(output) == "-" else output
    form = kind or (format_of(target) if isinstance(target, Path) else None) or "turtle"
    notes = write(form, target, quads=lambda: ByGraph(named_quads(store)), network=lambda: network(store),
                  records=lambda: _records(folder), prefixes=prefixes(base_of(folder)))  # fmt: skip
    for note in notes:
        say("Warning: {}", reworded(note))
    if isinstance(target, Path):
        say("Written: {}", target)


def _records(folder: Path) -> list[str]:
    """Give the records of the folder as JSON texts, by name."""
    return [
        path.read_text(encoding="utf-8") for path in sorted((folder / "records").glob("*.json"))
    ]


@click.command()
@graph_option
@format_option
def validate(folder: Path, kind: str, output: Path | None) -> None:
    """Check the graph against its shapes (SHACL); each fault is named with its mend.

    Exit code 5 when a fault is found.

    \b
    Example:
      kg validate
    """
    from kg.graph.shapes import validate as check
    from kg.graph.store import open_store

    report = check(open_store(folder, read_only=True))
    if report.conforms and kind == "table" and output is None:
        click.echo(phrase("The graph conforms to ontology/shapes.ttl."))
        return
    rows = [(fault.label, fault.what, fault.mend) for fault in report.faults]
    show_rows("Faults", ("where", "what", "mend"), rows, (), kind, output)
    if not report.conforms:
        sys.exit(_FAULTY)
