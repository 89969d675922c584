"""The gazetteer as linked data: the IRIs of documents, both languages, days, codes, events."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal as OxLiteral
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef

from kg.config import BASE_IRI, ROOT, bundled
from kg.graph.gazetteer.communes import commune_quads
from kg.graph.gazetteer.load import gazetteer_graphs, is_gazetteer, load_gazetteer
from kg.graph.gazetteer.places import labels
from kg.graph.iris import agent_iri, place_iri
from kg.graph.named import named_quads
from kg.graph.network import network
from kg.graph.network_day import on_day
from kg.graph.query import ask, question, questions
from kg.graph.select import select
from kg.graph.shapes import validate
from kg.graph.store import load_ontology, open_store, quads
from kg.identity.bodies import central
from kg.identity.places import gazetteer
from kg.identity.timeline import timeline
from kg.lexicon import rows
from kg.text import capitalised, view
from kg.vocabulary import ORG, PC, SCHEMA, TIME, TYPES

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("agencies.ttl", "places.ttl")
AGENCIES = Graph().parse(bundled("ontology", "agencies.ttl"))
PLACES = Graph().parse(bundled("ontology", "places.ttl"))
BOTH = AGENCIES + PLACES
TYPES_LISTS = Graph().parse(bundled("ontology", "types.ttl"))


def agent(name: str) -> URIRef:
    return URIRef(agent_iri(BASE_IRI, name))


def place(label: str) -> URIRef:
    return URIRef(place_iri(BASE_IRI, label))


def said(subject: URIRef, predicate: URIRef, graph: Graph = BOTH) -> set[str]:
    return {str(each).removeprefix(BASE_IRI) for each in graph.objects(subject, predicate)}


@pytest.mark.parametrize("seed", ["0", "7"])
def test_the_files_are_what_the_command_makes(tmp_path: Path, seed: str) -> None:
    env = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "kg", "gazetteer", "export", "-o", str(tmp_path)]
    run = subprocess.run(command, env=env, capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == list(FILES)
    for name in FILES:
        made = (tmp_path / name).read_bytes()
        assert made == bundled("ontology", name).read_bytes(), "kg gazetteer export -o ontology"


def test_a_central_body_has_the_iri_that_documents_give_it() -> None:
    found = set(AGENCIES.subjects(PC.rank))
    assert found == {agent(body.name) for body in central().values()}


def test_a_province_and_a_district_have_the_iris_that_documents_give_them() -> None:
    found = [each for homonyms in gazetteer().values() for each in homonyms]
    # A capital called as its province (thành phố Hòa Bình) is said without it in documents.
    told = [each for each in found if not (each.is_province and "/" in each.id)]
    wanted = {place(capitalised(each.whole_label)) for each in told}
    assert len(wanted) > 63 + 500
    assert wanted <= set(PLACES.subjects(RDF.type, SCHEMA.AdministrativeArea))


def test_every_place_of_the_tables_is_a_node_of_its_own() -> None:
    kinds = Counter(str(k).rpartition("/")[2] for k in PLACES.objects(None, PC.placeKind))
    assert kinds == {"tinh": 57 + 1, "thanh-pho-truc-thuoc-trung-uong": 6 + 3,  # four names more
                     "huyen": 508, "quan": 49, "thi-xa": 52, "thanh-pho": 87}  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "day"),
    [
        ("Tỉnh Thừa Thiên Huế", "Thành phố Huế", "2025-01-01"),
        ("Tỉnh Đồng Nai", "Thành phố Đồng Nai", "2026-04-30"),
        ("Tỉnh Quảng Ninh", "Thành phố Quảng Ninh", "2026-09-01"),
        ("Tỉnh Bắc Ninh", "Thành phố Bắc Ninh", "2026-09-20"),
    ],
)
def test_a_place_that_was_renamed_is_two_nodes_and_an_event(old: str, new: str, day: str) -> None:
    [event] = set(PLACES.subjects(PC.before, place(old))) & set(
        PLACES.subjects(PC.after, place(new))
    )
    assert said(URIRef(str(event)), TIME.hasTime) == {f"day/{day}"}
    assert (
        place(new),
        SCHEMA.validFrom,
        Literal(day, datatype=URIRef("http://www.w3.org/2001/XMLSchema#date")),
    ) in PLACES
    assert PLACES.value(place(old), SCHEMA.validThrough)


def test_a_merger_of_provinces_has_both_sides() -> None:
    event = URIRef(f"{BASE_IRI}change/2025-07-01-lam-dong")
    assert said(event, PC.before) == {
        f"place/tỉnh-{n}" for n in ("bình-thuận", "đắk-nông", "lâm-đồng")
    }
    assert said(event, PC.after) == {"place/tỉnh-lâm-đồng"}
    assert said(event, PC.act) == {"202/2025/QH15"}
    assert said(event, PC.changeType) == {"types/change-type/merger"}


def test_a_code_says_in_its_datatype_when_it_held() -> None:
    codes = {(str(c), str(c.datatype).removeprefix(TYPES))
             for c in PLACES.objects(place("Tỉnh Lào Cai"), SKOS.notation) if isinstance(c, Literal)}  # fmt: skip
    assert codes == {("10", "place-code-2004"), ("15", "place-code-2025"), ("VN-02", "iso-3166-2")}
    bearers = PLACES.subjects(
        SKOS.notation, Literal("15", datatype=URIRef(f"{TYPES}place-code-2004"))
    )
    assert list(bearers) == [place("Tỉnh Yên Bái")]


def test_a_merger_of_ministries_is_an_event_of_the_organization_ontology() -> None:
    event = URIRef(f"{BASE_IRI}change/2025-03-01-bo-tai-chinh")
    assert (event, RDF.type, ORG.ChangeEvent) in AGENCIES
    assert said(event, ORG.originalOrganization) == {
        "agent/bộ-tài-chính",
        "agent/bộ-kế-hoạch-và-đầu-tư",
    }
    assert said(event, ORG.resultingOrganization) == {"agent/bộ-tài-chính"}


def test_terms_of_organisations_reach_organisations_alone() -> None:
    ends = {*AGENCIES.objects(None, ORG.originalOrganization), *AGENCIES.objects(None, ORG.resultingOrganization),
            *AGENCIES.objects(None, ORG.subOrganizationOf)}  # fmt: skip
    assert ends
    assert ends <= set(AGENCIES.subjects(RDF.type, ORG.FormalOrganization))


def test_every_event_and_transfer_of_the_tables_is_there_once() -> None:
    whole = list(BOTH.subjects(PC.changeType))
    assert len(whole) == len(set(whole)) == len(timeline())
    types = Counter(str(t).rpartition("/")[2] for t in BOTH.objects(None, PC.changeType))
    assert types == Counter(event.type for event in timeline())
    assert len(set(AGENCIES.subjects(RDF.type, PC.FunctionTransfer))) == len(
        rows("gazetteer/functions")
    )


def test_a_function_went_elsewhere_in_both_languages() -> None:
    found = [t for t in AGENCIES.subjects(PC.function, Literal("giảm nghèo", lang="vi"))
             if (t, PC.fromBody, agent("Bộ Lao động - Thương binh và Xã hội")) in AGENCIES]  # fmt: skip
    assert len(found) == 1
    assert (found[0], PC.function, Literal("poverty reduction", lang="en")) in AGENCIES
    assert (found[0], PC.toBody, agent("Bộ Nông nghiệp và Môi trường")) in AGENCIES


def test_every_thing_has_a_label_in_each_language() -> None:
    for predicate in (SKOS.prefLabel, RDFS.label):
        for subject in set(BOTH.subjects(predicate)):
            found = [each for each in BOTH.objects(subject, predicate) if isinstance(each, Literal)]
            assert sorted(str(each.language) for each in found) == ["en", "vi"], subject
    labelled = set(BOTH.subjects(SKOS.prefLabel)) | set(BOTH.subjects(RDFS.label))
    kinds = (SCHEMA.AdministrativeArea, ORG.FormalOrganization, SKOS.Concept, ORG.ChangeEvent)
    for kind in kinds:
        assert set(BOTH.subjects(RDF.type, kind)) <= labelled
    assert set(BOTH.subjects(PC.changeType)) <= labelled


def test_labels_of_generic_bodies_are_unique_and_their_names_join_documents() -> None:
    generic = list(AGENCIES.subjects(SKOS.inScheme, URIRef(f"{TYPES}generic-agency")))
    assert len(generic) == len(rows("gazetteer/local_bodies"))
    names = [
        str(label)
        for each in generic
        for label in AGENCIES.objects(each, SKOS.prefLabel)
        if isinstance(label, Literal) and label.language == "vi"
    ]
    assert len(set(names)) == len(names)
    three = set(AGENCIES.subjects(PC.genericName, Literal("Ủy ban nhân dân", lang="vi")))
    assert {str(each).rpartition("/")[2] for each in three} == {
        f"uy-ban-nhan-dan-cap-{x}" for x in ("tinh", "huyen", "xa")
    }


def test_every_link_leads_to_something_described() -> None:
    known = {*BOTH.subjects(), *TYPES_LISTS.subjects()}
    links = {o for _, p, o in BOTH if isinstance(o, URIRef) and p != RDF.type}
    assert {str(each) for each in links - known} == set()


def test_nothing_is_the_same_as_anything_and_no_link_leaves() -> None:
    text = "".join(bundled("ontology", name).read_text(encoding="utf-8") for name in FILES)
    assert "sameAs" not in text
    assert "wikidata" not in text
    bodies = {o for _, p, o in BOTH if isinstance(o, URIRef) and p != RDF.type}
    assert all(str(each).startswith(BASE_IRI) for each in bodies)


@pytest.mark.parametrize(
    ("words", "label", "english"),
    [
        (("huyện", "Đắk Glong", "Tỉnh Đắk Nông", "Dak Nong Province"),
         "Huyện Đắk Glong, tỉnh Đắk Nông", "Dak Glong District, Dak Nong Province"),
        (("thị trấn", "Ea T'Ling", "Huyện Cư Jút, tỉnh Đắk Nông", "Cu Jut District, Dak Nong Province"),
         "Thị trấn Ea T'Ling, huyện Cư Jút, tỉnh Đắk Nông",
         "Ea T'Ling Township, Cu Jut District, Dak Nong Province"),
        (("phường", "12", "Quận 3, thành phố Hồ Chí Minh", "Urban District 3, Ho Chi Minh City"),
         "Phường 12, quận 3, thành phố Hồ Chí Minh", "Ward 12, Urban District 3, Ho Chi Minh City"),
    ],
)  # fmt: skip
def test_labels_of_places_inside_places(
    words: tuple[str, str, str, str], label: str, english: str
) -> None:
    assert labels(*words) == (label, english)


COMMUNES = [
    (str(each.subject), each.predicate.value, str(each.object)) for each in commune_quads(BASE_IRI)
]
KIND, AREA = str(PC.placeKind), str(PC.areaNowIn)


def test_each_commune_is_a_node_of_its_own() -> None:
    kinds = Counter(kind.strip("<>").rpartition("/")[2] for _, p, kind in COMMUNES if p == KIND)
    assert kinds == {"xa": 2621 + 7692, "phuong": 687 + 1726 + 22, "thi-tran": 617, "dac-khu": 13}
    assert len({s for s, p, _ in COMMUNES if p == KIND}) == 3321 + 10035 + 22


def test_the_area_of_every_former_commune_is_somewhere_now() -> None:
    gone = {s for s, p, _ in COMMUNES if p == AREA}
    assert len(gone) == 10035 + 5  # and five islands that were districts
    today = {s for s, _, value in COMMUNES if value.startswith('"2025-07-01"')}
    assert {now for _, p, now in COMMUNES if p == AREA} == today


def gazetteer_of(folder: Path) -> tuple[Store, Store]:
    """Give a graph, and the same graph without its gazetteer."""
    store, bare = open_store(folder, read_only=True), Store()
    bare.extend(quad for quad in quads(store) if not is_gazetteer(quad.graph_name))
    return store, bare


def test_a_graph_of_documents_holds_the_gazetteer(five: Path) -> None:
    store = open_store(five, read_only=True)
    for graph, name in zip(gazetteer_graphs(BASE_IRI), FILES, strict=True):
        held = list(store.quads_for_pattern(None, None, None, NamedNode(graph)))
        assert len(held) == len(list(parse(path=str(bundled("ontology", name))))) + 1  # its mark


def test_in_a_graph_a_body_and_a_place_have_one_label(five: Path) -> None:
    store = open_store(five, read_only=True)
    query = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT (STR(?l) AS ?label) {{ <{}> {} ?l }}"""
    for thing, label in (("bộ-tài-chính", "skos:prefLabel"), ("tỉnh-bến-tre", "rdfs:label")):
        kind = "agent" if label.startswith("skos") else "place"
        rows_ = {
            str(r["label"]) for r in select(store, query.format(f"{BASE_IRI}{kind}/{thing}", label))
        }
        assert [view(each) for each in rows_] == [thing.replace("-", " ")]
    others = list(select(store, query.format(f"{BASE_IRI}agent/bộ-tài-chính", "skos:altLabel")))
    assert {"label": "Ministry of Finance"} in others


