"""Every statement of the five plans says which rule made it, and how sure that is."""

from __future__ import annotations

import functools

import pytest
from pyoxigraph import NamedNode, Quad
from rdflib import RDF

from kg.confidence import Judge
from kg.config import bundled
from kg.graph.triples import Run, to_quads
from kg.model import DocumentRecord
from kg.pipeline import extract_file
from kg.vocabulary import PC, PPLAN, TYPES

NAMES = sorted(path.name for path in bundled("data", "documents").glob("*.txt"))


@functools.cache
def plan(name: str) -> tuple[DocumentRecord, tuple[Quad, ...]]:
    record = extract_file(bundled("data", "documents", name))
    return record, tuple(to_quads(record, Run("0.1.0", "test")))


def values(quads: tuple[Quad, ...], predicate: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for quad in quads:
        if quad.predicate.value == str(predicate):
            assert isinstance(quad.subject, NamedNode)
            assert not isinstance(quad.object, tuple)
            found.setdefault(quad.subject.value, []).append(str(getattr(quad.object, "value", "")))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_statement_has_one_rule_and_one_number(name: str) -> None:
    _, quads = plan(name)
    rules, numbers = values(quads, PC.rule), values(quads, PC.confidence)
    assert rules.keys() == numbers.keys()
    assert all(len(each) == 1 for each in (*rules.values(), *numbers.values()))
    assert all(0 < float(each[0]) <= 1 for each in numbers.values())
    slips = values(quads, PC.shouldBe).keys()  # suggestions say in words how sure they are
    subjects = values(quads, RDF.subject)
    without = {subjects[one][0] for one in subjects.keys() - rules.keys()}
    assert without == slips


@pytest.mark.parametrize("name", NAMES)
def test_a_task_is_as_sure_in_the_graph_as_in_the_record(name: str) -> None:
    record, quads = plan(name)
    judge = Judge(record)
    predicates, numbers = values(quads, RDF.predicate), values(quads, PC.confidence)
    rules = values(quads, PC.rule)
    steps = [one for one, each in predicates.items() if each == [str(PPLAN.isStepOfPlan)]]
    found = sorted((rules[one][0], float(numbers[one][0])) for one in steps)
    sure = [each for task in record.tasks if (each := judge.task(task))]
    wanted = [(f"{TYPES}rule/{each.rule.replace('.', '-')}", each.number) for each in sure]
    assert found == sorted(wanted)
    assert len(found) > 5
