"""A cascade reads from the top, says its words, ends in circles, and minds its own business."""

from __future__ import annotations

import itertools

import networkx as nx
import pytest
from corpus import five
from drawn import drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analyse.branch import Branch
from kg.analyse.cascade import cascade, edges, walk
from kg.errors import NotFoundError

PLACES = ("d:nq", "d:ctr", "d:law", "d:qd", "d:river", "d:city")


def lines(root: Branch) -> list[str]:
    return [
        f"{'  ' * depth}{branch.label}{''.join(f' [{note}]' for note in branch.notes)}"
        for depth, branch in walk(root)
    ]


def test_reads_from_directive_to_coordinator() -> None:
    assert lines(cascade(drawn(), "d:nq").root) == [
        "Nghị quyết 1-NQ/TW [cited but not held]",
        "  Chương trình 2-CTr/TU [cited but not held]",
        "    Kế hoạch 3/KH-UBND",
        "      Sở Tài chính tỉnh Sông Trà",
        "        1",
        "          Các sở, ngành",
        "          Sở Y tế tỉnh Sông Trà",
        "        2 [several leads]",
        "          Các sở, ngành",
        "          Sở Y tế tỉnh Sông Trà",
        "      Các sở, ngành [a collective: no one body is named]",
        "        10",
        "      Sở Y tế tỉnh Sông Trà",
        "        2 [several leads]",
        "          Các sở, ngành",
        "          Sở Y tế tỉnh Sông Trà",
        "      3 [no lead] [no time]",
    ]


def test_says_of_which_provinces_no_plan_is_here() -> None:
    cited = "Tỉnh Núi Lam: no plan of its own in this corpus, only cited or given as a task"
    assert cascade(drawn(), "d:nq").missing == (cited,)
    assert cascade(drawn(), "d:qd").missing == ("Tỉnh Sông Trà: no plan of its own in this corpus",)
    assert cascade(drawn(), "d:law").missing == ()
    assert cascade(drawn(), "d:river").missing == ()


def test_words_stand_at_each_tie() -> None:
    root = cascade(drawn(), "d:ctr").root
    plan = root.children[0]
    task = plan.children[0].children[0]
    assert root.said == plan.children[0].said == ()
    assert [(each.relation, each.words) for each in plan.said] == [
        ("implements", "implements d:ctr")
    ]
    assert [(each.relation, each.words, each.start) for each in task.said] == [
        ("has_task", "has_task d:river/1", 0),
        ("lead", "lead a:money", 20),
    ]
    assert task.children[0].said[0].words == "coordinate a:all"


def test_document_without_anything_under_it_says_so() -> None:
    assert lines(cascade(drawn(), "d:empty").root) == [
        "Công văn 9 [no task found in its text] [no document here implements it or is based on it]",
    ]


def test_document_at_two_places_is_unfolded_once() -> None:
    graph = drawn()
    graph.add_edge("d:river", "d:nq", key="implements", relation="implements", words="thực hiện")
    found = [line for line in lines(cascade(graph, "d:nq").root) if "3/KH-UBND" in line]
    assert found == ["    Kế hoạch 3/KH-UBND", "  Kế hoạch 3/KH-UBND [unfolded above]"]
    relations = [row[:3] for row in edges(cascade(graph, "d:nq").root).rows]
    assert ("Kế hoạch 3/KH-UBND", "implements", "Nghị quyết 1-NQ/TW") in relations
    assert ("Kế hoạch 3/KH-UBND", "implements", "Chương trình 2-CTr/TU") in relations


@pytest.mark.parametrize("start", ["d:nq", "d:ctr", "d:river"])
def test_circles_end(start: str) -> None:
    graph = drawn()
    graph.add_edge("d:nq", "d:river", key="implements", relation="implements")
    graph.add_edge("d:nq", "d:nq", key="based_on", relation="based_on")
    documents = [branch.iri for _, branch in walk(cascade(graph, start).root)
                 if branch.kind == "document"]  # fmt: skip
    assert sorted(documents) == sorted(["d:nq", "d:ctr", "d:river", start, "d:nq"])


def test_long_chain_needs_no_deep_stack() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names = [f"d:{nth:05}" for nth in range(3000)]
    for name in names:
        graph.add_node(name, kind="document", label=name, held=False)
    for upper, lower in itertools.pairwise(names):
        graph.add_edge(lower, upper, key="implements", relation="implements")
    assert [branch.iri for _, branch in walk(cascade(graph, names[0]).root)] == names


@pytest.mark.parametrize("iri", ["d:none", "a:money", ""])
def test_what_is_no_document_is_refused(iri: str) -> None:
    with pytest.raises(NotFoundError, match="the network holds no document"):
        cascade(drawn(), iri)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(PLACES))
def test_order_of_making_changes_no_cascade(seed: int, start: str) -> None:
    assert cascade(drawn(seed), start) == cascade(drawn(), start)


def _unrelated(graph: nx.MultiDiGraph[str], place: str) -> nx.MultiDiGraph[str]:
    """Add a plan that answers a directive of its own and shares an agency with the others."""
    graph.add_node("d:other", kind="document", label="Kế hoạch 77/KH-UBND", type="Kế hoạch",
                   held=True, place=place)  # fmt: skip
    graph.add_node("d:theirs", kind="document", label="Chỉ thị 78/CT-TTg", type="Chỉ thị",
                   held=False)  # fmt: skip
    graph.add_node("t:other", kind="task", label="1", task_id="1", text="việc", document="d:other",
                   task_kind="explicit")  # fmt: skip
    for start, relation, end in (
        ("d:other", "implements", "d:theirs"),
        ("d:other", "cites", "d:theirs"),
        ("d:theirs", "issued_by", "a:premier"),
        ("d:other", "has_task", "t:other"),
        ("t:other", "lead", "a:money"),
        ("t:other", "coordinate", "a:health"),
    ):
        graph.add_edge(start, end, key=relation, relation=relation, words="…")
    return graph


@pytest.mark.parametrize("start", PLACES)
def test_unrelated_document_changes_no_cascade(start: str) -> None:
    assert cascade(_unrelated(drawn(), "Tỉnh Sông Trà"), start) == cascade(drawn(), start)


@pytest.mark.parametrize("start", PLACES)
def test_unrelated_document_of_a_new_province_adds_one_note_at_most(start: str) -> None:
    before, after = cascade(drawn(), start), cascade(_unrelated(drawn(), "Tỉnh Cà Mau"), start)
    assert after.root == before.root
    added = (
        {"Tỉnh Cà Mau: no plan of its own in this corpus"} if start in ("d:nq", "d:qd") else set()
    )
    assert set(after.missing) - set(before.missing) == added


def test_whole_cascade_of_resolution_36() -> None:
    iri = next(iri for iri, each in five().nodes(data=True) if each.get("number") == "36-NQ/TW")
    found = cascade(five(), iri)
    plans = {branch.label for _, branch in walk(found.root)
             if branch.kind == "document" and five().nodes[branch.iri]["held"]}  # fmt: skip
    assert {"Kế hoạch 452/KH-UBND"} < plans
    assert "cited but not held" in found.root.notes
    for _, branch in list(walk(found.root))[1:]:
        if branch.said:
            assert all(each.words and each.file for each in branch.said)
        else:
            assert branch.kind == "agent"
