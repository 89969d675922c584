"""Two columns printed in one line: ``ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI …``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Quote, Span

_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(r"[ \t\u00a0]{3,}|\t|[ \t]*\|[ \t]*")
# Lines or cells may break it: "CỘNG HÒA XÃ HỘI" over "CHỦ NGHĨA VIỆT NAM".
MOTTO = re.compile(
    r"C[ỘỌO]NG\s+H\S+\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
    r"|Độc\s+lập\s*[-–]\s*Tự\s+do(?:\s*[-–]\s*Hạnh\s+phúc)?"
)
_BEFORE_MOTTO = re.compile(rf"\s+(?={MOTTO.pattern})")
_EDGE = " \t\u00a0*_#|"
_RIGHT = 20  # a line that begins so far in stands in the right column


def segments(text: str, span: Span) -> Iterator[tuple[Quote, bool]]:
    """Give the pieces of each line of a span, and whether a piece stands in the right column.

    >>> [(q.words, right) for q, right in segments("UBND TỈNH A     Độc lập - Tự do", Span(0, 32))]
    [('UBND TỈNH A', False), ('Độc lập - Tự do', True)]
    """
    for line in _LINE.finditer(text, span.start, span.end):
        at, right = line.start(), False
        for gap in _gaps(line):
            piece = _piece(text, at, gap.start())
            if piece:
                yield piece, right
            right = right or bool(piece) or gap.end() - line.start() >= _RIGHT
            at = gap.end()
        piece = _piece(text, at, line.end())
        if piece:
            yield piece, right


def _gaps(line: re.Match[str]) -> list[re.Match[str]]:
    """Give the wide gaps of a line, and the places where a motto begins behind other words."""
    gaps = list(_GAP.finditer(line.string, line.start(), line.end()))
    inner = _BEFORE_MOTTO.finditer(line.string, line.start(), line.end())
    known = {gap.end() for gap in gaps}
    return sorted((*gaps, *(m for m in inner if m.end() not in known)), key=lambda m: m.start())


def _piece(text: str, start: int, end: int) -> Quote | None:
    words = text[start:end].strip(_EDGE)
    if not words:
        return None
    begin = text.index(words, start)
    return Quote(Span(begin, begin + len(words)), words)


def is_motto(words: str) -> bool:
    """Tell whether words belong to the national or the Party's heading, or are a rule."""
    return bool(MOTTO.match(words)) or not any(letter.isalnum() for letter in words)
