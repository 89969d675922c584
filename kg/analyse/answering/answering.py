"""Which task of the directives above each task of a plan answers, and which are new here."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer
from kg.analyse.answering.pairs import NOT_HELD, UNTOLD, Laid
from kg.analyse.answering.words import HOW, best_first, nothing, quoted
from kg.analyse.question import Question
from kg.analyse.walk import lies_in, name, said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.analyse.answer import Row
    from kg.analyse.answering.pairs import Pair
    from kg.analyse.descent.passages import Passage
    from kg.analyse.question import Wishes
    from kg.analyse.walk import Network

COLUMNS = ("plan", "words", "kind", "score", "chance", "directive", "directive_words", "more",
           "file", "start", "end", "directive_file", "directive_start", "directive_end")  # fmt: skip
NEW = "new here"


def answering(graph: Network, asked: Wishes) -> Answer:
    """Give each task of each plan with the task above it that it answers best."""
    laid = asked.once("tasks laid beside", lambda: Laid(graph, asked.texts()))
    plans = [iri for iri, up in sorted(laid.above.items()) if up
             and lies_in(said(graph, iri, "place"), asked.place)
             and asked.document in (None, iri)]  # fmt: skip
    found = _found(laid, plans)
    rows = tuple(
        _row(laid, task, found.get(task, ())) for plan in plans for task in laid.orders[plan]
    )
    notes = tuple(_told(laid, plan) for plan in plans)
    return Answer("answering", COLUMNS, rows, notes or (nothing(laid, asked),))


def _found(laid: Laid, plans: Sequence[str]) -> Mapping[Passage, list[Pair]]:
    """Give the pairs of each task of the plans with those above it, the best first."""
    above = set[str]().union(*(laid.above[plan] for plan in plans)) & laid.orders.keys()
    pairs = [pair for directive in sorted(above) for pair in laid.pairs(directive)[0]]
    found: dict[Passage, list[Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=best_first):
        found[pair.answer].append(pair)
    return found


def _row(laid: Laid, task: Passage, pairs: Sequence[Pair]) -> Row:
    best = pairs[0] if pairs else None
    score = (best.score, best.chance) if best else (None, None)
    directive = name(laid.graph, best.order.document) if best else None
    own, order = quoted(laid, task), quoted(laid, best.order if best else None)
    return (name(laid.graph, task.document), own[0], best.kind if best else _without(laid, task),
            *score, directive, order[0], max(0, len(pairs) - 1), *own[1:], *order[1:])  # fmt: skip


def _without(laid: Laid, task: Passage) -> str:
    if not laid.above[task.document] & laid.orders.keys():
        return NOT_HELD
    return NEW if laid.tells(task) else UNTOLD


def _told(laid: Laid, plan: str) -> str:
    """Say with which directives of a plan it was compared and which are not held."""
    above = {each: name(laid.graph, each) for each in laid.above[plan]}
    held = sorted(shown for each, shown in above.items() if each in laid.orders)
    away = sorted(shown for each, shown in above.items() if each not in laid.orders)
    parts = (
        f"{name(laid.graph, plan)}: {len(laid.orders[plan])} tasks",
        f"laid beside {', '.join(held)}" if held else "",
        f"not in this corpus: {', '.join(away)}" if away else "",
    )
    return "; ".join(each for each in parts if each) + "."


QUESTION = Question(
    name="answering",
    title="Which task above each task of a plan answers, and which are new here",
    title_vi="Nhiệm vụ của địa phương thực hiện nhiệm vụ nào của cấp trên, nhiệm vụ nào là mới",
    answers="Each task of a plan with the task of the directives above it that it answers best, or new here; both passages.",
    answers_vi="Từng nhiệm vụ của kế hoạch cùng nhiệm vụ cấp trên mà nó thực hiện, hoặc là mới; kèm nguyên văn hai bên.",
    run=answering,
    notes=(
        *HOW,
        "new here: no task of its directives in this corpus is like it; they may order it in other words, or in a paper that is not held.",
    ),
    takes=("document", "place"),
)
