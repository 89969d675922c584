"""Word documents (.docx): what is printed, in reading order, with automatic numbers written out.

Only the text parts of the archive are opened: no link is followed, no picture is loaded. Deleted
and hidden words, comments, running heads and feet are left out; footnotes stand at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from kg.errors import ReadError
from kg.read.docx_styles import Styles, W, is_on, val
from kg.read.encodings import from_tcvn3
from kg.read.grid import STOP, Cell, split_columns, table_lines
from kg.read.xml_parts import MEND, Parts

_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MAIN = "word/document.xml"
_SPACES = re.compile(r"[^\S\n\x1f]+")
_SKIPPED = {W + name for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr",
                                  "sectPr", "commentReference")} | {_COMPATIBLE + "Fallback"}  # fmt: skip
_MAX_NESTED = 8
_MAX_SPAN = 64  # a page has no more columns; a span beyond it is an attack or a slip


def read_docx(data: bytes, name: str) -> str:
    """Give the text of a .docx: a paragraph a line, a table row a line of tab-separated cells.

    Raises:
        ReadError: damaged, locked, too large when unpacked, or no Word document.
    """
    parts = Parts(data, name)
    main = _main_part(parts)
    root = parts.xml(main)
    body = None if root is None else root.find(W + "body")
    if body is None:
        what = "is a zip archive without a Word document"
        raise ReadError(what, name, MEND)
    folder = main.rpartition("/")[0]
    styles = Styles(parts.xml(f"{folder}/styles.xml"), parts.xml(f"{folder}/numbering.xml"))
    page = _Page(styles)
    lines = list(page.blocks(body))
    for kind in ("footnote", "endnote"):
        lines += page.notes(kind, parts.xml(f"{folder}/{kind}s.xml"))
    return "\n".join(split_columns(lines)) + "\n"


def _main_part(parts: Parts) -> str:
    """Give the name of the main part, as the archive's own list of relations says."""
    relations = parts.xml("_rels/.rels")
    for relation in [] if relations is None else relations.iter(_PACKAGE + "Relationship"):
        kind, target = relation.get("Type", ""), relation.get("Target", "").lstrip("/")
        if kind.endswith("/officeDocument") and target in parts:
            return target
    return _MAIN


