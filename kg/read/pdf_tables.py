"""Ruled tables of a PDF: cells by their borders, rows joined where a page cuts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from kg.read.grid import Cell, is_agency
from kg.read.pdf_lines import Line, Word, join_words, lines_of

_THICK = 3.0  # points; a filled box that is thicker than a border is shading
_PADDING = 5.4  # between words and border, as word processors set it
_MIN_COLUMNS = 2
_FIRST = ("tt", "stt", "số tt", "no.")


@dataclass(slots=True)
class Table:
    """A table on a page: its rows of cells and its upper and lower edge."""

    rows: list[list[str]]
    top: float
    bottom: float
    box: tuple[float, float, float, float]


def tables_of(page: Any, words: Sequence[Word]) -> Iterator[Table]:  # noqa: ANN401  (pdfplumber has no types)
    """Give the tables of a page that have two filled columns at least, from the top down."""
    for found in page.filter(_is_border).find_tables():
        rows = [[_words(box, words) for box in row.cells] for row in found.rows]
        kept = [row for row in rows if any(row)]
        filled = max((sum(map(bool, row)) for row in kept), default=0)
        if filled >= _MIN_COLUMNS:
            yield Table(kept, found.bbox[1], found.bbox[3], found.bbox)


def _is_border(thing: dict[str, Any]) -> bool:
    """Tell whether a drawn thing may be a border: shading behind words is none."""
    if thing["object_type"] != "rect" or thing.get("stroke"):
        return True
    return bool(thing["width"] < _THICK or thing["height"] < _THICK)


def inside(word: Word, box: tuple[float, float, float, float]) -> bool:
    """Tell whether the middle of a word lies in a box (left, top, right, bottom)."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _words(box: tuple[float, float, float, float] | None, words: Sequence[Word]) -> str:
    if box is None:
        return ""
    return cell_text(lines_of(word for word in words if inside(word, box)), box[2] - _PADDING)


def cell_text(lines: Sequence[Line], right: float) -> str:
    """Give the words of a cell that ends at *right*; agencies on lines of their own are parted.

    A line is one's own where the next word would have fitted and stands on the next line.
    """
    whole = ""
    for i, line in enumerate(lines):
        words = line.text
        if not whole:
            whole = words
            continue
        before = lines[i - 1]
        room = before.x1 + 0.3 * line.size + line.words[0].x1 - line.words[0].x0 < right
        if room and is_agency(words) and is_agency(before.text) and whole[-1].isalnum():
            whole = f"{whole}; {words}"
        else:
            whole = join_words(whole, words)
    return whole


def joins(above: Table, below: Table) -> bool:
    """Tell whether a table goes on with the one at the foot of the page before."""
    return max(map(len, above.rows)) == max(map(len, below.rows))


def join(above: Table, below: Table) -> None:
    """Add the rows of *below* to *above*; a row cut by the page end becomes whole again.

    A header that is printed again stays: the parser knows it.
    """
    rows = [list(row) for row in below.rows]
    again = takewhile(lambda pair: pair[0] == pair[1], zip(above.rows, rows, strict=False))
    at = max(len(list(again)), int(_is_header(rows[0])))
    if at < len(rows) and not rows[at][0] and any(rows[at]) and above.rows:
        last, cut = above.rows[-1], rows[at]
        if len(last) == len(cut) and _goes_on(last, cut):
            above.rows[-1] = [
                join_words(a, b) if a and b else a or b for a, b in zip(last, cut, strict=True)
            ]
            del rows[at]
            if at and at == len(rows):
                return
    above.rows += rows


def _is_header(row: Sequence[str]) -> bool:
    return row[0].strip(" .").lower() in _FIRST


def _goes_on(last: Sequence[str], cut: Sequence[str]) -> bool:
    """Tell whether a row without a number goes on with the row above it."""
    if not last[0] and not any(last[1:]):
        return False
    first = next((cell for cell in cut if cell), "")
    open_cells = [a for a, b in zip(last, cut, strict=True) if a and b]
    unfinished = any(cell[-1] not in ".;" for cell in open_cells)
    return first[:1].islower() or unfinished or not open_cells


def cells(table: Table) -> list[list[Cell]]:
    """Give the rows as cells of lines, all of one width."""
    width = max(map(len, table.rows))
    return [[(c,) if c else () for c in [*row, *[""] * (width - len(row))]] for row in table.rows]
