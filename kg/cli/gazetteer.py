"""``kg gazetteer``: the tables of places and bodies: checked, shown, written as linked data."""

from __future__ import annotations

from pathlib import Path

import click


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
        click.echo(f"Written: {folder / name}", err=True)
