"""``import kg; kg.open(…)``: plain rows, networks, and errors that say what to do."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import kg
from kg.answers import listed
from kg.build import build
from kg.config import bundled
from kg.corpus import Corpus
from kg.errors import GraphError, NotFoundError
from kg.write.graphml import gexf, graphml

NEEDS_A_DOCUMENT = {"cascade": "36-NQ/TW", "descent": "452/KH-UBND"}


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("five") / "graph"
    build([bundled("data", "documents")], folder)
    return kg.open(folder)


def test_importing_kg_brings_nothing_heavy() -> None:
    code = "import sys, kg; print([m for m in ('rdflib', 'networkx', 'pyoxigraph', 'spacy') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_question_is_a_method_with_plain_rows(five: Corpus) -> None:
    rows = five.leads()
    assert rows.columns[:2] == ("rank", "agency")
    assert len(rows) == len(list(rows)) == len(rows.dicts())
    assert rows[0] == tuple(rows.dicts()[0].values())
    assert rows.notes
    assert "leads" in repr(rows)
    assert five.leads(place="dak nong")[0][1] == "Sở Khoa học và Công nghệ tỉnh Đắk Nông"
    assert five.leads_by_province(as_of="2025-07-02")[0][0] == "Tỉnh Lâm Đồng"


def test_the_first_argument_is_the_document(five: Corpus) -> None:
    assert five.coverage("36-NQ/TW").rows == five.coverage(document="36-NQ/TW").rows
    assert {row[0] for row in five.coverage("36-NQ/TW")} == {"Nghị quyết 36-NQ/TW"}


@pytest.mark.parametrize("name", [row[0] for row in listed()])
def test_every_question_answers(five: Corpus, name: str) -> None:
    assert name.replace("-", "_") in dir(five)
    needs = {"document": NEEDS_A_DOCUMENT[name]} if name in NEEDS_A_DOCUMENT else {}
    needs |= {"as_of": "2027-01-01"} if name == "overdue" else {}
    rows = five.ask(name, **needs)
    assert all(len(row) == len(rows.columns) for row in rows)


def test_networks_survive_graphml_and_gexf(five: Corpus) -> None:
    whole, cascade, agencies = (five.network(kind) for kind in ("whole", "cascade", "agencies"))
    assert set(cascade) | set(agencies) <= set(whole)
    assert {data["kind"] for _, data in cascade.nodes(data=True)} == {"document"}
    again = nx.read_graphml(io.BytesIO("".join(graphml(agencies)).encode()), force_multigraph=True)
    assert again.number_of_edges() == agencies.number_of_edges()
    timed = nx.read_gexf(io.BytesIO("".join(gexf(whole)).encode()))
    days = {data["start"] for _, _, data in timed.edges(data=True) if "start" in data}
    assert days == {
        str(d["date"]) for _, d in whole.nodes(data=True) if d.get("held") and d.get("date")
    }


def test_bodies_of_a_day_in_the_network(five: Corpus) -> None:
    today = five.network(as_of="2025-07-02")
    merged = [
        d
        for _, d in today.nodes(data=True)
        if d["label"] == "Sở Khoa học và Công nghệ tỉnh Lâm Đồng"
    ]
    assert [each["formerly"] for each in merged] == [
        "Sở Khoa học và Công nghệ tỉnh Đắk Nông; Sở Thông tin và Truyền thông tỉnh Đắk Nông"
    ]


def test_what_is_not_there_says_so(five: Corpus, tmp_path: Path) -> None:
    with pytest.raises(AttributeError, match="no question is called 'leeds'"):
        five.leeds()
    with pytest.raises(
        NotFoundError, match="Ask for one of: whole, cascade, agencies, coordination"
    ):
        five.network("hairball")
    with pytest.raises(GraphError, match="there is no graph here"):
        kg.open(tmp_path / "nothing")
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        kg.opne  # noqa: B018


def test_a_frame_needs_pandas_and_says_so(five: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match="pip install pandas"):
        five.leads().frame()


def test_sparql_answers_too(five: Corpus) -> None:
    assert five.query("ASK { ?task a pc:Task }") is True
