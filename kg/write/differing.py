"""Two passages word by word: which words of each are not in the other, in the same order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\w+")
_MOST = 20_000  # so many equal pairs of words: more would keep the search for runs busy for minutes


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
    apart: tuple[set[int], set[int]] = (set(range(len(said[0]))), set(range(len(said[1]))))
    for start, other_start, many in _runs(*said):
        apart[0].difference_update(range(start, start + many))
        apart[1].difference_update(range(other_start, other_start + many))
    one, other = (list(_pieces(text, spans, marked)) for text, spans, marked
                  in zip((first, second), words, apart, strict=True))  # fmt: skip
    return one, other


def _runs(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Give the runs of words in common: where in each, and how long.

    Long runs come first, as a reader sees them; Indel finds more words, torn apart.
    """
    one, other = Counter(first), Counter(second)
    if sum(many * other[word] for word, many in one.items()) <= _MOST:
        yield from SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
        return
    for step in Indel.opcodes(first, second):
        if step.tag == "equal":
            yield step.src_start, step.dest_start, step.src_end - step.src_start


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
