"""The load on bodies: counted on paper over the drawn network, and again by SPARQL over five plans."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable

import pytest
from corpus import five, gold_tasks, stored
from drawn import drawn
from hypothesis import given
from hypothesis import strategies as st

from kg.analyse.answer import Answer
from kg.analyse.concentration import concentration
from kg.analyse.fraction import measure, share
from kg.analyse.inequality import gini, hhi
from kg.analyse.load import load
from kg.analyse.load_by import load_by
from kg.analyse.never_leads import never_leads
from kg.analyse.unnamed import left
from kg.graph.query import ask

MONEY, MONEY2 = "Sở Tài chính tỉnh Sông Trà", "Sở Tài chính tỉnh Núi Lam"
HEALTH, ALL = "Sở Y tế tỉnh Sông Trà", "Các sở, ngành"
RIVER, LAM = "Tỉnh Sông Trà", "Tỉnh Núi Lam"
GRAPH = drawn()
# The seven drawn tasks: leads | coordinators
#   river 1: money | health all     2: money health | health all     10: all |     3: |
#   city  1: money2 | all           2: money2 |                       3: all money2 |


def test_load_on_paper() -> None:
    answer = load(GRAPH)
    assert answer.rows == (
        (1, MONEY2, "department", 3, 0.4286, 2, 1, 0, 0.0, 1),
        (2, ALL, "collective", 2, 0.2857, 1, 1, 3, 0.4286, 2),
        (2, MONEY, "department", 2, 0.2857, 1, 1, 0, 0.0, 1),
        (4, HEALTH, "department", 1, 0.1429, 0, 1, 2, 0.2857, 1),
    )
    assert answer.notes == (
        "Of 7 tasks 6 name a lead and 3 a coordinator; shares are of all 7.",
    )  # fmt: skip


def test_load_of_a_place_has_its_own_denominator() -> None:
    assert [row[1:5] for row in load(GRAPH, place="núi LAM").rows] == [
        (MONEY2, "department", 3, 1.0),
        (ALL, "collective", 1, 0.3333),
    ]
    assert load(GRAPH, place="Cà Mau").rows == ()


def test_load_by_groups_on_paper() -> None:
    assert load_by(GRAPH, "kind").rows == (
        ("department", 5, 0.7143, 5, 3, 2, 0, 3, 3, 2),
        ("collective", 2, 0.2857, 2, 1, 1, 1, 0, 1, 2),
    )
    assert load_by(GRAPH, "level").rows == ((None, 7, 1.0, 6, 4, 2, 1, 3, 3, 2),)
    by_place = ((4, 0.5714, 3, 2, 1, 1, 2, 2, 1), (3, 0.4286, 3, 2, 1, 0, 1, 1, 1))
    assert load_by(GRAPH, "province").rows == ((RIVER, *by_place[0]), (LAM, *by_place[1]))
    assert load_by(GRAPH, "directive").rows == (
        ("Nghị quyết 1-NQ/TW", *by_place[0]),
        ("Quyết định 5/QĐ-TTg", *by_place[1]),
    )


@pytest.mark.parametrize("group", ["kind", "level", "province", "directive"])
def test_groups_of_five_plans_hold_every_task(group: str) -> None:
    rows = load_by(five(), group).rows
    numbers = sum(int(row[1] or 0) for row in rows)
    assert numbers == 160 if group != "kind" else numbers >= 99
    assert all(int(row[3] or 0) == int(row[4] or 0) + int(row[5] or 0) for row in rows)


def test_concentration_on_paper() -> None:
    rows = {row[:3]: row[3:] for row in concentration(GRAPH).rows}
    # money2 3, money 2, health 1: Gini (2 (1·1 + 2·2 + 3·3) - 4·6) / (3·6), HHI (9 + 4 + 1) / 36
    assert rows["corpus", None, "leads"] == (3, 6, 2, 0.2222, 0.3889, 0.5, MONEY2)
    assert rows["corpus", None, "coordination"] == (1, 2, 3, 0.0, 1.0, 1.0, HEALTH)
    assert rows["province", RIVER, "leads"] == (2, 3, 1, 0.1667, 0.5556, 0.6667, MONEY)
    assert rows["province", LAM, "coordination"] == (0, 0, 1, None, None, None, None)
    assert rows["document", "Kế hoạch 4/KH-TU", "leads"] == (1, 3, 1, 0.0, 1.0, 1.0, MONEY2)
    assert len(rows) == 2 + 4 + 4
    narrowed = {row[:3]: row[3:] for row in concentration(GRAPH, place="núi lam").rows}
    assert narrowed["place", "núi lam", "leads"] == rows["province", LAM, "leads"]
    assert {scope for scope, _, _ in narrowed} == {"place", "province", "document"}


def test_bodies_that_tie_at_the_top_are_all_named() -> None:
    graph = drawn()
    graph.add_edge("d:city/2", "a:health", key="coordinate", relation="coordinate")
    graph.add_edge("d:city/1", "a:money", key="coordinate", relation="coordinate")
    graph.add_edge("d:city/2", "a:money", key="coordinate", relation="coordinate")
    graph.add_edge("d:city/3", "a:money", key="coordinate", relation="coordinate")
    rows = {row[:3]: row[3:] for row in concentration(graph).rows}
    assert rows["corpus", None, "coordination"][-1] == f"{MONEY}; {HEALTH}"


def test_concentration_of_five_plans_from_the_gold() -> None:
    many = {facts["label"] for _, facts in five().nodes(data=True) if facts.get("collective")}
    counts = Counter(
        lead for task in gold_tasks() for lead in {*task["lead"]} if lead not in many
    )  # fmt: skip
    whole = concentration(five()).rows
    row = next(each for each in whole if each[0] == "corpus" and each[2] == "leads")
    assert row[3:5] == (len(counts), counts.total()) == (41, 108)
    assert row[6] == measure(_mean_difference(list(counts.values())))
    assert row[7] == measure(sum((n / counts.total()) ** 2 for n in counts.values()))


def _mean_difference(counts: list[int]) -> float:
    """Give the Gini coefficient by its definition: the mean difference over twice the mean."""
    total = sum(abs(one - other) for one, other in itertools.product(counts, counts))
    return total / (2 * len(counts) * sum(counts))


@given(st.lists(st.integers(1, 50), min_size=1, max_size=20))
def test_gini_and_hhi_by_their_definitions(counts: list[int]) -> None:
    assert gini(counts) == pytest.approx(_mean_difference(counts))
    assert 0 <= gini(counts) <= 1 - 1 / len(counts) + 1e-12
    assert 1 / len(counts) - 1e-12 <= hhi(counts) <= 1 + 1e-12
    assert gini(counts) == gini(counts[::-1])
    assert gini([3 * each for each in counts]) == pytest.approx(gini(counts))


@pytest.mark.parametrize("counts", [[], [0, 0], [3, -1]])
def test_nothing_has_no_concentration(counts: list[int]) -> None:
    with pytest.raises(ValueError, match="nothing to share"):
        gini(counts)


@given(st.integers(0, 500), st.integers(1, 500))
def test_shares_round_half_up(part: int, whole: int) -> None:
    told = share(part, whole)
    assert told is not None
    assert abs(told - part / whole) <= 0.00005 + 1e-12
    assert told == share(3 * part, 3 * whole)


def test_never_leads_on_paper() -> None:
    answer = never_leads(GRAPH)
    assert answer.rows == (
        ("Bộ Chính trị", "party-committee", "no", 0, 0, 0, 1),
        ("Thủ tướng Chính phủ", None, "no", 0, 0, 0, 1),
        ("Tỉnh ủy Sông Trà", "party-committee", "no", 0, 0, 0, 1),
    )
    assert answer.notes == ("3 of 7 bodies that have a role here lead no task.",)
    graph = drawn()
    graph.add_node("r:1", kind="report", label="IV", document="d:river", place=RIVER)
    for relation, body in (("report_by", "a:politburo"), ("report_to", "a:party")):
        graph.add_edge("r:1", body, key=relation, relation=relation)
    assert [row[3:] for row in never_leads(graph).rows] == [
        (0, 1, 0, 1), (0, 0, 0, 1), (0, 0, 1, 1),
    ]  # fmt: skip
    assert [row[0] for row in never_leads(graph, place="núi lam").rows] == []


def test_left_to_collectives_on_paper() -> None:
    assert left(GRAPH).rows == (
        ("Kế hoạch 3/KH-UBND", 4, 3, 1, 0.3333, 2, 0, 0.0),
        ("Kế hoạch 4/KH-TU", 3, 3, 0, 0.0, 1, 1, 1.0),
    )
    assert left(GRAPH, document="d:city").rows == left(GRAPH).rows[1:]


TWINS: list[tuple[Callable[..., Answer], str | None]] = [
    *((twin, place) for twin in (load, left) for place in (None, "đắk nông", "Ninh Bình")),
    (never_leads, None),
]


@pytest.mark.parametrize(("twin", "place"), TWINS)
def test_sparql_says_the_same(twin: Callable[..., Answer], place: str | None) -> None:
    answer = twin(five(), place=place)
    table = ask(stored(), answer.name, **({"place": place} if place else {}))
    assert (answer.columns, answer.rows) == (table.columns, table.rows)
    assert answer.rows
    assert table.notes


@pytest.mark.parametrize("seed", range(6))
def test_order_of_making_changes_nothing(seed: int) -> None:
    shuffled = drawn(seed)
    for ask_ in (load, concentration, never_leads, left):
        assert ask_(shuffled) == ask_(GRAPH)
    assert load_by(shuffled, "kind") == load_by(GRAPH, "kind")


def test_an_unrelated_document_changes_no_other_row() -> None:
    graph = drawn()
    graph.add_node("d:far", kind="document", label="Kế hoạch 9/KH-UBND", place="Tỉnh Cù Lao",
                   held=True)  # fmt: skip
    graph.add_node("a:far", kind="agent", label="Sở Xa", agent_kind="department", collective=False)
    graph.add_node("d:far/1", kind="task", label="1", document="d:far", place="Tỉnh Cù Lao")
    graph.add_edge("d:far/1", "a:far", key="lead", relation="lead")
    assert set(concentration(GRAPH).rows) - set(concentration(graph).rows) == {
        row for row in concentration(GRAPH).rows if row[:3] == ("corpus", None, "leads")
    }
    assert set(left(GRAPH).rows) < set(left(graph).rows)
    assert load(graph, place="Sông Trà") == load(GRAPH, place="Sông Trà")
    counts = {row[1]: row[3] for row in load(graph).rows}
    assert counts == {row[1]: row[3] for row in load(GRAPH).rows} | {"Sở Xa": 1}
