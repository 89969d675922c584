"""The text with its marks as HTML: every code point once and in order, marks nested or split."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from kg.write.annotated_marks import SIGN, Mark, told
from kg.write.annotated_style import PASSAGES, UNLABELLED

_TAB = "\t"
_LONGEST_TITLE, _LONGEST_REASON = 400, 90
Piece = tuple[int, int, tuple[int, ...]]


def pieces(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Cut *text* wherever a line or a mark begins or ends; give the marks over each piece.

    *marks* are sorted, an outer one before what it holds; they are named by their number.

    >>> list(pieces("abcd", [Mark("lead", 0, 3), Mark("slip", 2, 4)]))
    [(0, 2, (0,)), (2, 3, (0, 1)), (3, 4, (1,))]
    """
    breaks = (match.end() for match in re.finditer("\n", text))
    ends = (place for mark in marks for place in (mark.start, mark.end))
    cuts = sorted({0, len(text), *breaks, *ends})
    over: list[int] = []
    following = 0
    for start, end in pairwise(cuts):
        over = [number for number in over if marks[number].end > start]
        while following < len(marks) and marks[following].start == start:
            over.append(following)
            following += 1
        yield start, end, tuple(over)


class Pane:
    """Writes one text; a mark that others cross, or that runs over lines, has several pieces."""

    def __init__(self, text: str, marks: Sequence[Mark], words: Mapping[str, str]) -> None:
        """Keep the text; *words* are the messages of the language that the page opens in."""
        self.text, self.marks, self.words = text, marks, words
        self.titles = [_short(told(mark, words)) for mark in marks]
        self.named: set[str] = set()
        self.begun: set[int] = set()
        self.gap_lines = {text.rfind("\n", 0, m.start) + 1 for m in marks if m.kind == "gap"}

    def html(self) -> Markup:
        """Give the lines; what stands in them between tags is the text and nothing else."""
        return Markup("").join(self._parts())

    def _parts(self) -> Iterator[Markup]:
        stack: tuple[int, ...] = ()
        for start, end, over in pieces(self.text, self.marks):
            if self._is_line(start):
                kind = Markup(" unclear") if start in self.gap_lines else Markup("")
                yield Markup('<div class="line{}">').format(kind)
            kept = _shared(stack, over)
            for number in reversed(stack[kept:]):
                yield self._close(number, start)
            for number in over[kept:]:
                yield self._open(number)
            yield written(self.text[start:end])
            stack = over
            if end == len(self.text) or self.text[end - 1] == "\n":
                for number in reversed(stack):
                    yield self._close(number, end)
                yield Markup("</div>")
                stack = ()

    def _is_line(self, start: int) -> bool:
        return start == 0 or self.text[start - 1] == "\n"

    def _open(self, number: int) -> Markup:
        """Open a piece; the first one of a mark carries its address, a passage also its label."""
        mark, first = self.marks[number], number not in self.begun
        self.begun.add(number)
        name = Markup("")
        if first and mark.place not in self.named:
            self.named.add(mark.place)
            name = Markup(' id="{}"').format(mark.place)
        tag = self._tag(number) if first and mark.kind in PASSAGES else Markup("")
        return Markup('<span class="m k-{} t-{}" data-m="{}"{} title="{}">{}').format(
            mark.kind, mark.tag or mark.kind, number, name, self.titles[number], tag
        )

    def _close(self, number: int, at: int) -> Markup:
        """Close a piece; the last one of words that are no passage carries the label."""
        mark = self.marks[number]
        is_last = at == mark.end and mark.kind not in PASSAGES
        return (self._tag(number) if is_last else Markup("")) + Markup("</span>")

    def _tag(self, number: int) -> Markup:
        """Give the label as a link to its words; what it says is drawn and is no text."""
        mark = self.marks[number]
        if mark.kind in UNLABELLED:
            return Markup("")
        return Markup('<a class="tag" href="#{}" aria-label="{}"{}></a>').format(
            mark.place, self.titles[number], _reason(mark)
        )


def _reason(mark: Mark) -> Markup:
    """Give why a passage is no task, to be shown beside its label."""
    reasons = [fact.values[0] for fact in mark.facts if fact.key == "reason" and not fact.said]
    return (
        Markup(' data-reason="{}"').format(reasons[0][:_LONGEST_REASON]) if reasons else Markup("")
    )


def _shared(before: tuple[int, ...], after: tuple[int, ...]) -> int:
    """Count the outer marks that both pieces have in common."""
    for count, (one, other) in enumerate(zip(before, after, strict=False)):
        if one != other:
            return count
    return min(len(before), len(after))


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"


def written(words: str) -> Markup:
    r"""Escape words; a tab shows a cell's border, a control its number.

    >>> str(written("a<b\u202ec"))
    'a&lt;b<bdi class="sign" data-sign="U+202E">\u202e</bdi>c'
    """
    return Markup("").join(_parts(words))


def _parts(words: str) -> Iterator[Markup]:
    done = 0
    for match in SIGN.finditer(words):
        yield escape(words[done : match.start()])
        yield _sign(match[0])
        done = match.end()
    yield escape(words[done:])


def _sign(char: str) -> Markup:
    if char == _TAB:
        return Markup('<i class="tab">\t</i>')
    shown = "\ufffd" if char == "\0" else char  # HTML has no way to hold NUL
    return Markup('<bdi class="sign" data-sign="U+{}">{}</bdi>').format(f"{ord(char):04X}", shown)
