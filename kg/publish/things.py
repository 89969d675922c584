"""The page of each thing, with its RDF; and of each concept and event that the things name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.graph.describe import description
from kg.graph.named import named_quads
from kg.graph.select import select
from kg.publish.became import Became
from kg.write.jsonld import jsonld
from kg.write.prefixes import prefixes
from kg.write.site.model import Thing
from kg.write.site.statements import statements, titled
from kg.write.turtle import turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pyoxigraph import Quad, Store

    from kg.publish.press import Press
    from kg.write.site.addresses import Addresses
    from kg.write.site.pages import Site
    from kg.write.site.things import Things

_LABELS = """
SELECT ?node ?label (LANG(?label) AS ?language) WHERE {
  GRAPH ?g { ?node <http://www.w3.org/2004/02/skos/core#prefLabel>|<http://www.w3.org/2000/01/rdf-schema#label> ?label }
}"""


def labels(store: Store) -> dict[str, tuple[str, str]]:
    """Give what each thing is called: in Vietnamese and in English, the other where one is missing."""
    found: dict[str, dict[str, str]] = {}
    for row in select(store, _LABELS):
        said = found.setdefault(str(row["node"]), {})
        language = str(row.get("language") or "vi")
        said[language] = min(said.get(language, str(row["label"])), str(row["label"]))
    return {
        iri: (said.get("vi") or _any(said), said.get("en") or _any(said))
        for iri, said in found.items()
    }


def _any(said: Mapping[str, str]) -> str:
    return said[min(said)]


def others(
    store: Store, known: Callable[[str], bool], bases: Iterable[str]
) -> dict[str, list[Quad]]:
    """Give the quads of each thing that no page is about yet and that stands under no document."""
    starts = tuple(bases)
    found: dict[str, list[Quad]] = {}
    for quad in named_quads(store):
        iri = quad.subject.value  # type: ignore[union-attr]  # our graphs hold no triple terms
        inside = iri.startswith(starts) and "/document/" not in iri and "#" not in iri
        if inside and not known(iri) and not iri.endswith("/"):
            found.setdefault(iri, []).append(quad)
    return found


def write_things(
    press: Press, site: Site, things: Things, store: Store, done: Callable[[], None]
) -> None:
    """Write the page, the Turtle and the JSON-LD of each node of the network."""
    became = Became(store, things.names)
    for thing in things:
        quads = list(description(store, thing.iri, site.held.__contains__))
        groups = (*became.groups(thing.iri), *thing.groups)
        own = [quad for quad in quads if quad.subject.value == thing.iri]  # type: ignore[union-attr]
        shown = statements(own, things.names) if thing.kind in {"agent", "place"} else ()
        write_thing(press, site, replace(thing, groups=groups), quads, shown)
        done()


def write_others(
    press: Press, site: Site, found: Mapping[str, list[Quad]], names: Mapping[str, tuple[str, str]],
    done: Callable[[], None],
) -> None:  # fmt: skip
    """Write a page of plain statements for each concept, event and body beyond the network."""
    for iri, quads in sorted(found.items()):
        thing = Thing(iri, _kind(iri), titled(iri, names))
        write_thing(press, site, thing, sorted(quads, key=str), statements(quads, names))
        done()


def write_thing(press: Press, site: Site, thing: Thing, quads: list[Quad], shown: object) -> None:
    """Write one page and its two RDF files."""
    file = _file(site.at, thing.iri)
    names = prefixes(site.at.bases[0])
    press.put(f"{file}.html", site.thing(thing, file, statements=shown))
    press.put(f"{file}.ttl", "".join(turtle(quads, names)))
    press.put(f"{file}.jsonld", "".join(jsonld(_merged(quads))))


def _merged(quads: Iterable[Quad]) -> list[Quad]:
    """Leave out the names of graphs, which a page about one thing does not need."""
    from pyoxigraph import Quad as Plain

    return [Plain(quad.subject, quad.predicate, quad.object) for quad in quads]


def _file(at: Addresses, iri: str) -> str:
    file = at.file(iri)
    if file is None:
        message = f"{iri} is no thing of this site"
        raise ValueError(message)
    return file


def _kind(iri: str) -> str:
    kinds = {
        "agent": "agent",
        "place": "place",
        "change": "change",
        "transfer": "change",
        "types": "concept",
    }
    return next((kind for part, kind in kinds.items() if f"/{part}/" in iri), "other")
