"""The vocabularies of catalogues, closed, and short ways to say a statement in them."""

# ruff: noqa: N815  # the terms keep the spelling of their vocabularies

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDFS, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from kg.errors import KgError
from kg.write.prefixes import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EU = "http://publications.europa.eu/resource/authority/"
"""The lists of codes of the European Union, which DCAT-AP asks for."""
IANA = "https://www.iana.org/assignments/media-types/"
XSD = "http://www.w3.org/2001/XMLSchema#"


class DCAT(DefinedNamespace):
    """Data Catalog Vocabulary 3."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/dcat#")

    Catalog: URIRef
    DataService: URIRef
    Dataset: URIRef
    Distribution: URIRef
    accessURL: URIRef
    byteSize: URIRef
    compressFormat: URIRef
    contactPoint: URIRef
    dataset: URIRef
    distribution: URIRef
    downloadURL: URIRef
    endDate: URIRef
    endpointDescription: URIRef
    endpointURL: URIRef
    keyword: URIRef
    landingPage: URIRef
    mediaType: URIRef
    packageFormat: URIRef
    servesDataset: URIRef
    service: URIRef
    startDate: URIRef
    theme: URIRef
    themeTaxonomy: URIRef
    version: URIRef


class DCATAP(DefinedNamespace):
    """What DCAT-AP adds to DCAT."""

    _fail = True
    _NS = Namespace("http://data.europa.eu/r5r/")

    availability: URIRef


class SPDX(DefinedNamespace):
    """Checksums."""

    _fail = True
    _NS = Namespace("http://spdx.org/rdf/terms#")

    Checksum: URIRef
    algorithm: URIRef
    checksum: URIRef
    checksumAlgorithm_sha256: URIRef
    checksumValue: URIRef


class VCARD(DefinedNamespace):
    """Whom to write to."""

    _fail = True
    _NS = Namespace("http://www.w3.org/2006/vcard/ns#")

    Organization: URIRef
    fn: URIRef
    hasEmail: URIRef


PREFIXES: Mapping[str, str] = {
    **VOCABULARIES,
    "dcat": str(DCAT),
    "dcatap": str(DCATAP),
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": str(SPDX),
    "vcard": str(VCARD),
    "void": "http://rdfs.org/ns/void#",
}
"""The short names of a catalogue."""


def node(iri: str) -> NamedNode:
    """Give an IRI as a node; one that a person gave and that is none is told in one line."""
    try:
        return NamedNode(iri)
    except ValueError as error:
        what = "is no web address"
        raise KgError(what, iri, "Give a whole one, such as https://example.org/.") from error


def link(subject: str, predicate: str, value: str) -> Quad:
    """Give the statement that leads from one thing to another."""
    return Quad(node(subject), node(predicate), node(value))


def say(subject: str, predicate: str, words: str, kind: str = "") -> Quad:
    """Give the statement of words or of a value; *kind* is a datatype of XML Schema."""
    value = Literal(words, datatype=node(XSD + kind)) if kind else Literal(words)
    return Quad(node(subject), node(predicate), value)


def both(subject: str, predicate: str, words: tuple[str, str]) -> Iterator[Quad]:
    """Give the statement in Vietnamese and in English."""
    for language, told in zip(("vi", "en"), words, strict=True):
        yield Quad(node(subject), node(predicate), Literal(told, language=language))


def named(subject: str, label: str) -> Quad:
    """Give the Vietnamese label of a thing that has no other."""
    return Quad(node(subject), node(RDFS.label), Literal(label, language="vi"))
