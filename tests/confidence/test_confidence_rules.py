"""Every rule proves itself by its specimen, and its counts are those of the gold."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kg.cli import group
from kg.confidence.rules import PRIORS, Rule, doubts, rules, sure, word
from kg.config import ROOT, bundled
from kg.lexicon import rows
from kg.pipeline import extract_file, extract_text
from kg.record import to_json
from kg.record.listing import Listed, by_doubt, listed

Json = dict[str, Any]
RULES = sorted(rules())


@functools.cache
def plans() -> tuple[tuple[str, Json], ...]:
    paths = sorted(bundled("data", "documents").glob("*.txt"))
    records = [extract_file(path) for path in paths]
    return tuple((record.source.text, to_json(record)) for record in records)


@functools.cache
def findings() -> tuple[tuple[str, Listed], ...]:
    return tuple((text, each) for text, record in plans() for each in listed(record))


@pytest.mark.parametrize("rule", RULES)
def test_a_specimen_yields_a_finding_of_its_rule(rule: str) -> None:
    record = extract_text(rules()[rule].specimen)
    found = [each for each in listed(to_json(record)) if each.rule == rule]
    assert found
    assert all(each.value for each in found if each.kind != "goal")


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_described_in_both_languages(rule: str) -> None:
    row = rules()[rule]
    assert row.prior in PRIORS
    assert row.en.rstrip("”").endswith((".", ":"))
    assert row.vi.rstrip("”").endswith((".", ":"))
    assert 0 <= row.right <= row.seen


def test_the_ids_are_unique_and_so_are_their_concepts() -> None:
    ids = [row["id"] for row in rows("lexicon/rules")]
    assert len({each.replace(".", "-") for each in ids}) == len(ids) > 50


def test_the_counts_are_those_of_the_command(tmp_path: Path) -> None:
    out = tmp_path / "counts.csv"
    gold = str(ROOT / "data" / "gold")
    found = CliRunner().invoke(
        group, ["evaluate", gold, "--rules", "--format", "csv", "-o", str(out)]
    )
    assert found.exit_code == 0
    held = bundled("data", "lexicon", "rule_counts.csv").read_bytes()
    assert held == out.read_bytes(), (
        "kg evaluate data/gold --rules --format csv -o …/rule_counts.csv"
    )


def test_each_finding_of_the_plans_has_a_rule_of_the_table_and_its_words() -> None:
    assert len(findings()) > 750
    for text, each in findings():
        assert each.rule in rules()
        assert 0 < each.confidence <= 1
        assert set(each.doubts) <= set(doubts())
        assert each.span is None or text[slice(*each.span)].strip()


def unmade(node: object, where: str = "") -> list[str]:
    """Give the findings that lack a rule: a part that says something must say who says so."""
    match node:
        case dict():
            found = [part for key in node if key.endswith("rule") for part in lacking(node, key)]
            inner = [
                line for key, value in node.items() for line in unmade(value, f"{where}.{key}")
            ]
            return [f"{where}: {part}" for part in found] + inner
        case list():
            return [line for each in node for line in unmade(each, where)]
    return []


def lacking(node: Json, key: str) -> list[str]:
    part = key.removesuffix("rule").rstrip("_")
    said = node.get(f"{part}_surface") or node.get(part) if part else True
    return [] if bool(said) == bool(node[key]) else [key]


def test_no_finding_of_the_plans_is_without_a_rule() -> None:
    assert [line for _, record in plans() for line in unmade(record)] == []
    for _, record in plans():
        head = record["document"]
        assert set(head["rules"]) == set(head["confidence"]) == set(head["doubts"])
        assert set(head["spans"]) <= set(head["rules"])
        assert len(record["funding"]) == len(record["funding_rules"])


def test_a_record_without_rules_lists_nothing() -> None:
    gold = json.loads((ROOT / "data" / "gold" / "001.json").read_text(encoding="utf-8"))
    assert listed(gold) == ()


@pytest.mark.parametrize(
    ("prior", "seen", "right", "expected"),
    [
        ("printed", 0, 0, 0.95),
        ("grammar", 0, 0, 0.9),
        ("guess", 0, 0, 0.75),
        ("guess", 4, 4, 0.875),
        ("grammar", 10, 5, 0.7),
        ("printed", 80, 80, 0.99),
    ],
)
def test_the_number_is_the_mean_of_prior_and_counts(
    prior: str, seen: int, right: int, expected: float
) -> None:
    rule = Rule("a.b", prior, "", "", "", seen, right)
    assert rule.expected == pytest.approx(expected)


@given(st.sampled_from(RULES), st.frozensets(st.sampled_from(sorted(doubts()))))
def test_a_doubt_lowers_and_never_to_nothing(rule: str, reasons: frozenset[str]) -> None:
    found = sure(rule, reasons)
    assert set(found.doubts) == reasons
    assert 0 < found.number <= sure(rule).number <= 1
    for each in reasons:
        assert found.number <= sure(rule, reasons - {each}).number


@pytest.mark.parametrize(
    ("number", "en", "vi"),
    [
        (1.0, "certain", "chắc chắn"),
        (0.97, "certain", "chắc chắn"),
        (0.96, "likely", "nhiều khả năng"),
        (0.9, "likely", "nhiều khả năng"),
        (0.89, "possible", "có thể"),
        (0.75, "possible", "có thể"),
        (0.74, "doubtful", "đáng ngờ"),
        (0.01, "doubtful", "đáng ngờ"),
    ],
)
def test_a_number_has_its_word(number: float, en: str, vi: str) -> None:
    assert (word(number), word(number, "vi")) == (en, vi)


def test_by_doubt_puts_the_least_sure_first_and_keeps_the_order_of_place() -> None:
    found = by_doubt(each for _, each in findings())
    numbers = [each.confidence for each in found]
    assert numbers == sorted(numbers)
    assert numbers[0] < numbers[-1]
