"""Tables that come with one cell a line, as OCR and PDF give them: words of a header, then cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Artifact, Span
from kg.parse.lines import Block
from kg.parse.tables import column_role

_LEAST, _MOST = 3, 9  # columns
_NUMBER = re.compile(r"\d{1,3}\.?")
_GROUP = re.compile(r"[IVX]{1,5}\.?")
_OPEN_END = ";,"  # a cell goes on behind these marks


@dataclass(frozen=True, slots=True)
class Stack:
    """A table of single lines: where it begins, its columns, its rows and all that it holds."""

    start: int
    roles: tuple[str, ...]
    header: Span
    rows: tuple[tuple[Span, ...], ...]
    held: frozenset[int]


def stacks(text: str, view: str, pieces: Sequence[Block | Artifact]) -> Iterator[Stack]:
    """Give the tables of single lines: a run of header words, then numbers with their cells.

    A row whose lines are not as many as the columns is left out: which line belongs to which
    column is not printed.
    """
    at = 0
    while at < len(pieces):
        roles = _header(view, pieces, at)
        stack = _stack(text, pieces, at, roles) if roles else None
        if stack is None:
            at += 1
            continue
        yield stack
        at += len(stack.held)


def _header(view: str, pieces: Sequence[Block | Artifact], at: int) -> tuple[str, ...]:
    """Give the roles of the columns that single lines from *at* on name; () for none."""
    roles: list[str] = []
    for piece in pieces[at : at + _MOST]:
        if not isinstance(piece, Block) or piece.table:
            break
        role = column_role(" ".join(piece.span.of(view).split()))
        if not role:
            break
        roles.append(role)
    whole = len(roles) >= _LEAST and roles[0] == "index" and "task" in roles
    return tuple(roles) if whole and {"lead", "both"} & set(roles) else ()


def _stack(
    text: str, pieces: Sequence[Block | Artifact], at: int, roles: tuple[str, ...]
) -> Stack | None:
    """Read the rows under a header; None where no row fits."""
    rows: list[tuple[Span, ...]] = []
    cells: list[Span] = []
    held = [_start(piece) for piece in pieces[at : at + len(roles)]]
    begun = False
    for piece in pieces[at + len(roles) :]:
        span = piece.span if isinstance(piece, Block) else piece.quote.span
        words = span.of(text)
        if _NUMBER.fullmatch(words) or _GROUP.fullmatch(words):
            rows.extend(_row(cells, roles))
            cells = [span] if _NUMBER.fullmatch(words) else []
            begun = True
        elif isinstance(piece, Block) and piece.table:
            break
        elif cells and len(cells) > 1 and text[cells[-1].end - 1] in _OPEN_END:
            cells[-1] = Span(cells[-1].start, span.end)
        elif cells and len(cells) < len(roles):
            cells.append(span)
        elif cells or not begun:  # more lines than columns: the table is over
            break
        held.append(span.start)
    rows.extend(_row(cells, roles))
    header = Span(held[0], held[len(roles) - 1])
    return Stack(held[0], roles, header, tuple(rows), frozenset(held)) if rows else None


def _row(cells: Sequence[Span], roles: tuple[str, ...]) -> Iterator[tuple[Span, ...]]:
    if len(cells) == len(roles):
        yield tuple(cells)


def _start(piece: Block | Artifact) -> int:
    return piece.span.start if isinstance(piece, Block) else piece.quote.span.start
