"""Divisions of which each place has one or the other: ``Phòng Kinh tế/Kinh tế, Hạ tầng và Đô thị``.

Since July 2025 communes and wards have divisions of different names (decree 150/2025/NĐ-CP), and
papers to all of them name both with a slash: one agent.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from kg.extract.collectives import committees_at
from kg.lexicon import rows, variants
from kg.model import Span
from kg.shape import AgentFound
from kg.text import view

_HEAD = "phòng "
_ROOMS = frozenset({"unit", "district", "commune"})
_SLASH = re.compile(rf"\s*/\s*(?:{_HEAD})?")


@functools.cache
def _divisions() -> tuple[tuple[str, str], ...]:
    """Give the names of divisions without their head, the longest first, with the whole names."""
    found = {
        view(name).removeprefix(_HEAD): row["name"]
        for row in rows("lexicon/bodies")
        for name in (row["name"], *variants(row))
        if view(name).startswith(_HEAD)
    }
    return tuple(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


def either(lower: str, found: AgentFound) -> AgentFound:
    """Give a division with the other one behind a slash as one agent; itself where there is none.

    >>> from kg.model import Span
    >>> t = "phòng kinh tế/kinh tế, hạ tầng và đô thị rà soát"
    >>> either(t, AgentFound(Span(0, 13), "Phòng Kinh tế", "internal-unit", "unit")).name
    'Phòng Kinh tế/Phòng Kinh tế, Hạ tầng và Đô thị'
    """
    slash = _SLASH.match(lower, found.span.end) if found.scope in _ROOMS else None
    if slash is None or found.place or not found.name.startswith("Phòng"):
        return found
    for words, name in _divisions():
        if lower.startswith(words, slash.end()):
            end = slash.end() + len(words)
            both = f"{found.name}/{name}"
            many = committees_at(lower, found.span.start, end, both, found.kind)
            return many or replace(found, span=Span(found.span.start, end), name=both)
    return found
