"""Which task answers which: decided by hand, scored twice, held by properties."""

from __future__ import annotations

import math
import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from corpus import DATA, five, stored
from descended import ICE, LESS_ICE, LIGHTS, NETS, RESCUE, SALT, SCHOOL, TREES
from hypothesis import given, settings
from hypothesis import strategies as st
from ordered import BUOYS, KINDS, LEAD, MANGROVE, SHORT, TEXTS, WELLS, cascading, wishes

from kg.analyse.answering import pairs
from kg.analyse.answering.answered import answered
from kg.analyse.answering.answering import answering
from kg.analyse.answering.chance import Chance
from kg.analyse.answering.counted import answered_by_plan, way
from kg.analyse.answering.likeness import Tasks
from kg.analyse.answering.orders import ordered
from kg.analyse.answering.pairs import Laid
from kg.analyse.descent.passages import Passage, pack, shingles, syllables
from kg.graph.select import select
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.analyse.answer import Answer, Row
    from kg.analyse.question import Wishes
    from kg.analyse.walk import Network

QUESTIONS = [answered, answering, answered_by_plan]


def test_each_task_has_the_answer_that_was_decided_by_hand() -> None:
    rows = answered(cascading(), wishes("d:above")).rows
    for plan, wanted in KINDS.items():
        assert [(row[2], row[6]) for row in rows if row[5] == plan] == wanted
    assert [row[1] for row in rows if row[5] == "d:one"] == [NETS, ICE, TREES, LIGHTS, SHORT]


def test_upwards_each_task_of_a_plan_stands_once() -> None:
    found = answering(cascading(), wishes())
    assert [(row[0], row[1], row[2], row[6]) for row in found.rows] == [
        ("d:one", NETS, "same words", NETS),
        ("d:one", LESS_ICE, "adapted", ICE),
        ("d:one", MANGROVE, "same subject", TREES),
        ("d:one", RESCUE, "new here", None),
        ("d:programme", NETS, "same words", NETS),
        ("d:programme", LIGHTS, "same words", LIGHTS),
        ("d:programme", RESCUE, "new here", None),
        ("d:salt", TEXTS["d:salt"].splitlines()[0][3:], "directive not held", None),
        ("d:salt", TEXTS["d:salt"].splitlines()[1][3:], "directive not held", None),
        ("d:school", TEXTS["d:school"].splitlines()[0][3:], "directive not held", None),
        ("d:two", BUOYS, "same words", LIGHTS),
        ("d:two", RESCUE, "same words", RESCUE),  # new under the directive, not under the programme
        ("d:two", WELLS, "new here", None),
        ("d:two", SHORT, "too usual to tell", None),
    ]
    assert found.rows[10][5] == "d:above"
    assert found.rows[11][5] == "d:programme"


def test_counts_by_plan_are_those_on_paper() -> None:
    assert answered_by_plan(cascading(), wishes("d:above")).rows == (
        ("d:above", "d:one", "implements", 4, 3, 0.75, 1, 1, 1, 4, 1),
        ("d:above", "d:programme", "implements", 4, 2, 0.5, 2, 0, 0, 3, 1),
        ("d:above", "d:two", "through d:programme", 4, 1, 0.25, 1, 0, 0, 3, 2),
        ("d:above", "any of these 3", None, 4, 4, 1.0, 2, 1, 1, 10, 4),
    )


def test_counts_by_plan_are_the_rows_counted() -> None:
    rows = answered(cascading(), wishes()).rows
    counts = Counter((row[0], row[5], row[2]) for row in rows)
    for row in answered_by_plan(cascading(), wishes()).rows:
        if row[2] is None or row[3] is None:
            continue
        kinds = [counts[row[0], row[1], kind] for kind in pairs.ANSWERS]
        assert (kinds, sum(kinds)) == ([*row[6:9]], row[4])
        assert sum(kinds) + counts[row[0], row[1], pairs.NONE] == row[3]


def test_a_directive_that_is_not_held_says_so() -> None:
    rows = answered(cascading(), wishes("d:tax")).rows
    assert [(row[2], row[5], row[13]) for row in rows] == [("directive not held", "d:salt", None)]
    found = answered_by_plan(cascading(), wishes("d:tax"))
    assert found.rows == (("d:tax", "d:salt", "implements", *(None,) * 8),)
    assert "its text is not in this corpus" in found.notes[0]


