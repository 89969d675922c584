"""Where front, body, end, an annexed paper and the appendices of a document begin."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from kg.lexicon import rows
from kg.parse.labels import BULLETS, label_of
from kg.parse.lines import Block
from kg.parse.types import type_of

_SIGNS_OFF = r"N[ơƠ][iI] [nN][hH][ậẬ][nN]|NƠI NHẬN|(?:TM|KT|TL|TUQ|Q)\.\s|T/M|K/T|T/L"
_APPENDIX = re.compile(r"[*_#\s]*(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?[IVX\d]{1,4})?[*_.:]*")
_BASIS = re.compile(r"[-–*_\s]*(?:Căn cứ|Thực hiện|Theo)\b")
STARS = "*_# "
_ANNEXED = re.compile(r"\((?:Được )?(?:[Bb]an hành |[Pp]hê duyệt )?[Kk]èm theo ")
_ADDRESSED = re.compile(r"[*_#\s]*K(?:ính|ÍNH) (?:gửi|GỬI)")
_ANNEX_WITHIN = 6  # blocks: type, title, and the line that names the decision


@functools.cache
def _end() -> re.Pattern[str]:
    """Give the pattern of what ends a paper: recipients, a capacity, an office on its own line."""
    offices = "|".join(re.escape(row["name"].upper()) for row in rows("lexicon/offices"))
    return re.compile(
        rf"[*_#|\s]*(?:{_SIGNS_OFF}|(?:PHÓ )?(?:{offices})(?:\s+(?:{offices}))*[*_|\s]*$)",
        re.MULTILINE,
    )


@dataclass(frozen=True, slots=True)
class Regions:
    """Indexes of blocks: the bodies (a decision's, then its annex's), the end, the appendices."""

    bodies: tuple[tuple[int, int], ...]
    end: int
    appendix: int


def regions(text: str, parts: list[Block]) -> Regions:
    """Find where front, body, end, an annexed paper and the appendices begin."""
    size = len(parts)
    first = min(_first_label(text, parts, 0), _letter_body(text, parts))
    appendix = next((i for i in range(first, size) if _is_appendix(text, parts[i])), size)
    inner = next((i for i in range(first + 1, appendix) if _is_annexed(text, parts, i)), appendix)
    last = _first_end(text, parts, first, inner)
    annex = next((i for i in range(last, inner) if _is_annex(text, parts, i)), inner)
    bodies = [(first, last)]
    if annex < appendix:
        table = next((i for i in range(annex + 1, appendix) if parts[i].table), appendix)
        begin = min(_first_label(text, parts, annex + 1), table, appendix)
        bodies.append((begin, _first_end(text, parts, begin, appendix)))
    return Regions(tuple(bodies), annex, appendix)


def _first_label(text: str, parts: list[Block], start: int) -> int:
    """Find the first block with a label; those to whom a letter is addressed are none."""
    addressed = False
    for i in range(start, len(parts)):
        found = label_of(text, parts[i].span.start, parts[i].span.end)
        if _ADDRESSED.match(text, parts[i].span.start):
            addressed = True
        elif not found:
            addressed = False
        elif _opens(text, parts[i]) and not (addressed and found[0].rank >= BULLETS):
            return i
    return len(parts)


def _letter_body(text: str, parts: list[Block]) -> int:
    """Find where a letter without labels begins: behind those to whom it is addressed."""
    marks = (i for i, part in enumerate(parts) if _ADDRESSED.match(text, part.span.start))
    to = next(marks, None)
    if to is None:
        return len(parts)
    plain = (i for i in range(to + 1, len(parts)) if not _opens(text, parts[i]))
    return next(plain, len(parts))


def _first_end(text: str, parts: list[Block], start: int, stop: int) -> int:
    spans = [part.span for part in parts]
    ends = (i for i in range(start, stop) if _end().match(text, spans[i].start, spans[i].end))
    return next(ends, stop)


def _is_annex(text: str, parts: list[Block], at: int) -> bool:
    """Tell whether a paper of its own begins here: its type in capitals, then "kèm theo"."""
    words = parts[at].span.of(text).strip(STARS).split()
    return bool(type_of(" ".join(words))) or _is_annexed(text, parts, at)


def _is_annexed(text: str, parts: list[Block], at: int) -> bool:
    """Tell whether words in capitals name a paper that is annexed: ``(Kèm theo Quyết định …)``."""
    line = parts[at].span.of(text).strip(STARS)
    if not line.isupper() or parts[at].table or _end().match(text, parts[at].span.start):
        return False
    following = [part.span.of(text).lstrip(STARS) for part in parts[at : at + _ANNEX_WITHIN]]
    if any(_ANNEXED.match(each) for each in following):
        return True
    words = line.split()
    typed = any(type_of(" ".join(words[:size])) for size in (2, 3, 4))
    return typed and any("kèm theo" in each.lower() for each in following)


def _opens(text: str, part: Block) -> bool:
    """Tell whether a block is the first of the body: it has a label and is no legal basis."""
    found = label_of(text, part.span.start, part.span.end)
    return found is not None and not _BASIS.match(text, found[2])


def _is_appendix(text: str, part: Block) -> bool:
    return _APPENDIX.fullmatch(text, part.span.start, part.span.end) is not None
