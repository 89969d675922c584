"""How far a directive reaches down: steps, papers on each step, plans and tasks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx

from kg.analyse.answer import Answer, in_order
from kg.analyse.directives import directives
from kg.analyse.missing import province_of
from kg.analyse.question import Question, Wishes
from kg.analyse.walk import DOWN, below, ends, name, said, starts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network


def _run(graph: Network, wishes: Wishes) -> Answer:
    return depth(graph, document=wishes.document)


QUESTION = Question(
    name="depth",
    title="How far each directive reaches down",
    title_vi="Mỗi chủ trương đi xuống sâu đến đâu",
    answers="For each directive its depth, the papers on each step down, the plans held, and their tasks.",
    answers_vi="Với mỗi chủ trương: số bậc, số văn bản ở mỗi bậc, số kế hoạch có trong kho và số nhiệm vụ.",
    run=_run,
    notes=(
        "A paper stands one step below the lowest paper that it answers (implements or is based on), so depth is the longest chain; papers that answer each other in a circle share a step.",
        "breadth: papers on step 1, 2, …; held: those whose text is here; the others are known because a paper cites them, and their tasks are not.",
        "Only what this corpus holds or cites: a directive without papers here may have many elsewhere.",
        "With --document any paper can be the top, also one of a province.",
    ),
    takes=("document",),
)


def depth(graph: Network, *, document: str | None = None) -> Answer:
    """Give one row for each directive, or for the one *document*, the deepest first."""
    tops = [document] if document else directives(graph)
    rows = [_row(graph, top, steps(graph, top)) for top in tops]
    rows.sort(key=lambda row: (-int(row[1] or 0), -int(row[3] or 0), in_order(row)))
    columns = ("directive", "depth", "breadth", "papers", "held", "provinces", "tasks")
    return Answer("depth", columns, tuple(rows), (f"{len(tops)} directives.",))


def _row(graph: Network, top: str, under: dict[str, int]) -> Row:
    counts = Counter(under.values())
    deepest = max(under.values(), default=0)
    return (
        name(graph, top),
        deepest,
        ", ".join(str(counts[step]) for step in range(1, deepest + 1)) or None,
        len(under),
        sum(bool(graph.nodes[each].get("held")) for each in under),
        len(_provinces(graph, under)),
        sum(len(ends(graph, each, "has_task")) for each in under),
    )


def _provinces(graph: Network, papers: Iterable[str]) -> set[str]:
    places = (said(graph, each, "place") for each in papers)
    return {province_of(place) for place in places if place}


def steps(graph: Network, top: str) -> dict[str, int]:
    """Give each paper under *top* with its step: the longest chain from *top* to it.

    Papers of a circle are one step; what stands in a circle with *top* itself is on step 1.
    """
    under = below(graph, top)
    answers: nx.DiGraph[str] = nx.DiGraph()
    answers.add_nodes_from(sorted({top, *under}))
    answers.add_edges_from(
        (upper, lower)
        for upper in sorted({top, *under})
        for lower in starts(graph, upper, *DOWN)
        if upper != lower
    )
    circles = nx.condensation(answers)
    step: dict[int, int] = {}
    for each in nx.topological_sort(circles):
        step[each] = max((step[upper] + 1 for upper in circles.predecessors(each)), default=0)
    of = circles.graph["mapping"]
    return {paper: max(1, step[of[paper]]) for paper in sorted(under - {top})}
