"""The ways to say when: one row a form, with what it means and words that prove it.

A blank of a pattern also stands for a no-break blank and for the end of a printed line.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile

from kg import dates
from kg.model import TimeKind

Reading = tuple[TimeKind, str | None, str | None]
Reader = Callable[[re.Match[str]], Reading]

_Y = r"(?P<y{}>(?:19|20)\d\d)(?!\d)"
_Y1, _Y2 = _Y.format(1), _Y.format(2)
_ON = r"(?P<open>(?: ?, ?| )(?:và )?(?:(?:các|những) năm (?:tiếp theo|sau|kế tiếp)|trở đi))?"
_EACH = r"(?:hàng|hằng|mỗi)"
_DONE = r"(?:xong|hoàn thành|hoàn tất)"
_BEFORE = rf"(?:(?:{_DONE} )?trước|(?:{_DONE} )?chậm nhất(?: là)?|không quá|đến hết|đến)"
_BY = rf"(?:(?P<by>{_BEFORE}|{_DONE}(?: (?:trong|vào))?) |(?:trong |vào )?)"
_VISION = r",? (?:và )?(?:tầm nhìn|định hướng)(?: đến| tới)?(?: năm)? (?:19|20)\d\d(?!\d)"
_QUARTER = r"(?:iv|i{1,3}|[1-4])"
_OF_YEAR = rf"(?:/| ?- ?| năm |, ?(?:năm )?){_Y1}"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_HOUR = r"\d{1,2} ?(?:h|g|giờ|:) ?(?:\d{2})?(?: phút)?"
_MONTH = r"\d{1,2}"


def _said(m: re.Match[str], name: str) -> str:
    """Give the words of a group; "" where a form has no such group or it is empty."""
    return m[name] or "" if name in m.re.groupindex else ""


def _years(m: re.Match[str]) -> Reading:
    return ("interval", m["y1"], m["y2"]) if m["y1"] <= m["y2"] else ("other", None, None)


def _from(m: re.Match[str]) -> Reading:
    return "interval", m["y1"], None


def _year(m: re.Match[str]) -> Reading:
    return ("interval", m["y1"], None) if _said(m, "open") else ("year", m["y1"], m["y1"])


def _until(m: re.Match[str]) -> Reading:
    """Read "đến năm 2030" as 2030, "trước năm 2030" as the year before."""
    year = int(m["y1"]) - _said(m, "by").endswith("trước")
    return "deadline", None, str(year)


def _by_day(m: re.Match[str]) -> Reading:
    return "deadline", None, dates.find(m[0])


def _quarter(m: re.Match[str]) -> Reading:
    first = 3 * _QUARTERS[m["q"]] - 2
    return _months(m, first, first + 2)


def _quarters(m: re.Match[str]) -> Reading:
    return _months(m, 3 * _QUARTERS[m["q"]] - 2, 3 * _QUARTERS[m["r"]])


def _half(m: re.Match[str]) -> Reading:
    return _months(m, 1, 6) if m["half"] == "đầu" else _months(m, 7, 12)


def _month(m: re.Match[str]) -> Reading:
    return _months(m, int(m["mo"]), int(m["mo"]))


def _month_range(m: re.Match[str]) -> Reading:
    return _months(m, int(m["mo"]), int(m["to"]))


def _month_span(m: re.Match[str]) -> Reading:
    start, _ = _stretch(int(m["y1"]), int(m["mo"]), int(m["mo"]))
    _, end = _stretch(int(m["y2"]), int(m["to"]), int(m["to"]))
    if start is None or end is None or start > end:
        return "other", None, None
    return "interval", start.isoformat(), end.isoformat()


def _stretch(year: int, first: int, last: int) -> tuple[dt.date | None, dt.date | None]:
    """Give the first and the last day of months of a year; None where there is no such month."""
    if not 1 <= first <= last <= 12:  # noqa: PLR2004  (the months of a year)
        return None, None
    last_day = calendar.monthrange(year, last)[1]
    return dt.date(year, first, 1), dt.date(year, last, last_day)


def _months(m: re.Match[str], first: int, last: int) -> Reading:
    """Read months of a year: a stretch, or with "trước", "đến", "hoàn thành" a last day."""
    start, end = _stretch(int(m["y1"]), first, last)
    if start is None or end is None:
        return "other", None, None
    by = _said(m, "by")
    if not by:
        return "interval", start.isoformat(), end.isoformat()
    before = by.endswith("trước")
    return "deadline", None, (start - dt.timedelta(days=1) if before else end).isoformat()


def _ongoing(_: re.Match[str]) -> Reading:
    return "ongoing", None, None


def _annual(_: re.Match[str]) -> Reading:
    return "annual", None, None


def _other(_: re.Match[str]) -> Reading:
    return "other", None, None


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say when: its words, what it means, and texts that prove it.

    ``starts`` are the words that a hit in running text may begin with; ``#`` is any digit, which
    only a labelled line begins with.
    """

    name: str
    pattern: re.Pattern[str]
    read: Reader
    examples: tuple[str, ...]
    starts: tuple[str, ...]


