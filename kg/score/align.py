"""Which found task or report is which gold one; one to one, the closest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.score.items import Node, many, words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

SAME_TASK = 0.8
"""Two spans are the same task from this share of intersection over union on."""
SAME_EVIDENCE = 0.5
"""Two quotes speak of the same report from this share of the shorter one's words on."""
ON_NEUTRAL = 0.5
"""A task falls on neutral passages when at least this share of it lies inside them."""
REPORT_VALUES = ("who", "to", "via", "recurrence", "month_day")

Closeness = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two lists and their matched indexes, found → gold; ``neutral`` are found and do not count."""

    gold: Sequence[Node]
    found: Sequence[Node]
    partner: dict[int, int]
    neutral: frozenset[int] = frozenset()

    def gold_items(self) -> Iterator[tuple[Hashable, Node]]:
        """Give each gold node under its key."""
        return ((("gold", at), node) for at, node in enumerate(self.gold))

    def found_items(self, *, strict: bool = False) -> Iterator[tuple[Hashable, Node]]:
        """Give each found node under its partner's key, or its own; neutral ones only if strict."""
        for at, node in enumerate(self.found):
            if strict or at not in self.neutral:
                yield (("gold", self.partner[at]) if at in self.partner else ("found", at)), node

    def matched(self) -> Iterator[tuple[Hashable, Node, Node]]:
        """Give key, gold node and found node of each match, in the order of the gold."""
        for found, gold in sorted(self.partner.items(), key=lambda pair: pair[1]):
            yield ("gold", gold), self.gold[gold], self.found[found]


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold record, a found record, and what in them is the same."""

    gold: Node
    found: Node
    tasks: Alignment
    reports: Alignment


def pair_up(gold: Node, found: Node) -> Pair:
    """Align the tasks and reports of two records of one document."""
    return Pair(gold, found, _tasks(gold, found), _reports(gold, found))


def greedy(
    gold: Sequence[Node], found: Sequence[Node], closeness: Callable[[Node, Node], Closeness | None]
) -> dict[int, int]:
    """Match one to one, the closest pairs first; None means never; gives found index → gold index."""
    scored = [
        (tuple(-part for part in close), at, number)
        for at, one in enumerate(gold)
        for number, other in enumerate(found)
        if (close := closeness(one, other)) is not None
    ]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, number in sorted(scored):
        if at not in taken and number not in partner:
            partner[number] = at
            taken.add(at)
    return partner


def overlap(one: Sequence[int], other: Sequence[int]) -> int:
    """Count the code points that two spans share.

    >>> overlap([0, 10], [5, 20])
    5
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def iou(one: Sequence[int], other: Sequence[int]) -> float:
    """Give intersection over union of two spans.

    >>> iou([0, 10], [5, 10])
    0.5
    """
    both = overlap(one, other)
    either = (one[1] - one[0]) + (other[1] - other[0]) - both
    return both / either if either else float(list(one) == list(other))


def _tasks(gold: Node, found: Node) -> Alignment:
    wanted, given = many(gold, "tasks"), many(found, "tasks")
    partner = greedy(wanted, given, _task_closeness)
    passages = [span for each in many(gold, "neutral") if (span := many(each, "span"))]
    neutral = frozenset(
        at
        for at, task in enumerate(given)
        if at not in partner and _lies_inside(many(task, "span"), passages)
    )
    return Alignment(wanted, given, partner, neutral)


def _task_closeness(one: Node, other: Node) -> Closeness | None:
    spans = many(one, "span"), many(other, "span")
    if not all(spans) or (share := iou(*spans)) < SAME_TASK:
        return None
    return share, float(one.get("id") == other.get("id"))


def _lies_inside(span: Sequence[int], passages: Sequence[Sequence[int]]) -> bool:
    if not span or span[1] <= span[0]:
        return False
    return sum(overlap(span, each) for each in passages) >= ON_NEUTRAL * (span[1] - span[0])


def _reports(gold: Node, found: Node) -> Alignment:
    wanted, given = many(gold, "reporting"), many(found, "reporting")
    return Alignment(wanted, given, greedy(wanted, given, _report_closeness))


def _report_closeness(one: Node, other: Node) -> Closeness | None:
    share = _shared_words(one.get("evidence"), other.get("evidence"))
    if share < SAME_EVIDENCE and not _same_place(one.get("id"), other.get("id")):
        return None
    equal = sum(report_value(one, name) == report_value(other, name) for name in REPORT_VALUES)
    return float(equal), share


def report_value(report: Node, name: str) -> Hashable:
    """Give one value of a report; ``who`` is a set."""
    return frozenset(many(report, "who")) if name == "who" else report.get(name)


def _shared_words(one: object, other: object) -> float:
    left, right = set(words(one or "").split()), set(words(other or "").split())
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _same_place(one: object, other: object) -> bool:
    if not one or not other:
        return False
    short, long = sorted((str(one), str(other)), key=len)
    return long == short or long.startswith(f"{short}.")
