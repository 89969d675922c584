"""``kg compare``: two documents, or the documents of two provinces, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.output import format_option, graph_option, show_rows

if TYPE_CHECKING:
    from collections.abc import Collection

    from pyoxigraph import Store

    from kg.analyse.compare import Side
    from kg.analyse.walk import Network
    from kg.cli.output import Cell
    from kg.write.compared import Beside

_SHOWN = 6  # the table leaves the offsets to JSON and CSV
_WIDE = 90


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@graph_option
@format_option
@click.option("--html", "page", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write a page instead: both sides with every passage, words that differ marked.")  # fmt: skip
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True,
              help="The language the page opens in; it can be switched there.")  # fmt: skip
def compare(  # noqa: PLR0913  (one parameter an option)
    first: str, second: str, folder: Path, kind: str, output: Path | None,
    page: Path | None, lang: str,
) -> None:  # fmt: skip
    """Lay two documents, or two provinces, side by side.

    A and B are each a number, part of a title, a file or an IRI; or the name of a place, for
    all its documents. Shown are the papers above them, the tasks in common and apart, and how
    many tasks name each agency and each time. JSON and CSV give all words, and offsets of tasks.

    \b
    Example:
      kg compare "452/KH-UBND" "1953/KH-UBND"
      kg compare "dak nong" "ben tre" --format csv -o compared.csv
      kg compare "dak nong" "ben tre" --html compared.html
    """
    from kg.analyse.compare import compare as side_by_side
    from kg.folder import texts
    from kg.graph.network import network
    from kg.graph.store import open_store
    from kg.write.compared import write_compared

    store = open_store(folder, read_only=True)
    graph = network(store, duties=True)
    held = texts(folder)
    one, other = (_side(store, graph, each, held.keys()) for each in (first, second))
    answer = side_by_side(graph, held, one, other)
    if page:
        write_compared((_beside(graph, one), _beside(graph, other)), answer.columns, answer.rows,
                       answer.notes[2:], page, lang=lang)  # fmt: skip
        click.echo(f"Written: {page}", err=True)
        return
    table = kind == "table"
    shown = slice(_SHOWN) if table else slice(None)
    rows = [tuple(_cut(cell) if table else cell for cell in row[shown]) for row in answer.rows]
    show_rows("Side by side", answer.columns[shown], rows, answer.notes, kind, output)


def _beside(graph: Network, side: Side) -> Beside:
    """Give a side as its page names it."""
    from kg.analyse.walk import ends, name
    from kg.write.compared import Beside

    tasks = {task for each in side.documents for task in ends(graph, each, "has_task")}
    return Beside(side.name, tuple(name(graph, each) for each in side.documents), len(tasks))


def _cut(cell: Cell) -> Cell:
    """Give the first words of a long text; a table is for eyes."""
    long = isinstance(cell, str) and len(cell) > _WIDE
    return f"{str(cell)[:_WIDE].rstrip()}…" if long else cell


def _side(store: Store, graph: Network, wish: str, held: Collection[str]) -> Side:
    """Give the held documents that a name means: those of a place, else one document.

    Raises NotFoundError for a name that is neither, and for a document that is only cited.
    """
    from kg.analyse.compare import Side
    from kg.analyse.walk import lies_in, name, said
    from kg.errors import NotFoundError
    from kg.graph.find import find_document
    from kg.graph.query import place_words

    try:
        place = place_words(store, wish).value
    except NotFoundError:
        iri = find_document(store, wish)
        if iri not in held:
            what = f"{name(graph, iri)}: its text is not in this corpus"
            raise NotFoundError(what, mend="See which are: kg ask documents") from None
        return Side(name(graph, iri), (iri,))
    found = (iri for iri in sorted(held) if iri in graph)
    return Side(place, tuple(i for i in found if lies_in(said(graph, i, "place"), place)))
