"""Bodies that share one head: ``các Sở: Y tế, Nội vụ và Tài chính`` are three departments."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from kg.extract.titles import begins_body
from kg.lexicon import rows, variants
from kg.model import Span
from kg.shape import AgentFound
from kg.text import UPPER, squeeze, view

_HEADS = {"sở": "Sở ", "bộ": "Bộ ", "ngành": "Sở "}
_BRANCHES = frozenset({"Công an", "Thuế", "Thanh tra", "Thống kê", "Kho bạc Nhà nước"})
_OPEN = re.compile(
    r"(?:các )?(?P<head>sở|bộ|(?<=các )ngành)(?:,? (?:ban,? )?(?:ngành|cơ quan))?(?P<colon>\s*:)?\s+(?=\S)"
)
_LEVEL = r"tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn"
_PLACES = re.compile(
    rf"\s+các\s+(?P<level>{_LEVEL})(?:,\s*(?:{_LEVEL}))*(?:\s+và\s+(?:{_LEVEL}))?\s*:?\s+(?=\w)"
)
_PLACE = re.compile(
    rf"(?:(?P<level>{_LEVEL})\s+)?(?P<name>[{UPPER}][\w.]*(?:(?: - | )[{UPPER}][\w.]*){{0,3}})"
)
_PROVINCES = re.compile(
    r"\s+(?:các\s+)?tỉnh,\s+thành phố(?:\s+trực thuộc trung ương)?(?!\s+[^\W\d_]+\s+trực)"
)
_NEXT = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")


@functools.cache
def _names(head: str) -> tuple[re.Pattern[str], dict[str, tuple[str, str, str]]]:
    """Give the names that may follow a head, with the whole name, the kind and the scope."""
    known: dict[str, tuple[str, str, str]] = {}
    for row in rows("lexicon/bodies"):
        for spelling in (row["name"], *variants(row)):
            if spelling.startswith(_HEADS[head]):
                short = view(spelling.removeprefix(_HEADS[head]))
                known[short] = (row["name"], row["kind"], row["scope"])
            elif head == "ngành" and spelling in _BRANCHES:  # branches that no department heads
                known[view(spelling)] = (row["name"], row["kind"], row["scope"])
    longest = sorted(known, key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest))})(?!\w)"), known


def enumerated_at(text: str, lower: str, start: int) -> tuple[AgentFound, ...]:
    """Give the bodies of a list under one head that begins at *start*; () for none.

    The span of the first one holds the head as well, so that the list begins where it is printed.

    >>> t = "các Sở: Y tế, Nội vụ và UBND tỉnh"
    >>> [(a.name, a.span.of(t)) for a in enumerated_at(t, t.lower(), 0)]
    [('Sở Y tế', 'các Sở: Y tế'), ('Sở Nội vụ', 'Nội vụ')]
    """
    opening = _OPEN.match(lower, start)
    if opening is None:
        return ()
    found = tuple(_items(text, lower, start, opening))
    return found if len(found) > 1 or (found and opening["colon"]) else ()


def departments_of(text: str, lower: str, start: int) -> AgentFound | None:
    """Give the departments of one branch in all provinces: ``các Sở Y tế tỉnh, thành phố``.

    >>> t = "Các Sở Y tế tỉnh, thành phố rà soát"
    >>> departments_of(t, t.lower(), 0).name
    'Sở Y tế các tỉnh, thành phố trực thuộc Trung ương'
    """
    opening = _OPEN.match(lower, start)
    if opening is None or opening["head"] != "sở" or not lower.startswith("các ", start):
        return None
    pattern, known = _names("sở")
    branch = pattern.match(lower, opening.end())
    places = _PROVINCES.match(lower, branch.end()) if branch else None
    if branch is None or places is None or not text[opening.end()].isupper():
        return None
    name = f"{known[branch[0]][0]} các tỉnh, thành phố trực thuộc Trung ương"
    return AgentFound(Span(start, places.end()), name, "department", "central", collective=True)


def committees_of(
    text: str, lower: str, place: tuple[int, int], name: str, kind: str
) -> tuple[AgentFound, ...]:
    """Give the committees of places that a list names one by one; () for none.

    >>> t = "UBND các tỉnh: Ninh Thuận, Bình Thuận chủ động"
    >>> [(a.level, a.place) for a in committees_of(t, t.lower(), (0, 4), "Ủy ban nhân dân", "")]
    [('tỉnh', 'Ninh Thuận'), ('tỉnh', 'Bình Thuận')]
    """
    opening = _PLACES.match(lower, place[1])
    if opening is None:
        return ()
    found: list[AgentFound] = []
    begin, at = place[0], opening.end()
    while (item := _PLACE.match(text, at)) is not None and not begins_body(item["name"]):
        level = squeeze(item["level"] or opening["level"])
        found.append(
            AgentFound(
                Span(begin, item.end()),
                name,
                kind,
                "place",
                level=level,
                place=squeeze(item["name"]),
            )
        )
        gap = _NEXT.match(lower, item.end())
        if gap is None:
            break
        begin = at = gap.end()
    return tuple(found) if len(found) > 1 else ()


def _items(text: str, lower: str, start: int, opening: re.Match[str]) -> Iterator[AgentFound]:
    pattern, known = _names(opening["head"])
    begin, at = start, opening.end()
    while (item := pattern.match(lower, at)) is not None and text[at].isupper():
        name, kind, scope = known[item[0]]
        yield AgentFound(Span(begin, item.end()), name, kind, scope)
        gap = _NEXT.match(lower, item.end())
        if gap is None:
            return
        begin = at = gap.end()
