"""When: years, quarters, months, ongoing, recurring, deadlines; value and literal words."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from kg import dates
from kg.model import Span, TimeKind
from kg.shape import TimeFound

_Y = r"(?P<y{}>(?:19|20)\d\d)(?!\d)"
_Y1, _Y2 = _Y.format(1), _Y.format(2)
_ON = r"(?P<open>\s*(?:,\s*)?(?:và (?:các|những) năm (?:tiếp theo|sau|kế tiếp)|trở đi))?"
_EACH = r"(?:hàng|hằng)"
_BEFORE = r"(?:trước|chậm nhất(?: là)?|xong trước|hoàn thành trước|không quá|đến hết|đến)"
_BY = rf"(?:(?P<by>{_BEFORE}) |(?:xong |hoàn thành )?(?:trong |vào )?)"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
Reading = tuple[TimeKind, str | None, str | None]
Reader = Callable[[re.Match[str]], Reading]


def _years(m: re.Match[str]) -> Reading:
    return ("interval", m["y1"], m["y2"]) if m["y1"] <= m["y2"] else ("other", None, None)


def _from(m: re.Match[str]) -> Reading:
    return "interval", m["y1"], None


def _year(m: re.Match[str]) -> Reading:
    return ("interval", m["y1"], None) if m["open"] else ("year", m["y1"], m["y1"])


def _until(m: re.Match[str]) -> Reading:
    """Read "đến năm 2030" as 2030, "trước năm 2030" as the year before."""
    year = int(m["y1"]) - m[0].startswith(("trước", "xong trước", "hoàn thành trước"))
    return "deadline", None, str(year)


def _by_day(m: re.Match[str]) -> Reading:
    return "deadline", None, dates.find(m[0])


def _quarter(m: re.Match[str]) -> Reading:
    first = 3 * _QUARTERS[m["q"]] - 2
    return _months(m, first, first + 2)


def _month(m: re.Match[str]) -> Reading:
    month = int(m["mo"])
    return _months(m, month, month) if month in range(1, 13) else ("other", None, None)


def _months(m: re.Match[str], first: int, last: int) -> Reading:
    """Read months of a year: a stretch, or with "trước", "đến" a last day."""
    year = int(m["y1"])
    start = dt.date(year, first, 1)
    end = dt.date(year, last, calendar.monthrange(year, last)[1])
    if not m["by"]:
        return "interval", start.isoformat(), end.isoformat()
    before = m["by"].endswith("trước")
    return "deadline", None, (start - dt.timedelta(days=1) if before else end).isoformat()


def _ongoing(_: re.Match[str]) -> Reading:
    return "ongoing", None, None


def _annual(_: re.Match[str]) -> Reading:
    return "annual", None, None


def _other(_: re.Match[str]) -> Reading:
    return "other", None, None


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say when, with what it means and a text that proves it."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    example: str


def _form(name: str, pattern: str, read: Reader, example: str) -> Form:
    return Form(name, re.compile(pattern), read, example)


_SINCE = r"(?:bắt đầu )?(?:kể )?từ năm"
FORMS = (
    _form("annual-day", rf"(?:định kỳ )?(?:{_BEFORE} )?(?:ngày )?\d{{1,2}}(?:/\d{{1,2}}| tháng \d{{1,2}})"
          rf"(?: {_EACH} năm)", _annual, "định kỳ trước 30 tháng 11 hàng năm"),
    _form("annual", rf"(?:định kỳ )?{_EACH} năm(?: \({_BEFORE} ngày \d{{1,2}}/\d{{1,2}}\))?", _annual,
          "hàng năm"),
    _form("since", rf"{_SINCE} {_Y1}(?! đến)(?P<open>(?: trở đi)?)", _from, "bắt đầu từ năm 2025"),
    _form("from-to", rf"(?:giai đoạn )?từ (?:năm )?{_Y1} đến (?:hết )?(?:năm )?{_Y2}{_ON}", _years,
          "từ năm 2023 đến năm 2025"),
    _form("years", rf"(?:(?:trong )?giai đoạn |(?:các )?năm |thời kỳ )?{_Y1} ?(?:-|đến) ?{_Y2}{_ON}", _years,
          "giai đoạn 2023-2025 và các năm tiếp theo"),
    _form("by-day", rf"{_BEFORE} (?:ngày )?{dates.PATTERN}", _by_day, "trước ngày 30/6/2025"),
    _form("quarter", rf"{_BY}quý (?P<q>iv|i{{1,3}}|[1-4])(?:/| năm |, ?(?:năm )?){_Y1}",
          _quarter, "quý iv năm 2026"),
    _form("month", rf"{_BY}tháng (?P<mo>\d{{1,2}})(?:/| năm |, ?(?:năm )?){_Y1}", _month,
          "tháng 10/2025"),
    _form("until", rf"{_BEFORE} (?:cuối |hết )?năm {_Y1}", _until, "đến năm 2030"),
    _form("year", rf"(?:xong |hoàn thành )?(?:trong |vào )?năm {_Y1}{_ON}", _year, "năm 2023 và các năm tiếp theo"),
    _form("ongoing", r"thường xuyên(?:, liên tục)?|liên tục", _ongoing, "thường xuyên"),
    _form("recurring", rf"(?:định kỳ )?{_EACH} (?:quý|tháng|tuần|ngày)|định kỳ (?:6|06|sáu|3|03) tháng",
          _other, "hàng quý"),
    _form("periodic", r"định kỳ", _other, "định kỳ"),
)  # fmt: skip
_STARTS = (
    "thường xuyên", "liên tục", "hàng năm", "hằng năm", "hàng quý", "hằng quý", "hàng tháng",
    "hằng tháng", "hàng tuần", "hằng tuần", "định kỳ", "trước ", "chậm nhất", "giai đoạn", "thời kỳ",
    "từ năm", "từ 20", "kể từ năm", "bắt đầu từ", "đến năm", "đến hết", "đến cuối", "năm 20",
    "các năm 20", "quý ", "tháng ", "trong quý", "trong tháng", "trong năm 20", "trong giai đoạn",
    "xong trước", "hoàn thành trước",
)  # fmt: skip
_DIGITS = "0123456789"
_BEFORE_LETTERS = "tcxhkđ"  # of _BEFORE
_FIRST_LETTERS = {
    "annual-day": _BEFORE_LETTERS + "n" + _DIGITS, "annual": "đh", "since": "bkt", "from-to": "gt",
    "years": "tgcn" + _DIGITS, "by-day": _BEFORE_LETTERS, "quarter": _BEFORE_LETTERS + "qv",
    "month": _BEFORE_LETTERS + "v", "until": _BEFORE_LETTERS, "year": "tnvxh", "ongoing": "tl",
    "recurring": "đh", "periodic": "đ",
}  # fmt: skip
_BY_FIRST = {
    first: tuple(form for form in FORMS if first in _FIRST_LETTERS[form.name])
    for first in sorted(set("".join(_FIRST_LETTERS.values())))
}
# What only a labelled line may say: a bare year or day, "2026".
FIELD_FORMS = (
    _form("bare-day", dates.PATTERN, _by_day, "30/11/2025"),
    _form("bare-since", rf"từ {_Y1}(?P<open>(?: trở đi)?)", _from, "từ 2025"),
    _form("from-now", rf"từ nay (?:đến|tới) (?:hết )?năm {_Y1}", _until, "từ nay đến năm 2030"),
    _form("bare-year", rf"{_Y1}{_ON}", _year, "2026"),
)  # fmt: skip
_TENTATIVE = "dự kiến"
_OPENING = (_TENTATIVE, "thực hiện")  # what a time line may say before the time


@functools.cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(sorted(_STARTS), matchkind=MatchKind.LeftmostLongest)


def times(lower: str) -> tuple[TimeFound, ...]:
    """Give the time expressions of a text in order; *lower* is its view of equal length.

    >>> [(t.kind, t.start, t.end) for t in times("giai đoạn 2023-2025; hàng năm")]
    [('interval', '2023', '2025'), ('annual', None, None)]
    """
    return tuple(_scan(lower))


def _scan(lower: str) -> Iterator[TimeFound]:
    edge = 0
    for _, start, _end in _automaton().find_matches_as_indexes(lower):
        if start < edge or (start and lower[start - 1].isalnum()):
            continue
        found = time_at(lower, start)
        if found:
            yield found
            edge = found.span.end


def time_at(lower: str, start: int, end: int | None = None) -> TimeFound | None:
    """Give the time expression that begins at *start*; the first form of the table that fits."""
    stop = len(lower) if end is None else end
    for form in _BY_FIRST.get(lower[start : start + 1], ()):
        match = form.pattern.match(lower, start, stop)
        if match:
            return _found(lower, form, match)
    return None


def _found(lower: str, form: Form, match: re.Match[str]) -> TimeFound:
    kind, first, last = form.read(match)
    is_open = form.name in {"since", "bare-since"} or (
        "open" in form.pattern.groupindex and bool(match["open"])
    )
    before = lower[max(0, match.start() - len(_TENTATIVE) - 1) : match.start()].strip()
    day = dates.month_day(match[0]) if form.name.startswith("annual") else None
    return TimeFound(Span(match.start(), match.end()), kind, first, last, is_open,
                     before == _TENTATIVE, day)  # fmt: skip


def field_time(lower: str, span: Span) -> TimeFound:
    """Read the whole value of a time line; words that no form knows are ``other``.

    >>> v = "dự kiến 2024-2026"
    >>> field_time(v, Span(0, len(v))).tentative
    True
    """
    words = span.of(lower)
    start = span.start + next((len(w) + 1 for w in _OPENING if words.startswith(f"{w} ")), 0)
    found = time_at(lower, start, span.end) or _field_form(lower, start, span.end)
    if found is None:
        inside = [t for t in _scan_within(lower, span) if t.kind != "other"]
        if len(inside) == 1 and inside[0].span.end >= span.end - 1:
            found = inside[0]
    if found is None or not _rules(lower, span, found):
        return TimeFound(span, "other")
    return TimeFound(span, found.kind, found.start, found.end, found.open_ended,
                     found.tentative, found.month_day)  # fmt: skip


def _rules(lower: str, span: Span, found: TimeFound) -> bool:
    """Tell whether a time rules its line: little else follows, or only a remark behind a comma."""
    rest = span.end - found.span.end
    remark = found.kind == "ongoing" and lower[found.span.end : found.span.end + 1] in (",", ";")
    return remark or rest <= found.span.end - found.span.start


def _field_form(lower: str, start: int, end: int) -> TimeFound | None:
    """Give a bare year or day that fills the rest of a time line."""
    for form in FIELD_FORMS:
        match = form.pattern.fullmatch(lower, start, end)
        if match:
            return _found(lower, form, match)
    return None


def _scan_within(lower: str, span: Span) -> Iterator[TimeFound]:
    """Give the time expressions inside one span, at their places in the whole text."""
    for match in re.finditer(r"\w+", span.of(lower)):
        found = time_at(lower, span.start + match.start(), span.end)
        if found:
            yield found
