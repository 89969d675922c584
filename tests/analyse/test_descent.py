"""Copied, adapted, new, dropped, usual: decided by hand, counted twice, held by properties."""

from __future__ import annotations

import functools
import itertools
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from corpus import DATA, five
from descended import (
    ICE,
    LABELS,
    LESS_ICE,
    LIGHTS,
    NETS,
    RESCUE,
    SALT,
    TEXTS,
    TREES,
    USUAL,
    lined,
    wishes,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from reused import PAIRS

from kg.analyse.descent.copied import copied
from kg.analyse.descent.measure import label, likeness
from kg.analyse.descent.near import KEPT, Near
from kg.analyse.descent.pairs import descent
from kg.analyse.descent.passages import SHINGLE, Passage, pack, passages, shingles, spans, syllables
from kg.analyse.descent.reuse import reuse
from kg.analyse.descent.trace import corpus
from kg.analyse.descent.usual import families, usual
from kg.errors import NotFoundError
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.analyse.answer import Answer, Row
    from kg.analyse.question import Wishes
    from kg.analyse.walk import Network

QUESTIONS = [descent, reuse, copied]
FEW = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy"]


@functools.cache
def five_texts() -> Mapping[str, str]:
    held = ((iri, each["file"]) for iri, each in five().nodes(data=True) if each.get("held"))
    return {iri: (DATA / "documents" / file).read_text(encoding="utf-8") for iri, file in held}


def labelled(graph: Network, document: str) -> list[tuple[object, object]]:
    rows = descent(graph, wishes(document)).rows
    return [(row[0], row[5]) for row in rows if row[0] != "dropped"]


def answered(ask: Callable[[Network, Wishes], Answer], graph: Network) -> Answer:
    return ask(graph, wishes("d:one"))


@pytest.mark.parametrize("plan", LABELS)
def test_each_passage_has_the_label_that_was_decided_by_hand(plan: str) -> None:
    assert labelled(lined(), plan) == LABELS[plan]


def test_what_no_passage_took_up_was_dropped() -> None:
    rows = descent(lined(), wishes("d:one")).rows
    gone = [row for row in rows if row[0] == "dropped"]
    assert [row[9] for row in gone] == [TREES, LIGHTS]
    assert {row[1:6] for row in gone} == {(None,) * 5}


def test_plans_without_their_directive_are_laid_beside_each_other() -> None:
    graph = lined()
    texts = {iri: text for iri, text in TEXTS.items() if iri != "d:above"}
    graph.nodes["d:above"]["held"] = False
    found = descent(graph, wishes("d:one", texts=texts))
    assert [row[0] for row in found.rows] == ["copied", "new", "copied", "usual"]
    assert {row[6] for row in found.rows} == {"d:two", None}
    assert any("No directive of it is held" in note for note in found.notes)


def test_reuse_counts_of_what_can_tell() -> None:
    found = reuse(lined(), wishes())
    assert found.rows == (
        (1, 0.667, "d:one", "directive", 1, 4, 1, 1, 1, 1),
        (1, 0.667, "d:two", "directive", 1, 3, 2, 0, 1, 0),
    )
    assert found.notes[0].startswith("3 held documents have no directive or other plan")


def test_two_plans_are_not_said_to_copy_what_both_have_from_above() -> None:
    assert copied(lined(), wishes()).rows == (
        (1, 2, "d:one", "took from", "d:above", 1, 1, 3, 0.667),
        (1, 2, "d:two", "took from", "d:above", 2, 0, 3, 0.667),
        (3, 1, "d:two", "took from", "d:one", 1, 0, 3, 0.333),
    )


def test_without_dates_no_direction_is_said() -> None:
    rows = copied(lined(dates=False), wishes()).rows
    assert {row[3] for row in rows} == {"undirected"}
    assert {frozenset((row[2], row[4])): row[1] for row in rows} == {
        frozenset(("d:one", "d:above")): 2,
        frozenset(("d:two", "d:above")): 2,
        frozenset(("d:one", "d:two")): 1,
    }


def test_usual_words_stand_under_three_directives_apart() -> None:
    own = shingles(syllables(view(USUAL)))
    graph = lined()
    found = {iri: passages(graph, iri, text) for iri, text in TEXTS.items()}
    assert own <= usual(graph, found)
    assert not shingles(syllables(view(NETS))) & usual(graph, found)  # of one family three times
    assert len({families(graph)[iri] for iri in TEXTS}) == 3
    del found["d:school"]
    assert not own & usual(graph, found)


def test_the_title_of_a_paper_is_no_evidence() -> None:
    graph = lined()
    graph.nodes["d:law"]["title"] = RESCUE
    assert ("usual", RESCUE) in labelled(graph, "d:one")


@pytest.mark.parametrize(("file", "words", "other", "others", "wanted"), PAIRS)
def test_ten_pairs_of_the_five_plans(
    file: str, words: str, other: str, others: str, wanted: str
) -> None:
    assert label(likeness(_starting(file, words), _starting(other, others))) == wanted


@functools.cache
def _own() -> dict[str, tuple[Passage, ...]]:
    return corpus(five(), five_texts())


def _starting(file: str, words: str) -> Passage:
    iri = next(i for i in five_texts() if str(five().nodes[i]["file"]).startswith(file))
    text = five_texts()[iri]
    found = [p for p in _own()[iri] if text.startswith(words, p.start)]
    assert len(found) == 1
    return found[0]


def _in_common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Give the longest common subsequence as a textbook does."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = row[:]
        for at, each in enumerate(other, start=1):
            row[at] = before[at - 1] + 1 if word == each else max(before[at], row[at - 1])
    return row[-1]


@pytest.mark.parametrize(
    ("one", "other"), [*itertools.combinations([NETS, ICE, LESS_ICE, USUAL], 2)]
)
def test_the_scores_are_those_of_a_second_way(one: str, other: str) -> None:
    words = [syllables(view(each)) for each in (one, other)]
    runs = [{each[at : at + SHINGLE] for at in range(len(each) - 3)} for each in words]
    found = likeness(*(Passage("d", 0, 1, each, pack(shingles(each))) for each in words))
    alike = 2 * _in_common(*words) / sum(map(len, words))
    shared = len(runs[0] & runs[1]) / min(map(len, runs))
    assert (found.alike, found.shared) == (round(alike, 3), round(shared, 3))


@pytest.mark.parametrize("iri", sorted(five_texts()))
def test_a_text_against_itself_is_all_copied(iri: str) -> None:
    rows = descent(five(), wishes(iri, iri, five_texts())).rows
    assert {row[0] for row in rows} <= {"copied", "usual"}
    assert all(row[1:3] == (1.0, 1.0) for row in rows if row[0] == "copied")


@pytest.mark.parametrize("iri", sorted(five_texts()))
def test_offsets_quote_on_both_sides(iri: str) -> None:
    text = five_texts()
    labels = {str(each["label"]): i for i, each in five().nodes(data=True) if i in text}
    for other in [i for i in text if i != iri]:
        rows = descent(five(), wishes(iri, other, text)).rows
        assert rows
        for row in rows:
            assert row[0] == "dropped" or _quoted(text[iri], row[3:6])
            assert row[6] is None or _quoted(text[labels[str(row[6])]], row[7:10])


def _quoted(text: str, row: Row) -> bool:
    start, end, words = row
    return isinstance(start, int) and isinstance(end, int) and text[start:end] == words


def test_tasks_are_passages_and_lines_that_name_bodies_are_none() -> None:
    iri = next(i for i in five_texts() if str(five().nodes[i]["file"]).startswith("000"))
    text = five_texts()[iri]
    found = [text[start:end] for start, end in spans(five(), iri, text)]
    tasks = {str(five().nodes[end]["text"]) for _, end, edge in five().out_edges(iri, data=True)
             if edge["relation"] == "has_task"}  # fmt: skip
    assert tasks <= set(found)
    assert not any(line.startswith("- Đơn vị chủ trì: ") for line in found)


@pytest.mark.parametrize("ask", QUESTIONS)
@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_order_of_documents_changes_nothing(
    ask: Callable[[Network, Wishes], Answer], seed: int
) -> None:
    texts = list(TEXTS.items())
    random.Random(seed).shuffle(texts)  # noqa: S311  (an order, no secret)
    asked = wishes("d:one", texts=dict(texts))
    assert ask(lined(seed), asked) == answered(ask, lined())


@pytest.mark.parametrize("ask", QUESTIONS)
def test_unrelated_document_changes_no_pair(ask: Callable[[Network, Wishes], Answer]) -> None:
    graph = lined()
    graph.add_node("d:far", kind="document", label="d:far", type="Kế hoạch", held=True)
    graph.add_node(
        "d:far-law", kind="document", label="Quyết định 9", type="Quyết định", held=False
    )
    graph.add_edge("d:far", "d:far-law", key="implements", relation="implements")
    far = (
        "Mua ba đàn dê núi giống tốt chia cho từng bản xa rồi dạy người dân cách ủ cỏ khô mùa rét."
    )
    found = ask(graph, wishes("d:one", texts=TEXTS | {"d:far": far}))
    assert found.rows == answered(ask, lined()).rows


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(FEW), min_size=12, max_size=40),
       st.lists(st.sampled_from(FEW), min_size=12, max_size=40))  # fmt: skip
