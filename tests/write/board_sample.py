"""A made-up corpus small enough to be counted on paper, for the tests of the drawn boards.

Province A has plan KH1 (implements NQ1 through CT1) with tasks t1, t2, t3; province B has plan KH2
(implements NQ1, based on L1) with task t4. t1: Y leads, N and T coordinate. t2: Y leads, N
coordinates, ends 2025. t3: nobody is named. t4: Y of B leads, all departments coordinate, ends 2030.
"""

from __future__ import annotations

import networkx as nx

HOSTILE = "</script><script>window.pwned=1</script><img src=x onerror=pwned=1>]]>&\u202e\u2028\x01"
LONG = "Sở " + "rất dài " * 1300
A, B = "Tỉnh An Lành", "Tỉnh Bình Yên"
TEXTS = {"d:kh1": "Nghị quyết 1. Sở Y chủ trì, phối hợp với Sở N, Sở T. 😀 Sở Y làm cùng Sở N. Việc ba.",
         "d:kh2": "Thực hiện Nghị quyết 1. Căn cứ Luật L. Sở Y chủ trì."}  # fmt: skip


def sample() -> nx.MultiDiGraph[str]:
    """Give the network; every quote is found in its text."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _documents(graph)
    _bodies(graph)
    _tasks(graph)
    return graph


def _documents(graph: nx.MultiDiGraph[str]) -> None:
    graph.add_node("d:nq1", kind="document", label="Nghị quyết 1-NQ/TW", type="Nghị quyết", number="1-NQ/TW",
                   level="central-party", date="2023-01-30", held=False)  # fmt: skip
    graph.add_node(
        "d:l1", kind="document", label="Luật L", type="Luật", level="national-assembly", held=False
    )
    graph.add_node("d:ct1", kind="document", label="Chương trình 2-CTr/TU", type="Chương trình", number="2-CTr/TU",
                   level="province-party", place=A, date="2023-05-01", held=False)  # fmt: skip
    for nth, place, date in (("1", A, "2023-07-17"), ("2", B, "")):
        dated = {"date": date} if date else {}
        graph.add_node(f"d:kh{nth}", kind="document", label=f"Kế hoạch {nth}/KH-UBND", type="Kế hoạch",
                       number=f"{nth}/KH-UBND", level="province-government", place=place, held=True,
                       file=f"{nth}.txt", **dated)  # fmt: skip
    graph.add_node("a:centre", kind="agent", label="Bộ Chính trị", name="Bộ Chính trị", agent_kind="party-committee",
                   collective=False)  # fmt: skip
    tie(graph, "d:nq1", "a:centre", "issued_by", "d:kh1", "")
    tie(graph, "d:ct1", "d:nq1", "implements", "d:kh1", "Nghị quyết 1")
    tie(graph, "d:kh1", "d:ct1", "implements", "d:kh1", "")
    tie(graph, "d:kh1", "d:nq1", "cites", "d:kh1", "Nghị quyết 1")
    tie(graph, "d:kh2", "d:nq1", "implements", "d:kh2", "Thực hiện Nghị quyết 1")
    tie(graph, "d:kh2", "d:nq1", "cites", "d:kh2", "Nghị quyết 1")
    tie(graph, "d:kh2", "d:l1", "based_on", "d:kh2", "Căn cứ Luật L")


def _bodies(graph: nx.MultiDiGraph[str]) -> None:
    for key, name, place in (
        ("y", "Sở Y", A),
        ("n", "Sở N", A),
        ("t", "Sở T", A),
        ("yb", "Sở Y", B),
    ):
        graph.add_node(f"a:{key}", kind="agent", label=f"{name} {place}", name=name, place=place,
                       agent_kind="department", collective=False)  # fmt: skip
    graph.add_node("a:all", kind="agent", label=f"Các sở, ngành {B}", name="Các sở, ngành", place=B,
                   agent_kind="collective", collective=True)  # fmt: skip


def _tasks(graph: nx.MultiDiGraph[str]) -> None:
    told = (
        ("t1", "d:kh1", A, "Sở Y chủ trì, phối hợp với Sở N, Sở T.", ("a:y",), ("a:n", "a:t"), ""),
        ("t2", "d:kh1", A, "Sở Y làm cùng Sở N.", ("a:y",), ("a:n",), "2025"),
        ("t3", "d:kh1", A, "Việc ba.", (), (), ""),
        ("t4", "d:kh2", B, "Sở Y chủ trì.", ("a:yb",), ("a:all",), "2030"),
    )
    for task, plan, place, words, leads, others, end in told:
        kind = "assigned" if leads else "unassigned"
        time = {"time_end": end, "time_kind": "year", "time_words": f"năm {end}"} if end else {}
        graph.add_node(task, kind="task", label=task, task_id=task, text=words, document=plan, place=place,
                       task_kind=kind, section_title="Nhiệm vụ", **time)  # fmt: skip
        tie(graph, plan, task, "has_task", plan, words)
        for body in leads:
            tie(graph, task, body, "lead", plan, "Sở Y")
        for body in others:
            tie(graph, task, body, "coordinate", plan, "Sở N" if body == "a:n" else "")


def tie(  # noqa: PLR0913  (an edge is all of these)
    graph: nx.MultiDiGraph[str], start: str, end: str, relation: str, source: str, words: str
) -> None:
    """Add an edge with the words that say it."""
    at = TEXTS.get(source, "").find(words) if words else -1
    quote = {"words": words, "start": at, "end": at + len(words)} if at >= 0 else {}
    graph.add_edge(start, end, key=relation, relation=relation, count=1, inferred=False, source=source,
                   file=f"{source[-1]}.txt", **quote)  # fmt: skip


def hostile() -> nx.MultiDiGraph[str]:
    """Give the same network with hostile and endless names in every label."""
    graph = sample()
    for nth, node in enumerate(sorted(graph)):
        words = LONG if nth % 3 == 0 else HOSTILE + str(nth)
        for key in (
            "label",
            "name",
            "place",
            "text",
            "number",
            "type",
            "title",
            "time_words",
            "section_title",
        ):
            if key in graph.nodes[node]:
                graph.nodes[node][key] = words
    for _, _, facts in graph.edges(data=True):
        facts["words"] = HOSTILE
        facts["file"] = HOSTILE
    return graph