def _form(name: str, pattern: str, read: Reader, examples: str, starts: str = "") -> Form:
    """Give a row of the table; where it names no starts, the first words of its examples are."""
    loose = pattern.replace(" ?", "\\s{0,2}").replace(" ", "\\s{1,2}")
    proofs = tuple(examples.split("|"))
    first = tuple(starts.split("|")) if starts else tuple(map(_start, proofs))
    return Form(name, re.compile(loose), read, proofs, first)


def _start(example: str) -> str:
    """Give the words before the first digit, two at most: ``năm học 2025-2026`` → ``năm học``."""
    words = takewhile(str.isalpha, example.split()[:2])
    return " ".join(words) or "#"


_BEFORES = ("trước", "chậm nhất", "không quá", "xong trước", "hoàn thành trước", "hoàn tất trước")
_BYS = (
    *_BEFORES,
    "trong",
    "vào",
    "đến",
    "đến hết",
    "xong",
    "xong trong",
    "hoàn thành",
    "hoàn thành trong",
)


def _after(words: tuple[str, ...], *heads: str) -> str:
    """Give the starts of a form whose head may stand behind one of *words*."""
    return "|".join((*heads, *(f"{word} {head}" for word in words for head in heads)))


_DAYS = "|".join((*_BEFORES, "đến ngày", "đến hết ngày", "từ nay đến"))
FORMS = (
    _form("annual-day", rf"(?:định kỳ )?(?:{_BEFORE} )?(?:ngày )?\d{{1,2}}(?:/\d{{1,2}}| tháng \d{{1,2}})"
          rf"(?: {_EACH} năm)", _annual, "định kỳ trước 30 tháng 11 hàng năm", f"định kỳ|{_DAYS}|ngày|#"),
    _form("annual", rf"(?:định kỳ )?{_EACH} năm(?: \({_BEFORE} ngày \d{{1,2}}/\d{{1,2}}\)"
          rf"|, ?{_BEFORE} ngày \d{{1,2}}(?:/| tháng )\d{{1,2}}(?![/\d]| năm))?", _annual,
          "hàng năm", "định kỳ|hàng năm|hằng năm|mỗi năm"),
    _form("since", rf"(?:bắt đầu )?(?:kể )?từ năm {_Y1}(?! ?(?:-|–|đến))(?P<open>(?: trở đi)?)", _from,
          "bắt đầu từ năm 2025", "từ năm|kể từ năm|bắt đầu từ|bắt đầu kể từ"),
    _form("from-to", rf"(?:giai đoạn )?từ (?:năm )?{_Y1} (?:đến|tới) (?:hết )?(?:năm )?{_Y2}{_ON}", _years,
          "từ năm 2023 đến năm 2025", "giai đoạn|từ năm|từ 20"),
    _form("years", rf"(?:{_DONE} )?(?:(?:trong )?(?:giai đoạn|thời kỳ|các năm|năm) )?{_Y1} ?(?:-|–|đến) ?{_Y2}{_ON}",
          _years, "giai đoạn 2023-2025 và các năm tiếp theo",
          "giai đoạn|thời kỳ|các năm 20|năm 20|trong giai đoạn|trong các năm|trong năm 20|#"),
    _form("school-year", rf"(?:(?:ngay )?trong |vào )?năm học {_Y1} ?(?:-|–) ?{_Y2}", _years,
          "năm học 2025-2026|trong năm học 2025-2026|vào năm học 2025 - 2026|ngay trong năm học 2025-2026"),
    _form("since-school-year", rf"(?:kể )?từ năm học {_Y1} ?(?:-|–) ?(?:19|20)\d\d(?! ?(?:-|–|đến))(?P<open>(?: trở đi)?)", _from,
          "từ năm học 2025-2026|kể từ năm học 2025-2026 trở đi"),
    _form("by-day", rf"(?:từ nay )?{_BEFORE} (?:{_HOUR} )?(?:ngày )?{dates.PATTERN}", _by_day, "trước ngày 30/6/2025", _DAYS),
    _form("quarters", rf"{_BY}quý (?P<q>{_QUARTER})(?: ?(?:-|–|,|và|đến) ?(?:quý )?{_QUARTER})*"
          rf" ?(?:-|–|,|và|đến) ?(?:quý )?(?P<r>{_QUARTER}){_OF_YEAR}", _quarters,
          "quý ii - quý iii/2025", _after(_BYS, "quý")),
    _form("quarter", rf"{_BY}(?:cuối |đầu )?quý (?P<q>{_QUARTER}){_OF_YEAR}", _quarter, "quý iv năm 2026",
          _after(_BYS, "quý", "cuối quý", "đầu quý")),
    _form("half-year", rf"{_BY}(?:6|06|sáu) tháng (?P<half>đầu|cuối) năm {_Y1}", _half, "6 tháng đầu năm 2025",
          _after(_BYS, "sáu tháng", "6 tháng", "06 tháng") + "|#"),
    _form("months-years", rf"(?:trong )?từ tháng (?P<mo>{_MONTH})/{_Y1} (?:đến|tới) (?:hết )?tháng (?P<to>{_MONTH})/{_Y2}",
          _month_span, "từ tháng 10/2013 đến tháng 6/2014", "từ tháng|trong từ"),
    _form("months", rf"(?:{_DONE} )?(?:trong )?(?:từ )?(?:các )?tháng (?P<mo>{_MONTH})(?: ?[-–,] ?(?:tháng )?{_MONTH})*"
          rf" ?(?:-|–|,|và|đến) ?(?:hết )?(?:tháng )?(?P<to>{_MONTH}){_OF_YEAR}", _month_range,
          "từ tháng 3 đến tháng 10/2025", "từ tháng|tháng|các tháng|trong tháng"),
    _form("month", rf"{_BY}tháng (?P<mo>{_MONTH}){_OF_YEAR}", _month, "tháng 10/2025", _after(_BYS, "tháng")),
    _form("until", rf"(?P<by>{_BEFORE}) (?:cuối |hết )?năm {_Y1}",
          _until, "đến năm 2030", _after((*_BEFORES, "đến", "đến hết"), "năm", "cuối năm", "hết năm")),
    _form("year", rf"(?:{_DONE} )?(?:(?:ngay )?trong |vào )?năm {_Y1}{_ON}", _year,
          "năm 2023 và các năm tiếp theo", "năm 20|trong năm 20|ngay trong năm|xong trong năm|hoàn thành trong năm|vào năm"),
    _form("ongoing", r"thường xuyên(?:, liên tục)?|liên tục", _ongoing, "thường xuyên", "thường xuyên|liên tục"),
    _form("recurring", rf"(?:định kỳ )?{_EACH} (?:quý|tháng|tuần|ngày)|định kỳ (?:6|06|sáu|3|03) tháng",
          _other, "hàng quý", "hàng quý|hằng quý|hàng tháng|hằng tháng|hàng tuần|hằng tuần|định kỳ"),
    _form("periodic", r"định kỳ", _other, "định kỳ", "định kỳ"),
)  # fmt: skip
"""What running text says, the most special form first."""

FIELD_FORMS = (
    _form("bare-day", rf"(?:(?:vào )?ngày )?{dates.PATTERN}", _by_day, "30/11/2025"),
    _form("bare-since", rf"từ {_Y1}(?P<open>(?: trở đi)?)", _from, "từ 2025"),
    _form("from-now", rf"từ nay (?P<by>đến|tới) (?:hết )?năm {_Y1}", _until, "từ nay đến năm 2030"),
    _form("with-vision", rf"(?P<by>{_BEFORE}) năm {_Y1}{_VISION}", _until, "đến năm 2030, tầm nhìn 2045"),
    _form("bare-year", rf"{_Y1}{_ON}", _year, "2026"),
    _form("bare-month", rf"(?:(?P<by>{_BEFORE}|{_DONE}) )?(?:t|tháng )?(?P<mo>{_MONTH})[/.-]{_Y1}", _month, "12/2025"),
    _form("bare-quarter", rf"q\.?(?P<q>{_QUARTER})/{_Y1}", _quarter, "q3/2025"),
)  # fmt: skip
"""What only a labelled line or a cell may say: a bare year, month or day, ``2026``."""
