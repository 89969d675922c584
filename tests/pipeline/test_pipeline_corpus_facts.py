"""Facts that a careful reader finds in real papers, row by row; the papers stay outside.

``corpus/README.md`` says what the tables hold. A row marked ``must`` is read right and stays so;
the others count in the figures.
"""

from __future__ import annotations

import counted
import facts
import pytest

from kg.model import Stated, Task

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not facts.FOLDER.is_dir(),
        reason=f"no papers in {facts.FOLDER.name}/ beside the repository; set KG_CORPUS to their folder",
    ),
]
FLOORS = {
    "tasks": (0.99, 0.97, 0.98),
    "leads": (0.97, 0.94, 0.96),
    "coordinators": (0.97, 0.94, 0.96),
    "times": (0.99, 0.94, 0.96),
    "references": (1.0, 0.99, 0.99),
    "references.relation": (1.0, 1.0, 1.0),
    "references.date": (1.0, 1.0, 1.0),
}  # fmt: skip
"""Precision, recall and F1 as measured, rounded down to two decimals; only ever raised."""
HEADER = ("number", "type", "date", "issuer")
CELLS = [
    pytest.param(
        row["file"],
        column,
        row[column],
        id=f"{row['file']}-{column}",
        marks=[pytest.mark.xfail(reason="not read yet")] * (column in row["not_yet"].split("|")),
    )
    for row in facts.rows("documents")
    for column in (*HEADER, "rows")
]


def found(file: str, column: str) -> str:
    """Give a cell of documents.csv as found: a value of the header, or the rows of task tables."""
    record = facts.record(file)
    if column == "rows":
        return str(sum(task.kind == "explicit" for task in record.tasks))
    stated: Stated | None = getattr(record.document, column)
    return stated.value if stated else ""


@pytest.mark.parametrize(("file", "column", "value"), CELLS)
def test_the_header_and_the_rows_of_a_paper(file: str, column: str, value: str) -> None:
    assert found(file, column) == value


@pytest.mark.parametrize("row", facts.rows("documents"), ids=lambda row: row["file"])
def test_no_row_of_a_paper_is_lost_from_the_tables(row: dict[str, str]) -> None:
    cited = [each for each in facts.references(row["file"]) if each.relation != "none"]
    assert (len(facts.tasks(row["file"])), len(cited)) == (int(row["led"]), int(row["references"]))


@pytest.mark.parametrize("field", FLOORS)
def test_a_field_stays_at_or_above_its_floors(field: str) -> None:
    count = counted.counts()[field]
    figures = count.figures()
    low = [(one, floor) for one, floor in zip(figures, FLOORS[field], strict=True) if one < floor]
    assert not low, f"{field}: {figures}\n{count.faults()}"


def differs(fact: facts.TaskFact, task: Task | None) -> str:
    """Say how a task differs from what the paper says; "" where it is the same."""
    if task is None:
        return f"{fact.id}: not found"
    lead, coordinate = ({a.agent for a in each} for each in (task.lead, task.coordinate))
    wanted = (set(fact.lead), set(fact.coordinate), fact.time)
    got = (lead, coordinate, counted.time_of(task))
    return "" if wanted == got else f"{fact.id}: {wanted} is read as {got}"


@pytest.mark.parametrize("file", facts.files())
def test_the_chosen_tasks_are_read_whole(file: str) -> None:
    chosen = [pair for pair in counted.pairs(file) if pair[0] and pair[0].must]
    assert [fault for fact, task in chosen if fact and (fault := differs(fact, task))] == []


@pytest.mark.parametrize("file", facts.files())
def test_the_chosen_references_are_read_whole(file: str) -> None:
    read = {each.number: each for each in facts.record(file).references}
    chosen = [each for each in facts.references(file) if each.must and each.relation != "none"]
    wanted = [(each.number, each.type, each.date, each.relation) for each in chosen]
    kept = [read[number] for number, *_ in wanted if number in read]
    assert [(each.number, each.type, each.date, each.relation) for each in kept] == wanted


@pytest.mark.parametrize("file", facts.files())
def test_a_number_that_is_only_shown_is_not_cited(file: str) -> None:
    shown = {e.number for e in facts.references(file) if e.must and e.relation == "none"}
    assert shown & {each.number for each in facts.record(file).references} == set()


@pytest.mark.parametrize("file", facts.files())
def test_no_task_with_a_lead_begins_in_a_chosen_passage(file: str) -> None:
    spans = [each.span() for each in facts.neutral(file, must=True)]
    led = [task for task in facts.record(file).tasks if task.lead]
    inside = [t.id for t in led for s in spans if s.start <= t.quote.span.start < s.end]
    assert inside == []


@pytest.mark.parametrize("file", facts.files())
def test_each_paper_has_six_chosen_facts_or_more(file: str) -> None:
    chosen = [
        *(each for each in facts.tasks(file) if each.must),
        *(each for each in facts.references(file) if each.must),
        *facts.neutral(file, must=True),
    ]
    assert len(chosen) >= 6


def test_the_tasks_of_a_table_bear_their_printed_numbers() -> None:
    ids = [task.id for task in facts.record("018").tasks if task.id.startswith("PL.")]
    assert ids == [f"PL.{number}" for number in range(1, 30)]
