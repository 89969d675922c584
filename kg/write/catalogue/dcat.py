"""The catalogue as DCAT-AP 3: one data set, its downloads, who publishes it, where and when it is of.

The rules are those of https://semiceu.github.io/DCAT-AP/releases/3.0.0/, restated in
``ontology/dcat-shapes.ttl``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import DCTERMS, FOAF, RDF, RDFS, SKOS

from kg.vocabulary import PC
from kg.write.catalogue.site import keywords
from kg.write.catalogue.terms import DCAT, DCATAP, EU, IANA, SPDX, VCARD, both, link, named, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Quad

    from kg.write.catalogue.counts import Counts
    from kg.write.catalogue.site import Download, Site

_COUNTRY = f"{EU}country/VNM"
_THEMES = f"{EU}data-theme"
_SPARQL = "https://www.w3.org/TR/sparql11-protocol/"
_GZIP = f"{IANA}application/gzip"


def dcat(site: Site, counts: Counts, downloads: Sequence[Download]) -> Iterator[Quad]:
    """Give the whole catalogue; what *site* does not tell is left out."""
    yield from _catalogue(site)
    yield from _dataset(site, counts)
    yield from _coverage(site, counts)
    for download in downloads:
        yield from _distribution(site, download)
    if site.sparql:
        yield from _service(site)
    yield from _people(site)
    yield from _papers(site)


def _catalogue(site: Site) -> Iterator[Quad]:
    me, home = site.part("catalog"), site.at()
    yield link(me, RDF.type, DCAT.Catalog)
    yield from both(me, DCTERMS.title, site.words("catalogue"))
    yield from both(me, DCTERMS.description, site.words("catalogue"))
    yield link(me, DCAT.dataset, site.part("dataset"))
    yield link(me, DCAT.themeTaxonomy, _THEMES)
    yield link(me, DCTERMS.spatial, _COUNTRY)
    yield link(me, DCTERMS.license, _licence(site))
    yield from (link(me, DCTERMS.language, f"{EU}language/{code}") for code in ("VIE", "ENG"))
    yield from _days(site, me)
    if home:
        yield link(me, FOAF.homepage, home)
    if site.sparql:
        yield link(me, DCAT.service, site.part("sparql"))
    yield from _published(site, me)


def _dataset(site: Site, counts: Counts) -> Iterator[Quad]:
    me, home = site.part("dataset"), site.at()
    yield link(me, RDF.type, DCAT.Dataset)
    yield from both(me, DCTERMS.title, site.words("title"))
    yield from both(me, DCTERMS.description, described(site, counts))
    yield say(me, DCTERMS.identifier, me)
    yield from _about(me)
    yield link(me, DCTERMS.language, f"{EU}language/VIE")
    yield link(me, DCTERMS.accessRights, f"{EU}access-right/PUBLIC")
    yield link(me, DCTERMS.accrualPeriodicity, f"{EU}frequency/{site.frequency}")
    yield link(me, DCTERMS.conformsTo, str(PC).rstrip("#"))
    yield link(me, DCTERMS.provenance, site.part("provenance"))
    yield from _days(site, me)
    if home:
        yield link(me, DCAT.landingPage, home)
    if site.version:
        yield say(me, DCAT.version, site.version)
    if site.is_version_of:
        yield link(me, DCTERMS.isVersionOf, site.is_version_of)
    yield from _published(site, me)
    yield from _contact(site, me)


def described(site: Site, counts: Counts) -> tuple[str, str]:
    """Give the description in both languages, with the numbers of this graph."""
    names = ("held", "cited", "tasks", "agents", "triples")
    return site.words("description", **{name: getattr(counts, name) for name in names})


def _about(me: str) -> Iterator[Quad]:
    yield link(me, DCAT.theme, f"{_THEMES}/GOVE")
    for words in keywords():
        yield from both(me, DCAT.keyword, words)


def _coverage(site: Site, counts: Counts) -> Iterator[Quad]:
    """Say which places and which days the held documents are of."""
    me, period = site.part("dataset"), site.part("period")
    yield link(me, DCTERMS.spatial, _COUNTRY)
    for iri, label in counts.places:
        yield link(me, DCTERMS.spatial, iri)
        yield link(iri, RDF.type, DCTERMS.Location)
        if label:
            yield named(iri, label)
    if counts.first and counts.last:
        yield link(me, DCTERMS.temporal, period)
        yield link(period, RDF.type, DCTERMS.PeriodOfTime)
        yield say(period, DCAT.startDate, counts.first, "date")
        yield say(period, DCAT.endDate, counts.last, "date")


def _distribution(site: Site, download: Download) -> Iterator[Quad]:
    me, about = site.part(download.name), download.about
    yield link(site.part("dataset"), DCAT.distribution, me)
    yield link(me, RDF.type, DCAT.Distribution)
    yield from both(me, DCTERMS.title, (about["vi"], about["en"]))
    yield from both(me, DCTERMS.description, (about["vi"], about["en"]))
    address = site.at(download.path)
    if address:
        yield link(me, DCAT.accessURL, address)
        yield link(me, DCAT.downloadURL, address)
    yield link(me, DCTERMS.format, f"{EU}file-type/{about['file_type']}")
    yield link(me, DCAT.mediaType, IANA + about["media_type"])
    if about["package"]:
        yield link(me, DCAT.packageFormat, IANA + about["package"])
    if download.path.endswith(".gz"):
        yield link(me, DCAT.compressFormat, _GZIP)
    if about["conforms_to"]:
        yield link(me, DCTERMS.conformsTo, about["conforms_to"])
    yield say(me, DCAT.byteSize, str(download.size), "nonNegativeInteger")
    yield link(me, DCTERMS.license, _licence(site))
    yield link(me, DCTERMS.rights, site.part("rights"))
    yield link(me, DCTERMS.language, f"{EU}language/VIE")
    if site.availability:
        yield link(me, DCATAP.availability, f"{EU}planned-availability/{site.availability}")
    yield from _days(site, me)
    yield from _checksum(me, download)


def _checksum(me: str, download: Download) -> Iterator[Quad]:
    checksum = f"{me}-sha256"
    yield link(me, SPDX.checksum, checksum)
    yield link(checksum, RDF.type, SPDX.Checksum)
    yield link(checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256)
    yield say(checksum, SPDX.checksumValue, download.sha256, "hexBinary")


def _service(site: Site) -> Iterator[Quad]:
    me = site.part("sparql")
    yield link(me, RDF.type, DCAT.DataService)
    yield from both(me, DCTERMS.title, site.words("sparql"))
    yield link(me, DCAT.endpointURL, site.sparql or "")
    description = site.at(".well-known/void")
    if description:
        yield link(me, DCAT.endpointDescription, description)
    yield link(me, DCAT.servesDataset, site.part("dataset"))
    yield link(me, DCTERMS.conformsTo, _SPARQL)
    yield link(me, DCTERMS.license, _licence(site))
    yield from _about(me)
    yield from _published(site, me)
    yield from _contact(site, me)


def _published(site: Site, me: str) -> Iterator[Quad]:
    if site.publisher:
        yield link(me, DCTERMS.publisher, site.part("publisher"))


def _contact(site: Site, me: str) -> Iterator[Quad]:
    if site.email:
        yield link(me, DCAT.contactPoint, site.part("contact"))


def _days(site: Site, me: str) -> Iterator[Quad]:
    for predicate, day in ((DCTERMS.issued, site.issued), (DCTERMS.modified, site.modified)):
        if day:
            yield say(me, predicate, day, "date")


def _people(site: Site) -> Iterator[Quad]:
    if site.publisher:
        yield link(site.part("publisher"), RDF.type, FOAF.Agent)
        yield say(site.part("publisher"), FOAF.name, site.publisher)
    if site.email:
        me = site.part("contact")
        yield link(me, RDF.type, VCARD.Organization)
        yield say(me, VCARD.fn, site.publisher or site.email)
        yield link(me, VCARD.hasEmail, f"mailto:{site.email}")


def _papers(site: Site) -> Iterator[Quad]:
    """Say the licence, the rights in the words of documents, and how the data were made."""
    licence = _licence(site)
    yield link(licence, RDF.type, DCTERMS.LicenseDocument)
    yield link(licence, DCTERMS.type, "http://purl.org/adms/licencetype/Attribution")
    yield say(licence, RDFS.label, site.licence.title)
    if licence != site.licence.iri:
        yield link(licence, SKOS.exactMatch, site.licence.iri)
    for name, kind in (
        ("rights", DCTERMS.RightsStatement),
        ("provenance", DCTERMS.ProvenanceStatement),
    ):
        yield link(site.part(name), RDF.type, kind)
        yield from both(site.part(name), RDFS.label, site.words(name))


def _licence(site: Site) -> str:
    """Give the IRI of the licence, in the list of the European Union where that has it."""
    return site.licence.eu or site.licence.iri
