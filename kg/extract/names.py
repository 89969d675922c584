"""Where the name of a body ends that no table holds: capitals, small letters up to a level."""

from __future__ import annotations

import functools
import re

from kg.extract.places import known, place_at
from kg.lexicon import rows
from kg.text import UPPER

_CAP = rf"(?:[{UPPER}](?:[\w&]|[.\-](?=\w))*)"
_TRADES = "Đầu tư|Xây dựng|Thương mại|Sản xuất|Dịch vụ|Tư vấn|Kinh doanh|Vận tải|Du lịch|Phát triển"
_PARK = re.compile(
    rf"Ban [Qq]uản lý (?:các )?[Kk]hu [^,;.()\n]*?{_CAP}(?:\s{_CAP})*"
    rf"(?:\s+và\s+(?:các\s+)?[Kk]hu \w+ \w+(?:\s{_CAP})*)?"
)
_COMPANY = re.compile(
    rf"Công ty (?:TNHH|CP|Cổ phần|cổ phần)\b[^,;.()\n]{{0,60}}?, (?:{_TRADES})\b(?:, (?:{_TRADES})\b)*"
    rf" và (?:{_TRADES})(?: dịch vụ| thương mại| đầu tư| xây dựng| tổng hợp)?(?:\s{_CAP})*"
)
_UNIVERSITY = re.compile(  # a school of a university bears the name of both
    rf"\s?[-–,]\s?Đại học(?: Quốc gia)?(?: (?:Thành phố|TP\.?))?(?: (?!Sở|Bộ|Ủy|UBND){_CAP}){{1,4}}"
)
_REGION = re.compile(  # the part of the country that a branch serves ends its name
    rf" (?:[Kk]hu vực|vùng|số)(?: (?:\d{{1,2}}|[IVX]{{1,4}})(?!\w)|(?: {_CAP}){{1,4}}(?: - {_CAP}(?: {_CAP}){{0,3}})?)"
)
_LEVELS = "tỉnh|thành phố|huyện|thị xã|quận|phường|xã|thị trấn"
_LONG_NAME = re.compile(
    r"(?:Ban Quản lý|Ban quản lý|BQL|Ban Chỉ huy|Ban Chỉ đạo|Hội đồng|Trung tâm|Quỹ|Tổ công tác|Hội|Ban)"
    rf"(?: (?!các (?:tỉnh|huyện|xã))[^\W\d_]+,?){{1,11}}?(?= (?:các )?(?:{_LEVELS})\b)"
)
_UNIONS = "Hội (?:Nông|Liên|LHPN|Cựu|Phụ)|Đoàn Thanh|Liên đoàn|Liên minh"
# Verbs that names hold, or that are told apart below.
_PLACE_WITHIN = 60  # the names of places are shorter
_OTHERS = frozenset({"xây dựng", "trình", "giao", "và", "về", "các", "tổ chức", "kiểm tra"})


@functools.cache
def _pattern() -> re.Pattern[str]:
    """Give the pattern of a proper name after its head; it stops before another head."""
    heads = "|".join(sorted((re.escape(r["head"]) for r in rows("lexicon/body_heads")), key=len))
    stop = rf"(?!(?:{heads}|UBND|HĐND|Tỉnh|Thành|Huyện|Công an|Các)\b)"
    verbs = "|".join(re.escape(row["words"]) for row in rows("lexicon/verbs"))
    more = "|".join(re.escape(row["words"]) for row in rows("lexicon/name_continuations"))
    # A compound has a capital on its first syllable: "Khoa học", then perhaps "kỹ thuật".
    compound = r"(?:(?<=Công)|(?<=Chương)|(?<=Quy)) trình"
    second = (
        rf"(?:{compound}| (?!(?:{verbs}|{_LEVELS}|khu vực|số(?= \d))\b)[^\W\d_{UPPER}][^\W\d_]*)?"
    )
    word = rf"{_CAP}{second}(?: (?:{more})\b)*"
    return re.compile(rf" +{stop}{word}(?:(?: và | ?[-–] ?| ){stop}{word})*")


@functools.cache
def _verbs() -> re.Pattern[str]:
    """Give the words that no long name holds: verbs, and the heads of other bodies."""
    words = sorted({row["words"] for row in rows("lexicon/verbs")} - _OTHERS)
    # A name may hold "đầu tư xây dựng công trình giao thông".
    works = "(?<!đầu tư )xây dựng|(?<!công )trình|giao(?! thông| dịch)"
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, words))}|{works}|Sở|UBND|Ủy ban|Công an|{_UNIONS})\b"
    )


def proper_name(text: str, lower: str, start: int, head: int) -> int:
    """Give where the name of a body ends whose head is ``text[start:head]``; *start* for none.

    >>> t = "Phòng Quản lý khoa học rà soát"
    >>> t[: proper_name(t, t.lower(), 0, 5)]
    'Phòng Quản lý khoa học'
    """
    match = _pattern().match(text, head)
    whole = _UNIVERSITY.match(text, match.end()) if match else None
    if whole and text.startswith("Trường", start):
        return whole.end()
    end = max(match.end() if match else start, long_name(text, start))
    return _before_verb(lower, head, end) if end > start else start


def long_name(text: str, start: int) -> int:
    """Give where a name in small letters ends, before its level; *start* where none begins.

    >>> t = "Ban Quản lý dự án giao thông tỉnh lập hồ sơ"
    >>> t[: long_name(t, 0)]
    'Ban Quản lý dự án giao thông'
    """
    match = _LONG_NAME.match(text, start)
    return match.end() if match and not _verbs().search(match[0]) else start


def region_end(text: str, end: int) -> int:
    """Give where the region of a branch ends that follows its name; *end* when none does.

    >>> t = "Chi cục Thuế khu vực Mèo Vạc - Yên Minh rà soát"
    >>> t[: region_end(t, 12)]
    'Chi cục Thuế khu vực Mèo Vạc - Yên Minh'
    """
    match = _REGION.match(text, end)
    return match.end() if match else end


def named_whole(text: str, lower: str, place: tuple[int, int], kind: str) -> int:
    """Give where a name ends that holds its own place; the end of the head when it holds none.

    ``Báo Đắk Nông``, ``Công ty TNHH Đầu tư, Xây dựng và Thương mại An Phát``.
    """
    start, head = place
    if kind == "press":
        return place_at(text, lower, head, only_known=True)
    match = {"enterprise": _COMPANY, "management-board": _PARK}[kind].match(text, start)
    park = kind == "management-board" and match and _verbs().search(match[0])
    return match.end() if match and not park else head


def _before_verb(lower: str, start: int, end: int) -> int:
    """Give where a name ends: a small word behind a known place is no part of it."""
    words = lower[max(start, end - _PLACE_WITHIN) : end].split()
    if len(words) > 1 and any(" ".join(words[at:-1]) in known() for at in range(len(words) - 1)):
        return end - len(words[-1]) - 1
    return end