@dataclass(slots=True)
class _Page:
    """Reads blocks in order; keeps the count of list numbers and of notes."""

    styles: Styles
    marks: dict[tuple[str, str], int] = field(default_factory=dict)
    _depth: int = 0

    def blocks(self, parent: ET.Element) -> Iterator[str]:
        """Give the lines of a body, a cell or a note."""
        for element in _content(parent):
            if element.tag == W + "p":
                yield from self._paragraph(element)
            elif self._depth < _MAX_NESTED:
                self._depth += 1
                yield from table_lines(list(self._rows(element)))
                self._depth -= 1

    def notes(self, kind: str, root: ET.Element | None) -> Iterator[str]:
        """Give the notes that the text refers to, in order, each under its mark."""
        bodies = {} if root is None else {val(n, "id"): n for n in root.findall(W + kind)}
        for (of, key), mark in list(self.marks.items()):
            if of == kind and key in bodies:
                words = " ".join(line.strip() for line in self.blocks(bodies[key]))
                yield f"[{mark}] {words.strip()}"

    def _paragraph(self, paragraph: ET.Element) -> Iterator[str]:
        properties = paragraph.find(W + "pPr")
        style = None if properties is None else val(properties.find(W + "pStyle"))
        boxes: list[ET.Element] = []
        words = "".join(self._inline(paragraph, boxes, capitals=self.styles.caps(style)))
        lines = [_SPACES.sub(" ", line).strip(" ") for line in words.split("\n")]
        filled = [line for line in lines if line.strip()]
        number = self.styles.number(paragraph)
        if number and filled:
            filled[0] = f"{number} {filled[0].lstrip()}"
        elif number and self._depth:
            filled = [number]  # a column of numbers holds nothing else
        yield from filled
        for box in boxes:
            yield from self.blocks(box)

    def _inline(
        self, paragraph: ET.Element, boxes: list[ET.Element], *, capitals: bool
    ) -> Iterator[str]:
        """Give the pieces of a paragraph; text boxes in it are put aside into *boxes*."""
        stack = [(child, capitals) for child in reversed(paragraph)]
        while stack:
            element, upper = stack.pop()
            tag = element.tag
            if tag in _SKIPPED:
                continue
            if tag == W + "txbxContent":
                boxes.append(element)
            elif tag == W + "r":
                looks = element.find(W + "rPr")
                if is_on(looks, "vanish"):
                    continue
                own = is_on(looks, "caps")
                upper = upper if own is None else own
                if _is_old_font(looks):
                    yield _old_letters(element, looks)
                    continue
                stack += [(child, upper) for child in reversed(element)]
            elif len(element) or tag not in _PIECES:
                stack += [(child, upper) for child in reversed(element)]
                if tag in {W + "footnoteReference", W + "endnoteReference"}:
                    yield self._mark(element)
            else:
                piece = _PIECES[tag] or element.text or ""
                yield piece.upper() if upper else piece

    def _mark(self, reference: ET.Element) -> str:
        """Give the mark of a note as legal texts print it: ``[1]``."""
        kind = reference.tag.removeprefix(W).removesuffix("Reference")
        key = (kind, val(reference, "id") or "")
        return f"[{self.marks.setdefault(key, len(self.marks) + 1)}]"

    def _rows(self, table: ET.Element) -> Iterator[list[Cell]]:
        """Give the rows of a table; a cell covered by a merge is empty but keeps its place."""
        for row in _content(table):
            cells: list[Cell] = []
            skipped = row.find(W + "trPr")
            before = None if skipped is None else val(skipped.find(W + "gridBefore"))
            cells += [()] * _span(before, 0)
            for cell in _content(row):
                looks = cell.find(W + "tcPr")
                span = None if looks is None else val(looks.find(W + "gridSpan"))
                merge = None if looks is None else looks.find(W + "vMerge")
                covered = merge is not None and val(merge) != "restart"
                words = () if covered else tuple(self.blocks(cell))
                cells += [words, *[()] * (_span(span, 1) - 1)]
            yield cells


_PIECES = {
    W + "t": "", W + "tab": STOP, W + "ptab": STOP, W + "br": "\n", W + "cr": "\n",
    W + "noBreakHyphen": "-", W + "sym": "•",
}  # fmt: skip
_BLOCKS = {W + name for name in ("p", "tbl", "tr", "tc")}
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}


def _content(parent: ET.Element) -> Iterator[ET.Element]:
    """Give the blocks right below *parent*, through the wrappers of content controls."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag in _BLOCKS:
            yield element
        elif element.tag in _WRAPPERS:
            stack += reversed(element)


def _font(looks: ET.Element | None) -> str:
    fonts = None if looks is None else looks.find(W + "rFonts")
    return val(fonts, "hAnsi") or val(fonts, "ascii") or ""


def _is_old_font(looks: ET.Element | None) -> bool:
    """Tell whether a run is set in a font whose letters are those of TCVN3."""
    return _font(looks).lower().startswith(".vn")


def _old_letters(run: ET.Element, looks: ET.Element | None) -> str:
    """Give the letters of a run in such a font; those whose names end in H print capitals."""
    words = "".join(_PIECES.get(e.tag) or e.text or "" for e in run if e.tag in _PIECES)
    letters = from_tcvn3(words)
    return letters.upper() if _font(looks).upper().endswith("H") else letters


def _span(words: str | None, least: int) -> int:
    size = int(words) if words and words.isdecimal() and len(words) <= 3 else least  # noqa: PLR2004  (digits)
    return max(least, min(size, _MAX_SPAN))
