"""Task tables: the role of a column from the meaning of its header, rows over repeated headers."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest

from kg.lexicon import rows
from kg.model import Artifact, Quote, Span
from kg.parse.lines import is_piped
from kg.shape import Cell, TableRow

APPENDIX = "PL"
_NUMBER_ROW = re.compile(r"\(?\d{1,2}\)?")
_RULE = re.compile(r"[-: ]+")  # the line under the header of a table drawn with bars
_DITTO = re.compile(r"[-\s]*(?:nt|n\.t|như trên|//|\"|″)[-.\s]*")
_LED = re.compile(r"\w\s+chủ trì\s*[;,.]|^chủ trì\s*:")
_WHEN = re.compile(
    r"(?:quý|tháng|năm|cả năm|hằng|hàng|trước|thường xuyên|\d{1,2}/\d{2,4}|20\d\d)\b"
)
_LONG_HEADER = 60
_SECOND = frozenset({"lead", "coordinate", "both", "time", "product"})  # what a header divides


@functools.cache
def _columns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    table = rows("lexicon/table_columns")
    return tuple((re.compile(row["pattern"]), row["role"], row["lead_role"]) for row in table)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with known columns; ``title`` is the text that leads in, or the heading above.

    ``place`` is the section that holds it, or the appendix; ``id`` tells the appendices apart.
    """

    id: str
    place: str
    title: Span
    roles: tuple[str, ...]
    lead_role: str


