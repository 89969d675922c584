"""Who holds the work of a body on a day: answers by hand, and what holds for every body."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.bodies import central, local
from kg.identity.called import Seat
from kg.identity.functions import functions, moved
from kg.identity.holders import ENDED, ITSELF, NOT_YET, OUTCOMES, SEVERAL, SUCCESSOR, holders
from kg.identity.known import Known, known
from kg.identity.provinces import REFORM, holder_of, provinces_on
from kg.identity.seats import called_on
from kg.identity.timeline import UNKNOWN, timeline

HERE = Path(__file__).parent
NOT_HELD = {
    **dict.fromkeys(("h113", "h114", "h115"), "districts that ended before June 2025 are not held"),
    "h150": "papers and stations, and how they were joined, are not held",
    "h152": "boards with a name of their own are not held",
}
THESE_REFORMS = "2025"


def table(name: str) -> list[dict[str, str]]:
    """Read one of the tables of answers made by hand."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows(name: str) -> list[object]:
    """Give the rows as parameters; what the tables cannot hold is expected to fail."""
    return [
        pytest.param(
            row,
            id=row["id"],
            marks=[pytest.mark.xfail(reason=NOT_HELD.get(row["id"], ""), strict=True)]
            * (row["id"] in NOT_HELD),
        )
        for row in table(name)
    ]


@pytest.mark.parametrize("row", rows("holders"))
def test_the_holder_is_the_one_found_by_hand(row: dict[str, str]) -> None:
    body = known(row["name"], row["day"])
    if body is None:
        assert row["outcome"] == UNKNOWN
        return
    held = holders(body, row["day"])
    assert held.outcome == row["outcome"]
    names = {each.name for each in held.holders}
    assert names == set(filter(None, row["holders"].split("|")))
    if held.outcome in {ITSELF, SUCCESSOR, SEVERAL, ENDED}:
        assert (held.since if held.since >= THESE_REFORMS else "") == row["since"]


def test_what_is_not_yet_there_names_what_was() -> None:
    held = holders(found("Sở Nông nghiệp và Môi trường tỉnh Hà Nam"), "2024-01-01")
    assert held.outcome == NOT_YET
    assert held.before == (
        "Sở Nông nghiệp và Phát triển nông thôn tỉnh Hà Nam",
        "Sở Tài nguyên và Môi trường tỉnh Hà Nam",
    )
    assert holders(found("Sở Y tế thành phố Huế"), "2024-06-01").before == (
        "Sở Y tế tỉnh Thừa Thiên Huế",
    )


def found(name: str, day: str = "") -> Known:
    """Give a body that the tables are sure to hold."""
    body = known(name, day)
    assert body is not None
    return body


@pytest.mark.parametrize("row", table("functions"))
def test_a_function_is_held_where_it_was_found_by_hand(row: dict[str, str]) -> None:
    told = moved(found(row["name"]), row["day"])
    holding = [
        h.name
        for each in told
        if each.function.vi == row["function"] and each.sure
        for h in each.holders
    ]
    assert holding == [row["holder"]]


def test_a_function_is_only_supposed_where_no_source_tells_of_the_province() -> None:
    told = moved(found("Sở Lao động, Thương binh và Xã hội tỉnh Bến Tre"), "2025-07-02")
    assert told
    assert not any(each.sure for each in told)
    assert {h.name for each in told for h in each.holders} >= {"Sở Y tế tỉnh Vĩnh Long"}


def every_body() -> list[Known]:
    """Give each central body, and each local one at three seats that the reforms changed."""
    made = [Known(body.name, body) for body in central().values()]
    for body in local().values():
        seats = {"province": ("dak-nong", "hue", "ninh-binh"), "district": ("ninh-binh/tam-diep",)}
        for key in seats.get(body.scope, ()):
            called = called_on(Seat(key), "2024-06-01")
            assert called is not None
            made.append(Known(body.at(called.bare, called.label), body, called))
    return made


BODIES = every_body()
DAYS = st.dates().map(str).filter(lambda day: day >= "2009-01-01")
EVENTS = sorted({event.date for event in timeline() if len(event.date) > 4})


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.id)
def test_a_full_name_gives_itself(body: Known) -> None:
    kinds = {"tỉnh", "thành phố", "huyện", "quận", "thị xã"} & set(body.body.where)
    if kinds and body.called and body.called.kind not in kinds:
        return  # no Thành ủy stands in a tỉnh
    if body.body.id == "thanh-tra-so":
        return  # its name is that of its department
    again = known(body.name, "2024-06-01")
    assert again is not None
    assert again.id == body.id


@given(st.sampled_from(BODIES), DAYS)
def test_the_chain_of_holders_never_loops(body: Known, day: str) -> None:
    held = holders(body, day)
    assert held.outcome in OUTCOMES
    assert len(set(held.steps)) == len(held.steps)
    for each in held.holders:
        again = known(each.name, day)
        assert again is None or holders(again, day).outcome in {ITSELF, UNKNOWN}


@given(st.sampled_from(BODIES), st.sampled_from(EVENTS))
def test_the_day_before_and_the_day_itself_differ_by_that_event_alone(
    body: Known, day: str
) -> None:
    eve = (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()
    before, after = holders(body, eve), holders(body, day)
    if NOT_YET in {before.outcome, after.outcome} or UNKNOWN in {before.outcome, after.outcome}:
        return
    new = set(after.steps) - set(before.steps)
    assert {event.date_at(body.seat.province if body.seat else "") for event in new} <= {day}
    if not new:
        assert [each.spot for each in before.holders] == [each.spot for each in after.holders]


def test_each_province_leads_to_one_of_the_34() -> None:
    for old in provinces_on("2025-06-30"):
        label = called_on(Seat(old.id), "2025-06-30")
        assert label is not None
        held = holders(found(f"Ủy ban nhân dân {label.label}", "2025-06-30"), REFORM)
        assert [each.spot.seat for each in held.holders] == [holder_of(old.id, REFORM).id]


def test_each_function_names_bodies_of_the_tables() -> None:
    bodies = {**central(), **local()}
    for each in functions():
        assert {each.source, *each.to} <= set(bodies)
        assert each.seen_in
