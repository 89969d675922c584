"""What is compared, one item at a time, and how a comparison is counted."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

Node = Mapping[str, Any]
"""A JSON object of a record: any key may be missing, and then nothing was found."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a record says; ``key`` decides equality, ``id`` and ``words`` are for people.

    ``rule`` is what made it, where the record tells.
    """

    key: Hashable
    id: str
    words: str
    rule: str = ""


Sides = tuple[Iterable[Item], Iterable[Item]]
"""What the gold record says, and what was found."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A miss or a false find: in which file, at which id, with its words."""

    file: str
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Tally:
    """One field counted: ``right`` of ``n_gold`` are found, ``right`` of ``n_found`` are true."""

    field: str
    n_gold: int
    n_found: int
    right: int
    missed: tuple[Finding, ...] = ()
    false: tuple[Finding, ...] = ()
    informational: bool = False

    @property
    def precision(self) -> float | None:
        """Share of the finds that are right; None where nothing was wanted and nothing found.

        >>> Tally("leads", n_gold=4, n_found=2, right=1).precision
        0.5
        """
        return _share(self.right, self.n_found, self.n_gold)

    @property
    def recall(self) -> float | None:
        """Share of the gold items that were found; None where nothing was wanted and nothing found.

        >>> Tally("leads", n_gold=4, n_found=2, right=1).recall
        0.25
        """
        return _share(self.right, self.n_gold, self.n_found)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, which is twice the right over all that was said.

        >>> Tally("leads", n_gold=4, n_found=4, right=3).f1
        0.75
        """
        said = self.n_gold + self.n_found
        return 2 * self.right / said if said else None


def total(tallies: Sequence[Tally]) -> Tally:
    """Add the tallies of one field over documents: every item counts the same (micro average)."""
    first = tallies[0]
    return Tally(
        first.field,
        sum(each.n_gold for each in tallies),
        sum(each.n_found for each in tallies),
        sum(each.right for each in tallies),
        tuple(miss for each in tallies for miss in each.missed),
        tuple(find for each in tallies for find in each.false),
        first.informational,
    )


def many(node: Node, key: str) -> list[Any]:
    """Give the list under *key*; a missing one is empty."""
    return node.get(key) or []


def rule_of(node: Node, part: str = "") -> str:
    """Give the id of the rule that made a finding, or a *part* of it; "" where none is told.

    >>> rule_of({"lead_rule": "lead.label"}, "lead_")
    'lead.label'
    """
    return str(node.get(f"{part}rule") or "")


def words(value: object) -> str:
    r"""Give the text with each run of white space as one space.

    >>> words("Luật  Công\nnghệ cao")
    'Luật Công nghệ cao'
    """
    return " ".join(str(value).split())


def _share(right: int, of: int, others: int) -> float | None:
    if of:
        return right / of
    return 0.0 if others else None
