"""Small pieces of SVG: every word from a document is escaped, every number is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kg.write.annotated_marks import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    Value = str | float | None

_WIDE = 0.56
"""How wide a letter of a sans-serif face is on the average, as a part of its size."""
_CAPITAL = 0.7
_DOTS = "…"
_LONGEST = 600


def tag(name: str, *inside: str, **facts: Value) -> Markup:
    """Write an element; ``data_node`` becomes ``data-node``, ``class_`` becomes ``class``.

    >>> str(tag("text", "a<b", x=1.25, class_="small", fill=None))
    '<text x="1.2" class="small">a&lt;b</text>'
    """
    told = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _short(value))
        for key, value in facts.items()
        if value is not None
    )
    return Markup("<{0}{1}>{2}</{0}>").format(
        escape(name), told, Markup("").join(escape(each) for each in inside)
    )


def _short(value: str | float) -> str:
    if isinstance(value, str):
        return value
    return f"{round(value, 1):g}"


def said(key: str, words: str, **facts: Value) -> Markup:
    """Write words of the page itself, which the switch of language replaces.

    >>> str(said("close", "Đóng"))
    '<tspan data-word="close">Đóng</tspan>'
    """
    return tag("tspan", words, data_word=key, **facts)


def width_of(words: str, size: float) -> float:
    """Guess how many pixels words take.

    >>> width_of("Sở", 10) < width_of("SỞ", 10)
    True
    """
    return sum(_CAPITAL if char.isupper() else _WIDE for char in words) * size


def fitted(words: str, room: float, size: float, most: int = 1) -> list[str]:
    """Break words into at most *most* lines of *room* pixels; what is left over ends in dots.

    Controls, also those that turn the writing round, are shown as such and do nothing.

    >>> fitted("Sở Khoa học và Công nghệ", 96, 12, 2)
    ['Sở Khoa học', 'và Công nghệ']
    """
    lines = [""]
    for word in one_line(words, _LONGEST).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= room or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]}{_DOTS}"
            break
    return [_cut(line, room, size) for line in lines]


def _cut(line: str, room: float, size: float) -> str:
    if width_of(line, size) <= room:
        return line
    while len(line) > 1 and width_of(f"{line}{_DOTS}", size) > room:
        line = line[:-1]
    return f"{line.rstrip()}{_DOTS}"


def lines_of(lines: Iterable[str], x: float, y: float, step: float, **facts: Value) -> Markup:
    """Write lines of text below each other."""
    parts = [tag("tspan", line, x=x, dy=step if nth else 0) for nth, line in enumerate(lines)]
    return tag("text", *parts, x=x, y=y, **facts)


def shape(name: str, x: float, y: float, size: float, **facts: Value) -> Markup:
    """Draw one of the shapes that tell kinds apart, *size* pixels from its middle to its edge.

    >>> str(shape("dot", 1, 2, 3))
    '<circle cx="1" cy="2" r="3"></circle>'
    """
    if name == "dot":
        return tag("circle", cx=x, cy=y, r=size, **facts)
    corners = _CORNERS.get(name, _CORNERS["square"])
    return tag("path", d=f"M{'L'.join(_at(x, y, size, each) for each in corners)}z", **facts)


def _at(x: float, y: float, size: float, corner: tuple[float, float]) -> str:
    return f"{_short(x + size * corner[0])} {_short(y + size * corner[1])}"


_CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "triangle": ((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
    "hexagon": ((-1.1, 0), (-0.55, -0.95), (0.55, -0.95), (1.1, 0), (0.55, 0.95), (-0.55, 0.95)),
    "drop": ((-1.1, -0.85), (1.1, -0.85), (0, 1.15)),
}
SHAPES = ("dot", *_CORNERS)
