"""The tables as one Excel workbook: a sheet for each, and one that says what the columns are.

Nothing is cut in silence: a text longer than a cell may be ends with a mark and is listed on the
sheet ``notes``; a table longer than a sheet may be goes on in ``edges 2``.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

import xlsxwriter

from kg.write.table_rows import TABLES, table_rows
from kg.write.tables import FORMULA, zipped
from kg.write.xml_text import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import networkx as nx
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from kg.write.table_rows import Column, Row

CELL, SHEET = 32_767, 1_048_576
"""How many UTF-16 units a cell may hold, and how many rows a sheet, with its header."""
_MARK = " […]"
_CREATED = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - Excel knows no zones; a fixed day for equal bytes
_FIRST = dt.date(1900, 3, 1)  # before it, the days of Excel are one off
_WIDTHS = {"text": 28, "iri": 24, "date": 12, "integer": 9, "boolean": 10}
_WIDE = frozenset({"text", "words", "title"})
_ABOUT = ("table", "column", "kind", "vi", "en")
_NOTES = ("sheet", "row", "column", "characters", "note")


@dataclass(slots=True)
class _Book:
    """The workbook while it is written, and what has to be told about it."""

    book: xlsxwriter.Workbook
    day: Format
    head: Format
    guarded: Format
    notes: list[tuple[str, int, str, int, str]] = field(default_factory=list)


def xlsx(graph: nx.MultiDiGraph[str], *, sheet_rows: int = SHEET) -> tuple[bytes, tuple[str, ...]]:
    """Give the workbook, and a line for each thing that a sheet cannot hold.

    Words stay words: a text that begins with ``=``, ``+``, ``-`` or ``@`` is a cell of text, which
    Excel does not run, and is marked so that it stays text when somebody edits it; its letters are
    not changed. Header rows stand still and can be filtered.
    """
    stream = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": "kg – policy cascade", "created": _CREATED})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        head = book.add_format({"bold": True, "text_wrap": True})
        made = _Book(book, day, head, book.add_format({"quote_prefix": True}))
        for name, rows in table_rows(graph).items():
            _table(made, name, rows, sheet_rows)
        _told(made)
        notes = tuple(
            f"{sheet}!{row} {column}: {note}" for sheet, row, column, _, note in made.notes
        )
    return _plain(stream), notes


def _table(made: _Book, name: str, rows: Iterator[Row], sheet_rows: int) -> None:
    number, columns = 0, TABLES[name]
    while (part := list(islice(rows, sheet_rows - 1))) or not number:
        number += 1
        title = name if number == 1 else f"{name} {number}"
        if number > 1:
            note = f"goes on from the sheet before: a sheet holds {sheet_rows} rows"
            made.notes.append((title, 1, "", len(part), note))
        sheet = _sheet(made, title, columns, len(part))
        for at, row in enumerate(part, start=1):
            for column, about in enumerate(columns):
                _cell(made, sheet, (at, column), about, row.get(about.name))


def _sheet(made: _Book, title: str, columns: tuple[Column, ...], rows: int) -> Worksheet:
    sheet = made.book.add_worksheet(title)
    for at, each in enumerate(columns):
        sheet.set_column(at, at, 60 if each.name in _WIDE else _WIDTHS[each.kind])
    _header(made, sheet, [each.name for each in columns], rows)
    return sheet


def _header(made: _Book, sheet: Worksheet, names: Iterable[str], rows: int) -> None:
    sheet.freeze_panes(1, 0)
    last = -1
    for last, name in enumerate(names):
        sheet.write_string(0, last, name, made.head)
    sheet.autofilter(0, 0, rows, last)


def _cell(made: _Book, sheet: Worksheet, at: tuple[int, int], about: Column, value: object) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(*at, value)
    elif isinstance(value, int | float):
        sheet.write_number(*at, value)
    elif about.kind == "date" and (day := _day(value)):
        sheet.write_datetime(*at, day, made.day)
    elif value is not None and value != "":
        text = _fitting(made, sheet.get_name(), (at[0] + 1, about.name), xml_text(str(value)))
        sheet.write_string(*at, text, made.guarded if text.startswith(FORMULA) else None)


def _fitting(made: _Book, sheet: str, at: tuple[int, str], text: str) -> str:
    """Give *text* as a cell can hold it; what is cut is noted."""
    if len(text) <= CELL // 2:  # no letter takes more than two units
        return text
    units = len(text.encode("utf-16-le")) // 2
    if units <= CELL:
        return text
    note = f"the cell holds {CELL} of {units} characters; the whole stands in the csv"
    made.notes.append((sheet, *at, units, note))
    return _cut(text)


def _cut(text: str) -> str:
    r"""Give as much of *text* as a cell holds, with a mark; no letter is split.

    >>> len(_cut("ố" * 40_000)), _cut("ố" * 40_000)[-5:]
    (32767, 'ố […]')
    """
    room = 2 * (CELL - len(_MARK))
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _MARK


def _day(value: object) -> dt.date | None:
    """Give a day that Excel can hold; another one stays words."""
    try:
        day = dt.date.fromisoformat(str(value))
    except ValueError:
        return None
    return day if day >= _FIRST else None


def _told(made: _Book) -> None:
    """Add the sheet on the columns, and the one on what does not fit where there is such."""
    about = [(name, c.name, c.kind, c.vi, c.en) for name, each in TABLES.items() for c in each]
    _plain_sheet(made, "columns", _ABOUT, about)
    if made.notes:
        _plain_sheet(made, "notes", _NOTES, made.notes)


def _plain_sheet(
    made: _Book, title: str, names: tuple[str, ...], rows: Sequence[tuple[str | int, ...]]
) -> None:
    sheet = made.book.add_worksheet(title)
    sheet.set_column(0, len(names) - 1, 28)
    _header(made, sheet, names, len(rows))
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            (sheet.write_number if isinstance(value, int) else sheet.write_string)(
                at, column, value
            )


def _plain(stream: io.BytesIO) -> bytes:
    """Pack the parts again without days and owners, which would differ from machine to machine."""
    with zipfile.ZipFile(stream) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})
