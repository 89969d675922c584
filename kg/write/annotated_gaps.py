"""What was not understood: words that stand among tasks and that no finding covers.

Among tasks is everything from the first heading on, but for sections that are for something else
(purpose, goals, money, reporting) and for the block of signature and recipients. A text in which
no heading was recognised stands among tasks from its title on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.write.annotated_marks import Json, Mark, said

_TASK_ROLES = frozenset({"action", "organisation", "appendix"})
_CLOSING = ("recipients", "archive_line", "signer", "signer_title")
_FEWEST_WORDS = 3  # fewer are a label: "Điều 2.", "a)", "Nơi nhận:"
_MOST_IN_LABEL = 8  # "Đơn vị chủ trì, tham mưu:" before what was found
_SPREAD = 400  # farther apart are no two parts of one signature block
_WORD = re.compile(r"\w*[^\W\d_]\w*")
_LABELS = re.compile(r"\s*:")
_OPEN = re.compile(b"\x01+")


@dataclass(frozen=True, slots=True)
class Gaps:
    """Passages (lines) with words that nothing covers, and how much of the text they are."""

    marks: tuple[Mark, ...]
    passages: int
    share: float
    """Percent of the code points of the whole text."""


def gaps(text: str, marks: Sequence[Mark], record: Json) -> Gaps:
    r"""Give the passages of *text* that were not understood.

    >>> found = gaps("Sở Y tế chủ trì.\nMở lớp tập huấn.", [Mark("lead", 0, 16)], {})
    >>> [mark.place for mark in found.marks], found.passages
    (['char=17,32'], 1)
    """
    open_ = _zone(text, record)
    for start, end in (*_covered(marks), *_cited(record), *_titles(text, record)):
        open_[start:end] = bytes(end - start)
    lines = [found for found in _lines(text, bytes(open_)) if found]
    told = said(reason="uncovered")
    found = tuple(Mark("gap", start, end, "gap", told) for line in lines for start, end in line)
    chars = sum(mark.end - mark.start for mark in found)
    return Gaps(found, len(lines), 100 * chars / max(1, len(text)))


def _zone(text: str, record: Json) -> bytearray:
    """Give a byte for each code point: 1 where it stands among tasks."""
    items = (record.get("sections") or {}).get("items") or []
    spans = (record.get("document") or {}).get("spans") or {}
    start: int = min((item["span"][0] for item in items), default=spans.get("title", [0, 0])[1])
    zone = bytearray(start) + bytearray(b"\x01") * (len(text) - start)
    for item in sorted(items, key=lambda item: item.get("depth", 1)):
        first, last = item["span"]
        value = b"\x01" if item.get("role", "action") in _TASK_ROLES else b"\x00"
        zone[first:last] = value * (last - first)
    for first, last in _closing(spans):
        zone[first:last] = bytes(last - first)
    return zone[: len(text)]


def _closing(spans: Json) -> Iterator[tuple[int, int]]:
    """Give the stretches of signature and recipients; parts that stand close belong together."""
    parts = [
        span for key in _CLOSING if key in spans and key != "recipients" for span in [spans[key]]
    ]
    parts = sorted([*parts, *spans.get("recipients", ())])
    for number, (start, end) in enumerate(parts):
        following = parts[number + 1][0] if number + 1 < len(parts) else end
        yield start, following if 0 <= following - end <= _SPREAD else end


def _covered(marks: Iterable[Mark]) -> Iterator[tuple[int, int]]:
    """Give what findings cover; an article that is listed like a heading is not understood by that."""
    return ((mark.start, mark.end) for mark in marks if mark.tag != "article")


def _titles(text: str, record: Json) -> Iterator[tuple[int, int]]:
    """Give where headings stand that the record names, but not their place: those of appendices."""
    sections = record.get("sections") or {}
    listed = {item.get("title") for item in sections.get("items") or ()}
    named = [sections.get("appendix_title")]
    named += [task.get("section_title") for task in record.get("tasks") or ()]
    for title in dict.fromkeys(named):
        if title and title.split() and title not in listed:
            words = r"\s+".join(map(re.escape, title.split()))
            for match in re.finditer(rf"^[^\w\n]*{words}[^\w\n]*$", text, re.MULTILINE):
                yield match.span()


def _cited(record: Json) -> Iterator[tuple[int, int]]:
    """Give first mentions in full: date and issuer behind the number were read too."""
    for each in record.get("references") or ():
        if each.get("first_span"):
            first, last = each["first_span"]
            yield first, last


def _lines(text: str, open_: bytes) -> Iterator[list[tuple[int, int]]]:
    """Give for each line its open places, from the first letter to the last; [] for few words."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        places = [_trimmed(text, *each.span()) for each in _OPEN.finditer(open_, start, end)]
        kept = [place for place in places if _says(text, start, *place)]
        words = sum(len(_WORD.findall(text, *place)) for place in kept)
        yield kept if words >= _FEWEST_WORDS else []
        start = end + 1


def _says(text: str, line: int, start: int, end: int) -> bool:
    """Tell whether an open place has words, and is no label of the finding behind it."""
    words = len(_WORD.findall(text, start, end))
    begins_line = not _WORD.search(text, line, start)
    is_label = begins_line and words <= _MOST_IN_LABEL and _LABELS.match(text, end)
    return bool(words) and not is_label


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take off what is no letter or digit at both ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end
