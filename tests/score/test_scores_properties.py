"""What holds for any two records, and how gold records are matched with found ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.config import bundled
from kg.errors import RecordError
from kg.record import load
from kg.score import pairs, score
from kg.score.align import greedy, iou
from kg.score.scores import FIELDS

if TYPE_CHECKING:
    from pathlib import Path

Json = dict[str, Any]
GOLD = bundled("data", "gold")

few = st.sampled_from("abc")
years = st.none() | st.sampled_from(["2025", "2030"])
mentions = st.builds(lambda at: {"start": at, "end": at + 5}, st.integers(0, 9))
references = st.fixed_dictionaries(
    {
        "cited_number": few,
        "relation": st.sampled_from(["implements", "cites"]),
        "mentions": st.lists(mentions, max_size=3),
    }
)
timeframes = st.fixed_dictionaries(
    {"kind": st.sampled_from(["year", "annual"]), "start": years, "end": years}
)
tasks = st.fixed_dictionaries(
    {
        "id": few,
        "span": st.builds(lambda at, size: [at, at + size], st.integers(0, 5), st.integers(0, 12)),
        "kind": st.sampled_from(["explicit", "assigned", "unassigned"]),
        "lead": st.lists(few, max_size=2),
        "coordinate": st.lists(few, max_size=2),
        "timeframe": st.none() | timeframes,
    }
)
reports = st.fixed_dictionaries(
    {"id": few, "who": st.lists(few, max_size=2), "to": st.none() | few, "evidence": few}
)
targets = st.fixed_dictionaries({"low": st.integers(1, 2), "unit": few, "by": years})
agents = st.fixed_dictionaries(
    {"canonical": few, "roles": st.lists(st.sampled_from(["lead", "other"]))}
)
records = st.fixed_dictionaries(
    {},
    optional={
        "document": st.fixed_dictionaries({}, optional={"number": st.none() | few, "title": few}),
        "references": st.lists(references, max_size=3),
        "sections": st.fixed_dictionaries({"labels": st.lists(few, max_size=4)}),
        "tasks": st.lists(tasks, max_size=3),
        "reporting": st.lists(reports, max_size=3),
        "targets": st.lists(targets, max_size=3),
        "funding": st.lists(few, max_size=3),
        "agents": st.lists(agents, max_size=3),
    },
)
SET_LIKE = [
    field.name
    for field in FIELDS
    if field.name.startswith(
        ("document", "references", "mentions", "sections", "targets", "funding", "agents", "chain")
    )
]


@given(records, records)
def test_swapping_gold_and_found_swaps_precision_and_recall(one: Json, other: Json) -> None:
    forth, back = score([(one, other)]), score([(other, one)])
    for name in SET_LIKE:
        there, here = forth.of(name), back.of(name)
        assert (there.precision, there.recall, there.f1) == (here.recall, here.precision, here.f1)


@given(records, records)
def test_counts_agree_and_shares_stay_within_bounds(one: Json, other: Json) -> None:
    for each in score([(one, other)]).tallies:
        assert len(each.missed) == each.n_gold - each.right
        assert len(each.false) == each.n_found - each.right
        assert all(share is None or 0 <= share <= 1 for share in (each.precision, each.recall))
        if each.precision and each.recall:
            mean = 2 * each.precision * each.recall / (each.precision + each.recall)
            assert each.f1 == pytest.approx(mean)


@given(records)
def test_every_record_agrees_with_itself(record: Json) -> None:
    for each in score([(record, record)]).tallies:
        assert each.f1 in {None, 1.0}, each.field


@given(records, records, records)
def test_the_whole_is_the_sum_of_the_documents(one: Json, two: Json, three: Json) -> None:
    both = score([(one, two), (two, three)])
    for each in both.tallies:
        parts = [document.of(each.field) for document in both.documents]
        assert each.right == sum(part.right for part in parts)
        assert each.n_found == sum(part.n_found for part in parts)


@given(st.lists(tasks, max_size=5), st.lists(tasks, max_size=5))
def test_alignment_is_one_to_one_and_close(gold: list[Json], found: list[Json]) -> None:
    def close(one: Any, other: Any) -> tuple[float, ...] | None:  # noqa: ANN401 - JSON
        share = iou(one["span"], other["span"])
        return (share,) if share >= 0.8 else None

    partner = greedy(gold, found, close)
    assert len(set(partner.values())) == len(partner)
    assert all(iou(gold[at]["span"], found[n]["span"]) >= 0.8 for n, at in partner.items())


ROWS = (
    ([0, 10], [0, 10], 1.0),
    ([0, 10], [2, 10], 0.8),
    ([0, 10], [10, 20], 0.0),  # neighbours share nothing: the end is exclusive
    ([0, 10], [20, 30], 0.0),
    ([4, 4], [4, 4], 1.0),
    ([4, 4], [5, 5], 0.0),
)


@pytest.mark.parametrize(("one", "other", "share"), ROWS)
def test_intersection_over_union(one: list[int], other: list[int], share: float) -> None:
    assert iou(one, other) == iou(other, one) == share


def test_a_task_is_found_from_four_fifths_on() -> None:
    gold = {"tasks": [{"id": "a", "span": [0, 10]}]}
    assert score([(gold, {"tasks": [{"span": [2, 10]}]})]).of("tasks").right == 1
    assert score([(gold, {"tasks": [{"span": [3, 10]}]})]).of("tasks").right == 0


def test_two_tasks_on_one_span_are_told_apart_by_id() -> None:
    gold = {"tasks": [{"id": name, "span": [0, 10], "lead": [name]} for name in "ab"]}
    found = {"tasks": list(reversed(gold["tasks"]))}
    assert score([(gold, found)]).of("leads").f1 == 1.0


def test_a_document_named_twice_is_once_false() -> None:
    gold = {"references": [{"cited_title": "Luật Đầu tư công"}]}
    found = {"references": gold["references"] + [{"cited_title": "Luật đầu tư công"}]}
    tally = score([(gold, found)]).of("references")
    assert (tally.right, tally.n_found, len(tally.false)) == (1, 2, 1)


def test_no_documents_give_no_figures() -> None:
    assert {row[1:] for row in score([]).rows()} == {(0, 0, 0, None, None, None)}


def test_pairs_match_by_file() -> None:
    found = load(GOLD / "004.json")
    matched = pairs(GOLD, {str(found["file"]): found})
    assert [bool(other) for _, other in matched] == [False, False, False, False, True]
    assert score(matched).of("tasks").recall == len(found["tasks"]) / 160  # type: ignore[arg-type]


def test_pairs_refuse_a_folder_without_records(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="holds no gold records"):
        pairs(tmp_path, {"a": {}})


def test_pairs_refuse_records_of_other_documents() -> None:
    with pytest.raises(RecordError, match="none of the records"):
        pairs(GOLD, {"other.txt": {"file": "other.txt"}})


def test_pairs_refuse_a_damaged_gold_record(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"file": "a", "tasks": 3}), encoding="utf-8")
    with pytest.raises(RecordError, match="tasks is not a list"):
        pairs(tmp_path, {"a": {}})
