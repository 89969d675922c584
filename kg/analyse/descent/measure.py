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
    return _alike(one, other, *_common(one, other))


def akin(one: Passage, other: Passage) -> Likeness | None:
    """Compare two passages as :func:`likeness` does; None at once where the label would be new."""
    common, shared = _common(one, other)
    if common < OWN or shared < PART:
        return None
    found = _alike(one, other, common, shared)
    return None if label(found) == NEW else found


def _common(one: Passage, other: Passage) -> tuple[int, float]:
    """Give how many shingles two passages share, and what share of the fewer that is."""
    mine, theirs = one.shingles, other.shingles
    common, least = len(mine & theirs), min(len(mine), len(theirs))
    return common, round(common / least, 3) if least else 0.0


def _alike(one: Passage, other: Passage, common: int, shared: float) -> Likeness:
    alike = Indel.normalized_similarity(one.syllables, other.syllables)
    return Likeness(round(alike, 3), shared, common)


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
