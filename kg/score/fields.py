"""A field is a way to read two records as items; equal keys are right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.score.items import Finding, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.score.align import Pair
    from kg.score.items import Item, Sides


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the score; an informational one is shown but is no aim."""

    name: str
    compare: Callable[[Pair], Sides]
    informational: bool = False


def tally(field: Field, pair: Pair, file: str) -> Tally:
    """Count one field of one document; equal keys are matched one to one."""
    gold, found = (tuple(side) for side in field.compare(pair))
    missed, false = tuple(beyond(gold, found)), tuple(beyond(found, gold))
    return Tally(
        field.name,
        len(gold),
        len(found),
        len(gold) - len(missed),
        tuple(Finding(file, each.id, each.words) for each in missed),
        tuple(Finding(file, each.id, each.words) for each in false),
        field.informational,
    )


def beyond(these: Iterable[Item], those: Iterable[Item]) -> Iterator[Item]:
    """Give the items of one side that the other side lacks; equal keys are matched one to one."""
    left = Counter(each.key for each in those)
    for each in these:
        if left[each.key] > 0:
            left[each.key] -= 1
        else:
            yield each
