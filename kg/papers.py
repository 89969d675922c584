"""Papers as documents tell of them, and what the tellings come to: values that hold no words.

A telling may leave out the date or the issuer; ``kg.identity.papers`` says which tellings are of
one paper, ``kg.graph`` gives them IRIs and writes it down.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """What one document tells of a paper, its own or one that it cites: perhaps not all of it."""

    iri: str
    number: str | None = None
    type: str | None = None
    title: str | None = None
    issuer: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """The papers that one document names: itself, and those that it cites."""

    name: str
    own: Paper
    cited: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True)
class Sameness:
    """Why two identities are said to be one: the id of the reason, how sure, and in words."""

    id: str
    confidence: float
    words: str


SAME_DAY = Sameness(
    "same-number-and-day", 0.98,
    "number and day are the same; one citation leaves out, or words otherwise, who issued it or the year",
)  # fmt: skip
YEAR_PRINTED = Sameness(
    "year-in-number", 0.98,
    "the number holds its year, and a number is given once a year by one issuer",
)  # fmt: skip
PARTY_TERM = Sameness(
    "number-of-term", 0.9,
    "a Party number is given once in a term, and one paper of this number is known here",
)  # fmt: skip
ONLY_ONE = Sameness(
    "only-candidate", 0.8,
    "a state number returns each year, but one paper of this number is known here",
)  # fmt: skip
ISSUER_ONLY = Sameness(
    "issuer-left-out", 0.9,
    "the citation leaves out who issued it, and one issuer of this number is known here",
)  # fmt: skip
SAMENESS = (SAME_DAY, YEAR_PRINTED, PARTY_TERM, ONLY_ONE, ISSUER_ONLY)
"""Every reason, in order of trust."""


@dataclass(frozen=True, slots=True)
class Merged:
    """In the document *name*, the identity *iri* means the fuller one *into*."""

    name: str
    iri: str
    into: str
    why: Sameness


@dataclass(frozen=True, slots=True)
class Open:
    """In the document *name*, the identity *iri* may mean any of several papers: undecided."""

    name: str
    iri: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A held paper that prints no date: the citations of *names* give it one."""

    iri: str
    date: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A held paper without a number that looks like another form of the paper *of*."""

    iri: str
    of: str


@dataclass(frozen=True, slots=True)
class Identities:
    """What the papers of a corpus come to."""

    merged: tuple[Merged, ...] = ()
    undecided: tuple[Open, ...] = ()
    dated: tuple[Dated, ...] = ()
    versions: tuple[Version, ...] = ()
