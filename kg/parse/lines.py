"""Printed lines → blocks: a paragraph is one block even where a page break cuts its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Artifact, Quote, Span

_LINE = re.compile(r"[^\n]+")
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
    for line in _lines(text):
        words = line.of(text)
        if _PAGE_NUMBER.fullmatch(words):
            held.append(Artifact("stray_page_number", Quote(line, words)))
            continue
        if open_block and _continues(text, open_block, line):
            held.extend(_broken(text, open_block, line))
            blank = "\n\n" in text[open_block.span.end : line.start]
            whole = Span(open_block.span.start, line.end)
            open_block = Block(whole, page_break=open_block.page_break or blank)
            continue
        if open_block:
            yield open_block
        yield from held
        held.clear()
        open_block = Block(line, table="\t" in words)
    if open_block:
        yield open_block
    yield from held


def _lines(text: str) -> Iterator[Span]:
    """Give the trimmed span of every line that is not blank."""
    for match in _LINE.finditer(text):
        words = match[0]
        bare = words.strip(" \t\u00a0\ufeff")
        if bare:
            start = match.start() + words.index(bare[0])
            yield Span(start, start + len(bare))


def _continues(text: str, block: Block, line: Span) -> bool:
    """Tell whether a line goes on with the sentence of the block before it."""
    first = text[line.start]
    if block.table or not (first.islower() or first == "“") or "\t" in line.of(text):
        return False
    last = text[block.span.end - 1]
    if last not in ";," and not _UNFINISHED.match(last):
        return False
    if _LABEL.match(text, line.start):
        return False
    width = block.span.end - max(block.span.start, text.rfind("\n", 0, block.span.end) + 1)
    return width >= _LONG or "\n\n" not in text[block.span.end : line.start]


def _broken(text: str, block: Block, line: Span) -> Iterator[Artifact]:
    """Note the place where a page break cut a sentence."""
    gap = Span(block.span.end, line.start)
    if "\n\n" in gap.of(text):
        yield Artifact("page_break", Quote(gap, gap.of(text)))
