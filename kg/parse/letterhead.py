"""The letterhead: number, issuer, place, date, type, title; a portal's box before it.

Decree 30/2020/NĐ-CP, Annex I, II: national title, issuer, number, place and date, type and
summary; Party papers by Hướng dẫn 36-HD/VPTW carry "ĐẢNG CỘNG SẢN VIỆT NAM" instead.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import pairwise

from kg import dates, number
from kg.lexicon import rows
from kg.model import Quote, Span
from kg.parse.lines import Block, blocks
from kg.shape import Letterhead
from kg.text import squeeze

_NUMBER = re.compile(rf"[*_\s]*Số\s*:?\s*(?P<number>{number.PATTERN})")
_DATED = re.compile(rf"[*_\s]*(?P<place>[^\d,;:.\n]{{2,40}}),\s*ngày\s+{dates.PATTERN}")
_MOTTO = re.compile(r"CỘNG H\S+ XÃ HỘI|Độc lập|ĐẢNG CỘNG SẢN VIỆT NAM|[-_*=\s.]+$")
_BASIS = re.compile(
    r"[-–*_\s]*(?:Căn cứ|Thực hiện|Triển khai|Theo|Xét|Để|Nhằm|Sau|Ngày|Trên cơ sở)\b"
)
_BOX = {
    "số hiệu": "number", "số ký hiệu": "number", "loại văn bản": "type", "ngày ban hành": "date",
    "ngày hiệu lực": "effective_date", "ngày có hiệu lực": "effective_date",
    "tình trạng": "status", "tình trạng hiệu lực": "status", "nơi ban hành": "issuer",
    "cơ quan ban hành": "issuer", "người ký": "signer", "lĩnh vực": "field", "trích yếu": "title",
    "ngày công báo": "gazette", "số công báo": "gazette_number",
}  # fmt: skip
_BOX_MIN = 2  # one such line alone may be prose
_EDGE = " \t\n*_#"


@functools.cache
def _types() -> dict[str, str]:
    """Give the document types by their name in lower case."""
    return {row["name"].lower(): row["name"] for row in rows("lexicon/document_types")}


def letterhead(text: str, front: Span) -> Letterhead:
    """Read the head of a document; *front* is what stands before its body."""
    box, box_span = _box(text, front)
    start = box_span.end if box_span else front.start
    parts = [b for b in blocks(text[: front.end]) if isinstance(b, Block) and b.span.start >= start]
    at = next((i for i, part in enumerate(parts) if _type_of(text, part)), None)
    head = parts[:at] if at is not None else parts
    title, rest = _title(text, parts, at)
    return Letterhead(
        number=_first(_numbers(text, head)),
        type=_clean(text, parts[at].span) if at is not None else None,
        type_name=_type_of(text, parts[at]) if at is not None else None,
        title=title,
        issuer_lines=tuple(_issuer_lines(text, head)),
        place=_first(_dated(text, head, "place")),
        date=_first(_dated(text, head, "date")),
        opening=Span(rest[0].span.start, rest[-1].span.end) if rest else None,
        box=box,
        box_span=box_span,
    )


def _first(quotes: Iterator[Quote]) -> Quote | None:
    return next(quotes, None)


def _clean(text: str, span: Span) -> Quote:
    """Give the words of a span without outer blanks and markup."""
    words = span.of(text)
    inner = words.strip(_EDGE)
    start = span.start + (words.index(inner) if inner else 0)
    return Quote(Span(start, start + len(inner)), inner)


def _type_of(text: str, part: Block) -> str | None:
    """Give the document type that a block consists of: ``KẾ HOẠCH``."""
    words = squeeze(part.span.of(text)).strip(_EDGE)
    return _types().get(words.lower()) if words.isupper() else None


def _numbers(text: str, parts: list[Block]) -> Iterator[Quote]:
    for part in parts:
        match = _NUMBER.match(text, part.span.start, part.span.end)
        if match:
            yield Quote(Span(*match.span("number")), match["number"])


def _dated(text: str, parts: list[Block], what: str) -> Iterator[Quote]:
    """Give the place or the date of a line such as ``Bến Tre, ngày 27 tháng 3 năm 2025``."""
    for part in parts:
        match = _DATED.match(text, part.span.start, part.span.end)
        if match and what == "place":
            yield _clean(text, Span(*match.span("place")))
        elif match:
            start = match.start("d") if match["d"] else match.start("dw")
            yield Quote(Span(start, match.end()), text[start : match.end()])


def _issuer_lines(text: str, parts: list[Block]) -> Iterator[Quote]:
    """Give the lines in capitals that name the issuer and the body above it."""
    for part in parts:
        quote = _clean(text, part.span)
        if quote.words.isupper() and not _MOTTO.match(quote.words) and "Số" not in quote.words:
            yield quote


def _title(text: str, parts: list[Block], at: int | None) -> tuple[Quote | None, list[Block]]:
    """Give the title, which follows the type, and the blocks of the opening after it."""
    if at is None:
        return None, [p for p in parts if _BASIS.match(text, p.span.start)]
    rest = parts[at + 1 :]
    if not rest:
        return None, []
    size = 1
    while size < len(rest) and _goes_on(text, rest[0], rest[size]):
        size += 1
    whole = _clean(text, Span(rest[0].span.start, rest[size - 1].span.end))
    return whole, rest[size:]


def _goes_on(text: str, first: Block, part: Block) -> bool:
    """Tell whether a further line still belongs to the title: capitals go on with capitals."""
    words = part.span.of(text)
    if _MOTTO.match(words) or _BASIS.match(words):
        return False
    return words.isupper() and first.span.of(text).isupper()


def _box(text: str, front: Span) -> tuple[dict[str, Quote], Span | None]:
    """Read a portal's box of labels and values that stands before the letterhead."""
    lines = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text[: front.end])]
    box: dict[str, Quote] = {}
    last = 0
    for label, value in pairwise(lines):
        name = _BOX.get(text[slice(*label)].strip(" \t*_:|").lower())
        if name and name not in box:
            box[name] = _clean(text, Span(*value))
            last = value[1]
    if len(box) < _BOX_MIN:
        return {}, None
    return box, Span(lines[0][0], last)
