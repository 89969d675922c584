"""The provisions of a cited document: "khoản 2 Điều 5 Nghị định số 45/2025/NĐ-CP".

State papers print them from the innermost unit outwards, some papers the other way round.
``data/lexicon/provisions.csv`` holds the units, and what may be attached to a document.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.paths import Join, Part, paths
from kg.lexicon import Row, rows
from kg.model import Span
from kg.shape import CitationFound, ProvisionFound
from kg.text import squeeze

_GAP = r"(?:[^\S\n]*\n[^\S\n]*|[^\S\n]+)"
"""White space with one end of line at most: an empty line parts paragraphs."""
_END = r"(?![\w/%])(?!\.\d)"
_AND = rf"(?:{_GAP}?[,;]{_GAP}?(?:(?:và|hoặc){_GAP})?|{_GAP}(?:và|hoặc){_GAP})(?!0)"
_JOIN = re.compile(
    rf"(?P<comma>{_GAP}?[,;])?(?:{_GAP}?(?:(?P<and>và|hoặc)|của|thuộc|tại|trong))?{_GAP}(?:các{_GAP}|từ{_GAP})?"
)
_KEPT = rf"(?:(?:được{_GAP})?(?:ban{_GAP}hành{_GAP})?kèm{_GAP}theo|(?:được{_GAP})?phê{_GAP}duyệt{_GAP}(?:tại|theo))"
_TO = re.compile(rf",?{_GAP}(?:(?:của|tại|trong|thuộc|{_KEPT}){_GAP})?")
_OPENED = re.compile(rf"{_GAP}?\((?:(?:tại|theo|nêu{_GAP}tại){_GAP})?(?:các{_GAP})?")
_CLOSED = re.compile(rf"(?:{_GAP}{_KEPT})?{_GAP}?\)")
_FAR, _NEAR = 500, 80
_ENDS = re.compile(
    rf"(?:(?<!\w)(?:\d[\w.]*|[a-zđA-H]\d?|[IVXLC]+[\w.]*)|[Tt][Hh][Ứứ]{_GAP}\w+|{_KEPT}),?{_GAP}"
    rf"(?:(?:của|tại|trong|thuộc|{_KEPT}){_GAP})?\Z"
)
"""What may be the end of a provision: asked first, since most mentions have none."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """One part of a provision where it is printed."""

    span: Span
    part: Part


def pinpointed(text: str, found: Sequence[CitationFound]) -> tuple[CitationFound, ...]:
    """Give the mentions of other documents, each with the provisions printed beside it.

    >>> text = "theo khoản 2 Điều 5 Nghị định số 45/2025/NĐ-CP"
    >>> (cited,) = pinpointed(text, [CitationFound(Span(20, 46), "Nghị định", "45/2025/NĐ-CP", tail=46)])
    >>> [(each.span.of(text), each.paths) for each in cited.provisions]
    [('khoản 2 Điều 5', ('điều 5/khoản 2',))]
    """
    return tuple(_with_provisions(text, each) for each in found)


def _with_provisions(text: str, cited: CitationFound) -> CitationFound:
    provisions = (*_before(text, cited), *_behind(text, cited))
    return replace(cited, provisions=provisions) if provisions else cited


def _before(text: str, cited: CitationFound) -> Iterator[ProvisionFound]:
    """Give the provision whose last part leads over to a mention."""
    start = cited.span.start
    if not _ENDS.search(text, max(0, start - _NEAR), start):
        return
    printed = list(_printed(text, max(0, start - _FAR), start))
    last = printed[-1].span.end if printed else start
    plain = _TO.fullmatch(text, last, start)
    attached = None if plain else _attached().fullmatch(text, last, start)
    if not (plain or attached):
        return
    run = _run(text, printed[::-1])[::-1]
    words = Span(run[0].span.start, attached.end("noun") if attached else last)
    if "\n" in text[words.start : start] and _opens_line(text, words.start):
        return  # an own heading: "Điều 2" above "Nghị định số …"
    around = (Part(squeeze(attached["noun"]).lower(), 0, (), alone=True),) if attached else ()
    yield ProvisionFound(words, paths((*_parts(text, run), *around)), "reference.pinpoint")


def _behind(text: str, cited: CitationFound) -> Iterator[ProvisionFound]:
    """Give the provision in brackets behind a mention: "Nghị quyết số 57-NQ/TW (Mục III.2)"."""
    opened = _OPENED.match(text, cited.tail)
    printed = list(_printed(text, opened.end(), opened.end() + _FAR)) if opened else []
    if not opened or not printed or printed[0].span.start != opened.end():
        return
    run = _run(text, printed)
    words = Span(run[0].span.start, run[-1].span.end)
    if _CLOSED.match(text, words.end):
        yield ProvisionFound(words, paths(_parts(text, run)), "reference.pinpoint-behind")


def _run(text: str, printed: Sequence[_Printed]) -> list[_Printed]:
    """Give the first of *printed*, which may go back or on, and those that stand together with it."""
    run = [printed[0]]
    for each in printed[1:]:
        one, other = sorted((run[-1].span, each.span))
        if not _JOIN.fullmatch(text, one.end, other.start):
            break
        run.append(each)
    return run


def _parts(text: str, run: Sequence[_Printed]) -> list[Part]:
    """Give the parts of a run, each with what joins it to the one before."""
    return [run[0].part, *_joined(text, run)]


def _joined(text: str, run: Sequence[_Printed]) -> Iterator[Part]:
    for one, other in pairwise(run):
        match = _JOIN.fullmatch(text, one.span.end, other.span.start)
        join: Join = "of"
        if match and (match["and"] or match["comma"]):
            join = "and" if match["and"] or ";" in match["comma"] else "comma"
        yield replace(other.part, join=join)


def _printed(text: str, start: int, end: int) -> Iterator[_Printed]:
    """Give every part of a provision in a stretch of text, whatever it belongs to."""
    pattern, units = _units()
    for match in pattern.finditer(text, start, end):
        row, (first, labels) = _row(match, units)
        found = tuple(each[0] for each in re.finditer(_label(row), match[labels]))
        if re.search(r"đến|[-–]", match[labels]):
            found = ("-".join(found),)
        part = Part(row["unit"], int(row["rank"]), found, bool(row["alone"]))
        yield _Printed(Span(match.start(first), match.end()), part)


def _row(match: re.Match[str], units: Sequence[Row]) -> tuple[Row, tuple[str, str]]:
    at = next(at for at in range(len(units)) if match[f"u{at}"])
    return units[at], (f"u{at}", f"l{at}")


@functools.cache
def _units() -> tuple[re.Pattern[str], tuple[Row, ...]]:
    """Give one pattern for all units: each has its own way to number."""
    units = tuple(row for row in rows("lexicon/provisions") if row["label"])
    ways = []
    for at, row in enumerate(units):
        label, word = _label(row), f"(?i:{row['pattern'].replace(' ', _GAP)})"
        several = (
            rf"{label}(?:{_GAP}?(?:-|–|đến){_GAP}?(?:{word}{_GAP})?{label}|(?:{_AND}{label})*)"
        )
        ways.append(rf"(?P<u{at}>{word}){_GAP}(?:số{_GAP})?(?P<l{at}>{several})")
    first = "".join(
        sorted({sign for row in units for sign in row["unit"][0] + row["unit"][0].upper()})
    )
    return re.compile(rf"(?=[{first}])(?<!\w)(?:{'|'.join(ways)})"), units


def _label(row: Row) -> str:
    return rf"(?:{row['label'].replace(' ', _GAP)}){_END}"


@functools.cache
def _attached() -> re.Pattern[str]:
    """Give the words between a provision and the document to which its text is attached."""
    nouns = [
        row["pattern"].replace(" ", _GAP) for row in rows("lexicon/provisions") if not row["label"]
    ]
    return re.compile(
        rf",?{_GAP}(?:(?:của|tại){_GAP})?(?P<noun>(?i:{'|'.join(nouns)}))"
        rf"(?:{_GAP}(?!này)[^\s,;.:()]+){{0,20}}?{_GAP}{_KEPT}{_GAP}"
    )


def _opens_line(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return not line.strip(" \t*-–")