def test_the_tables_describe_the_bodies_of_the_graph(five: Path) -> None:
    store = open_store(five, read_only=True)
    rows_ = list(select(store, """PREFIX pc: <https://w3id.org/policy-cascade/ns#>
        SELECT DISTINCT ?to { ?task pc:leadAgency ?a . ?a pc:genericName ?name .
          GRAPH ?g { ?generic pc:genericName ?name . ?event pc:before ?generic ; pc:after ?new }
          ?new pc:genericName ?to FILTER(?name = "Sở Thông tin và Truyền thông"@vi) }"""))  # fmt: skip
    assert [row["to"] for row in rows_] == ["Sở Khoa học và Công nghệ"]


def test_bodies_that_no_document_names_are_not_counted(five: Path) -> None:
    store, bare = gazetteer_of(five)
    assert len(store) > len(bare) + 10_000
    assert list(network(store).nodes(data=True)) == list(network(bare).nodes(data=True))
    assert list(network(store).edges(data=True)) == list(network(bare).edges(data=True))
    for kind in ("prov:Agent", "pc:Place", "eli:LegalResource"):
        count = f"""PREFIX pc: <{BASE_IRI}ns#> PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX eli: <http://data.europa.eu/eli/ontology#>
            SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a {kind} }}"""
        assert list(select(store, count)) == list(select(bare, count))


