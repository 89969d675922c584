"""Every question answers on the sample what a reader counts by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store
from sample import ALL, CITY_OFFICE, COUNCIL, CULTURE, HOME, MONEY, PRESS_OFFICE, loaded

from kg.errors import KgError, NotFoundError
from kg.graph.query import Table, ask, prefixes, questions, ranked, sparql

NAMES = [each.name for each in questions()]
FILE = "ke-hoach-12.txt"
CITY_PLAN = "Kế hoạch: thực hiện Chỉ thị số 21-CT/TW ngày 04/4/2024 của Ban Bí thư"
PLAN = "Kế hoạch 12/KH-UBND"
BOTH_REPORT = "Các sở, ban, ngành báo cáo UBND tỉnh qua Sở Văn hóa"


def rows(name: str, **params: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in ask(loaded(), name, **params).rows]


def test_leads_count_joint_leads_for_each() -> None:
    assert rows("leads") == [
        (1, CULTURE, "department", 2, 1),
        (2, PRESS_OFFICE, "party-organ", 1, 1),
        (2, ALL, "collective", 1, 1),
        (2, CITY_OFFICE, "internal-unit", 1, 1),
        (2, HOME, "department", 1, 1),
    ]


def test_leads_printed_leave_out_what_is_assigned() -> None:
    assert [row[1:4] for row in rows("leads-printed")] == [
        (CULTURE, "department", 2),
        (HOME, "department", 1),
    ]


def test_sole_leads_leave_out_shared_tasks() -> None:
    assert {(row[1], row[3]) for row in rows("leads-sole")} == {
        (CULTURE, 1), (PRESS_OFFICE, 1), (ALL, 1), (CITY_OFFICE, 1),
    }  # fmt: skip


def test_leads_by_kind_go_by_the_name_without_place() -> None:
    assert rows("leads-by-kind")[0] == (1, "Sở Văn hóa", "department", 2, 1, 1)
    assert {row[0] for row in rows("leads-by-kind")[1:]} == {2}


def test_place_narrows_a_question() -> None:
    assert {row[1] for row in rows("leads", place="núi lam")} == {PRESS_OFFICE, CITY_OFFICE}
    assert rows("leads", place="nui lam") == rows("leads", place="NÚI LAM")


def test_a_place_without_documents_lists_the_places() -> None:
    with pytest.raises(NotFoundError, match=r"Cà Mau.*Places: .*Núi Lam"):
        rows("leads", place="Cà Mau")


def test_coordinators_share_a_rank() -> None:
    assert {(row[0], row[1]) for row in rows("coordinators")} == {
        (1, MONEY), (1, ALL), (1, CITY_OFFICE),
    }  # fmt: skip


def test_pairs_count_directives_and_no_laws() -> None:
    assert (1, CULTURE, MONEY, 1, 2) in rows("pairs")


def test_missing_never_says_not_done() -> None:
    states = {(row[0], row[1]): row[2] for row in rows("missing")}
    assert states == {
        ("Nghị quyết 07-NQ/TW", "Tỉnh Sông Trà"): "own plan here",
        ("Nghị quyết 07-NQ/TW", "Tỉnh Núi Lam"): "only cited or given as a task",
        ("Chỉ thị 21-CT/TW", "Tỉnh Núi Lam"): "own plan here",
        ("Chỉ thị 21-CT/TW", "Tỉnh Sông Trà"): "nothing in this corpus",
        ("Quyết định 33/QĐ-TTg", "Tỉnh Sông Trà"): "only cited or given as a task",
        ("Quyết định 33/QĐ-TTg", "Tỉnh Núi Lam"): "nothing in this corpus",
    }


def test_unclear_tasks_by_problem() -> None:
    assert {(row[1], row[2]) for row in rows("unclear", document="12/KH-UBND")} == {
        ("II.2", "several leads"),
        ("II.3", "no lead"),
        ("II.3", "no time"),
        ("II.4", "collective lead only"),
        ("II.4", "no time"),
    }


def test_due_by_day_with_its_receiver() -> None:
    found = [row[:4] for row in rows("due")]
    assert ("--12-15", "report", ALL, COUNCIL) in found
    assert ("2025-09-30", "task", PRESS_OFFICE, None) in found
    assert ("2030-12-31", "target", None, None) in found
    assert found == sorted(found, key=lambda row: str(row[0]))


def test_reporting_has_one_row_for_each_body() -> None:
    assert rows("reporting") == [
        (PLAN, "IV", ALL, COUNCIL, CULTURE, "annual", "trước ngày 15/12 hàng năm", BOTH_REPORT),
        (PLAN, "IV", CULTURE, COUNCIL, None, "ad-hoc", None, BOTH_REPORT),
    ]


def test_targets_with_unit_and_year() -> None:
    assert rows("targets") == [
        (PLAN, "I.-1", 500.0, 600.0, "đầu sách", "2030-12-31",
         "Số hóa 500 - 600 đầu sách đến năm 2030."),
    ]  # fmt: skip


def test_cited_not_held_by_fan_in() -> None:
    found = rows("cited-not-held")
    assert found[0] == (1, "Nghị quyết 07-NQ/TW", 2, 4)
    assert {row[0] for row in found[1:]} == {2}
    assert len(found) == 5


def test_provisions_that_a_document_cites_with_their_words() -> None:
    words = "khoản 2, khoản 3 Mục II"
    assert [row[:4] for row in rows("provisions")] == [
        (CITY_PLAN, "Nghị quyết 07-NQ/TW", "mục II/khoản 2", words),
        (CITY_PLAN, "Nghị quyết 07-NQ/TW", "mục II/khoản 3", words),
    ]


def test_documents_held() -> None:
    found = rows("documents")
    assert [(row[0], row[2], row[6]) for row in found] == [
        (PLAN, "12/KH-UBND", 4),
        (CITY_PLAN, None, 2),
    ]


def test_cascade_goes_through_the_chain_with_words() -> None:
    found = rows("cascade", document="Nghị quyết 07")
    edges = {row[:3] for row in found}
    assert ("Chương trình 15-CTr/TU", "implements", "Nghị quyết 07-NQ/TW") in edges
    assert (PLAN, "implements", "Nghị quyết 07-NQ/TW") in edges
    assert ("II.1", "leadAgency", CULTURE) in edges
    assert not any("21-CT/TW" in str(row) for row in found)
    assert ("II.1", "leadAgency", CULTURE, "Sở Văn hóa", FILE, 601, 611) in found


def test_cascade_of_a_leaf_is_its_own_tasks() -> None:
    relations = {row[1] for row in rows("cascade", document="thanh-uy.txt")}
    assert relations == {"isStepOfPlan", "leadAgency", "coordinatingAgency"}


@pytest.mark.parametrize("name", NAMES)
def test_question_says_what_it_answers_and_runs_on_an_empty_graph(name: str) -> None:
    asked = next(each for each in questions() if each.name == name)
    assert asked.title
    assert asked.description.endswith(".")
    assert asked.notes
    needed = {each.name for each in asked.parameters if each.required}
    if not needed:
        assert ask(Store(), name).rows == ()
    for each in asked.parameters:
        assert f"VALUES ?in_{each.name} {{ UNDEF }}" in asked.sparql


@pytest.mark.parametrize(
    "name", [each for each in NAMES if each not in ("cascade", "contradictions")]
)
def test_same_answer_twice_and_only_plain_values(name: str) -> None:
    table = ask(loaded(), name)
    assert table == ask(loaded(), name)
    assert table.rows
    assert all(len(row) == len(table.columns) for row in table.rows)
    kinds = {type(each) for row in table.rows for each in row}
    assert kinds <= {str, int, float, bool, type(None)}


@pytest.mark.parametrize(
    ("rows_in", "ranks"),
    [([5, 5, 3], [1, 1, 3]), ([2], [1]), ([], []), ([4, 3, 3, 3, 1], [1, 2, 2, 2, 5])],
)
def test_ties_share_a_rank(rows_in: list[int], ranks: list[int]) -> None:
    assert [row[0] for row in ranked(tuple((each,) for each in rows_in), 0)] == ranks


@pytest.mark.parametrize(
    ("name", "params", "message"),
    [
        ("leeds", {}, "no question is called 'leeds'. Ask one of: leads"),
        ("leads", {"year": "2024"}, "'leads' knows no parameter 'year'. It knows: as_of, place"),
        ("cascade", {}, "'cascade' needs a document"),
        ("cascade", {"document": "99-NQ/TW"}, "no document is called '99-NQ/TW'"),
    ],
)
def test_wrong_question_says_so(name: str, params: dict[str, str], message: str) -> None:
    with pytest.raises(KgError, match=message):
        ask(loaded(), name, **params)


@given(st.text(max_size=30))
def test_hostile_wish_stays_a_wish(wish: str) -> None:
    tail = '" } } SELECT * { ?s ?p ?o } #'
    with pytest.raises(NotFoundError):
        ask(Store(), "leads", place=wish + tail)


def test_free_select_gives_a_table() -> None:
    table = sparql(loaded(), "SELECT (COUNT(DISTINCT ?t) AS ?n) { ?t a pc:Task }")
    assert isinstance(table, Table)
    assert (table.columns, table.rows) == (("n",), ((6,),))


def test_free_ask_gives_a_bool() -> None:
    assert sparql(loaded(), "ASK { ?t a pc:Task }") is True
    assert sparql(loaded(), "ASK { ?t a pc:Nothing }") is False


def test_free_construct_gives_sorted_triples() -> None:
    found = sparql(loaded(), "CONSTRUCT { ?t a pc:Task } WHERE { ?t a pc:Task }")
    assert isinstance(found, tuple)
    assert len(found) == 6
    assert list(found) == sorted(found, key=str)


@pytest.mark.parametrize("text", ["", "SELEKT", "DROP ALL", "INSERT DATA { <x:a> <x:b> <x:c> }"])
def test_text_that_is_no_query_is_refused(text: str) -> None:
    with pytest.raises(KgError, match="is no SPARQL query"):
        sparql(loaded(), text)


def test_prefixes_are_those_of_the_files() -> None:
    assert prefixes()["eli"] == "http://data.europa.eu/eli/ontology#"
    assert issubclass(NotFoundError, KgError)
