"""Findings counted by the rule that made them."""

from __future__ import annotations

from typing import Any

import pytest

from kg.confidence.rules import rules
from kg.score import RuleCount, rule_counts

Json = dict[str, Any]
GOLD: Json = {
    "file": "a.txt",
    "document": {"number": "12/KH-UBND"},
    "tasks": [
        {"id": "I.1", "span": [0, 10], "kind": "explicit", "lead": ["Sở Y tế"]},
        {"id": "I.2", "span": [20, 30], "kind": "unassigned"},
    ],
    "neutral": [{"id": "II", "span": [40, 50]}],
    "funding": ["vốn vay"],
}


def task(span: list[int], rule: str, *lead: str) -> Json:
    return {"span": span, "kind": "explicit", "rule": rule, "lead": list(lead),
            "lead_rule": "lead.label" if lead else None}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "rule", "seen", "right"),
    [
        ({"tasks": [task([0, 10], "task.item")]}, "task.item", 1, 1),
        ({"tasks": [task([60, 70], "task.item")]}, "task.item", 1, 0),
        ({"tasks": [task([40, 50], "task.item")]}, "task.item", 0, 0),  # neutral: not counted
        ({"tasks": [task([0, 10], "task.item", "Sở Y tế")]}, "lead.label", 1, 1),
        ({"tasks": [task([0, 10], "task.item", "Sở A", "Sở Y tế")]}, "lead.label", 2, 1),
        ({"document": {"number": "12/KH-UBND", "rules": {"number": "header.portal-box"}}},
         "header.portal-box", 1, 1),
        ({"document": {"number": "13/KH-UBND", "rules": {"number": "header.portal-box"}}},
         "header.portal-box", 1, 0),
        ({"funding": ["vốn vay", "vốn khác"], "funding_rules": ["funding.section"] * 2},
         "funding.section", 2, 1),
        ({"funding": ["vốn vay"]}, "funding.section", 0, 0),
        ({"funding": ["vốn vay"], "funding_rules": ["my-own.rule"]}, "my-own.rule", 1, 1),
        ({}, "task.item", 0, 0),
    ],
)  # fmt: skip
def test_a_rule_is_right_as_often_as_its_findings_are(
    found: Json, rule: str, seen: int, right: int
) -> None:
    counts = {each.rule: each for each in rule_counts([(GOLD, found)])}
    assert counts[rule] == RuleCount(rule, seen, right)


def test_every_rule_of_the_table_has_a_line_and_other_rules_follow() -> None:
    found = {"funding": ["x", "y"], "funding_rules": ["b.other", "a.other"]}
    names = [each.rule for each in rule_counts([(GOLD, found)])]
    assert names == [*rules(), "a.other", "b.other"]


def test_the_counts_of_documents_are_added_up() -> None:
    found = {"funding": ["vốn vay"], "funding_rules": ["funding.section"]}
    counts = {each.rule: each for each in rule_counts([(GOLD, found), (GOLD, found)])}
    assert counts["funding.section"] == RuleCount("funding.section", 2, 2)
    assert counts["task.item"].precision is None
