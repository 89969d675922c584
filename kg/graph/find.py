"""A name as people type it, to the one document that it fits."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from kg.errors import AmbiguousError, NotFoundError
from kg.graph.select import select
from kg.graph.terms import node
from kg.text import plain, squeeze, view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyoxigraph import Store

_KNOWN = """
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX pc: <https://w3id.org/policy-cascade/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?doc ?what ?value WHERE {
  GRAPH ?g {
    ?doc a eli:LegalResource .
    { ?doc rdfs:label ?value . BIND("label" AS ?what) }
    UNION { ?doc eli:number ?value . BIND("number" AS ?what) }
    UNION { ?doc pc:typeWords ?value . BIND("type" AS ?what) }
    UNION { ?doc pc:normalisedTitle ?value . BIND("title" AS ?what) }
    UNION { ?expression eli:realizes ?doc ; eli:title ?value . BIND("title" AS ?what) }
    UNION { ?doc pc:sourceText/pc:fileName ?value . BIND("file" AS ?what) }
  }
}
"""
_REDIRECT = """PREFIX dct: <http://purl.org/dc/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT ?now { GRAPH ?g { %s owl:deprecated true ; dct:isReplacedBy ?now } }"""
_IRI = re.compile(r"[^\s<>\"{}|^`\\]+")
_NEAR = 5
_SHOWN = 8
_SHORTEST_PART = 3
_NOISE = re.compile(r"\bso\b\s*(?=\d)")


@dataclass
class _Known:
    """What the graph says of one document, for looking it up."""

    iri: str
    parts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def folded(self, *whats: str) -> set[str]:
        return {_fold(value) for what in whats for value in self.parts[what]}

    def label(self) -> str:
        return min(self.parts["label"], default=self.iri)

    def short_forms(self) -> set[str]:
        """Give "nghi quyet 36" for Nghị quyết 36-NQ/TW, and the whole label."""
        serials = {match[0] for each in self.parts["number"] if (match := re.match(r"\d+", each))}
        short = {f"{kind} {serial}" for kind in self.folded("type") for serial in serials}
        return short | self.folded("label")


def _fold(words: str) -> str:
    spaced = re.sub(r"[\W_]+", " ", plain(squeeze(words)))
    return _NOISE.sub("", spaced).strip()


def _tiers(name: str) -> tuple[Callable[[_Known], bool], ...]:
    """Give ways to fit a name, the strictest first; each is tried only when no stricter one fits."""
    folded, exact = _fold(name), view(name.strip())
    return (
        lambda doc: doc.iri == name.strip(),
        lambda doc: any(name in (file, PurePath(file).stem) for file in doc.parts["file"]),
        lambda doc: any(view(number) == exact for number in doc.parts["number"]),
        lambda doc: folded in doc.folded("number"),
        lambda doc: folded in doc.short_forms(),
        lambda doc: folded in doc.folded("title"),
        lambda doc: any(file.startswith(name) for file in doc.parts["file"]),
        lambda doc: (
            len(folded) >= _SHORTEST_PART
            and any(folded in each for each in doc.folded("title", "label", "file"))
        ),
    )


def _known(store: Store) -> list[_Known]:
    found: dict[str, _Known] = {}
    for row in select(store, _KNOWN):
        iri = str(row["doc"])
        found.setdefault(iri, _Known(iri)).parts[str(row["what"])].add(str(row["value"]))
    return [found[iri] for iri in sorted(found)]


def find_document(store: Store, name: str) -> str:
    """Give the IRI of the document that *name* fits: number, short name, title, file or IRI.

    Marks and case do not count: ``nghi quyet 36`` finds ``36-NQ/TW``. Raises AmbiguousError,
    which lists what fits, and NotFoundError, which names what is near.
    """
    known = _known(store)
    name = _redirected(store, name.strip())
    if not _fold(name):
        raise _missing(name, known)
    for fits in _tiers(name):
        found = [doc for doc in known if fits(doc)]
        if len(found) == 1:
            return found[0].iri
        if found:
            return _fullest(name, found)
    raise _missing(name, known)


def _redirected(store: Store, name: str) -> str:
    """Follow an IRI that was published before more was known of the document."""
    if "://" not in name:
        return name
    rows = select(store, _REDIRECT % node(name)) if _IRI.fullmatch(name) else []
    return min((str(row["now"]) for row in rows), default=name)


def _fullest(name: str, found: list[_Known]) -> str:
    """Give the one of which all others are poorer twins: the same IRI with parts left out."""
    for doc in found:
        parts = set(doc.iri.split("/"))
        if all(set(other.iri.split("/")) <= parts for other in found):
            return doc.iri
    shown = "; ".join(f"{doc.label()} <{doc.iri}>" for doc in found[:_SHOWN])
    more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    what = f"'{name}' fits {len(found)} documents"
    raise AmbiguousError(what, mend=f"Say which: {shown}{more}")


def _missing(name: str, known: Iterable[_Known]) -> NotFoundError:
    labels = {each: doc.label() for doc in known for each in doc.folded("label", "number", "title")}
    near = difflib.get_close_matches(_fold(name), sorted(labels), _NEAR, 0.5)
    names = list(dict.fromkeys(labels[each] for each in near))
    mend = f"Near to it: {'; '.join(names)}" if names else "List them all: kg ask documents"
    what = f"no document is called '{name}'"
    return NotFoundError(what, mend=mend)
