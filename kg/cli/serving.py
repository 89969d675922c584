"""``kg serve``: the graph on the web, for people, for programs, for SPARQL."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.output import graph_option
from kg.cli.speech import reworded

_MIB = 2**20


@click.command()
@graph_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="Where to listen; by default only this computer reaches it.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="The port; 0 takes a free one.")  # fmt: skip
@click.option("--site", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
              help="A folder of pages: where it has one for an address, that page is shown.")  # fmt: skip
@click.option("--name", "names", multiple=True, metavar="HOST",
              help="A further name under which the server may be called. May be given several times.")  # fmt: skip
@click.option("--origin", "origins", multiple=True, metavar="ORIGIN",
              help='A site whose pages may read the answers (CORS); "*" for all, which is the default beyond this computer.')  # fmt: skip
@click.option("--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, metavar="SECONDS",
              help="How long one query may take.")  # fmt: skip
@click.option("--memory", type=click.IntRange(min=64), default=1024, show_default=True, metavar="MIB",
              help="How much memory one query may take.")  # fmt: skip
@click.option("--size", type=click.IntRange(min=1), default=64, show_default=True, metavar="MIB",
              help="How large one answer may be.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 64), default=4, show_default=True, metavar="N",
              help="How many queries run side by side.")  # fmt: skip
@click.option("--waiting", type=click.IntRange(min=0), default=16, show_default=True, metavar="N",
              help="How many queries may wait for their turn.")  # fmt: skip
def serve(  # noqa: PLR0913  (one parameter an option)
    folder: Path, host: str, port: int, site: Path | None, names: tuple[str, ...],
    origins: tuple[str, ...], timeout: float, memory: int, size: int, workers: int, waiting: int,
) -> None:  # fmt: skip
    """Serve the graph: a SPARQL endpoint, and a page and RDF for each of its things.

    It only answers; nothing can be changed through it. A query that takes too long, or too much
    memory, is stopped without harm to the others.

    \b
    Example:
      kg serve
      kg serve -g my-graph --port 0
      curl -G http://127.0.0.1:8000/sparql -H 'Accept: text/csv' \\
        --data-urlencode 'query=SELECT (COUNT(*) AS ?n) { ?task a pc:Task }'
    """
    from kg.serve.limits import Limits
    from kg.serve.run import serve as run

    limits = Limits(
        seconds=timeout, memory=memory * _MIB, size=size * _MIB, workers=workers, waiting=waiting
    )
    run(folder, host=host, port=port, limits=limits, names=names, origins=origins, site=site,
        say=lambda line: click.echo(reworded(line)))  # fmt: skip
