"""Clarity: counted on paper, then against ``unclear`` and the answers by hand, then in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from corpus import five, gold, stored
from drawn import drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analyse.clarity import FORMULA, QUESTION, by_province, by_task, clarity
from kg.graph.query import ask

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

RIVER, CITY = "Kế hoạch 3/KH-UBND", "Kế hoạch 4/KH-TU"
MONEY2 = "Sở Tài chính tỉnh Núi Lam"
HELD = sorted(iri for iri, each in five().nodes(data=True) if each.get("held"))
# The column of clarity that counts a problem of unclear.
PROBLEMS = {"no lead": 4, "several leads": 5, "collective lead only": 6, "no time": 7}


def with_numbers() -> nx.MultiDiGraph[str]:
    """Give the drawn network; two tasks of the river count something, one of them has a target."""
    graph = drawn()
    graph.nodes["d:river/1"]["text"] = "hỗ trợ 02 đến 03 doanh nghiệp theo Nghị quyết 36 năm 2025"
    graph.nodes["d:river/3"]["text"] = "lập 20 mô hình và đạt 80% cán bộ"
    graph.nodes["d:city/1"]["text"] = "thực hiện Quyết định 1600/QĐ-TTg ngày 22/9/2021"
    graph.add_node("x:1", kind="target", label="1", text="02 đến 03", document="d:river",
                   in_task="d:river/1")  # fmt: skip
    return graph


def test_documents_on_paper() -> None:
    """River: task 1 says both, 10 a time, 2 a time, 3 nothing: 1 + 3 of 8. City: 2 + 2 of 6."""
    assert clarity(drawn()).rows == (
        (1, CITY, "Tỉnh Núi Lam", 3, 0.0, 0.333, 0.0, 0.333, 0.0, None, 0.667),
        (2, RIVER, "Tỉnh Sông Trà", 4, 0.25, 0.25, 0.25, 0.25, 0.0, None, 0.5),
    )
    assert clarity(drawn()).notes == ("2 documents with tasks; in 1 of 3 held no task was read.",)
    assert [row[1] for row in clarity(drawn(), place="sông").rows] == [RIVER]


def test_provinces_on_paper() -> None:
    assert [row[:4] + row[-1:] for row in by_province(drawn()).rows] == [
        (1, "Tỉnh Núi Lam", 1, 3, 0.667),
        (2, "Tỉnh Sông Trà", 1, 4, 0.5),
    ]


def test_a_province_pools_its_tasks() -> None:
    graph = drawn()
    for iri, facts in graph.nodes(data=True):
        if facts["kind"] == "task" and iri.startswith("d:city"):
            facts["place"] = "Tỉnh Sông Trà"
    assert [(row[1:4], row[-1]) for row in by_province(graph).rows] == [
        (("Tỉnh Sông Trà", 2, 7), round(8 / 14, 3)),
    ]


def test_tasks_on_paper() -> None:
    assert [row[:7] for row in by_task(drawn(), "d:city").rows] == [
        ("1", MONEY2, None, None, None, None, 2),
        ("2", MONEY2, None, "no time", None, None, 1),
        ("3", f"Các sở, ngành; {MONEY2}", None, "several leads", None, None, 1),
    ]


def test_a_target_is_missed_only_where_the_words_count_something() -> None:
    rows = {row[0]: (row[4], row[5]) for row in by_task(with_numbers(), "d:river").rows}
    assert rows["1"] == ("02 đến 03 doanh nghiệp", "yes")
    assert rows["3"] == ("20 mô hình", "no")
    assert rows["2"] == rows["10"] == (None, None)
    river = next(row for row in clarity(with_numbers()).rows if row[1] == RIVER)
    assert river[8:10] == (0.5, 0.5)  # two of four tasks count something, one of the two in vain


@pytest.mark.parametrize(
    "words",
    ["Quyết định 1600/QĐ-TTg ngày 22/9/2021", "năm 2030", "Nghị quyết 36 và Kế hoạch 120",
     "khoản 2 Điều 5", "tháng 12 hằng năm"],
)  # fmt: skip
def test_numbers_of_papers_and_days_count_nothing(words: str) -> None:
    graph = drawn()
    graph.nodes["d:city/1"]["text"] = f"thực hiện {words}"
    assert by_task(graph, "d:city").rows[0][4] is None


def test_the_formula_is_shown_with_the_answer() -> None:
    assert FORMULA in QUESTION.notes
    assert "0010-clarity.md" in (QUESTION.run.__globals__["__doc__"] or "")


def test_the_parts_are_those_of_unclear() -> None:
    """The second way: SPARQL counts the rows of ``unclear``."""
    rows = {row[1]: row for row in clarity(five()).rows}
    assert len(rows) == 5
    for iri in HELD:
        row = rows[five().nodes[iri]["label"]]
        found = [str(each[2]) for each in ask(stored(), "unclear", document=iri).rows]
        for problem, column in PROBLEMS.items():
            assert row[column] == round(found.count(problem) / int(str(row[3])), 3)


def test_the_scores_are_those_of_the_gold() -> None:
    """The third way: from the answers by hand, without a graph."""
    expected = {}
    for record in gold():
        many = {each["canonical"] for each in record["agents"] if each["collective"]}
        tasks = record["tasks"]
        who = sum(len({*task["lead"]}) == 1 and task["lead"][0] not in many for task in tasks)
        when = sum(task["timeframe"] is not None for task in tasks)
        expected[len(tasks)] = round((who + when) / (2 * len(tasks)), 3)
    assert {row[3]: row[-1] for row in clarity(five()).rows} == expected
    assert expected == {22: 0.841, 21: 0.738, 79: 0.247, 20: 0.225, 18: 0.083}


@pytest.mark.parametrize("document", HELD)
def test_the_tasks_of_a_document_make_its_score(document: str) -> None:
    points = [int(str(row[6])) for row in by_task(five(), document).rows]
    row = next(each for each in clarity(five()).rows if each[1] == five().nodes[document]["label"])
    assert (row[3], row[-1]) == (len(points), round(sum(points) / (2 * len(points)), 3))


def test_a_document_without_tasks_has_no_score() -> None:
    assert clarity(drawn(), place="Cà Mau").rows == ()
    assert "Công văn 9" not in {row[1] for row in clarity(drawn()).rows}


@pytest.mark.parametrize("measure", [clarity, by_province, lambda graph: by_task(graph, "d:river")])
def test_order_of_making_changes_nothing(measure: Callable[[Any], object]) -> None:
    assert {repr(measure(drawn(seed))) for seed in range(8)} == {repr(measure(drawn()))}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=8))
def test_an_unrelated_document_changes_only_ranks(timed: list[bool]) -> None:
    graph = drawn()
    graph.add_node("d:other", kind="document", label="Kế hoạch 77", held=True)
    for nth, told in enumerate(timed):
        time = {"time_kind": "ongoing"} if told else {}
        graph.add_node(f"t:{nth}", kind="task", label=str(nth), task_id=str(nth), text="việc",
                       document="d:other", task_kind="explicit", **time)  # fmt: skip
    before = {row[1:] for row in clarity(drawn()).rows}
    after = {row[1:] for row in clarity(graph).rows}
    (own,) = after - before
    assert before < after
    assert own[-1] == round(sum(timed) / (2 * len(timed)), 3)
