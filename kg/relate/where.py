"""Which piece of the outline, or which table row, holds a place of the text."""

from __future__ import annotations

from bisect import bisect_right

from kg.model import Span
from kg.shape import Outline


class Places:
    """The pieces and the table cells of a document by place."""

    def __init__(self, shape: Outline) -> None:
        """Index the pieces and the cells by where they begin."""
        self._body, self._nodes = shape.body, shape.nodes
        self._starts = [node.span.start for node in shape.nodes]
        self._cells = [(cell.span, row.id) for row in shape.rows for cell in row.cells]
        self._cell_starts = [span.start for span, _ in self._cells]

    def at(self, span: Span) -> str:
        """Give the id of the piece that holds a span; "" outside the body."""
        index = bisect_right(self._starts, span.start) - 1
        if index >= 0 and self._body.start <= span.start < self._body.end:
            return self._nodes[index].id
        cell = bisect_right(self._cell_starts, span.start) - 1
        held = cell >= 0 and span.start < self._cells[cell][0].end
        return self._cells[cell][1] if held else ""
