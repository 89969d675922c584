"""Events of places: what goes in, what comes out, and that days differ by no more than them."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from kg.identity.districts import districts
from kg.identity.place_changes import PlaceChange, changes_of, place_changes
from kg.identity.provinces import label_on, provinces_on
from kg.number import DocNumber

DATES = sorted({each.date for each in place_changes()})


def standing(day: str) -> dict[str, str | None]:
    return {each.id: label_on(each.id, day) for each in provinces_on(day)}


def day_before(day: str) -> str:
    return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()


def on(date: str) -> list[PlaceChange]:
    return [each for each in place_changes() if each.date == date and each.type != "abolition"]


def test_so_many_events_of_each_type() -> None:
    assert Counter((each.date, each.type) for each in place_changes()) == {
        ("2025-01-01", "renaming"): 1,
        ("2025-07-01", "merger"): 23,
        ("2025-07-01", "abolition"): 1,
        ("2026-04-30", "change-of-kind"): 1,
        ("2026-09-01", "change-of-kind"): 1,
        ("2026-09-20", "change-of-kind"): 1,
    }
    assert len({each.id for each in place_changes()}) == len(place_changes())
    assert list(place_changes()) == sorted(place_changes(), key=lambda each: (each.date, each.id))


@pytest.mark.parametrize("date", DATES)
def test_what_stands_differs_by_the_events_of_the_day_and_no_more(date: str) -> None:
    before, after = standing(day_before(date)), standing(date)
    gone = {key for each in on(date) for key in each.before if key not in each.after}
    assert set(before) - set(after) == gone
    assert set(after) <= set(before)
    renamed = {key for each in on(date) if each.type != "merger" for key in each.after}
    assert {key for key in after if before[key] != after[key]} == renamed


def test_between_events_nothing_changes() -> None:
    ends = [*map(day_before, DATES[1:]), "2030-01-01"]
    for date, end in zip(DATES, ends, strict=True):
        assert standing(date) == standing(end)


@pytest.mark.parametrize("event", place_changes(), ids=lambda event: event.id)
def test_an_event_names_units_of_its_days_and_its_act(event: PlaceChange) -> None:
    known = {each.id for each in districts()} | set(standing(day_before(event.date)))
    assert set(event.before) <= known
    assert set(event.after) <= set(standing(event.date))
    assert event.acts
    assert [act for act in event.acts if str(DocNumber.parse(act)) != act] == []
    assert event.continuing == (() if event.type == "abolition" else event.after)
    for key in (*event.before[:5], *event.after):
        assert event in changes_of(key)


def test_a_province_that_goes_on_stands_on_both_sides() -> None:
    event = next(each for each in changes_of("nam-dinh") if each.type == "merger")
    assert event.before == ("ha-nam", "nam-dinh", "ninh-binh")
    assert (event.after, event.continuing) == (("ninh-binh",), ("ninh-binh",))
    assert event.note == "Tỉnh Hà Nam, Tỉnh Nam Định, Tỉnh Ninh Bình → Tỉnh Ninh Bình"


def test_no_merger_counts_a_province_twice() -> None:
    parts = [key for each in place_changes() if each.type == "merger" for key in each.before]
    assert len(parts) == len(set(parts)) == 52  # 63 less the eleven that stayed alone


def test_the_districts_ended_together() -> None:
    event = next(each for each in place_changes() if each.type == "abolition")
    assert (len(event.before), event.after) == (696, ())
    assert changes_of("ninh-binh/tam-diep") == (event,)


def test_a_province_that_nothing_happened_to() -> None:
    assert changes_of("ha-noi") == ()
