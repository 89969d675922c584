"""Which cited documents the words of a task mention."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from kg.model import Span, Task


def with_keys(task: Task, mentions: Sequence[tuple[Span, str]], order: Mapping[str, int]) -> Task:
    """Note the keys of the mentions inside a task, in the order of the references."""
    span = task.quote.span
    first = bisect_left(mentions, (Span(span.start, 0), ""))
    later = (mentions[index] for index in range(first, len(mentions)))
    inside = takewhile(lambda each: each[0].start < span.end, later)
    keys = sorted({key for place, key in inside if place.end <= span.end}, key=order.__getitem__)
    return replace(task, refs=tuple(keys)) if keys else task
