"""Clients that others wrote: SPARQLWrapper, rdflib, curl, and Oxigraph asking us with SERVICE."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any
from urllib.parse import quote

import pytest
from pyoxigraph import Store
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from serving import COUNT, Server
from SPARQLWrapper import CSV, JSON, N3, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper

TASKS = "PREFIX pc: <https://w3id.org/policy-cascade/ns#> CONSTRUCT WHERE { ?t a pc:Task }"
PC = "PREFIX pc: <https://w3id.org/policy-cascade/ns#> "


@pytest.mark.parametrize("post", [False, True])
@pytest.mark.parametrize("form", [JSON, XML, CSV])
def test_sparqlwrapper_asks(server: Server, form: str, *, post: bool) -> None:
    client = SPARQLWrapper(server.endpoint)
    client.setQuery(COUNT)
    client.setReturnFormat(form)
    if post:
        client.setMethod(POST)
        client.setRequestMethod(POSTDIRECTLY)
    found: Any = client.query().convert()
    if form == JSON:
        assert found["results"]["bindings"][0]["n"]["value"] == "160"
    else:
        assert "160" in (found.toxml() if form == XML else found.decode())


@pytest.mark.filterwarnings("ignore::DeprecationWarning:SPARQLWrapper.*")
@pytest.mark.parametrize("form", [TURTLE, N3, XML])
def test_sparqlwrapper_constructs(server: Server, form: str) -> None:
    client = SPARQLWrapper(server.endpoint)
    client.setQuery(TASKS)
    client.setReturnFormat(form)
    found: Any = client.query().convert()
    graph = found if isinstance(found, Graph) else Graph().parse(data=found, format="turtle")
    assert len(graph) == 160


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_a_store_of_rdflib_asks(server: Server, method: str) -> None:
    store = SPARQLStore(server.endpoint, method=method, returnFormat="json")
    graph = Graph(store)
    rows: Any = graph.query(PC + "SELECT (COUNT(?t) AS ?n) { ?t a pc:Task }")
    assert [int(row[0]) for row in rows] == [160]
    place = URIRef("https://w3id.org/policy-cascade/place/tỉnh-bến-tre")
    label = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
    assert "Tỉnh Bến Tre" in {str(each) for each in graph.objects(place, label)}


def test_curl_asks(server: Server) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")
    place = f"{server.url}{quote('place/tỉnh-bến-tre')}"
    for arguments, words in (
        (["-G", server.endpoint, "-H", "Accept: text/csv", "--data-urlencode", f"query={COUNT}"], "160"),
        ([server.endpoint, "-H", "Accept: text/csv", "--data-urlencode", f"query={COUNT}"], "160"),
        (["-L", place, "-H", "Accept: text/turtle"], "Tỉnh Bến Tre"),
    ):  # fmt: skip
        command = [curl, "-sS", "--fail", "--max-time", "60", *arguments]
        found = subprocess.run(command, capture_output=True, text=True, check=True)
        assert words in found.stdout


def test_oxigraph_asks_us_as_a_part_of_its_own_query(server: Server) -> None:
    """The engine of ``oxigraph serve``, here inside of pyoxigraph, with its own HTTP client."""
    query = f"""{PC} SELECT ?t ?n {{ VALUES ?n {{ 1 }}
        SERVICE <{server.endpoint}> {{ ?t a pc:Task ; pc:localId "II.1.-1" }} }}"""
    rows = list(Store().query(query))  # type: ignore[arg-type]
    assert rows
    direct = server.ask(f'{PC} SELECT ?t {{ ?t a pc:Task ; pc:localId "II.1.-1" }}').text.split()
    assert sorted(row["t"].value for row in rows) == sorted(direct[1:])
