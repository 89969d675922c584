"""The formats of ``kg export``: which there are, what each takes, and one way to write them all.

This module is light: what a format needs is imported when it is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Literal, TypeAlias, TypeVar

from kg.errors import KgError
from kg.write.files import STDOUT, write_bytes, write_folder, write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import networkx as nx
    from pyoxigraph import Quad

Takes: TypeAlias = Literal["quads", "network", "records"]
Target: TypeAlias = "str | Path | IO[bytes]"
Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the end of its files, its media type, its label, what it is made of."""

    name: str
    suffix: str
    media_type: str
    label: str
    takes: Takes
    named_graphs: bool = False


_ALL = (
    Format("turtle", ".ttl", "text/turtle", "Turtle", "quads"),
    Format("trig", ".trig", "application/trig", "TriG", "quads", named_graphs=True),
    Format("nquads", ".nq", "application/n-quads", "N-Quads", "quads", named_graphs=True),
    Format("ntriples", ".nt", "application/n-triples", "N-Triples", "quads"),
    Format("jsonld", ".jsonld", "application/ld+json", "JSON-LD", "quads", named_graphs=True),
    Format("rdfxml", ".rdf", "application/rdf+xml", "RDF/XML", "quads"),
    Format("graphml", ".graphml", "application/graphml+xml", "GraphML", "network"),
    Format("gexf", ".gexf", "application/gexf+xml", "GEXF", "network"),
    Format("csv", ".zip", "text/csv", "CSV tables", "network"),
    Format("json", ".json", "application/json", "JSON records", "records"),
)
FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _ALL})
"""Every format by its name."""


def format_of(path: str | Path) -> str | None:
    """Give the name of the format whose files end like *path*, None where none does.

    >>> format_of("policy.TTL"), format_of("tables.zip"), format_of("policy.docx")
    ('turtle', 'csv', None)
    """
    ending = Path(path).suffix.lower()
    return next((name for name, each in FORMATS.items() if each.suffix == ending), None)


def write(  # noqa: PLR0913 - what the formats are made of, each by its name
    format_name: str,
    target: Target,
    *,
    quads: Callable[[], Iterable[Quad]] | None = None,
    network: Callable[[], nx.MultiDiGraph[str]] | None = None,
    records: Callable[[], Iterable[str]] | None = None,
    prefixes: Mapping[str, str] | None = None,
) -> None:
    """Write one format to a path, a binary stream or standard output (``-``).

    Of *quads*, *network* and *records* (JSON texts) only the one that
    ``FORMATS[format_name].takes`` names is called. *prefixes* are those of Turtle, TriG and
    RDF/XML. A path keeps its old content until the new one is whole. Raises KgError for an
    unknown format, for content the format cannot keep, and where the path cannot be written;
    TypeError where what the format takes is not given.

    >>> import io
    >>> out = io.BytesIO()
    >>> write("json", out, records=lambda: ['{"file": "a.txt"}'])
    >>> print(out.getvalue().decode())
    [
    {"file": "a.txt"}
    ]
    <BLANKLINE>
    """
    if format_name not in FORMATS:
        what = f"'{format_name}' is no format"
        raise KgError(what, "", f"Choose one of: {', '.join(FORMATS)}")
    match FORMATS[format_name].takes:
        case "quads":
            content = _given("quads", quads)
            write_text(target, _statements(format_name, content, prefixes))
        case "network":
            _write_network(format_name, target, _given("network", network))
        case "records":
            from kg.write.records import records_json

            write_text(target, records_json(_given("records", records)))


def _given(name: str, source: Callable[[], Content] | None) -> Content:
    if source is None:
        message = f"this format is made of the {name}, which were not given"
        raise TypeError(message)
    return source()


def _statements(
    format_name: str, quads: Iterable[Quad], names: Mapping[str, str] | None
) -> Iterable[str]:
    from kg.write.jsonld import jsonld
    from kg.write.nquads import nquads, ntriples
    from kg.write.prefixes import prefixes
    from kg.write.rdfxml import rdfxml
    from kg.write.turtle import trig, turtle

    plain = {"nquads": nquads, "ntriples": ntriples, "jsonld": jsonld}
    named = {"turtle": turtle, "trig": trig, "rdfxml": rdfxml}
    if format_name in plain:
        return plain[format_name](quads)
    return named[format_name](quads, prefixes() if names is None else names)


def _write_network(format_name: str, target: Target, network: nx.MultiDiGraph[str]) -> None:
    from kg.write.graphml import gexf, graphml

    if format_name == "csv":
        _write_tables(target, network)
    else:
        write_text(target, {"graphml": graphml, "gexf": gexf}[format_name](network))


def _write_tables(target: Target, network: nx.MultiDiGraph[str]) -> None:
    """Write the tables into a folder; into one archive for ``FILE.zip`` and for a stream."""
    from kg.write.tables import tables, zipped

    files = tables(network)
    is_path = isinstance(target, (str, Path)) and str(target) != STDOUT
    if is_path and Path(str(target)).suffix.lower() != ".zip":
        write_folder(Path(str(target)), files)
    else:
        write_bytes(target, (zipped(files),))
