"""Every surface that the gold lists for a body, against the body that is read for it."""

from __future__ import annotations

import json
from functools import cache

from kg.config import bundled
from kg.pipeline import bodies_named, extract
from kg.read.source import read_file
from kg.text import view

GOLD = sorted(bundled("data", "gold").glob("*.json"))
PRECISION, RECALL = 0.99, 0.97
Pair = tuple[str, str, str]


@cache
def listed() -> frozenset[Pair]:
    """Give file, surface and full name of every surface of the gold."""
    plans = (json.loads(path.read_text(encoding="utf-8")) for path in GOLD)
    return frozenset(
        (plan["file"], surface, view(agent["canonical"]))
        for plan in plans
        for agent in plan["agents"]
        for surface in agent["surfaces"]
    )


@cache
def found() -> frozenset[Pair]:
    """Give the same of what is read anywhere in the text, for the surfaces that the gold lists."""
    asked = {(file, surface) for file, surface, _ in listed()}
    pairs: set[Pair] = set()
    for file in sorted({file for file, _ in asked}):
        source = read_file(bundled("data", "documents", file))
        told = {(each.quote.words, each.agent) for each in bodies_named(source)}
        told |= {(words, a.canonical) for a in extract(source).agents for words in a.surfaces}
        pairs |= {(file, words, view(name)) for words, name in told if (file, words) in asked}
    return frozenset(pairs)


def test_a_surface_of_the_gold_is_read_as_its_body() -> None:
    wrong, right = found() - listed(), found() & listed()
    assert len(listed()) > 130
    assert len(right) / len(found()) >= PRECISION, sorted(wrong)
    assert len(right) / len(listed()) >= RECALL, sorted(listed() - found())


def test_no_body_of_the_five_plans_is_left_open() -> None:
    for file in sorted({file for file, _, _ in listed()}):
        record = extract(read_file(bundled("data", "documents", file)))
        assert [agent.canonical for agent in record.agents if agent.undecided] == []
