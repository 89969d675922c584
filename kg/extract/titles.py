"""Headings that are the name of one body: ``a) Tổ đảng ở Ủy ban Tài chính, Ngân sách``."""

from __future__ import annotations

import functools
import re

from kg.lexicon import rows
from kg.text import squeeze, view

_TOLD = "Trách nhiệm của|Đề nghị|Giao|Đối với"
_JOIN = re.compile(r",\s+|\s+và\s+")
_ACTS = re.compile(
    r" các (?:huyện|xã|quận|tỉnh|thành)|chủ trì|phối hợp|trách nhiệm|triển khai|tham mưu|rà soát|tăng cường|đẩy mạnh|thực hiện|liên quan|[;:.]"
)
_LONGEST = 80


@functools.cache
def _officer() -> re.Pattern[str]:
    """Give the pattern of what stands before a name: a person's title, or an order."""
    titles = "|".join(re.escape(row["title"]) for row in rows("lexicon/person_titles"))
    return re.compile(rf"(?:{titles}|{_TOLD})\s+(?=[^\W\d_])")


@functools.cache
def _firsts() -> tuple[str, ...]:
    """Give the words that the name of a body begins with."""
    heads = [row["head"] for row in rows("lexicon/body_heads")]
    names = [" ".join(row["name"].split()[:2]) for row in rows("lexicon/bodies")]
    return tuple(sorted({f"{name} " for name in (*heads, *names, "UBND", "HĐND", "Các", "các")}))


def begins_body(words: str) -> bool:
    """Tell whether words begin with the name or the head of a body, in any letters.

    >>> begins_body("SỞ Y TẾ"), begins_body("TỈNH NGHỆ AN")
    (True, False)
    """
    return f"{view(words)} ".startswith(_small())


@functools.cache
def _small() -> tuple[str, ...]:
    return tuple(view(first) for first in _firsts())


def body_title(heading: str) -> str | None:
    """Give the name of the one body that a heading names; None where it says anything else.

    >>> body_title("Lãnh đạo Ban Công tác đại biểu")
    'Ban Công tác đại biểu'
    >>> body_title("Sở Y tế, Sở Nội vụ") is None
    True
    """
    if len(heading) > _LONGEST:
        return None
    words = _officer().sub("", squeeze(heading).strip(" *_:"), count=1)
    first, *others = _JOIN.split(words)
    if not words[:1].isupper() or not first.startswith(_firsts()) or _ACTS.search(words):
        return None
    return None if any(f"{other} ".startswith(_firsts()) for other in others) else words
