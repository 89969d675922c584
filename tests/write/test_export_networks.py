"""GraphML and GEXF read back by NetworkX, the tables by the csv module."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import IO, TYPE_CHECKING, Any

import networkx as nx
import pytest
from export_sample import CONTROL, FORMULA, LEAD, PLAN, TASK, network
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.write.formats import write
from kg.write.tables import COLUMNS, cell, tables
from kg.write.xml_text import xml_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

READERS: dict[str, Callable[[IO[bytes]], nx.Graph[str]]] = {
    "graphml": nx.read_graphml,
    "gexf": nx.read_gexf,
}
both = pytest.mark.parametrize("name", READERS)
_words = st.text(st.characters(codec="utf-8"), max_size=12) | st.text("\r\n\t\x00\x0b &<\"'\ufffe")


def read(name: str, graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    stream = io.BytesIO()
    write(name, stream, network=lambda: graph)
    stream.seek(0)
    found = READERS[name](stream)
    assert isinstance(found, nx.MultiDiGraph) or found.number_of_edges() <= 1
    return nx.MultiDiGraph(found)


def edges(graph: nx.MultiDiGraph[str]) -> dict[tuple[str, str, str], dict[str, Any]]:
    found = graph.edges(data=True)
    return {(start, end, data["relation"]): data for start, end, data in found}


def as_xml(data: Mapping[str, object]) -> dict[str, object]:
    return {name: xml_text(v) if isinstance(v, str) else v for name, v in data.items()}


def test_graphml_gives_the_network_back() -> None:
    graph = network()
    found = read("graphml", graph)
    assert {iri: dict(found.nodes[iri]) for iri in found} == {
        iri: as_xml(graph.nodes[iri]) for iri in graph
    }
    assert edges(found) == {key: as_xml(data) for key, data in edges(graph).items()}


def test_gexf_gives_the_network_back_under_its_own_names() -> None:
    graph = network()
    found = read("gexf", graph)
    assert {iri: dict(found.nodes[iri]) for iri in found} == {
        iri: as_xml(graph.nodes[iri]) for iri in graph
    }
    back = edges(found)
    assert set(back) == set(edges(graph))
    lead = back[TASK, LEAD, "lead"]
    assert (lead["words_start"], lead["words_end"]) == (40, 60)
    assert lead["words"] == xml_text(CONTROL)
    assert lead["label"] == "lead"
    assert not {"start", "end"} & set(lead)  # no life span: the graph is not dynamic


@both
def test_the_names_of_edges_occur_once(name: str) -> None:
    stream = io.BytesIO()
    write(name, stream, network=network)
    page = stream.getvalue().decode()
    assert [page.count(f' id="e{number}"') for number in range(7)] == [1] * 6 + [0]
    assert "lastmodified" not in page
    assert f'<node id="{LEAD}"' in page


@both
@settings(max_examples=60, deadline=None)
@given(words=_words, number=st.integers(0, 10**9), share=st.floats(0, 1))
def test_any_words_come_back_as_xml_holds_them(
    name: str, words: str, number: int, share: float
) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(PLAN, kind="document", text=words, share=share)
    graph.add_edge(PLAN, PLAN, key="cites", words=words, count=number, inferred=True)
    found = read(name, graph)
    expected = xml_text(words)
    assert found.nodes[PLAN]["text"] == expected
    assert found.nodes[PLAN]["share"] == share
    told = edges(found)[PLAN, PLAN, "cites"]
    assert (told["words"], told["count"], told["inferred"]) == (expected, number, True)


@both
def test_an_empty_network_is_a_network(name: str) -> None:
    assert len(read(name, nx.MultiDiGraph())) == 0


@both
def test_a_name_that_xml_cannot_hold_is_refused(name: str) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("https://x.org/\x0b", kind="document")
    with pytest.raises(KgError, match="XML cannot hold"):
        read(name, graph)


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_tables_have_every_node_and_every_edge() -> None:
    files = tables(network())
    assert list(files) == [*(f"{name}.csv" for name in COLUMNS), "csv-metadata.json"]
    found = {name: rows(files[f"{name}.csv"]) for name in COLUMNS}
    assert {name: len(each) for name, each in found.items()} == {
        "documents": 1, "tasks": 1, "agents": 2, "edges": 6,
    }  # fmt: skip
    assert all(tuple(each[0]) == COLUMNS[name] for name, each in found.items())
    task = found["tasks"][0]
    assert task["lead"] == f"Sở Nội vụ; {FORMULA}"  # in printed order
    assert (task["document_label"], task["start"], task["end"]) == ("Kế hoạch 12", "3", "60")
    assert task["text"] == CONTROL
    edge = next(row for row in found["edges"] if row["relation"] == "issued_by")
    assert (edge["words"], edge["inferred"], edge["start"]) == (CONTROL, "false", "3")


def test_no_cell_is_run_as_a_formula() -> None:
    agent = rows(tables(network())["agents.csv"])[0]
    assert agent["label"] == f"'{FORMULA}"
    assert agent["name"] == "'- Sở"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_signs_of_a_formula_are_guarded(sign: str) -> None:
    assert cell(f"{sign}1") == f"'{sign}1"
    assert cell(f"1{sign}") == f"1{sign}"


@pytest.mark.parametrize(("value", "words"), [(-1, "-1"), (0.5, "0.5"), (True, "true"), (None, "")])
def test_values_are_no_formulas(value: object, words: str) -> None:
    assert cell(value) == words


@given(_words)
def test_any_words_come_back_from_a_table(words: str) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(PLAN, kind="document", label=words)
    label = rows(tables(graph)["documents.csv"])[0]["label"]
    assert label in {words, f"'{words}"}
    assert not label.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_archive_holds_the_same_tables() -> None:
    stream = io.BytesIO()
    write("csv", stream, network=network)
    with zipfile.ZipFile(stream) as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == tables(network())
