"""Timeline, overdue, bars and days to keep: counted on paper, then a second way, then in any order."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from corpus import DATA, five, five_on, gold_tasks, stored
from drawn import drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analyse import overdue as overdue_file
from kg.analyse.deadlines import deadlines
from kg.analyse.gantt import gantt
from kg.analyse.moments import first_day, last_day, year_of
from kg.analyse.overdue import overdue
from kg.analyse.question import Wishes
from kg.analyse.timeline import timeline
from kg.errors import KgError
from kg.graph.query import Table, sparql

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.analyse.answer import Answer

RIVER, CITY = "Kế hoạch 3/KH-UBND", "Kế hoạch 4/KH-TU"
MONEY, MONEY2 = "Sở Tài chính tỉnh Sông Trà", "Sở Tài chính tỉnh Núi Lam"
ASKED: list[Callable[[Any], Answer]] = [timeline, gantt, lambda graph: overdue(graph, "2026-01-01")]


def one(*tasks: dict[str, Any], date: str | None = "2024-03-05") -> nx.MultiDiGraph[str]:
    """Give one document with tasks of the given attributes."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    told = {"date": date} if date else {}
    graph.add_node("d", kind="document", label="Kế hoạch 1", held=True, file="a.txt", **told)
    for nth, facts in enumerate(tasks):
        graph.add_node(f"t{nth}", kind="task", label=str(nth), task_id=str(nth), text=f"việc {nth}",
                       task_kind="explicit", document="d", **facts)  # fmt: skip
        graph.add_edge("d", f"t{nth}", key="has_task", relation="has_task", start=nth, end=nth + 6)
    return graph


@pytest.mark.parametrize(
    ("moment", "first", "last", "year"),
    [
        ("2030", "2030-01-01", "2030-12-31", 2030),
        ("2024-02", "2024-02-01", "2024-02-29", 2024),
        ("2023-02", "2023-02-01", "2023-02-28", 2023),
        ("2025-09-30", "2025-09-30", "2025-09-30", 2025),
    ],
)
def test_a_moment_has_a_first_and_a_last_day(moment: str, first: str, last: str, year: int) -> None:
    assert (first_day(moment), last_day(moment), year_of(moment)) == (first, last, year)


@pytest.mark.parametrize("moment", ["--11-30", "", None, "20301", "năm 2030"])
def test_what_names_no_year_has_none(moment: str | None) -> None:
    assert year_of(moment) is None


def test_timeline_on_paper() -> None:
    assert timeline(drawn()).rows == (
        (None, "no time", 2, 7),
        (None, "ongoing", 2, 7),
        (2024, "deadline", 1, 7),
        (2025, "year", 1, 7),
        (2026, "interval", 1, 7),
    )
    assert "Of 7 tasks 2 name no time and 2 a time without a year" in timeline(drawn()).notes[0]
    assert timeline(drawn(), place="núi lam").rows == (
        (None, "no time", 1, 3), (None, "ongoing", 1, 3), (2024, "deadline", 1, 3),
    )  # fmt: skip


def test_an_open_end_runs_to_the_last_year_named() -> None:
    graph = one(
        {"time_kind": "interval", "time_start": "2023", "time_open": True},
        {"time_kind": "interval", "time_start": "2022", "time_end": "2024", "time_open": True},
        {"time_kind": "year", "time_start": "2025", "time_end": "2025"},
    )
    assert [row[:3] for row in timeline(graph).rows] == [
        (2022, "interval", 1), (2023, "interval", 2), (2024, "interval", 2),
        (2025, "interval", 2), (2025, "year", 1),
    ]  # fmt: skip


def test_ends_in_the_wrong_order_lose_no_task() -> None:
    rows = timeline(one({"time_kind": "interval", "time_start": "2026", "time_end": "2025"})).rows
    assert [row[0] for row in rows] == [2025, 2026]


