"""The closed lists hold exactly what the records may say."""

from __future__ import annotations

from typing import get_args

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from kg.config import bundled
from kg.errors import RecordError
from kg.graph.concepts import concept, document_type, is_public, type_of_code
from kg.model import Recurrence, TaskKind, TimeKind
from kg.vocabulary import TYPES

LISTS = Graph().parse(bundled("ontology", "types.ttl"))
LEVELS = """central-party national-assembly central-government ministry province-party
province-government provincial-department district-party district-government
district-department commune-party commune-government organisation unknown"""
KINDS = """party-committee party-organ national-assembly government ministry people-council
people-committee department internal-unit police military court front mass-organisation
association press bank school enterprise management-board institute collective person-group
person other"""

ROLES = """purpose goal action funding organisation
reporting appendix other"""


def ids(scheme: str) -> set[str]:
    concepts = LISTS.subjects(SKOS.inScheme, URIRef(TYPES + scheme))
    return {str(each).removeprefix(f"{TYPES}{scheme}/") for each in concepts}


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        ("level", LEVELS.split()),
        ("agency-kind", KINDS.split()),
        ("task-kind", get_args(TaskKind)),
        ("time-kind", get_args(TimeKind)),
        ("recurrence", get_args(Recurrence)),
        ("section-role", ROLES.split()),
    ],
)  # fmt: skip
def test_list_holds_exactly(scheme: str, names: list[str]) -> None:
    assert ids(scheme) == set(names)


@pytest.mark.parametrize("each", sorted(map(str, LISTS.subjects(RDF.type, SKOS.Concept))))
def test_concept_has_one_label_in_each_language(each: str) -> None:
    labels = [
        label for label in LISTS.objects(URIRef(each), SKOS.prefLabel) if isinstance(label, Literal)
    ]
    assert sorted(str(label.language) for label in labels) == ["en", "vi"]


def test_codes_have_one_meaning_in_their_family() -> None:
    codes = [(code.datatype, str(code)) for code in LISTS.objects(None, SKOS.notation)
             if isinstance(code, Literal)]  # fmt: skip
    assert len(codes) == len(set(codes)) > 30


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Nghị quyết", "nghi-quyet"),
        ("KẾ  HOẠCH", "ke-hoach"),
        ("Chương trình hành động", "chuong-trinh-hanh-dong"),
        ("Thông tư liên tịch", "thong-tu-lien-tich"),
        ("Sổ tay", "other"),  # not in the list
    ],
)
def test_printed_type_finds_its_concept(words: str, name: str) -> None:
    assert document_type(words).value == f"{TYPES}document-type/{name}"


@pytest.mark.parametrize(
    ("code", "party", "label"),
    [
        ("QĐ", False, "Quyết định"),
        ("CTr", True, "Chương trình"),
        ("TT", False, "Thông tư"),
        ("TT", True, "Thông tri"),
        ("UBND", False, None),  # a công văn carries no type
    ],
)
def test_code_of_a_number(code: str, party: bool, label: str | None) -> None:  # noqa: FBT001 - a row
    assert type_of_code(code, party=party) == label


def test_unknown_kind_is_an_error_with_its_mend() -> None:
    with pytest.raises(RecordError, match=r"agency-kind has no 'guild'.*Add the concept"):
        concept("agency-kind", "guild")


def test_public_bodies_are_those_of_the_state() -> None:
    assert is_public(concept("agency-kind", "department"))
    assert not is_public(concept("agency-kind", "party-committee"))
