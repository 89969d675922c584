"""What is to be reached: targets with a number, goals without one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from kg.model import Goal, Quote, Span, Target, Task
from kg.shape import Node, Outline, Quantity

_BY = re.compile(r"(?:đến|trước|hết|tới) (?:hết )?năm (?P<y>(?:19|20)\d\d)")


class FindAmounts(Protocol):
    """Finds the amounts of a passage; *firm* leaves out numbers that may count anything."""

    def __call__(self, view: str, span: Span, *, firm: bool) -> Iterable[Quantity]: ...  # noqa: D102


def targets(  # noqa: PLR0913  (the whole document and how to find amounts)
    text: str,
    view: str,
    outline: Outline,
    role_of: Mapping[str, str],
    tasks: Sequence[Task],
    find: FindAmounts,
) -> tuple[Target, ...]:
    """Give the targets of goal sections and those inside tasks."""
    out = list(_in_goals(text, view, outline, role_of, find))
    for task in tasks:
        for amount in find(view, task.quote.span, firm=True):
            span = Span(task.quote.span.start, amount.unit.end)
            by = task.timeframe.end if task.timeframe else None
            out.append(_target(text, task.id, span, amount, by, task.id))
    return tuple(out)


def _in_goals(
    text: str, view: str, outline: Outline, role_of: Mapping[str, str], find: FindAmounts
) -> Iterator[Target]:
    for node in _leaves(outline, role_of):
        by = _by(view, node, outline)
        for amount in find(view, node.span, firm=False):
            yield _target(text, node.id, node.span, amount, by, None)


def _target(  # noqa: PLR0913  (one place that makes the record)
    text: str, key: str, span: Span, amount: Quantity, by: str | None, task: str | None
) -> Target:
    quantity = Quote(amount.span, amount.span.of(text))
    unit = " ".join(amount.unit.of(text).split())
    return Target(
        key, Quote(span, span.of(text)), quantity, amount.low, amount.high, unit, by, task
    )


def goals(
    text: str, view: str, outline: Outline, role_of: Mapping[str, str], find: FindAmounts
) -> tuple[Goal, ...]:
    """Give the aims of goal sections that print no number."""
    return tuple(
        Goal(node.id, Quote(node.span, node.span.of(text)), _by(view, node, outline))
        for node in _leaves(outline, role_of)
        if not any(True for _ in find(view, node.span, firm=False))
    )


def _leaves(outline: Outline, role_of: Mapping[str, str]) -> Iterator[Node]:
    """Give the passages of goal sections that have nothing below them."""
    parents = {node.parent for node in outline.nodes}
    for node in outline.nodes:
        if role_of[node.id] == "goal" and node.id not in parents and node.parent is not None:
            yield node


def _by(view: str, node: Node, outline: Outline) -> str | None:
    """Give the year by which: of the passage, else of the headings above it."""
    by_id = {other.id: other for other in outline.nodes}
    at: Node | None = node
    while at is not None:
        match = _BY.search(view, at.span.start, at.span.end)
        if match:
            return match["y"]
        at = by_id.get(at.parent) if at.parent else None
    return None
