"""Printed lines → blocks: a paragraph is one block even where a page break cuts its sentence."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Artifact, Quote, Span
from kg.number import JOINER

_BLANK = " \t\f\u00a0\ufeff"
# A line that is not blank, without its outer blanks.
_LINE = re.compile(rf"[^\n{_BLANK}](?:[^\n]*[^\n{_BLANK}])?")
_PAGE_NUMBER = re.compile(r"\d{1,3}|-\s*\d{1,3}\s*-|[Tt]rang \d+(?:/\d+)?")
_UNFINISHED = re.compile(r"[^\s.;:!?…/“”\"|]$")
_LABELLED = re.compile(r"(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-HĐ])[.)]\s|[-–−+•*●▪]\s")
_JOINS = re.compile(
    r"\w (?:và|hoặc|của|với|cho|do|ủy ban|Ủy ban|Uỷ ban)\Z"
)  # no paragraph ends so: "Sở Giáo dục và"
_LAST = 10
_LABEL = re.compile(r"(?:[a-zđ]{1,2}[.)]|[-–−+•*●▪])\s")
_LONG = 45  # a heading is shorter; a line broken by a page is as wide as the page


_BROKEN_NUMBER = re.compile(r"(?<=\w[-/])\n(?=[A-ZĐ])")
_BARS = 2
_MANY = 12  # so many broken lines make a text with printed lines
_SHARE = 0.2
_FULL = 0.8  # of the width: a line that another line of the same paragraph may follow
_INDENT = 3
_SENTENCE_END = ".;:!?…/"
_OPENS = re.compile(r"(?:Điều|Chương|Mục|Phần|Phụ lục|Nơi nhận|Kính gửi|Căn cứ)\b")


@dataclass(frozen=True, slots=True)
class Print:
    """How a text prints its lines: their full width, 0 where a line is a paragraph.

    ``indented`` tells that paragraphs begin with an indent, and their other lines at the edge.
    """

    width: int = 0
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row; ``span`` has no outer white space."""

    span: Span
    page_break: bool = False
    table: bool = False


def blocks(text: str) -> Iterator[Block | Artifact]:
    r"""Give the blocks of *text* in order, and the stray page numbers between them.

    >>> [b.span.of(t) for t in ["Đài truyền thanh huyện cùng với các cơ quan báo\n\nchí.\n\n2\n\nA"]
    ...  for b in blocks(t) if isinstance(b, Block)]
    ['Đài truyền thanh huyện cùng với các cơ quan báo\n\nchí.', 'A']
    """
    open_block: Block | None = None
    held: list[Artifact] = []
    layout = print_of(text)
    for line in _LINE.finditer(text):
        words = line[0]
        if (words[-1] == "-" or words[-1].isdecimal()) and _PAGE_NUMBER.fullmatch(words):
            held.append(Artifact("stray_page_number", Quote(Span(*line.span()), words)))
            continue
        if open_block and (
            _continues(text, open_block, line) or _same_paragraph(text, layout, open_block, line)
        ):
            gap = Span(open_block.span.end, line.start())
            blank = "\n\n" in gap.of(text)
            if blank:
                held.append(Artifact("page_break", Quote(gap, gap.of(text))))
            whole = Span(open_block.span.start, line.end())
            open_block = Block(whole, page_break=open_block.page_break or blank)
            continue
        if open_block:
            yield open_block
        yield from held
        held.clear()
        open_block = Block(Span(*line.span()), table="\t" in words or is_piped(words))
    if open_block:
        yield open_block
    yield from held


@functools.lru_cache(maxsize=1)  # three readers of the shape ask for the same text in turn
def pieces(text: str) -> tuple[Block | Artifact, ...]:
    """Give all that :func:`blocks` gives."""
    return tuple(blocks(text))


def is_piped(words: str) -> bool:
    """Tell whether a line is a row of a table that is drawn with bars: ``| 1 | Rà soát |``."""
    framed = words[0] == "|" and words[-1] == "|" and words.count("|") > _BARS
    return framed or words.count(" | ") >= _BARS


def print_of(text: str) -> Print:
    r"""Tell whether the lines of a text are printed lines, as OCR and layout tools give them.

    >>> print_of("Một đoạn văn.\n\nĐoạn sau.")
    Print(width=0, indented=False)
    """
    broken: list[int] = []
    edge = size = 0
    before: re.Match[str] | None = None
    for line in _LINE.finditer(text):
        size += 1
        indent = _indent(text, line)
        follows = before is not None and line.start() - before.end() == 1 + indent
        if before and follows and line[0][0].islower() and before[0][-1] not in _SENTENCE_END:
            broken.append(before.end() - before.start() + _indent(text, before))
            edge += indent < _INDENT
        before = line
    if len(broken) < _MANY or len(broken) < _SHARE * size:
        return Print()
    width = sorted(broken)[len(broken) // 2]
    starts = sum(_indent(text, line) >= _INDENT for line in _LINE.finditer(text))
    return Print(width, edge > _FULL * len(broken) and starts > _MANY)


def _indent(text: str, line: re.Match[str]) -> int:
    return line.start() - text.rfind("\n", 0, line.start()) - 1


def _same_paragraph(text: str, layout: Print, block: Block, line: re.Match[str]) -> bool:
    """Tell whether a printed line goes on with its paragraph though it begins with a capital."""
    if not layout.width or block.table or "\t" in line[0]:
        return False
    above = text.rfind("\n", 0, block.span.end) + 1
    gap = text[block.span.end : line.start()]
    if gap.count("\n") != 1 or block.span.end - above < _FULL * layout.width:
        return False
    if line[0].isupper() or text[above : block.span.end].isupper() or _OPENS.match(line[0]):
        return False
    if layout.indented:
        return _indent(text, line) < _INDENT
    ended = text[block.span.end - 1] in _SENTENCE_END
    return not ended and not _LABELLED.match(line[0])


def joined(text: str) -> str:
    r"""Give a text of equal length in which a paragraph stands on one line.

    A number that a line breaks behind its dash or slash is closed with :data:`JOINER`.

    >>> joined("Sở Y tế chủ trì,\nphối hợp")
    'Sở Y tế chủ trì, phối hợp'
    """
    out: list[str] = []
    done = 0
    for block in pieces(text):
        start, end = (block.span.start, block.span.end) if isinstance(block, Block) else (0, 0)
        if "\n" in text[start:end]:
            closed = _BROKEN_NUMBER.sub(JOINER, text[start:end])
            out += (text[done:start], closed.replace("\n", " "))
            done = end
    return "".join((*out, text[done:])) if out else text


def _continues(text: str, block: Block, line: re.Match[str]) -> bool:
    """Tell whether a line goes on with the sentence of the block before it."""
    words, start = line[0], line.start()
    if _BROKEN_NUMBER.match(text, block.span.end) and start == block.span.end + 1:
        return True
    if block.table or "\t" in words:
        return False
    if not (words[0].islower() or words[0] == "“"):
        return _joins(text, block, start) and not _LABELLED.match(words) and not is_piped(words)
    last = text[block.span.end - 1]
    unfinished = last in ";," or _UNFINISHED.match(last)
    if not unfinished or _LABEL.match(text, start):
        return False
    width = block.span.end - max(block.span.start, text.rfind("\n", 0, block.span.end) + 1)
    return width >= _LONG or "\n\n" not in text[block.span.end : start]


def _joins(text: str, block: Block, start: int) -> bool:
    """Tell whether the line right above ends with a word that no sentence ends with."""
    last = text[max(block.span.start, block.span.end - _LAST) : block.span.end]
    return text[start - 1] == "\n" and _JOINS.search(last) is not None
