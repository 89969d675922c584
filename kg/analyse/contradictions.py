"""What cannot be, or should not: circles, papers older than what they answer, repealed grounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.answer import Answer, in_order
from kg.analyse.question import Question, Wishes
from kg.analyse.walk import DOWN, ends, lies_in, name, nodes, said, starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network

CIRCLE = "in a circle"
OLDER = "older than what it answers"
LATER, BEFORE, REPEALED = "repealed later", "repealed before", "repealed, day not known"


def _run(graph: Network, wishes: Wishes) -> Answer:
    return contradictions(graph, place=wishes.place)


QUESTION = Question(
    name="contradictions",
    title="Circles, wrong order of days, repealed grounds",
    title_vi="Vòng lặp, sai thứ tự ngày, căn cứ đã bị bãi bỏ",
    answers="Papers that answer each other in a circle, are older than what they answer, or rest on a repealed paper.",
    answers_vi="Văn bản dẫn vòng lẫn nhau, ban hành trước văn bản mà nó thực hiện, hoặc dựa trên văn bản đã bị bãi bỏ.",
    run=_run,
    notes=(
        "Most of these are slips of a date or a number in a text: read the words first (kg cascade DOCUMENT --words).",
        "repealed later is no fault of a paper: it tells that its ground is gone. Only repeals that a paper here states are known.",
        "A paper is compared by its own date; papers without a date are not compared.",
    ),
    takes=("place",),
)


def contradictions(graph: Network, *, place: str | None = None) -> Answer:
    """List what is contradictory, one row for each tie between two papers."""
    papers = nodes(graph, "document")
    ties = [(iri, upper) for iri in papers for upper in ends(graph, iri, *DOWN)]
    circles = _circles(ties)
    rows = [
        row
        for iri, upper in ties
        if lies_in(said(graph, iri, "place"), place)
        for row in _rows(graph, iri, upper, circles)
    ]
    columns = ("what", "document", "date", "answers", "date_above", "repealed_by", "date_of_repeal")
    dated = sum(all(said(graph, each, "date") for each in pair) for pair in ties)
    note = f"{len(ties)} ties between papers, {dated} of them with both dates."
    return Answer("contradictions", columns, tuple(sorted(rows, key=in_order)), (note,))


def _circles(ties: list[tuple[str, str]]) -> dict[str, int]:
    """Give a number to each paper in a circle, the same for those of one circle."""
    answers = nx.DiGraph(ties)
    found = nx.strongly_connected_components(answers)
    return {
        paper: number
        for number, circle in enumerate(found)
        for paper in circle
        if len(circle) > 1 or answers.has_edge(paper, paper)
    }


def _rows(graph: Network, iri: str, upper: str, circles: dict[str, int]) -> Iterator[Row]:
    own, above = said(graph, iri, "date"), said(graph, upper, "date")
    pair = (name(graph, iri), own, name(graph, upper), above)
    if iri in circles and circles[iri] == circles.get(upper):
        yield (CIRCLE, *pair, None, None)
    if own and above and own < above:
        yield (OLDER, *pair, None, None)
    for act in starts(graph, upper, "repeals"):
        if act != iri:
            day = said(graph, act, "date")
            yield (_when(own, day), *pair, name(graph, act), day)


def _when(own: str | None, repealed: str | None) -> str:
    if not own or not repealed:
        return REPEALED
    return BEFORE if repealed <= own else LATER
