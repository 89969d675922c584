"""The SPARQL 1.1 Protocol as clients speak it, to a running server."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph
from serving import COUNT, Server

FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
TYPES = "SELECT DISTINCT ?t { ?s a ?t } ORDER BY ?t LIMIT 5"
PLAN = (
    "https://w3id.org/policy-cascade/document/ủy-ban-nhân-dân-tỉnh-đắk-nông/kế-hoạch/"
    "452-kh-ubnd/2023-07-17"
)


def test_three_ways_to_ask_give_one_answer(server: Server) -> None:
    answers = (
        server.ask(COUNT),
        server.post(urlencode({"query": COUNT}), FORM),
        server.post(COUNT, QUERY),
        server.post(COUNT, f"{QUERY}; charset=utf-8"),
    )
    assert [(each.status, each.text) for each in answers] == [(200, "n\r\n160\r\n")] * 4


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (None, "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv, application/json;q=0.1", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
    ],
)
def test_rows_come_in_the_form_that_is_asked_for(
    server: Server, accept: str | None, kind: str
) -> None:
    found = server.get(f"/sparql?{urlencode({'query': TYPES})}", accept)
    assert (found.status, found.kind) == (200, kind)
    assert "Accept" in found.headers["vary"]
    assert found.text.count("eli/ontology#LegalExpression") == 1
    assert int(found.headers["content-length"]) == len(found.body)


def test_json_and_csv_say_the_same(server: Server) -> None:
    rows = json.loads(server.ask(TYPES, "application/json").text)["results"]["bindings"]
    plain = list(csv.reader(io.StringIO(server.ask(TYPES).text)))
    assert [[row["t"]["value"]] for row in rows] == plain[1:]


@pytest.mark.parametrize(
    ("accept", "kind", "form"),
    [
        ("text/turtle", "text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", "application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_triples_come_in_the_form_that_is_asked_for(
    server: Server, accept: str, kind: str, form: RdfFormat
) -> None:
    found = server.ask("CONSTRUCT { ?t a pc:Task } WHERE { ?t a pc:Task }", accept)
    assert (found.status, found.kind) == (200, kind)
    assert len(set(parse(input=found.body, format=form))) == 160


def test_ask_says_true_and_describe_gives_triples(server: Server) -> None:
    assert json.loads(server.ask("ASK { ?t a pc:Task }", "*/*").text)["boolean"] is True
    found = Graph().parse(data=server.ask(f"DESCRIBE <{PLAN}>", "text/turtle").text)
    assert len(found) > 30


def test_format_counts_more_than_accept(server: Server) -> None:
    assert server.ask(COUNT, "text/html", format="csv").kind == "text/csv"
    assert server.ask(COUNT, "application/json", format="nonsense").kind.endswith("json")


def counted(server: Server, query: str, **graphs: str | list[str]) -> str:
    words = urlencode({"query": query, **graphs}, doseq=True)
    return server.get(f"/sparql?{words}", "text/csv").text.split()[-1]


def test_graphs_of_the_request_and_of_the_query(server: Server) -> None:
    plan, all_, named = f"{PLAN}/graph", "{ ?t a pc:Task }", "{ GRAPH ?g { ?t a pc:Task } }"
    count = "SELECT (COUNT(*) AS ?n)"
    assert counted(server, f"{count} {all_}") == "160"
    assert counted(server, f"{count} {all_}", **{"default-graph-uri": plan}) == "79"
    assert counted(server, f"{count} {named}", **{"named-graph-uri": plan}) == "79"
    assert counted(server, f"{count} {all_}", **{"named-graph-uri": plan}) == "0"
    assert counted(server, f"{count} {named}", **{"default-graph-uri": plan}) == "0"
    assert counted(server, f"{count} FROM <{plan}> {all_}") == "79"
    assert counted(server, f"{count} FROM NAMED <{plan}> {named}") == "79"
    # The graphs of the request count more than those of the query (SPARQL 1.1 Protocol, 2.1.4).
    both = {"default-graph-uri": [plan, "x:none"]}
    assert counted(server, f"{count} FROM <x:none> {all_}", **both) == "79"


def test_graphs_of_a_post_stand_in_its_address(server: Server) -> None:
    path = f"/sparql?{urlencode({'default-graph-uri': f'{PLAN}/graph'})}"
    found = server.send("POST", path, COUNT.encode(), {"Content-Type": QUERY, "Accept": "text/csv"})
    assert found.text.split() == ["n", "79"]


def test_a_get_without_a_query_describes_the_service(server: Server) -> None:
    found = server.get("/sparql", "*/*")
    assert found.kind == "text/turtle"
    assert f"<{server.endpoint}>" in found.text
    assert server.get("/sparql", "application/rdf+xml").kind == "application/rdf+xml"
    assert server.get("/sparql", "image/png").status == 406
    page = server.get("/sparql", "text/html,*/*;q=0.8")
    assert page.kind == "text/html"
    assert "Cơ quan chủ trì nhiều nhiệm vụ nhất" in page.text


def test_a_browser_gets_the_page_with_its_query_as_text(server: Server) -> None:
    hostile = "SELECT * { ?s ?p '</textarea><script>alert(1)</script>' }"
    found = server.ask(hostile, "text/html,*/*;q=0.8")
    assert found.kind == "text/html"
    assert "<script>alert" not in found.text
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)" in found.text


@pytest.mark.parametrize(
    ("method", "path", "body", "kind", "status", "words"),
    [
        ("GET", "/sparql?query=", None, None, 400, "exactly one query"),
        ("GET", "/sparql?query=ASK{}&query=ASK{}", None, None, 400, "exactly one query"),
        ("GET", "/sparql?query=hallo", None, None, 400, "error at 1:"),
        ("GET", "/sparql?query=%ff", None, None, 400, "UTF-8"),
        ("GET", "/sparql?query=ASK{}&default-graph-uri=no%20iri", None, None, 400, "no IRI"),
        ("GET", f"/sparql?{'a=1&' * 600}query=ASK{{}}", None, None, 400, "at most 500"),
        ("GET", "/sparql?query=" + "x" * 70000, None, None, 414, "more than 65536 bytes"),
        ("GET", "/sparql?update=DROP%20ALL", None, None, 403, "takes no updates"),
        ("POST", "/sparql", b"update=DROP+ALL", FORM, 403, "takes no updates"),
        ("POST", "/sparql", b"DROP ALL", UPDATE, 403, "takes no updates"),
        ("POST", "/sparql", b"DROP ALL", QUERY, 403, "takes no updates"),
        ("POST", "/sparql", b"x" * 70000, QUERY, 413, "more than 65536 bytes"),
        ("POST", "/sparql", b"\xff", QUERY, 400, "UTF-8"),
        ("POST", "/sparql", b"", FORM, 400, "exactly one query"),
        ("POST", "/sparql", b"<xml/>", "application/xml", 415, "application/sparql-query"),
        ("POST", "/sparql", b"ASK {}", "", 415, "application/sparql-query"),
        ("PUT", "/sparql", b"ASK {}", QUERY, 405, "Method Not Allowed."),
        ("DELETE", "/sparql", None, None, 405, ""),
    ],
)
def test_what_is_refused_says_why(  # noqa: PLR0913  (a row is a request and its answer)
    server: Server, method: str, path: str, body: bytes | None, kind: str | None,
    status: int, words: str,
) -> None:  # fmt: skip
    found = server.send(method, path, body, {"Content-Type": kind} if kind is not None else {})
    assert (found.status, found.kind) == (status, "text/plain")
    assert words in found.text
    assert found.text.count("\n") <= 1


def test_a_form_that_an_answer_cannot_have_is_refused(server: Server) -> None:
    found = server.ask(COUNT, "image/png")
    assert (found.status, "text/csv" in found.text) == (406, True)
    assert server.ask("CONSTRUCT WHERE { ?s a pc:Task }", "text/csv").status == 406


def test_nothing_is_asked_elsewhere(server: Server) -> None:
    for silent in ("", "SILENT "):
        found = server.ask(f"SELECT * {{ SERVICE {silent}<http://127.0.0.1:1/> {{ ?s ?p ?o }} }}")
        assert (found.status, "SERVICE is refused" in found.text) == (403, True)


def test_head_gives_the_headers_alone(server: Server) -> None:
    found = server.send("HEAD", f"/sparql?query={quote(COUNT)}", None, {"Accept": "text/csv"})
    assert (found.status, found.kind, found.body) == (200, "text/csv", b"")


def test_every_answer_bears_its_headers(server: Server) -> None:
    for path in ("/", "/sparql", "/nothing", "/robots.txt", "/-/style.css"):
        headers = server.get(path, "text/html").headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]


def test_only_its_own_names_are_answered(server: Server) -> None:
    for name in ("localhost", "127.0.0.1:80", "[::1]:8000"):
        assert server.get("/robots.txt", Host=name).status == 200
    for name in ("evil.example", "127.0.0.1.evil.example", "[::2]"):
        found = server.get("/robots.txt", Host=name)
        assert (found.status, "not called by that name" in found.text) == (421, True)


def test_pages_of_other_sites_read_nothing_unless_told(server: Server) -> None:
    assert "access-control-allow-origin" not in server.get("/sparql", Origin="https://a.b").headers
