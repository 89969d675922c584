"""Bodies tied by the tasks they share: on paper, from the gold by plain Python, and in properties."""

from __future__ import annotations

import itertools
import time
from collections import Counter

import networkx as nx
import pytest
from corpus import DATA, five, five_on, gold
from drawn import drawn
from hypothesis import given
from hypothesis import strategies as st
from made import whole

from kg.analyse.agencies import agencies
from kg.analyse.projection import projection
from kg.analyse.teams import teams

# The tasks of tests/analyse/drawn.py: leads | coordinators
#   river 1: money | health all     2: money health | health all     10: all |     3: |
#   city  1: money2 | all           2: money2 |                       3: all money2 |


def test_the_drawn_tie_on_paper() -> None:
    tied = projection(drawn())
    assert list(tied.edges) == [("a:health", "a:money")]
    assert tied.edges["a:health", "a:money"] == {
        "relation": "coordination", "weight": 2,
        "first": "Sở Y tế tỉnh Sông Trà", "second": "Sở Tài chính tỉnh Sông Trà",
        "first_leads": 0, "second_leads": 1, "both_lead": 1,
        "documents": 1, "undated": 0, "first_day": "2024-03-05", "last_day": "2024-03-05",
        "provinces": "Tỉnh Sông Trà",
        "task": "d:river/1", "inferred": False, "source": "d:river", "file": "river.txt",
        "words": "coordinate a:health", "start": 40, "end": 50,
        "lead_words": "lead a:money", "lead_start": 20, "lead_end": 30,
    }  # fmt: skip
    assert {body: (data["led"], data["coordinated"]) for body, data in tied.nodes(data=True)} == {
        "a:health": (1, 2),
        "a:money": (2, 0),
    }


def test_collectives_are_kept_where_they_are_asked_for() -> None:
    tied = projection(drawn(), with_collectives=True)
    assert {edge: tied.edges[edge]["weight"] for edge in tied.edges} == {
        ("a:all", "a:health"): 1,
        ("a:all", "a:money"): 2,
        ("a:all", "a:money2"): 2,
        ("a:health", "a:money"): 2,
    }
    # The paper of the town prints no day: none is made up.
    town = tied.edges["a:all", "a:money2"]
    assert (town["undated"], town["provinces"], "first_day" in town) == (1, "Tỉnh Núi Lam", False)
    assert (town["first_leads"], town["second_leads"], town["both_lead"]) == (0, 1, 1)


def test_days_and_provinces_of_several_documents() -> None:
    graph = drawn()
    for nth, day in enumerate(("2019-06-01", "2025-02-03", None)):
        told = {"date": day} if day else {}
        graph.add_node(f"d:{nth}", kind="document", label=f"Công văn {nth}", held=True, **told)
        graph.add_node(
            f"d:{nth}/1",
            kind="task",
            label="1",
            document=f"d:{nth}",
            place="Huyện Xa, tỉnh Núi Lam",
        )
        graph.add_edge(f"d:{nth}/1", "a:health", key="lead", relation="lead")
        graph.add_edge(f"d:{nth}/1", "a:money", key="coordinate", relation="coordinate")
    tie = projection(graph).edges["a:health", "a:money"]
    assert (tie["weight"], tie["documents"], tie["undated"]) == (5, 4, 1)
    assert (tie["first_day"], tie["last_day"]) == ("2019-06-01", "2025-02-03")
    assert tie["provinces"] == "Tỉnh Núi Lam; Tỉnh Sông Trà"
    # A passage that is printed stands before edges without words, though its name is greater.
    assert tie["task"] == "d:river/1"


def _by_reading() -> Counter[tuple[str, str]]:
    """Count the ties from the answers made by hand, without any network."""
    found: Counter[tuple[str, str]] = Counter()
    for record in gold():
        many = {each["canonical"] for each in record["agents"] if each["collective"]}
        for task in record["tasks"]:
            leads, others = {*task["lead"]} - many, {*task["coordinate"]} - many
            ties = {*itertools.combinations(sorted(leads), 2)}
            ties |= {(min(a, b), max(a, b)) for a in leads for b in others - leads}
            found.update(ties)
    return found


