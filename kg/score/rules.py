"""How often each rule was right: the found items of the scored fields, counted by what made them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.confidence.rules import rules
from kg.score.align import pair_up
from kg.score.fields import beyond
from kg.score.scores import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.score.items import Node

# Each finding is counted once: by the field that asks of it what its rule answers for.
COUNTED = frozenset({
    "document", "references.relation", "references.issuer", "mentions.resolved", "chain",
    "named_schemes", "tasks", "leads", "coordinators", "timeframes", "reporting", "targets",
    "qualitative_goals", "funding", "funding_elsewhere", "agents",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleCount:
    """One rule: how many of its findings were seen on the gold, and how many were right."""

    rule: str
    seen: int
    right: int

    @property
    def precision(self) -> float | None:
        """Share of its findings that are right; None where none was seen.

        >>> RuleCount("lead.label", seen=4, right=3).precision
        0.75
        """
        return self.right / self.seen if self.seen else None


def rule_counts(pairs: Iterable[tuple[Node, Node]]) -> tuple[RuleCount, ...]:
    """Count (gold, found) records by rule: every rule of the table, then those of other tools.

    >>> found = {"funding": ["vốn vay"], "funding_rules": ["funding.section"]}
    >>> counts = {each.rule: each for each in rule_counts([({"funding": ["vốn vay"]}, found)])}
    >>> counts["funding.section"]
    RuleCount(rule='funding.section', seen=1, right=1)
    """
    seen: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for gold, found in pairs:
        pair = pair_up(gold, found)
        for field in FIELDS:
            if field.name in COUNTED:
                wanted, given = (tuple(side) for side in field.compare(pair))
                seen.update(item.rule for item in given)
                wrong.update(item.rule for item in beyond(given, wanted))
    names = dict.fromkeys([*rules(), *sorted(seen.keys() - {""})])
    return tuple(RuleCount(name, seen[name], seen[name] - wrong[name]) for name in names)
