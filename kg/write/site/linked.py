"""What a search engine reads in a page: schema.org, from the same values that the page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTEXT = "https://schema.org"


def linked(
    kind: str, iri: str, data: Mapping[str, Any], ties: Mapping[str, list[str]]
) -> dict[str, Any]:
    """Give a thing as schema.org JSON-LD; what is not known is absent, an empty dict where no class fits.

    *ties* are the IRIs that it is tied to, by relation.

    >>> linked("place", "https://x.org/place/a", {"label": "Tỉnh A"}, {})["@type"]
    'AdministrativeArea'
    """
    makers = {"document": _legislation, "agent": _organisation, "place": _place, "task": _action}
    if kind not in makers:
        return {}
    told = makers[kind](data, ties)
    return {"@context": _CONTEXT, "@id": iri, "url": iri} | {k: v for k, v in told.items() if v}


def _legislation(data: Mapping[str, Any], ties: Mapping[str, list[str]]) -> dict[str, Any]:
    """Give a document; ``legislationTransposes`` speaks of directives of the EU, so it stays out."""
    return {
        "@type": "Legislation",
        "name": data.get("label"),
        "headline": data.get("title"),
        "legislationIdentifier": data.get("number"),
        "legislationType": data.get("type"),
        "legislationDate": data.get("date"),
        "legislationPassedBy": _named("GovernmentOrganization", data.get("issuer")),
        "spatialCoverage": _named("AdministrativeArea", data.get("place")),
        "inLanguage": "vi" if data.get("held") else None,
        "citation": [{"@id": iri} for iri in ties.get("cites", ())],
        "isBasedOn": [
            {"@id": each} for key in ("implements", "based_on") for each in ties.get(key, ())
        ],
    }


def _organisation(data: Mapping[str, Any], ties: Mapping[str, list[str]]) -> dict[str, Any]:
    parents = ties.get("unit_of", [])
    return {
        "@type": "Organization" if data.get("collective") else "GovernmentOrganization",
        "name": data.get("label"),
        "areaServed": _named("AdministrativeArea", data.get("place")),
        "parentOrganization": {"@id": parents[0]} if len(parents) == 1 else None,
    }


def _place(data: Mapping[str, Any], _: Mapping[str, list[str]]) -> dict[str, Any]:
    return {"@type": "AdministrativeArea", "name": data.get("label")}


def _action(data: Mapping[str, Any], ties: Mapping[str, list[str]]) -> dict[str, Any]:
    return {
        "@type": "Action",
        "name": data.get("text"),
        "agent": [{"@id": iri} for iri in ties.get("lead", ())],
        "participant": [{"@id": iri} for iri in ties.get("coordinate", ())],
        "endTime": data.get("time_end"),
        "startTime": data.get("time_start"),
        "isPartOf": {"@id": data["document"]} if data.get("document") else None,
    }


def _named(kind: str, name: object) -> dict[str, Any] | None:
    return {"@type": kind, "name": name} if name else None