def test_five_plans_agree_with_the_gold() -> None:
    tied = projection(five())
    names = nx.get_node_attributes(tied, "label")
    found = {
        (min(names[a], names[b]), max(names[a], names[b])): data["weight"]
        for a, b, data in tied.edges(data=True)
    }
    assert found == _by_reading()
    assert (len(tied), tied.number_of_edges()) == (31, 44)
    # On paper, plan 000: Công Thương leads II.1.b and II.2.c with Khoa học và Công nghệ, which
    # leads II.3.b, II.4.d and II.4.e with Công Thương.
    pair = next(d for *_, d in tied.edges(data=True) if d["weight"] == 5)
    assert (pair["first"], pair["second"]) == (
        "Sở Công Thương tỉnh Quảng Ngãi",
        "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi",
    )
    assert (pair["first_leads"], pair["second_leads"], pair["both_lead"]) == (2, 3, 0)


@pytest.mark.parametrize("day", [None, "2025-07-02"])
def test_the_ties_are_those_of_the_measures(day: str | None) -> None:
    graph = five_on(day) if day else five()
    tied, measured = projection(graph), agencies(graph, teams(graph))
    assert nx.get_edge_attributes(tied, "weight") == nx.get_edge_attributes(measured, "weight")
    assert list(tied) == list(measured)


def test_the_words_stand_where_they_are_said_to_stand() -> None:
    tied = projection(five(), with_collectives=True)
    texts = {path.name: path.read_text(encoding="utf-8") for path in DATA.glob("documents/*.txt")}
    for *_, data in tied.edges(data=True):
        text = texts[data["file"]]
        assert text[data["start"] : data["end"]] == data["words"]
        assert text[data["lead_start"] : data["lead_end"]] == data["lead_words"]
        assert data["weight"] == data["first_leads"] + data["second_leads"] + data["both_lead"]
        assert data["first_day"] <= data["last_day"] if "first_day" in data else data["undated"]


def test_every_value_is_plain() -> None:
    tied = projection(five(), with_collectives=True)
    facts = [d for _, d in tied.nodes(data=True)] + [d for *_, d in tied.edges(data=True)]
    assert {type(value) for each in facts for value in each.values()} <= {str, int, float, bool}


@given(st.integers(0, 1000))
def test_the_order_of_input_changes_nothing(seed: int) -> None:
    one, other = (projection(each, with_collectives=True) for each in (drawn(), drawn(seed)))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


def test_an_unrelated_document_changes_no_tie() -> None:
    graph = drawn()
    graph.add_node("d:far", kind="document", label="Kế hoạch 7", held=True, date="2020-01-01")
    for body in ("a:far", "a:farther"):
        graph.add_node(body, kind="agent", label=body, collective=False)
    graph.add_node("d:far/1", kind="task", label="1", document="d:far", place="Tỉnh Xa")
    graph.add_edge("d:far/1", "a:far", key="lead", relation="lead")
    before, alone = projection(drawn()), projection(graph)
    assert nx.utils.graphs_equal(before, alone)
    graph.add_edge("d:far/1", "a:farther", key="coordinate", relation="coordinate")
    after = projection(graph)
    assert nx.utils.graphs_equal(before, after.subgraph(before))
    assert set(after) - set(before) == {"a:far", "a:farther"}
    # No passage says this tie, and none is made up.
    assert "words" not in after.edges["a:far", "a:farther"]


def test_nothing_gives_nothing() -> None:
    assert len(projection(nx.MultiDiGraph())) == 0


@pytest.mark.slow
def test_fifty_thousand_tasks_take_two_seconds() -> None:
    graph = whole()
    start = time.process_time()
    tied = projection(graph)
    assert time.process_time() - start < 2
    assert tied.number_of_edges() > 1000
