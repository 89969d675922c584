"""A small made-up graph, statement by statement and as a network, with hostile words in it.

``python export_sample.py FOLDER SEED`` writes it in every format, its input in another order.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import networkx as nx
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.write.formats import FORMATS, write

BASE = "https://w3id.org/policy-cascade/"
NS = f"{BASE}ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PLAN = f"{BASE}document/ủy-ban-nhân-dân-tỉnh-sông-trà/kế-hoạch/12-kh-ubnd/2024-03-05"
TASK = f"{PLAN}/task/II~2.1.-3"
LEAD = f"{BASE}agent/sở-văn-hóa-tỉnh-sông-trà"
CONTROL = 'Số hóa\x0b\x00 <kho> & "sách"\r\n\tvà\u2028\ufffe ]]> \\ hết'
FORMULA = '=HYPERLINK("https://x.org","Bấm vào đây")'


def _typed(value: str, kind: str) -> Literal:
    return Literal(value, datatype=NamedNode(f"{XSD}{kind}"))


_FACTS = (
    (PLAN, TYPE, NamedNode(f"{NS}StateDocument")),
    (PLAN, TYPE, NamedNode("http://data.europa.eu/eli/ontology#LegalResource")),
    (PLAN, "http://www.w3.org/2000/01/rdf-schema#label", Literal("Kế hoạch 12", language="vi")),
    (PLAN, "http://data.europa.eu/eli/ontology#date_document", _typed("2024-03-05", "date")),
    (PLAN, "http://data.europa.eu/eli/ontology#number", Literal("12/KH-UBND")),
    (TASK, TYPE, NamedNode(f"{NS}Task")),
    (TASK, f"{NS}words", Literal(CONTROL)),
    (TASK, f"{NS}leadAgency", NamedNode(LEAD)),
    (TASK, f"{NS}taskKind", NamedNode(f"{BASE}types/task-kind/explicit")),
    (TASK, f"{NS}tentative", _typed("true", "boolean")),
    (TASK, f"{NS}tentative", _typed("1", "boolean")),
    (TASK, "http://www.w3.org/ns/oa#start", _typed("12", "integer")),
    (TASK, "http://www.w3.org/ns/oa#start", _typed("012", "integer")),
    (TASK, "http://www.w3.org/ns/oa#start", Literal("12")),
    (TASK, "https://schema.org/minValue", _typed("2", "decimal")),
    (TASK, f"{NS}monthDay", _typed("--12-01", "gMonthDay")),
    (TASK, "https://example.org/của-ai#nêu", Literal("lời", language="en-gb")),
    (LEAD, TYPE, NamedNode("http://www.w3.org/ns/prov#Agent")),
    (LEAD, f"{NS}genericName", Literal(FORMULA)),
    (LEAD, f"{NS}genericName", Literal("Sở Văn hóa", language="vi")),
)
_CONCEPT = (f"{BASE}types/task-kind/explicit", TYPE, NamedNode(f"{NS}TaskKind"))


def quads() -> list[Quad]:
    """Give the statements in two named graphs and in the default one; one stands in both."""
    own = NamedNode(f"{PLAN}/graph")
    told = [Quad(NamedNode(s), NamedNode(p), o, own) for s, p, o in _FACTS]
    subject, predicate, value = _CONCEPT
    concept = (NamedNode(subject), NamedNode(predicate), value)
    elsewhere = NamedNode(f"{BASE}types")
    return [*told, Quad(*concept, elsewhere), Quad(*concept, own), Quad(*concept, DefaultGraph())]


def network(seed: int = 0) -> nx.MultiDiGraph[str]:
    """Give a network of the shape of ``kg.graph.network``, made in the order of *seed*."""
    nodes: list[tuple[str, dict[str, object]]] = [
        (PLAN, {"kind": "document", "label": "Kế hoạch 12", "held": True, "number": "12/KH-UBND"}),
        (TASK, {"kind": "task", "label": "II.2", "task_id": "II.2", "text": CONTROL,
                "task_kind": "explicit", "document": PLAN}),
        (LEAD, {"kind": "agent", "label": FORMULA, "name": "- Sở", "collective": False}),
        (f"{LEAD}-2", {"kind": "agent", "label": "Sở Nội vụ", "collective": False}),
        (f"{BASE}place/tỉnh-sông-trà", {"kind": "place", "label": "Tỉnh Sông Trà"}),
    ]  # fmt: skip
    said: dict[str, object] = {"words": CONTROL, "start": 3, "end": 60, "file": "k.txt"}
    found: dict[str, object] = {"source": PLAN, "inferred": False, "count": 1, **said}
    edges: list[tuple[str, str, str, dict[str, object]]] = [
        (PLAN, TASK, "has_task", found),
        (TASK, LEAD, "lead", {**found, "start": 40}),
        (TASK, f"{LEAD}-2", "lead", {**found, "start": 20}),
        (TASK, LEAD, "coordinate", {"inferred": True, "count": 2}),
        (PLAN, LEAD, "issued_by", found),
        (LEAD, PLAN, "issued_by", found),
    ]
    order = random.Random(seed)  # noqa: S311 - an order, no secret
    order.shuffle(nodes)
    order.shuffle(edges)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, data in nodes:
        graph.add_node(iri, **dict(reversed(data.items()) if seed else data.items()))
    for start, end, key, data in edges:
        graph.add_edge(start, end, key=key, relation=key, **data)
    return graph


def records() -> list[str]:
    """Give two records as JSON texts."""
    return [json.dumps({"file": n, "words": CONTROL}, indent=1) + "\n" for n in ("a", "b")]


def write_all(folder: Path, seed: int) -> None:
    """Write the sample in every format; the folder then holds one file for each."""
    shuffled = quads()
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
    for name, each in FORMATS.items():
        target = folder / f"out{each.suffix}"
        write(name, target, quads=lambda: shuffled, network=lambda: network(seed), records=records)
    write("csv", folder / "tables", network=lambda: network(seed))


if __name__ == "__main__":
    write_all(Path(sys.argv[1]), int(sys.argv[2]))
