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


_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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
    Format(
        "parquet", ".parquet.zip", "application/vnd.apache.parquet", "Parquet tables", "network"
    ),
    Format("xlsx", ".xlsx", _WORKBOOK, "Excel workbook", "network"),
    Format("json", ".json", "application/json", "JSON records", "records"),
    Format("jsonl", ".jsonl", "application/jsonl", "JSON Lines records", "records"),
)
FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _ALL})
"""Every format by its name."""


def format_of(path: str | Path) -> str | None:
    """Give the name of the format whose files end like *path*, None where none does.

    >>> format_of("policy.TTL"), format_of("tables.zip"), format_of("policy.docx")
    ('turtle', 'csv', None)
    >>> format_of("tables.parquet.zip"), format_of("tables.parquet")
    ('parquet', 'parquet')
    """
    name = Path(path).name.lower()
    endings = {each.suffix: each.name for each in _ALL} | {".parquet": "parquet"}
    fitting = [ending for ending in endings if name.endswith(ending)]
    return endings[max(fitting, key=len)] if fitting else None


def write(  # noqa: PLR0913 - what the formats are made of, each by its name
    format_name: str,
    target: Target,
    *,
    quads: Callable[[], Iterable[Quad]] | None = None,
    network: Callable[[], nx.MultiDiGraph[str]] | None = None,
    records: Callable[[], Iterable[str]] | None = None,
    prefixes: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Write one format to a path, a binary stream or standard output (``-``).

    Gives a line for each thing that the format could not hold whole; mostly there is none.

    Of *quads*, *network* and *records* (JSON texts) only the one that
    ``FORMATS[format_name].takes`` names is called. *prefixes* are those of Turtle, TriG and
    RDF/XML. A path keeps its old content until the new one is whole. Raises KgError for an
    unknown format, for content the format cannot keep, and where the path cannot be written;
    TypeError where what the format takes is not given.

    >>> import io
    >>> out = io.BytesIO()
    >>> write("json", out, records=lambda: ['{"file": "a.txt"}'])
    ()
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
            return _write_network(format_name, target, _given("network", network))
        case "records":
            write_text(target, _records(format_name, _given("records", records)))
    return ()


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


def _records(format_name: str, records: Iterable[str]) -> Iterable[str]:
    from kg.write.records import records_json, records_lines

    return {"json": records_json, "jsonl": records_lines}[format_name](records)


def _write_network(
    format_name: str, target: Target, network: nx.MultiDiGraph[str]
) -> tuple[str, ...]:
    match format_name:
        case "csv":
            from kg.write.tables import tables

            _write_files(target, tables(network))
        case "parquet":
            from kg.write.parquet import parquet

            _write_files(target, parquet(network))
        case "xlsx":
            from kg.write.xlsx import xlsx

            content, notes = xlsx(network)
            write_bytes(target, (content,))
            return notes
        case _:
            from kg.write.graphml import gexf, graphml

            write_text(target, {"graphml": graphml, "gexf": gexf}[format_name](network))
    return ()


def _write_files(target: Target, files: Mapping[str, bytes]) -> None:
    """Write files into a folder; into one archive for ``FILE.zip`` and for a stream."""
    from kg.write.tables import zipped

    is_path = isinstance(target, (str, Path)) and str(target) != STDOUT
    if is_path and Path(str(target)).suffix.lower() != ".zip":
        write_folder(Path(str(target)), files)
    else:
        write_bytes(target, (zipped(files),))
