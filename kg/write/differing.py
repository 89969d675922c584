"""Two passages word by word: which words of each are not in the other, in the same order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a passage; *apart* where the other passage has not the same there."""

    words: str
    apart: bool


def differing(first: str, second: str) -> tuple[list[Piece], list[Piece]]:
    """Cut two passages into what they have in common and what sets them apart.

    The pieces of each, joined, are the passage itself. Case and old tone marks set nothing apart.

    >>> [each.words for each in differing("Mở năm lớp", "mở ba lớp")[0] if each.apart]
    ['năm']
    """
    words = [[match.span() for match in _WORD.finditer(view(text))] for text in (first, second)]
    said = [[view(text)[start:end] for start, end in spans]
            for text, spans in zip((first, second), words, strict=True)]  # fmt: skip
    apart: tuple[set[int], set[int]] = (set(), set())
    for step in Indel.opcodes(*said):
        if step.tag != "equal":
            apart[0].update(range(step.src_start, step.src_end))
            apart[1].update(range(step.dest_start, step.dest_end))
    one, other = (list(_pieces(text, spans, marked)) for text, spans, marked
                  in zip((first, second), words, apart, strict=True))  # fmt: skip
    return one, other


def _pieces(text: str, words: Sequence[tuple[int, int]], apart: set[int]) -> Iterator[Piece]:
    """Give a text in pieces; words apart in a row are one piece, with what stands between."""
    done = 0
    for nth, (start, end) in enumerate(words):
        if nth in apart and nth - 1 not in apart:
            if start > done:
                yield Piece(text[done:start], apart=False)
            done = start
        if nth in apart and nth + 1 not in apart:
            yield Piece(text[done:end], apart=True)
            done = end
    if done < len(text):
        yield Piece(text[done:], apart=False)
