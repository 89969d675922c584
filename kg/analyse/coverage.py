"""The coverage ledger: what the corpus holds of each province for each directive.

A province is obliged by the directive's own words where its text is held: by its recipients and
by those it gives tasks to. Of a directive that is only cited nobody here knows to whom it is
addressed; then every province is listed, and the answer says so. Nothing is ever "not done".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer
from kg.analyse.directives import directives
from kg.analyse.missing import province_of
from kg.analyse.question import Question, Wishes
from kg.analyse.walk import below, ends, lies_in, name, nodes, said, starts
from kg.lexicon import rows
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network

OWN, LATE, TASK = "own plan in corpus", "own plan, late", "given as a task"
CITED, NOTHING, FREE = "cited only", "not in corpus", "not obliged"
STATES = (OWN, LATE, TASK, CITED, NOTHING, FREE)
"""What the corpus holds of a province for a directive, the fullest first."""
COLUMNS = ("directive", "province", "state", "plan", "date", "addressed_by")
_SUMMARY = ("directive", "addressed_by", "provinces", *STATES, "share")
ALL, BY_WORDS = "text not held: all", "its own words"
NOBODY = "its own words: none"


@dataclass(frozen=True, slots=True)
class _Here:
    """What the corpus has of each province under one directive."""

    plans: Mapping[str, list[str]]
    tasks: frozenset[str]
    cited: frozenset[str]


def coverage(graph: Network, wishes: Wishes) -> Answer:
    """Give the ledger: one row a province for one directive, else one row a directive."""
    everywhere = wishes.provinces() or _known(graph)
    if wishes.document:
        told = _ledger(graph, wishes.document, everywhere, wishes.place)
        return Answer("coverage", COLUMNS, tuple(told), (_denominator(everywhere),))
    summaries = [_summary(graph, each, everywhere, wishes.place) for each in directives(graph)]
    by_share = sorted(summaries, key=lambda row: (-float(row[-1] or 0), str(row[0])))
    return Answer("coverage", _SUMMARY, tuple(by_share), (_denominator(everywhere),))


def _denominator(everywhere: Iterable[str]) -> str:
    return f"Counted against {len(tuple(everywhere))} provinces of the day asked for; share = own plans of those obliged."


def _known(graph: Network) -> tuple[str, ...]:
    """Give the provinces that the corpus names, where nobody tells which there are."""
    return tuple(sorted({province_of(name(graph, each)) for each in nodes(graph, "place")}))


def _ledger(
    graph: Network, directive: str, everywhere: Iterable[str], place: str | None
) -> Iterator[Row]:
    obliged, why = addressed(graph, directive, everywhere)
    here = _here(graph, directive)
    for province in everywhere:
        if lies_in(province, place):
            state, plan = _state(graph, directive, province, here, obliged=province in obliged)
            date = said(graph, plan, "date") if plan else None
            yield (
                name(graph, directive),
                province,
                state,
                name(graph, plan) if plan else None,
                date,
                why,
            )


def _summary(graph: Network, directive: str, everywhere: Iterable[str], place: str | None) -> Row:
    told = list(_ledger(graph, directive, everywhere, place))
    counts = Counter(str(row[2]) for row in told)
    _, why = addressed(graph, directive, everywhere)
    obliged = len(told) - counts[FREE]
    share = round((counts[OWN] + counts[LATE]) / obliged, 3) if obliged else None
    return (name(graph, directive), why, len(told), *(counts[state] for state in STATES), share)


def _state(
    graph: Network, directive: str, province: str, here: _Here, *, obliged: bool
) -> tuple[str, str | None]:
    """Give what the corpus holds of one province, and the plan behind it."""
    plans = sorted(
        here.plans.get(province, ()), key=lambda iri: (said(graph, iri, "date") or "9", iri)
    )
    if plans:
        due, date = deadline(graph, directive), said(graph, plans[0], "date")
        return (LATE if due and date and date > due else OWN), plans[0]
    if province in here.tasks:
        return TASK, None
    if province in here.cited:
        return CITED, None
    return (NOTHING if obliged else FREE), None


def _here(graph: Network, directive: str) -> _Here:
    plans = by_province(graph, below(graph, directive))
    tasks = (iri for iri in starts(graph, directive, "refers_to"))
    given = {province_of(place) for iri in tasks if (place := said(graph, iri, "place"))}
    cited = by_province(graph, starts(graph, directive, "cites"))
    return _Here(plans, frozenset(given), frozenset(cited))


def by_province(graph: Network, documents: Iterable[str]) -> dict[str, list[str]]:
    """Give the documents under each province that is theirs or their issuer's."""
    found: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        told = {
            said(graph, each, "place") for each in (document, *ends(graph, document, "issued_by"))
        }
        for province in {province_of(place) for place in told if place}:
            found[province].append(document)
    return found


def addressed(
    graph: Network, directive: str, everywhere: Iterable[str]
) -> tuple[frozenset[str], str]:
    """Give the provinces that a directive addresses, and by what that is known."""
    if not graph.nodes[directive].get("held"):
        return frozenset(everywhere), ALL
    words = [said(graph, directive, "recipients") or ""]
    words += [name(graph, each) for each in _tasked(graph, directive)]
    flat = view("; ".join(words))
    if any(view(row["words"]) in flat for row in rows("questions/addressees")):
        return frozenset(everywhere), BY_WORDS
    named = frozenset(each for each in everywhere if view(each) in flat)
    return named, BY_WORDS if named else NOBODY


def _tasked(graph: Network, directive: str) -> set[str]:
    """Give the bodies that a directive gives tasks to."""
    tasks = ends(graph, directive, "has_task")
    return {agent for task in tasks for agent in ends(graph, task, "lead", "coordinate")}


def deadline(graph: Network, directive: str) -> str | None:
    """Give the last day by which a held directive wants plans: of its tasks that say so."""
    days = (
        said(graph, task, "time_end")
        for task in ends(graph, directive, "has_task")
        if _asks_for_plans(said(graph, task, "text") or "")
    )
    return max((day for day in days if day and len(day) == len("2025-01-31")), default=None)


def _asks_for_plans(words: str) -> bool:
    flat = view(words)
    return any(verb in flat for verb in ("ban hành", "xây dựng")) and "kế hoạch" in flat


QUESTION = Question(
    name="coverage",
    title="Coverage ledger: directives and the provinces that should act",
    title_vi="Sổ theo dõi: chủ trương và các tỉnh phải thực hiện",
    answers="Per directive, what this corpus holds of each obliged province; with --document, province by province.",
    answers_vi="Với mỗi chủ trương, kho có gì của từng tỉnh phải thực hiện; với --document, từng tỉnh một.",
    run=coverage,
    notes=(
        "“Not in corpus” never means not done: the plan may exist and not be held.",
        "Late: the plan is dated after the day by which the directive itself wants plans; where it names none, no plan is late.",
    ),
    takes=("place", "document", "as_of"),
)