def test_what_leaves_the_graph_is_what_documents_name_and_what_describes_it(five: Path) -> None:
    store, bare = gazetteer_of(five)
    leaving = set(named_quads(store))
    assert set(quads(bare)) <= leaving
    about = {
        str(quad.subject).strip("<>").removeprefix(BASE_IRI)
        for quad in leaving
        if is_gazetteer(quad.graph_name)
    }
    assert "place/tỉnh-bến-tre" in about  # a plan is of it
    assert "change/2025-07-01-vinh-long" in about  # what became of it
    assert "place/tỉnh-vĩnh-long" in about
    assert "types/generic-agency/so-khoa-hoc-va-cong-nghe" in about  # leads tasks
    assert "place/thành-phố-cần-thơ" not in about
    assert "place/huyện-châu-thành-tỉnh-long-an" not in about
    assert len(leaving) < len(set(quads(bare))) * 1.1


def test_a_store_without_documents_gives_nothing_of_the_gazetteer() -> None:
    store = Store()
    load_ontology(store)
    load_gazetteer(store, BASE_IRI)
    assert not [quad for quad in named_quads(store) if is_gazetteer(quad.graph_name)]


def test_another_base_has_its_own_gazetteer() -> None:
    store = Store()
    load_gazetteer(store, "https://x.org/")
    names = {str(graph) for graph in store.named_graphs()}
    assert names == {"<https://x.org/graph/agencies>", "<https://x.org/graph/places>"}
    subjects = {str(quad.subject).strip("<>") for quad in store}
    assert "https://x.org/agent/bộ-y-tế" in subjects
    assert f"{TYPES}generic-agency/so-y-te" in subjects
    assert not [each for each in subjects if each.startswith(f"{BASE_IRI}agent/")]


