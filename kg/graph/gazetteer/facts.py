"""Facts of the gazetteer: what bodies, places and events have in common, said in one way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyoxigraph import Literal, Quad
from rdflib import RDFS, SKOS

from kg.graph.concepts import concept
from kg.graph.terms import RDF_TYPE, node, text, typed, vi
from kg.vocabulary import ORG, PC, SCHEMA, TIME, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import NamedNode
    from rdflib import URIRef

_YEAR = 4
_NAMED = 3
_NOTHING = "∅"


class Event(Protocol):
    """A change of bodies (*bodies* is true) or of places: ids before and after, on a day."""

    @property
    def id(self) -> str:
        """The date and what the event is about."""

    @property
    def type(self) -> str:
        """A concept of the types of change."""

    @property
    def date(self) -> str:
        """The first day after the change, or a year."""

    @property
    def before(self) -> Sequence[str]:
        """Ids of what there was."""

    @property
    def after(self) -> Sequence[str]:
        """Ids of what there is since."""

    @property
    def acts(self) -> Sequence[str]:
        """Numbers of the acts."""

    @property
    def basis(self) -> str:
        """How the day is known."""

    @property
    def note(self) -> str:
        """What else must be known, in English."""

    @property
    def bodies(self) -> bool:
        """Whether bodies changed, or places."""

    @property
    def days(self) -> Sequence[tuple[str, str]]:
        """The day of single provinces."""

    @property
    def where(self) -> Sequence[str]:
        """The only provinces that it is known of."""


@dataclass(frozen=True, slots=True)
class End:
    """What stands on one side of an event: its node and its two labels."""

    node: NamedNode
    vi: str
    en: str


def fact(subject: NamedNode, predicate: URIRef, value: NamedNode | Literal) -> Quad:
    """Give one triple, outside any named graph."""
    return Quad(subject, node(predicate), value)


def is_a(subject: NamedNode, *classes: URIRef) -> Iterator[Quad]:
    """Say of what classes *subject* is."""
    for each in classes:
        yield Quad(subject, RDF_TYPE, node(each))


def en(words: str) -> Literal:
    """Give English words as a literal."""
    return Literal(words, language="en")


def day(cell: str) -> Literal:
    """Give a day, or a year where the table holds no more.

    >>> str(day("2008"))
    '"2008"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    """
    return typed(cell, "gYear" if len(cell) == _YEAR else "date")


def life(subject: NamedNode, first: str, last: str) -> Iterator[Quad]:
    """Say from which day to which something was there; an empty cell is open or not known."""
    if first:
        yield fact(subject, SCHEMA.validFrom, day(first))
    if last:
        yield fact(subject, SCHEMA.validThrough, day(last))


def acts(subject: NamedNode, numbers: Iterable[str]) -> Iterator[Quad]:
    """Name the acts by their numbers: who issued them, and when, the tables do not hold."""
    for number in numbers:
        yield fact(subject, PC.act, text(number))


def noted(subject: NamedNode, note: str) -> Iterator[Quad]:
    """Keep the note of a row; notes are English."""
    if note:
        yield fact(subject, SKOS.note, en(note))


def named(subject: NamedNode, vi_: str, en_: str, others: Iterable[str] = ()) -> Iterator[Quad]:
    """Give a body or a concept its label in both languages, and its other spellings."""
    yield fact(subject, SKOS.prefLabel, vi(vi_))
    yield fact(subject, SKOS.prefLabel, en(en_))
    for other in others:
        if other != vi_:
            yield fact(subject, SKOS.altLabel, vi(other))


def coded(subject: NamedNode, codes: Iterable[str], scheme: str) -> Iterator[Quad]:
    """Give the codes of one list; the datatype says which list, and on which days it held."""
    for code in codes:
        yield fact(subject, SKOS.notation, Literal(code, datatype=node(f"{TYPES}{scheme}")))


def event_node(base: str, event: Event) -> NamedNode:
    """Give the node of an event: ``…/change/2025-07-01-lam-dong``."""
    return node(f"{base}change/{event.id.replace('/', '-')}")


def event_quads(
    base: str, event: Event, before: Sequence[End], after: Sequence[End], *, bodies: bool
) -> Iterator[Quad]:
    """Describe an event with what stands on its two sides.

    Where *bodies* are organisations it is one of the organization ontology (``org:ChangeEvent``);
    its terms reach no places and no generic bodies: these have terms of our own.
    """
    me = event_node(base, event)
    yield from is_a(me, ORG.ChangeEvent if bodies else PC.Change)
    yield fact(me, RDFS.label, vi(_sides([e.vi for e in before], [e.vi for e in after])))
    yield fact(me, RDFS.label, en(_sides([e.en for e in before], [e.en for e in after])))
    yield fact(me, PC.changeType, concept("change-type", event.type))
    yield from on(base, me, event.date)
    for end in before:
        yield fact(me, ORG.originalOrganization if bodies else PC.before, end.node)
    for end in after:
        yield fact(me, ORG.resultingOrganization if bodies else PC.after, end.node)
    yield from acts(me, event.acts)
    if event.basis:
        yield fact(me, PC.dateBasis, text(event.basis))


def _sides(before: Sequence[str], after: Sequence[str]) -> str:
    return f"{_short(before)} → {_short(after)}"


def _short(labels: Sequence[str]) -> str:
    """Give the labels of one side; of many the first ones and how many they are."""
    if len(labels) <= _NAMED:
        return "; ".join(labels) or _NOTHING
    return f"{'; '.join(labels[:_NAMED])}; … ({len(labels)})"


def on(base: str, subject: NamedNode, cell: str) -> Iterator[Quad]:
    """Say on which day an event took place; events of one day share its node."""
    when = node(f"{base}day/{cell}")
    yield fact(subject, TIME.hasTime, when)
    yield from is_a(when, TIME.Instant)
    yield fact(when, TIME.inXSDgYear if len(cell) == _YEAR else TIME.inXSDDate, day(cell))
