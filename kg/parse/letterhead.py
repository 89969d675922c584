"""The letterhead: number, issuer, place, date, type, title; a portal's box before it.

Decree 30/2020/NĐ-CP, Annex I, II: national title, issuer, number, place and date, type and
summary; Party papers by Hướng dẫn 36-HD/VPTW carry "ĐẢNG CỘNG SẢN VIỆT NAM" instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from kg import dates
from kg.model import Artifact, Quote, Span
from kg.parse.columns import MOTTO, is_motto, segments
from kg.parse.lines import Block, pieces
from kg.parse.types import named, opening_type, type_of
from kg.shape import Letterhead
from kg.text import squeeze

# A number may be printed with blanks: "Số: 16 /2026/QĐ-UBND", "Số: 93. /KH-UBND".
_PRINTED = (
    r"(?P<number>\d+(?:\.\d+)?[a-z]?\s?\.?\s?(?:/\s?(?:19|20)\d\d\s?)?"
    r"[-/]\s?[A-ZĐ][\w&Đđ]*(?:\s?[-/.]\s?[A-ZĐ][\w&Đđ]*)*)"
)
_NUMBER = re.compile(rf"(?:S[ốô]\s*:?|SỐ\s*:)\s*{_PRINTED}")
_NUMBERED = re.compile(rf"[Ss]ố\s+{_PRINTED}")
_DATED = re.compile(
    rf"(?P<place>(?:T[Pp]\.\s?)?[^\d,;:.\n]{{2,40}}),\s*(?:hồi [^,\n]{{1,16}} )?ngày\s+{dates.PATTERN}"
)
_SUBJECT = re.compile(r"V/[vV]:?\s+")
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
Place = tuple[int, int]
_EDGE = " \t\n*_#|"
_OPENING_BLOCKS = 3
_LONGEST_TITLE = 400


def letterhead(text: str, front: Span) -> Letterhead:
    """Read the head of a document; *front* is what stands before its body."""
    box, box_span = _box(text, front)
    start = box_span.end if box_span else front.start
    within = takewhile(lambda piece: _place_of(piece).end <= front.end, pieces(text))
    parts = [b for b in within if isinstance(b, Block) and b.span.start >= start]
    at = next((i for i, part in enumerate(parts) if type_of(part.span.of(text))), None)
    head = _pieces(text, parts[:at])
    title, rest = _title(text, parts, at)
    kind, number = _clean(text, parts[at].span) if at is not None else None, None
    rules = {"type": "header.type.line", "title": "header.title.below-type"}
    if kind is None:
        kind, number, title = _running(text, parts)
        rules = dict.fromkeys(rules, "header.running-title")
    printed = _first(_numbers(text, head))
    rules["number"] = "header.number.letterhead" if printed else "header.running-title"
    if not title:
        rules["title"] = "header.title.subject"
    return Letterhead(
        number=printed or number,
        type=kind,
        type_name=named(squeeze(kind.words)) if kind else None,
        title=title or _subject(text, parts),
        issuer_lines=tuple(_issuer_lines(head)),
        place=_first(_dated(text, head, "place")),
        date=_first(_dated(text, head, "date")),
        opening=Span(rest[0].span.start, rest[-1].span.end) if rest else None,
        box=box,
        box_span=box_span,
        rules=rules,
    )


def _place_of(piece: Block | Artifact) -> Span:
    return piece.span if isinstance(piece, Block) else piece.quote.span


def _pieces(text: str, parts: Sequence[Block]) -> list[Quote]:
    """Give the pieces of the head, but for the parts of a motto that lines or cells break."""
    if not parts:
        return []
    area = Span(parts[0].span.start, parts[-1].span.end)
    mottos = [Span(*m.span()) for m in MOTTO.finditer(text, area.start, area.end)]
    pieces = (piece for part in parts for piece, _ in segments(text, part.span))
    return [
        piece
        for piece in pieces
        if not any(m.start <= piece.span.start and piece.span.end <= m.end for m in mottos)
    ]


def _running(text: str, parts: list[Block]) -> tuple[Quote | None, Quote | None, Quote | None]:
    """Give type, number and title of a paper that begins with its name in running text.

    ``Chỉ thị về chấn chỉnh …``, ``Nghị quyết số 57-NQ/TW``: no letterhead, but a heading.
    """
    for part in parts[:_OPENING_BLOCKS]:
        line = _clean(text, part.span)
        kind = opening_type(line.words)
        if not kind or len(line.words) > _LONGEST_TITLE or line.words[-1] in ".;:":
            continue
        start = line.span.start
        title = _clean(text, Span(start + len(kind), line.span.end))
        found = _NUMBERED.match(title.words)
        if found is None:
            return Quote(Span(start, start + len(kind)), kind), None, title
        at = title.span.start + found.start("number")
        number = Quote(Span(at, at + len(found["number"])), found["number"])
        rest = _clean(text, Span(title.span.start + found.end(), title.span.end))
        return Quote(Span(start, start + len(kind)), kind), number, rest if rest.words else None
    return None, None, None


def _first(quotes: Iterator[Quote]) -> Quote | None:
    return next(quotes, None)


def _clean(text: str, span: Span) -> Quote:
    """Give the words of a span without outer blanks and markup."""
    words = span.of(text)
    inner = words.strip(_EDGE)
    start = span.start + (words.index(inner) if inner else 0)
    return Quote(Span(start, start + len(inner)), inner)


def _numbers(text: str, head: Sequence[Quote]) -> Iterator[Quote]:
    """Give the numbers behind "Số", on its line or on the one below it."""
    stop = head[-1].span.end if head else 0
    for piece in head:
        match = _NUMBER.match(text, piece.span.start, stop)
        if match:
            yield Quote(Span(*match.span("number")), match["number"])


def _dated(text: str, head: Sequence[Quote], what: str) -> Iterator[Quote]:
    """Give the place or the date of a line such as ``Bến Tre, ngày 27 tháng 3 năm 2025``."""
    stop = head[-1].span.end if head else 0
    for piece in head:
        numbered = _NUMBER.match(piece.words)
        start = piece.span.start + (numbered.end() if numbered else 0)
        match = _DATED.match(text, start, stop)
        if match and what == "place":
            yield _clean(text, Span(*match.span("place")))
        elif match:
            start = match.start("d") if match["d"] else match.start("dw")
            yield Quote(Span(start, match.end()), text[start : match.end()])


def _issuer_lines(head: Sequence[Quote]) -> Iterator[Quote]:
    """Give the lines in capitals that name the issuer and the body above it, before the number."""
    marks = (i for i, p in enumerate(head) if _NUMBER.match(p.words) or _DATED.match(p.words))
    at = next(marks, len(head))
    above = [piece for piece in head[:at] if piece.words.isupper()]
    for piece in above or head:
        if piece.words.isupper() and not is_motto(piece.words) and not type_of(piece.words):
            yield piece


def _subject(text: str, parts: list[Block]) -> Quote | None:
    """Give what a letter without a type is about: the words behind "V/v"."""
    for part in parts:
        for line, _ in segments(text, part.span):
            match = _SUBJECT.match(line.words)
            if match:
                return _clean(text, Span(line.span.start + match.end(), line.span.end))
    return None


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
    if is_motto(words) or _BASIS.match(words):
        return False
    return words.isupper() and first.span.of(text).isupper()


def _cells(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[Place, Place]]:
    """Give label and value of lines such as ``Số hiệu | 12/QĐ-TTg |``."""
    for start, end in lines:
        cut = text.find("|", start, end)
        if cut > start and text[cut + 1 : end].strip(" |"):
            yield (start, cut), (cut + 1, end)


def _box(text: str, front: Span) -> tuple[dict[str, Quote], Span | None]:
    """Read a portal's box of labels and values that stands before the letterhead."""
    lines = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text[: front.end])]
    box: dict[str, Quote] = {}
    last = 0
    for label, value in (*_cells(text, lines), *pairwise(lines)):
        name = _BOX.get(text[slice(*label)].strip(" \t*_:|").lower())
        if name and name not in box:
            box[name] = _clean(text, Span(*value))
            last = max(last, value[1])
    if len(box) < _BOX_MIN:
        return {}, None
    return box, Span(lines[0][0], last)
