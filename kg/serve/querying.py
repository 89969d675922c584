"""One query of the SPARQL protocol, answered in a worker: whole into a file, or one line why not."""

from __future__ import annotations

from contextlib import closing
from io import RawIOBase
from typing import TYPE_CHECKING, cast

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
)

from kg.graph.query import prefixes
from kg.serve.asked import Said
from kg.serve.forms import GRAPHS, RESULTS, named, types
from kg.serve.lexis import asks_elsewhere, bare, is_update, names_graphs

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

    from pyoxigraph import Store

    from kg.serve.asked import Query
    from kg.serve.forms import Form

RDF = {
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
}
_TABLES = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
READ_ONLY = "This endpoint only answers questions: it takes no updates."
NO_SERVICE = "This endpoint sends no requests to others: SERVICE is refused."


class TooLargeError(Exception):
    """An answer of more bytes than one answer may have."""


class Capped(RawIOBase):
    """A file that ends an answer which grows too large."""

    def __init__(self, path: Path, most: int) -> None:
        """Open *path* for an answer of at most *most* bytes."""
        super().__init__()
        self._file, self._left = path.open("wb"), most

    def writable(self) -> bool:
        """Say yes: it is written to."""
        return True

    def write(self, data: object) -> int:
        """Write *data*; TooLargeError where it no longer fits."""
        count = self._file.write(data)  # type: ignore[arg-type]  # bytes or a view of bytes
        self._left -= count
        if self._left < 0:
            raise TooLargeError
        return count

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


def answer(store: Store, query: Query, out: Path, most: int) -> Said:
    """Write the answer of *query* to *out*; :class:`Said` gives its type, or why there is none."""
    words = bare(query.text)
    if asks_elsewhere(words):
        return Said(403, NO_SERVICE)
    try:
        found = _run(store, query, own=names_graphs(words))
    except SyntaxError as error:
        return Said(403, READ_ONLY) if is_update(words) else Said(400, _fault(error))
    except (ValueError, RuntimeError, OSError) as error:
        return Said(400, _fault(error))
    return _write(found, query, out, most)


def _run(store: Store, query: Query, *, own: bool) -> QuerySolutions | QueryBoolean | QueryTriples:
    """Run over all graphs, over those that the query names, or over those of the request."""
    if query.default or query.named:
        default: list[NamedNode | BlankNode | DefaultGraph] = [*map(NamedNode, query.default)]
        graphs: list[NamedNode | BlankNode] = [*map(NamedNode, query.named)]
        return store.query(
            query.text, prefixes=prefixes(), default_graph=default, named_graphs=graphs
        )
    return store.query(query.text, prefixes=prefixes(), use_default_graph_as_union=not own)


def _write(
    found: QuerySolutions | QueryBoolean | QueryTriples, query: Query, out: Path, most: int
) -> Said:
    graph = isinstance(found, QueryTriples)
    forms, wish = (GRAPHS, query.graph) if graph else (RESULTS, query.results)
    form = named(wish, forms)
    if form is None:
        return Said(406, f"This answer can be had as: {types(forms)}.")
    try:
        with closing(Capped(out, most)) as file:
            _serialize(found, form, cast("IO[bytes]", file))
    except TooLargeError:
        return Said(422, f"The answer has more than {most} bytes: ask for less, with LIMIT.")
    except (RuntimeError, OSError, ValueError) as error:
        return Said(400, _fault(error))
    return Said(200, form.media)


def _serialize(
    found: QuerySolutions | QueryBoolean | QueryTriples, form: Form, file: IO[bytes]
) -> None:
    if isinstance(found, QueryTriples):
        found.serialize(output=file, format=RDF[form.name])
    else:
        found.serialize(output=file, format=_TABLES[form.name])


def _fault(error: Exception) -> str:
    """Give what the engine says of a query, on one line."""
    return f"This is no query that can be answered: {' '.join(str(error).split())}"
