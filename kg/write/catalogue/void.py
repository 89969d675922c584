"""The data set as VoID (``/.well-known/void``): how much there is, of what, and how it hangs together.

https://www.w3.org/TR/void/
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from rdflib import DCTERMS, FOAF, RDF, VOID

from kg.lexicon import rows
from kg.write.catalogue.dcat import described
from kg.write.catalogue.terms import PREFIXES, both, link, say
from kg.write.prefixes import Shortener

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Quad

    from kg.write.catalogue.counts import Counts, Links
    from kg.write.catalogue.site import Download, Site

_FORMATS = "http://www.w3.org/ns/formats/"
_HASH = 12


def void(site: Site, counts: Counts, downloads: Sequence[Download]) -> Iterator[Quad]:
    """Give the description; the data set is the one of the catalogue, under the same IRI."""
    me = site.part("dataset")
    yield from _document(site, me)
    yield link(me, RDF.type, VOID.Dataset)
    yield from both(me, DCTERMS.title, site.words("title"))
    yield from both(me, DCTERMS.description, described(site, counts))
    yield link(me, DCTERMS.license, site.licence.iri)
    yield say(me, VOID.uriSpace, site.base)
    yield from _numbers(me, counts)
    yield from (link(me, VOID.vocabulary, space) for space in counts.vocabularies)
    yield from (link(me, VOID.exampleResource, iri) for iri in counts.examples)
    yield from _access(site, me, downloads)
    yield from _partitions(site, me, counts)
    for links in counts.links:
        yield from _linkset(site, me, links)


def _document(site: Site, me: str) -> Iterator[Quad]:
    document = site.at(".well-known/void") or site.part("void")
    yield link(document, RDF.type, VOID.DatasetDescription)
    yield from both(document, DCTERMS.title, site.words("void"))
    yield link(document, FOAF.primaryTopic, me)
    if site.publisher:
        yield link(me, DCTERMS.publisher, site.part("publisher"))
        yield link(site.part("publisher"), RDF.type, FOAF.Agent)
        yield say(site.part("publisher"), FOAF.name, site.publisher)


def _numbers(me: str, counts: Counts) -> Iterator[Quad]:
    for predicate, number in (
        (VOID.triples, counts.triples),
        (VOID.entities, counts.entities),
        (VOID.classes, len(counts.classes)),
        (VOID.properties, len(counts.properties)),
        (VOID.distinctSubjects, counts.subjects),
        (VOID.distinctObjects, counts.objects),
    ):
        yield _number(me, predicate, number)


def _number(me: str, predicate: str, number: int) -> Quad:
    return say(me, predicate, str(number), "integer")


def _access(site: Site, me: str, downloads: Sequence[Download]) -> Iterator[Quad]:
    for download in downloads:
        feature, address = download.about["feature"], site.at(download.path)
        if feature:
            yield link(me, VOID.feature, f"{_FORMATS}{feature}")
        if feature and address:
            yield link(me, VOID.dataDump, address)
    if site.sparql:
        yield link(me, VOID.sparqlEndpoint, site.sparql)
    home = site.at()
    if home:
        yield link(me, FOAF.homepage, home)


def _partitions(site: Site, me: str, counts: Counts) -> Iterator[Quad]:
    short = Shortener(PREFIXES)
    for kind, number in counts.classes.items():
        part = site.part(f"class-{_named(kind, short)}")
        yield link(me, VOID.classPartition, part)
        yield link(part, VOID["class"], kind)
        yield _number(part, VOID.entities, number)
    for name, number in counts.properties.items():
        part = site.part(f"property-{_named(name, short)}")
        yield link(me, VOID.propertyPartition, part)
        yield link(part, VOID.property, name)
        yield _number(part, VOID.triples, number)


def _named(iri: str, short: Shortener) -> str:
    """Give a class or property a name in an address: ``pc-Task``, a hash where no prefix fits."""
    name = short(iri)
    return name.replace(":", "-") if name else hashlib.sha256(iri.encode()).hexdigest()[:_HASH]


def _linkset(site: Site, me: str, links: Links) -> Iterator[Quad]:
    target = next(row for row in rows("publishing/targets") if row["id"] == links.target)
    name = _named(links.predicate, Shortener(PREFIXES))
    part, other = site.part(f"links-{links.target}-{name}"), site.part(f"target-{links.target}")
    yield link(me, VOID.subset, part)
    yield link(part, RDF.type, VOID.Linkset)
    yield link(part, VOID.subjectsTarget, me)
    yield link(part, VOID.objectsTarget, other)
    yield link(part, VOID.linkPredicate, links.predicate)
    yield _number(part, VOID.triples, links.triples)
    yield link(other, RDF.type, VOID.Dataset)
    yield say(other, DCTERMS.title, target["title"])
    yield say(other, VOID.uriSpace, target["namespace"])
    yield link(other, FOAF.homepage, target["homepage"])
