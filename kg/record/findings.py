"""Targets, aims, slips, traces of layout, rejected passages, agents."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.record.words import Json, made, offsets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.confidence import Judge
    from kg.model import Agent, Artifact, Funding, Goal, Neutral, Slip, Target

_BREAK = re.compile("\n")


def target(found: Target, judge: Judge) -> Json:
    """Give a number that is to be reached."""
    return {
        "id": found.id,
        "text": found.quote.words,
        "span": offsets(found.quote),
        "quantity_surface": found.quantity.words,
        "quantity_span": offsets(found.quantity),
        "low": _number(found.low),
        "high": _number(found.high),
        "unit": found.unit,
        "by": found.by,
        **({"in_task": found.in_task} if found.in_task else {}),
        **made(judge.plain(found.rule, found.quote)),
    }


def goal(found: Goal, judge: Judge) -> Json:
    """Give an aim without a number."""
    return {
        "id": found.id,
        "text": found.quote.words,
        "span": offsets(found.quote),
        "by": found.by,
        **made(judge.plain(found.rule, found.quote)),
    }


def funding(found: Funding, judge: Judge) -> Json:
    """Give a source of money named outside the section on money."""
    return {
        "id": found.id,
        "text": found.quote.words,
        "span": offsets(found.quote),
        **made(judge.plain(found.rule, found.quote)),
    }


def slip(found: Slip) -> Json:
    """Give a likely slip of the text, as a suggestion."""
    return {
        "surface": found.quote.words,
        "span": offsets(found.quote),
        "should_be": found.should_be,
        "id": found.id,
        "confidence": found.confidence,
        "n_occurrences": found.n_occurrences,
    }


def artifacts(found: Sequence[Artifact], text: str) -> Iterator[Json]:
    """Give traces of layout; ``lines`` are the first and the last line, counted from 1."""
    breaks = [each.start() for each in _BREAK.finditer(text)] if found else []
    for each in found:
        first, last = (bisect_left(breaks, at) + 1 for at in offsets(each.quote))
        yield {
            "kind": each.kind,
            "surface": each.quote.words,
            "span": offsets(each.quote),
            "lines": [first, last],
            **({"id": each.id} if each.id else {}),
        }


def neutral(found: Neutral) -> Json:
    """Give a passage that was read and is no task."""
    return {
        "id": found.id,
        "text": found.quote.words,
        "span": offsets(found.quote),
        "reason": found.reason,
    }


def agent(found: Agent, judge: Judge) -> Json:
    """Give a body or a collective of bodies under its full name."""
    return {
        "canonical": found.canonical,
        "name": found.name,
        "kind": found.kind,
        "collective": found.collective,
        "place": found.place,
        "place_inferred": found.place_inferred,
        "parent": found.parent,
        "surfaces": list(found.surfaces),
        "roles": list(found.roles),
        **({"members": list(found.members)} if found.members else {}),
        "listed": found.listed,
        "outcome": found.outcome,
        "undecided": found.undecided or None,
        **made(judge.agent(found)),
    }


def _number(value: float) -> float:
    return int(value) if float(value).is_integer() else value
