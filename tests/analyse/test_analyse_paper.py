"""Every question, counted on paper over the drawn network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drawn import CITY, drawn

from kg.analyse.answer import ranked
from kg.analyse.cited import cited
from kg.analyse.coordination import coordinators, pairs
from kg.analyse.documents import documents
from kg.analyse.due import due
from kg.analyse.leads import by_kind, leads, printed, sole
from kg.analyse.missing import missing, province_of
from kg.analyse.overview import overview
from kg.analyse.unclear import unclear

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.analyse.answer import Answer

MONEY, MONEY2 = "Sở Tài chính tỉnh Sông Trà", "Sở Tài chính tỉnh Núi Lam"
HEALTH, ALL = "Sở Y tế tỉnh Sông Trà", "Các sở, ngành"
NQ, CTR, QD = "Nghị quyết 1-NQ/TW", "Chương trình 2-CTr/TU", "Quyết định 5/QĐ-TTg"
RIVER_PLAN, CITY_PLAN = "Kế hoạch 3/KH-UBND", "Kế hoạch 4/KH-TU"
GRAPH = drawn()


def test_leads_count_joint_leads_for_each_body() -> None:
    assert leads(GRAPH).rows == (
        (1, MONEY2, "department", 3, 1),
        (2, ALL, "collective", 2, 2),
        (2, MONEY, "department", 2, 1),
        (4, HEALTH, "department", 1, 1),
    )


def test_printed_leads_leave_out_assigned_and_phoi_hop() -> None:
    assert [row[:4] for row in printed(GRAPH).rows] == [
        (1, MONEY2, "department", 2),
        (1, MONEY, "department", 2),
        (3, ALL, "collective", 1),
        (3, HEALTH, "department", 1),
    ]


def test_sole_leads_leave_out_shared_tasks() -> None:
    assert [row[:4] for row in sole(GRAPH).rows] == [
        (1, MONEY2, "department", 2),
        (2, ALL, "collective", 1),
        (2, MONEY, "department", 1),
    ]


def test_kinds_join_the_provinces() -> None:
    assert by_kind(GRAPH).rows == (
        (1, "Sở Tài chính", "department", 5, 2, 2),
        (2, ALL, "collective", 2, 2, 2),
        (3, "Sở Y tế", "department", 1, 1, 1),
    )


def test_place_narrows_the_leads() -> None:
    assert [row[:2] for row in leads(GRAPH, place="núi LAM").rows] == [(1, MONEY2), (2, ALL)]
    assert leads(GRAPH, place="Cà Mau").rows == ()


def test_coordinators() -> None:
    assert coordinators(GRAPH).rows == (
        (1, ALL, "collective", 3, 2),
        (2, HEALTH, "department", 2, 1),
    )


def test_pairs_leave_out_a_body_with_itself_and_count_no_law() -> None:
    assert pairs(GRAPH).rows == (
        (1, MONEY, ALL, 2, 1),
        (1, MONEY, HEALTH, 2, 1),
        (3, MONEY2, ALL, 1, 1),
        (3, HEALTH, ALL, 1, 1),
    )


def test_missing_names_the_state_of_each_province() -> None:
    assert missing(GRAPH).rows == (
        (NQ, "Tỉnh Núi Lam", "only cited or given as a task", 0, None),
        (NQ, "Tỉnh Sông Trà", "own plan here", 2, CTR),
        (QD, "Tỉnh Núi Lam", "own plan here", 1, CITY_PLAN),
        (QD, "Tỉnh Sông Trà", "nothing in this corpus", 0, None),
    )
    assert {row[1] for row in missing(GRAPH, place="sông").rows} == {"Tỉnh Sông Trà"}


def test_nothing_ever_says_not_done() -> None:
    assert not any("not done" in str(cell) for row in missing(GRAPH).rows for cell in row)


@pytest.mark.parametrize(
    ("place", "province"),
    [
        (CITY, "Tỉnh Núi Lam"),
        ("Tỉnh Sông Trà", "Tỉnh Sông Trà"),
        ("Xã Đông Sơn, huyện Trà Bồng, tỉnh Quảng Ngãi", "Tỉnh Quảng Ngãi"),
        ("Thành phố Cần Thơ", "Thành phố Cần Thơ"),
    ],
)
def test_province_of_a_place(place: str, province: str) -> None:
    assert province_of(place) == province


def test_unclear_gives_one_row_for_each_problem() -> None:
    assert [row[:4] for row in unclear(GRAPH).rows] == [
        (RIVER_PLAN, "10", "collective lead only", "assigned"),
        (RIVER_PLAN, "2", "several leads", "explicit"),
        (RIVER_PLAN, "3", "no lead", "unassigned"),
        (RIVER_PLAN, "3", "no time", "unassigned"),
        (CITY_PLAN, "2", "no time", "explicit"),
        (CITY_PLAN, "3", "several leads", "explicit"),
    ]
    assert len(unclear(GRAPH, document="d:city").rows) == 2
    assert len(unclear(GRAPH, place="núi lam").rows) == 2


def test_due_gives_the_last_day_of_a_year_and_of_a_month() -> None:
    assert [row[:4] for row in due(GRAPH).rows] == [
        ("2024-02-29", "task", MONEY2, None),
        ("2025-12-31", "task", MONEY, None),
        ("2026-09-30", "task", ALL, None),
    ]
    assert [row[0] for row in due(GRAPH, document="d:city").rows] == ["2024-02-29"]


def test_due_gives_reports_with_who_and_to_whom() -> None:
    graph = drawn()
    graph.add_node("r:1", kind="report", label="IV", text="báo cáo", document="d:river",
                   month_day="--12-15")  # fmt: skip
    graph.add_edge("r:1", "a:money", key="report_by", relation="report_by")
    graph.add_edge("r:1", "a:health", key="report_by", relation="report_by")
    graph.add_edge("r:1", "a:party", key="report_to", relation="report_to")
    assert due(graph).rows[:2] == tuple(
        ("--12-15", "report", who, "Tỉnh ủy Sông Trà", "báo cáo", RIVER_PLAN, "IV")
        for who in (MONEY, HEALTH)
    )


def test_cited_by_fan_in_then_mentions() -> None:
    assert cited(GRAPH).rows == (
        (1, NQ, 2, 5),
        (2, QD, 1, 4),
        (2, CTR, 1, 1),
        (2, "Luật Thư viện", 1, 1),
    )


def test_documents_held() -> None:
    assert documents(GRAPH).rows == (
        ("Công văn 9", None, None, None, CITY, None, 0, 0, "empty.txt"),
        (RIVER_PLAN, "Kế hoạch", "3/KH-UBND", "UBND tỉnh Sông Trà", "Tỉnh Sông Trà", "2024-03-05",
         4, 3, "river.txt"),
        (CITY_PLAN, "Kế hoạch", None, None, CITY, None, 3, 2, "city.txt"),
    )  # fmt: skip


def test_overview_counts_everything_once() -> None:
    rows = overview(GRAPH).rows
    assert ("document", "held", 3) in rows
    assert ("document", "only cited", 4) in rows
    assert [row[1:] for row in rows if row[0] == "task"] == [
        ("assigned", 2), ("explicit", 4), ("unassigned", 1),
    ]  # fmt: skip
    assert ("agent", None, 1) in rows
    assert ("edge", "lead", 8) in rows
    nodes = sum(int(row[2] or 0) for row in rows if row[0] != "edge")
    edges = sum(int(row[2] or 0) for row in rows if row[0] == "edge")
    assert (nodes, edges) == (GRAPH.number_of_nodes(), GRAPH.number_of_edges())


@pytest.mark.parametrize(
    ("counts", "ranks"),
    [([9, 9, 9, 8], [1, 1, 1, 4]), ([5], [1]), ([], []), ([3, 2, 2, 1], [1, 2, 2, 4])],
)
def test_ties_are_ties(counts: list[int], ranks: list[int]) -> None:
    assert [row[0] for row in ranked([(each,) for each in counts])] == ranks


ASKED = [leads, printed, sole, by_kind, coordinators, pairs, missing, unclear, due, cited,
         documents, overview]  # fmt: skip


@pytest.mark.parametrize("ask", ASKED)
def test_order_of_making_changes_nothing(ask: Callable[..., Answer]) -> None:
    answers = {repr(ask(drawn(seed))) for seed in range(8)}
    assert answers == {repr(ask(GRAPH))}