def test_loading_again_changes_nothing_and_an_older_one_is_replaced() -> None:
    store = Store()
    load_gazetteer(store, BASE_IRI)
    whole = set(store)
    load_gazetteer(store, BASE_IRI)
    assert set(store) == whole
    graph = NamedNode(gazetteer_graphs(BASE_IRI)[1])
    [mark] = store.quads_for_pattern(graph, None, None, graph)
    store.remove(mark)
    store.add(Quad(graph, mark.predicate, OxLiteral("older"), graph))
    store.add(Quad(NamedNode("https://x.org/gone"), mark.predicate, OxLiteral("1"), graph))
    load_gazetteer(store, BASE_IRI)
    assert set(store) == whole


def test_the_whole_gazetteer_conforms_to_the_shapes() -> None:
    store = Store()
    load_ontology(store)
    for name in FILES:
        store.load(
            path=str(bundled("ontology", name)),
            format=RdfFormat.TURTLE,
            to_graph=NamedNode("https://x.org/g"),
        )
    assert validate(store).faults == ()


@pytest.mark.parametrize(
    ("graph", "subject", "predicate", "says"),
    [
        (PLACES, place("Tỉnh Hà Nam"), RDFS.label, "no label in one of two languages"),
        (AGENCIES, next(AGENCIES.subjects(PC.function)), PC.toBody, "handed over to no body"),
        (PLACES, URIRef(f"{BASE_IRI}change/2025-07-01-lam-dong"), TIME.hasTime, "on no day"),
        (PLACES, URIRef(f"{BASE_IRI}change/2025-07-01-district-level"), PC.before, "changed nothing"),
    ],
)  # fmt: skip
def test_a_shape_names_what_is_missing(
    graph: Graph, subject: URIRef, predicate: URIRef, says: str
) -> None:
    store = Store()
    load_ontology(store)
    turtle = graph.cbd(subject).remove((subject, predicate, None)).serialize(format="turtle")
    store.load(turtle.encode(), format=RdfFormat.TURTLE, to_graph=NamedNode("https://x.org/g"))
    assert any(says in fault.what for fault in validate(store).faults)


WISHES = [
    (each.name, wish)
    for each in questions()
    for wish in ({}, {"as_of": "2025-03-15"}, {"as_of": "2026-10-01"}, {"place": "Bến Tre"})
    if set(wish) <= {parameter.name for parameter in each.parameters}
]


@pytest.mark.parametrize(("name", "wish"), WISHES)
def test_no_answer_changes_with_the_gazetteer(five: Path, name: str, wish: dict[str, str]) -> None:
    needs = {"document": "36-NQ/TW"} if any(p.required for p in question(name).parameters) else {}
    with_, without = (ask(store, name, **wish, **needs) for store in gazetteer_of(five))
    assert with_ == without


@pytest.mark.parametrize("day", ["2025-03-15", "2026-10-01"])
def test_no_network_of_a_day_changes_with_the_gazetteer(five: Path, day: str) -> None:
    with_, without = (on_day(network(each), each, day) for each in gazetteer_of(five))
    assert list(with_.nodes(data=True)) == list(without.nodes(data=True))
    assert list(with_.edges(data=True)) == list(without.edges(data=True))
