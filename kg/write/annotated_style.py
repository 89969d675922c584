"""How each kind of finding is drawn in the text; the style sheet and the legend draw from here.

A kind is never told by colour alone: each has a small label in words, and an underline of its own.
Every colour of words has a contrast of at least 4.5 on the grounds that it stands on.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding: colour of its label, its ground, its underline (CSS)."""

    name: str
    ink: str
    ground: str
    line: str = "none"
    passage: bool = False
    """A passage holds other findings; its label stands before its words, not behind them."""


INK, PAPER = "#16202c", "#ffffff"

KINDS = (
    Kind("heading", INK, PAPER, passage=True),
    Kind("task-explicit", "#0b5d2e", "#e6f4ea", passage=True),
    Kind("task-assigned", "#0b4f8a", "#e8f1fa", passage=True),
    Kind("task-unassigned", "#6b4e00", "#fbf4df", passage=True),
    Kind("report", "#8a1c5b", "#fbe9f3", passage=True),
    Kind("target", "#5b2c91", "#f0e8fa", "1px solid", passage=True),
    Kind("goal", "#3f3d99", "#ececfb", passage=True),
    Kind("funding", "#00594f", "#dff3ef", passage=True),
    Kind("neutral", "#4a5568", "#f1f3f6", passage=True),
    Kind("chain", "#7a3b00", "#f8ede3", "1px dashed", passage=True),
    Kind("gap", "#6b3d4b", PAPER, "1px dotted", passage=True),
    Kind("header", "#4a3b8f", "#e6e2f8", "1px solid"),
    Kind("lead", "#9a2b00", "#ffdccb", "2px solid"),
    Kind("coordinate", "#734500", "#ffe9b8", "2px dashed"),
    Kind("agent", "#334155", "#e2e8f0", "1px dotted"),
    Kind("citation", "#1d3fa5", "#dbe4ff", "1px double"),
    Kind("timeframe", "#005a65", "#c9eff3", "2px dotted"),
    Kind("self", "#3b5b1d", "#e4efd7", "1px dashed"),
    Kind("slip", "#a8001f", "#ffdde1", "1px wavy"),
    Kind("artifact", "#52525b", "#e8e8eb", "1px dashed"),
)
"""From the outermost to the innermost where several findings have the same words."""

RANK = {kind.name: rank for rank, kind in enumerate(KINDS)}
PASSAGES = frozenset(kind.name for kind in KINDS if kind.passage)
UNLABELLED = frozenset({"heading"})
"""Kinds that are told by their print alone: a heading is bold and listed in the outline."""
