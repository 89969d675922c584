"""When: expressions in running text and values of time lines."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.timeframes import field_time, times
from kg.model import Span
from kg.shape import TimeFound
from kg.text import view


def found(text: str) -> list[TimeFound]:
    return list(times(view(text)))


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("năm 2025", "year", "2025", "2025"),
        ("trong năm 2025", "year", "2025", "2025"),
        ("giai đoạn 2021 - 2030", "interval", "2021", "2030"),
        ("giai đoạn 2021–2025", "interval", "2021", "2025"),
        ("thời kỳ 2021-2030", "interval", "2021", "2030"),
        ("từ năm 2023 đến năm 2025", "interval", "2023", "2025"),
        ("từ năm 2023 đến hết năm 2025", "interval", "2023", "2025"),
        ("quý III/2025", "interval", "2025-07-01", "2025-09-30"),
        ("Quý IV năm 2025", "interval", "2025-10-01", "2025-12-31"),
        ("quý 1/2026", "interval", "2026-01-01", "2026-03-31"),
        ("tháng 02/2024", "interval", "2024-02-01", "2024-02-29"),
        ("trong tháng 8 năm 2026", "interval", "2026-08-01", "2026-08-31"),
        ("đến năm 2030", "deadline", None, "2030"),
        ("đến hết năm 2030", "deadline", None, "2030"),
        ("trước ngày 15/12/2025", "deadline", None, "2025-12-15"),
        ("chậm nhất là ngày 30 tháng 6 năm 2025", "deadline", None, "2025-06-30"),
        ("thường xuyên", "ongoing", None, None),
        ("Thường xuyên, liên tục", "ongoing", None, None),
        ("hằng năm", "annual", None, None),
        ("Hàng năm", "annual", None, None),
        ("hàng quý", "other", None, None),
        ("định kỳ 6 tháng", "other", None, None),
        ("tháng 13/2025", "other", None, None),
    ],
)
def test_a_time_has_kind_and_ends(text: str, kind: str, start: str | None, end: str | None) -> None:
    (hit,) = found(f"rà soát {text}; xong")
    assert (hit.kind, hit.start, hit.end) == (kind, start, end)
    assert hit.span.of(f"rà soát {text}; xong") == text
    assert not hit.open_ended
    assert not hit.tentative


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("năm 2023 và các năm tiếp theo", "2023", None),
        ("năm 2025 và những năm tiếp theo", "2025", None),
        ("bắt đầu từ năm 2025", "2025", None),
        ("từ năm 2024 trở đi", "2024", None),
        ("giai đoạn 2023-2025 và các năm tiếp theo", "2023", "2025"),
    ],
)
def test_an_open_end(text: str, start: str, end: str | None) -> None:
    (hit,) = found(text)
    assert (hit.kind, hit.start, hit.end, hit.open_ended) == ("interval", start, end, True)


@pytest.mark.parametrize(
    ("text", "day"),
    [("trước ngày 30/11 hàng năm", "--11-30"), ("hằng năm (trước ngày 15/12)", "--12-15"),
     ("định kỳ trước 30 tháng 11 hàng năm", "--11-30"), ("trước ngày 31/02 hằng năm", None)],
)  # fmt: skip
def test_a_day_of_every_year(text: str, day: str | None) -> None:
    (hit,) = found(text)
    assert (hit.kind, hit.month_day) == ("annual", day)


def test_a_word_of_doubt_makes_a_time_tentative() -> None:
    assert [hit.tentative for hit in found("dự kiến năm 2026 hoặc năm 2027")] == [True, False]


@pytest.mark.parametrize(
    "text", ["thông thường", "2025", "1600/QĐ-TTg", "năm nay", "năm 1600", "bình thường", "quý khách", "tháng giêng", "những năm qua", ""],
)  # fmt: skip
def test_other_words_are_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Năm 2025", "year", "2025", "2025"),
        ("2025-2030", "interval", "2025", "2030"),
        ("Quý II/2025.", "interval", "2025-04-01", "2025-06-30"),
        ("Trước 30/11/2025", "deadline", None, "2025-11-30"),
        ("Hàng năm.", "annual", None, None),
        ("Thường xuyên", "ongoing", None, None),
        ("Theo quy định", "other", None, None),
        ("Sau khi có hướng dẫn của Bộ Y tế", "other", None, None),
        ("", "other", None, None),
    ],
)
def test_the_value_of_a_time_line(text: str, kind: str, start: str | None, end: str | None) -> None:
    hit = field_time(view(text), Span(0, len(text)))
    assert (hit.kind, hit.start, hit.end) == (kind, start, end)
    assert hit.span.of(text) == text


def test_a_tentative_value() -> None:
    hit = field_time("dự kiến 2024 - 2026", Span(0, 19))
    assert (hit.kind, hit.start, hit.end, hit.tentative) == ("interval", "2024", "2026", True)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Xong trong Quý II/2026", "deadline", None, "2026-06-30"),
        ("Quý II - Quý III/2025", "interval", "2025-04-01", "2025-09-30"),
        ("6 tháng đầu năm 2025", "interval", "2025-01-01", "2025-06-30"),
        ("6 tháng cuối năm 2025", "interval", "2025-07-01", "2025-12-31"),
        ("Đến năm 2030, tầm nhìn 2045", "deadline", None, "2030"),
        ("2025 – 2030", "interval", "2025", "2030"),
        ("Tháng 5-6/2025", "interval", "2025-05-01", "2025-06-30"),
        ("Từ tháng 3 đến tháng 10/2025", "interval", "2025-03-01", "2025-10-31"),
        ("Từ tháng 10/2013 đến tháng 6/2014", "interval", "2013-10-01", "2014-06-30"),
        ("12/2025", "interval", "2025-12-01", "2025-12-31"),
        ("T6/2025", "interval", "2025-06-01", "2025-06-30"),
        ("Q3/2025", "interval", "2025-07-01", "2025-09-30"),
        ("Trước\nngày 15/3/2025", "deadline", None, "2025-03-15"),
        ("Trước 18h00 ngày 05/8/2020", "deadline", None, "2020-08-05"),
        ("Từ nay đến 30/4/2024", "deadline", None, "2024-04-30"),
        ("Ngày 24/02/2026", "deadline", None, "2026-02-24"),
        ("Thực hiện ngay trong năm 2025 và các năm tiếp theo", "interval", "2025", None),
        ("Hoàn thành trước 12/2025", "deadline", None, "2025-11-30"),
        ("Tháng 13/2025", "other", None, None),
        ("Tháng 9 - 3/2025", "other", None, None),
        ("2026", "year", "2026", "2026"),
        ("30/11/2025", "deadline", None, "2025-11-30"),
        ("Hoàn thành trong năm 2025", "year", "2025", "2025"),
        ("Trước tháng 6/2026", "deadline", None, "2026-05-31"),
        ("Đến quý II/2026", "deadline", None, "2026-06-30"),
        ("Từ 2025", "interval", "2025", None),
        ("Từ nay đến năm 2030", "deadline", None, "2030"),
    ],
)
def test_values_that_no_form_reads(
    text: str, kind: str, start: str | None, end: str | None
) -> None:
    hit = field_time(view(text), Span(0, len(text)))
    assert (hit.kind, hit.start, hit.end) == (kind, start, end)


def test_a_longer_number_is_no_year() -> None:
    assert found("năm 20251") == []


def test_an_interval_does_not_end_before_it_begins() -> None:
    assert all((hit.start or "") <= (hit.end or "9") for hit in found("giai đoạn 2030-2025"))


PHRASE = st.sampled_from(
    ["năm 2025", "giai đoạn", "2023-2025", "và các năm tiếp theo", "quý", "iv", "/", "2026", "tháng", "13", "2",
     "trước ngày", "31/02/2025", "30/11", "hàng năm", "định kỳ", "thường xuyên", ",", "liên tục", "từ năm", "đến", "dự kiến", "("],
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PHRASE, max_size=12), st.sampled_from([" ", ""]))
def test_spans_are_in_order_and_ends_are_years_or_days(words: list[str], gap: str) -> None:
    text = gap.join(words)
    hits = found(text)
    assert all(one.span.end <= two.span.start for one, two in pairwise(hits))
    for value in (value for hit in hits for value in (hit.start, hit.end) if value):
        assert (len(value) == 4 and value.isdigit()) or dt.date.fromisoformat(value)


@given(st.text())
def test_any_value_is_read_whole(text: str) -> None:
    lower = view(text)
    assert field_time(lower, Span(0, len(lower))).span == Span(0, len(lower))
    assert all(hit.span.of(lower) for hit in times(lower))
