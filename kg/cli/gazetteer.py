"""``kg gazetteer``: the tables of places and bodies: checked, shown, written as linked data."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.days import Day
from kg.cli.output import format_option, show_rows
from kg.cli.speech import language, phrase, reworded, say

_FAULTY = 1
_SHOWN = 20
_WHOLE = 4
_COLUMNS = ("what", "day", "expected", "counted", "holds", "acts")


@click.group()
def gazetteer() -> None:
    """Check, show and export the tables of places and bodies.

    \b
    Example:
      kg gazetteer check
      kg gazetteer show "Đắk Nông" --on 2025-07-01
      kg gazetteer export -o ontology
    """


@gazetteer.command()
@format_option
def check(kind: str, output: Path | None) -> None:
    """Count what the tables hold beside what acts say, and look whether they hold together.

    Exit code 1 where a number is another one, or a fault is found. A number that no act says is
    counted alone.

    \b
    Example:
      kg gazetteer check
      kg gazetteer check --format csv -o counts.csv
    """
    from kg.identity.counts import counts
    from kg.identity.soundness import CHECKS

    said = {None: "", True: "yes", False: "NO"}
    found = [(words, tuple(look())) for words, look in CHECKS]
    faults = [fault for _, each in found for fault in each]
    spoken = kind == "table" and language() == "vi"
    rows = [(each.vi if spoken else each.en, each.day, each.expected, each.counted, said[each.holds], "; ".join(each.acts))
            for each in (() if faults else counts())]  # fmt: skip
    rows += [(words, "", 0, len(each), said[not each], "") for words, each in found]
    more = [f"and {len(faults) - _SHOWN} more faults"] if len(faults) > _SHOWN else []
    later = ["The numbers are counted when the faults are mended."] if faults else []
    show_rows("The gazetteer", _COLUMNS, rows, (*faults[:_SHOWN], *more, *later), kind, output)
    if any(row[4] == said[False] for row in rows):
        sys.exit(_FAULTY)


@gazetteer.command()
@click.argument("name")
@click.option("--on", "day", type=Day(), default=None, metavar="DAY",
              help="Say also how it stood on a day: 2025-07-01, or today.")  # fmt: skip
def show(name: str, day: str | None) -> None:
    """Print what the tables know of a place or a body: days, codes, acts, what became of it.

    NAME is a name, a label or a code in numbers (BNV). Marks and case do not count; where
    several bear the name they are listed, and a whole label tells them apart.

    \b
    Example:
      kg gazetteer show "dak nong" --on 2025-07-01
      kg gazetteer show "Bộ Lao động - Thương binh và Xã hội"
      kg gazetteer show "Xã Tân Phú, tỉnh Đồng Nai"
    """
    from kg.identity.entries import entries

    found = entries(name)
    for entry in found:
        click.echo(f"{entry.label}  [{reworded(entry.what)}]")
        for words, value in entry.lines(day or "") if len(found) <= _WHOLE else ():
            click.echo(f"  {reworded(words)}: {reworded(value)}")
    if len(found) > _WHOLE:
        click.echo(
            phrase("{} bear this name. Give the whole label of one to see more.", len(found))
        )


@gazetteer.command()
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False),
              required=True, metavar="DIR", help="The folder to write into; other files in it stay.")  # fmt: skip
@click.option("--communes", is_flag=True,
              help="Write communes.ttl too: 13,000 communes of both periods, 6 MB.")  # fmt: skip
def export(folder: Path, *, communes: bool) -> None:
    """Write the tables as Turtle: agencies.ttl and places.ttl, those of the folder ontology/.

    The same tables always give the same bytes.

    \b
    Example:
      kg gazetteer export -o ontology
      kg gazetteer export -o linked --communes
    """
    from kg.config import BASE_IRI
    from kg.graph.gazetteer.bodies import body_quads
    from kg.graph.gazetteer.communes import commune_quads
    from kg.graph.gazetteer.places import place_quads
    from kg.identity.timeline import timeline
    from kg.write.files import write_folder
    from kg.write.prefixes import table_prefixes
    from kg.write.turtle import turtle

    quads = {
        "agencies.ttl": body_quads(BASE_IRI, timeline()),
        "places.ttl": place_quads(BASE_IRI, timeline()),
    }
    if communes:
        quads["communes.ttl"] = commune_quads(BASE_IRI)
    names = table_prefixes()
    files = {name: "".join(turtle(each, names)).encode() for name, each in quads.items()}
    write_folder(folder, files)
    for name in files:
        say("Written: {}", folder / name)
