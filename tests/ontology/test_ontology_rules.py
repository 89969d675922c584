"""The lists of rules and doubts in the ontology say what the tables say."""

from __future__ import annotations

import pytest
from rdflib import SKOS, Graph, Literal, URIRef

from kg.confidence.rules import doubts, rules
from kg.config import bundled
from kg.vocabulary import TYPES

LISTS = Graph().parse(bundled("ontology", "types.ttl"))
RULES = {each.id.replace(".", "-"): (each.en, each.vi) for each in rules().values()}
DOUBTS = {each.id: (each.en, each.vi) for each in doubts().values()}


def said(scheme: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for concept in LISTS.subjects(SKOS.inScheme, URIRef(TYPES + scheme)):
        labels = {
            label.language: str(label)
            for label in LISTS.objects(concept, SKOS.prefLabel)
            if isinstance(label, Literal)
        }
        found[str(concept).rpartition("/")[2]] = (labels["en"], labels["vi"])
    return found


@pytest.mark.parametrize(("scheme", "table"), [("rule", RULES), ("doubt", DOUBTS)])
def test_the_list_says_what_the_table_says(scheme: str, table: dict[str, tuple[str, str]]) -> None:
    assert said(scheme) == table


def test_a_rule_keeps_its_id_as_its_notation() -> None:
    for each in rules():
        concept = URIRef(f"{TYPES}rule/{each.replace('.', '-')}")
        assert str(LISTS.value(concept, SKOS.notation)) == each
