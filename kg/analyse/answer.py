"""An answer: rows of plain values under named columns, ties ranked as ties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Cell: TypeAlias = "str | int | float | None"
Row: TypeAlias = "tuple[Cell, ...]"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gives: columns and rows, and *notes* on what was counted against what.

    Where SPARQL asks the same, it has the same *name*, columns and rows.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def most_first(rows: Iterable[Row], count: int = 0) -> tuple[Row, ...]:
    """Sort by the number in column *count*, largest first, then by the cells before and after.

    >>> most_first([("Sở Y tế", 2), ("Sở Nội vụ", 2), ("Sở Tài chính", 5)], 1)
    (('Sở Tài chính', 5), ('Sở Nội vụ', 2), ('Sở Y tế', 2))
    """
    return tuple(sorted(rows, key=lambda row: (-_number(row[count]), in_order(row))))


def ranked(rows: Iterable[Row], count: int = 0) -> Iterator[Row]:
    """Put the competition rank before rows that are sorted by the number in column *count*.

    >>> [row[0] for row in ranked([(9,), (9,), (9,), (8,)])]
    [1, 1, 1, 4]
    """
    rank, before = 0, None
    for place, row in enumerate(rows, start=1):
        if row[count] != before:
            rank, before = place, row[count]
        yield (rank, *row)


def in_order(row: Row) -> tuple[tuple[bool, float, str], ...]:
    """Give a key that sorts rows with empty cells: nothing, then numbers, then words.

    >>> sorted([("b", 1), (None, 2), ("a", 3)], key=in_order)
    [(None, 2), ('a', 3), ('b', 1)]
    """
    return tuple(
        (
            cell is not None,
            cell if isinstance(cell, int | float) else 0,
            "" if cell is None else str(cell),
        )
        for cell in row
    )


def _number(cell: Cell) -> float:
    return cell if isinstance(cell, int | float) else 0
