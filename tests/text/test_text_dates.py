"""Dates as they are printed go to ISO and back; a day that no calendar has is none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import dates

DAYS = st.dates(dt.date(1945, 1, 1), dt.date(2099, 12, 31))
SHAPES = ("{d}/{m}/{y}", "{d:02d}/{m:02d}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}", "{d} / {m} / {y}",
          "{d} tháng {m} năm {y}", "{d:02d} tháng  {m:02d} năm\n{y}")  # fmt: skip


@given(DAYS, st.sampled_from(SHAPES))
def test_a_day_goes_round(day: dt.date, shape: str) -> None:
    printed = shape.format(d=day.day, m=day.month, y=day.year)
    assert dates.find(f"Lào Cai, ngày {printed} về việc") == day.isoformat()


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)), st.sampled_from(["{}/{}", "{} tháng {}"])
)
def test_a_day_of_every_year_goes_round(day: dt.date, shape: str) -> None:
    printed = shape.format(day.day, day.month)
    assert dates.month_day(f"trước ngày {printed} hằng năm") == f"--{day.month:02d}-{day.day:02d}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bến Tre, ngày 27 tháng 3 năm 2025", "2025-03-27"),
        ("ngày 22/9/2021", "2021-09-22"),
        ("ngày 29/02/2024", "2024-02-29"),
        ("ngày 29/02/2023", None),
        ("ngày 31/04/2025", None),
        ("ngày 00/10/2025", None),
        ("ngày 10/13/2025", None),
        ("ngày 22/9", None),
        ("ngày 22/9/21", None),
        ("ngày 22/9/20211", None),
        ("số 1600/QĐ-TTg", None),
        ("", None),
    ],
)
def test_the_first_date(text: str, expected: str | None) -> None:
    assert dates.find(text) == expected


def test_digits_that_run_into_a_day_make_it_no_date() -> None:
    assert dates.find("mã 122/9/2021") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trước ngày 30/11", "--11-30"),
        ("trước ngày 05/6 và 05/12", "--06-05"),
        ("chậm nhất 29/02 hằng năm", "--02-29"),
        ("trước ngày 31/02, 15/3", "--03-15"),
        ("ngày 22/9/2021", None),
        ("24 giờ", None),
        ("", None),
    ],
)
def test_a_day_without_its_year(text: str, expected: str | None) -> None:
    assert dates.month_day(text) == expected


@given(st.text())
def test_any_text_gives_a_real_date_or_none(text: str) -> None:
    found = dates.find(text)
    assert found is None or dt.date.fromisoformat(found)
    assert dates.month_day(text) is None or str(dates.month_day(text)).startswith("--")
