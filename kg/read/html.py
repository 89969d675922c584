"""Web pages: the document on the page, its portal's box first, without scripts and menus."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.read.grid import MOTTO, Cell, is_box_label, table_lines
from kg.read.plain import decode

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_DROPPED = frozenset({
    "script", "style", "noscript", "template", "nav", "aside", "form", "select", "button", "svg",
    "iframe", "object", "head", "title", "input", "textarea", "canvas", "audio", "video", "footer",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p",
    "pre", "section", "table", "ul", "caption", "td", "th", "tr", "tbody", "thead", "tfoot",
})  # fmt: skip
_INNER = frozenset({"table", "p", "ul", "ol", "dl", "li", "h1", "h2", "h3", "h4"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
LABELLED = re.compile(r"(?:[-–+•●▪*]|\w{1,4}[.)/])\s")
_UNIT = re.compile(r"(?:\b|\d)(?:[mkcd]?m|ha|10)$")  # m² is no note
_MAX_NESTED = 8
_MAX_SPAN = 64
_SHARE = 0.6  # the document is the smallest block that holds this share of the page's words
_MAX_CELLS = 400_000


def read_html(data: bytes, name: str) -> str:
    """Give the text of a web page.

    Raises:
        ReadError: the bytes are no text, or the page shows none.
    """
    lines = fragment_lines(decode(data, name), main=True)
    if not any(lines):
        what = "shows no text"
        raise ReadError(what, name, "Save the page when it is fully loaded.")
    return "\n".join(lines) + "\n"


def fragment_lines(text: str, *, main: bool = False) -> list[str]:
    r"""Give the printed lines of HTML; with *main* only those of the document on the page.

    >>> fragment_lines("<p>Kế hoạch</p><script>x</script><ul><li>Rà soát<li>Báo cáo</ul>")
    ['Kế hoạch', '- Rà soát', '- Báo cáo']
    """
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(text).body
    if body is None:
        return []
    block = _document(body) if main else body
    lines = list(_Walker().lines(block))
    if main and block is not body:
        head = [f"\t{part}" if part else "" for part in _boxes(body, block)]
        lines = [*head, *lines]
    return lines


def _document(body: LexborNode) -> LexborNode:
    """Give the smallest block that holds most of the words outside links, and the motto."""
    sizes = _sizes(body)
    wanted = sizes[body.mem_id] * _SHARE
    path = [body]
    while True:
        inner = [c for c in _children(path[-1]) if c.tag in _BLOCKS and c.tag not in _INNER]
        best = max(inner, key=lambda node: sizes.get(node.mem_id, 0), default=None)
        if best is None or sizes.get(best.mem_id, 0) < wanted:
            break
        path.append(best)
    if MOTTO.search(body.text()):
        # Whatever holds the motto, its parents hold too: the deepest is found by halving.
        at = bisect(path, 0, key=lambda node: not MOTTO.search(node.text()))
        return path[max(at - 1, 0)]
    return path[-1]


def _sizes(top: LexborNode) -> dict[int, int]:
    """Count the letters that each block shows outside links and dropped parts."""
    sizes: Counter[int] = Counter()
    stack: list[tuple[LexborNode, bool]] = [(top, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            parent = node.parent
            if parent is not None and node.mem_id != top.mem_id:
                sizes[parent.mem_id] += sizes[node.mem_id]
        elif node.tag == "-text" and node.parent is not None:
            sizes[node.parent.mem_id] += len((node.text_content or "").strip())
        elif node.mem_id == top.mem_id or not (node.tag == "a" or _is_dropped(node)):
            stack.append((node, True))
            stack += [(child, False) for child in _children(node)]
    return sizes


def _boxes(body: LexborNode, block: LexborNode) -> Iterator[str]:
    """Give label and value of a portal's box that stands outside the document."""
    inside = {node.mem_id for node in block.css("td,th,dt,dd,span,div,li,label,b,strong")}
    seen = set()
    for node in body.css("td,th,dt,span,div,label,b,strong"):
        words = _flat(node)
        if node.mem_id in inside or not is_box_label(words) or words.lower() in seen:
            continue
        after = node.next
        while after is not None and not _flat(after):
            after = after.next
        value = _flat(after) if after is not None else ""
        if value and not is_box_label(value):
            seen.add(words.lower())
            yield from (words.strip(" :"), value, "")


