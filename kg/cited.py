"""The records of other documents: what is cited, where, which provision, and how it bears."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.quote import Quote, Span

Relation = Literal["implements", "based_on", "cites", "amends", "repeals"]


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A provision that one mention of a cited document prints: "khoản 2 Điều 5 Nghị định …".

    ``paths`` go from the outermost unit inwards: ``điều 5/khoản 2``; ``mention`` is where the
    document is named.
    """

    quote: Quote
    paths: tuple[str, ...]
    mention: Span
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One cited document with all its mentions; ``key`` is its number, or the title of a law."""

    key: str
    number: str | None
    type: str
    title: str | None
    date: str | None
    issuer: str | None
    issuer_quote: Quote | None
    issuer_inferred: bool
    relation: Relation
    relation_quote: Quote | None
    also: tuple[str, ...]
    first: Quote
    mentions: tuple[Quote, ...]
    also_quotes: tuple[Quote, ...] = ()
    level: str | None = None
    rule: str = ""
    mention_rules: tuple[str, ...] = ()
    issuer_rule: str = ""
    relation_rule: str = ""
    also_rules: tuple[str, ...] = ()
    pinpoints: tuple[Pinpoint, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A link between two cited documents that the text itself states."""

    child: str
    relation: Relation
    parent: str
    evidence: Quote
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A programme or project that a cited document approves or promulgates."""

    name: str
    type: str
    relation: Literal["approved_by", "promulgated_by"]
    by: str
    quotes: tuple[Quote, ...]
    rule: str = ""
