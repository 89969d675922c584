"""Markdown: the words as a reader sees them, with list marks and tables, without the markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.read.grid import Cell, table_lines
from kg.read.html import LABELLED, fragment_lines
from kg.read.plain import read_plain

if TYPE_CHECKING:
    from markdown_it.token import Token

_MAX_NESTED = 100
_CUT_ROW = re.compile(
    r"^\|[^\n]*[^|\s][^\S\n]*\n(?:(?!\|)[^\n]*[^|\s][^\S\n]*\n){0,40}?(?!\|)[^\n]*\|[^\S\n]*$",
    re.MULTILINE,
)
_ENDS = {"paragraph_close", "heading_close"}
_LINE_END = {"softbreak": "\n", "hardbreak": "\n"}


def read_markdown(data: bytes, name: str) -> str:
    r"""Give the text of a Markdown file.

    >>> read_markdown("**1. Mục đích**\n\n*   Rà soát \\- sửa đổi".encode(), "a.md")
    '1. Mục đích\n\n- Rà soát - sửa đổi\n'

    Raises:
        ReadError: the bytes are no text.
    """
    from markdown_it import MarkdownIt

    # No indented code (a page that was scanned has odd indents), no heading by underlining
    # (a rule under a paragraph is a rule), no link definitions (they would swallow "[1]: …").
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _MAX_NESTED})
    parser.enable("table").disable(["code", "lheading", "reference"])
    tokens = parser.parse(_whole_rows(read_plain(data, name)))
    lines = list(_lines(tokens))
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def _whole_rows(text: str) -> str:
    """Join the lines of a table row whose cells run over several; a blank line ends the wait."""
    return _CUT_ROW.sub(lambda row: row[0].replace("\n", "<br>"), text)


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    """Give printed lines; an empty line parts what the source parts by one."""
    mark = ""
    table: list[Token] | None = None
    for token in tokens:
        if token.type == "table_open":
            table = []
        elif token.type == "table_close":
            yield from (*table_lines(list(_rows(table or []))), "")
            table = None
        elif table is not None:
            table.append(token)
        elif token.type == "list_item_open":
            mark = f"{token.info}{token.markup}" if token.info else _bullet(token.markup)
        elif token.type == "inline":
            words = [line for line in (w.strip() for w in _words(token).split("\n")) if line]
            if mark and words and not LABELLED.match(words[0]):
                words[0] = f"{mark} {words[0]}"  # the source has "- a) …" for a printed "a) …"
            yield from words
            mark = ""
        else:
            yield from _other(token)


def _other(token: Token) -> Iterator[str]:
    """Give the lines of a block that is no paragraph, and the empty line after one that is."""
    if token.type in {"fence", "code_block"}:
        yield from token.content.splitlines()
    elif token.type == "html_block":
        yield from fragment_lines(token.content)
    elif (token.type in _ENDS and not token.hidden) or (
        token.type.endswith("_list_close") and not token.level
    ):
        yield ""


def _bullet(markup: str) -> str:
    """Give the mark of an unordered list as offices print it; ``*`` is Markdown's own."""
    return "-" if markup == "*" else markup


def _rows(tokens: Sequence[Token]) -> Iterator[list[Cell]]:
    """Give the rows of a pipe table."""
    row: list[Cell] = []
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(tuple(line for line in _words(token).split("\n") if line.strip()))
        elif token.type == "tr_close":
            yield row


def _words(token: Token) -> str:
    """Give the words of an inline token without the marks of emphasis and links."""
    pieces = []
    for child in token.children or ():
        if child.type == "html_inline":
            pieces.append("\n" if child.content.lower().startswith("<br") else "")
        elif child.type != "image":
            pieces.append(_LINE_END.get(child.type, child.content))
    return "".join(pieces).replace("\u00a0", " ")
