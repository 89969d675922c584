"""docs/how-to/python.md: its examples give what they show, its table names every attribute."""

from __future__ import annotations

import doctest
import re
from collections import defaultdict
from pathlib import Path

import pytest

import kg
from kg.config import ROOT
from kg.corpus import Corpus
from kg.graph import network_queries
from kg.graph.network import RELATIONS

PAGE = ROOT / "docs" / "how-to" / "python.md"
QUERIES = {
    "document": network_queries.DOCUMENTS,
    "task": network_queries.TASKS,
    "agent": network_queries.AGENTS,
    "place": network_queries.PLACES,
    "report": network_queries.DUTIES,
    "target": network_queries.TARGETS,
}
DIRECTED = {"words", "start", "end", "source", "file", "inferred", "count"}
# What the page says of all kinds in one sentence, and the name of the row in a query.
EVERYWHERE = {"kind", "label"}
PLACE = {"start", "end"}  # of the passage that the query names
OUTSIDE = {
    "document": {"recipients"},
    "agent": {"formerly", "then", "led", "coordinated"},
    "report": PLACE,
    "target": PLACE,
}


@pytest.fixture(scope="module")
def opened(five: Path) -> Corpus:
    return kg.open(five)


def told() -> dict[str, set[str]]:
    rows = re.findall(r"^\| `?(\w+)`? \| `(\w+)` \| \S", PAGE.read_text("utf-8"), re.MULTILINE)
    found: dict[str, set[str]] = defaultdict(set)
    for kind, attribute in rows:
        assert attribute not in found[kind], (kind, attribute)
        found[kind].add(attribute)
    return found


def test_the_examples_are_real(five: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "build").symlink_to(five)
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(
        str(PAGE), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE, encoding="utf-8"
    )
    assert result.failed == 0
    assert result.attempted >= 20
    assert (tmp_path / "coordination.gexf").is_file()


@pytest.mark.parametrize("kind", QUERIES)
def test_every_attribute_that_a_node_can_have_is_told(kind: str) -> None:
    head = QUERIES[kind].split("WHERE")[0].split("SELECT")[1]
    able = set(re.findall(r"\?(\w+)", head)) - {"node", "passage"} - EVERYWHERE
    assert told()[kind] == able | OUTSIDE.get(kind, set())


@pytest.mark.parametrize("day", [None, "2025-07-02"])
def test_no_network_has_an_attribute_that_is_not_told(opened: Corpus, day: str | None) -> None:
    known = told()
    for name in ("whole", "coordination"):
        for _, data in opened.network(name, as_of=day).nodes(data=True):
            assert set(data) <= known[data["kind"]] | EVERYWHERE
    for *_, data in opened.network(as_of=day).edges(data=True):
        assert set(data) <= known["directed"] | {"relation"}
    seen = {
        key for *_, d in opened.network("coordination", as_of=day).edges(data=True) for key in d
    }
    assert seen == known["coordination"] | {"relation"}


def test_every_relation_is_told() -> None:
    row = next(line for line in PAGE.read_text("utf-8").splitlines() if "| `relation` |" in line)
    assert set(re.findall(r"`(\w+)`", row)) == RELATIONS | {"relation", "coordination"}
    assert told()["directed"] == DIRECTED
    assert told()["may_be"] == {"why", "sources"}
