"""The drawn boards as files: what they count, what they say, what hostile words do to them."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from board_sample import HOSTILE, LONG, TEXTS, A, B, hostile, sample, tie
from test_page import Reader

from kg.write.board import Board, board_html, write_board
from kg.write.board_coordination import coordination_board
from kg.write.board_coverage import Cell, coverage_board
from kg.write.board_ego import MOST_TASKS, agency_board, document_board
from kg.write.board_flow import flow_board
from kg.write.board_timeline import timeline_board
from kg.write.page_data import addresses

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Graph = nx.MultiDiGraph[str]

SHARED = {("a:n", "a:y"): ["t1", "t2"], ("a:t", "a:y"): ["t1"]}
GROUPS = [{"a:y", "a:n", "a:t"}]
CELLS = [
    Cell("d:nq1", A, "own plan in corpus", "text not held: all",
         (("d:kh1", "d:ct1", "implements"), ("d:ct1", "d:nq1", "implements"))),
    Cell("d:nq1", B, "own plan in corpus", "text not held: all", (("d:kh2", "d:nq1", "implements"),)),
    Cell("d:nq1", "Tỉnh Chưa Có", "not in corpus", "text not held: all"),
]  # fmt: skip
BOARDS: dict[str, Callable[[Graph], Board]] = {
    "coordination": lambda graph: coordination_board(graph, SHARED, GROUPS),
    "coverage": lambda graph: coverage_board(graph, CELLS),
    "agency": lambda graph: agency_board(graph, "a:y"),
    "document": lambda graph: document_board(graph, "d:kh1"),
    "directive": lambda graph: document_board(graph, "d:nq1"),
    "flow": flow_board,
    "timeline": timeline_board,
}


def figures(board: Board) -> dict[str, int]:
    return dict(board.figures)


def data(board: Board) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(Reader(board_html(board, title="x", texts=TEXTS)).scripts[0])
    return told


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("coordination", {"kinds.agent": 3, "board.ties": 2, "board.groups": 1, "kinds.task": 2}),
        ("coverage", {"board.directives": 1, "board.provinces": 3, "board.cells": 3, "state.own": 2}),
        ("agency", {"kinds.document": 1, "board.led": 2, "board.helped": 0, "board.partners": 2}),
        ("document", {"kinds.task": 3, "kinds.agent": 3, "board.rests": 2, "board.answers": 0}),
        ("directive", {"kinds.task": 0, "kinds.agent": 0, "board.rests": 0, "board.answers": 2}),
        # A and B under the directive; CT1 between; departments and nobody lead: NQ1>CT1, NQ1>B,
        # CT1>A, A>departments, A>nobody, B>departments are six ribbons.
        ("flow", {"kinds.task": 4, "board.directives": 1, "board.ribbons": 6, "board.plans": 2}),
        ("timeline", {"board.dated": 3, "board.undated": 2, "board.ending": 2, "board.lanes": 3}),
    ],
)  # fmt: skip
def test_the_figures_are_those_counted_on_paper(name: str, counted: dict[str, int]) -> None:
    assert figures(BOARDS[name](sample())) == counted


def test_ties_are_those_that_plain_python_finds() -> None:
    graph = sample()
    found: Counter[tuple[str, str]] = Counter()
    for task in (n for n, facts in graph.nodes(data=True) if facts["kind"] == "task"):
        ends = {(end, key) for _, end, key in graph.out_edges(task, keys=True)}
        named = {end for end, _ in ends if not graph.nodes[end].get("collective")}
        leads = {end for end, key in ends if key == "lead"}
        found.update(p for p in combinations(sorted(named), 2) if leads & set(p))
    assert {pair: len(tasks) for pair, tasks in SHARED.items()} == found
    bundles = BOARDS["coordination"](graph).bundles
    assert {each.id: each.facts[0][1] for each in bundles} == {"a:n a:y": "2", "a:t a:y": "1"}


def test_the_width_of_the_flow_is_the_tasks_under_each_paper() -> None:
    board = flow_board(sample())
    told = {each.name: each.facts[-1][1] for each in board.bundles if each.kind == "kind.ribbon"}
    assert told[f"Nghị quyết 1-NQ/TW → {A}"] == "3"
    assert told[f"Nghị quyết 1-NQ/TW → {B}"] == "1"
    assert told[f"{A} → Sở, ban, ngành"] == "2"
    assert told[f"{A} → không nêu ai chủ trì"] == "1"


def test_each_mark_stands_for_something_of_the_page() -> None:
    for name, make in BOARDS.items():
        board = make(sample())
        told = data(board)
        for drawing in (board.wide, board.tall):
            for kind, rank in re.findall(r'data-(node|edge|bundle)="(\d+)"', drawing):
                assert int(rank) < len(told[f"{kind}s"]), name
        for bundle in told["bundles"]:
            for _, items in bundle["groups"]:
                assert all(node < len(told["nodes"]) for node, _ in items)
                assert all(edge < len(told["edges"]) for _, edges in items for edge in edges)


def test_the_words_of_a_tie_are_those_of_its_tasks() -> None:
    told = data(BOARDS["coordination"](sample()))
    [tie_] = [each for each in told["bundles"] if each["id"] == "a:n a:y"]
    items = dict(tie_["groups"])["board.shared"]
    quotes = [told["edges"][edge]["facts"].get("words") for _, edges in items for edge in edges]
    assert "Sở Y làm cùng Sở N." in quotes
    for edge in told["edges"]:
        facts = edge["facts"]
        if "words" in facts:
            assert TEXTS[facts["source"]][facts["start"] : facts["end"]] == facts["words"]


def test_the_cell_of_a_province_without_a_plan_never_says_not_done() -> None:
    board = BOARDS["coverage"](sample())
    [empty] = [each for each in board.bundles if each.name == "Tỉnh Chưa Có"]
    assert empty.notes == ("coverage.nothing",)
    assert "board.never" in board.notes
    html = board_html(board, title="x", lang="en")
    assert "That does not say that the province has done nothing." in html
    assert "2/3" in board.wide, "own plans of all provinces"


@pytest.mark.parametrize("name", sorted(BOARDS))
def test_the_order_of_the_input_changes_nothing(name: str) -> None:
    graph = sample()
    nodes = list(graph.nodes(data=True))
    edges = list(graph.edges(keys=True, data=True))
    random.Random(5).shuffle(nodes)  # noqa: S311 - an order, no secret
    random.Random(6).shuffle(edges)  # noqa: S311
    other: Graph = nx.MultiDiGraph()
    other.add_nodes_from(nodes)
    for start, end, key, facts in edges:
        other.add_edge(start, end, key=key, **facts)
    assert board_html(BOARDS[name](other), title="x") == board_html(BOARDS[name](graph), title="x")


@pytest.mark.parametrize("name", ["coordination", "agency", "document", "directive"])
def test_an_unrelated_document_changes_nothing(name: str) -> None:
    graph = sample()
    before = board_html(BOARDS[name](graph), title="x")
    graph.add_node("d:far", kind="document", label="Báo cáo 9", held=True, level="ministry")
    graph.add_node("t:far", kind="task", text="Việc xa.", document="d:far")
    tie(graph, "d:far", "t:far", "has_task", "d:far", "")
    assert board_html(BOARDS[name](graph), title="x") == before


@pytest.mark.parametrize("name", sorted(BOARDS))
def test_hostile_words_stay_words(name: str) -> None:
    html = board_html(BOARDS[name](hostile()), title=HOSTILE, texts={"d:kh1": HOSTILE})
    reader = Reader(html)
    assert len(reader.scripts) == 2
    assert not [tag for tag, _ in reader.tags if tag in {"img", "iframe", "object", "base", "a"}]
    assert {key for _, told in reader.tags for key in told if key.startswith("on")} == set()
    assert max(len(told) for told in re.findall(r"<tspan[^>]*>([^<]*)", html)) < 300, (
        "labels are cut"
    )
    assert len(LONG) > 10_000
    drawn = "".join(re.findall(r"<tspan[^>]*>([^<]*)", html))
    assert not set(drawn) & set("\u202e\u2028\x01"), "no control turns the drawn names round"


@pytest.mark.parametrize("name", sorted(BOARDS))
def test_a_board_asks_nothing_of_the_network_and_runs_one_script(name: str) -> None:
    html = board_html(BOARDS[name](sample()), title="x")
    [policy] = [
        str(a["content"]) for tag, a in Reader(html).tags if tag == "meta" and "http-equiv" in a
    ]
    assert policy.count("'sha256-") == 1
    assert "http" not in policy
    for tag, told in Reader(html).tags:
        for key in ("src", "href", "srcset", "action", "xlink:href"):
            assert (told.get(key) or "data:,").startswith("data:"), (tag, told)


def test_many_tasks_are_shown_by_their_paper() -> None:
    graph = sample()
    for nth in range(MOST_TASKS):
        graph.add_node(
            f"more{nth:03}", kind="task", text=f"Việc {nth}", document="d:kh1", task_kind="assigned"
        )
        tie(graph, "d:kh1", f"more{nth:03}", "has_task", "d:kh1", "")
        tie(graph, f"more{nth:03}", "a:y", "lead", "d:kh1", "")
    board = agency_board(graph, "a:y")
    [heap] = [each for each in board.bundles if each.kind == "kind.heap"]
    assert len(dict(heap.groups)["kinds.task"]) == MOST_TASKS + 2


def test_empty_networks_are_boards_too() -> None:
    empty: Graph = nx.MultiDiGraph()
    for board in (
        coordination_board(empty, {}, []),
        coverage_board(empty, []),
        flow_board(empty),
        timeline_board(empty),
    ):
        assert "<svg" in board_html(board, title="x") or board.kind == "coverage"


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("documents/a%20b.html", True),
        ("https://example.org/a", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (" JavaScript:x", False),
    ],
)
def test_only_addresses_that_may_be_followed_are_kept(told: str, kept: bool) -> None:  # noqa: FBT001
    assert (addresses(sample(), {"d:kh1": told}) == {"d:kh1": told}) is kept


def test_a_document_with_an_address_needs_no_text(tmp_path: Path) -> None:
    board = BOARDS["agency"](sample())
    path = write_board(board, tmp_path / "a.html", title="x", texts=TEXTS, address=lambda iri: f"documents/{iri[2:]}.html")  # fmt: skip
    told = json.loads(Reader(path.read_text("utf-8")).scripts[0])
    assert told["addresses"] == {"d:kh1": "documents/kh1.html"}
    assert told["texts"] == {}
    assert data(board)["texts"] == {"d:kh1": TEXTS["d:kh1"]}
