"""The order of a provision: what is printed inside out, or outside in, as paths from outside in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.text import squeeze

Join = Literal["of", "comma", "and"]
"""What stands before a part: nothing or "của", a comma, or "và"."""


@dataclass(frozen=True, slots=True)
class Part:
    """One printed part of a provision: ``khoản 1, 2`` has the unit ``khoản`` and two labels.

    ``rank`` orders the units from the outermost; ``alone`` tells that a unit needs no other one
    around it, so that "Điều 7, Chương III" are two.
    """

    unit: str
    rank: int
    labels: tuple[str, ...]
    alone: bool
    join: Join = "of"


@dataclass(eq=False, slots=True)
class _Path:
    """One provision while it is put together."""

    parts: dict[int, str]
    alone: bool
    around: _Path | None = None
    used: bool = False

    def take(self, outer: _Path) -> None:
        """Put this provision inside another one, which then is no provision of its own."""
        self.parts = {**outer.parts, **self.parts}
        self.alone, self.around, outer.used = outer.alone, None, True


def paths(parts: Sequence[Part]) -> tuple[str, ...]:
    """Give the provisions that printed parts name, each from its outermost unit inwards.

    >>> paths([Part("khoản", 6, ("1", "2"), False), Part("điều", 5, ("3",), True)])
    ('điều 3/khoản 1', 'điều 3/khoản 2')
    """
    found: list[_Path] = []
    last: list[_Path] = []
    before: Part | None = None
    for part in parts:
        last = _placed(part, before, found, last)
        before = part
    for path in found:
        if path.around:
            path.take(path.around)
    written = (_written(path) for path in found if not path.used)
    return tuple(dict.fromkeys(written))


def _placed(
    part: Part, before: Part | None, found: list[_Path], last: Sequence[_Path]
) -> list[_Path]:
    """Put one more part around those that stand before it, or inside the last one, or beside."""
    held = [path for path in found if min(path.parts) > part.rank and _may_hold(part, path)]
    fresh = [_Path({part.rank: name}, part.alone) for name in _names(part)]
    if held:  # "khoản 1, 2 Điều 3, 4": the first article holds the clauses
        outer = fresh.pop(0)
        for path in held:
            path.take(outer)
    elif before and before.rank < part.rank and part.join != "and":
        _inside(part, fresh, last[-1])
    found += fresh
    return fresh or held


def _may_hold(part: Part, path: _Path) -> bool:
    return part.join == "of" or (part.join == "comma" and not path.alone)


def _inside(part: Part, fresh: Sequence[_Path], outer: _Path) -> None:
    """Read "Điều 5 khoản 2" from outside in; behind a comma only where nothing else follows."""
    for path in fresh:
        if part.join == "of":
            path.take(outer)
        elif not part.alone:
            path.around = outer


def _names(part: Part) -> Iterator[str]:
    return (f"{part.unit} {_label(label)}".strip() for label in part.labels or ("",))


def _label(printed: str) -> str:
    """Give a label without zeros before it: ``Phụ lục số 02`` is ``phụ lục 2``."""
    label = squeeze(printed)
    return label.lower() if label[:1] in "tT" and " " in label else label.lstrip("0") or label


def _written(path: _Path) -> str:
    return "/".join(path.parts[rank] for rank in sorted(path.parts))
