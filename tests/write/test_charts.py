"""Charts: every mark stands for a row, words stay words, wide and narrow say the same."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest

from kg.write.chart_marks import MARKS, SIZES, colours
from kg.write.chart_svg import slim
from kg.write.charts import Chart, drawn, spec, svg

HOSTILE = "Sở <b>&\"'</script> | 1.23456"
LONG = "Trung tâm Kỹ thuật Tiêu chuẩn Đo lường Chất lượng (Sở Khoa học và Công nghệ tỉnh Tây Ninh)"
BARS = Chart("bars", "tasks", "agency")
COLUMNS = ("agency", "tasks")
ROWS = (("a", 1, "2024-01-02", "nothing", 0.5), ("b", 2, "2024-03-02", "own", 0.25))
NAMES = ("a", "n", "d", "s", "f")
CHARTS = {
    "bars": Chart("bars", "n", "a"),
    "shares": Chart("shares", "n", "a", "s"),
    "matrix": Chart("matrix", "s", "a", "s"),
    "heat": Chart("heat", "s", "a", "f", share=True),
    "steps": Chart("steps", "n", "f"),
    "curve": Chart("curve", "f", "f", "s"),
    "spans": Chart("spans", "d", "a", "s", x2="d"),
    "dots": Chart("dots", "n", "a", "s"),
}


def words(picture: str) -> list[str]:
    return [(each.text or "") for each in ET.fromstring(picture).iter() if each.text]  # noqa: S314  (drawn by us)


def told(picture: str) -> list[str]:
    found = [each.get("data-t") for each in ET.fromstring(picture).iter()]  # noqa: S314  (drawn by us)
    return [each for each in found if each]


def test_every_kind_has_a_specimen() -> None:
    assert set(CHARTS) == set(MARKS)


@pytest.mark.parametrize("kind", sorted(MARKS))
@pytest.mark.parametrize("size", sorted(SIZES))
def test_every_kind_draws_the_same_bytes_twice_and_a_mark_for_each_row(
    kind: str, size: str
) -> None:
    made = spec(CHARTS[kind], NAMES, ROWS, size=SIZES[size], titled=False)
    json.dumps(made)
    picture = slim(svg(made))
    assert picture == slim(svg(made))
    assert sorted(told(picture)) == sorted(
        each["told"] for each in drawn(CHARTS[kind], NAMES, ROWS).values
    )


def test_a_chart_holds_its_words_as_text() -> None:
    picture = slim(svg(spec(BARS, COLUMNS, ((HOSTILE, 3),), titled=False)))
    assert HOSTILE in words(picture)
    assert told(picture) == [f"{HOSTILE}: 3"]


def test_a_long_name_is_broken_and_not_cut() -> None:
    for size in SIZES.values():
        [value] = spec(BARS, COLUMNS, ((LONG, 3),), size=size)["data"]["values"]
        assert value["label"].replace("\n", " ") == LONG
        assert value["lines"] == 2
    [value] = spec(BARS, COLUMNS, ((LONG * 4, 3),))["data"]["values"]
    assert value["label"].endswith(" …")
    assert value["told"] == f"{LONG * 4}: 3"


def test_rows_of_one_name_stay_apart_as_bars_and_stack_as_shares() -> None:
    rows = (("Sở Y tế", 3, "x"), ("Sở Y tế", 2, "y"))
    columns = (*COLUMNS, "kind")
    assert drawn(BARS, columns, rows).shown == 2
    assert drawn(Chart("shares", "tasks", "agency", "kind"), columns, rows).shown == 1


def test_what_is_left_out_is_counted() -> None:
    rows = [(f"b{nth}", f"p{nth % 20}", "own") for nth in range(40)]
    made = drawn(Chart("matrix", "p", "b", "s", top=30, across=16), ("b", "p", "s"), rows)
    assert (made.shown, made.of, made.across) == (30, 40, (16, 20))
    assert {each["x"] for each in made.values} <= {f"p{nth}" for nth in range(16)}


def test_folded_columns_become_parts_and_none_of_nothing() -> None:
    chart = Chart("shares", "tasks", "agency", fold=("sole", "joint"))
    made = drawn(chart, ("agency", "sole", "joint"), (("A", 2, 0),), "vi")
    assert [(each["colour"], each["x"]) for each in made.values] == [("sole", 2)]
    assert [label for _, _, label in made.legend] == ["một mình chủ trì", "cùng chủ trì"]


def test_words_of_ours_are_said_in_the_language_and_words_of_documents_are_not() -> None:
    chart = Chart("shares", "tasks", "agency", "timeframe")
    rows = (("year", 3, "no time"),)
    columns = (*COLUMNS, "timeframe")
    assert drawn(chart, columns, rows, "vi").values[0]["told"] == "year: không nêu thời gian: 3"
    alone = spec(chart, columns, rows, lang="vi")
    assert alone["data"]["values"][0]["colour"] == "không nêu thời gian"


def test_shares_are_said_as_percent() -> None:
    chart = Chart("bars", "score", "agency", share=True)
    rows = (("A", 0.5), ("B", 0.8412))
    made = drawn(chart, ("agency", "score"), rows)
    assert [each["told"] for each in made.values] == ["A: 50%", "B: 84.1%"]


def test_few_papers_are_counted_in_whole_numbers() -> None:
    axis = spec(BARS, COLUMNS, (("A", 3), ("B", 1)))["layer"][0]["encoding"]["x"]["axis"]
    assert axis["values"] == [0, 1, 2, 3]


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    first, second = sorted((light(one), light(other)))
    return (second + 0.05) / (first + 0.05)


def test_what_is_there_stands_out_from_paper_and_from_what_is_not() -> None:
    found = colours(("a", "b", "c", "d", "e", "f", "nothing here"))
    pale = found.pop("nothing here")
    assert len(set(found.values())) == 6
    assert all(contrast(each, "#ffffff") > 2.5 for each in found.values())
    assert all(contrast(each, pale) > 1.8 for each in found.values())


def test_slimming_keeps_the_numbers_in_words() -> None:
    tag = '<svg><text transform="translate(1.23456,2)">1.23456</text></svg>'
    assert slim(tag) == '<svg><text transform="translate(1.2,2)">1.23456</text></svg>'
