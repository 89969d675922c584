"""What a page of the site shows: plain values, ready to be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document: ``text[start:end]`` of *source*, and the file they stand in."""

    words: str
    source: str
    start: int | None = None
    end: int | None = None
    file: str = ""
    inferred: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a page names: its IRI, its label, what is said of it, the words that say it."""

    iri: str
    label: str
    about: str = ""
    passage: Passage | None = None
    said: tuple[str, str] | None = None
    """What it is called in Vietnamese and in English, where it has a name in both."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of a thing: its key among the words, the value, in both languages or linked."""

    key: str
    value: str
    said: tuple[str, str] | None = None
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The things under one heading: ``relation.implements`` or ``inverse.implements``."""

    key: str
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Thing:
    """A page: what it is about, its values, what it is tied to, and the same for machines."""

    iri: str
    kind: str
    label: str
    lead: str = ""
    facts: Sequence[Fact] = ()
    groups: Sequence[Group] = ()
    linked: Mapping[str, Any] = field(default_factory=dict)
    text: str | None = None
    """The IRI of its annotated text, of a held document."""
    tasks: Sequence[TaskRow] = ()
    place: Item | None = None
    """The document that it stands in, of a task, a report or a target."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task in a table: where it stands, what is to be done, by whom, until when."""

    iri: str
    label: str
    words: str
    leads: Sequence[Item]
    partners: Sequence[Item]
    time: str
    document: Item | None = None
