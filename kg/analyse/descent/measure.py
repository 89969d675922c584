"""How alike two passages are, and what that is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from kg.analyse.descent.passages import Passage

COPIED, ADAPTED, NEW, DROPPED, USUAL = "copied", "adapted", "new", "dropped", "usual"

ALIKE = 0.9
"""Copied: of both passages together so many syllables stand in the same order."""

HALF = 0.5
"""Adapted: the passage with fewer own shingles has half of them in common with the other …"""

PART = 0.25
"""… or a quarter, and half of all syllables of both stand in the same order."""

OWN = 6
"""Fewer shingles, usual wording left out, are no evidence."""


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """*alike*: share of syllables in the same order; *shared*: share of own shingles; 0 to 1."""

    alike: float
    shared: float
    common: int


def likeness(one: Passage, other: Passage) -> Likeness:
    """Compare two passages of which the usual shingles are taken away; the order changes nothing."""
    common = len(one.shingles & other.shingles)
    least = min(len(one.shingles), len(other.shingles))
    alike = Indel.normalized_similarity(one.syllables, other.syllables)
    return Likeness(round(alike, 3), round(common / least, 3) if least else 0.0, common)


def akin(one: Passage, other: Passage) -> Likeness | None:
    """Compare two passages as :func:`likeness` does; None at once where the label would be new."""
    if len(one.shingles & other.shingles) < OWN:
        return None
    found = likeness(one, other)
    return None if label(found) == NEW else found


def label(found: Likeness) -> str:
    """Name a likeness.

    >>> label(Likeness(0.95, 0.9, 20)), label(Likeness(0.6, 0.3, 20)), label(Likeness(0.3, 0.3, 20))
    ('copied', 'adapted', 'new')
    """
    if found.common < OWN or found.shared < PART or max(found.shared, found.alike) < HALF:
        return NEW
    return COPIED if found.alike >= ALIKE else ADAPTED


def is_usual(passage: Passage) -> bool:
    """Tell whether a passage has too few words of its own to tell where it comes from."""
    return len(passage.shingles) < OWN
