"""Addresses of things: where they lead, in which form, and what is refused."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import Graph, URIRef
from serving import Server, running

from kg.build import build
from kg.graph.store import open_store
from kg.serve.pages import start_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BASE = "https://w3id.org/policy-cascade/"
PLAN = "document/ủy-ban-nhân-dân-tỉnh-đắk-nông/kế-hoạch/452-kh-ubnd/2023-07-17"
BODY = "agent/sở-khoa-học-và-công-nghệ-tỉnh-đắk-nông"
PLACE = "place/tỉnh-bến-tre"
FORMS = (
    (".ttl", "text/turtle", RdfFormat.TURTLE),
    (".jsonld", "application/ld+json", RdfFormat.JSON_LD),
    (".nt", "application/n-triples", RdfFormat.N_TRIPLES),
    (".rdf", "application/rdf+xml", RdfFormat.RDF_XML),
)


def path(iri: str) -> str:
    return f"/{quote(iri, safe='/')}"


@pytest.mark.parametrize("thing", [PLAN, BODY, PLACE, f"{PLAN}/task/II.1.-1", "types/task-kind"])
@pytest.mark.parametrize(("suffix", "media", "form"), [*FORMS, (".html", "text/html", None)])
def test_a_thing_leads_to_the_document_about_it(
    server: Server, thing: str, suffix: str, media: str, form: RdfFormat | None
) -> None:
    found = server.get(path(thing), media)
    assert (found.status, found.body) == (303, b"")
    assert found.headers["location"] == f"{path(thing)}{suffix}"
    assert "Accept" in found.headers["vary"]
    assert f'<{path(thing)}.ttl>; rel="describedby"; type="text/turtle"' in found.headers["link"]
    document = server.get(found.headers["location"])
    assert (document.status, document.kind) == (200, media)
    assert f'<{BASE}{path(thing)[1:]}>; rel="describes"' in document.headers["link"]
    if form:
        subjects = {quad.subject for quad in parse(input=document.body, format=form)}
        assert NamedNode(BASE + thing) in subjects


def test_all_forms_say_the_same(server: Server, five: Path) -> None:
    for thing in (PLAN, BODY, f"{PLAN}/task/II.1.-1"):
        found = [
            {
                quad.triple
                for quad in parse(input=server.get(f"{path(thing)}{suffix}").body, format=form)
            }
            for suffix, _, form in FORMS
        ]
        assert found[0] == found[1] == found[2] == found[3]
        store, iri = open_store(five, read_only=True), NamedNode(BASE + thing)
        own = {quad.triple for quad in store.quads_for_pattern(iri, None, None)}
        assert own
        assert own <= found[0]


def test_the_words_behind_come_along(server: Server) -> None:
    graph = Graph().parse(data=server.get(f"{path(PLAN)}.ttl").text)
    rows = graph.query(
        """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX pc: <https://w3id.org/policy-cascade/ns#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?words { ?s rdf:subject ?plan ; rdf:predicate pc:implements ;
          pc:evidence/oa:hasSelector/oa:exact ?words }""",
        initBindings={"plan": URIRef(BASE + PLAN)},
    )
    assert "63-CTr/TU" in str(min(rows))
    page = server.get(f"{path(PLAN)}.html").text
    assert '<q lang="vi"><bdi>Triển khai thực hiện Chương trình số 63-CTr/TU' in page


def test_clients_of_linked_data_read_a_thing(server: Server) -> None:
    graph = Graph().parse(f"{server.url}{quote(BODY)}")  # rdflib asks and follows by itself
    assert (URIRef(BASE + BODY), None, None) in graph


def test_a_graph_is_a_document_and_is_answered_at_once(server: Server, five: Path) -> None:
    found = server.get(f"{path(PLAN)}/graph", "application/n-triples")
    assert found.status == 200
    assert found.headers["content-location"] == f"{path(PLAN)}/graph.nt"
    told = {quad.triple for quad in parse(input=found.body, format=RdfFormat.N_TRIPLES)}
    store = open_store(five, read_only=True)
    graph = NamedNode(f"{BASE}{PLAN}/graph")
    assert told >= {quad.triple for quad in store.quads_for_pattern(None, None, None, graph)}
    classes = server.get("/ns", "text/turtle")
    assert classes.status == 200
    assert (URIRef(f"{BASE}ns#Task"), None, None) in Graph().parse(data=classes.text)
    assert 'id="Task"' in server.get("/ns", "text/html").text  # where ns#Task leads a browser


def test_letters_may_come_decomposed_or_in_small_hex(server: Server) -> None:
    apart = unicodedata.normalize("NFD", PLACE)
    for each in (path(apart), path(PLACE).lower()):
        found = server.get(each, "text/turtle")
        assert (found.status, found.headers["location"]) == (303, f"{path(PLACE)}.ttl")


def test_an_answer_that_is_held_is_not_sent_again(server: Server) -> None:
    first = server.get(f"{path(PLACE)}.ttl")
    tag = first.headers["etag"]
    for held in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        found = server.get(f"{path(PLACE)}.ttl", If_None_Match=held)
        assert (found.status, found.body, found.headers["etag"]) == (304, b"", tag)
    assert server.get(f"{path(PLACE)}.ttl", If_None_Match='"x"').status == 200
    assert server.get(f"{path(PLACE)}.nt").headers["etag"] != tag
    assert server.get(f"{path(PLACE)}.ttl").body == first.body


def test_head_gives_the_headers_alone(server: Server) -> None:
    found = server.send("HEAD", f"{path(PLACE)}.ttl")
    assert (found.status, found.kind, found.body) == (200, "text/turtle", b"")
    assert int(found.headers["content-length"]) > 100
    assert server.send("HEAD", path(PLACE)).status == 303


@pytest.mark.parametrize(
    "unknown",
    ["/nothing", "/agent/", "/agent/x.ttl", "/agent/%ff", "/agent/%00", "/%3Cscript%3E", "/-/x", "//",
     "/a%20b", "/document/../agent", "/" + "x" * 5000, "/agent/x%0d%0aSet-Cookie:%20a=b", "/%7B%7D"],
)  # fmt: skip
def test_an_unknown_address_says_so(server: Server, unknown: str) -> None:
    found = server.get(unknown)
    assert (found.status, found.text) == (404, "Nothing is known here of this address.\n")
    assert "set-cookie" not in found.headers
    page = server.get(unknown, "text/html")
    assert (page.status, page.kind) == (404, "text/html")
    assert "never means" in page.text


def test_forms_that_there_are_not(server: Server) -> None:
    found = server.get(path(PLACE), "image/png")
    assert (found.status, "text/turtle" in found.text) == (406, True)
    assert server.send("POST", path(PLACE), b"").status == 405


def test_the_first_page_robots_and_void(server: Server) -> None:
    start = server.get("/", "text/html").text
    assert path(PLAN) in start
    assert start.count("<li>") == 5
    assert "Disallow: /sparql" in server.get("/robots.txt").text
    assert "SparqlEndpoint" in server.get("/.well-known/void").text.replace("sparqlE", "SparqlE")


def test_the_first_page_says_how_many_more_there_are() -> None:
    text = start_page([("/a", "a", "a.txt")], 7, "x:")
    assert "… 7 <span" in text
    assert "…" not in start_page([("/a", "a", "a.txt")], 0, "x:")


HOSTILE = """ỦY BAN NHÂN DÂN
TỈNH BẾN TRE
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 77/KH-UBND
Bến Tre, ngày 5 tháng 6 năm 2024

