"""CSV that a spreadsheet opens rightly and safely."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Cell: TypeAlias = "str | int | float | bool | None"
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Give CSV that a spreadsheet opens: with a byte-order mark, and no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[_safe(cell) for cell in row] for row in rows])
    return _BOM + out.getvalue()


def _safe(cell: Cell) -> Cell:
    """Put an apostrophe before words that a spreadsheet would run as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
