"""What the corpus holds, in numbers: documents, tasks, agents, places, edges."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.question import Question, Wishes
from kg.analyse.walk import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network


def _run(graph: Network, _: Wishes) -> Answer:
    return overview(graph)


QUESTION = Question(
    name="overview",
    title="What the corpus holds",
    title_vi="Trong kho có gì",
    answers="Documents held and only cited, tasks, agencies and places by kind, edges by relation.",
    answers_vi="Số văn bản có và chỉ được viện dẫn, nhiệm vụ, cơ quan, địa bàn theo loại, quan hệ theo loại.",
    run=_run,
    notes=("A document that is only cited is known by what others say of it.",),
)


def overview(graph: Network) -> Answer:
    """Count documents held and only cited, tasks and agents by kind, places, edges by relation."""
    counts = Counter(_things(graph))
    rows: list[Row] = [(what, kind, number) for (what, kind), number in counts.items()]
    return Answer("overview", ("what", "kind", "number"), tuple(sorted(rows, key=in_order)))


def _things(graph: Network) -> Iterator[tuple[str, str | None]]:
    for iri, facts in graph.nodes(data=True):
        match facts["kind"]:
            case "document":
                yield "document", "held" if facts.get("held") else "only cited"
            case "task":
                yield "task", said(graph, iri, "task_kind")
            case "agent":
                yield "agent", said(graph, iri, "agent_kind")
            case other:
                yield str(other), None
    for _, _, edge in graph.edges(data=True):
        yield "edge", str(edge["relation"])
