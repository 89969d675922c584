"""The questions that the network answers, beside those that SPARQL asks; an explicit list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse import clarity, coverage, gantt, overdue, overview, themes, timeline

if TYPE_CHECKING:
    from kg.analyse.question import Question

QUESTIONS: tuple[Question, ...] = (
    clarity.QUESTION,
    clarity.BY_PROVINCE,
    coverage.QUESTION,
    gantt.QUESTION,
    overdue.QUESTION,
    overview.QUESTION,
    themes.QUESTION,
    themes.BY_PROVINCE,
    timeline.QUESTION,
)
"""One file a question; a new one is a row here."""


def question(name: str) -> Question | None:
    """Give the question of a name; None where the network has none of it.

    >>> question("overview").title_vi
    'Trong kho có gì'
    """
    return next((each for each in QUESTIONS if each.name == name), None)
