"""Which document is meant: one IRI and one label from the parts that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.concepts import type_of_code
from kg.graph.iris import document_iri, unnumbered
from kg.graph.terms import node
from kg.number import DocNumber
from kg.text import squeeze, view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

    from kg.model import DocumentRecord, Header, Reference, Stated

LABEL_LENGTH = 90
_PARTY_LEVELS = frozenset({"central-party", "province-party", "district-party", "commune-party"})


def value(stated: Stated | None) -> str | None:
    """Give the value of a stated part, or None."""
    return stated.value if stated else None


def own_iri(record: DocumentRecord, base: str) -> str:
    """Give the IRI of the document itself."""
    head = record.document
    kind, number = value(head.type), value(head.number)
    if number:
        return numbered_iri(base, value(head.issuer), kind, number, value(head.date))
    digest = record.source.sha256_text or record.source.sha256
    name = unnumbered(own_title(head) or record.source.name, digest)
    return document_iri(base, value(head.issuer), kind, name)


def numbered_iri(
    base: str, issuer: str | None, kind: str | None, number: str, date: str | None
) -> str:
    """Give the IRI of a numbered document; the code in the number tells its type."""
    return document_iri(base, issuer, _coded_type(number) or kind, number, date)


def _coded_type(number: str) -> str | None:
    parsed = DocNumber.parse(number)
    return type_of_code(parsed.type_code, party=parsed.party) if parsed else None


def cited_iri(base: str, cited: Reference) -> str:
    """Give the IRI of a cited document."""
    if cited.number:
        return numbered_iri(base, cited.issuer, cited.type, cited.number, cited.date)
    return document_iri(base, cited.issuer, cited.type, cited.title or cited.key, cited.date)


def keyed(record: DocumentRecord, base: str) -> Mapping[str, NamedNode]:
    """Map the keys of a record, its own number and its cited documents, to their nodes."""
    cited = {each.key: node(cited_iri(base, each)) for each in record.references}
    number = value(record.document.number)
    return {**cited, **({number: node(own_iri(record, base))} if number else {})}


def is_party(number: str | None, level: str | None, issuer_kind: str | None) -> bool:
    """Tell whether a paper is the Party's: by its number, else by the body behind it.

    >>> is_party("36-NQ/TW", None, None), is_party("452/KH-UBND", "province-party", None)
    (True, False)
    """
    parsed = DocNumber.parse(number) if number else None
    if parsed:
        return parsed.party
    return level in _PARTY_LEVELS or (issuer_kind or "").startswith("party-")


def own_title(head: Header) -> str | None:
    """Give the title on one line, without capitals throughout where that is known."""
    title = head.title_normalised or value(head.title)
    return squeeze(title) if title else None


def label(kind: str | None, number: str | None, title: str | None) -> str:
    """Give the short name of a document.

    >>> label("Nghị quyết", "36-NQ/TW", None)
    'Nghị quyết 36-NQ/TW'
    >>> label("Luật", None, "Luật Đầu tư công")
    'Luật Đầu tư công'
    """
    if number:
        return f"{kind} {number}" if kind else number
    name = squeeze(title or "")
    if not kind or view(name).startswith(view(kind)):
        return shortened(name or kind or "?")
    return shortened(f"{kind}: {name}" if name else kind)


def shortened(words: str, length: int = LABEL_LENGTH) -> str:
    """Cut *words* between two words so that at most *length* characters remain, with "…".

    >>> shortened("Thực hiện Đề án phát triển", 16)
    'Thực hiện Đề án…'
    """
    if len(words) <= length:
        return words
    return f"{words[:length].rsplit(' ', 1)[0].rstrip(' ,.;:')}…"
