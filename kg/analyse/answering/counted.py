"""How many tasks of each directive find an answer in each plan, and in all plans together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer
from kg.analyse.answering.pairs import ANSWERS, Laid
from kg.analyse.answering.words import HOW, NEVER, nothing, told, under, wanted
from kg.analyse.directives import above
from kg.analyse.question import Question
from kg.analyse.walk import ends, name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.analyse.answer import Row
    from kg.analyse.answering.chance import Chance
    from kg.analyse.answering.pairs import Pair
    from kg.analyse.descent.passages import Passage
    from kg.analyse.question import Wishes
    from kg.analyse.walk import Network

COLUMNS = ("directive", "plan", "way", "of", "answered", "share", "same_words", "adapted",
           "same_subject", "plan_tasks", "new_here")  # fmt: skip


def answered_by_plan(graph: Network, asked: Wishes) -> Answer:
    """Count for each directive and plan the tasks that are answered, of those that can be told."""
    laid = asked.once("tasks laid beside", lambda: Laid(graph, asked.texts()))
    rows: list[Row] = []
    found: list[tuple[str, list[str], Chance | None]] = []
    for directive in wanted(laid, asked):
        plans, chance = under(laid, directive, asked), None
        if directive in laid.orders:
            pairs, chance = laid.pairs(directive)
            rows += _rows(laid, directive, plans, pairs)
        else:
            rows += ((*_named(laid, directive, plan), *(None,) * 8) for plan in plans)
        found.append((directive, plans, chance))
    notes = tuple(told(laid, found)) or (nothing(laid, asked),)
    return Answer("answered-by-plan", COLUMNS, tuple(rows), notes)


def _named(laid: Laid, directive: str, plan: str) -> tuple[str, str, str]:
    graph = laid.graph
    return name(graph, directive), name(graph, plan), way(graph, plan, directive)


def _rows(laid: Laid, directive: str, plans: Sequence[str], pairs: Sequence[Pair]) -> Iterator[Row]:
    of = sum(map(laid.tells, laid.orders[directive]))
    tasks = {plan: sum(map(laid.tells, laid.orders[plan])) for plan in plans}
    for plan in plans:
        here = (each for each in pairs if each.answer.document == plan)
        yield *_named(laid, directive, plan), *_counts(here, of, tasks[plan])
    if len(plans) > 1:
        among = (each for each in pairs if each.answer.document in tasks)
        yield (name(laid.graph, directive), f"any of these {len(plans)}", None,
               *_counts(among, of, sum(tasks.values())))  # fmt: skip


def _counts(pairs: Iterable[Pair], of: int, tasks: int) -> Row:
    """Count tasks by their best answer; and the tasks of the plan that answer none."""
    best: dict[Passage, int] = {}
    answers: set[Passage] = set()
    for each in pairs:
        kind = ANSWERS.index(each.kind)
        best[each.order] = min(kind, best.get(each.order, kind))
        answers.add(each.answer)
    kinds = Counter(best.values())
    share = round(len(best) / of, 4) if of else None
    return (of, len(best), share, *(kinds[at] for at in range(len(ANSWERS))),
            tasks, tasks - len(answers))  # fmt: skip


def way(graph: Network, plan: str, directive: str) -> str:
    """Say how a plan stands under a directive: itself, or through the fewest papers between."""
    paths: dict[str, tuple[str, ...]] = {plan: (plan,)}
    waiting = [plan]
    while waiting and directive not in paths:
        fresh: dict[str, tuple[str, ...]] = {}
        for lower in waiting:
            for upper in sorted(above(graph, lower) - paths.keys()):
                fresh.setdefault(upper, (*paths[lower], upper))
        paths |= fresh
        waiting = sorted(fresh)
    between = paths.get(directive, ())[1:-1]
    if between:
        return "through " + "; ".join(name(graph, each) for each in between)
    return "implements" if directive in ends(graph, plan, "implements") else "based on"


QUESTION = Question(
    name="answered-by-plan",
    title="How many tasks of a directive each plan under it answers",
    title_vi="Mỗi kế hoạch thực hiện bao nhiêu nhiệm vụ của văn bản cấp trên",
    answers="Tasks of each directive that are answered in each plan under it and in any of them, by kind; tasks of the plans that are new.",
    answers_vi="Số nhiệm vụ cấp trên có nhiệm vụ tương ứng trong từng kế hoạch và trong tất cả, theo loại; số nhiệm vụ mới.",
    run=answered_by_plan,
    notes=(
        *HOW,
        "of: tasks of the directive that can be told; answered: the sum of the three kinds; share = answered / of. new_here: of the plan_tasks that can be told, those that answer none of this directive.",
        "Empty numbers: the text of the directive is not in this corpus. A plan from which no task was read answers nothing here.",
        NEVER,
    ),
    takes=("document", "place"),
)
