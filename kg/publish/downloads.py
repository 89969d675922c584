"""The whole graph in every form, with sizes and checksums; and the catalogue that lists them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.folder import base_of
from kg.graph.named import named_quads
from kg.write.catalogue.counts import count
from kg.write.catalogue.files import catalogue_files
from kg.write.catalogue.site import Download
from kg.write.formats import FORMATS, write
from kg.write.prefixes import prefixes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pyoxigraph import Quad

    from kg.answers import Desk
    from kg.publish.press import Press
    from kg.publish.site import Wanted
    from kg.write.site.pages import Site

_NAME = "policy"
_CATALOGUES = (
    ("catalog.ttl", "DCAT-AP (Turtle)"), ("catalog.rdf", "DCAT-AP (RDF/XML)"),
    ("catalog.jsonld", "DCAT-AP (JSON-LD)"), (".well-known/void", "VoID"),
    ("dataset.jsonld", "schema.org"), ("ckan.json", "CKAN"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """A download as its page shows it."""

    name: str
    label: str
    size: int
    sha256: str


def write_downloads(
    press: Press, site: Site, folder: Path, desk: Desk, wanted: Wanted
) -> dict[str, Any]:
    """Write the formats, the catalogue and the page that lists both; give the schema.org of the whole."""
    quads = list(named_quads(desk.store))
    found = _dumps(press, folder, desk, quads)
    files = catalogue_files(wanted.about, count(quads, base_of(folder)), found)
    for name, content in files.items():
        press.put(name, content)
    shown = [_Row(each.path, FORMATS[each.format].label, each.size, each.sha256) for each in found]
    page = site.page(
        "site_data.html", "data", downloads=shown, catalogues=_CATALOGUES, title="Dữ liệu · Data"
    )
    press.put("data.html", page)
    told: dict[str, Any] = json.loads(files["dataset.jsonld"])
    return told


def _dumps(press: Press, folder: Path, desk: Desk, quads: Sequence[Quad]) -> list[Download]:
    """Write each format of ``kg export``."""
    names = prefixes(base_of(folder))
    found = []
    for form in FORMATS.values():
        path = f"downloads/{_NAME}{form.suffix}"
        write(form.name, press.path(path), quads=lambda: quads, network=desk.network,
              records=lambda: records(folder), prefixes=names)  # fmt: skip
        found.append(Download(path, form.name, *press.size_and_digest(path)))
    return found


def records(folder: Path) -> list[str]:
    """Give the records of a graph folder as JSON texts, by name."""
    paths = sorted((folder / "records").glob("*.json"))
    return [path.read_text(encoding="utf-8") for path in paths]
