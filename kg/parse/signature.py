"""The end of a document: recipients, archive line, signer and the capacity he signs in.

Decree 30/2020/NĐ-CP, Annex I, II.7: TM. on behalf of, KT. for, TL. by order, TUQ. by delegation,
Q. acting; Party papers print T/M, K/T, T/L (Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from kg.lexicon import rows
from kg.model import Quote, Span
from kg.shape import Signature
from kg.text import squeeze

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_RECIPIENTS = re.compile(r"[*_\s]*N[ơƠ][iI] [nN][hH][ậẬ][nN]\s*:?[*_\s]*", re.IGNORECASE)
_ARCHIVE = re.compile(r"L[ưƯ][uU]\b")
_NAME = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){1,5}")
_EDGE = " \t*_"
_LISTED = re.compile(r"[-–+•]|.*[:;]$|.*:\s")
_SHORTEST = 5  # TM. X
_MARK = re.compile(r"[-–+•]\s*")


def signature(text: str, end: Span) -> Signature:
    """Read the block from "Nơi nhận" or the first line of a signature on."""
    lines = list(_lines(text, end))
    opened = next((i for i, q in enumerate(lines) if _RECIPIENTS.match(q.words)), len(lines))
    capitals = [i for i, q in enumerate(lines) if _is_capacity(q.words)]
    titles = _run(capitals)
    named = range(titles[-1] + 1, len(lines)) if titles else range(0)
    signer = next((i for i in named if _is_name(lines[i].words)), None)
    ends = capitals if signer is None else [*capitals, signer]
    listed = lines[opened + 1 : min((i for i in ends if i > opened), default=None)]
    entries = [_entry(text, q) for q in _joined(text, listed)]
    archive = next((q for q in entries if _ARCHIVE.match(q.words)), None)
    capacity = _quote(text, lines[titles[0]], lines[titles[-1]]) if titles else None
    return Signature(
        recipients=tuple(q for q in entries if q is not archive and q.words),
        archive=archive,
        capacity=capacity,
        office=_office(lines[titles[-1]].words) if titles else None,
        signer=None if signer is None else lines[signer],
    )


def _lines(text: str, end: Span) -> Iterator[Quote]:
    """Give the lines without outer blanks and markup; page numbers are left out."""
    for match in _LINE.finditer(text, end.start, end.end):
        words = match[0].strip(_EDGE)
        if words and not words.isdigit():
            start = match.start() + match[0].index(words)
            yield Quote(Span(start, start + len(words)), words)


def _is_capacity(words: str) -> bool:
    """Tell whether a line of capitals belongs to the signature and not to the recipients."""
    return words.isupper() and len(words) >= _SHORTEST and not _LISTED.match(words)


def _run(indexes: list[int]) -> list[int]:
    """Give the first run of neighbouring lines in capitals."""
    out = indexes[:1]
    for index in indexes[1:]:
        if index != out[-1] + 1:
            break
        out.append(index)
    return out


def _joined(text: str, lines: list[Quote]) -> Iterator[Quote]:
    """Put the parts of an entry that runs over lines together; an entry begins with a dash."""
    held: Quote | None = None
    for line in lines:
        if held is None or _MARK.match(line.words) or held.words[-1:] in ";,.":
            if held:
                yield held
            held = line
        else:
            held = _quote(text, held, line)
    if held:
        yield held


def _quote(text: str, first: Quote, last: Quote) -> Quote:
    span = Span(first.span.start, last.span.end)
    return Quote(span, span.of(text))


def _entry(text: str, quote: Quote) -> Quote:
    """Give an entry without its dash and its final mark."""
    mark = _MARK.match(quote.words)
    start = quote.span.start + (mark.end() if mark else 0)
    end = start + len(text[start : quote.span.end].rstrip(" ;,."))
    return Quote(Span(start, end), text[start:end])


@functools.cache
def _offices() -> dict[str, str]:
    return {row["name"].upper(): row["name"] for row in rows("lexicon/offices")}


def _office(line: str) -> str:
    """Give an office as running text prints it: ``PHÓ CHỦ TỊCH`` is ``Phó Chủ tịch``."""
    words = squeeze(line).strip(" .,*")
    known = _offices().get(words)
    if known:
        return known
    longest = max((o for o in _offices() if words.startswith(o + " ")), key=len, default="")
    return _offices()[longest] if longest else words.capitalize()


def _is_name(words: str) -> bool:
    """Tell whether a line is a person's name: two to six words, each with a capital."""
    return bool(_NAME.fullmatch(words)) and all(w[0].isupper() for w in re.split(r"[ -]", words))
