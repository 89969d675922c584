"""The tasks of a directive laid beside the tasks of every plan under it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.analyse.answering.chance import Chance
from kg.analyse.answering.likeness import Tasks
from kg.analyse.answering.orders import often_said, ordered
from kg.analyse.descent.measure import COPIED, akin, label
from kg.analyse.descent.sources import lines
from kg.analyse.descent.usual import families

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.analyse.descent.passages import Passage
    from kg.analyse.walk import Network

SAME, ADAPTED, SUBJECT = "same words", "adapted", "same subject"
NONE, UNTOLD, NOT_HELD = "none here", "too usual to tell", "directive not held"
ANSWERS = (SAME, ADAPTED, SUBJECT)

FLOOR = 0.2
"""A lower score is no answer, whatever the chance: a small corpus tells little of chance."""

RARE = 0.05
"""A score that comes more often by chance is no answer."""

TELLING = 5
"""A task with fewer pairs of syllables of its own is too short or too usual to tell."""

_LOOKED = 0.1  # below this not even the same words of a part are found


@dataclass(frozen=True, slots=True)
class Pair:
    """A task of a directive and one of a plan that answers it, with how well."""

    order: Passage
    answer: Passage
    kind: str
    score: float
    chance: float | None

    @property
    def rank(self) -> tuple[int, float]:
        """Give what sorts the better pair first."""
        return ANSWERS.index(self.kind), -self.score


class Laid:
    """All documents that are held, with what they order, and who stands under whom."""

    def __init__(self, graph: Network, texts: Mapping[str, str]) -> None:
        """Read the tasks of all documents; *texts* are by IRI."""
        self.graph, self.texts = graph, texts
        up = lines(graph)
        tops = set[str]().union(*up.values())
        often = often_said(graph, texts)
        self.orders = {
            iri: tuple(ordered(graph, iri, texts[iri], often, listed=iri in tops))
            for iri in sorted(texts) if iri in graph
        }  # fmt: skip
        self.above = {iri: line for iri, line in up.items() if iri in self.orders}
        self._family = families(graph)
        self._tasks = Tasks([each for of in self.orders.values() for each in of], often)
        self._documents = [each.document for each in self._tasks.tasks]
        self._telling = self._tasks.own >= TELLING
        self._dumb = {each for each, telling
                     in zip(self._tasks.tasks, self._telling, strict=True) if not telling}  # fmt: skip

    def tells(self, passage: Passage) -> bool:
        """Tell whether a task has enough words of its own to look for its answer."""
        return passage not in self._dumb

    def directives(self) -> list[str]:
        """Give the documents that plans which are held answer, held or not."""
        return sorted(set[str]().union(*self.above.values()))

    def plans(self, directive: str) -> list[str]:
        """Give the held documents that stand under a directive, however far."""
        return sorted(iri for iri, up in self.above.items() if directive in up)

    def pairs(self, directive: str) -> tuple[list[Pair], Chance]:
        """Give every pair of a task of a directive with one that answers it in a plan under it."""
        unjoined = [self._span(iri) for iri in sorted(self.orders)
                    if self._family[iri] != self._family[directive]]  # fmt: skip
        chance = Chance([span for span in unjoined if span[0] < span[1]])
        first, last = self._span(directive)
        plans = [self._span(iri) for iri in self.plans(directive)]
        likely: list[tuple[int, int, float, int]] = []
        for task in range(first, last):
            scores = self._tasks.scores(task) * self._telling * self._telling[task]
            chance.count(task, scores)
            for begin, end in plans:
                near = np.flatnonzero(scores[begin:end] >= _LOOKED) + begin
                tries = max(last - first, end - begin)
                likely += ((task, at, float(scores[at]), tries) for at in near.tolist())
        return [*self._answers(likely, chance)], chance

    def _answers(
        self, likely: Iterable[tuple[int, int, float, int]], chance: Chance
    ) -> Iterator[Pair]:
        for task, at, score, tries in likely:
            order, answer = self._tasks.tasks[task], self._tasks.tasks[at]
            by_chance = chance.of(task, score, tries)
            kind = _kind(order, answer)
            if kind is None and score >= FLOOR and (by_chance is None or by_chance <= RARE):
                kind = SUBJECT if self._tasks.common(task, at) >= TELLING else None
            if kind:
                yield Pair(order, answer, kind, round(score, 3), by_chance)

    def _span(self, iri: str) -> tuple[int, int]:
        return bisect_left(self._documents, iri), bisect_right(self._documents, iri)


def _kind(order: Passage, answer: Passage) -> str | None:
    like = akin(order, answer)
    if like is None:
        return None
    return SAME if label(like) == COPIED else ADAPTED
