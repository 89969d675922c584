"""The site behind ``kg serve``: pages by their IRIs, RDF by the Accept header, no dead link."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import pytest
from rdflib import Graph
from selectolax.lexbor import LexborHTMLParser
from serving import Server, running

pytestmark = pytest.mark.slow

PLAN = "/document/ủy-ban-nhân-dân-tỉnh-đắk-nông/kế-hoạch/452-kh-ubnd/2023-07-17"


def links(html: str) -> Iterator[str]:
    for node in LexborHTMLParser(html).css("[href], [src], form[action]"):
        found = node.attributes
        yield found.get("href") or found.get("src") or found.get("action") or ""


@pytest.fixture(scope="module")
def served(five: Path, site: Path) -> Iterator[Server]:
    with running("-g", str(five), "--site", str(site)) as found:
        yield found


def test_no_link_of_the_server_is_dead(served: Server) -> None:
    todo, seen, dead = ["/"], {"/"}, []
    while todo:
        path = todo.pop()
        answer = served.get(quote(path, safe="/%?=&~"), "text/html")
        if answer.status not in {200, 303}:
            dead.append((path, answer.status))
        if answer.kind != "text/html" or answer.status != 200:
            continue
        for link in links(answer.text):
            parts = urlsplit(urljoin(f"http://here{path}", link))
            if parts.netloc == "here" and parts.path not in seen:
                seen.add(parts.path)
                todo.append(parts.path)
    assert dead == []
    assert len(seen) > 1_000


@pytest.mark.parametrize(
    ("accept", "form"), [("text/turtle", "turtle"), ("application/ld+json", "json-ld")]
)
def test_an_iri_leads_to_rdf(served: Server, accept: str, form: str) -> None:
    answer = served.get(quote(PLAN), accept)
    assert answer.status == 303
    assert "Accept" in answer.headers["vary"]
    found = served.get(urlsplit(answer.headers["location"]).path, accept)
    graph = Graph().parse(data=found.body, format=form)
    assert f"https://w3id.org/policy-cascade{PLAN}" in {str(each) for each in graph.subjects()}


def test_an_iri_leads_to_its_page(served: Server) -> None:
    answer = served.get(quote(PLAN), "text/html,*/*;q=0.8")
    assert answer.status == 303
    page = served.get(urlsplit(answer.headers["location"]).path)
    assert "Kế hoạch 452/KH-UBND" in page.text
    assert "site.css" in page.text