def test_timeline_of_the_five_plans_is_that_of_the_gold() -> None:
    """Count from the answers by hand, not from the graph."""
    told = [task["timeframe"] or {} for task in gold_tasks()]
    counted: Counter[tuple[int | None, str]] = Counter()
    for time in told:
        named = [int(time[end][:4]) for end in ("start", "end") if time.get(end)]
        last = 2030 if time.get("open_ended") else max(named, default=0)
        years = range(min(named), last + 1) if named else [None]
        counted.update((year, time.get("kind", "no time")) for year in years)
    rows = timeline(five()).rows
    assert {(row[0], row[1]): row[2] for row in rows} == counted
    assert {row[3] for row in rows} == {len(told)} == {160}
    assert (2025, "interval", 19, 160) in rows
    assert (None, "no time", 108, 160) in rows


def test_overdue_on_paper() -> None:
    assert overdue(drawn(), "2024-02-29").rows == ()  # the day itself has not passed
    assert [row[:3] for row in overdue(drawn(), "2024-03-01").rows] == [
        ("2024-02-29", "task", MONEY2),
    ]
    assert [row[0] for row in overdue(drawn(), "2026-10-01").rows] == [
        "2024-02-29", "2025-12-31", "2026-09-30",
    ]  # fmt: skip
    assert [row[5] for row in overdue(drawn(), "2026-10-01", place="sông").rows] == [RIVER, RIVER]
    assert [row[5] for row in overdue(drawn(), "2026-10-01", document="d:city").rows] == [CITY]


def test_what_goes_on_or_comes_back_is_never_overdue() -> None:
    graph = one(
        {"time_kind": "interval", "time_start": "2020", "time_end": "2021", "time_open": True},
        {"time_kind": "annual", "month_day": "--11-30"},
        {"time_kind": "ongoing"},
    )
    assert overdue(graph, "2099-01-01").rows == ()
    assert (
        overdue(graph, "2099-01-01").notes[0].startswith("Of 3 tasks, reports and targets 0 have")
    )
    assert overdue(graph, "2099-01-01").notes[1].startswith("1 have a day")


def test_overdue_never_says_not_done_and_needs_a_day() -> None:
    assert "whether it was done this corpus does not say" in overdue_file.QUESTION.notes[0]
    with pytest.raises(KgError, match=r"needs a day.*--as-of"):
        overdue_file.QUESTION.run(drawn(), Wishes())


@pytest.mark.parametrize(("day", "tasks", "targets"), [
    ("2026-12-31", 0, 0), ("2027-01-01", 1, 1), ("2030-12-31", 1, 1), ("2031-01-01", 15, 4),
])  # fmt: skip
def test_overdue_of_the_five_plans_agrees_with_sparql(day: str, tasks: int, targets: int) -> None:
    found = overdue(five_on(day), day).rows
    for kind, number, pattern in (
        ("task", tasks, "?x a pc:Task FILTER NOT EXISTS { ?t pc:openEnded true } ."),
        ("target", targets, "?x a pc:Target ."),
    ):
        asked = f"""SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x time:hasTime ?t . {pattern}
            ?t pc:latest ?day FILTER(?day < "{day}"^^<http://www.w3.org/2001/XMLSchema#date>) }}"""
        table = sparql(stored(), asked)
        assert isinstance(table, Table)
        items = {(row[5], row[6], row[4]) for row in found if row[1] == kind}
        assert table.rows == ((len(items),),) == ((number,),)


def test_bars_on_paper() -> None:
    assert [row[:7] for row in gantt(drawn()).rows] == [
        (None, "2024-02-29", "no", "1", MONEY2, CITY, "deadline"),
        (None, "2025-12-31", "no", "1", MONEY, RIVER, "year"),
        (None, "2026-09-30", "no", "10", "Các sở, ngành", RIVER, "interval"),
    ]
    assert gantt(drawn()).notes == ("3 of 7 tasks name a year and are shown.",)


def test_bars_of_the_five_plans_are_those_of_the_gold() -> None:
    told = [(task, task["timeframe"]) for task in gold_tasks() if task["timeframe"]]
    expected = {
        (time["start"] and f"{time['start']}-01-01", time["end"] and f"{time['end']}-12-31",
         task["id"], lead)
        for task, time in told
        if time["start"] or time["end"]
        for lead in task["lead"] or [None]
    }  # fmt: skip
    rows = gantt(five()).rows
    assert {(row[0], row[1], row[3], row[4]) for row in rows} == expected
    assert len(rows) == len(expected) == 24


