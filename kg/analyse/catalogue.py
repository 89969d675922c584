"""The questions that the network answers, beside those that SPARQL asks; an explicit list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse import (
    brokers,
    centrality,
    chains,
    clarity,
    communities,
    concentration,
    contradictions,
    coverage,
    depth,
    gantt,
    lag,
    lag_curve,
    load,
    load_by,
    never_leads,
    overdue,
    overview,
    partners,
    themes,
    timeline,
    unnamed,
)
from kg.analyse.answering import answered, answering, counted
from kg.analyse.descent import copied, pairs, reuse

if TYPE_CHECKING:
    from kg.analyse.question import Question

QUESTIONS: tuple[Question, ...] = (
    overview.QUESTION,
    answered.QUESTION,
    answering.QUESTION,
    counted.QUESTION,
    coverage.QUESTION,
    clarity.QUESTION,
    clarity.BY_PROVINCE,
    copied.QUESTION,
    gantt.QUESTION,
    overdue.QUESTION,
    pairs.QUESTION,
    reuse.QUESTION,
    themes.QUESTION,
    themes.BY_PROVINCE,
    timeline.QUESTION,
    load.QUESTION,
    load_by.BY_KIND,
    load_by.BY_LEVEL,
    load_by.BY_PROVINCE,
    load_by.BY_DIRECTIVE,
    concentration.QUESTION,
    never_leads.QUESTION,
    partners.QUESTION,
    centrality.QUESTION,
    communities.QUESTION,
    brokers.QUESTION,
    unnamed.QUESTION,
    depth.QUESTION,
    lag.QUESTION,
    lag_curve.CURVE,
    lag_curve.BY_LEVEL,
    lag_curve.BY_PROVINCE,
    chains.QUESTION,
    contradictions.QUESTION,
)
"""One file a question; a new one is a row here."""


def question(name: str) -> Question | None:
    """Give the question of a name; None where the network has none of it.

    >>> question("overview").title_vi
    'Trong kho có gì'
    """
    return next((each for each in QUESTIONS if each.name == name), None)
