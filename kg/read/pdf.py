"""PDF with a text layer: paragraphs and tables in reading order, without running heads and stamps.

Footnotes stand at the end of the text under their marks; a table that runs over pages is one.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from kg.errors import ReadError
from kg.read.encodings import is_vietnamese
from kg.read.grid import table_lines
from kg.read.pdf_flow import LABEL, Frame, frame_of, uncolumn
from kg.read.pdf_lines import UNKNOWN, Line, Word, join_words, lines_of, words_of
from kg.read.pdf_tables import Table, cells, inside, join, joins, tables_of
from kg.read.pdf_turned import turn_of, turned
from kg.read.programs import convert, find

MAX_PAGES = 2000
_MAX_UNKNOWN = 0.05  # of the words; with more letters without Unicode none is to be trusted
_GAZETTE = re.compile(r"\d*\s*CÔNG BÁO\s*/\s*Số\s+[\d\s+]+/\s*Ngày\s+[\d\s/-]+\d\s*\d*")
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:[Tt]rang\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*")
_STAMP = re.compile(
    r"(?:Người ký|Ký bởi|Ký số bởi|Được ký bởi|Thời gian ký|Ngày ký|Email|Cơ quan|Signature Not"
    r"|Digitally signed|Signed by|Date|Reason|Location|Văn bản được ký)\s*(?::|Verified)"
)
_MARGIN = 0.12  # running heads and feet stand in this share of the page's height
_STAMP_ZONE = 0.25
_SMALL = 0.9  # notes are set smaller than nine tenths of the running text
_NOTE = re.compile(r"\[(\d{1,3})\]\s*(.*)|(\d{1,3})\s+(.*)")
_OPEN = re.compile(r"[^\s.;:!?…/]$")


class NoTextLayerError(ReadError):
    """A PDF that holds pictures of pages, or letters without their meaning."""


class DamagedError(ReadError):
    """A PDF that pdfminer stumbles over."""


@dataclass(slots=True)
class _Sheet:
    """One page: its lines outside tables, its tables, its notes."""

    width: float
    height: float
    lines: list[Line]
    tables: list[Table]
    notes: list[str] = field(default_factory=list)


def read_pdf(data: bytes, name: str) -> str:
    """Give the text of a PDF.

    Raises:
        ReadError: no text layer, locked, or damaged.
    """
    try:
        sheets = list(_sheets(data, name))
    except DamagedError:
        return _by_poppler(data, name)
    _drop_running(sheets)
    notes = _notes(sheets)
    frames = {width: frame_of([line for s in sheets if round(s.width) == width for line in s.lines])
              for width in sorted({round(s.width) for s in sheets})}  # fmt: skip
    parts = list(_joined(_parts(sheets, frames)))
    lines = [line for part in parts for line in _printed(part)]
    return "\n".join([*lines, *notes]) + "\n"


def _sheets(data: bytes, name: str) -> Iterator[_Sheet]:
    """Open the file and give its pages.

    Raises:
        ReadError: what pdfminer, which raises many kinds of errors on damaged files, stumbles over.
    """
    read: list[str] = []
    placed = False
    try:
        for page in _pages(data, name):
            words = words_of(page)
            read += [word.text for word in words]
            placed |= page.pdf.rsrcmgr.by_place
            yield _sheet(page, words)
            page.close()
    except ReadError:
        raise
    except Exception as error:  # noqa: BLE001  (see above)
        _refuse(error, name)
    if not any(read):
        what = "has no text layer"
        raise NoTextLayerError(what, name, "Run OCR first: kg build --ocr …")
    unknown = sum(UNKNOWN in word for word in read)
    if unknown > _MAX_UNKNOWN * len(read) or (placed and not is_vietnamese(" ".join(read))):
        what = "has a text layer whose letters say nothing (fonts without Unicode)"
        raise NoTextLayerError(what, name, "Run OCR first: kg build --ocr …")


def _pages(data: bytes, name: str) -> Iterator[Any]:
    """Give the pages, those that lie on their side turned."""
    with _opened(data, name) as document:
        if len(document.pages) > MAX_PAGES:
            what = f"has more than {MAX_PAGES} pages"
            raise ReadError(what, name, "Split it into single documents.")
        for i, page in enumerate(document.pages):
            degrees = turn_of(page)
            if not degrees:
                yield page
                continue
            with _opened(turned(data, i, degrees), name) as single:
                yield single.pages[0]


def _opened(data: bytes, name: str) -> Any:  # noqa: ANN401  (pdfplumber has no types)
    """Open a PDF with fonts that know more letters."""
    import pdfplumber

    from kg.read.pdf_fonts import Fonts

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its doubts are no news to a user
    document = pdfplumber.open(io.BytesIO(data))
    document.rsrcmgr = Fonts(name)
    return document


def _refuse(error: Exception, name: str) -> NoReturn:
    """Say in one line why a PDF cannot be read."""
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    if isinstance(cause, ReadError):
        raise cause from None
    if isinstance(cause, PDFPasswordIncorrect):
        what = "is locked with a password"
        raise ReadError(what, name, "Save it without one.") from None
    what = f"is damaged ({type(cause).__name__}: {cause})"
    raise DamagedError(what, name, "Print it to a new PDF, or fetch it again.") from None


def _by_poppler(data: bytes, name: str) -> str:
    """Give the lines of a damaged PDF as Poppler reads it, where that is installed.

    Raises:
        DamagedError: Poppler is missing, fails too, or finds no text.
    """
    program = find("pdftotext")
    text = ""
    if program is not None:
        command = [program, "-layout", "-nopgbrk", "-enc", "UTF-8", "{in}", "{out}"]
        try:
            text = convert(command, data, name, ".pdf", "read.txt").decode("utf-8", "replace")
        except ReadError:
            text = ""
    if not text.strip():
        what = "is damaged, and holds no text that can be saved"
        raise DamagedError(what, name, "Print it to a new PDF, or fetch it again.")
    return "\n".join(" ".join(line.split()) for line in text.splitlines()) + "\n"


def _sheet(page: Any, words: Sequence[Word]) -> _Sheet:  # noqa: ANN401  (pdfplumber has no types)
    tables = list(tables_of(page, words))
    outside = [w for w in words if not any(inside(w, table.box) for table in tables)]
    return _Sheet(float(page.width), float(page.height), lines_of(outside), tables)


def _drop_running(sheets: Sequence[_Sheet]) -> None:
    """Take out running heads and feet, page numbers, and the stamps of digital signatures."""
    edges = Counter(_shape(line) for s in sheets for line in _edge_lines(s))
    often = max(3, len(sheets) // 2)
    for sheet in sheets:
        edge = {id(line) for line in _edge_lines(sheet)}
        sheet.lines = [line for line in sheet.lines if not _is_running(line, sheet, id(line) in edge and edges[_shape(line)] >= often)]  # fmt: skip


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _edge_lines(sheet: _Sheet) -> list[Line]:
    """Give the lines in the upper and the lower margin."""
    low, high = _MARGIN * sheet.height, (1 - _MARGIN) * sheet.height
    return [line for line in sheet.lines if line.bottom < low or line.top > high]


def _is_running(line: Line, sheet: _Sheet, often: bool) -> bool:  # noqa: FBT001  (one fact about the line)
    words = line.text
    margin = line.bottom < _MARGIN * sheet.height or line.top > (1 - _MARGIN) * sheet.height
    if _GAZETTE.fullmatch(words) or (margin and (often or _PAGE_NUMBER.fullmatch(words))):
        return True
    zone = line.bottom < _STAMP_ZONE * sheet.height or line.top > (1 - _STAMP_ZONE) * sheet.height
    return zone and _STAMP.match(words) is not None


def _notes(sheets: Sequence[_Sheet]) -> list[str]:
    """Take the footnotes out of the pages and give them in order, each under its mark."""
    sizes = Counter(round(line.size) for s in sheets for line in s.lines)
    body = max(sizes, key=lambda size: (sizes[size], size), default=0)
    notes: list[str] = []
    for sheet in sheets:
        start = len(sheet.lines)
        while start and sheet.lines[start - 1].size < _SMALL * body:
            start -= 1
        below = sheet.lines[start:]
        first = next((i for i, line in enumerate(below) if _NOTE.match(line.text)), None)
        if first is None or below[first].top < sheet.height / 3:
            continue
        for line in below[first:]:
            found = _NOTE.fullmatch(line.text)
            if found:
                notes.append(f"[{found[1] or found[3]}] {found[2] or found[4] or ''}".strip())
            elif notes:
                notes[-1] = join_words(notes[-1], line.text)
        sheet.lines = sheet.lines[: start + first]
    return notes


def _parts(sheets: Sequence[_Sheet], frames: dict[int, Frame]) -> Iterator[str | Table | None]:
    """Give paragraphs and tables from the top down; None marks the end of a page."""
    for sheet in sheets:
        frame = frames[round(sheet.width)]
        lines = list(sheet.lines)
        for table in sorted(sheet.tables, key=lambda t: t.top):
            above = [line for line in lines if line.bottom <= table.top + line.size / 2]
            lines = lines[len(above) :]
            yield from uncolumn(above, frame)
            yield table
        yield from uncolumn(lines, frame)
        yield None


def _joined(parts: Iterator[str | Table | None]) -> Iterator[str | Table]:
    """Join what a page end cuts: a table, or a sentence that goes on with a small letter."""
    last: str | Table | None = None
    turned = False
    for part in parts:
        if part is None:
            turned = True
        elif isinstance(part, Table) and isinstance(last, Table) and turned and joins(last, part):
            join(last, part)
            turned = False
        elif isinstance(part, str) and isinstance(last, str) and turned and _runs_on(last, part):
            last = join_words(last, part)
            turned = False
        else:
            if last is not None:
                yield last
            last, turned = part, False
    if last is not None:
        yield last


def _runs_on(last: str, part: str) -> bool:
    return (
        (part[0].islower() or part[0].isdecimal())
        and _OPEN.search(last) is not None
        and not LABEL.match(part)
    )


def _printed(part: str | Table) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    else:
        yield from table_lines(cells(part))
