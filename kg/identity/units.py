"""Units that print their body right behind them: ``Phòng Tham mưu Công an tỉnh``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Agent, AgentMention, Quote, Span
from kg.shape import AgentFound

Resolved = tuple[AgentFound, Agent, AgentMention]
_OWN = frozenset({"people-committee", "internal-unit", "collective"})


def with_their_bodies(text: str, resolved: Iterable[Resolved]) -> Iterator[Resolved]:
    """Give the mentions in order; a unit and the body right behind it are one mention."""
    held: Resolved | None = None
    for each in resolved:
        if held and _belongs(text, held[0], each[0]):
            yield _unit_of(text, held, each)
            held = None
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def _belongs(text: str, unit: AgentFound, body: AgentFound) -> bool:
    """Tell whether a unit without a place of its own stands one blank before a body."""
    if unit.kind != "internal-unit" or unit.place or unit.level or unit.collective:
        return False
    near = text[unit.span.end : body.span.start] in {" ", "\n"}
    return near and not body.collective and body.kind not in _OWN


def _unit_of(text: str, unit: Resolved, body: Resolved) -> Resolved:
    """Give a unit under the full name of its body."""
    found, agent, _ = unit
    span = Span(found.span.start, body[0].span.end)
    parent = body[1].canonical
    canonical = f"{agent.name} ({parent})"
    whole = replace(agent, canonical=canonical, parent=parent, place=body[1].place,
                    place_inferred=body[1].place_inferred, rule="agent.unit-of-body")  # fmt: skip
    return replace(found, span=span), whole, AgentMention(canonical, Quote(span, span.of(text)))
