"""A calendar file is read by a program that did not write it, and hostile words stay words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from kg.write.calendar import Day, calendar_bytes, uid

if TYPE_CHECKING:
    from ical.calendar import Calendar

IRI = "https://w3id.org/policy-cascade/document/ủy-ban/12-kh-ubnd/report/V.2/5-9"
STAMP = dt.date(2024, 3, 5)


def read(data: bytes) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(data.decode("utf-8"))


def day(
    first: dt.date = dt.date(2024, 11, 30), *, yearly: bool = True, words: str = "báo cáo",
    iri: str = IRI, stamp: dt.date | None = STAMP,
) -> Day:  # fmt: skip
    return Day(iri, first, yearly, f"Báo cáo: {words}", f"Lời văn: {words}", stamp, ("report",))


def test_another_program_reads_what_was_written() -> None:
    (event,) = read(calendar_bytes([day()], title="Hạn")).events
    assert (event.summary, event.description) == ("Báo cáo: báo cáo", "Lời văn: báo cáo")
    assert event.dtstart == dt.date(2024, 11, 30)
    assert event.dtstamp == dt.datetime(2024, 3, 5, tzinfo=dt.UTC)
    assert event.uid == uid(IRI, yearly=True)
    assert str(event.url).isascii()


@pytest.mark.parametrize(
    ("first", "days"),
    [
        (dt.date(2024, 11, 30), ["2024-11-30", "2025-11-30", "2026-11-30", "2027-11-30"]),
        (dt.date(2024, 2, 29), ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28"]),
        (dt.date(2025, 2, 28), ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]),
    ],
)
def test_a_yearly_day_returns_every_year(first: dt.date, days: list[str]) -> None:
    calendar = read(calendar_bytes([day(first)], title="Hạn"))
    found = [str(event.start) for event, _ in zip(calendar.timeline, range(4), strict=False)]
    assert found == days


def test_a_day_without_a_year_to_return_in_comes_once() -> None:
    calendar = read(calendar_bytes([day(yearly=False)], title="Hạn"))
    assert [str(event.start) for event in calendar.timeline] == ["2024-11-30"]


def test_the_bytes_hang_on_nothing_but_the_days() -> None:
    days = [day(), day(yearly=False), day(iri=f"{IRI}/2"), day(dt.date(2030, 12, 31))]
    assert calendar_bytes(days, title="Hạn") == calendar_bytes(reversed(days), title="Hạn")
    data = calendar_bytes(days, title="Hạn")
    assert data.count(b"DTSTAMP:20240305T000000Z") == 4
    assert str(dt.datetime.now(tz=dt.UTC).year).encode() + b"T" not in data
    assert b"CREATED" not in data


def test_without_a_day_of_the_document_the_stamp_is_a_fixed_one() -> None:
    assert b"DTSTAMP:19700101T000000Z" in calendar_bytes([day(stamp=None)], title="Hạn")


def test_an_identifier_hangs_on_the_iri_alone() -> None:
    words = {event.uid for each in ("a", "b") for event in
             read(calendar_bytes([day(words=each)], title="Hạn")).events}  # fmt: skip
    assert words == {uid(IRI, yearly=True)}
    assert uid(IRI, yearly=False) != uid(IRI, yearly=True) != uid(f"{IRI}/2", yearly=True)


HOSTILE = [
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:đã cài",
    "a\nATTACH:https://evil.example/x",
    "a;b,c\\n\\;",
    'x":\r\nRRULE:FREQ=SECONDLY',
    "=cmd|'/c calc'!A1",
    "<script>alert(1)</script>",
    "dòng\u2028mới\u0085đây\x0b\x0c\x00\x1b[31m",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    data = calendar_bytes([day(words=words, iri=f"{IRI}\r\nATTACH:x")], title=words)
    (event,) = read(data).events
    assert data.count(b"\r\nBEGIN:VEVENT") == data.count(b"\r\nRRULE:") == 1
    assert b"\r\nATTACH" not in data
    assert event.summary is not None
    kept = [c for c in words if c.isalnum()]
    assert [c for c in event.summary.removeprefix("Báo cáo: ") if c.isalnum()] == kept


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.dates(dt.date(1971, 1, 1), dt.date(2100, 1, 1)), st.booleans())
def test_any_text_gives_lines_that_calendars_take(
    words: str, first: dt.date, yearly: bool  # noqa: FBT001 - a drawn value
) -> None:  # fmt: skip
    data = calendar_bytes([day(first, yearly=yearly, words=words)], title=words)
    lines = data.decode("utf-8").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any(ord(c) < 32 and c != "\t" for line in lines for c in line)
    (event,) = read(data).events
    assert event.dtstart == first