KẾ HOẠCH
Về việc <script>alert(1)</script> và "><img src=x onerror=alert(2)> {{ 7*7 }}

I. NHIỆM VỤ
1. Sở Y tế chủ trì <b>thực hiện</b> <a href="javascript:alert(3)">việc này</a> trong năm 2025.
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a document whose words would like to be markup, under a base of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "plan.txt").write_text(HOSTILE, encoding="utf-8")
    build([folder / "plan.txt"], folder / "graph", base="https://data.example/kg/")
    with running("-g", str(folder / "graph"), "--workers", "1") as found:
        yield found


def test_hostile_words_stay_words(hostile: Server) -> None:
    rows = hostile.ask("SELECT DISTINCT ?s { GRAPH ?g { ?s ?p ?o ; a ?c } FILTER(STRSTARTS(STR(?s), 'https://data.example/kg/document')) }")  # fmt: skip
    iris = rows.text.split()[1:]
    assert len(iris) > 5
    pages = [
        hostile.get(f"/{quote(iri.removeprefix('https://data.example/kg/'), safe='/%')}.html")
        for iri in iris
    ]
    assert {each.status for each in pages} == {200}
    whole = "\n".join(each.text for each in pages)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in whole
    for bad in ("<script>alert", "<img", "<b>", 'href="javascript:'):
        assert bad not in whole
    assert all("unsafe" not in each.headers["content-security-policy"] for each in pages)