def test_likeness_is_the_same_both_ways_and_between_nought_and_one(
    one: list[str], other: list[str]
) -> None:
    a, b = (Passage("d", 0, 1, tuple(each), pack(shingles(tuple(each)))) for each in (one, other))
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b).alike <= 1
    assert 0 <= likeness(a, b).shared <= 1


def test_the_index_finds_what_comparing_all_finds() -> None:
    own = [each for of in _own().values() for each in of]
    near = Near(own)
    for one in own:
        others = set(_own()) - {one.document}
        found = near.near(one, others)
        all_pairs = [p for p in own if p.document in others and label(likeness(one, p)) != "new"]
        assert [p for p in all_pairs if p not in found] == []
    assert KEPT == 2


@pytest.mark.parametrize(
    ("document", "other", "why"),
    [(None, None, "none is named"), ("d:law", None, "not in this corpus"),
     ("d:one", "d:tax", "not in this corpus"), ("d:nowhere", None, "not in this corpus")],
)  # fmt: skip
def test_what_cannot_be_compared_is_one_clear_line(
    document: str | None, other: str | None, why: str
) -> None:
    with pytest.raises(NotFoundError, match=why):
        descent(lined(), wishes(document, other))


def test_a_plan_alone_says_that_it_is_alone() -> None:
    found = descent(lined(), wishes("d:salt"))
    assert [row[0] for row in found.rows] == ["new", "usual"]
    assert "no directive of it is held" in found.notes[0]
    assert found.rows[0][5] == SALT


@pytest.mark.parametrize("text", ["", "\n\n", "(" * 5000, "a) " * 4000, "\u0000\u0301 x" * 99])
def test_odd_texts_are_read_through(text: str) -> None:
    asked = wishes("d:salt", "d:one", TEXTS | {"d:salt": text})
    rows = descent(lined(), asked).rows
    assert all(row[0] == "dropped" or _quoted(text, row[3:6]) for row in rows)


def test_a_passage_without_its_own_words_matches_nothing() -> None:
    bare = replace(_own()[min(_own())][0], packed=b"")
    assert label(likeness(bare, bare)) == "new"
