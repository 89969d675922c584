"""What was to be ready before a day: tasks, reports and targets whose last day has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.answer import Answer
from kg.analyse.due import due
from kg.analyse.question import Question, Wishes
from kg.analyse.walk import lies_in, nodes, said
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.analyse.walk import Network


def _run(graph: Network, wishes: Wishes) -> Answer:
    if wishes.as_of is None:
        what = "'overdue' needs a day"
        raise KgError(what, mend="Give one: --as-of 2027-01-01, or today.")
    return overdue(graph, wishes.as_of, place=wishes.place, document=wishes.document)


QUESTION = Question(
    name="overdue",
    title="What was due before a day",
    title_vi="Việc đã qua hạn tính đến một ngày",
    answers="Tasks, reports and targets whose last day lies before the day of --as-of.",
    answers_vi="Nhiệm vụ, báo cáo, chỉ tiêu có ngày cuối trước ngày của --as-of.",
    run=_run,
    notes=(
        "Overdue means only that the day has passed: whether it was done this corpus does not say.",
        "--as-of also counts each body and province as the one that held its work on that day.",
    ),
    takes=("place", "document", "as_of"),
)


def overdue(
    graph: Network, day: str, *, place: str | None = None, document: str | None = None
) -> Answer:
    """List what ``due`` lists with a last day before *day*; the day itself has not passed."""
    known = due(graph, place=place, document=document)
    rows = tuple(row for row in known.rows if _year_is_named(row[0]) and str(row[0]) < day)
    return Answer("overdue", known.columns, rows, _notes(graph, place, document))


def _year_is_named(moment: object) -> bool:
    return not str(moment).startswith("--")


def _notes(graph: Network, place: str | None, document: str | None) -> tuple[str, ...]:
    asked = [
        iri
        for kind in ("task", "report", "target")
        for iri in nodes(graph, kind)
        if lies_in(said(graph, iri, "place"), place)
        and document in (None, said(graph, iri, "document"))
    ]
    bound = sum(
        said(graph, iri, "time_end") is not None and said(graph, iri, "time_open") != "True"
        for iri in asked
    )
    yearly = sum(said(graph, iri, "month_day") is not None for iri in asked)
    return (
        f"Of {len(asked)} tasks, reports and targets {bound} have a last day with its year.",
        f"{yearly} have a day that comes back or bears no year, and are left out: kg ask due.",
    )
