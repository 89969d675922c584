"""The data set for those who read no RDF: a CKAN package, and schema.org for search engines."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.write.catalogue.dcat import described
from kg.write.catalogue.site import keywords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.write.catalogue.counts import Counts
    from kg.write.catalogue.site import Download, Site

Json: TypeAlias = "dict[str, Any]"

_NAME = "kg-policy-cascade"
# CKAN takes letters, digits, blanks, dashes, dots and underscores as a tag.
_NO_TAG = re.compile(r"[^\w .-]")


def ckan(site: Site, counts: Counts, downloads: Sequence[Download]) -> str:
    """Give the data set as the body of CKAN's ``package_create``; what is not known is absent."""
    told: Json = {
        "name": _NAME,
        "title": site.words("title")[0],
        "notes": "\n\n".join(described(site, counts)),
        "url": site.at(),
        "version": site.version,
        "author": site.publisher,
        "maintainer": site.publisher,
        "maintainer_email": site.email,
        "license_id": site.licence.spdx,
        "license_title": site.licence.title,
        "license_url": site.licence.iri,
        "tags": [{"name": _NO_TAG.sub("", word)} for words in keywords() for word in words],
        "extras": _extras(site, counts),
        "resources": [_resource(site, each) for each in downloads],
    }
    return _json(told)


def _extras(site: Site, counts: Counts) -> list[Json]:
    told = {
        "language": "vi",
        "temporal_start": counts.first,
        "temporal_end": counts.last,
        "spatial_text": "; ".join(label for _, label in counts.places),
        "issued": site.issued,
        "modified": site.modified,
    }
    return [{"key": key, "value": value} for key, value in told.items() if value]


def _resource(site: Site, download: Download) -> Json:
    about = download.about
    return _known(
        {
            "name": about["vi"],
            "description": about["en"],
            "url": site.at(download.path),
            "format": about["file_type"],
            "mimetype": about["package"] or about["media_type"],
            "size": download.size,
            "hash": f"sha256:{download.sha256}",
        }
    )


def schema_org(site: Site, counts: Counts, downloads: Sequence[Download]) -> str:
    """Give the data set as schema.org ``Dataset`` in JSON-LD, to be put into the first page."""
    vi, en = site.words("title")
    told: Json = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": site.part("dataset"),
        "name": vi,
        "alternateName": en,
        "description": "\n\n".join(described(site, counts)),
        "url": site.at(),
        "inLanguage": "vi",
        "license": site.licence.iri,
        "isAccessibleForFree": True,
        "keywords": [word for words in keywords() for word in words],
        "version": site.version,
        "datePublished": site.issued,
        "dateModified": site.modified,
        "publisher": _publisher(site),
        "creator": _publisher(site),
        "temporalCoverage": f"{counts.first}/{counts.last}" if counts.first else None,
        "spatialCoverage": [
            {"@type": "AdministrativeArea", "@id": iri, "name": label}
            for iri, label in counts.places
        ],
        "distribution": [_data_download(site, each) for each in downloads],
    }
    return _json(told)


def _publisher(site: Site) -> Json | None:
    if not site.publisher:
        return None
    contact = {"@type": "ContactPoint", "email": site.email} if site.email else None
    return _known({"@type": "Organization", "name": site.publisher, "contactPoint": contact})


def _data_download(site: Site, download: Download) -> Json:
    return _known(
        {
            "@type": "DataDownload",
            "name": download.about["en"],
            "contentUrl": site.at(download.path),
            "encodingFormat": download.about["media_type"],
            "contentSize": f"{download.size} B",
            "sha256": download.sha256,
        }
    )


def _known(told: Json) -> Json:
    return {key: value for key, value in told.items() if value not in (None, "", [])}


def _json(told: Json) -> str:
    return json.dumps(_known(told), ensure_ascii=False, indent=1) + "\n"
