"""The cast of a document: every agent once, with its surfaces, roles and members."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Agent, AgentMention, Reference, Report, Stated, Task
from kg.shape import AgentFound
from kg.text import view

Resolved = tuple[AgentFound, Agent, AgentMention]


_folded = functools.lru_cache(maxsize=4096)(view)  # the same bodies come back in every document


@dataclass(frozen=True, slots=True)
class Cast:
    """The mentions in order of place, the bodies by name, and which names were printed whole."""

    mentions: tuple[AgentMention, ...]
    bodies: Mapping[str, Agent]
    printed: Mapping[str, bool]


def cast_of(resolved: Iterable[Resolved]) -> Cast:
    """Put together the mentions of one body, also where its name is printed in two cases."""
    found = list(resolved)
    counts = Counter(agent.canonical for _, agent, _ in found)
    spelling: dict[str, list[str]] = {}
    for name in counts:
        spelling.setdefault(_folded(name), []).append(name)
    best = {n: max(names, key=counts.__getitem__) for names in spelling.values() for n in names}
    bodies: dict[str, Agent] = {}
    printed: dict[str, bool] = {}
    mentions = []
    for seen, agent, mention in found:
        name = best[agent.canonical]
        if name not in bodies:
            bodies[name] = agent if agent.canonical == name else replace(agent, canonical=name)
        if not printed.get(name):
            printed[name] = not agent.place_inferred or bool(seen.place)
        mentions.append(mention if name == mention.agent else AgentMention(name, mention.quote))
    return Cast(tuple(mentions), bodies, printed)


def agents(  # noqa: PLR0913  (every place where an agent may have a part)
    cast: Cast,
    tasks: Sequence[Task],
    duties: Sequence[Report],
    references: Sequence[Reference],
    issuer: Stated | None,
    open_class: Mapping[str, Agent],
) -> tuple[Agent, ...]:
    """Give every agent that has a part, in order of first part, with surfaces and roles."""
    surfaces: dict[str, dict[str, None]] = {}
    roles: dict[str, dict[str, None]] = {}
    for name, words, role in _parts(tasks, duties, references, issuer):
        surfaces.setdefault(name, {})
        if words:
            surfaces[name][words] = None
        roles.setdefault(name, {})[role] = None
    bodies = {**cast.bodies, **open_class}
    return tuple(
        _playing(
            bodies.get(name) or _only_named(name),
            tuple(surfaces[name]),
            tuple(roles[name]),
        )
        for name in roles
    )


def _only_named(name: str) -> Agent:
    """Give a body of which no running text tells more than its name."""
    return Agent(name, name, "other", rule="agent.name-alone", listed=False)


def _playing(agent: Agent, surfaces: tuple[str, ...], roles: tuple[str, ...]) -> Agent:
    """Give an agent with its surfaces and roles, field by field: ``replace`` takes twice as long."""
    return Agent(agent.canonical, agent.name, agent.kind, agent.collective, agent.place,
                 agent.place_inferred, agent.parent, surfaces, roles, agent.members,
                 agent.rule, agent.listed, agent.undecided)  # fmt: skip


def _parts(
    tasks: Sequence[Task],
    duties: Sequence[Report],
    references: Sequence[Reference],
    issuer: Stated | None,
) -> Iterable[tuple[str, str, str]]:
    """Give (name, surface, role) for every part that an agent has in the record."""
    if issuer:
        yield issuer.value, issuer.quote.words if issuer.quote else "", "issuer"
    for task in tasks:
        for role, group in (
            ("lead", task.lead), ("coordinate", task.coordinate), ("other", task.other_agents),
        ):  # fmt: skip
            yield from ((a.agent, a.quote.words, role) for a in group)
    for duty in duties:
        yield from ((a.agent, a.quote.words, "report_from") for a in duty.who)
        for one, role in ((duty.to, "report_to"), (duty.via, "report_via")):
            if one:
                yield one.agent, one.quote.words, role
    for reference in references:
        if reference.issuer:
            quote = reference.issuer_quote
            yield reference.issuer, quote.words if quote else "", "cited_issuer"