def _flat(node: LexborNode) -> str:
    return _SPACES.sub(" ", node.text() or "").strip()


class _Walker:
    """Walks blocks in reading order without recursion, but for the cells of nested tables."""

    def __init__(self, depth: int = 0) -> None:
        self._depth = depth
        self._words: list[str] = []
        self._mark = ""
        self._done: list[str] = []

    def lines(self, top: LexborNode) -> list[str]:
        """Give the printed lines below *top*."""
        stack: list[tuple[LexborNode, bool]] = [(top, False)]
        while stack:
            node, leaving = stack.pop()
            tag = node.tag or ""
            if tag == "-text":
                self._words.append(node.text_content or "")
            elif leaving or tag in {"br", "hr"}:
                self._flush()
            elif tag == "sup":
                self._note(_flat(node))
            elif tag == "table" and self._depth < _MAX_NESTED:
                self._flush()
                self._done += table_lines(list(_rows(node, self._depth)))
            elif node is top or not _is_dropped(node):
                if tag in _BLOCKS:
                    self._flush()
                    stack.append((node, True))
                if tag == "li":
                    self._mark = _mark(node)
                stack += [(child, False) for child in reversed(list(_children(node)))]
        self._flush()
        return self._done

    def _flush(self) -> None:
        """End the open line."""
        line = _SPACES.sub(" ", "".join(self._words)).strip()
        self._words.clear()
        if line:
            marked = self._mark and not LABELLED.match(line)
            self._done.append(f"{self._mark} {line}" if marked else line)
            self._mark = ""

    def _note(self, words: str) -> None:
        """Give the mark of a note in brackets, so that it is no part of the number before it."""
        before = "".join(self._words[-1:])
        note = words.isdecimal() and not _UNIT.search(before)
        self._words.append(f"[{words}]" if note else words)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _is_dropped(node: LexborNode) -> bool:
    tag = node.tag or ""
    if tag in _DROPPED or tag.startswith(("-", "!")):
        return True
    looks = node.attributes
    hidden = "hidden" in looks or looks.get("role") in {"navigation", "search", "banner"}
    return hidden or bool(_HIDDEN.search(looks.get("style") or ""))


def _mark(item: LexborNode) -> str:
    """Give the mark that a browser prints before a list item."""
    parent = item.parent
    if parent is None or parent.tag != "ol":
        return "-"
    before = 0
    other = item.prev
    while other is not None:
        before += other.tag == "li"
        other = other.prev
    start = _whole(parent.attributes.get("start"), 1)
    value = _whole(item.attributes.get("value"), start + before)
    kind = parent.attributes.get("type") or "1"
    if kind in "aA" and value <= 26:  # noqa: PLR2004  (letters)
        return chr(ord(kind) + value - 1) + ")"
    return f"{value}."


def _rows(table: LexborNode, depth: int) -> Iterator[list[Cell]]:
    """Give the rows; a cell covered by rowspan or colspan is empty but keeps its place."""
    covered: dict[int, int] = {}
    budget = _MAX_CELLS
    for row in _own(table, "tr"):
        cells: list[Cell] = []
        for cell in (c for c in _children(row) if c.tag in {"td", "th"}):
            _skip(cells, covered)
            down = _whole(cell.attributes.get("rowspan"), 1, 1000)
            across = _whole(cell.attributes.get("colspan"), 1)
            for column in range(len(cells), len(cells) + across):
                covered[column] = down - 1
            cells += [tuple(_Walker(depth + 1).lines(cell)), *[()] * (across - 1)]
        _skip(cells, covered)
        budget -= len(cells)
        if budget < 0:
            return
        yield cells


def _skip(cells: list[Cell], covered: dict[int, int]) -> None:
    """Leave the places empty that a cell of a row above covers."""
    while covered.get(len(cells), 0) > 0:
        covered[len(cells)] -= 1
        cells.append(())


def _own(table: LexborNode, tag: str) -> Iterator[LexborNode]:
    """Give the rows of a table itself, not those of tables inside it."""
    for child in _children(table):
        if child.tag == tag:
            yield child
        elif child.tag in {"tbody", "thead", "tfoot"}:
            yield from (c for c in _children(child) if c.tag == tag)


def _whole(words: str | None, default: int, most: int = _MAX_SPAN) -> int:
    if words and words.isdecimal() and len(words) <= 6:  # noqa: PLR2004  (digits)
        return max(1, min(int(words), most))
    return default
