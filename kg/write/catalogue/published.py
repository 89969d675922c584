"""A published folder as a crawler would find it: read from the disk, nothing asked of the network."""

from __future__ import annotations

import functools
import gzip
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pyoxigraph import RdfFormat, parse
from rdflib import FOAF, RDF, VOID, Graph

from kg.config import BASE_IRI
from kg.errors import KgError
from kg.write.catalogue.site import CATALOGUE
from kg.write.catalogue.terms import DCAT
from kg.write.triples import merged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib.term import Node

    from kg.write.triples import Fact

# The easiest to read comes first.
_DUMPS = {
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}


class Published:
    """The parts of a published folder; what is missing or broken is empty, never an error."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that ``kg publish`` wrote."""
        self.folder = folder.resolve()

    @functools.cached_property
    def catalogue(self) -> Graph:
        """The catalogue; empty where there is none that can be read."""
        return self.graph(CATALOGUE)

    @functools.cached_property
    def void(self) -> Graph:
        """The VoID description; empty where there is none that can be read."""
        return self.graph(".well-known/void")

    @functools.cached_property
    def dump(self) -> list[Fact]:
        """The statements of the first RDF file under ``downloads`` that can be read."""
        return next((facts for path in self._dumps() if (facts := _facts(path))), [])

    def _dumps(self) -> Iterator[Path]:
        for ending in _DUMPS:
            yield from sorted((self.folder / "downloads").glob(f"*{ending}"))
            yield from sorted((self.folder / "downloads").glob(f"*{ending}.gz"))

    @property
    def datasets(self) -> list[Node]:
        """The data sets of the catalogue."""
        return sorted(self.catalogue.subjects(RDF.type, DCAT.Dataset), key=str)

    @property
    def distributions(self) -> list[Node]:
        """The downloads of the catalogue."""
        return sorted(self.catalogue.subjects(RDF.type, DCAT.Distribution), key=str)

    @property
    def described(self) -> Node | None:
        """The data set that the VoID description is about; it names others too."""
        return min(self.void.objects(None, FOAF.primaryTopic), default=None, key=str)

    @property
    def base(self) -> str:
        """Where the IRIs of the data live."""
        return str(self.void.value(self.described, VOID.uriSpace) or BASE_IRI)

    def file_of(self, address: Node | None) -> Path | None:
        """Give the file that lies at an address of this site; None where none does."""
        homes = map(str, self.catalogue.objects(None, FOAF.homepage))
        path = next(
            (str(address)[len(home) :] for home in homes if str(address).startswith(home)), ""
        )
        return self.inside(path) if path else None

    def inside(self, path: str) -> Path | None:
        """Give a file of this folder by its path as printed or escaped; never one outside of it."""
        for name in (path, unquote(path)):
            try:
                file = (self.folder / name).resolve()
                if file.is_relative_to(self.folder) and file.is_file():
                    return file
            except (OSError, ValueError):  # a name that no file system takes
                continue
        return None

    def graph(self, path: str) -> Graph:
        """Give the statements of a Turtle file; none where there is none that can be read."""
        try:
            return Graph().parse(data=self.text(path), format="turtle")
        except (ValueError, SyntaxError):
            return Graph()

    def text(self, path: str) -> str:
        """Give the words of a file, empty where there is none."""
        file = self.inside(path)
        return file.read_text(encoding="utf-8", errors="replace") if file else ""


def _facts(path: Path) -> list[Fact]:
    """Give the statements of a file, none where it cannot be read."""
    form = next(form for ending, form in _DUMPS.items() if ending in path.suffixes)
    try:
        content = path.read_bytes()
        data = gzip.decompress(content) if path.suffix == ".gz" else content
        return merged(parse(data, format=form))
    except (OSError, EOFError, ValueError, SyntaxError, KgError):
        return []
