"""Which documents are directives: papers that lower levels answer with a plan of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.walk import ends, nodes, said, starts
from kg.text import squeeze, view

if TYPE_CHECKING:
    from kg.analyse.walk import Network

# The members of t:directives in ontology/types.ttl; a test compares the two.
TYPES = frozenset(
    {
        "chiến lược",
        "chương trình hành động",
        "chương trình",
        "chỉ thị",
        "kết luận",
        "kế hoạch",
        "nghị quyết",
        "quyết định",
        "đề án",
    }
)


def of_type(graph: Network, iri: str) -> bool:
    """Tell whether the printed type of a document is one that asks for plans; laws are not."""
    return view(squeeze(said(graph, iri, "type") or "")) in TYPES


def is_directive(graph: Network, iri: str) -> bool:
    """Tell whether a document is cited, of such a type, and from a body that has no province."""
    issuers = ends(graph, iri, "issued_by")
    central = any(said(graph, issuer, "place") is None for issuer in issuers)
    return central and of_type(graph, iri) and bool(starts(graph, iri, "cites"))


def directives(graph: Network) -> list[str]:
    """Give the directives of the corpus by their IRIs."""
    return [iri for iri in nodes(graph, "document") if is_directive(graph, iri)]


def above(graph: Network, iri: str) -> set[str]:
    """Give the documents of such types that a document implements or is based on."""
    return {each for each in ends(graph, iri, "implements", "based_on") if of_type(graph, each)}
