"""What a record tells of papers, its own and the cited ones, each with the IRI it is given alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.naming import cited_iri, numbered_iri, own_iri, own_title, value
from kg.papers import Dossier, Paper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import DocumentRecord


def dossier(record: DocumentRecord, name: str, base: str) -> Dossier:
    """Give the papers that *record* names, as the graph of *record* alone would name them."""
    head = record.document
    own = Paper(
        own_iri(record, base), value(head.number), value(head.type), own_title(head),
        value(head.issuer), value(head.date),
    )  # fmt: skip
    cited = [
        Paper(cited_iri(base, each), each.number, each.type, each.title, each.issuer, each.date)
        for each in record.references
    ]
    return Dossier(name, own, (*cited, *_bare(record, base)))


def _bare(record: DocumentRecord, base: str) -> Iterator[Paper]:
    """Give the papers of which a link between two citations tells nothing but the number."""
    known = {each.key for each in record.references} | {value(record.document.number)}
    keys = {key for link in record.chain for key in (link.child, link.parent)}
    for key in sorted(keys - known):
        yield Paper(numbered_iri(base, None, None, key, None), key)
