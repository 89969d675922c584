"""The rules that make findings, and the number that stands for each.

``data/lexicon/rules.csv`` says what each rule does, ``rule_counts.csv`` how often it was right on
the gold, ``doubts.csv`` what lowers a single finding. Why this sum:
``docs/decisions/0005-confidence.md``.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

from kg.lexicon import rows

PRIORS: Mapping[str, tuple[int, int]] = {"printed": (19, 1), "grammar": (9, 1), "guess": (3, 1)}
"""What is believed of a rule before it is counted: so many times right, so many times wrong."""
WORDS = (
    (0.97, "certain", "chắc chắn"),
    (0.9, "likely", "nhiều khả năng"),
    (0.75, "possible", "có thể"),
    (0.0, "doubtful", "đáng ngờ"),
)
_LEAST = 0.01
_LINE, _TAB = "¶", "⇥"  # a cell of a table shows its line breaks and tabs


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it does in words, a document that shows it, and how often it was right."""

    id: str
    prior: str
    en: str
    vi: str
    specimen: str
    seen: int = 0
    right: int = 0

    @property
    def expected(self) -> float:
        """Give the share of right findings to expect, not rounded.

        >>> Rule("a.b", "grammar", "", "", "", seen=10, right=10).expected
        0.95
        """
        good, bad = PRIORS[self.prior]
        return (self.right + good) / (self.seen + good + bad)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason why a finding is less sure than its rule; *factor* lowers the number."""

    id: str
    factor: float
    en: str
    vi: str


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure one finding is: its rule, a number in (0, 1], and the ids of its doubts."""

    rule: str
    number: float
    doubts: tuple[str, ...] = ()


@functools.cache
def rules() -> Mapping[str, Rule]:
    """Give every rule by its id, in the order of the table."""
    counted = {row["rule"]: row for row in rows("lexicon/rule_counts")}
    return {row["id"]: _rule(row, counted.get(row["id"], {})) for row in rows("lexicon/rules")}


def _rule(row: Mapping[str, str], count: Mapping[str, str]) -> Rule:
    specimen = row["specimen"].replace(_LINE, "\n").replace(_TAB, "\t")
    seen, right = int(count.get("seen", 0)), int(count.get("right", 0))
    return Rule(row["id"], row["class"], row["en"], row["vi"], specimen, seen, right)


@functools.cache
def doubts() -> Mapping[str, Doubt]:
    """Give every reason for doubt by its id, in the order of the table."""
    table = rows("lexicon/doubts")
    return {
        row["id"]: Doubt(row["id"], float(row["factor"]), row["en"], row["vi"]) for row in table
    }


@functools.lru_cache(maxsize=4096)
def sure(rule: str, reasons: frozenset[str] = frozenset()) -> Sure:
    """Give how sure a finding of *rule* is, lowered once by each of *reasons*.

    >>> sure("goal.section").number > sure("goal.section", frozenset({"slip-inside"})).number
    True
    """
    named = tuple(name for name in doubts() if name in reasons)
    number = rules()[rule].expected * prod(doubts()[name].factor for name in named)
    return Sure(rule, max(_LEAST, round(number, 2)), named)


def word(number: float, language: str = "en") -> str:
    """Give the word for a number, in English or (``vi``) in Vietnamese.

    >>> word(0.98), word(0.9), word(0.75, "vi"), word(0.2)
    ('certain', 'likely', 'có thể', 'doubtful')
    """
    english, vietnamese = next((en, vi) for least, en, vi in WORDS if number >= least)
    return vietnamese if language == "vi" else english
