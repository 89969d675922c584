"""Names that say too little alone, where they are told to act: ``Văn phòng chủ trì …``, ``BCĐ``."""

from __future__ import annotations

import functools
import re

from kg.extract.places import place_at
from kg.lexicon import rows
from kg.model import Span
from kg.shape import AgentFound
from kg.text import squeeze, view

_TOLD = re.compile(r"(?:^|\W)(?:giao|đề nghị|yêu cầu|phân công)(?: cho)? $")
_ORDERS = ("giao ", "đề nghị ", "yêu cầu ", "phân công ")
_PLACE = re.compile(r"(?:(?P<level>huyện|quận|thị xã|thành phố|tp\.?|tx\.?|xã|phường|đặc khu))?")
_LEVELS = ("huyện ", "quận ", "thị xã ", "thành phố ", "xã ", "phường ", "đặc khu ")
_FULL = {"tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã"}
_LONGEST = 60  # of a label and an order before a name
_WORDS = 2  # "cơ quan có thẩm quyền" is no name and has no capital
_LABEL = re.compile(r"[\s*_|#>-]*(?:(?:[ivx]+|\d+(?:\.\d+)*|[a-zđ])[.)\-:] *|[-–+•] *)?[*_]*")
_NUMBERED = re.compile(r"[\s*_|#>-]*(?:[ivx]+|\d+(?:\.\d+)*|[a-zđ])[.)\-:] *[*_]*")
_ACTS = re.compile(
    r",?\s+(?:chủ trì|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|tham mưu|phối hợp)\b"
)
_ALONE = re.compile(r"[*_]*\s*:?[*_]*\s*(?:\n|$)")


@functools.cache
def short_names() -> dict[str, str]:
    """Give the names that need an issuer or a heading, by their lower-case views."""
    return {view(row["name"]): row["name"] for row in rows("lexicon/short_names")}


def is_bare(name: str) -> bool:
    """Tell whether a name says too little alone: ``Ban Chỉ đạo``."""
    return name in short_names().values()


def openers() -> tuple[str, ...]:
    """Give the short names that no head opens, and the words that tell a place to act."""
    heads = tuple(f"{view(row['head'])} " for row in rows("lexicon/body_heads"))
    return (*_ORDERS, *(name for name in short_names() if not name.startswith(heads)))


def bare_head(text: str, lower: str, start: int, end: int, kind: str) -> AgentFound | None:
    """Give a head without a name, or a short form, that opens a line and is told to act.

    >>> t = "1. Văn phòng chủ trì rà soát"
    >>> bare_head(t, t.lower(), 3, 12, "internal-unit").name
    'Văn phòng'
    >>> bare_head("tại Văn phòng", "tại văn phòng", 4, 13, "internal-unit") is None
    True
    """
    name = short_names().get(lower[start:end])
    if name is None or not (text[start].isupper() or name.count(" ") > _WORDS):
        return None
    headed = _NUMBERED.fullmatch(_line(lower, start)) and _ALONE.match(lower, end)
    if not (headed or is_told(lower, start, end)):
        return None
    return AgentFound(Span(start, end), name, kind, "short", listed=True)


def _line(lower: str, start: int) -> str:
    """Give what stands before a place on its line; of a long line only the end."""
    near = max(0, start - _LONGEST)
    return lower[max(lower.rfind("\n", near, start) + 1, near) : start]


def is_told(lower: str, start: int, end: int) -> bool:
    """Tell whether words open a line, or follow an order, and are told to act.

    >>> is_told("giao sở y tế chủ trì", 5, 12), is_told("nói về sở y tế", 7, 14)
    (True, False)
    """
    line = _line(lower, start)
    opens = _LABEL.fullmatch(line) or _TOLD.search(line)
    return bool(opens and _ACTS.match(lower, end))


def told_place(text: str, lower: str, start: int) -> AgentFound | None:
    """Give the People's Committee of a place that is told to act: ``Giao huyện Châu Thành chủ trì``.

    >>> t = "Giao huyện Châu Thành chủ trì rà soát"
    >>> told_place(t, t.lower(), 5).place
    'Châu Thành'
    """
    if not (text[start : start + 1].isupper() or lower.startswith(_LEVELS, start)):
        return None
    match = _PLACE.match(lower, start)
    level = match["level"] if match and match["level"] else ""
    after = start + len(level)
    end = place_at(text, lower, after if level else start - 1, only_known=True)
    if end <= after or not _ACTS.match(lower, end):
        return None
    place = squeeze(text[after:end])
    return AgentFound(Span(start, end), "Ủy ban nhân dân", "people-committee", "place",
                      level=_FULL.get(level, level), place=place)  # fmt: skip
