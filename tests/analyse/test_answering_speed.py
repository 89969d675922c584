"""200 tasks of a directive are laid beside 50,000 of plans in two seconds, once texts are read."""

from __future__ import annotations

import random
import time
from itertools import accumulate

import networkx as nx
import pytest

from kg.analyse.answering.pairs import ANSWERS, Laid

PLANS, ORDERS, TASKS, MOST = 34, 200, 50_000, 2.0
_WORDS = [f"từ{nth}" for nth in range(3000)]
_WEIGHTS = [*accumulate(1 / (nth + 5) for nth in range(3000))]  # a few words are said most


def _said(chance: random.Random, many: int) -> str:
    return " ".join(chance.choices(_WORDS, cum_weights=_WEIGHTS, k=many))


def _answer(chance: random.Random, orders: list[str]) -> str:
    """Give a task: one in seven copies an order, one in four changes its words, others are new."""
    drawn = chance.random()
    if drawn < 0.15:
        return chance.choice(orders)
    if drawn >= 0.4:
        return _said(chance, chance.randint(15, 60))
    words = chance.choice(orders).split()
    for _ in range(12):
        words[chance.randrange(len(words))] = chance.choice(_WORDS)
    return " ".join(words)


def _add(graph: nx.MultiDiGraph[str], texts: dict[str, str], iri: str, tasks: list[str]) -> None:
    graph.add_node(iri, kind="document", label=iri, type="Nghị quyết", held=True, file=iri)
    texts[iri] = "\n".join(tasks)
    start = 0
    for nth, words in enumerate(tasks):
        end = start + len(words)
        graph.add_node(f"{iri}/{nth}", kind="task", label=str(nth), document=iri)
        graph.add_edge(iri, f"{iri}/{nth}", key="has_task", relation="has_task",
                       start=start, end=end, words=words)  # fmt: skip
        start = end + 1


@pytest.mark.slow
@pytest.mark.parametrize("tops", [1, 20])
def test_answers_in_time(tops: int) -> None:
    chance = random.Random(36)  # noqa: S311  (the same plans each time)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    texts: dict[str, str] = {}
    for top in range(tops):
        orders = [_said(chance, 40) for _ in range(ORDERS)]
        _add(graph, texts, f"d:{top:02}", orders)
        for nth in range(PLANS):
            plan = f"d:{top:02}-{nth:02}"
            tasks = [_answer(chance, orders) for _ in range(TASKS // PLANS // tops)]
            _add(graph, texts, plan, tasks)
            graph.add_edge(plan, f"d:{top:02}", key="implements", relation="implements")
    laid = Laid(graph, texts)
    # The clock of the process: other work on the machine does not count.
    start = time.process_time()
    found, counted = laid.pairs("d:00")
    assert time.process_time() - start < MOST
    kinds = [pair.kind for pair in found]
    copies = sum(texts[pair.answer.document][pair.answer.start : pair.answer.end]
                 == texts["d:00"][pair.order.start : pair.order.end] for pair in found)  # fmt: skip
    assert set(kinds) <= set(ANSWERS)
    assert kinds.count("same words") >= copies > 0.14 * TASKS / tops
    assert len(found) > 0.35 * TASKS / tops
    assert (counted.pairs > 0) == (tops > 1)
