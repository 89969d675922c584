"""Every file of the catalogue, by the path that a published folder has it under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.write.catalogue.dcat import dcat
from kg.write.catalogue.portals import ckan, schema_org
from kg.write.catalogue.site import CATALOGUE
from kg.write.catalogue.terms import PREFIXES
from kg.write.catalogue.void import void
from kg.write.jsonld import jsonld
from kg.write.rdfxml import rdfxml
from kg.write.turtle import turtle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.write.catalogue.counts import Counts
    from kg.write.catalogue.site import Download, Site


def catalogue_files(site: Site, counts: Counts, downloads: Sequence[Download]) -> dict[str, bytes]:
    """Give the files of the catalogue by their paths; the same facts always give the same bytes.

    ``catalog.ttl``, ``.rdf`` and ``.jsonld`` are DCAT-AP, which ``ckanext-dcat`` harvests too,
    ``.well-known/void`` is VoID in Turtle, ``dataset.jsonld`` schema.org, ``ckan.json`` a package.
    """
    listed = tuple(dcat(site, counts, downloads))
    context = {"id": "@id", "type": "@type", **PREFIXES}
    return {
        CATALOGUE: _bytes(turtle(listed, PREFIXES)),
        "catalog.rdf": _bytes(rdfxml(listed, PREFIXES)),
        "catalog.jsonld": _bytes(jsonld(listed, context)),
        ".well-known/void": _bytes(turtle(void(site, counts, downloads), PREFIXES)),
        "dataset.jsonld": _bytes((schema_org(site, counts, downloads),)),
        "ckan.json": _bytes((ckan(site, counts, downloads),)),
    }


def _bytes(parts: Iterable[str]) -> bytes:
    return "".join(parts).encode("utf-8")
