"""The words of the genre, read once from the tables under ``data/``."""

from __future__ import annotations

import csv
import functools
import hashlib
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from kg.config import bundled

Row = Mapping[str, str]
TIMES = Path(__file__).resolve().parent / "extract" / "time_forms.py"
"""The one table of words that is Python: its rows say how a time is read."""


@functools.cache
def rows(table: str) -> tuple[Row, ...]:
    """Give the rows of ``data/<table>.csv`` in the order of the file.

    >>> rows("lexicon/document_types")[0]["name"]
    'Nghị quyết'
    """
    with bundled("data", f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))


def variants(row: Row, column: str = "spellings") -> tuple[str, ...]:
    """Give the ``|``-separated spellings of a row; an empty cell has none."""
    return tuple(part for part in row[column].split("|") if part)


@functools.cache
def fingerprint() -> str:
    """Give a hash of all tables: records made under other words differ in it."""
    digest = hashlib.sha256()
    folders = ("encodings", "gazetteer", "lexicon")
    tables = (sorted(bundled("data", folder).glob("*.csv")) for folder in folders)
    for path in (*chain.from_iterable(tables), TIMES):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