def test_days_to_keep_of_the_five_plans() -> None:
    found = deadlines(five())
    assert Counter((each.kind, each.yearly) for each in found) == {
        ("report", True): 4, ("task", True): 1, ("task", False): 15, ("target", False): 4,
    }  # fmt: skip
    yearly = {(each.document[:20], str(each.first)) for each in found if each.yearly}
    assert yearly == {
        ("Kế hoạch 452/KH-UBND", "2023-11-30"),
        ("Kế hoạch 452/KH-UBND", "2023-12-20"),
        ("Kế hoạch 1953/KH-UBN", "2025-11-30"),
        ("Kế hoạch: Tăng cường", "2023-11-30"),
    }


def test_every_day_to_keep_quotes_its_text() -> None:
    texts = {path.name: path.read_text("utf-8") for path in (DATA / "documents").glob("*.txt")}
    for each in deadlines(five()):
        assert each.file is not None
        assert texts[each.file][each.start : each.end] == each.words


@pytest.mark.parametrize(
    ("month_day", "date", "first"),
    [
        ("--11-30", "2024-03-05", dt.date(2024, 11, 30)),
        ("--03-05", "2024-03-05", dt.date(2024, 3, 5)),  # the day of the document itself
        ("--03-04", "2024-03-05", dt.date(2025, 3, 4)),  # that year's day is gone
        ("--02-29", "2024-03-05", dt.date(2025, 2, 28)),  # the last of February
        ("--02-29", "2024-01-05", dt.date(2024, 2, 29)),
        ("--02-31", "2024-01-05", None),  # no calendar has it
        ("--11-30", None, None),  # nothing says in which year it begins
    ],
)
def test_a_yearly_day_begins_after_its_document(
    month_day: str, date: str | None, first: dt.date | None
) -> None:
    (found,) = deadlines(one({"time_kind": "annual", "month_day": month_day}, date=date))
    assert (found.first, found.yearly) == (first, True)


def test_a_day_that_nothing_calls_yearly_is_given_no_year() -> None:
    (found,) = deadlines(one({"time_kind": "deadline", "month_day": "--11-30"}))
    assert found.first is None


def test_a_last_day_that_no_calendar_has_is_no_day() -> None:
    assert deadlines(one({"time_kind": "deadline", "time_end": "2025-02-31"})) == []


@pytest.mark.parametrize("ask", ASKED)
def test_order_of_making_changes_nothing(ask: Callable[[Any], Answer]) -> None:
    assert {repr(ask(drawn(seed))) for seed in range(8)} == {repr(ask(drawn()))}
    assert {repr(deadlines(drawn(seed))) for seed in range(8)} == {repr(deadlines(drawn()))}


@settings(max_examples=40, deadline=None)
@given(st.integers(2000, 2060), st.integers(0, 20))
def test_an_unrelated_document_adds_only_its_own(start: int, years: int) -> None:
    before, graph = drawn(), drawn()
    graph.add_node("d:other", kind="document", label="Kế hoạch 77", held=True)
    graph.add_node("t:other", kind="task", label="1", task_id="1", text="việc", document="d:other",
                   task_kind="explicit", time_kind="other", time_start=str(start),
                   time_end=str(start + years))  # fmt: skip
    assert timeline(graph, document="d:river") == timeline(before, document="d:river")
    own = [row[:3] for row in timeline(graph).rows if row[1] != "other"]
    assert own == [row[:3] for row in timeline(before).rows]
    assert sum(row[1] == "other" for row in timeline(graph).rows) == years + 1
    rest = [row for row in overdue(graph, "2099-01-01").rows if row[5] != "Kế hoạch 77"]
    assert tuple(rest) == overdue(before, "2099-01-01").rows
    assert set(gantt(before).rows) < set(gantt(graph).rows)
