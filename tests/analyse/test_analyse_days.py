"""Depth, days, skipped levels and contradictions: on paper, by SPARQL, and by listing all chains."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from fractions import Fraction

import networkx as nx
import pytest
from corpus import five, stored
from hypothesis import given, settings
from hypothesis import strategies as st
from worked import drawn_papers, iri, papers

from kg.analyse.answer import Answer
from kg.analyse.chains import FLOORS, NAMED, NOT_NAMED, chains
from kg.analyse.contradictions import contradictions
from kg.analyse.depth import depth, steps
from kg.analyse.lag import lag
from kg.analyse.lag_curve import lag_curve
from kg.analyse.survival import curve, median
from kg.graph.find import find_document
from kg.graph.query import Table, ask, sparql

NQ36 = find_document(stored(), "36-NQ/TW")
# Remission under 6-mercaptopurine in weeks (Freireich and others 1963), + is last seen without.
MERCAPTOPURINE = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
FACTS: dict[str, dict[str, str]] = {
    "top": {"type": "Nghị quyết", "level": "central-party", "date": "2024-01-01"},
    "tinh": {"type": "Chương trình", "level": "province-party", "date": "2024-02-01"},
    "so": {"type": "Kế hoạch", "level": "provincial-department", "date": "2024-03-01"},
    "huyen": {"type": "Kế hoạch", "level": "district-government", "not_before": "2024-02-15"},
    "xa": {"type": "Kế hoạch", "level": "commune-government", "date": "2025-06-30"},
    "phuong": {"type": "Kế hoạch", "level": "commune-government", "date": "2025-07-01"},
    "hoi": {"type": "Kế hoạch", "level": "organisation", "date": "2023-12-01"},
    "law": {"type": "Luật", "level": "national-assembly", "date": "2020-01-01"},
}
TIES = [
    ("tinh", "implements", "top"),
    ("so", "implements", "top"),
    ("so", "based_on", "law"),
    ("huyen", "implements", "tinh"),
    ("huyen", "implements", "top"),
    ("xa", "implements", "tinh"),
    ("phuong", "implements", "tinh"),
    ("hoi", "implements", "top"),
    ("so", "cites", "tinh"),
]


def test_depth_of_five_plans_on_paper() -> None:
    # 36-NQ/TW: 120-KH/TU, 180-CTr/TU, 63-CTr/TU, 189/NQ-CP; under these Tam Điệp, 3300, 452;
    # under 3300 the plan of the department. Tasks 18 + 21 + 79 of the three plans held.
    assert depth(five()).rows[:3] == (
        ("Nghị quyết 36-NQ/TW", 3, "4, 3, 1", 8, 3, 3, 118),
        ("Quyết định 1600/QĐ-TTg", 1, "1", 1, 1, 1, 22),
        ("Quyết định 1639/QĐ-TTg", 1, "1", 1, 1, 1, 20),
    )
    assert {row[1:] for row in depth(five()).rows[3:]} == {(0, None, 0, 0, 0, 0)}


def test_papers_held_and_tasks_by_sparql() -> None:
    for iri_, facts in five().nodes(data=True):
        if facts["kind"] == "document":
            under = f"?paper (pc:implements|eli:based_on)+ <{iri_}>"
            row = depth(five(), document=iri_).rows[0]
            assert row[3] == _count(under)
            assert row[4] == _count(f"{under} . ?paper pc:sourceText ?text")
            assert row[6] == _count(f"{under} . ?task p-plan:isStepOfPlan ?paper", "?task")


def _count(pattern: str, what: str = "?paper") -> object:
    table = sparql(stored(), f"SELECT (COUNT(DISTINCT {what}) AS ?n) {{ {pattern} }}")
    assert isinstance(table, Table)
    return table.rows[0][0]


DAGS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]),
    max_size=14,
)


def _tied(pairs: list[tuple[int, int]]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((f"d:{nth}", {"kind": "document", "label": f"{nth}"}) for nth in range(7))
    for upper, lower in pairs:
        graph.add_edge(f"d:{lower}", f"d:{upper}", key="implements", relation="implements")
    return graph


@settings(max_examples=80, deadline=None)
@given(DAGS)
def test_a_step_is_the_longest_of_all_chains(pairs: list[tuple[int, int]]) -> None:
    graph = _tied(pairs)
    answers = nx.DiGraph((f"d:{upper}", f"d:{lower}") for upper, lower in pairs)
    longest = {
        paper: max(len(way) - 1 for way in nx.all_simple_paths(answers, "d:0", paper))
        for paper in answers
        if paper != "d:0" and "d:0" in answers and nx.has_path(answers, "d:0", paper)
    }
    assert steps(graph, "d:0") == longest
    assert steps(_tied(pairs[::-1]), "d:0") == longest


def test_papers_in_a_circle_share_a_step() -> None:
    graph = _tied([(0, 1), (1, 2), (2, 1), (2, 3), (4, 5)])
    assert steps(graph, "d:0") == {"d:1": 1, "d:2": 1, "d:3": 2}
    assert steps(_tied([(0, 1), (1, 0), (1, 2), (0, 0)]), "d:0") == {"d:1": 1, "d:2": 1}


def test_lag_of_resolution_36_on_paper() -> None:
    # From 30 January 2023: 11 April is 1 + 28 + 31 + 11 days later, 20 April 9 more, 7 June 48
    # more, 17 July 40 more, 20 October 95 more, 16 November 27 more.
    rows = lag(five(), document=NQ36).rows
    assert [(row[7], row[8], row[9]) for row in rows] == [
        (71, "dated", "a paper that cites it"),
        (71, "not before", "the latest date in its own text"),
        (80, "dated", "a paper that cites it"),
        (128, "dated", "a paper that cites it"),
        (168, "dated", "its own text"),
        (263, "dated", "a paper that cites it"),
        (290, "not before", "the latest date in its own text"),
        (290, "dated", "a paper that cites it"),
    ]
    assert [row[4] for row in rows] == [1, 2, 1, 1, 2, 2, 3, 1]
    assert [row[7] for row in lag(five(), place="đắk nông").rows] == [128, 168]


def test_lags_by_dates_of_sparql() -> None:
    table = sparql(stored(), """SELECT DISTINCT ?label ?from ?to {
      ?paper (pc:implements|eli:based_on)+ ?d ; eli:date_document ?to ; rdfs:label ?label .
      ?d eli:number "36-NQ/TW" ; eli:date_document ?from }""")  # fmt: skip
    assert isinstance(table, Table)
    days = {
        row[0]: (dt.date.fromisoformat(str(row[2])) - dt.date.fromisoformat(str(row[1]))).days
        for row in table.rows
    }
    rows = lag(five(), document=NQ36).rows
    assert {row[1]: row[7] for row in rows if row[8] == "dated"} == days
    assert len(days) == 6


def test_lag_says_why_there_are_no_days() -> None:
    facts = FACTS | {"none": {"type": "Kế hoạch"}, "undated": {"type": "Chỉ thị"},
                     "early": {"not_before": "2023-06-01"}}  # fmt: skip
    ties = [*TIES, ("none", "implements", "top"), ("none", "implements", "undated"),
            ("so", "implements", "undated"), ("early", "implements", "top")]  # fmt: skip
    graph = drawn_papers(facts, ties)
    rows = {row[1]: row[6:] for row in lag(graph, document=iri("top")).rows}
    assert rows["none"] == (None, None, "no date", None)
    # A bound before the directive only says that the paper is not older than the directive.
    assert rows["early"] == ("2023-06-01", 0, "not before", "the latest date in its own text")
    assert rows["hoi"] == ("2023-12-01", -31, "older than the directive", "its own text")
    assert rows["huyen"] == ("2024-02-15", 45, "not before", "the latest date in its own text")
    graph.nodes[iri("tinh")]["date"] = "2024-02-31"
    rows = {row[1]: row[6:] for row in lag(graph, document=iri("top")).rows}
    assert rows["tinh"] == ("2024-02-31", None, "no date", None)
    states = {row[1]: row[8] for row in lag(graph, document=iri("undated")).rows}
    assert states == {"none": "no date", "so": "the directive has no date"}
    assert lag(graph, document=iri("undated")).notes == (
        "2 pairs of directive and paper: 1 no date, 1 the directive has no date.",
    )


def test_curve_of_resolution_36_on_paper() -> None:
    # Eight papers: 71 dated and 71 last seen, 80, 128, 168, 263, 290 dated and 290 last seen.
    answer = lag_curve(five(), document=NQ36)
    assert answer.rows == (
        (71, 8, 1, 1, 0.875),  # 7/8
        (80, 6, 1, 0, 0.7292),  # 7/8 · 5/6
        (128, 5, 1, 0, 0.5833),  # · 4/5
        (168, 4, 1, 0, 0.4375),  # · 3/4
        (263, 3, 1, 0, 0.2917),  # · 2/3
        (290, 2, 1, 1, 0.1458),  # · 1/2
    )
    assert answer.notes[1] == "Half had come after 168 days."


def test_curve_of_a_known_trial() -> None:
    seen = [(int(each.rstrip("+")), "+" not in each) for each in MERCAPTOPURINE.split()]
    steps_ = {each.days: each for each in curve(seen) if each.happened}
    told = {days: (each.at_risk, round(float(each.still), 3)) for days, each in steps_.items()}
    assert told == {6: (21, 0.857), 7: (17, 0.807), 10: (15, 0.753), 13: (12, 0.690),
                    16: (11, 0.627), 22: (7, 0.538), 23: (6, 0.448)}  # fmt: skip
    assert median(curve(seen)) == 23


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=25))
def test_curve_falls_and_counts_all(seen: list[tuple[int, bool]]) -> None:
    moments = list(curve(seen))
    assert sum(each.happened + each.censored for each in moments) == len(seen)
    assert all(0 <= each.still <= 1 for each in moments)
    assert all(one.still >= other.still for one, other in itertools.pairwise(moments))
    assert moments == list(curve(seen[::-1]))


@given(st.lists(st.integers(0, 30), min_size=1, max_size=25))
def test_without_censoring_it_is_the_plain_share(days: list[int]) -> None:
    for each in curve([(day, True) for day in days]):
        assert each.still == Fraction(sum(day > each.days for day in days), len(days))


@pytest.mark.parametrize(("group", "column"), [("level", 2), ("province", 3)])
def test_curves_of_groups_are_those_of_their_rows(group: str, column: int) -> None:
    rows = lag_curve(five(), group).rows
    for value in {row[0] for row in rows}:
        of = [row for row in lag(five()).rows if row[column] == value and row[7] is not None]
        seen = [(int(row[7] or 0), row[8] == "dated") for row in of]
        assert [row[1:5] for row in rows if row[0] == value] == [
            each[:4] for each in curve(seen)
        ]  # fmt: skip
    assert sum(int(row[3] or 0) + int(row[4] or 0) for row in rows) == 10


def test_chains_on_paper() -> None:
    found = chains(drawn_papers(FACTS, TIES))
    assert [(row[0], row[2], *row[4:]) for row in found.rows] == [
        ("huyen", "top", "province", NAMED, "tinh"),
        ("so", "top", "province", NOT_NAMED, None),
        ("xa", "tinh", "department or district", NOT_NAMED, None),
    ]
    # Eight ties lead to a paper that asks for plans less the law: 7; an organisation has no floor.
    assert found.notes == (
        "6 of 7 ties to a directive have a known level at both ends; 3 of them skip a floor.",
    )


def test_chains_of_five_plans() -> None:
    assert [(row[2], row[4], row[5], row[6]) for row in chains(five()).rows] == [
        ("Nghị quyết 36-NQ/TW", "province", NAMED, "Kế hoạch 120-KH/TU")
    ]


def test_every_floor_is_a_level_of_the_ontology() -> None:
    told = sparql(stored(), "SELECT ?x { ?x a skos:Concept }")
    assert isinstance(told, Table)
    levels = {str(row[0]).rpartition("/types/level/")[2] for row in told.rows
              if "/types/level/" in str(row[0])}  # fmt: skip
    assert set(FLOORS) == levels - {"organisation", "unknown"}


CROOKED: dict[str, dict[str, str]] = {
    "a": {"date": "2024-01-01"}, "b": {"date": "2024-01-01"}, "c": {}, "self": {},
    "old": {"date": "2020-05-05"}, "ground": {"date": "2019-01-01"},
    "late": {"date": "2023-01-01"}, "bare": {}, "end": {"date": "2022-01-01"}, "stop": {},
}  # fmt: skip
BENT = [
    ("a", "implements", "b"), ("b", "based_on", "c"), ("c", "implements", "a"),
    ("self", "implements", "self"), ("old", "implements", "a"), ("old", "based_on", "ground"),
    ("late", "implements", "ground"), ("bare", "implements", "ground"),
    ("end", "repeals", "ground"), ("end", "implements", "ground"), ("stop", "repeals", "b"),
]  # fmt: skip


def test_contradictions_on_paper() -> None:
    rows = contradictions(drawn_papers(CROOKED, BENT)).rows
    assert [(row[0], row[1], row[3], row[5]) for row in rows] == [
        ("in a circle", "a", "b", None),
        ("in a circle", "b", "c", None),
        ("in a circle", "c", "a", None),
        ("in a circle", "self", "self", None),
        ("older than what it answers", "old", "a", None),
        ("repealed before", "late", "ground", "end"),
        ("repealed later", "old", "ground", "end"),
        ("repealed, day not known", "a", "b", "stop"),
        ("repealed, day not known", "bare", "ground", "end"),
    ]


@pytest.mark.parametrize(("facts", "ties"), [(CROOKED, BENT), (FACTS, TIES), (CROOKED, BENT[3:])])
def test_contradictions_by_sparql(
    facts: dict[str, dict[str, str]], ties: list[tuple[str, str, str]]
) -> None:
    answer = contradictions(drawn_papers(facts, ties))
    table = ask(papers(facts, ties), "contradictions")
    assert (answer.columns, answer.rows) == (table.columns, table.rows)
    assert answer.rows


def test_nothing_is_contradictory_in_five_plans() -> None:
    assert contradictions(five()).rows == ask(stored(), "contradictions").rows == ()
    assert contradictions(five()).notes == ("14 ties between papers, 10 of them with both dates.",)


ASKED: list[Callable[..., Answer]] = [depth, lag, lag_curve, chains, contradictions]


@pytest.mark.parametrize("asked", ASKED)
def test_order_of_making_changes_nothing(asked: Callable[..., Answer]) -> None:
    turned = dict(reversed(FACTS.items()))
    assert asked(drawn_papers(turned, TIES[::-1])) == asked(drawn_papers(FACTS, TIES))


@pytest.mark.parametrize("asked", [depth, lag, chains, contradictions])
def test_an_unrelated_paper_changes_no_row(asked: Callable[..., Answer]) -> None:
    facts = {**FACTS, "far": {"type": "Kế hoạch"}, "above": {"type": "Chỉ thị"}}
    ties = [*TIES, ("far", "implements", "above")]
    assert asked(drawn_papers(facts, ties)).rows == asked(drawn_papers(FACTS, TIES)).rows


def test_no_answer_says_not_done() -> None:
    answers = (asked(five()) for asked in ASKED)
    said = " ".join(str(cell) for answer in answers for row in answer.rows for cell in row)
    assert "not done" not in said
    assert "late" not in said.split()
