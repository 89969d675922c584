"""What is to be reached: targets with a number, goals without one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from kg.model import Goal, Quote, Span, Target, Task
from kg.shape import Node, Outline, Quantity

_WIDE, _BEFORE, _AFTER = 300, 200, 100  # characters of a passage, before and after an amount
_BREAK = re.compile(r"[.;\n]\s+")
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
    by_id = {node.id: node for node in outline.nodes}
    for node in _leaves(outline, role_of):
        by = _by(view, node, by_id)
        for amount in find(view, node.span, firm=False):
            yield _target(text, node.id, node.span, amount, by, None)


def _target(  # noqa: PLR0913  (one place that makes the record)
    text: str, key: str, span: Span, amount: Quantity, by: str | None, task: str | None
) -> Target:
    quantity = Quote(amount.span, amount.span.of(text))
    span = _around(text, span, amount)
    unit = " ".join(amount.unit.of(text).split())
    rule = "target.in-task" if task else "target.goal-section"
    return Target(
        key, Quote(span, span.of(text)), quantity, amount.low, amount.high, unit, by, task, rule
    )


def _around(text: str, passage: Span, amount: Quantity) -> Span:
    """Give the words that state an amount: the passage; of a long one the sentence, cut at words."""
    start, end = passage.start, passage.end
    if end - start <= _WIDE:
        return passage
    first, last = amount.span.start, amount.unit.end
    if first - start > _BEFORE:
        start = first - _BEFORE
        marks = [mark.end() for mark in _BREAK.finditer(text, start, first)]
        start = marks[-1] if marks else text.find(" ", start, first) + 1 or first
    if end - last > _AFTER:
        mark = _BREAK.search(text, last, last + _AFTER)
        end = mark.start() + 1 if mark else max(last, text.rfind(" ", last, last + _AFTER))
    return Span(start, end)


def goals(
    text: str, view: str, outline: Outline, role_of: Mapping[str, str], find: FindAmounts
) -> tuple[Goal, ...]:
    """Give the aims of goal sections that print no number."""
    by_id = {node.id: node for node in outline.nodes}
    return tuple(
        Goal(node.id, Quote(node.span, node.span.of(text)), _by(view, node, by_id), "goal.section")
        for node in _leaves(outline, role_of)
        if not any(True for _ in find(view, node.span, firm=False))
    )


def _leaves(outline: Outline, role_of: Mapping[str, str]) -> Iterator[Node]:
    """Give the passages of goal sections that have nothing below them."""
    parents = {node.parent for node in outline.nodes}
    for node in outline.nodes:
        words = node.span.start < node.span.end  # a label may stand alone
        if role_of[node.id] == "goal" and node.id not in parents and node.parent and words:
            yield node


def _by(view: str, node: Node, by_id: Mapping[str, Node]) -> str | None:
    """Give the year by which: of the passage, else of the headings above it."""
    at: Node | None = node
    while at is not None:
        match = _BY.search(view, at.span.start, at.span.end)
        if match:
            return match["y"]
        at = by_id.get(at.parent) if at.parent else None
    return None
