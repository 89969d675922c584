"""A network small enough to count on paper: two provinces, three directives, seven tasks."""

from __future__ import annotations

import random
from typing import TypeAlias

import networkx as nx

Network: TypeAlias = "nx.MultiDiGraph[str]"
Facts: TypeAlias = "str | int | bool"

RIVER, CITY = "Tỉnh Sông Trà", "Thành phố Bình Giang, tỉnh Núi Lam"
DOCUMENTS: tuple[tuple[str, dict[str, Facts]], ...] = (
    ("d:nq", {"label": "Nghị quyết 1-NQ/TW", "type": "Nghị quyết", "number": "1-NQ/TW"}),
    ("d:ctr", {"label": "Chương trình 2-CTr/TU", "type": "CHƯƠNG TRÌNH"}),
    ("d:law", {"label": "Luật Thư viện", "type": "Luật"}),
    ("d:qd", {"label": "Quyết định 5/QĐ-TTg", "type": "Quyết định"}),
    ("d:river", {"label": "Kế hoạch 3/KH-UBND", "type": "Kế hoạch", "number": "3/KH-UBND",
                 "issuer": "UBND tỉnh Sông Trà", "place": RIVER, "date": "2024-03-05",
                 "held": True, "file": "river.txt"}),
    ("d:city", {"label": "Kế hoạch 4/KH-TU", "type": "Kế hoạch", "place": CITY, "held": True,
                "file": "city.txt"}),
    ("d:empty", {"label": "Công văn 9", "place": CITY, "held": True, "file": "empty.txt"}),
)  # fmt: skip
AGENTS: tuple[tuple[str, dict[str, Facts]], ...] = (
    ("a:politburo", {"label": "Bộ Chính trị", "agent_kind": "party-committee"}),
    ("a:party", {"label": "Tỉnh ủy Sông Trà", "agent_kind": "party-committee", "place": RIVER}),
    ("a:premier", {"label": "Thủ tướng Chính phủ"}),
    ("a:money", {"label": "Sở Tài chính tỉnh Sông Trà", "name": "Sở Tài chính",
                 "agent_kind": "department", "place": RIVER}),
    ("a:health", {"label": "Sở Y tế tỉnh Sông Trà", "name": "Sở Y tế", "agent_kind": "department",
                  "place": RIVER}),
    ("a:money2", {"label": "Sở Tài chính tỉnh Núi Lam", "name": "Sở Tài chính",
                  "agent_kind": "department", "place": "Tỉnh Núi Lam"}),
    ("a:all", {"label": "Các sở, ngành", "name": "Các sở, ngành", "agent_kind": "collective",
               "collective": True}),
)  # fmt: skip
# task, document, kind, role, timeframe, leads, coordinators; a task's place is its document's
TASKS: tuple[tuple[str, str, str, str, dict[str, Facts], str, str], ...] = (
    ("1", "d:river", "explicit", "chủ trì", {"time_kind": "year", "time_end": "2025"},
     "a:money", "a:health a:all"),
    ("2", "d:river", "explicit", "Chủ trì tham mưu", {"time_kind": "ongoing"},
     "a:money a:health", "a:health a:all"),
    ("10", "d:river", "assigned", "assigned", {"time_kind": "interval", "time_end": "2026-09-30"},
     "a:all", ""),
    ("3", "d:river", "unassigned", "", {}, "", ""),
    ("1", "d:city", "assigned", "phối hợp", {"time_kind": "deadline", "time_end": "2024-02"},
     "a:money2", "a:all"),
    ("2", "d:city", "explicit", "chủ trì", {}, "a:money2", ""),
    ("3", "d:city", "explicit", "chủ trì", {"time_kind": "ongoing"}, "a:all a:money2", ""),
)  # fmt: skip
EDGES: tuple[tuple[str, str, str, int], ...] = (
    ("d:nq", "issued_by", "a:politburo", 1),
    ("d:ctr", "issued_by", "a:party", 1),
    ("d:qd", "issued_by", "a:premier", 1),
    ("d:ctr", "implements", "d:nq", 1),
    ("d:river", "implements", "d:ctr", 1),
    ("d:river", "based_on", "d:law", 1),
    ("d:river", "cites", "d:nq", 2),
    ("d:river", "cites", "d:ctr", 1),
    ("d:river", "cites", "d:law", 1),
    ("d:city", "cites", "d:nq", 3),
    ("d:city", "cites", "d:qd", 4),
    ("d:city", "implements", "d:qd", 1),
)


def _nodes() -> list[tuple[str, dict[str, Facts]]]:
    places: dict[str, Facts] = {"d:river": RIVER, "d:city": CITY}
    tasks: list[tuple[str, dict[str, Facts]]] = []
    for nth, (label, document, kind, role, time, _, _) in enumerate(TASKS):
        facts: dict[str, Facts] = {
            "kind": "task", "label": label, "task_id": label, "text": f"việc {nth}",
            "task_kind": kind, "document": document, "place": places[document], **time,
        }  # fmt: skip
        tasks.append((f"{document}/{label}", facts | ({"lead_role": role} if role else {})))
    return [
        *((iri, {"kind": "document", "held": False, **facts}) for iri, facts in DOCUMENTS),
        *((iri, {"kind": "agent", "collective": False, **facts}) for iri, facts in AGENTS),
        *tasks,
        ("p:river", {"kind": "place", "label": RIVER}),
    ]


def _edges() -> list[tuple[str, str, str, int, int]]:
    found = [(*edge, 0) for edge in EDGES]
    for nth, (label, document, *_, leads, others) in enumerate(TASKS):
        task = f"{document}/{label}"
        found.append((document, "has_task", task, 1, 100 * nth))
        found += [(task, "lead", each, 1, 100 * nth + 20) for each in leads.split()]
        found += [(task, "coordinate", each, 1, 100 * nth + 40) for each in others.split()]
    return found


def drawn(seed: int | None = None) -> Network:
    """Give the network; a *seed* shuffles the order in which it is put together."""
    nodes, edges = _nodes(), _edges()
    if seed is not None:
        shuffle = random.Random(seed).shuffle  # noqa: S311 - an order, no secret
        shuffle(nodes)
        shuffle(edges)
    graph: Network = nx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    for start, relation, end, count, at in edges:
        graph.add_edge(start, end, key=relation, relation=relation, count=count, inferred=False,
                       words=f"{relation} {end}", start=at, end=at + 10, file="river.txt",
                       source="d:river")  # fmt: skip
    return graph
