"""The labels of outline levels: one table from the widest to the narrowest.

Decree 30/2020/NĐ-CP, Annex I, II.5: parts and chapters Roman, articles and clauses Arabic,
points by the letters of the Vietnamese alphabet; offices also print ``f)`` and bullets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.text import UPPER

PARA, ROW, BULLETS = 11, 10, 8


@dataclass(frozen=True, slots=True)
class Level:
    """One way to print a label, with its rank and an example."""

    name: str
    rank: int
    pattern: re.Pattern[str]
    example: str


def _level(name: str, rank: int, pattern: str, example: str) -> Level:
    return Level(name, rank, re.compile(rf"[#*_\s“\"]*{pattern}"), example)


LEVELS = (
    _level("part", 0, r"P(?:hần|HẦN)\s+(?P<label>[IVX]+|\d+|thứ \w+)\b[*_]*[.:]?\s*", "Phần I. X"),
    _level("chapter", 1, r"C(?:hương|HƯƠNG)\s+(?P<label>[IVX]+|\d+)\b[*_]*[.:]?\s*", "Chương II"),
    _level("section", 2, r"M(?:ục|ỤC)\s+(?P<label>[IVX]+|\d+)\b[*_]*[.:]?\s*", "Mục 1. X"),
    _level("article", 3, r"Điều\s+(?P<label>\d+[a-zđ]?)[.:][*_]*\s*", "Điều 2. X"),
    _level(
        "roman",
        4,
        rf"(?P<label>[IVX]{{1,5}}|[IVX][ivx]{{1,4}})(?:[.)/][*_]*(?:\s+(?=\S)|\Z)|\s?[-–]\s+(?=[{UPPER}]))",
        "II. NHIỆM VỤ",
    ),
    _level(
        "upper",
        4,
        rf"(?P<label>[A-HĐ])(?:[.)/][*_]*(?:\s+(?=\S)|\Z)|\s?[-–]\s+(?=[{UPPER}]))",
        "A. MỤC TIÊU",
    ),
    _level(
        "dotted", 6, r"(?P<label>\d{1,2}(?:\.\d{1,2})+)(?:\.?[*_]*\s+(?=\S)|\.[*_]*\Z)", "3.1. X"
    ),
    _level(
        "arabic",
        5,
        rf"(?P<label>\d{{1,2}})(?:[.)/][*_]*(?:\s+(?=\S)|\Z)|[.)](?=[{UPPER}])|-\s+(?=[{UPPER}]))",
        "1. X",
    ),
    _level("letter", 7, r"(?P<label>[a-zđ]{1,2})(?:[.)][*_]*\s+(?=\S)|\)[*_]*\Z)", "đ) X"),
    _level("dash", 8, r"(?P<label>[-–−])\s*(?=[^\s\d-]|\s*\d+ |\Z)", "- X"),
    _level("bullet", 8, r"(?P<label>[•●▪])\s*", "• X"),
    _level("plus", 9, r"(?P<label>\+)\s*", "+ X"),
)
_STAR = re.compile(r"\*[ \t\u00a0]{1,4}(?=\S)")  # alone it is the mark of a Party letterhead
_MARKUP = '*#_ “"'
_DIGITS = "0123456789"
_LETTERS = "abcdefghijklmnopqrstuvwxyzđ"
_FIRST_LETTERS = {
    "part": "P", "chapter": "C", "section": "M", "article": "Đ", "roman": "IVX", "upper": "ABCDEFGHĐ",
    "dotted": _DIGITS, "arabic": _DIGITS, "letter": _LETTERS, "dash": "-–−", "bullet": "•●▪", "plus": "+",
}  # fmt: skip
_BY_FIRST = {
    first: tuple(level for level in LEVELS if first in _FIRST_LETTERS[level.name] + _MARKUP)
    for first in sorted(set("".join(_FIRST_LETTERS.values()) + _MARKUP))
}


def label_of(text: str, start: int, end: int) -> tuple[Level, str, int] | None:
    """Give the level, the label as printed and where the words begin; None without a label.

    The words of a label that stands alone begin at *end*, where the block ends.

    >>> label_of("3.1. Phát triển", 0, 15)[1:]
    ('3.1', 5)
    >>> label_of("1.", 0, 2)[1:]
    ('1', 2)
    >>> label_of("Vận động doanh nghiệp", 0, 21) is None
    True
    """
    star = _STAR.match(text, start, end) if text[start] == "*" else None
    if star:
        return LEVELS[9], "-", star.end()
    for level in _BY_FIRST.get(text[start], ()):
        match = level.pattern.match(text, start, end)
        if match:
            return level, match["label"], match.end()
    return None
