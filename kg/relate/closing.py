"""Passages that only close a document: orders to carry it out, what to do about difficulties."""

from __future__ import annotations

import functools
import re

from kg.lexicon import rows
from kg.shape import Node, Outline

_CODE = re.compile(r":\s*[A-ZĐ]{1,12}$")
_TO_FILL_IN = re.compile(r"(?:…|\.{3})?\s*\([^()]*\)\s*(?:…|\.{3})?|(?:…|\.{3}).*(?:…|\.{3})")
_ROLES = frozenset({"organisation", "reporting", "action"})


@functools.cache
def closers() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give the patterns of closing paragraphs with their reasons."""
    return tuple((re.compile(row["pattern"]), row["reason"]) for row in rows("lexicon/closers"))


@functools.cache
def formulas() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give the patterns of what a paper says of itself: in force, annexed, to be executed."""
    return tuple((re.compile(row["pattern"]), row["reason"]) for row in rows("lexicon/formulas"))


def sample(text: str, node: Node) -> bool:
    """Tell whether a line shows a code, a title or words to be filled in, and orders nothing.

    ``Ủy ban Kiểm tra: UBKT``, ``…(NỘI DUNG CHỦ ĐỀ)…``, ``SỞ NỘI VỤ - SỞ TÀI CHÍNH``.
    """
    words = node.span.of(text).strip(" *_")
    return words.isupper() or bool(_CODE.search(words) or _TO_FILL_IN.fullmatch(words))


def formula(view: str, node: Node) -> str | None:
    """Give why a passage speaks of the paper itself and orders nothing, or None."""
    words = node.span.of(view)
    return next((reason for pattern, reason in formulas() if pattern.match(words)), None)


def closing(outline: Outline, view: str, node: Node, role: str) -> str | None:
    """Give why a passage only closes the document, or None.

    A paragraph closes in the last main section only; a numbered item where all is about
    reporting, or as the last piece of all.
    """
    if role not in _ROLES:
        return None
    last = outline.nodes[-1].id
    if node.kind == "para":
        may = node.id.split(".")[0] == last.split(".")[0]
    else:
        may = role == "reporting" or node.id == last
    words = node.span.of(view).lstrip("*_( ") if may else ""
    return next((reason for pattern, reason in closers() if pattern.match(words)), None)
