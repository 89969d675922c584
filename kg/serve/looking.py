"""One look at a thing, done in a worker: RDF in the form wished for, or a page."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.errors import KgError
from kg.serve.about import description, is_known
from kg.serve.asked import Said
from kg.serve.forms import PAGES, named
from kg.serve.pages import thing_page
from kg.serve.querying import Capped, TooLargeError
from kg.serve.shown import shown
from kg.write.jsonld import jsonld
from kg.write.nquads import ntriples
from kg.write.prefixes import prefixes
from kg.write.rdfxml import rdfxml
from kg.write.turtle import turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import Quad, Store

    from kg.serve.asked import Look

UNKNOWN = "Nothing is known here of this address."
_WRITERS: dict[str, Callable[[Iterable[Quad], str], Iterator[str]]] = {
    "turtle": lambda quads, base: turtle(quads, prefixes(base)),
    "jsonld": lambda quads, _: jsonld(quads),
    "ntriples": lambda quads, _: ntriples(quads),
    "rdfxml": lambda quads, base: rdfxml(quads, prefixes(base)),
}


def look(store: Store, asked: Look, base: str, out: Path, most: int) -> Said:
    """Write what is said of a thing to *out*; 404 where nothing is."""
    try:
        iri = NamedNode(asked.iri)
    except ValueError:
        return Said(404, UNKNOWN)
    if not is_known(store, iri):
        return Said(404, UNKNOWN)
    form = named(asked.form, PAGES)
    if form is None:
        return Said(200, "graph" if store.contains_named_graph(iri) else "thing")
    try:
        with closing(Capped(out, most)) as file:
            for part in _parts(store, iri, form.name, base):
                file.write(part.encode())
    except TooLargeError:
        return Said(422, f"What is said of it has more than {most} bytes: ask /sparql for a part.")
    except KgError as error:
        return Said(406, str(error))
    return Said(200, form.media)


def _parts(store: Store, iri: NamedNode, form: str, base: str) -> Iterable[str]:
    if form == "html":
        return (thing_page(shown(store, iri, base)),)
    return _WRITERS[form](description(store, iri), base)