class TableReader:
    """Takes the rows of a document in order and reads those of task tables."""

    def __init__(self, text: str, view: str, ids: dict[str, int]) -> None:
        """Keep the text, its lower-case view of equal length and the ids that are taken."""
        self.text, self.view, self._ids = text, view, ids
        self._sizes: Counter[str] = Counter()
        self._parts: Counter[str] = Counter()
        self._whole = ""
        self._fresh = False  # no row has followed the header yet
        self._groups: defaultdict[str, str] = defaultdict(str)
        self.tables: list[Table] = []
        self.rows: list[TableRow] = []
        self.repeated: list[Artifact] = []

    def add(
        self,
        line: Span,
        place: str,
        lead_in: list[Span] | None = None,
        title: Span | None = None,
    ) -> None:
        """Read one line of tab-separated cells; *title* is the heading of the section."""
        cells = self._cells(line)
        roles = tuple(column_role(cell.of(self.view)) for cell in cells)
        words = [cell.of(self.text) for cell in cells]
        if not any(map(str.strip, words)) or _RULE.fullmatch("".join(words)):
            return
        if not self._tabled(place):
            roles = _headless(words, [cell.of(self.view) for cell in cells]) or roles
        if "task" in roles and len(set(roles) - {""}) > 1:
            self._header(line, (place, title or line), roles, lead_in or [])
            if "both" in roles and _NUMBER_ROW.fullmatch(words[0]):
                self._row(cells)  # the first row of a table that prints no header
        elif self._fresh and _divides(cells, roles, self.tables[-1]):
            self._refine(roles, line)
        elif self.tables and not all(_NUMBER_ROW.fullmatch(cell) for cell in words if cell):
            self._row(cells)

    def add_stack(
        self,
        columns: tuple[Span, tuple[str, ...]],
        lines: Iterable[tuple[Span, ...]],
        place: str,
        lead_in: list[Span] | None,
    ) -> None:
        """Read a table of single lines: its header with the roles of its columns, then its rows."""
        header, roles = columns
        self._header(header, (place, header), roles, lead_in or [])
        for cells in lines:
            self._row(list(cells))

    def _tabled(self, place: str) -> bool:
        """Tell whether the open table stands in this place."""
        return bool(self.tables) and self.tables[-1].place == place

    def _refine(self, roles: tuple[str, ...], line: Span) -> None:
        """Take the columns of a second header row into the open table."""
        table = self.tables[-1]
        pairs = zip_longest(roles, table.roles, fillvalue="")
        whole = tuple(below or above for below, above in pairs)
        self.tables[-1] = replace(table, roles=whole, lead_role=_lead_role(self.view, line))

    def _cells(self, line: Span) -> list[Span]:
        """Give the cells from the edge of the page on: one that is left empty keeps its column."""
        start, mark = self.text.rfind("\n", 0, line.start) + 1, "\t"
        end = line.end
        if is_piped(line.of(self.text)):
            words = line.of(self.text)
            start, end, mark = line.start + (words[0] == "|"), line.end - (words[-1] == "|"), "|"
        cells = []
        for words in Span(start, end).of(self.text).split(mark):
            inner = words.strip()
            at = start + (words.index(inner) if inner else 0)
            cells.append(Span(at, at + len(inner)))
            start += len(words) + 1
        return cells

    def _header(
        self, line: Span, above: tuple[str, Span], roles: tuple[str, ...], lead: list[Span]
    ) -> None:
        """Open a table, or note that the header of the open one is printed again."""
        place, title = above
        last = self.tables[-1] if self.tables else None
        if last and self._fresh and last.place == place and not lead:
            self._refine(roles, line)
            return
        if last and (last.place, last.roles) == (place, roles) and not lead:
            words = line.of(self.text)
            self.repeated.append(Artifact("repeated_table_header", Quote(line, words)))
            return
        if lead:
            title = Span(lead[0].start, lead[-1].end)
            lead.clear()
        same = sum(table.place == place for table in self.tables) if place == APPENDIX else 0
        name = f"{place}{same + 1}" if same else place
        self.tables.append(Table(name, place, title, roles, _lead_role(self.view, line)))
        self._fresh = True

    def _row(self, cells: list[Span]) -> None:
        """Read a row under the open table; its id is the printed number, else its place."""
        table = self.tables[-1]
        while len(cells) > len(table.roles) and cells[0].start == cells[0].end:
            del cells[0]  # an indent that no column of the header stands over
        named = tuple(
            Cell(role, cell)
            for role, cell in zip(table.roles, cells, strict=False)
            if role and cell.start < cell.end
        )
        if not named:
            return
        named = self._same_as_above(table, named)
        self._fresh = False
        number = next((c.span.of(self.text) for c in named if c.role == "index"), "").strip(". )")
        if _is_group(table, named, number):
            self._groups[table.id] = f"{number}." if number else ""
            return
        if self._says_more(table, named, number):
            self._parts[self._whole] += 1
            path = f"{self._whole}.{self._parts[self._whole] + 1}"
            self.rows.append(TableRow(fresh(path, self._ids), table.id, named, table.lead_role))
            return
        above = self._above(table)
        if above and number.startswith(f"{above.number}.") and _heads_only(above):
            del self._ids[self.rows.pop().id]  # "2" without anybody, then "2.1": a heading
            above = self._above(table)
        self._sizes[table.id] += 1
        label = f"{self._groups[table.id]}{number or self._sizes[table.id]}"
        path = f"{table.id}.{label}" if table.place == APPENDIX else f"{table.id}.r{label}"
        self._whole = fresh(path, self._ids)
        more = _carried(named, above) if "lead" in table.roles else ()
        self.rows.append(
            TableRow(self._whole, table.id, (*named, *more), table.lead_role, number, bool(more))
        )

    def _above(self, table: Table) -> TableRow | None:
        """Give the last row of a table."""
        last = self.rows[-1] if self.rows else None
        return last if last and last.table == table.id else None

    def _same_as_above(self, table: Table, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Give the cells of a row; "nt" (như trên) stands for the cell of the row above."""
        above = self._above(table)
        return tuple(
            replace(cell, span=same)
            if above
            and _DITTO.fullmatch(cell.span.of(self.view))
            and (same := above.cell(cell.role))
            else cell
            for cell in cells
        )

    def _says_more(self, table: Table, cells: tuple[Cell, ...], number: str) -> bool:
        """Tell whether a row says more of the task above, as a second product and its time.

        ``9 | Đề án X | Sở Y tế | 2026`` then `` | | Sở Nội vụ | 2027`` are PL.9 and PL.9.2.
        """
        alone = not number and all(cell.role != "task" for cell in cells)
        return alone and self._above(table) is not None


def _heads_only(row: TableRow) -> bool:
    return row.carried or {cell.role for cell in row.cells} <= {"index", "task"}


def _carried(cells: tuple[Cell, ...], above: TableRow | None) -> tuple[Cell, ...]:
    """Give who leads, from the row above where a merged cell stands over both.

    The time goes with the lead: a cell of its own that is empty says nothing.
    """
    filled = {cell.role for cell in cells}
    if above is None or "task" not in filled or "lead" in filled or "both" in filled:
        return ()
    return tuple(
        cell
        for cell in above.cells
        if cell.role in {"lead", "coordinate", "time"} and cell.role not in filled
    )


def _divides(cells: list[Span], roles: tuple[str, ...], table: Table) -> bool:
    """Tell whether a row only divides columns of the header above it.

    ``TT | Nhiệm vụ | Cơ quan thực hiện | | Thời gian`` then `` | | Chủ trì | Phối hợp | ``.
    """
    filled = [role for role, cell in zip(roles, cells, strict=True) if cell.start < cell.end]
    return len(filled) > 1 and set(filled) <= _SECOND and len(cells) <= len(table.roles) + 1


def _is_group(table: Table, cells: tuple[Cell, ...], number: str) -> bool:
    """Tell whether a row only heads those below it: words without anybody who leads.

    ``I | Hoàn thiện thể chế | | |`` heads a group; a task without a lead has an Arabic number.
    """
    filled = {cell.role for cell in cells}
    roman = bool(number) and not number.strip("IVXLABCDĐ")
    leads = "lead" in table.roles or "both" in table.roles
    return leads and filled <= {"index", "task"} and (roman or not number)


def fresh(path: str, taken: dict[str, int]) -> str:
    """Give the path as an id that nothing else has, and note that it is taken.

    >>> ids: dict[str, int] = {}
    >>> [fresh("II", ids), fresh("II", ids), fresh("II.1", ids)]
    ['II', 'II#2', 'II.1']
    """
    name = path
    while name in taken:
        taken[path] += 1
        name = f"{path}#{taken[path]}"
    taken[name] = 1
    return name


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
    cells = (cell.strip(" *_:") for cell in re.split(r"[\t\n]", header.of(view)))
    leads = (column_lead_role(cell) for cell in cells if column_role(cell) == "lead")
    return next(leads, "chủ trì")


def column_lead_role(header: str) -> str:
    """Give what a lead column says of the lead, such as chủ trì or thực hiện."""
    return next((lead for pattern, _, lead in _columns() if pattern.fullmatch(header)), "")


def _headless(words: list[str], lower: list[str]) -> tuple[str, ...]:
    """Give the columns of a row that stands under no header and itself says who leads; else ().

    ``1 | Tập huấn hòa giải viên | Quý II | Sở Tư pháp chủ trì; Sở Nội vụ phối hợp``.
    """
    if len(words) < 3 or not _NUMBER_ROW.fullmatch(words[0]):  # noqa: PLR2004  (number, task, who)
        return ()
    roles = ["index", "task", *("" for _ in words[2:])]
    for at, cell in enumerate(lower[2:], start=2):
        role = "both" if _LED.search(cell) else "time" if _WHEN.match(cell) else ""
        roles[at] = role if role not in roles else ""
    return tuple(roles) if "both" in roles else ()
