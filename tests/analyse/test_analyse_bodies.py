"""The network of bodies: two triangles and a bridge on paper, and every measure a second way."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable

import networkx as nx
import numpy as np
import pytest
from corpus import five, stored
from drawn import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from worked import BRIDGE, tasks

from kg.analyse.agencies import agencies
from kg.analyse.answer import Answer
from kg.analyse.brokers import brokers, constraint
from kg.analyse.centrality import centrality, pagerank
from kg.analyse.communities import communities, groups
from kg.analyse.coordination import pairs
from kg.analyse.partners import partners
from kg.analyse.teams import teams
from kg.graph.query import Table, sparql

GRAPH = tasks(*BRIDGE)
ASKED = (partners, centrality, communities, brokers)
ROLES = """SELECT ?task ?role ?body ?many {
  VALUES (?p ?role) { (pc:leadAgency "lead") (pc:coordinatingAgency "coordinate") }
  GRAPH ?g { ?task a pc:Task ; ?p ?body }
  BIND(EXISTS { ?body a pc:Collective } AS ?many)
}"""
TEAMS = st.lists(
    st.builds(
        "{}|{}".format,
        st.lists(st.sampled_from("abcdef"), max_size=2).map(" ".join),
        st.lists(st.sampled_from([*"abcdefgh", "ALL"]), max_size=3).map(" ".join),
    ),
    max_size=12,
)


def bodies_of(graph: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    return agencies(graph, teams(graph))


def test_ties_on_paper() -> None:
    graph = drawn()
    # Only the first two tasks of the river join two named bodies: money with health, twice.
    assert list(bodies_of(graph).edges(data="weight")) == [("a:health", "a:money", 2)]
    joint = tasks("a b|c ALL", "a|c", "ALL|c", "a|a", "|b c")
    assert sorted(bodies_of(joint).edges(data="weight")) == [
        ("a", "b", 1), ("a", "c", 2), ("b", "c", 1),
    ]  # fmt: skip


def test_ties_of_five_plans_from_rows_of_sparql() -> None:
    table = sparql(stored(), ROLES)
    assert isinstance(table, Table)
    found: dict[object, dict[object, set[str]]] = {}
    for task, role, body, many in table.rows:
        if not many:
            found.setdefault(task, {"lead": set(), "coordinate": set()})[role].add(str(body))
    weights = Counter(
        frozenset(pair)
        for each in found.values()
        for pair in {
            *map(frozenset, itertools.product(each["lead"], each["coordinate"])),
            *map(frozenset, itertools.combinations(each["lead"], 2)),
        }
        if len(pair) == 2
    )
    edges = bodies_of(five()).edges(data=True)
    told = {frozenset((one, other)): tie["weight"] for one, other, tie in edges}
    assert told == weights
    assert len(told) == 44


def test_centrality_on_paper() -> None:
    rows = {row[1]: row for row in centrality(GRAPH).rows}
    # c and d have three partners. Of ten pairs of others six need c: a, b with d, e, f.
    # PageRank: 4x + 2y = 1 and x = 0.025 + 0.85 (x / 2 + y / 3).
    assert rows["c"] == (1, "c", None, 3, 3, 0.6, 0.208, 0.0)
    assert rows["d"][0] == 1
    assert rows["a"] == (3, "a", None, 2, 2, 0.0, 0.146, 0.0)
    assert [row[0] for row in centrality(GRAPH).rows] == [1, 1, 3, 3, 3, 3]


def test_what_is_left_to_collectives_stands_in_the_row() -> None:
    # a leads four tasks, three with coordinators, one of these with a collective only.
    rows = {row[1]: row[-1] for row in centrality(tasks("a|b", "a|ALL", "a|", "a|b ALL")).rows}
    assert rows == {"a": 0.3333, "b": None}


@pytest.mark.parametrize("graph", [GRAPH, five()])
def test_pagerank_solves_its_equations(graph: nx.MultiDiGraph[str]) -> None:
    bodies = bodies_of(graph)
    order, n = list(bodies), len(bodies)
    links = nx.to_numpy_array(bodies, nodelist=order, weight="weight")
    walk = links / links.sum(axis=0)
    exact = np.linalg.solve(np.eye(n) - 0.85 * walk, np.full(n, 0.15 / n))
    ranks = pagerank(bodies)
    assert [ranks[body] for body in order] == pytest.approx(list(exact), abs=1e-8)
    assert sum(ranks.values()) == pytest.approx(1)


@pytest.mark.parametrize("graph", [GRAPH, five()])
def test_betweenness_by_listing_all_shortest_ways(graph: nx.MultiDiGraph[str]) -> None:
    bodies, labels = bodies_of(graph), {iri: facts["label"] for iri, facts in graph.nodes.items()}
    through: defaultdict[str, float] = defaultdict(float)
    for one, other in itertools.combinations(bodies, 2):
        if nx.has_path(bodies, one, other):
            ways = list(nx.all_shortest_paths(bodies, one, other))
            for way in ways:
                for body in way[1:-1]:
                    through[labels[body]] += 1 / len(ways)
    others = (len(bodies) - 1) * (len(bodies) - 2) / 2
    told = {str(row[1]): row[5] for row in centrality(graph).rows}
    assert told == {body: pytest.approx(through[body] / others, abs=6e-5) for body in told}


def test_communities_on_paper() -> None:
    answer = communities(GRAPH)
    # Seven ties, three in each triangle: Q = 2 (3/7 - (7/14)²) = 5/14
    assert answer.notes[0] == "2 groups; modularity 0.3571."
    assert [(row[0], row[1], row[3], row[5]) for row in answer.rows] == [
        (1, "c", 3, 0.6667), (1, "a", 3, 1.0), (1, "b", 3, 1.0),
        (2, "d", 3, 0.6667), (2, "e", 3, 1.0), (2, "f", 3, 1.0),
    ]  # fmt: skip


def test_modularity_by_its_definition() -> None:
    bodies = bodies_of(five())
    parts, ties = groups(bodies), bodies.size(weight="weight")
    value = sum(
        bodies.subgraph(part).size(weight="weight") / ties
        - (sum(bodies.degree(body, weight="weight") for body in part) / (2 * ties)) ** 2
        for part in parts
    )
    assert communities(five()).notes[0] == f"{len(parts)} groups; modularity {value:.4f}."
    assert set().union(*parts) == set(bodies)
    assert sum(map(len, parts)) == len(bodies)


def test_brokers_on_paper() -> None:
    rows = {row[1]: row[2:] for row in brokers(GRAPH).rows}
    # c: 2 ties in its group, 1 outside: 1 - (4 + 1) / 9; constraint 1/4 + 1/4 + 1/9
    assert rows["c"] == (None, 2, 0.4444, 0.6111, 3)
    # a: b counts (1/2 + 1/2 · 1/3)², c counts (1/2 + 1/2 · 1/2)²
    assert rows["a"] == (None, 1, 0.0, 1.0069, 2)
    assert [row[0] for row in brokers(GRAPH).rows] == [1, 1, 3, 3, 3, 3]


@settings(max_examples=60, deadline=None)
@given(TEAMS)
def test_constraint_is_that_of_networkx(drawn_teams: list[str]) -> None:
    bodies = bodies_of(tasks(*drawn_teams))
    assert constraint(bodies) == pytest.approx(
        nx.constraint(bodies, nodes=list(bodies), weight="weight")
    )


def test_partners_on_paper() -> None:
    rows = {frozenset(row[1:3]): row[3:] for row in partners(drawn()).rows}
    money, lam = "Sở Tài chính tỉnh Sông Trà", "Sở Tài chính tỉnh Núi Lam"
    health, every = "Sở Y tế tỉnh Sông Trà", "Các sở, ngành"
    assert rows == {
        frozenset({money, every}): (2, 2, 0, 0, "yes"),
        frozenset({money, health}): (2, 1, 0, 1, "no"),
        frozenset({lam, every}): (2, 1, 0, 1, "yes"),
        frozenset({health, every}): (1, 1, 0, 0, "yes"),
    }
    assert partners(drawn()).notes == ("4 of 7 tasks join two bodies.",)
    assert [row[0] for row in partners(drawn()).rows] == [1, 1, 1, 4]
    assert [row[3] for row in partners(drawn(), document="d:city").rows] == [2]


def test_partners_of_five_plans_hold_all_pairs() -> None:
    both = {(row[1], row[2]): row for row in partners(five()).rows}
    for _, lead, other, number, _ in pairs(five()).rows:
        row = both.get((lead, other)) or both[other, lead]
        led = row[4] if row[1] == lead else row[5]
        # A body that leads a task with another and coordinates it too is one that both lead.
        assert isinstance(led, int)
        assert isinstance(row[6], int)
        assert led <= int(number or 0) <= led + row[6]
    assert both


@settings(max_examples=30, deadline=None)
@given(TEAMS, st.integers(0, 99))
def test_order_of_tasks_changes_nothing(drawn_teams: list[str], seed: int) -> None:
    for asked in ASKED:
        assert asked(tasks(*drawn_teams)).rows == asked(tasks(*drawn_teams, seed=seed)).rows


@pytest.mark.parametrize("asked", ASKED)
def test_an_unrelated_plan_changes_nothing_of_a_place(asked: Callable[..., Answer]) -> None:
    far = tasks("x|y", "y|z", document="d:far", place="Tỉnh Cù Lao")
    both = nx.compose(GRAPH, far)
    assert asked(both, place="Sông Trà") == asked(GRAPH, place="Sông Trà")
    assert asked(both, document="d:far") == asked(far)
    assert len(asked(both).rows) == len(asked(GRAPH).rows) + len(asked(far).rows)


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("teams_", [(), ("a|",), ("|a b",), ("ALL|a",), ("a|a",)])
def test_nobody_works_with_another(asked: Callable[..., Answer], teams_: tuple[str, ...]) -> None:
    answer = asked(tasks(*teams_))
    assert answer.rows == () or asked is partners
    assert answer.notes
