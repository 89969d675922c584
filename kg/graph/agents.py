"""Bodies and collectives of bodies as quads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import SKOS

from kg.graph.concepts import concept, is_public
from kg.graph.documents import place_quads
from kg.graph.terms import vi
from kg.vocabulary import CV, ORG, PC, PROV

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from kg.graph.frame import Frame
    from kg.model import Agent, DocumentRecord

PLACE_INFERRED = "the words name no place; the body is read as one of the document's own place"
PARENT_INFERRED = "the full name of the unit holds the body that it is a unit of"


def agents_quads(frame: Frame, record: DocumentRecord) -> Iterator[Quad]:
    """Describe every body of the record; one that is only named gets its name."""
    known = {agent.canonical for agent in record.agents}
    for agent in record.agents:
        yield from _agent_quads(frame, agent)
    for canonical in sorted(set(named(record)) - known):
        yield from _named_quads(frame, canonical)


def named(record: DocumentRecord) -> Iterator[str]:
    """Give every full name that the record uses, in the order of use."""
    if record.document.issuer:
        yield record.document.issuer.value
    yield from (cited.issuer for cited in record.references if cited.issuer)
    for task in record.tasks:
        for mention in (*task.lead, *task.coordinate, *task.other_agents):
            yield mention.agent
    for duty in record.reporting:
        yield from (who.agent for who in duty.who)
        yield from (end.agent for end in (duty.to, duty.via) if end)
    for agent in record.agents:
        yield from agent.members
        if agent.parent:
            yield agent.parent


def _named_quads(frame: Frame, canonical: str) -> Iterator[Quad]:
    node = frame.agent(canonical)
    yield from frame.types(node, PROV.Agent)
    yield frame.quad(node, SKOS.prefLabel, vi(canonical))


def _agent_quads(frame: Frame, agent: Agent) -> Iterator[Quad]:
    node, kind = frame.agent(agent.canonical), concept("agency-kind", agent.kind)
    yield from _named_quads(frame, agent.canonical)
    yield frame.quad(node, ORG.classification, kind)
    if agent.name:
        yield frame.quad(node, PC.genericName, vi(agent.name))
    for surface in agent.surfaces:
        if surface == agent.canonical:
            continue  # SKOS: a label is preferred or alternative, never both
        yield frame.quad(node, SKOS.altLabel, vi(surface))
    if agent.collective:
        yield from frame.types(node, PC.Collective)
    else:
        own = ORG.OrganizationalUnit if agent.parent else ORG.FormalOrganization
        own = PROV.Person if agent.kind == "person" else own
        yield from frame.types(node, own)
    if is_public(kind) and not agent.collective:
        yield from frame.types(node, CV.PublicOrganisation)
    yield from _ties(frame, agent)


def _ties(frame: Frame, agent: Agent) -> Iterator[Quad]:
    node, by = frame.agent(agent.canonical), frame.judge.agent(agent)
    if agent.place:
        place = frame.place(agent.place)
        yield from place_quads(frame, agent.place)
        yield frame.quad(node, PC.place, place)
        if agent.place_inferred:
            yield from frame.state(node, PC.place, place, why=PLACE_INFERRED, by=by)
    if agent.parent:
        parent = frame.agent(agent.parent)
        yield from frame.state(node, ORG.unitOf, parent, why=PARENT_INFERRED, by=by)
    for member in agent.members:
        yield frame.quad(node, PC.hasMember, frame.agent(member))
