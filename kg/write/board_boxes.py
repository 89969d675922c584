"""Boxes in columns with lines between them: what a body does, what a document rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.write.board_words import WORDS
from kg.write.page_style import MARKS, STROKES
from kg.write.svg_parts import fitted, lines_of, said, shape, tag, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

_SIZE, _LINE, _GAP, _HEAD = 13.0, 16.0, 6.0, 30.0
_TOP, _SPACE, _TEXT, _WIDEST = 8.0, 56.0, 28.0, 400.0
_MOST, _SMALL = 2, 12.0
_VI = 0


@dataclass(frozen=True, slots=True)
class Box:
    """One mark: *target* is ``node:7`` or ``bundle:2``; *asides* are words and keys of the page."""

    key: str
    target: str
    label: str
    mark: str
    asides: tuple[tuple[str, str], ...] = ()
    tokens: str = ""
    label_said: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Boxes under one heading: a key of the words of the page."""

    head: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A tie between two boxes; *target* as that of a box."""

    start: str
    end: str
    relation: str
    target: str


@dataclass
class _Placed:
    at: dict[str, tuple[float, float, float, float]] = field(default_factory=dict)
    parts: list[Markup] = field(default_factory=list)
    bottom: float = 0


def columns(found: Sequence[Sequence[Section]], lines: Sequence[Line], *, width: float) -> Markup:
    """Draw columns side by side with their lines, *width* pixels wide."""
    shown = [[each for each in column if each.boxes] for column in found]
    shown = [column for column in shown if column]
    room = min(_WIDEST, (width - _SPACE * (len(shown) - 1) - 2) / max(1, len(shown)))
    placed = _Placed()
    for nth, column in enumerate(shown):
        _column(placed, column, 1 + nth * (room + _SPACE), _TOP, room)
    drawn = [tie for line in lines for tie in _tie(placed, line)]
    return svg("columns", [*drawn, *placed.parts], width, placed.bottom)


def stacked(found: Sequence[Sequence[Section]], *, width: float) -> Markup:
    """Draw all boxes below each other, for a narrow screen; choosing one lights its partners."""
    placed = _Placed()
    for column in found:
        sections = [each for each in column if each.boxes]
        if sections:
            _column(placed, sections, 1, placed.bottom + _TOP, width - 2)
    return svg("columns", placed.parts, width, placed.bottom)


def svg(name: str, parts: Sequence[Markup], width: float, height: float) -> Markup:
    """Put parts into one picture."""
    box = f"0 0 {width:g} {max(height, 40) + 8:g}"
    return tag("svg", *parts, viewBox=box, width=width, height=max(height, 40) + 8, class_=f"drawing {name}",
               role="group", data_label="picture.board", aria_label=WORDS["picture.board"][_VI])  # fmt: skip


def _column(
    placed: _Placed, sections: Sequence[Section], left: float, top: float, room: float
) -> None:
    y = top
    for section in sections:
        vi = WORDS[section.head][_VI]
        text = tag("text", said(section.head, vi), f" ({len(section.boxes)})", x=left, y=y + 15)
        placed.parts.append(tag("g", text, class_="head"))
        y += _HEAD
        for box in section.boxes:
            height = _box(placed, box, left, y, room)
            y += height + _GAP
        y += 14
    placed.bottom = max(placed.bottom, y)


def _box(placed: _Placed, box: Box, left: float, y: float, room: float) -> float:
    if box.label_said:
        words = [WORDS[box.label][_VI]]
    else:
        words = fitted(box.label, room - _TEXT - 10, _SIZE, _MOST)
    height = 10 + _LINE * (len(words) + bool(box.asides))
    mark = MARKS[box.mark]
    ground = tag("rect", x=left, y=y, width=room, height=height, rx=6, class_="box")
    icon = shape(mark.shape, left + 14, y + 14, 6, fill=mark.fill, stroke=mark.border,
                 class_="icon-mark", stroke_dasharray="3 2" if mark.dashed else None)  # fmt: skip
    if box.label_said:
        label = tag("text", said(box.label, words[0]), x=left + _TEXT, y=y + 18, class_="name")
    else:
        label = lines_of(words, left + _TEXT, y + 18, _LINE, class_="name", lang="vi")
    told = [ground, icon, label]
    if box.asides:
        room_for = room - _TEXT - 10
        told.append(_aside(box, left + _TEXT, y + 18 + _LINE * len(words), room_for))
    full = tag("title", WORDS[box.label][_VI] if box.label_said else box.label[:400])
    placed.parts.append(
        tag("g", full, *told, class_=f"mark m-{box.mark}", data_f=box.tokens or None, **target(box.target))
    )  # fmt: skip
    placed.at[box.key] = (left, y, room, height)
    return height


def _aside(box: Box, x: float, y: float, room: float) -> Markup:
    """Write what is told beside a name: each a few words, a word of the page, or both."""
    parts: list[str] = []
    for words, key in box.asides:
        told = " ".join(each for each in (words, WORDS[key][_VI] if key else "") if each)
        wide = width_of(told, _SMALL)
        if parts and wide > room and key:
            break
        parts.append(" · " if parts else "")
        if words:
            parts.append(tag("tspan", fitted(words, max(room, 30), _SMALL)[0], lang="vi"))
        if key:
            parts += [" " if words else "", said(key, WORDS[key][_VI])]
        room -= wide + 12
    return tag("text", *parts, x=x, y=y, class_="aside")


def target(told: str) -> dict[str, str]:
    """Give the attributes by which the script knows a mark.

    >>> target("node:7")
    {'data_node': '7'}
    """
    kind, _, rank = told.partition(":")
    return {f"data_{kind}": rank}


def _tie(placed: _Placed, line: Line) -> Iterator[Markup]:
    if line.start not in placed.at or line.end not in placed.at:
        return
    one, other = sorted((placed.at[line.start], placed.at[line.end]))
    x1, y1 = one[0] + one[2], one[1] + min(14, one[3] / 2)
    x2, y2 = other[0], other[1] + min(14, other[3] / 2)
    if x2 <= x1:
        return
    middle = (x1 + x2) / 2
    path = f"M{x1:.0f} {y1:.0f}C{middle:.0f} {y1:.0f} {middle:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    stroke = STROKES[line.relation]
    dashes = " ".join(map(str, stroke.dashes)) or None
    seen = tag("path", d=path, class_="tie", stroke=stroke.colour, stroke_width=stroke.width,
               stroke_dasharray=dashes)  # fmt: skip
    yield tag(
        "g", tag("path", d=path, class_="hit"), seen, class_="mark line", **target(line.target)
    )
