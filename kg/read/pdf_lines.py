"""Words on a page → printed lines; marks of notes in brackets; halves of a page apart.

Lengths are points (1/72 inch) from the left and the upper edge of the page.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_RAISED = 0.8  # a mark of a note is smaller than four fifths of its line
_OVERLAP = 0.5  # words of a line share at least half of the lower one's height
UNKNOWN = "\ufffd"
"""Stands for a printed letter whose font does not say which it is."""
_UNIT = re.compile(r"(?:^|[\d\W])(?:[mkcd]?m|10)$")  # m² is no note


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word with its box and the size of its type."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand side by side, left to right."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        """Give the left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Give the right edge."""
        return self.words[-1].x1

    @property
    def top(self) -> float:
        """Give the upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Give the lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """Give the usual size of type."""
        return statistics.median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        """Tell whether most of the line is bold."""
        return 2 * sum(word.bold for word in self.words) > len(self.words)

    @property
    def text(self) -> str:
        """Give the words; a raised number is the mark of a note: ``66-NQ/TW[1]``."""
        size, pieces = self.size, []
        for i, word in enumerate(self.words):
            before = self.words[i - 1] if i else None
            small = word.size < _RAISED * size and word.text.isdecimal()
            raised = small and (before is None or word.bottom < before.bottom - 1)
            if raised and not (before and _UNIT.search(before.text)):
                pieces.append(f"[{word.text}]")
            elif before and word.x0 - before.x1 < size / 12:
                pieces.append(word.text)
            else:
                pieces.append(f" {word.text}")
        return "".join(pieces).strip()


def words_of(page: Any) -> list[Word]:  # noqa: ANN401  (pdfplumber has no types)
    """Give the words of a page; where the type turns smaller, a word ends."""
    found = page.extract_words(x_tolerance_ratio=0.18, return_chars=True, keep_blank_chars=False)
    made = []
    for word in found:
        run: list[Any] = []
        for char in word["chars"]:
            if run and _turns(run[-1]["size"], char["size"]):
                made.append(_word(run))
                run = []
            run.append(char)
        made.append(_word(run))
    return made


def _turns(before: float, after: float) -> bool:
    return min(before, after) < _RAISED * max(before, after)


def _word(chars: Sequence[Any]) -> Word:
    return Word(
        "".join(_letter(char["text"]) for char in chars),
        min(char["x0"] for char in chars),
        max(char["x1"] for char in chars),
        min(char["top"] for char in chars),
        max(char["bottom"] for char in chars),
        chars[0]["size"],
        "bold" in chars[0]["fontname"].lower(),
    )


def _letter(text: str) -> str:
    """Give a letter; pdfminer writes ``(cid:81)`` for one that it does not know."""
    return UNKNOWN if text.startswith("(cid:") else text


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Put words together to lines, from the top of the page down."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.bottom, w.x0)):
        row = next((row for row in reversed(rows[-3:]) if _beside(word, row)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    lines = [Line(tuple(sorted(row, key=lambda w: w.x0))) for row in rows]
    return sorted(lines, key=lambda line: (line.bottom, line.x0))


def _beside(word: Word, row: Sequence[Word]) -> bool:
    """Tell whether a word stands on the same line as the words of a row."""
    largest = max(row, key=lambda w: w.size)
    shared = min(word.bottom, largest.bottom) - max(word.top, largest.top)
    lower = min(word.bottom - word.top, largest.bottom - largest.top)
    return shared > _OVERLAP * lower


def gutter(lines: Sequence[Line], low: float, high: float) -> tuple[float, float] | None:
    """Give the widest band between *low* and *high* that no word of *lines* enters."""
    taken = sorted((word.x0, word.x1) for line in lines for word in line.words)
    best, at = (0.0, 0.0), low
    for x0, x1 in taken:
        if x1 <= at:
            continue
        if min(x0, high) - at > best[1] - best[0]:
            best = (at, min(x0, high))
        at = max(at, x1)
        if at >= high:
            break
    else:
        if high - at > best[1] - best[0]:
            best = (at, high)
    return best if best[1] > best[0] else None


def join_words(before: str, after: str) -> str:
    """Put the words of two lines together; a number cut after its dash gets no blank.

    >>> join_words("số 66-", "NQ/TW"), join_words("2026 -", "2030")
    ('số 66-NQ/TW', '2026 - 2030')
    """
    cut = len(before) > 1 and before[-1] in "-/–" and before[-2].isalnum() and after[:1].isalnum()
    return f"{before}{after}" if cut else f"{before} {after}".strip()