def test_of_the_five_plans_no_directive_is_held() -> None:
    texts = {iri: (DATA / "documents" / str(each["file"])).read_text(encoding="utf-8")
             for iri, each in five().nodes(data=True) if each.get("held")}  # fmt: skip
    asked = wishes(texts=texts)
    assert {row[2] for row in answered(five(), asked).rows} == {"directive not held"}
    top = next(i for i, each in five().nodes(data=True) if each.get("number") == "36-NQ/TW")
    assert len(answered(five(), wishes(top, texts=texts)).rows) == 3
    up = answering(five(), asked).rows
    counted = select(stored(), """PREFIX pc: <https://w3id.org/policy-cascade/ns#>
      PREFIX p-plan: <http://purl.org/net/p-plan#>
      SELECT (COUNT(DISTINCT ?task) AS ?tasks) { GRAPH ?g { ?task a pc:Task ; p-plan:isStepOfPlan ?plan } }""")  # fmt: skip
    assert len(up) == 160 == next(iter(counted))["tasks"]
    assert {row[2] for row in up} == {"directive not held"}


def made(*texts: str) -> list[Passage]:
    found = [syllables(view(each)) for each in texts]
    return [Passage(f"d:{nth}", 0, 1, words, pack(shingles(words)))
            for nth, words in enumerate(found)]  # fmt: skip


def test_the_score_is_the_one_on_paper() -> None:
    # Two of five pairs stand in two of three tasks: ln(4/2) each; the other three weigh ln(4/1).
    tasks = Tasks(made("a b c d e f", "a b c x y z", "q r s t u v"), ())
    shared, alone = math.log(2), math.log(4)
    score = 2 * shared / (2 * shared + 3 * alone)
    assert tasks.scores(0).tolist() == pytest.approx([1, score, 0])
    assert score == pytest.approx(0.25)
    assert (tasks.common(0, 1), tasks.common(0, 2)) == (2, 0)


def test_pairs_inside_usual_words_do_not_count() -> None:
    usual = shingles(tuple("bcde"))
    tasks = Tasks(made("a b c d e f", "x b c d e z", "f a"), usual)
    assert tasks.own.tolist() == [2, 2, 1]  # ab, ef; xb, ez; fa
    assert tasks.scores(0)[1] == 0


