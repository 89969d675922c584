"""Tables for spreadsheets: CSV with a description (CSVW) that says what each column is."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING

from kg.write.csvw import METADATA, csvw
from kg.write.table_rows import TABLES, table_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    from kg.write.table_rows import Row

COLUMNS: Mapping[str, tuple[str, ...]] = {
    name: tuple(each.name for each in columns) for name, columns in TABLES.items()
}
"""The tables, each with the names of its columns from left to right."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet runs a cell that begins so as a formula (OWASP: CSV injection)."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def tables(graph: nx.MultiDiGraph[str]) -> dict[str, bytes]:
    """Give ``documents.csv``, ``tasks.csv``, ``agents.csv``, ``edges.csv``, ``csv-metadata.json``.

    RFC 4180 in UTF-8 with a byte order mark, without which Excel spoils Vietnamese. A text that
    a spreadsheet would run as a formula gets an apostrophe in front.
    """
    files = {f"{name}.csv": _csv(COLUMNS[name], rows) for name, rows in table_rows(graph).items()}
    return {**files, METADATA: csvw().encode("utf-8")}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Give *files* as one ZIP archive without dates, so that equal files give equal archives."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = _UNIX, 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 6)
    return stream.getvalue()


def cell(value: object) -> str:
    """Give a value as a cell that no spreadsheet runs.

    >>> cell("=HYPERLINK(1)"), cell("- Sở Y tế"), cell("Sở Y tế"), cell(12), cell(True)
    ("'=HYPERLINK(1)", "'- Sở Y tế", 'Sở Y tế', '12', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return "" if value is None else str(value)
    return f"'{value}" if value.startswith(FORMULA) else value


def _csv(columns: tuple[str, ...], rows: Iterator[Row]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return stream.getvalue().encode("utf-8-sig")
