"""Which task of each plan answers which task of the directive above it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer
from kg.analyse.answering.pairs import NONE, NOT_HELD, UNTOLD, Laid
from kg.analyse.answering.words import (
    HOW,
    NEVER,
    best_first,
    nothing,
    quoted,
    told,
    under,
    wanted,
)
from kg.analyse.question import Question
from kg.analyse.walk import name, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.analyse.answer import Row
    from kg.analyse.answering.chance import Chance
    from kg.analyse.answering.pairs import Pair
    from kg.analyse.descent.passages import Passage
    from kg.analyse.question import Wishes
    from kg.analyse.walk import Network

COLUMNS = ("directive", "words", "kind", "score", "chance", "plan", "plan_words", "more",
           "file", "start", "end", "plan_file", "plan_start", "plan_end")  # fmt: skip


def answered(graph: Network, asked: Wishes) -> Answer:
    """Give each task of a directive with the best answer in each plan under it: both passages."""
    laid = asked.once("tasks laid beside", lambda: Laid(graph, asked.texts()))
    rows: list[Row] = []
    found: list[tuple[str, list[str], Chance | None]] = []
    for directive in wanted(laid, asked):
        plans, chance = under(laid, directive, asked), None
        if directive in laid.orders:
            pairs, chance = laid.pairs(directive)
            rows += _rows(laid, directive, plans, pairs)
        else:
            rows += (_not_held(laid, directive, plan) for plan in plans)
        found.append((directive, plans, chance))
    return Answer(
        "answered", COLUMNS, tuple(rows), tuple(told(laid, found)) or (nothing(laid, asked),)
    )


def _rows(laid: Laid, directive: str, plans: list[str], pairs: list[Pair]) -> Iterator[Row]:
    found: dict[tuple[Passage, str], list[Pair]] = defaultdict(list)
    for each in sorted(pairs, key=best_first):
        found[each.order, each.answer.document].append(each)
    for order in laid.orders[directive]:
        for plan in plans:
            yield _row(laid, order, plan, found.get((order, plan), []))


def _row(laid: Laid, order: Passage, plan: str, pairs: Sequence[Pair]) -> Row:
    best = pairs[0] if pairs else None
    kind = best.kind if best else NONE if laid.tells(order) else UNTOLD
    score = (best.score, best.chance) if best else (None, None)
    own, answer = quoted(laid, order), quoted(laid, best.answer if best else None)
    return (name(laid.graph, order.document), own[0], kind, *score, name(laid.graph, plan),
            answer[0], max(0, len(pairs) - 1),
            *own[1:], said(laid.graph, plan, "file"), *answer[2:])  # fmt: skip


def _not_held(laid: Laid, directive: str, plan: str) -> Row:
    graph = laid.graph
    return (name(graph, directive), None, NOT_HELD, None, None, name(graph, plan), None, 0,
            None, None, None, said(graph, plan, "file"), None, None)  # fmt: skip


QUESTION = Question(
    name="answered",
    title="Which task of a plan answers which task of its directive",
    title_vi="Nhiệm vụ nào của cấp trên được nhiệm vụ nào của địa phương thực hiện",
    answers="Each task of a directive with the task of each plan under it, however far, that answers it best; both passages.",
    answers_vi="Từng nhiệm vụ của văn bản cấp trên cùng nhiệm vụ tương ứng trong mỗi kế hoạch thực hiện, kèm nguyên văn hai bên.",
    run=answered,
    notes=(
        *HOW,
        "more: further tasks of that plan that answer it too, some as well as the one shown.",
        NEVER,
    ),
    takes=("document", "place"),
)
