"""The catalogue: counted by hand, counted again by SPARQL, read by rdflib, checked by SHACL."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import export_sample
import pytest
from export_sample import BASE, LEAD, PLAN, quads
from pyoxigraph import Literal, NamedNode, Quad, Store
from rdflib import DCTERMS, RDF, SH, VOID, Graph, URIRef
from rdflib import Literal as Words
from rdflib.compare import isomorphic

from kg.config import ROOT, bundled
from kg.errors import KgError
from kg.graph.named import named_quads
from kg.graph.store import open_store
from kg.lexicon import rows
from kg.write.catalogue.counts import Counts, Links, count
from kg.write.catalogue.files import catalogue_files
from kg.write.catalogue.shapes import Lack, lacks
from kg.write.catalogue.site import Download, Site, keywords
from kg.write.catalogue.terms import DCAT, SPDX
from kg.write.formats import FORMATS

if TYPE_CHECKING:
    from rdflib.term import Node

FULL = Site(
    url="https://kg.example.org/data", publisher="Viện Nghiên cứu Thử", email="kg@example.org",
    sparql="https://kg.example.org/sparql", issued="2026-01-05", modified="2026-02-06",
    version="1.2", is_version_of="https://kg.example.org/any", frequency="MONTHLY",
    availability="STABLE",
)  # fmt: skip
FILES = (
    Download.of("downloads/policy.ttl", "turtle", b"<a> <b> <c> ."),
    Download.of("downloads/policy.nq.gz", "nquads", b"\x1f\x8b"),
    Download.of("downloads/tables.zip", "csv", b"PK"),
)
SAME = "http://www.w3.org/2002/07/owl#sameAs"
DATASET = URIRef(FULL.part("dataset"))


@pytest.fixture(scope="module")
def plans(five: Path) -> tuple[Quad, ...]:
    return tuple(named_quads(open_store(five, read_only=True)))


@pytest.fixture(scope="module")
def counted(plans: tuple[Quad, ...]) -> Counts:
    return count(plans)


def graph(files: dict[str, bytes], name: str, form: str = "turtle") -> Graph:
    return Graph().parse(data=files[name], format=form)


def test_the_sample_is_counted_as_on_paper() -> None:
    found = count(
        quads()
    )  # 5 statements of the plan, 12 of the task, 3 of the body, 1 of a concept
    assert (found.triples, found.subjects, found.objects, found.entities) == (21, 4, 21, 4)
    assert (found.held, found.cited, found.tasks, found.agents) == (0, 1, 1, 1)
    assert sorted(found.classes.values()) == [1] * 5
    names = {name.rpartition("#")[2].rpartition("/")[2]: n for name, n in found.properties.items()}
    assert {name: n for name, n in names.items() if n > 1} == {
        "type": 5, "start": 3, "tentative": 2, "genericName": 2,
    }  # fmt: skip
    assert (found.first, found.places, found.links) == (None, (), ())
    assert found.examples[0] == PLAN
    assert count([]) == Counts()


def test_sparql_counts_the_plans_the_same(plans: tuple[Quad, ...], counted: Counts) -> None:
    store = Store()
    store.bulk_extend(Quad(q.subject, q.predicate, q.object) for q in plans)

    def ask(text: str) -> list[tuple[str, ...]]:
        found: Any = store.query(text)
        return [tuple(cell.value for cell in row) for row in found]

    whole = "(COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?a) (COUNT(DISTINCT ?o) AS ?b)"
    assert ask(f"SELECT {whole} {{ ?s ?p ?o }}") == [
        (str(counted.triples), str(counted.subjects), str(counted.objects))
    ]
    classes = ask("SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c")
    assert {name: int(n) for name, n in classes} == counted.classes
    properties = ask("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p")
    assert {name: int(n) for name, n in properties} == counted.properties
    typed = f'SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a ?c FILTER(STRSTARTS(STR(?s), "{BASE}")) }}'
    assert ask(typed) == [(str(counted.entities),)]


def test_the_plans_are_counted_as_on_paper(counted: Counts) -> None:
    assert (counted.held, counted.cited, counted.tasks) == (5, 14, 160)
    # 452/KH-UBND of Đắk Nông is the first that prints its day, 1953/KH-UBND of Bến Tre the last
    assert (counted.first, counted.last) == ("2023-07-17", "2025-03-27")
    # Tam Điệp is a city of Ninh Bình: what is said is the province
    assert [label for _, label in counted.places] == [
        "Tỉnh Bến Tre", "Tỉnh Ninh Bình", "Tỉnh Quảng Ngãi", "Tỉnh Tây Ninh", "Tỉnh Đắk Nông",
    ]  # fmt: skip
    # each of the 15 titles names its language in the list of the EU
    assert [(each.target, each.triples) for each in counted.links] == [("eu-authority", 15)]


def test_neither_order_nor_a_second_graph_changes_the_counts() -> None:
    shuffled = quads() * 2
    random.Random(3).shuffle(shuffled)  # noqa: S311 - an order, no secret
    other = NamedNode("https://x.org/other")
    again = [Quad(q.subject, q.predicate, q.object, other) for q in quads()]
    assert count([*shuffled, *again]) == count(quads())


def test_links_are_counted_to_data_sets_and_not_to_vocabularies() -> None:
    place = NamedNode(f"{BASE}place/a")
    told: list[tuple[NamedNode, str, NamedNode | Literal]] = [
        (place, SAME, NamedNode("http://www.wikidata.org/entity/Q36725")),
        (NamedNode(LEAD), SAME, NamedNode("http://www.wikidata.org/entity/Q1")),
        (place, "http://purl.org/dc/terms/spatial", NamedNode("http://publications.europa.eu/resource/authority/country/VNM")),
        (place, SAME, NamedNode("https://example.org/unlisted")),
        (place, SAME, Literal("http://www.wikidata.org/entity/Q2")),
        (NamedNode("https://other.org/x"), SAME, NamedNode("http://www.wikidata.org/entity/Q3")),
        (place, "http://www.w3.org/2000/01/rdf-schema#seeAlso", NamedNode("http://www.w3.org/ns/oa#start")),
    ]  # fmt: skip
    found = count([*quads(), *(Quad(s, NamedNode(p), o) for s, p, o in told)])
    assert found.links == (
        Links("eu-authority", "http://purl.org/dc/terms/spatial", 1),
        Links("wikidata", SAME, 2),
    )
    described = graph(catalogue_files(FULL, found, FILES), ".well-known/void")
    sets = list(described.subjects(RDF.type, VOID.Linkset))
    assert sorted(int(str(described.value(each, VOID.triples))) for each in sets) == [1, 2]
    assert {described.value(each, VOID.subjectsTarget) for each in sets} == {DATASET}


def test_all_that_is_told_conforms_in_full(counted: Counts) -> None:
    assert lacks(graph(catalogue_files(FULL, counted, FILES), "catalog.ttl")) == ()


def test_three_forms_of_the_catalogue_say_the_same(counted: Counts) -> None:
    files = catalogue_files(FULL, counted, FILES)
    turtle = graph(files, "catalog.ttl")
    assert isomorphic(turtle, graph(files, "catalog.rdf", "xml"))
    assert isomorphic(turtle, graph(files, "catalog.jsonld", "json-ld"))
    keys = {key for node in json.loads(files["catalog.jsonld"])["@graph"] for key in node}
    assert [key for key in keys if "//" in key] == []  # short names all through


def test_without_a_site_nothing_is_made_up_and_the_lack_is_told(counted: Counts) -> None:
    files = catalogue_files(Site(), counted, FILES)
    found = graph(files, "catalog.ttl")
    for predicate in (DCAT.accessURL, DCAT.downloadURL, DCTERMS.publisher, DCAT.contactPoint,
                      DCTERMS.issued, DCAT.landingPage, DCAT.service):  # fmt: skip
        assert (None, predicate, None) not in found
    assert {lack.what for lack in lacks(found) if lack.must} == {
        "A catalogue has no publisher.", "A download has no address.",
    }  # fmt: skip
    assert all(lack.mend for lack in lacks(found))
    assert (None, VOID.dataDump, None) not in graph(files, ".well-known/void")
    assert "url" not in json.loads(files["dataset.jsonld"])


SHAPES = Graph().parse(bundled("ontology", "dcat-shapes.ttl"))
RULES = [
    (kind, path, SHAPES.value(rule, SH.message), SHAPES.value(rule, SH.severity))
    for shape in SHAPES.subjects(RDF.type, SH.NodeShape)
    for kind in SHAPES.objects(shape, SH.targetClass)
    for rule in SHAPES.objects(shape, SH.property)
    for path in SHAPES.objects(rule, SH.path)
    if SHAPES.value(rule, SH.minCount)
]


@pytest.mark.parametrize(("kind", "path", "message", "severity"), RULES, ids=lambda v: str(v)[-24:])
def test_a_catalogue_without_it_fails(
    kind: Node, path: Node, message: Words, severity: Node
) -> None:
    found = graph(catalogue_files(FULL, count(dated()), FILES), "catalog.ttl")
    assert list(found.subjects(RDF.type, kind))
    for each in list(found.subjects(RDF.type, kind)):
        found.remove((each, path, None))
    told = {(lack.must, f"{lack.what} Mend: {lack.mend}") for lack in lacks(found)}
    assert (severity == SH.Violation, str(message)) in told


def dated() -> list[Quad]:
    """Give the sample with its plan held, so that it covers a day."""
    text = NamedNode(f"{BASE}ns#sourceText")
    return [*quads(), Quad(NamedNode(PLAN), text, NamedNode(f"{PLAN}/text"))]


@pytest.mark.parametrize(
    ("predicate", "value", "what"),
    [
        (DCTERMS.format, URIRef("https://example.org/turtle"), "A download has no format."),
        (DCAT.theme, URIRef("https://example.org/GOVE"), "A data set has no theme."),
        (SPDX.checksumValue, Words("abc"), "A checksum has no value of 64 hexadecimal digits."),
        (DCTERMS.issued, Words("yesterday"), "The first day is no day, or there are two."),
        (DCAT.startDate, Words("2030-01-01"), "A period has no first day."),
        (DCTERMS.title, Words("Hai", lang="vi"), "A title stands twice in one language."),
    ],
)
def test_a_wrong_value_fails(predicate: URIRef, value: Words, what: str) -> None:
    found = graph(catalogue_files(FULL, count(dated()), FILES), "catalog.ttl")
    for subject, old in list(found.subject_objects(predicate)):
        if predicate != DCTERMS.title:
            found.remove((subject, predicate, old))
        found.add((subject, predicate, value))
    assert what in {lack.what for lack in lacks(found)}


def test_sizes_and_sums_are_those_of_the_files(counted: Counts) -> None:
    found = graph(catalogue_files(FULL, counted, FILES), "catalog.ttl")
    for file, content in zip(FILES, (b"<a> <b> <c> .", b"\x1f\x8b", b"PK"), strict=True):
        address = URIRef(f"https://kg.example.org/data/{file.path}")
        me = found.value(None, DCAT.downloadURL, address)
        assert int(str(found.value(me, DCAT.byteSize))) == len(content)
        told = found.value(found.value(me, SPDX.checksum), SPDX.checksumValue)
        assert str(told).lower() == hashlib.sha256(content).hexdigest()
    packed = URIRef(FULL.part("download-policy-nq-gz"))
    assert str(found.value(packed, DCAT.compressFormat)).endswith("application/gzip")


def test_void_adds_up(counted: Counts) -> None:
    found = graph(catalogue_files(FULL, counted, FILES), ".well-known/void")
    parts = list(found.objects(DATASET, VOID.propertyPartition))
    total = sum(int(str(found.value(part, VOID.triples))) for part in parts)
    assert total == int(str(found.value(DATASET, VOID.triples))) == counted.triples
    assert int(str(found.value(DATASET, VOID.properties))) == len(parts)
    assert len(list(found.objects(DATASET, VOID.classPartition))) == len(counted.classes)
    assert {str(each) for each in found.objects(DATASET, VOID.dataDump)} == {
        "https://kg.example.org/data/downloads/policy.ttl",
        "https://kg.example.org/data/downloads/policy.nq.gz",
    }
    assert str(found.value(DATASET, VOID.uriSpace)) == BASE


def test_search_engines_and_ckan_get_what_they_ask_for(counted: Counts) -> None:
    files = catalogue_files(FULL, counted, FILES)
    page = json.loads(files["dataset.jsonld"])
    assert 50 <= len(page["description"]) <= 5000  # as the guide of Google Dataset Search asks
    assert page["temporalCoverage"] == "2023-07-17/2025-03-27"
    assert [each["contentUrl"] for each in page["distribution"]] == [FULL.at(f.path) for f in FILES]
    package = json.loads(files["ckan.json"])
    assert re.fullmatch(r"[a-z0-9_-]{2,100}", package["name"])
    assert all(re.fullmatch(r"[\w .-]{2,100}", tag["name"]) for tag in package["tags"])
    assert [each["size"] for each in package["resources"]] == [13, 2, 2]


def test_every_format_and_no_other_is_described() -> None:
    assert [row["name"] for row in rows("publishing/formats")] == list(FORMATS)
    assert all(row["vi"] and row["en"] and row["file_type"] for row in rows("publishing/formats"))
    assert len(keywords()) == len({vi for vi, _ in keywords()}) >= 5


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ({"url": "javascript:alert(1)"}, "is no web address"),
        ({"url": "https://x.org/ a"}, "is no web address"),
        ({"url": "https://x.org/><script>"}, "is no web address"),
        ({"sparql": "/sparql"}, "is no web address"),
        ({"email": "a@x.org?bcc=b@y.org"}, "is no e-mail address"),
        ({"email": "a@x.org\nBcc: b"}, "is no e-mail address"),
        ({"frequency": "every month"}, "is no code of a list of the EU"),
        ({"availability": "x> <y"}, "is no code of a list of the EU"),
        ({"issued": "5/1/2026"}, "is no day"),
        ({"modified": "2026-02-30"}, "is no day"),
    ],
)
def test_what_is_no_address_and_no_day_is_told_in_one_line(
    wrong: dict[str, Any], what: str
) -> None:
    with pytest.raises(KgError, match=what) as told:
        Site(**wrong)
    assert "\n" not in str(told.value)


def test_hostile_words_stay_words() -> None:
    words = 'Viện "A"\n<script>alert(1)</script> \\ {triples}\u202e'
    site = Site(url="https://x.org", publisher=words, email="a@x.org", title=(words, "{held}"))
    files = catalogue_files(site, count(quads()), FILES)
    for name, form in (
        ("catalog.ttl", "turtle"),
        ("catalog.rdf", "xml"),
        ("catalog.jsonld", "json-ld"),
    ):
        found = graph(files, name, form)
        assert Words(words) in set(found.objects())
        assert Words("{held}", lang="en") in set(found.objects())
    assert json.loads(files["ckan.json"])["author"] == words


def test_the_same_bytes_whatever_the_seed_and_the_zone(tmp_path: Path) -> None:
    code = (
        "import sys, hashlib, test_catalogue as t; from export_sample import quads\n"
        "files = t.catalogue_files(t.FULL, t.count(quads()), t.FILES)\n"
        "print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())"
    )
    folder = Path(export_sample.__file__).parent
    sums = set()
    for seed, zone in (("1", "Asia/Ho_Chi_Minh"), ("77", "Pacific/Kiritimati")):
        told = {
            "PYTHONPATH": f"{ROOT}:{folder}",
            "PATH": os.environ["PATH"],
            "TZ": zone,
            "PYTHONHASHSEED": seed,
        }
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, check=True, env=told, capture_output=True, cwd=tmp_path)
        sums.add(done.stdout)
    assert len(sums) == 1


def test_what_must_be_stands_before_what_should(counted: Counts) -> None:
    found: tuple[Lack, ...] = lacks(graph(catalogue_files(Site(), counted, FILES), "catalog.ttl"))
    assert [lack.must for lack in found] == sorted((lack.must for lack in found), reverse=True)


def test_the_manual_shows_what_works(
    five: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "how-to" / "catalogue.md").read_text(encoding="utf-8")
    code = re.findall(r"```python\n(.*?)```", page, re.DOTALL)[0]
    (tmp_path / "policy.ttl").write_bytes(b"<a> <b> <c> .")
    (tmp_path / "build").symlink_to(five)
    monkeypatch.chdir(tmp_path)
    told: dict[str, Any] = {}
    exec(code, told)  # noqa: S102 - our own page
    assert lacks(graph(told["files"], "catalog.ttl")) == ()
    assert all(f"`{name}`" in page for name in told["files"])
