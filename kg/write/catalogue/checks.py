"""The checks of a published folder, one function each; what they ask stands in ``checks.csv``.

A check gives whether the rule is held (None: cannot be known from the folder) and what was measured.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from rdflib import DCTERMS, VOID, Literal

from kg.lexicon import rows
from kg.write.catalogue.counts import outside
from kg.write.catalogue.shapes import lacks
from kg.write.catalogue.terms import DCAT, EU, IANA, SPDX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from rdflib.term import Node

    from kg.write.catalogue.published import Published

Found: TypeAlias = "tuple[bool | None, str]"
Check: TypeAlias = "Callable[[Published], Found]"

TRIPLES, LINKS = 1_000, 50
"""What the LOD cloud asks for at least."""
_LD_JSON = re.compile(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', re.DOTALL)
_LOCATION = re.compile(r"<loc>[^<]+</loc>")
_SHUT = re.compile(r"^\s*disallow:\s*/\s*$", re.IGNORECASE | re.MULTILINE)


def _catalogue(site: Published) -> Found:
    return bool(site.datasets), f"{len(site.catalogue)} statements, {len(site.datasets)} data sets"


def _void(site: Published) -> Found:
    said, there = str(site.void.value(site.described, VOID.triples)), len(site.dump)
    return there > 0 and said == str(there), f"{said} said, {there} in the dump"


def _sums(site: Published) -> Found:
    right = sum(_is_right(site, each) for each in site.distributions)
    return _all_of(right, site.distributions)


def _is_right(site: Published, distribution: Node) -> bool:
    file = site.file_of(site.catalogue.value(distribution, DCAT.downloadURL))
    checksum = site.catalogue.value(distribution, SPDX.checksum)
    said = str(site.catalogue.value(checksum, SPDX.checksumValue)).lower()
    size = str(site.catalogue.value(distribution, DCAT.byteSize))
    return file is not None and (size, said) == (str(file.stat().st_size), _sha256(file))


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _index(site: Published) -> Found:
    page = site.text("index.html")
    kinds = [kind for block in _LD_JSON.findall(page) for kind in _types(block)]
    return "Dataset" in kinds, "a Dataset" if "Dataset" in kinds else "no Dataset"


def _types(block: str) -> list[str]:
    try:
        told = json.loads(block)
    except ValueError:
        return []
    things = told if isinstance(told, list) else [told]
    return [str(each.get("@type")) for each in things if isinstance(each, dict)]


def _sitemap(site: Published) -> Found:
    pages = len(_LOCATION.findall(site.text("sitemap.xml")))
    return pages > 0, f"{pages} pages"


def _robots(site: Published) -> Found:
    page = site.text("robots.txt")
    shut = bool(_SHUT.search(page))
    return not shut, "everything is shut" if shut else ("open" if page else "no robots.txt")


def _resolvable(site: Published) -> Found:
    return _examples(site, lambda iri: site.inside(f"{iri}.html"))


def _rdf(site: Published) -> Found:
    return _examples(site, partial(_speaks, site))


def _speaks(site: Published, path: str) -> bool:
    subjects = site.graph(f"{path}.ttl").subjects()
    return f"{site.base}{path}" in map(str, subjects)


def _examples(site: Published, check: Callable[[str], object]) -> Found:
    base = site.base
    found = [str(each) for each in site.void.objects(None, VOID.exampleResource)]
    own = [iri.removeprefix(base) for iri in sorted(found) if iri.startswith(base)]
    return _all_of(sum(bool(check(path)) for path in own), own)


def _online(site: Published) -> Found:
    return None, f"not asked; they live under {site.base}"


def _triples(site: Published) -> Found:
    return len(site.dump) >= TRIPLES, f"{len(site.dump)}"


def _links(site: Published) -> Found:
    found = list(outside(site.dump, site.base))
    total = sum(each.triples for each in found)
    sets = sorted({each.target for each in found})
    return total >= LINKS, f"{total} ({', '.join(sets)})" if sets else "0"


def _access(site: Published) -> Found:
    ways = {
        "a dump": bool(site.dump),
        "SPARQL": any(site.void.objects(None, VOID.sparqlEndpoint)),
        "by crawling": bool(_sitemap(site)[0] and _rdf(site)[0]),
    }
    open_ones = [name for name, is_open in ways.items() if is_open]
    return bool(open_ones), ", ".join(open_ones) or "none"


def _all_of(right: int, things: Iterable[object]) -> Found:
    total = len(list(things))
    return right == total > 0, f"{right} of {total}"


def _on_datasets(predicate: str, start: str, site: Published) -> Found:
    """Tell whether every data set has the property, with a value that begins so."""
    return _having(site, site.datasets, predicate, start)


def _on_downloads(predicate: str, start: str, site: Published) -> Found:
    """Tell whether every download has the property, with a value that begins so."""
    return _having(site, site.distributions, predicate, start)


def _having(site: Published, things: list[Node], predicate: str, start: str) -> Found:
    having = [each for each in things if _has(site, each, predicate, start)]
    return _all_of(len(having), things)


def _has(site: Published, thing: Node, predicate: str, start: str = "") -> bool:
    values = site.catalogue.objects(thing, predicate)  # type: ignore[arg-type]  # a term is an IRI
    return any(str(value).strip() and str(value).startswith(start) for value in values)


def _works(site: Published) -> Found:
    there = [
        d for d in site.distributions if site.file_of(site.catalogue.value(d, DCAT.downloadURL))
    ]
    return None, f"not asked; {len(there)} of {len(site.distributions)} files lie in the folder"


def _file_type(column: str, site: Published, distribution: Node) -> bool:
    """Tell whether the format of a download is one that ``formats.csv`` has a mark for."""
    marked = {
        EU + "file-type/" + row["file_type"] for row in rows("publishing/formats") if row[column]
    }
    return str(site.catalogue.value(distribution, DCTERMS.format)) in marked


def _from_lists(site: Published, distribution: Node) -> bool:
    return _has(site, distribution, DCTERMS.format, f"{EU}file-type/") and _has(
        site, distribution, DCAT.mediaType, IANA
    )


_ON_BEST: Mapping[str, Callable[[Published, Node], bool]] = {
    "mqa-format": lambda site, each: _has(site, each, DCTERMS.format),
    "mqa-media-type": lambda site, each: _has(site, each, DCAT.mediaType),
    "mqa-format-vocabulary": _from_lists,
    "mqa-non-proprietary": partial(_file_type, "non_proprietary"),
    "mqa-machine-readable": partial(_file_type, "machine_readable"),
}


def _best(check: str, site: Published) -> Found:
    """Look at the download with the most points, as the method of the EU does: they hold the same."""
    points = {row["id"]: int(row["points"] or 0) for row in rows("publishing/checks")}

    def worth(distribution: Node) -> int:
        return sum(points[name] for name, asks in _ON_BEST.items() if asks(site, distribution))

    best = max(site.distributions, key=worth, default=None)
    if best is None:
        return False, "no download"
    return _ON_BEST[check](site, best), str(best).rpartition("#")[2]


def _dcat_ap(site: Published) -> Found:
    if not site.datasets:
        return False, "no data set"
    broken = [lack for lack in lacks(site.catalogue) if lack.must]
    first = f": {broken[0].what}" if broken else ""
    return not broken, f"{len(broken)} rules broken{first}"


def _keywords(site: Published) -> Found:
    words = list(site.catalogue.objects(None, DCAT.keyword))
    languages = sorted({word.language or "" for word in words if isinstance(word, Literal)})
    held, _ = _on_datasets(DCAT.keyword, "", site)
    return held, f"{len(words)} in {', '.join(languages)}" if words else "none"


CHECKS: Mapping[str, Check] = {
    "site-catalogue": _catalogue,
    "site-void": _void,
    "site-sums": _sums,
    "site-index": _index,
    "site-sitemap": _sitemap,
    "site-robots": _robots,
    "lod-resolvable": _resolvable,
    "lod-online": _online,
    "lod-rdf": _rdf,
    "lod-triples": _triples,
    "lod-links": _links,
    "lod-access": _access,
    "mqa-keyword": _keywords,
    "mqa-theme": partial(_on_datasets, DCAT.theme, ""),
    "mqa-spatial": partial(_on_datasets, DCTERMS.spatial, ""),
    "mqa-temporal": partial(_on_datasets, DCTERMS.temporal, ""),
    "mqa-access-url-works": _works,
    "mqa-download-url": partial(_on_downloads, DCAT.downloadURL, ""),
    "mqa-download-url-works": _works,
    **{name: partial(_best, name) for name in _ON_BEST},
    "mqa-dcat-ap": _dcat_ap,
    "mqa-licence": partial(_on_downloads, DCTERMS.license, ""),
    "mqa-licence-vocabulary": partial(_on_downloads, DCTERMS.license, f"{EU}licence/"),
    "mqa-access-rights": partial(_on_datasets, DCTERMS.accessRights, ""),
    "mqa-access-rights-vocabulary": partial(
        _on_datasets, DCTERMS.accessRights, f"{EU}access-right/"
    ),
    "mqa-contact": partial(_on_datasets, DCAT.contactPoint, ""),
    "mqa-publisher": partial(_on_datasets, DCTERMS.publisher, ""),
    "mqa-rights": partial(_on_downloads, DCTERMS.rights, ""),
    "mqa-size": partial(_on_downloads, DCAT.byteSize, ""),
    "mqa-issued": partial(_on_datasets, DCTERMS.issued, ""),
    "mqa-modified": partial(_on_datasets, DCTERMS.modified, ""),
}
"""Every check by its id in ``data/publishing/checks.csv``."""
