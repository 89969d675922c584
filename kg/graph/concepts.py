"""The closed lists of ``ontology/types.ttl``: a kind that is not listed is an error."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from rdflib import SKOS, Graph, Literal, URIRef

from kg.config import bundled
from kg.errors import RecordError
from kg.graph.terms import node
from kg.text import squeeze, view
from kg.vocabulary import TYPES

if TYPE_CHECKING:
    from pyoxigraph import NamedNode


class _Lists(NamedTuple):
    concepts: frozenset[str]
    by_label: dict[str, str]
    by_code: dict[tuple[str, str], str]
    labels: dict[str, str]
    public: frozenset[str]


@functools.cache
def _lists() -> _Lists:
    graph = Graph().parse(bundled("ontology", "types.ttl"))
    labels = {
        str(concept): str(label)
        for concept in graph.subjects(SKOS.inScheme, URIRef(f"{TYPES}document-type"))
        for label in graph.objects(concept, SKOS.prefLabel)
        if isinstance(label, Literal) and label.language == "vi"
    }
    codes = {
        (str(code.datatype).removeprefix(TYPES), str(code)): str(concept)
        for concept, code in graph.subject_objects(SKOS.notation)
        if isinstance(code, Literal)
    }
    return _Lists(
        frozenset(map(str, graph.subjects(SKOS.inScheme))),
        {view(label): concept for concept, label in labels.items()},
        codes,
        labels,
        frozenset(map(str, graph.objects(URIRef(f"{TYPES}public-bodies"), SKOS.member))),
    )


def concept(scheme: str, name: str) -> NamedNode:
    """Give a concept of a closed list; a name that is not listed is an error.

    >>> concept("task-kind", "explicit").value
    'https://w3id.org/policy-cascade/types/task-kind/explicit'
    """
    iri = f"{TYPES}{scheme}/{name}"
    if iri not in _lists().concepts:
        what = f"{scheme} has no '{name}'"
        raise RecordError(what, "ontology/types.ttl", "Add the concept or correct the record.")
    return node(iri)


def document_type(words: str) -> NamedNode:
    """Give the concept for a printed type; a type that is not listed is ``other``.

    >>> document_type("KẾ HOẠCH").value
    'https://w3id.org/policy-cascade/types/document-type/ke-hoach'
    """
    found = _lists().by_label.get(view(squeeze(words)))
    return node(found) if found else concept("document-type", "other")


def type_of_code(code: str, *, party: bool) -> str | None:
    """Give the type that a code in a number stands for, state and Party codes apart.

    >>> type_of_code("TT", party=False), type_of_code("TT", party=True)
    ('Thông tư', 'Thông tri')
    """
    iri = _lists().by_code.get(("party-code" if party else "state-code", code))
    return _lists().labels[iri] if iri else None


def is_public(kind: NamedNode) -> bool:
    """Tell whether a kind of agency belongs to the state."""
    return kind.value in _lists().public
