"""Turtle, TriG, N-Quads, N-Triples, JSON-LD and RDF/XML, read back by rdflib and by pyoxigraph."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, TypeAlias

import pytest
import rdflib
from export_sample import BASE, CONTROL, NS, PLAN, TASK, TYPE, XSD, quads
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)

from kg.errors import KgError
from kg.write.formats import FORMATS, write
from kg.write.xml_text import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Row: TypeAlias = tuple[str | None, ...]

OXIGRAPH = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
RDFLIB = {
    "turtle": "turtle",
    "trig": "trig",
    "nquads": "nquads",
    "ntriples": "nt",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
STATEMENTS = tuple(name for name, each in FORMATS.items() if each.takes == "quads")
each_format = pytest.mark.parametrize("name", STATEMENTS)


@pytest.fixture(autouse=True)
def _literal_words(monkeypatch: pytest.MonkeyPatch) -> None:
    # rdflib would turn "012"^^xsd:integer into "12" while reading.
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def spelt(name: str, given_quads: Iterable[Quad]) -> bytes:
    stream = io.BytesIO()
    write(name, stream, quads=lambda: given_quads)
    return stream.getvalue()


def rows(name: str, given_quads: Iterable[Quad]) -> set[Row]:
    """Give what a format must say: with its graphs or merged, and as XML can hold it."""
    return {_row(name, quad) for quad in given_quads}


def _row(name: str, quad: Quad) -> Row:
    subject, value, graph = quad.subject, quad.object, quad.graph_name
    assert isinstance(subject, NamedNode)
    in_graph = graph.value if isinstance(graph, NamedNode) else ""
    kept = in_graph if FORMATS[name].named_graphs else ""
    if not isinstance(value, Literal):
        assert isinstance(value, NamedNode)
        return kept, subject.value, quad.predicate.value, value.value, None, None
    words = xml_text(value.value) if name == "rdfxml" else value.value
    kind = value.datatype.value
    return kept, subject.value, quad.predicate.value, words, kind, value.language


def by_oxigraph(name: str, data: bytes) -> list[Row]:
    return [_row(name, quad) for quad in parse(data, format=OXIGRAPH[name])]


def by_rdflib(name: str, data: bytes) -> list[Row]:
    found = rdflib.Dataset()
    target = found if FORMATS[name].named_graphs else found.default_graph
    target.parse(data=data, format=RDFLIB[name])
    return list(_rdflib_rows(found))


def _rdflib_rows(found: rdflib.Dataset) -> Iterator[Row]:
    unnamed = (None, found.default_graph.identifier)
    for subject, predicate, value, graph in found.quads():
        kept = "" if graph in unnamed else str(graph)
        if isinstance(value, rdflib.Literal):
            default = rdflib.RDF.langString if value.language else rdflib.XSD.string
            kind = str(value.datatype or default)
            yield kept, str(subject), str(predicate), str(value), kind, value.language
        else:
            yield kept, str(subject), str(predicate), str(value), None, None


def both_read(name: str, given_quads: list[Quad]) -> None:
    expected = sorted(rows(name, given_quads), key=str)
    data = spelt(name, given_quads)
    assert sorted(by_oxigraph(name, data), key=str) == expected
    assert sorted(by_rdflib(name, data), key=str) == expected


@each_format
def test_two_readers_find_the_same_statements(name: str) -> None:
    both_read(name, quads())


@each_format
def test_nothing_is_a_document_too(name: str) -> None:
    both_read(name, [])


# Letters, marks, digits and signs that RFC 3987 allows in a path, some of them no name's letters.
_SEGMENT = st.text("abzAZ019-._~!$&'()*+,;=@/ởẾđ\u0301·×Ωع٣語ªº²\U00020000", max_size=8)
_SPACES = st.sampled_from([NS, f"{BASE}agent/", "https://x.org/", "https://x.org/đ?a=", "urn:x:"])
_iris = st.builds("{}{}".format, _SPACES, _SEGMENT.filter(lambda s: "/." not in f"/{s}"))
_names = st.builds(
    "{}{}{}".format, _SPACES, _SEGMENT.filter(lambda s: "/." not in f"/{s}"), st.sampled_from(
        ["/words", "/_x", "?q=a-b.c1", "-w"])
)  # fmt: skip
_words = st.text(st.characters(codec="utf-8"), max_size=12) | st.text(
    "\\\"'\n\r\t\x00\x0b\x1f\x7f\x85\u2028\ufffe <>&]@^~{}", max_size=8
)
_kinds = st.sampled_from([f"{XSD}{kind}" for kind in ("integer", "boolean", "date", "decimal")])
_numbers = st.from_regex(r"[+-]?[0-9]{1,20}|true|false|1e3|0x1", fullmatch=True)
_literals = st.one_of(
    st.builds(Literal, _words),
    st.builds(Literal, _words, language=st.sampled_from(["vi", "en", "zh-hant"])),
    st.builds(
        Literal, _numbers | _words, datatype=st.builds(NamedNode, _kinds | _iris.filter(bool))
    ),
)
_nodes = st.builds(NamedNode, _iris)
_known = st.sampled_from(
    [TYPE, f"{NS}words", f"{NS}tentative", f"{NS}genericName", f"{NS}leadAgency"]
)
_predicates = st.builds(NamedNode, _known | _names)
_quads = st.builds(Quad, _nodes, _predicates, _nodes | _literals, _nodes | st.just(DefaultGraph()))


@each_format
@settings(max_examples=60, deadline=None)
@given(st.lists(_quads, max_size=5))
def test_any_statement_comes_back_as_it_was(name: str, given_quads: list[Quad]) -> None:
    both_read(name, given_quads)


def test_turtle_reads_as_a_page() -> None:
    page = spelt("turtle", quads()).decode()
    assert "\n<" + PLAN + "> a eli:LegalResource , pc:StateDocument ;\n" in page
    assert '  rdfs:label "Kế hoạch 12"@vi ;\n' in page
    assert '  oa:start "012"^^xsd:integer , "12" , 12 ;\n' in page
    assert " pc:leadAgency agent:sở-văn-hóa-tỉnh-sông-trà ;\n" in page
    assert ' schema:minValue "2"^^xsd:decimal ;\n' in page
    assert " pc:taskKind task-kind:explicit ;\n" in page
    assert "@prefix vann:" not in page  # only what is used is declared
    assert page.count(f"\n<{TASK}> a pc:Task ;\n") == 1


def test_trig_keeps_the_graphs_apart() -> None:
    page = spelt("trig", quads()).decode()
    assert page.count("task-kind:explicit a pc:TaskKind .") == 3
    assert f"\n<{PLAN}/graph> {{\n" in page


def test_jsonld_speaks_with_the_words_of_the_context() -> None:
    whole = json.loads(spelt("jsonld", quads()))
    named = {node["id"]: node["@graph"] for node in whole["@graph"] if "@graph" in node}
    about = {node["id"]: node for node in named[f"{PLAN}/graph"]}
    assert about[PLAN]["type"] == ["LegalResource", "StateDocument"]
    assert about[TASK]["words"] == CONTROL
    assert about[TASK]["leadAgency"] == f"{BASE}agent/sở-văn-hóa-tỉnh-sông-trà"
    assert about[TASK]["start"] == ["012", {"@value": "12"}, 12]


def test_an_iri_that_looks_like_a_short_name_stays_itself() -> None:
    mine = [Quad(NamedNode("time:now"), NamedNode("pc:words"), NamedNode("agent:a"))]
    for name in set(STATEMENTS):
        both_read(name, mine)


def test_rdfxml_shows_what_xml_cannot_hold() -> None:
    data = spelt("rdfxml", quads())
    found = {row[3] for row in by_rdflib("rdfxml", data) if row[2] == f"{NS}words"}
    assert found == {CONTROL.replace("\x0b\x00", "\ufffd\ufffd").replace("\ufffe", "\ufffd")}
    assert "\r" in str(found.pop())


@pytest.mark.parametrize(
    "predicate",
    [
        "https://x.org/",
        "https://x.org/1",
        "https://x.org/a%20",
        f"{TYPE.removesuffix('type')}li",
        f"{TYPE.removesuffix('type')}Description",
    ],
)
def test_rdfxml_refuses_a_property_it_cannot_name(predicate: str) -> None:
    mine = [Quad(NamedNode(PLAN), NamedNode(predicate), Literal("x"))]
    with pytest.raises(KgError, match="cannot be the name of an XML element"):
        spelt("rdfxml", mine)
    both_read("turtle", mine)


@each_format
@pytest.mark.parametrize(
    "quad",
    [
        Quad(BlankNode("b"), NamedNode(TYPE), NamedNode(NS)),
        Quad(NamedNode(PLAN), NamedNode(TYPE), BlankNode("b")),
        Quad(NamedNode(PLAN), NamedNode(TYPE), Triple(NamedNode(NS), NamedNode(NS), Literal(""))),
    ],
)
def test_what_the_graph_never_holds_is_refused(name: str, quad: Quad) -> None:
    with pytest.raises(KgError, match="cannot be exported"):
        spelt(name, [*quads(), quad])


@pytest.mark.parametrize("name", ["trig", "nquads", "jsonld"])
def test_a_graph_without_a_name_is_refused(name: str) -> None:
    quad = Quad(NamedNode(PLAN), NamedNode(TYPE), NamedNode(NS), BlankNode("b"))
    with pytest.raises(KgError, match="graph without a name"):
        spelt(name, [quad])


def test_one_line_says_one_statement() -> None:
    lines = spelt("nquads", quads()).decode().split("\n")
    assert len(lines) == len(set(quads())) + 1
    merged = spelt("ntriples", quads()).decode().split("\n")
    assert len(merged) == len({quad.triple for quad in quads()}) + 1
