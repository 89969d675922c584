"""Colour and shape of each kind, colour and stroke of each relation; the legend draws from here.

The hues are told apart in all common kinds of colour blindness, shape and stroke say the same
again, and every colour that carries words has a contrast of at least 4.5 on white.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Mark:
    """How one kind of node is drawn; ``size`` is half its width in pixels at scale 1."""

    shape: str
    fill: str
    border: str
    size: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """How one relation is drawn; a quiet one is faint until one of its ends is chosen."""

    colour: str
    width: float
    dashes: tuple[int, ...] = ()
    quiet: bool = False
    share: float = 1.0
    """How opaque the line is at its strongest; many lines from one mark must not make a block."""


BLUE, ORANGE, GREEN, PURPLE, WHITE = "#0b4f8a", "#a84a00", "#00695c", "#6b3fa0", "#ffffff"

MARKS = {
    "held": Mark("square", BLUE, BLUE, 9),
    "unheld": Mark("square", WHITE, BLUE, 8, dashed=True),
    "task": Mark("dot", ORANGE, ORANGE, 4.5),
    "unassigned": Mark("dot", WHITE, ORANGE, 4),
    "agent": Mark("diamond", GREEN, GREEN, 6.5),
    "collective": Mark("diamond", WHITE, GREEN, 6.5),
    "place": Mark("triangle", PURPLE, PURPLE, 5),
}

STROKES = {
    "implements": Stroke(BLUE, 2.2),
    "based_on": Stroke(PURPLE, 1.6, (8, 4)),
    "cites": Stroke("#5b6676", 1.2, (2, 4)),
    "amends": Stroke("#8a5a00", 1.6, (10, 3, 2, 3)),
    "repeals": Stroke("#b00020", 1.8, (10, 3, 2, 3)),
    "has_task": Stroke(ORANGE, 1.0, (), quiet=True, share=0.45),
    "lead": Stroke(GREEN, 1.4, (), quiet=True),
    "coordinate": Stroke("#3f6f00", 1.2, (4, 4), quiet=True),
    "issued_by": Stroke("#1f2937", 1.0, (1, 3), quiet=True),
    "reports_to": Stroke("#9c2468", 1.2, (6, 3), quiet=True),
    "refers_to": Stroke("#8a5a00", 1.1, (1, 4), quiet=True),
    "may_be": Stroke("#5b6676", 1.1, (2, 2), quiet=True),
    "unit_of": Stroke("#4a5568", 1.2, (), quiet=True),
}


def mark_of(facts: Mapping[str, str | int | float | bool]) -> str:
    """Give the name of the mark for a node with these attributes.

    >>> mark_of({"kind": "document", "held": False}), mark_of({"kind": "task"})
    ('unheld', 'task')
    """
    match facts.get("kind"):
        case "document":
            return "held" if facts.get("held") else "unheld"
        case "task":
            return "unassigned" if facts.get("task_kind") == "unassigned" else "task"
        case "agent":
            return "collective" if facts.get("collective") else "agent"
        case _:
            return "place"


def groups() -> dict[str, dict[str, object]]:
    """Give the marks as vis-network's groups."""
    return {
        name: {
            "shape": mark.shape,
            "size": mark.size,
            "color": {
                "background": mark.fill,
                "border": mark.border,
                "highlight": {"background": mark.fill, "border": mark.border},
                "hover": {"background": mark.fill, "border": mark.border},
            },
            "shapeProperties": {"borderDashes": [3, 2] if mark.dashed else False},
        }
        for name, mark in MARKS.items()
    }


def strokes() -> dict[str, dict[str, object]]:
    """Give the strokes as plain values."""
    return {name: asdict(stroke) for name, stroke in STROKES.items()}
