"""What needs no server: forms by Accept, bare words of a query, paths of IRIs, the service in RDF."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Store
from rdflib import Graph

from kg.graph.store import open_store
from kg.serve.addresses import iri_of, path_of
from kg.serve.forms import GRAPHS, PAGES, RESULTS, preferred
from kg.serve.guard import host_name
from kg.serve.lexis import asks_elsewhere, bare, is_update, names_graphs
from kg.serve.limits import doors
from kg.serve.service import description

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "forms", "name"),
    [
        (None, RESULTS, "json"),
        ("*/*", RESULTS, "json"),
        ("text/*", RESULTS, "csv"),
        ("text/csv;q=0.4, text/tab-separated-values;q=0.5", RESULTS, "tsv"),
        ("application/json", RESULTS, "json"),
        ("application/sparql-results+json;q=0, */*", RESULTS, "xml"),
        ("*/*;q=0.1, text/csv", RESULTS, "csv"),
        ("TEXT/CSV", RESULTS, "csv"),
        ("text/csv;q=much", RESULTS, None),
        ("text/csv;q=nan, text/turtle", GRAPHS, "turtle"),
        ("image/png", RESULTS, None),
        ("application/ld+json, text/turtle", GRAPHS, "turtle"),  # equals: ours decides
        ("application/rdf+xml", GRAPHS, "rdfxml"),
        (BROWSER, PAGES, "html"),
        ("text/turtle, */*;q=0.1", PAGES, "turtle"),
        (",,;q=1,/", PAGES, None),
    ],
)
def test_the_form_that_a_client_prefers(
    accept: str | None, forms: tuple[object, ...], name: str | None
) -> None:
    found = preferred(accept, forms)  # type: ignore[arg-type]
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { } }",
        "SELECT * { ?s ?p 1SERVICE<http://x>{} }",
        "SELECT * { ?s ?p ?o }SERVICE:x{}",
        r"SELECT * { ?s ex:a\'b ?o SERVICE <http://x> {} } # '",
        r"SELECT * { ?s ex:a\#b ?o SERVICE <http://x> {} }",
        "SELECT * { ?s ?p '''a'b''c''' SERVICE <http://x> {} }",
        'SELECT * { ?s ?p "\\\\" SERVICE <http://x> {} } # "',
        "SELECT * { FILTER(?a<?b)SERVICE<http://x>{} FILTER(?c>?d) }",
        "# a comment\rSELECT * { SERVICE <http://x> {} }",
    ],
)
def test_a_query_that_asks_elsewhere_is_seen(query: str) -> None:
    assert asks_elsewhere(bare(query))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a ?x }",
        "SELECT * { ?s <http://x/service> 'SERVICE' }",
        'SELECT * { ?s rdfs:label """SERVICE "quoted" """ }',
        "SELECT * { ?s pc:service_of ?o } # SERVICE",
    ],
)
def test_the_word_service_elsewhere_is_no_request(query: str) -> None:
    assert not asks_elsewhere(bare(query))


def test_from_names_graphs_and_an_update_is_told_apart() -> None:
    assert names_graphs(bare("SELECT * FROM <http://x> { ?s ?p ?o }"))
    assert not names_graphs(bare("PREFIX from: <http://x> SELECT ?from { ?from a 'from' }"))
    assert is_update(bare("INSERT DATA { <a:a> <a:b> 'c' }"))
    assert not is_update(bare("SELECT ?insert { ?x pc:delete 'drop' }"))


@given(st.text(alphabet="SERVICE<>{}'\"#\\ :?ab\n.", max_size=60))
def test_what_the_engine_takes_for_service_is_always_seen(text: str) -> None:
    """A query that runs without being seen as one must not try to reach the other server."""
    hidden = f"SELECT * {{ {text} SERVICE <http://127.0.0.1:1/> {{ }} }}"
    if asks_elsewhere(bare(hidden)):
        return
    with suppress(SyntaxError, ValueError):
        list(Store().query(hidden))  # type: ignore[arg-type]  # a connection refused is an OSError


def test_the_engine_would_send_a_request() -> None:
    with pytest.raises((OSError, RuntimeError)):
        list(Store().query("SELECT * { SERVICE <http://127.0.0.1:1/> { } }"))  # type: ignore[arg-type]


def test_every_iri_of_the_graph_has_a_path_that_leads_back(five: Path) -> None:
    store, base = open_store(five, read_only=True), "https://w3id.org/policy-cascade/"
    nodes = (quad.subject for quad in store)
    iris = {str(each.value) for each in nodes if isinstance(each, NamedNode)}
    iris = {iri for iri in iris if iri.startswith(base)}
    assert len(iris) > 5000
    for iri in iris - {base}:
        path = path_of(iri, base)
        assert path is not None
        assert path.isascii()
        if "#" not in iri:
            assert iri_of(path.encode(), base) == iri


@pytest.mark.parametrize(
    ("path", "iri"),
    [
        (b"/place/t%e1%bb%89nh", "x:place/tỉnh"),
        ("/place/tỉnh".encode(), "x:place/tỉnh"),
        ("/place/ti\u0309nh".encode(), "x:place/tỉnh"),  # decomposed letters
        (b"/d/II.2%20%28heading%29", "x:d/II.2%20%28heading%29"),
        (b"/d/a%2fb%7e", "x:d/a%2Fb%7E"),
        (b"/d/%ff", None),
        (b"/%E1%BB", None),
    ],
)
def test_a_path_stands_for_an_iri(path: bytes, iri: str | None) -> None:
    assert iri_of(path, "x:") == iri


def test_names_of_hosts_and_the_doors_of_an_address() -> None:
    assert [host_name(each) for each in ("", "[::1", "a.b:1:2")] == ["", "::1", "a.b"]
    assert doors("::1", ("Data.Example",), ()).names == {
        "localhost", "127.0.0.1", "::1", "data.example",
    }  # fmt: skip
    assert doors("0.0.0.0", ("data.example",), ()).names == {"data.example", "0.0.0.0"}  # noqa: S104
    assert doors("127.0.0.1", (), ("https://a.b",)).origins == ("https://a.b",)


@pytest.mark.parametrize("form", ["turtle", "rdfxml", "ntriples", "jsonld"])
def test_the_service_describes_itself(form: str) -> None:
    names = {"turtle": "turtle", "rdfxml": "xml", "ntriples": "nt", "jsonld": "json-ld"}
    text = description("http://localhost/sparql", 'x:"\\', form)
    graph = Graph().parse(data=text, format=names[form])
    found = graph.query(
        "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> "
        "SELECT ?f { <http://localhost/sparql> sd:endpoint ?x ; sd:resultFormat ?f }"
    )
    assert len(list(found)) == 8
