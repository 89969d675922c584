"""Task tables: the role of a column from the meaning of its header, rows over repeated headers."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from kg.lexicon import rows
from kg.model import Artifact, Quote, Span
from kg.shape import Cell, TableRow

_CELL = re.compile(r"[^\t]+")
_NUMBER_ROW = re.compile(r"\(?\d{1,2}\)?")
_LONG_HEADER = 60


@functools.cache
def _columns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    table = rows("lexicon/table_columns")
    return tuple((re.compile(row["pattern"]), row["role"], row["lead_role"]) for row in table)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with known columns; ``title`` is the text that leads in."""

    id: str
    title: Span
    roles: tuple[str, ...]
    lead_role: str


class TableReader:
    """Takes the rows of a document in order and reads those of task tables."""

    def __init__(self, text: str, view: str) -> None:
        """Keep the text and its lower-case view of equal length."""
        self.text, self.view = text, view
        self.tables: list[Table] = []
        self.rows: list[TableRow] = []
        self.repeated: list[Artifact] = []

    def add(self, line: Span, place: str, lead_in: list[Span] | None = None) -> None:
        """Read one line of tab-separated cells."""
        cells = [_trim(m, line.start) for m in _CELL.finditer(line.of(self.text))]
        roles = tuple(column_role(cell.of(self.view)) for cell in cells)
        if "task" in roles and len(set(roles) - {""}) > 1:
            self._header(line, place, roles, lead_in or [])
        elif self.tables and not all(_NUMBER_ROW.fullmatch(c.of(self.text)) for c in cells):
            self._row(cells)

    def _header(self, line: Span, place: str, roles: tuple[str, ...], lead: list[Span]) -> None:
        """Open a table, or note that the header of the open one is printed again."""
        if self.tables and self.tables[-1].roles == roles and not lead:
            words = line.of(self.text)
            self.repeated.append(Artifact("repeated_table_header", Quote(line, words)))
            return
        same = sum(table.id.rstrip("0123456789") == place for table in self.tables)
        name = f"{place}{same + 1}" if same else place
        title = Span(lead[0].start, lead[-1].end) if lead else line
        lead.clear()
        self.tables.append(Table(name, title, roles, _lead_role(self.view, line)))

    def _row(self, cells: list[Span]) -> None:
        """Read a row under the open table; its id is the printed number, else its place."""
        table = self.tables[-1]
        named = tuple(
            Cell(role, cell) for role, cell in zip(table.roles, cells, strict=False) if role
        )
        number = next((c.span.of(self.text) for c in named if c.role == "index"), "")
        label = number.strip(". ") or str(sum(row.table == table.id for row in self.rows) + 1)
        self.rows.append(TableRow(f"{table.id}.{label}", table.id, named, table.lead_role))


def _trim(match: re.Match[str], offset: int) -> Span:
    """Give the span of a cell without outer white space."""
    words = match[0].strip()
    start = offset + match.start() + (match[0].index(words) if words else 0)
    return Span(start, start + len(words))


def column_role(header: str) -> str:
    """Give the role of a column by its header in lower case; "" when none is known.

    >>> column_role("cơ quan, đơn vị chủ trì"), column_role("thời gian thực hiện")
    ('lead', 'time')
    """
    header = header.strip(" *_:")
    if len(header) > _LONG_HEADER:
        return ""
    return next((role for pattern, role, _ in _columns() if pattern.fullmatch(header)), "")


def _lead_role(view: str, header: Span) -> str:
    """Give what the lead column of a header line makes of the lead."""
    cells = (cell.strip(" *_:") for cell in header.of(view).split("\t"))
    leads = (column_lead_role(cell) for cell in cells if column_role(cell) == "lead")
    return next(leads, "chủ trì")


def column_lead_role(header: str) -> str:
    """Give what a lead column says of the lead, such as chủ trì or thực hiện."""
    return next((lead for pattern, _, lead in _columns() if pattern.fullmatch(header)), "")
