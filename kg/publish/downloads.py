"""The whole graph in every form, with sizes and checksums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.folder import base_of
from kg.graph.named import named_quads
from kg.write.formats import FORMATS, write
from kg.write.prefixes import prefixes

if TYPE_CHECKING:
    from pathlib import Path

    from kg.answers import Desk
    from kg.publish.press import Press
    from kg.write.site.pages import Site

_NAME = "policy"


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the whole graph: bytes and SHA-256 as they are on the disk."""

    name: str
    label: str
    media_type: str
    size: int
    sha256: str


def write_downloads(press: Press, site: Site, folder: Path, desk: Desk) -> list[Download]:
    """Write each format of ``kg export`` into ``downloads``, and the page that lists them."""
    quads = list(named_quads(desk.store))
    names = prefixes(base_of(folder))
    found = []
    for form in FORMATS.values():
        name = f"downloads/{_NAME}{form.suffix}"
        write(form.name, press.path(name), quads=lambda: quads, network=desk.network,
              records=lambda: records(folder), prefixes=names)  # fmt: skip
        found.append(Download(name, form.label, form.media_type, *press.size_and_digest(name)))
    press.put(
        "data.html",
        site.page("site_data.html", "data", downloads=found, catalogues=(), title="Dữ liệu · Data"),
    )
    return found


def records(folder: Path) -> list[str]:
    """Give the records of a graph folder as JSON texts, by name."""
    paths = sorted((folder / "records").glob("*.json"))
    return [path.read_text(encoding="utf-8") for path in paths]
