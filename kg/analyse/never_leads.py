"""Bodies that are named and never lead: what they do instead."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.question import Question, Wishes
from kg.analyse.walk import joined, lies_in, name, nodes, said

if TYPE_CHECKING:
    from kg.analyse.answer import Row
    from kg.analyse.walk import Network

# What a body may do, by the kind of node that says so and its relation.
_ROLES = (
    ("task", "lead"), ("task", "coordinate"), ("report", "report_by"), ("report", "report_to"),
    ("document", "issued_by"),
)  # fmt: skip


def _run(graph: Network, wishes: Wishes) -> Answer:
    return never_leads(graph, place=wishes.place)


QUESTION = Question(
    name="never-leads",
    title="Bodies that are named and never lead",
    title_vi="Cơ quan được nêu tên nhưng không chủ trì nhiệm vụ nào",
    answers="Which bodies coordinate, report, get reports or issue papers, and lead no task here.",
    answers_vi="Cơ quan nào phối hợp, báo cáo, nhận báo cáo hoặc ban hành văn bản mà không chủ trì nhiệm vụ nào trong kho.",
    run=_run,
    notes=(
        "Leads no task in this corpus: in papers that are not here it may lead many.",
        "coordinates counts tasks, reports and gets_reports duties to report, issues papers, also those that are only cited.",
        "Who only gets a copy (nơi nhận) is not counted: those lines are kept as words.",
    ),
    takes=("place", "as_of"),
)


def never_leads(graph: Network, *, place: str | None = None) -> Answer:
    """List the bodies with a role and no lead, those that coordinate most first."""
    found = _roles(graph, place)
    never = {agent: does for agent, does in found.items() if not does["lead"]}
    rows: list[Row] = [
        (
            name(graph, agent),
            said(graph, agent, "agent_kind"),
            "yes" if graph.nodes[agent].get("collective") else "no",
            *(len(does[relation]) for _, relation in _ROLES[1:]),
        )
        for agent, does in never.items()
    ]
    rows.sort(key=lambda row: (-int(row[3] or 0), in_order(row)))
    columns = ("agency", "kind", "collective", "coordinates", "reports", "gets_reports", "issues")
    note = f"{len(never)} of {len(found)} bodies that have a role here lead no task."
    return Answer("never-leads", columns, tuple(rows), (note,))


def _roles(graph: Network, place: str | None) -> dict[str, dict[str, set[str]]]:
    """Give for each body what it does, and in which tasks, duties and papers."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kind, relation in _ROLES:
        agents = joined(graph, relation)
        for iri in nodes(graph, kind):
            if iri in agents and lies_in(said(graph, iri, "place"), place):
                for agent in agents[iri]:
                    found[agent][relation].add(iri)
    return found
