"""Whether few bodies bear most: Gini and Herfindahl-Hirschman of leads and of coordination."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.fraction import measure, share
from kg.analyse.inequality import gini, hhi
from kg.analyse.missing import province_of
from kg.analyse.question import Question, Wishes
from kg.analyse.teams import collectives, named, teams, told
from kg.analyse.walk import name, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.answer import Row
    from kg.analyse.teams import Team
    from kg.analyse.walk import Network

_SCOPES = ("corpus", "place", "province", "document")
LEADS, COORDINATION = ROLES = ("leads", "coordination")


def _run(graph: Network, wishes: Wishes) -> Answer:
    return concentration(graph, place=wishes.place)


QUESTION = Question(
    name="concentration",
    title="Whether few bodies bear most of the work",
    title_vi="Mức độ tập trung nhiệm vụ vào ít cơ quan",
    answers="Gini and HHI of the tasks that bodies lead and coordinate: in all, by province, by document.",
    answers_vi="Hệ số Gini và chỉ số HHI của số nhiệm vụ chủ trì, phối hợp: toàn kho, theo tỉnh, theo văn bản.",
    run=_run,
    notes=(
        "gini: 0 where all bodies have the same number of tasks, (n − 1) / n where one of n has all; hhi: the sum of squared shares, from 1 / n to 1; 1 / hhi bodies of one size would give the same.",
        "Only bodies named at least once in a role are compared: how many could have been named is not known. Below ten bodies read the counts, not the measure.",
        "A collective is no one body and is left out; collective says how many namings that were. A task with two leads is a naming of each.",
        "top: the body with the most; several that tie are all told.",
    ),
    takes=("place", "as_of"),
)


def concentration(graph: Network, *, place: str | None = None) -> Answer:
    """Measure each scope and role in which a body or a collective is named."""
    found, many = teams(graph, place=place), collectives(graph)
    rows = [
        _row(graph, scope, where, of, counts, many)
        for of in ROLES
        for (scope, where), counts in _counts(graph, found, of, place).items()
        if counts
    ]
    rows.sort(key=lambda row: in_order((_SCOPES.index(str(row[0])), *row)))
    columns = ("scope", "where", "of", "bodies", "namings", "collective", "gini", "hhi",
               "top_share", "top")  # fmt: skip
    return Answer("concentration", columns, tuple(rows), (told(found),))


def _counts(
    graph: Network, found: list[Team], of: str, place: str | None
) -> dict[tuple[str, str | None], Counter[str]]:
    """Count how often each body is named in a role, for every scope."""
    counts: dict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    for team in found:
        agents = team.leads if of == LEADS else team.others
        for scope in (_asked(place), *_scopes(graph, team)):
            counts[scope].update(agents)
    return counts


def _asked(place: str | None) -> tuple[str, str | None]:
    return ("place", place) if place else ("corpus", None)


def _scopes(graph: Network, team: Team) -> Iterator[tuple[str, str | None]]:
    place = said(graph, team.task, "place")
    if place:
        yield "province", province_of(place)
    yield "document", team.document


def _row(  # noqa: PLR0913  (a row of that many things)
    graph: Network, scope: str, where: str | None, of: str, counts: Counter[str],
    many: frozenset[str],
) -> Row:  # fmt: skip
    where = name(graph, where) if where and where in graph else where
    bodies = {agent: counts[agent] for agent in named(counts, many)}
    total = sum(bodies.values())
    left = counts.total() - total
    if not bodies:
        return (scope, where, of, 0, 0, left, None, None, None, None)
    most = max(bodies.values())
    top = "; ".join(sorted(name(graph, agent) for agent, n in bodies.items() if n == most))
    sizes = (measure(gini(bodies.values())), measure(hhi(bodies.values())), share(most, total))
    return (scope, where, of, len(bodies), total, left, *sizes, top)
