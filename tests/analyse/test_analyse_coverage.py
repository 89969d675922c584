"""The coverage ledger on a corpus made up by hand, and beside what SPARQL counts."""

from __future__ import annotations

import networkx as nx
import pytest
from corpus import five, stored

from kg.analyse.coverage import (
    CITED,
    FREE,
    LATE,
    NOTHING,
    OWN,
    STATES,
    TASK,
    coverage,
    deadline,
)
from kg.analyse.question import Wishes
from kg.graph.query import ask
from kg.lexicon import rows

PROVINCES = ("Tỉnh A", "Tỉnh B", "Tỉnh C", "Tỉnh D", "Tỉnh E")
HELD = "d:resolution"


def graph(recipients: str = "Các tỉnh ủy, thành ủy", *, held: bool = True) -> nx.MultiDiGraph[str]:
    """Make one resolution that wants plans by 30 June 2024, and what four provinces did.

    A: a plan of May. B: a plan of July. C: a task in a paper of its own. D: only a citation.
    E: nothing.
    """
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.add_node("a:centre", kind="agent", label="Bộ Chính trị")
    made.add_node(
        HELD, kind="document", label="Nghị quyết 1-NQ/TW", type="Nghị quyết", held=held,
        recipients=recipients,
    )  # fmt: skip
    made.add_edge(HELD, "a:centre", key="issued_by", relation="issued_by")
    made.add_node("t:plans", kind="task", label="I.1", text="Các nơi ban hành kế hoạch", time_end="2024-06-30",
                  document=HELD)  # fmt: skip
    made.add_edge(HELD, "t:plans", key="has_task", relation="has_task")
    for letter, date, relation in (
        ("A", "2024-05-02", "implements"),
        ("B", "2024-07-02", "implements"),
        ("C", "2024-05-02", "cites"),
        ("D", "2024-05-02", "cites"),
    ):
        paper = f"d:{letter}"
        made.add_node(paper, kind="document", label=f"Kế hoạch {letter}", type="Kế hoạch",
                      place=f"Tỉnh {letter}", date=date, held=True)  # fmt: skip
        made.add_edge(paper, HELD, key="cites", relation="cites")
        if relation != "cites":
            made.add_edge(paper, HELD, key=relation, relation=relation)
    made.add_node(
        "t:C", kind="task", label="I.1", place="Tỉnh C", document="d:C", text="Triển khai"
    )
    made.add_edge("t:C", HELD, key="refers_to", relation="refers_to")
    return made


def states(made: nx.MultiDiGraph[str]) -> dict[object, object]:
    """Give the state of each province in the ledger of the resolution."""
    answer = coverage(made, Wishes(document=HELD, provinces=lambda: PROVINCES))
    return {row[1]: row[2] for row in answer.rows}


def test_each_state_is_told_from_the_others() -> None:
    assert states(graph()) == {
        "Tỉnh A": OWN, "Tỉnh B": LATE, "Tỉnh C": TASK, "Tỉnh D": CITED, "Tỉnh E": NOTHING,
    }  # fmt: skip
    assert deadline(graph(), HELD) == "2024-06-30"


def test_a_resolution_that_names_one_province_obliges_no_other() -> None:
    told = states(graph("UBND Tỉnh E"))
    assert told["Tỉnh E"] == NOTHING
    assert states(graph("Bộ Y tế"))["Tỉnh E"] == FREE


def test_without_its_text_every_province_is_listed_and_the_answer_says_so() -> None:
    made = graph("", held=False)
    answer = coverage(made, Wishes(provinces=lambda: PROVINCES))
    assert answer.rows == (("Nghị quyết 1-NQ/TW", "text not held: all", 5, 1, 1, 1, 1, 1, 0, 0.4),)


def test_the_states_of_a_directive_add_up_to_all_provinces() -> None:
    answer = coverage(five(), Wishes(provinces=lambda: PROVINCES))
    assert answer.rows
    first = answer.columns.index(STATES[0])
    for row in answer.rows:
        assert sum(int(cell or 0) for cell in row[first : first + len(STATES)]) == len(PROVINCES)


def test_own_plans_are_those_that_sparql_counts() -> None:
    here = ("Tỉnh Bến Tre", "Tỉnh Ninh Bình", "Tỉnh Quảng Ngãi", "Tỉnh Tây Ninh", "Tỉnh Đắk Nông")
    counted = {
        (row[0], row[1]) for row in ask(stored(), "missing").rows if row[2] == "own plan here"
    }
    ledger = {
        (row[0], row[1])
        for directive in (
            each for each, data in five().nodes(data=True) if data["kind"] == "document"
        )
        if (row_of := coverage(five(), Wishes(document=directive, provinces=lambda: here)))
        for row in row_of.rows
        if row[2] in {OWN, LATE}
    }
    assert counted <= ledger
    assert len(counted) == 5  # on paper: 36-NQ/TW three times, 1600 and 1639/QĐ-TTg once each


def test_an_unrelated_paper_changes_nothing() -> None:
    made, more = graph(), graph()
    more.add_node(
        "d:other", kind="document", label="Kế hoạch khác", type="Kế hoạch", place="Tỉnh E"
    )
    assert states(made) == states(more)


@pytest.mark.parametrize("row", rows("questions/addressees"), ids=lambda row: row["words"])
def test_words_that_address_every_province_have_their_example(row: dict[str, str]) -> None:
    assert row["words"] in row["example"].lower()
    assert states(graph(row["example"]))["Tỉnh E"] == NOTHING
