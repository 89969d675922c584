"""Printed lines → blocks: a paragraph is one block even where a page break cuts its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Artifact, Quote, Span

_BLANK = " \t\u00a0\ufeff"
# A line that is not blank, without its outer blanks.
_LINE = re.compile(rf"[^\n{_BLANK}](?:[^\n]*[^\n{_BLANK}])?")
_PAGE_NUMBER = re.compile(r"\d{1,3}|-\s*\d{1,3}\s*-|[Tt]rang \d+(?:/\d+)?")
_UNFINISHED = re.compile(r"[^\s.;:!?…/“”\"|]$")
_LABEL = re.compile(r"(?:[a-zđ]{1,2}[.)]|[-–−+•*●▪])\s")
_LONG = 45  # a heading is shorter; a line broken by a page is as wide as the page


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
    for line in _LINE.finditer(text):
        words = line[0]
        if (words[-1] == "-" or words[-1].isdecimal()) and _PAGE_NUMBER.fullmatch(words):
            held.append(Artifact("stray_page_number", Quote(Span(*line.span()), words)))
            continue
        if open_block and _continues(text, open_block, line):
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
        open_block = Block(Span(*line.span()), table="\t" in words)
    if open_block:
        yield open_block
    yield from held


def _continues(text: str, block: Block, line: re.Match[str]) -> bool:
    """Tell whether a line goes on with the sentence of the block before it."""
    words, start = line[0], line.start()
    if block.table or not (words[0].islower() or words[0] == "“") or "\t" in words:
        return False
    last = text[block.span.end - 1]
    if last not in ";," and not _UNFINISHED.match(last):
        return False
    if _LABEL.match(text, start):
        return False
    width = block.span.end - max(block.span.start, text.rfind("\n", 0, block.span.end) + 1)
    return width >= _LONG or "\n\n" not in text[block.span.end : start]
