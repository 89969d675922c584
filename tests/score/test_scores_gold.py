"""Gold against itself, against nothing, and against gold that lacks a key."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from kg.config import bundled
from kg.record import load
from kg.score import Finding, Scores, score
from kg.score.scores import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable

Json = dict[str, Any]
GOLD: dict[str, Json] = {
    path.stem: load(path) for path in sorted(bundled("data", "gold").glob("*.json"))
}
NAMES = [field.name for field in FIELDS]


def changed(scores: Scores) -> set[str]:
    """Name the fields that are no longer perfect."""
    return {each.field for each in scores.tallies if each.f1 not in {1.0, None}}


def planted(stem: str, plant: Callable[[Json], object]) -> Scores:
    found = deepcopy(GOLD[stem])
    plant(found)
    return score([(GOLD[stem], found)])


@pytest.mark.parametrize("stem", GOLD)
def test_gold_against_itself_is_perfect(stem: str) -> None:
    scores = score([(GOLD[stem], GOLD[stem])])
    assert changed(scores) == set()
    assert not any(each.missed or each.false for each in scores.tallies)


def test_gold_together_has_something_to_score_in_every_field() -> None:
    scores = score((each, each) for each in GOLD.values())
    assert [each.f1 for each in scores.tallies] == [1.0] * len(NAMES)
    assert (scores.of("tasks").n_gold, scores.of("leads").n_gold) == (160, 137)
    assert (scores.of("mentions").n_gold, scores.of("coordinators").n_gold) == (64, 119)


def drop_second(record: Json) -> None:
    record["tasks"] = [each for each in record["tasks"] if each["id"] != "IV.2.-1"]


def test_a_task_that_is_lost_takes_its_edges_with_it() -> None:
    scores = planted("004", drop_second)
    assert [(each.id, each.words) for each in scores.of("leads").missed] == [
        ("IV.2.-1", "Sở Nông nghiệp và Môi trường tỉnh Bến Tre")
    ]
    assert [each.id for each in scores.of("coordinators").missed] == ["IV.2.-1", "IV.2.-1"]
    assert scores.of("tasks.kind").f1 == 1.0


def test_a_miss_and_a_false_find_show_file_id_and_words() -> None:
    scores = planted("000", lambda r: r["references"][0].update(relation="cites"))
    file = GOLD["000"]["file"]
    assert scores.of("references.relation").missed == (Finding(file, "1600/QĐ-TTg", "implements"),)
    assert scores.of("references.relation").false == (Finding(file, "1600/QĐ-TTg", "cites"),)


def test_nothing_found_is_all_missed() -> None:
    scores = score((each, {}) for each in GOLD.values())
    for each in scores.tallies:
        assert each.recall in {0.0, None}
        assert each.n_found == each.right == len(each.false) == 0
        assert len(each.missed) == each.n_gold
    assert scores.of("tasks").recall == 0.0


@pytest.mark.parametrize("key", [key for key in GOLD["001"] if key != "file"])
def test_a_key_that_is_missing_or_empty_is_nothing_found(key: str) -> None:
    gold = GOLD["001"]
    lacking = {name: value for name, value in gold.items() if name != key}
    kind = type(gold[key])
    assert score([(gold, lacking)]).rows() == score([(gold, {**gold, key: kind()})]).rows()


@pytest.mark.parametrize(
    "key", sorted({key for task in GOLD["001"]["tasks"] for key in task} - {"note"})
)
def test_tasks_may_lack_any_key(key: str) -> None:
    gold = GOLD["001"]
    tasks = [{name: value for name, value in each.items() if name != key} for each in gold["tasks"]]
    scores = score([(gold, {**gold, "tasks": tasks})])
    assert (scores.of("tasks").f1 == 0.0) == (key == "span")


def test_added_keys_change_nothing() -> None:
    gold = GOLD["004"]
    more = {**gold, "record_version": 1, "tasks": [{**t, "lead_spans": []} for t in gold["tasks"]]}
    assert score([(gold, more)]) == score([(gold, gold)])


def test_scores_are_json() -> None:
    scores = planted("000", lambda r: r["funding"].pop())
    said = json.loads(json.dumps(scores.to_json()))
    row = next(each for each in said["fields"] if each["field"] == "funding")
    assert (row["gold"], row["found"], row["recall"]) == (4, 3, 0.75)
    assert row["missed"][0]["words"].startswith("các nguồn kinh phí")
    assert said["documents"][0]["file"] == GOLD["000"]["file"]
    assert [each[0] for each in scores.rows()] == NAMES
