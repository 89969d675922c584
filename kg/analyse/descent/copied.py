"""Which plan has most in common with which, and which way where the dates tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, most_first, ranked
from kg.analyse.descent.measure import ADAPTED, COPIED, akin, is_usual, label
from kg.analyse.descent.near import MOST, Near
from kg.analyse.descent.pairs import SAME_WORDS
from kg.analyse.descent.sources import lines
from kg.analyse.descent.trace import corpus
from kg.analyse.question import Question, Wishes
from kg.analyse.walk import name, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.analyse.answer import Row
    from kg.analyse.descent.passages import Passage
    from kg.analyse.walk import Network

COLUMNS = ("rank", "passages", "document", "direction", "other", "copied", "adapted", "of", "share")
FROM, UNDIRECTED = "took from", "undirected"


def copied(graph: Network, asked: Wishes) -> Answer:
    """Count for each two plans the passages of the one that were copied or adapted in the other.

    Passages that a held directive of either says, and those that stand in more than twenty
    documents, tell nothing of two plans and are left out.
    """
    found = asked.once("passages", lambda: corpus(graph, asked.texts()))
    telling = {iri: [each for each in of if not is_usual(each)] for iri, of in found.items()}
    near = Near(each for of in telling.values() for each in of)
    up = {iri: line & set(found) for iri, line in lines(graph).items()}
    pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for iri, of in telling.items():
        for passage in of:
            for other, kind in _others(passage, near, up):
                if _first(graph, telling, iri, other):
                    pairs[iri, other][kind] += 1
    rows = (_row(graph, pair, counts, len(telling[pair[0]])) for pair, counts in pairs.items())
    return Answer("copied", COLUMNS, tuple(ranked(most_first(rows))))


def _others(
    passage: Passage, near: Near, up: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Give the documents that say a passage too, each with the best label."""
    said_in: dict[str, set[str]] = defaultdict(set)
    for found in near.near(passage, most=2 * MOST):
        like = akin(passage, found)
        if like:
            said_in[found.document].add(label(like))
        if len(said_in) > MOST:
            return
    own = up[passage.document]
    for other, kinds in sorted(said_in.items()):
        related = other in own or passage.document in up[other]
        if related or not said_in.keys() & (own | up[other]):
            yield other, COPIED if COPIED in kinds else ADAPTED


def _first(graph: Network, telling: Mapping[str, list[Passage]], one: str, other: str) -> bool:
    """Tell whether a pair is counted from *one*: the later, else the shorter, else by name."""
    dates = said(graph, one, "date") or "", said(graph, other, "date") or ""
    if all(dates) and dates[0] != dates[1]:
        return dates[0] > dates[1]
    return (len(telling[one]), one) < (len(telling[other]), other)


def _row(graph: Network, pair: tuple[str, str], counts: Counter[str], of: int) -> Row:
    one, other = pair
    dates = said(graph, one, "date"), said(graph, other, "date")
    direction = FROM if all(dates) and dates[0] != dates[1] else UNDIRECTED
    share = round(counts.total() / of, 3)
    return (counts.total(), name(graph, one), direction, name(graph, other),
            counts[COPIED], counts[ADAPTED], of, share)  # fmt: skip


QUESTION = Question(
    name="copied",
    title="Which plan has most passages in common with which",
    title_vi="Kế hoạch nào giống kế hoạch nào nhiều nhất",
    answers="Passages of each two documents that were copied or adapted, with the direction where both dates are known.",
    answers_vi="Số đoạn được chép hoặc sửa giữa hai văn bản, theo chiều thời gian nếu biết ngày.",
    run=copied,
    notes=(
        "took from: the later of two dated documents; both may have it from a third that is not held.",
        "undirected: a date is missing or both are of one day; counted from the document with fewer passages.",
        "of = passages of the first document with words of their own; share = passages / of. What a held directive says, or more than twenty documents, is left out.",
        SAME_WORDS,
    ),
)