def _plainly(found: list[Passage]) -> list[list[float]]:
    """Give the scores as the definition says, without an index."""
    held = [set(zip(each.syllables, each.syllables[1:], strict=False)) for each in found]
    often = Counter(pair for each in held for pair in each)
    weight = {pair: math.log((len(found) + 1) / many) for pair, many in often.items()}
    whole = [sum(weight[pair] for pair in each) for each in held]
    return [
        [sum(weight[pair] for pair in one & other) / math.sqrt(own * theirs) if own * theirs else 0
         for other, theirs in zip(held, whole, strict=True)]
        for one, own in zip(held, whole, strict=True)
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abcd ", max_size=30), min_size=1, max_size=6))
def test_scores_are_those_of_a_second_way(texts: list[str]) -> None:
    found = made(*texts)
    tasks = Tasks(found, ())
    for nth, wanted in enumerate(_plainly(found)):
        assert tasks.scores(nth).tolist() == pytest.approx(wanted)


def test_chance_is_the_one_on_paper() -> None:
    tasks = Tasks(made("a b c", "a b x", "p q r", "p q s"), ())
    chance = Chance([(1, 2), (2, 4)])  # two documents apart, of one task and of two
    chance.count(0, tasks.scores(0))
    like = float(tasks.scores(0)[1])
    # One of three pairs is as like: the best of two tries is so with 1 - (2/3)^2 = 0.5556.
    assert chance.of(0, like, 2) == 0.5556
    assert chance.of(0, like, 1) == 0.5  # but one of the two documents has as good an answer
    assert chance.of(0, 0.999, 2) == 0.0
    assert Chance([]).of(0, 0.9, 3) is None


def test_what_a_plan_apart_says_as_well_is_no_answer() -> None:
    graph, texts = cascading(), dict(TEXTS)
    assert "same subject" in {row[2] for row in answered(graph, wishes("d:above")).rows}
    iri, task = "d:salt", "t:copy"
    start = len(texts[iri])
    texts[iri] += MANGROVE + "\n"
    graph.add_node(task, kind="task", label="x", document=iri, text=MANGROVE)
    graph.add_edge(iri, task, key="has_task", relation="has_task",
                   start=start, end=start + len(MANGROVE), words=MANGROVE)  # fmt: skip
    found = answered(graph, wishes("d:above", texts=texts)).rows
    assert "same subject" not in {row[2] for row in found}
    assert [row[2] for row in found if row[5] == "d:one"][:2] == ["same words", "adapted"]


def test_names_of_bodies_are_no_words_of_a_task() -> None:
    graph = cascading()
    first = next(iter(ordered(graph, "d:two", TEXTS["d:two"], frozenset(), listed=False)))
    assert TEXTS["d:two"][first.start : first.end] == BUOYS
    assert first.syllables == syllables(view(BUOYS.removeprefix(LEAD)))


def test_a_directive_without_tasks_gives_its_listed_lines() -> None:
    graph = cascading()
    graph.remove_edges_from([(i, t) for i, t in graph.out_edges("d:above") if t.startswith("t:")])
    rows = answered(graph, wishes("d:above")).rows
    assert [row[1] for row in rows if row[5] == "d:one"] == [NETS, ICE, TREES, LIGHTS, SHORT]
    note = answered(graph, wishes("d:above")).notes[0]
    assert note.startswith("d:above: no task was read in it, so its 5 listed lines are taken")
    assert not [*ordered(graph, "d:above", TEXTS["d:above"], frozenset(), listed=False)]


@pytest.mark.parametrize("ask", QUESTIONS)
def test_place_narrows_to_its_plans(ask: Callable[[Network, Wishes], Answer]) -> None:
    found = ask(cascading(), wishes(place="Tỉnh Sông"))
    plans = {row[0] if ask is answering else row[5 if ask is answered else 1] for row in found.rows}
    assert plans == {"d:two"}


@pytest.mark.parametrize("ask", QUESTIONS)
def test_nothing_to_compare_is_said(ask: Callable[[Network, Wishes], Answer]) -> None:
    found = ask(cascading(), wishes(place="Tỉnh Núi"))
    assert found.rows == ()
    assert found.notes


def _quoted(row: Row, words: int, start: int, texts: Mapping[str, str]) -> bool:
    if row[words] is None:
        return row[start : start + 2] == (None, None)
    begin, end = row[start : start + 2]
    text = texts[f"d:{str(row[start - 1]).removesuffix('.txt')}"]
    return isinstance(begin, int) and isinstance(end, int) and text[begin:end] == row[words]


@pytest.mark.parametrize("ask", [answered, answering])
def test_offsets_quote_on_both_sides(ask: Callable[[Network, Wishes], Answer]) -> None:
    rows = ask(cascading(), wishes()).rows
    assert all(_quoted(row, 1, 9, TEXTS) and _quoted(row, 6, 12, TEXTS) for row in rows)
    assert sum(row[6] is not None for row in rows) >= 6


@pytest.mark.parametrize("ask", QUESTIONS)
@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_order_of_documents_changes_nothing(
    ask: Callable[[Network, Wishes], Answer], seed: int
) -> None:
    texts = list(TEXTS.items())
    random.Random(seed).shuffle(texts)  # noqa: S311  (an order, no secret)
    assert ask(cascading(seed), wishes(texts=dict(texts))) == ask(cascading(), wishes())


@pytest.mark.parametrize("ask", QUESTIONS)
def test_an_unrelated_document_changes_no_answer(ask: Callable[[Network, Wishes], Answer]) -> None:
    graph, far = cascading(), "1. Mua ba đàn dê núi giống tốt chia cho từng bản xa mùa rét.\n"
    graph.add_node("d:far", kind="document", label="d:far", type="Kế hoạch", held=True, place="X")
    graph.add_node("t:far", kind="task", label="x", document="d:far", text=far[3:-1])
    graph.add_edge("d:far", "t:far", key="has_task", relation="has_task",
                   start=3, end=len(far) - 1, words=far[3:-1])  # fmt: skip
    before, after = (ask(each, wishes(texts=texts)).rows
                     for each, texts in ((cascading(), TEXTS), (graph, TEXTS | {"d:far": far})))  # fmt: skip

    def apart(rows: tuple[Row, ...]) -> list[Row]:  # the score weighs rareness among all tasks
        return [row if ask is answered_by_plan else (*row[:3], *row[5:]) for row in rows]

    assert apart(before) == apart(after)


def test_the_way_of_a_plan_ends_in_circles_too() -> None:
    graph = cascading()
    graph.add_edge("d:above", "d:two", key="implements", relation="implements")
    assert way(graph, "d:two", "d:above") == "through d:programme"
    assert way(graph, "d:above", "d:programme") == "through d:two"
    assert Laid(graph, TEXTS).plans("d:above") == ["d:one", "d:programme", "d:two"]


@pytest.mark.parametrize("text", ["", "\n\n", "(" * 5000, "a) " * 4000, "\u0000\u0301 x" * 99])
def test_odd_texts_are_read_through(text: str) -> None:
    for ask in QUESTIONS:
        assert ask(cascading(), wishes("d:above", texts=TEXTS | {"d:above": text})).columns


def _with(iri: str, *tasks: str) -> tuple[Network, Mapping[str, str]]:
    """Give the cascade with more tasks behind those of a document."""
    graph, texts = cascading(), dict(TEXTS)
    for nth, words in enumerate(tasks):
        start, end = len(texts[iri]), len(texts[iri]) + len(words)
        texts[iri] += words + "\n"
        graph.add_node(f"t:more/{nth}", kind="task", label="x", document=iri, text=words)
        graph.add_edge(iri, f"t:more/{nth}", key="has_task", relation="has_task",
                       start=start, end=end, words=words)  # fmt: skip
    return graph, texts


def test_the_better_answer_is_shown_and_the_other_counted() -> None:
    graph, texts = _with("d:one", ICE)  # adapted before, now also in the same words
    rows = answered(graph, wishes("d:above", texts=texts)).rows
    shown = next(row for row in rows if row[1] == ICE and row[5] == "d:one")
    assert (shown[2], shown[6], shown[7]) == ("same words", ICE, 1)
    assert [row[7] for row in rows if row[1] == NETS and row[5] == "d:one"] == [0]
    found = answered_by_plan(graph, wishes("d:above", texts=texts)).rows
    assert found[0][4:] == (3, 0.75, 2, 0, 1, 5, 1)


def test_a_worse_answer_behind_the_better_counts_nothing() -> None:
    graph, texts = _with("d:one", f"{NETS[:-1]}, giao các tổ chài trông coi và thu phí từng tháng.")
    rows = answering(graph, wishes("d:one", texts=texts)).rows
    assert [row[2] for row in rows if row[6] == NETS] == ["same words", "adapted"]
    found = answered_by_plan(graph, wishes("d:above", texts=texts)).rows
    assert found[0][4:] == (3, 0.75, 1, 1, 1, 5, 1)


def test_two_answers_as_good_are_one_shown_and_one_more() -> None:
    graph, texts = _with("d:one", NETS)
    rows = answered(graph, wishes("d:above", texts=texts)).rows
    shown = next(row for row in rows if row[1] == NETS and row[5] == "d:one")
    assert (shown[7], shown[12]) == (1, TEXTS["d:one"].index(NETS))  # the first as texts are read


def test_the_title_of_a_paper_answers_nothing() -> None:
    graph = cascading()
    graph.nodes["d:law"]["title"] = "Trồng lại rừng đước quanh cửa sông"
    rows = answered(graph, wishes("d:above")).rows
    assert [row[2] for row in rows if row[5] == "d:one"] == [
        "same words", "adapted", "none here", "none here", "too usual to tell",
    ]  # fmt: skip


def test_the_best_of_many_is_tried_as_often_as_there_are_tasks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries: list[int] = []
    monkeypatch.setattr(Chance, "of", lambda _, __, ___, many: tries.append(many))
    laid = Laid(cascading(), TEXTS)
    for directive, many in (("d:above", {5}), ("d:programme", {4})):  # of 5, of 3 against 4
        tries.clear()
        laid.pairs(directive)
        assert set(tries) == many


def test_a_low_score_is_no_answer_even_where_chance_is_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph, texts = _with("d:one", f"{LIGHTS[:41]} {SALT} {SCHOOL}")
    held = {iri: text for iri, text in texts.items() if iri not in ("d:salt", "d:school")}

    def kind() -> object:
        rows = answered(graph, wishes("d:above", texts=held)).rows
        return next(row[2] for row in rows if row[1] == LIGHTS and row[5] == "d:one")

    assert kind() == "none here"
    monkeypatch.setattr(pairs, "FLOOR", 0.11)
    assert kind() == "same subject"
