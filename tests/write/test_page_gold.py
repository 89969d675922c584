"""A graph like the real one, made from the annotated plans, for the tests of the page."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx

DATA = Path(__file__).resolve().parents[2] / "data"
BASE = "https://w3id.org/policy-cascade/"
CENTRAL = {"TW": "central-party", "CP": "central-government", "TTg": "central-government"}


def iri(kind: str, name: str) -> str:
    return f"{BASE}{kind}/{re.sub(r'[^0-9A-Za-zÀ-ỹĐđ]+', '-', name).strip('-').lower()}"


def level_of(reference: dict[str, Any]) -> str:
    number, issuer = reference["cited_number"] or "", reference["cited_issuer"] or ""
    tail = re.split(r"[-/]", number)[-1]
    if reference["cited_type"] == "Luật":
        return "national-assembly"
    if tail in CENTRAL:
        return CENTRAL[tail]
    return "province-party" if "Tỉnh ủy" in issuer else "province-government"


def place_of(name: str) -> str | None:
    found = re.search(r"(?:tỉnh|Tỉnh ủy) ([A-ZĐ][^\d,()]+)$", name.rstrip(")"))
    return f"Tỉnh {found[1].strip()}" if found else None


def add_agent(graph: nx.MultiDiGraph[str], name: str, facts: dict[str, Any] | None = None) -> str:
    node = iri("agent", name)
    place = place_of(name)
    told: dict[str, Any] = {"kind": "agent", "label": name, "name": name}
    if place:
        told |= {"place": place, "name": name.replace(place.replace("Tỉnh", " tỉnh"), "").strip()}
    if facts:
        told["collective"] = bool(facts["collective"])
    if node in graph:
        told = dict(graph.nodes[node]) | told
    graph.add_node(node, **told)
    return node


def link(
    graph: nx.MultiDiGraph[str], tail: str, head: str, relation: str, **facts: str | int
) -> None:
    kept = {key: value for key, value in facts.items() if value is not None}
    graph.add_edge(tail, head, key=relation, relation=relation, inferred=False, **kept)


@cache
def texts() -> dict[str, str]:
    return {
        iri("document", path.name): path.read_text(encoding="utf-8")
        for path in sorted((DATA / "documents").glob("*.txt"))
    }


def gold_graph() -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for path in sorted((DATA / "gold").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        add_plan(graph, record)
    return graph


def add_plan(graph: nx.MultiDiGraph[str], record: dict[str, Any]) -> None:
    head, file = record["document"], record["file"]
    plan = iri("document", file)
    told = {
        k: v for k, v in head.items() if k in {"number", "type", "title", "issuer", "level", "date"}
    }
    place = head["place"]
    label = f"{head['type']} {head['number'] or head['title']}"
    told |= {"kind": "document", "label": label, "place": place, "held": True, "file": file}
    graph.add_node(plan, **{key: value for key, value in told.items() if value})
    for agent in record["agents"]:
        add_agent(graph, agent["canonical"], agent)
    link(graph, plan, add_agent(graph, head["issuer"]), "issued_by", source=plan, file=file)
    cited = {r["cited_number"]: add_reference(graph, r, plan, file) for r in record["references"]}
    for step in record["chain"]:
        add_step(graph, step, cited, plan, file)
    for task in record["tasks"]:
        add_task(graph, task, plan, file, place)


def add_reference(graph: nx.MultiDiGraph[str], cited: dict[str, Any], plan: str, file: str) -> str:
    name = cited["cited_number"] or cited["cited_title"]
    issuer = cited["cited_issuer"] or ""
    node = iri("document", f"{name} {place_of(issuer) or ''}")
    label = f"{cited['cited_type']} {cited['cited_number']}" if cited["cited_number"] else name
    told = {"kind": "document", "label": label, "type": cited["cited_type"], "held": False}
    told |= {"level": level_of(cited), "issuer": issuer, "number": cited["cited_number"] or ""}
    told |= {"place": place_of(issuer) or "", "date": cited["cited_date"] or ""}
    graph.add_node(node, **{key: value for key, value in told.items() if value != ""})
    first, count = cited["mentions"][0], cited["n_mentions"]
    quote = {"words": first["surface"], "start": first["start"], "end": first["end"]}
    link(graph, plan, node, "cites", source=plan, file=file, count=count, **quote)
    if cited["relation"] != "cites":
        link(graph, plan, node, cited["relation"], source=plan, file=file, count=1, **quote)
    if issuer:
        surface = cited["cited_issuer_surface"]
        where = found(plan, surface, 0)
        link(graph, node, add_agent(graph, issuer), "issued_by", source=plan, file=file, **where)
    return node


def add_step(
    graph: nx.MultiDiGraph[str], step: dict[str, Any], cited: dict[str, str], plan: str, file: str
) -> None:
    if step["child"] in cited and step["parent"] in cited:
        where = found(plan, step["evidence"], 0)
        start, end = cited[step["child"]], cited[step["parent"]]
        link(graph, start, end, step["relation"], source=plan, file=file, **where)


def found(plan: str, words: str | None, near: int) -> dict[str, Any]:
    if not words:
        return {}
    start = texts()[plan].find(words, near)
    return {"words": words, "start": start, "end": start + len(words)} if start >= 0 else {}


def add_task(
    graph: nx.MultiDiGraph[str], task: dict[str, Any], plan: str, file: str, place: str
) -> None:
    node = iri("task", f"{file} {task['id'].replace('#', 'bis')}")
    time = task["timeframe"] or {}
    told = {"kind": "task", "label": task["text"][:80], "text": task["text"], "place": place}
    told |= {"task_id": task["id"], "task_kind": task["kind"], "lead_role": task["lead_role"]}
    told |= {"document": plan, "section_title": task["section_title"]}
    told |= {"time_kind": time.get("kind"), "time_words": task["timeframe_surface"]}
    told |= {"time_start": time.get("start"), "time_end": time.get("end")}
    graph.add_node(node, **{key: value for key, value in told.items() if value is not None})
    start, end = task["span"]
    words = texts()[plan][start:end]
    link(graph, plan, node, "has_task", words=words, start=start, end=end, source=plan, file=file)
    for relation in ("lead", "coordinate"):
        for canonical, surface in task[f"{relation}_mentions"]:
            where = found(plan, surface, start)
            link(
                graph, node, add_agent(graph, canonical), relation, source=plan, file=file, **where
            )


def test_the_specimen_is_of_the_size_of_the_real_graph() -> None:
    kinds = Counter(facts["kind"] for _, facts in gold_graph().nodes(data=True))
    assert kinds["task"] == 160
    assert kinds["document"] == 19
    assert kinds["agent"] > 90


def test_every_quote_of_the_specimen_is_in_its_text() -> None:
    quotes = [facts for *_, facts in gold_graph().edges(data=True) if "words" in facts]
    assert len(quotes) > 400
    for facts in quotes:
        assert texts()[facts["source"]][facts["start"] : facts["end"]] == facts["words"]
