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
from kg.parse.columns import segments
from kg.shape import Signature
from kg.text import squeeze

_RECIPIENTS = re.compile(r"[*_\s]*N[ơƠ][iI] [nN][hH][ậẬ][nN]\s*:?[*_\s]*", re.IGNORECASE)
_ARCHIVE = re.compile(r"L[ưƯ][uU]\b")
_NAME = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){1,5}")
_LISTED = re.compile(r"[-–+•]|.*[:;]$|.*:\s")
_BY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.|[TK]/[MTL]\b|(?:TM|KT|TL|TUQ)\s")
_SHORTEST = 5  # TM. X
_MARK = re.compile(r"[-–+•]\s*")


def signature(text: str, end: Span) -> Signature:
    """Read the block from "Nơi nhận" or the first line of a signature on, in one column or two."""
    pieces = [(q, right) for q, right in segments(text, end) if not q.words.isdigit()]
    right = [q for q, is_right in pieces if is_right]
    if any(_is_capacity(q.words) for q in right):
        left = [q for q, is_right in pieces if not is_right]
        recipients, signed = left, right
    else:
        recipients = signed = [q for q, _ in pieces]
    titles = _run([i for i, q in enumerate(signed) if _is_capacity(q.words)])
    named = signed[titles[-1] + 1 :] if titles else []
    signer = next((q for q in named if _is_name(q.words)), None)
    entries = [_entry(text, q) for q in _joined(text, _listed(recipients, signer))]
    archive = next((q for q in entries if _ARCHIVE.match(q.words)), None)
    return Signature(
        recipients=tuple(q for q in entries if q is not archive and q.words),
        archive=archive,
        capacity=_quote(text, signed[titles[0]], signed[titles[-1]]) if titles else None,
        office=_office(signed[titles[-1]].words) if titles else None,
        signer=signer,
    )


def _listed(lines: list[Quote], signer: Quote | None) -> list[Quote]:
    """Give the lines between "Nơi nhận" and whatever ends the list."""
    opened = next((i for i, q in enumerate(lines) if _RECIPIENTS.match(q.words)), len(lines))
    after = range(opened + 1, len(lines))
    ends = (i for i in after if lines[i] is signer or _is_capacity(lines[i].words))
    return lines[opened + 1 : next(ends, None)]


def _is_capacity(words: str) -> bool:
    """Tell whether a line of capitals belongs to the signature and not to the recipients."""
    if not words.isupper() or len(words) < _SHORTEST or _LISTED.match(words):
        return False
    return bool(_BY.match(words)) or squeeze(words).startswith(tuple(_offices()))


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
