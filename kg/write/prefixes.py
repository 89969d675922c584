"""Short names for IRIs: ``pc:Task`` in place of the whole address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rdflib import OWL, RDF, RDFS, SKOS, XSD

from kg.config import BASE_IRI
from kg.vocabulary import CV, ELI, OA, ORG, PC, PPLAN, PROV, SCHEMA, TIME, TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

VOCABULARIES: Mapping[str, str] = {
    "cv": str(CV),
    "dct": "http://purl.org/dc/terms/",
    "eli": str(ELI),
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "p-plan": str(PPLAN),
    "pc": str(PC),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "time": str(TIME),
    "vann": "http://purl.org/vocab/vann/",
    "xsd": str(XSD),
}
_CONCEPTS = (
    "agency-kind",
    "document-type",
    "doubt",
    "level",
    "recurrence",
    "rule",
    "section-role",
    "task-kind",
    "theme",
    "time-kind",
)

# PN_CHARS_BASE of Turtle 1.1 within the basic plane; a name may go on with marks and dashes.
_LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u3001-\ud7ff"
_LOCAL = re.compile(f"[{_LETTERS}0-9_][{_LETTERS}0-9_\u0300-\u036f-]*")


def prefixes(base: str = BASE_IRI) -> dict[str, str]:
    """Give the prefixes of the vocabularies, of the concepts, and of the data under *base*.

    >>> prefixes()["pc"], prefixes("https://x.org/")["agent"]
    ('https://w3id.org/policy-cascade/ns#', 'https://x.org/agent/')
    """
    concepts = {name: f"{TYPES}{name}/" for name in _CONCEPTS}
    data = {name: f"{base}{name}/" for name in ("agent", "place")}
    return {**VOCABULARIES, **concepts, **data}


class Shortener:
    """Shortens IRIs by the longest namespace that fits, and remembers which it used.

    >>> short = Shortener({"pc": "https://w3id.org/policy-cascade/ns#"})
    >>> short("https://w3id.org/policy-cascade/ns#Task"), short("https://x.org/a b")
    ('pc:Task', None)
    >>> short.used
    {'pc'}
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take *names*: prefix to namespace."""
        self._names = sorted(names.items(), key=lambda item: (-len(item[1]), item))
        self._known: dict[str, str | None] = {}
        self.used: set[str] = set()

    def __call__(self, iri: str) -> str | None:
        """Give the prefixed name of *iri*, None where no prefix fits its letters."""
        if iri not in self._known:
            self._known[iri] = self._shortened(iri)
        return self._known[iri]

    def _shortened(self, iri: str) -> str | None:
        for prefix, namespace in self._names:
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                self.used.add(prefix)
                return f"{prefix}:{iri[len(namespace) :]}"
        return None
