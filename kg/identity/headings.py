"""Which body the heading above some words names: units and short names below it are its own."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.lexicon import rows
from kg.model import Span
from kg.shape import AgentFound, Node, Outline
from kg.text import view

_LONGEST = 80  # marks and brackets behind the body of a heading
_OF = re.compile(r"\s+(?:trực )?thuộc\s+")
_AFTER = re.compile(r"[\s:.;,*_]*(?:\([^()\n]{1,60}\))?[\s:.;,*_]*")


@functools.cache
def _before() -> re.Pattern[str]:
    """Give the pattern of what may stand before the one body of a heading."""
    titles = "|".join(re.escape(view(row["title"])) for row in rows("lexicon/person_titles"))
    told = "(?:trách nhiệm|nhiệm vụ)(?: của)?|đề nghị|giao|đối với|yêu cầu"
    return re.compile(rf"[\s*_]*(?:(?:{told})\s+)?(?:(?:{titles})\s+)?")


class Headings:
    """The headings of one document that name one body and nothing else."""

    def __init__(self, lower: str, shape: Outline, seen: Sequence[AgentFound]) -> None:
        """Keep the outline and the agents, both in order of place; *lower* is the view."""
        self.lower, self.seen = lower, seen
        self.starts = [found.span.start for found in seen]
        self.nodes = sorted(shape.nodes, key=lambda node: node.span.start)
        self.places = [node.span.start for node in self.nodes]
        self.by_id = {node.id: node for node in shape.nodes}
        self._heads: dict[str, AgentFound | None] = {}

    def owner(self, span: Span) -> AgentFound | None:
        """Give the body that is printed behind "thuộc", else that of the heading above."""
        joined = _OF.match(self.lower, span.end)
        at = bisect_right(self.starts, joined.end() - 1) if joined else len(self.seen)
        behind = self.seen[at] if at < len(self.seen) else None
        if joined and behind and behind.span.start == joined.end():
            return behind
        return self.above(span)

    def above(self, span: Span) -> AgentFound | None:
        """Give the body of the nearest heading above the words of a span."""
        at = bisect_right(self.places, span.start) - 1
        node = self.nodes[at] if at >= 0 else None
        parent = node.parent if node and span.start < node.span.end else None
        while parent is not None:
            if parent not in self._heads:
                self._heads[parent] = self._head(self.by_id[parent])
            if self._heads[parent]:
                return self._heads[parent]
            parent = self.by_id[parent].parent
        return None

    def _head(self, node: Node) -> AgentFound | None:
        at = bisect_right(self.starts, node.span.start - 1)
        found = self.seen[at] if at < len(self.seen) else None
        if found is None or not 0 <= node.span.end - found.span.end <= _LONGEST:
            return None
        alone = _before().fullmatch(self.lower, node.span.start, found.span.start)
        return (
            found if alone and _AFTER.fullmatch(self.lower, found.span.end, node.span.end) else None
        )
