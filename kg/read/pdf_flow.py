"""Printed lines → paragraphs: by first-line indent, spacing, and room left at the end of a line."""

from __future__ import annotations

import functools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.lexicon import rows
from kg.read.grid import MOTTO, RECIPIENTS
from kg.read.pdf_lines import Line, gutter, join_words, lines_of

LABEL = re.compile(
    r"(?:Phần|Chương|Mục|Điều|PHẦN|CHƯƠNG|MỤC)\s+[\dIVX]+|[IVX]{1,5}[.)/]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s"
    r"|[a-zđ]{1,2}(?:[.)]|/\.?)\s|[A-HĐ][.)]\s|[-–+•●▪*]\s?\S|\[\d+\]"
)
_APPENDIX = re.compile(r"PHỤ LỤC(?:\s+(?:SỐ\s+)?[\dIVX]+)?[.:]?", re.IGNORECASE)
_RULE = re.compile(r"[\W_]+")
_CAPACITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s?\S|T/M\s")
_OVER = re.compile(r"[.;:!?/”]$")
_INDENT = 6.0
_SPACE = 0.27  # width of a blank in parts of the size of type
_STEP = 1.5  # usual step of lines in parts of the size of type, where a page shows none
_GAP = 1.3  # a wider step than this, in steps of the page, parts paragraphs
_CENTRED = 14.0
_MIN_GUTTER = 8.0
_HEAD_LINES = 14


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of the running text of pages of one width, and the usual step of lines."""

    left: float
    right: float
    step: float

    def centred(self, line: Line) -> bool:
        """Tell whether a line is set in the middle, away from both edges."""
        middle = (line.x0 + line.x1) / 2 - (self.left + self.right) / 2
        return abs(middle) < _CENTRED and line.x0 > self.left + _CENTRED


def frame_of(lines: Sequence[Line]) -> Frame:
    """Give the frame that most lines keep to."""
    if not lines:
        return Frame(0, 0, 0)
    lefts = Counter(round(line.x0) for line in lines)
    often = max(2, len(lines) // 12)
    left = min((x for x, n in lefts.items() if n >= often), default=min(lefts))
    rights = sorted(line.x1 for line in lines)
    right = rights[int(0.95 * (len(rights) - 1))]
    steps = [b.bottom - a.bottom for a, b in pairwise(lines)]
    steps = [step for step in steps if 0 < step < 60]  # noqa: PLR2004  (points; more is a new page)
    return Frame(left, right, statistics.median(steps) if steps else 0)


@functools.cache
def _types() -> frozenset[str]:
    return frozenset(row["name"].upper() for row in rows("lexicon/document_types"))


def paragraphs(lines: Sequence[Line], frame: Frame) -> Iterator[str]:
    """Give the paragraphs of consecutive lines."""
    open_words = ""
    before: Line | None = None
    first: Line | None = None
    for line in lines:
        words = line.text
        if _RULE.fullmatch(words):
            continue
        if before and first and not _parts(first, before, line, frame):
            open_words = join_words(open_words, words)
        else:
            if open_words:
                yield open_words
            open_words, first = words, line
        before = line
    if open_words:
        yield open_words


def _parts(first: Line, before: Line, line: Line, frame: Frame) -> bool:
    """Tell whether a new paragraph begins with *line*; *first* is the first line of the open one."""
    step = max(frame.step or _STEP * before.size, before.size)
    if line.bottom - before.bottom > _GAP * step or _CAPACITY.match(before.text):
        return True
    if _in_heading(before, line, frame):
        return not _one_heading(before, line, frame)
    return (
        _labelled(first, before, line, frame)
        or _room(before, line, frame)
        or (line.x0 > before.x0 + _INDENT and not _hangs(first, before, line))
    )


def _labelled(first: Line, before: Line, line: Line, frame: Frame) -> bool:
    """Tell whether a line opens an item or a paragraph by its label or its indent."""
    over = _OVER.search(before.text) is not None
    indented = line.x0 > frame.left + _INDENT
    if LABEL.match(line.text):
        beside = LABEL.match(before.text) is not None and abs(line.x0 - before.x0) < 1
        return over or indented or (first is before and beside)
    return indented and over and (first is before or line.x0 <= first.x0)


def _in_heading(before: Line, line: Line, frame: Frame) -> bool:
    """Tell whether one of two lines may be of a heading in the middle, no running text."""
    if abs(line.x0 - before.x0) < 1 and abs(line.x1 - before.x1) > 4:  # noqa: PLR2004  (points)
        return False  # one edge on the left, two on the right
    if LABEL.match(before.text):
        return False
    return frame.centred(line) or (frame.centred(before) and before.bold)


def _hangs(first: Line, before: Line, line: Line) -> bool:
    """Tell whether *line* is the second line of an item whose label hangs to the left."""
    return first is before and LABEL.match(first.text) is not None and line.text[:1].islower()


def _room(before: Line, line: Line, frame: Frame) -> bool:
    """Tell whether the first word of *line* would have fitted on the line before.

    A small letter after an open sentence goes on with it all the same.
    """
    if line.text[0].islower() and not _OVER.search(before.text):
        return False
    word = line.words[0]
    return before.x1 + _SPACE * before.size + (word.x1 - word.x0) < frame.right - 2


def _one_heading(before: Line, line: Line, frame: Frame) -> bool:
    """Tell whether two lines are parts of one heading that is set in the middle."""
    one, two = before.text, line.text
    if _OVER.search(one) and not one.endswith("”"):
        return False
    if (one.strip(" :").upper() in _types() and one.isupper()) or _APPENDIX.fullmatch(one):
        return False
    if not (frame.centred(line) or line.x0 > frame.left + _INDENT):
        return (
            frame.centred(before)
            and not frame.centred(line)
            and two[:1].islower()
            and before.bold == line.bold
        )
    same = (before.bold, one.isupper(), abs(before.size - line.size) < 1)
    return same == (line.bold, two.isupper(), True) and not LABEL.match(two)


def uncolumn(lines: Sequence[Line], frame: Frame) -> Iterator[str]:
    """Give the text of a page: what is set side by side column by column, the rest as paragraphs."""
    head = next((i for i, line in enumerate(lines) if MOTTO.search(line.text)), None)
    if head is not None:
        start, end, split = _head(lines, head, frame)
        yield from paragraphs(lines[:start], frame)
        yield from _columns(lines[start:end], split)
        yield from uncolumn(lines[end:], frame)
        return
    at = next((i for i, line in enumerate(lines) if RECIPIENTS.match(line.text)), None)
    if at is None:
        yield from paragraphs(lines, frame)
        return
    end = _signature_end(lines, at)
    band = gutter(lines[at:end], _at(frame, 0.3), _at(frame, 0.75))
    yield from paragraphs(lines[:at], frame)
    split = (band[0] + band[1]) / 2 if band and band[1] - band[0] >= _MIN_GUTTER else None
    yield from _columns(lines[at:end], split)
    yield from paragraphs(lines[end:], frame)


def _at(frame: Frame, share: float) -> float:
    return frame.left + share * (frame.right - frame.left)


def _signature_end(lines: Sequence[Line], at: int) -> int:
    """Give the index of the line after the signature: an appendix may follow on the page."""
    words = (lines[i].text for i in range(at, len(lines)))
    stops = (i for i, text in enumerate(words, at) if text.lstrip().lower().startswith("phụ lục"))
    return next(stops, len(lines))


def _head(lines: Sequence[Line], motto: int, frame: Frame) -> tuple[int, int, float | None]:
    """Give where the letterhead starts and ends among the lines, and where its halves part."""
    found = MOTTO.search(lines[motto].text)
    words = lines[motto].words
    at = len(lines[motto].text[: found.start()].split()) if found else 0
    left = words[at - 1].x1 if at else frame.left
    band = (left, words[at].x0)
    start = motto
    while start and _narrow(lines[start - 1], band) and motto - start < 3:  # noqa: PLR2004  (lines)
        start -= 1
        band = _narrow(lines[start], band) or band
    end = motto + 1
    while end < min(len(lines), motto + _HEAD_LINES):
        line = lines[end]
        narrowed = _narrow(line, band)
        if narrowed is None or _leaves(line, band, frame):
            break
        band, end = narrowed, end + 1
    return start, end, (band[0] + band[1]) / 2 if band[1] > band[0] else None


def _leaves(line: Line, band: tuple[float, float], frame: Frame) -> bool:
    """Tell whether a line below the letterhead is set in the middle of the page: the type, say."""
    alone = line.x0 >= band[0] or line.x1 <= band[1]
    name = line.text.strip(" :").upper() in _types() or line.text.startswith("Kính gửi")
    middle = (line.x0 + line.x1) / 2 - (frame.left + frame.right) / 2
    return name or (alone and abs(middle) < _CENTRED)


def _narrow(line: Line, band: tuple[float, float]) -> tuple[float, float] | None:
    """Give the band that is left when the words of *line* are taken out; None when too narrow."""
    low, high = band
    for word in line.words:
        if word.x1 <= low or word.x0 >= high:
            continue
        if word.x0 <= low:
            low = word.x1
        elif word.x1 >= high:
            high = word.x0
        elif high - word.x1 >= word.x0 - low:
            low = word.x1
        else:
            high = word.x0
    return (low, high) if high - low >= _MIN_GUTTER else None


def _columns(lines: Sequence[Line], split: float | None) -> Iterator[str]:
    """Give the lines left of *split*, then those right of it."""
    words = [word for line in lines for word in line.words]
    halves = [words] if split is None else [
        [word for word in words if word.x0 < split],
        [word for word in words if word.x0 >= split],
    ]  # fmt: skip
    for half in halves:
        yield from _items(lines_of(half))


def _items(lines: Sequence[Line]) -> Iterator[str]:
    """Give the lines of one half; an item of the recipients that runs on is one line."""
    item = ""
    for line in lines:
        words = line.text
        if _RULE.fullmatch(words):
            continue
        runs_on = item.startswith(("-", "+", "V/v")) and not item.endswith((";", "."))
        if runs_on and not words.startswith(("-", "+")) and not _CAPACITY.match(words):
            item = join_words(item, words)
            continue
        if item:
            yield item
        item = words
    if item:
        yield item
