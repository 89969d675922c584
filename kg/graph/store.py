"""The graph on disk: open it, replace the graph of one document in one step, list what it holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.config import bundled
from kg.errors import GraphError
from kg.graph.terms import node
from kg.vocabulary import PC

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FORMAT = 1
"""The make of the graph: raised whenever older folders can no longer be read."""
MARKER = "kg-graph.json"
ONTOLOGY = "https://w3id.org/policy-cascade/ns"
CONCEPTS = "https://w3id.org/policy-cascade/types"
_VOCABULARIES = ((ONTOLOGY, "policy.ttl"), (CONCEPTS, "types.ttl"))


def open_store(path: Path, *, create: bool = False, read_only: bool = False) -> Store:
    """Open the graph in the folder *path*; *create* makes an empty one where there is none.

    A read-only store may be open in several processes at once. Raises GraphError where there is
    no graph, where another process writes to it, where it is damaged or of another make.
    """
    if create and not (path / MARKER).exists():
        _lay_out(path)
    _check(path)
    folder = str(path / "store")
    try:
        store = Store.read_only(folder) if read_only else Store(folder)
    except (OSError, RuntimeError) as error:
        raise _trouble(path, str(error)) from error
    if not read_only:
        load_ontology(store)
    return store


def _lay_out(path: Path) -> None:
    """Make the folder; a folder of other things is left alone."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        what = "is in use by something that is no graph"
        raise GraphError(what, str(path), "Name an empty or a new folder.")
    try:
        path.mkdir(parents=True, exist_ok=True)
        marker = json.dumps({"format": FORMAT}) + "\n"
        (path / MARKER).write_text(marker, encoding="utf-8", newline="\n")
        Store(str(path / "store")).flush()
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise GraphError(what, str(path), "Name another folder.") from error


def _check(path: Path) -> None:
    try:
        made = json.loads((path / MARKER).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        what = "there is no graph here"
        raise GraphError(what, str(path), "Make one: kg build FILES") from error
    except (OSError, ValueError) as error:
        what = f"{MARKER} cannot be read"
        raise GraphError(what, str(path), "Build the graph again in a new folder.") from error
    if not isinstance(made, dict) or made.get("format") != FORMAT:
        what = f"the graph is of another make, this software reads make {FORMAT}"
        raise GraphError(what, str(path), "Build the graph again in a new folder.")


def _trouble(path: Path, message: str) -> GraphError:
    if "lock" in message.lower():
        what = "another process holds the graph open"
        return GraphError(what, str(path), "Wait until it has finished, then try again.")
    what = f"the graph is damaged ({message.partition(':')[0]})"
    return GraphError(what, str(path), "Build the graph again in a new folder.")


def load_ontology(store: Store) -> None:
    """Put our classes, properties and concepts into graphs of their own, where they changed."""
    for name, file in _VOCABULARIES:
        graph = node(name)
        path = str(bundled("ontology", file))
        wanted = {
            Quad(each.subject, each.predicate, each.object, graph)
            for each in parse(path=path, format=RdfFormat.TURTLE)
        }
        if wanted != set(store.quads_for_pattern(None, None, None, graph)):
            replace_document(store, name, wanted)


def replace_document(store: Store, graph_iri: str, quads: Iterable[Quad]) -> None:
    """Put *quads* in place of whatever the named graph held: all of it, or after a crash none."""
    graph = node(graph_iri)
    lines = sorted(str(_checked(quad, graph)) for quad in quads)
    inside = " .\n".join(lines)
    store.update(f"DROP SILENT GRAPH {graph} ; INSERT DATA {{ GRAPH {graph} {{\n{inside}\n}} }}")


def _checked(quad: Quad, graph: NamedNode) -> Triple:
    if quad.graph_name != graph:
        message = f"{quad} belongs to another graph than {graph}"
        raise ValueError(message)
    return quad.triple


def add_documents(store: Store, quads: Iterable[Quad]) -> None:
    """Add the quads of many new documents at once: fastest, and for graphs that are not there yet."""
    store.bulk_extend(quads)


def remove_document(store: Store, graph_iri: str) -> bool:
    """Remove the named graph of a document; False when there was none."""
    graph = node(graph_iri)
    found = store.contains_named_graph(graph)
    store.remove_graph(graph)
    return found


def quads_of(store: Store, graph_iri: str) -> Iterator[Quad]:
    """Give the quads of one named graph, in no order."""
    return store.quads_for_pattern(None, None, None, node(graph_iri))


def documents(store: Store) -> Iterator[tuple[str, str]]:
    """Give each document whose text is held, with the IRI of its named graph, sorted."""
    held = store.quads_for_pattern(None, node(PC.sourceText), None)
    pairs = (
        (quad.subject.value, quad.graph_name.value)
        for quad in held
        if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode)
    )
    yield from sorted(pairs)


def quads(store: Store) -> Iterator[Quad]:
    """Give every quad, graph by graph, in one order whatever the history of the store."""
    graphs = (graph for graph in store.named_graphs() if isinstance(graph, NamedNode))
    for graph in sorted(graphs, key=lambda each: each.value):
        yield from sorted(store.quads_for_pattern(None, None, None, graph), key=str)
