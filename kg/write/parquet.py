"""The tables as Parquet, one file each, with days, numbers and truth values of their own types."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import numpy as np

from kg.errors import KgError
from kg.write.table_rows import TABLES, table_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from kg.write.table_rows import Column, Row

_TYPES = {
    "text": "VARCHAR",
    "iri": "VARCHAR",
    "date": "DATE",
    "integer": "BIGINT",
    "boolean": "BOOLEAN",
}


def parquet(graph: nx.MultiDiGraph[str]) -> dict[str, bytes]:
    """Give ``documents.parquet``, ``tasks.parquet``, ``agents.parquet``, ``edges.parquet``.

    Texts are kept as they are: no program runs a cell of Parquet. Raises KgError for a day that
    is none.
    """
    found = {name: list(rows) for name, rows in table_rows(graph).items()}
    # One thread: several would share out the rows, and the bytes would change with the machine.
    with duckdb.connect(config={"threads": 1}) as connection, tempfile.TemporaryDirectory() as made:
        return {
            f"{name}.parquet": _written(connection, TABLES[name], rows, Path(made) / name)
            for name, rows in found.items()
        }


def _written(
    connection: duckdb.DuckDBPyConnection,
    columns: Sequence[Column],
    rows: Sequence[Row],
    path: Path,
) -> bytes:
    connection.register("given", _arrays(columns, rows))
    wanted = ", ".join(f'"{c.name}"::{_TYPES[c.kind]} AS "{c.name}"' for c in columns)
    options, target = "FORMAT parquet, COMPRESSION zstd", str(path).replace("'", "''")
    connection.execute(f"COPY (SELECT {wanted} FROM given) TO '{target}' ({options})")  # noqa: S608 - our own names
    connection.unregister("given")
    return path.read_bytes()


def _arrays(columns: Sequence[Column], rows: Sequence[Row]) -> Mapping[str, np.ndarray]:
    """Give each column as an array; DuckDB reads these without copies in between."""
    for column in columns:
        if column.kind == "date":
            for row in rows:
                _check_day(row.get(column.name))
    return {c.name: np.array([row.get(c.name) for row in rows], dtype=object) for c in columns}


def _check_day(day: object) -> None:
    if day is None:
        return
    try:
        dt.date.fromisoformat(str(day))
    except ValueError as error:
        what = "is no day"
        raise KgError(what, str(day), "Export as csv.") from error
