"""The five plans against the gold: what was reached is not lost again."""

from __future__ import annotations

import json
from functools import cache

import pytest
from jsonschema import Draft202012Validator
from quotes import doubled, strangers, unfaithful

from kg.config import ROOT, bundled
from kg.model import DocumentRecord
from kg.pipeline import extract, extract_file
from kg.read.source import read_bytes
from kg.record import to_json
from kg.score import Scores, pairs, score

PLANS = sorted(bundled("data", "documents").glob("*.txt"))
FLOORS = {
    "references": 0.99, "references.relation": 0.98, "mentions": 0.97, "chain": 1.0, "tasks.explicit+assigned": 0.97,
    "tasks.unassigned": 0.92, "tasks.kind": 0.98, "leads": 0.97, "coordinators": 0.96, "timeframes.kind": 0.98, "timeframes": 0.98,
    "reporting": 0.9, "targets": 1.0, "document": 1.0, "sections.ids": 1.0, "near_duplicates": 1.0, "funding": 0.9, "agents": 0.95,
    "qualitative_goals": 1.0, "leads.role": 0.97, "tasks.span": 0.95, "reporting.who": 0.9, "reporting.month_day": 1.0,
}  # fmt: skip


@cache
def record(name: str) -> DocumentRecord:
    return extract_file(bundled("data", "documents", name))


@cache
def scores() -> Scores:
    found = {path.name: to_json(record(path.name)) for path in PLANS}
    return score(pairs(bundled("data", "gold"), found))


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_a_field_stays_at_or_above_its_floor(field: str, floor: float) -> None:
    tally = scores().of(field)
    assert tally.f1 is not None
    assert tally.f1 >= floor, [*tally.missed[:5], *tally.false[:5]]


def test_every_chain_and_target_of_the_gold_is_found() -> None:
    assert (scores().of("chain").right, scores().of("chain").n_gold) == (5, 5)
    assert (scores().of("targets").right, scores().of("targets").n_gold) == (4, 4)


@pytest.mark.parametrize("name", [path.name for path in PLANS])
def test_a_plan_gives_a_whole_record(name: str) -> None:
    each = record(name)
    assert unfaithful(each) == []
    assert doubled(each) == set()
    assert strangers(each) == set()


@pytest.mark.parametrize("name", [path.name for path in PLANS])
def test_a_plan_gives_a_record_of_the_documented_shape(name: str) -> None:
    text = (ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8")
    schema = Draft202012Validator(json.loads(text))
    assert [error.message for error in schema.iter_errors(to_json(record(name)))] == []


@pytest.mark.parametrize("name", [path.name for path in PLANS])
def test_a_plan_gives_the_same_however_its_bytes_are_made(name: str) -> None:
    text = record(name).source.text
    made = text.replace("\n", "\r\n").encode("utf-16")
    assert to_json(extract(read_bytes(made, name)))["tasks"] == to_json(record(name))["tasks"]
