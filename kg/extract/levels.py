"""The place behind the name of a body: its level, its name, the province that is printed with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.places import place_at
from kg.text import squeeze

_WORDS = (
    r"tỉnh|tình(?!\s+(?:hình|trạng|báo|nguyện|cảm|huống|tiết|thế))|thành phố|tp\.?|huyện|thị xã|tx\.?"
    r"|quận|phường|xã|thị trấn|đặc khu|trung ương|các cấp"
)
_LEVEL = re.compile(rf" +(?:của +)?(?P<level>{_WORDS})(?!\w)(?!\s*,\s*(?:thành phố|huyện))")
_TIGHT = re.compile(r" +(?P<name>tp\.? ?hcm|tp\.(?=hồ chí minh)hồ chí minh)\b")
_FIRSTS = frozenset(" tThHqQpPxXđĐcCkK123456789")  # of the words for levels, and of numbers
_ABOVE = re.compile(r"\s*,?\s+(?P<kind>tỉnh|thành phố|huyện|thị xã|quận)(?= )")
_BELOW = frozenset({"xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố"})
_OTHER = " bạn"
_FULL = {
    "tp": "thành phố",
    "tp.": "thành phố",
    "tx": "thị xã",
    "tx.": "thị xã",
    "tình": "tỉnh",
}


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """What stands behind a name: ``huyện``, ``Châu Thành``, ``Long An``; *slip*: one wrong mark."""

    end: int
    level: str = ""
    name: str = ""
    within: str = ""
    slip: bool = False


def may_follow(text: str, start: int) -> bool:
    """Tell whether a place may stand at *start*: a blank, then a capital or a letter of a level.

    >>> may_follow("Sở Y tế rà soát", 7), may_follow("Sở Y tế tỉnh", 7)
    (False, True)
    """
    first = text[start + 1 : start + 2]
    return text[start : start + 1] == " " and (first in _FIRSTS or first.isupper())


def place_behind(text: str, lower: str, start: int) -> PlaceFound:
    """Read the place behind a name that ends at *start*; its end is *start* when there is none.

    >>> t = "UBND huyện Châu Thành, tỉnh Long An rà soát"
    >>> place_behind(t, t.lower(), 4)
    PlaceFound(end=35, level='huyện', name='Châu Thành', within='Long An', slip=False)
    """
    tight = _TIGHT.match(lower, start) if lower.startswith(" tp", start) else None
    if tight:
        return PlaceFound(tight.end(), "thành phố", "Hồ Chí Minh")
    match = _LEVEL.match(lower, start)
    after = match.end() if match else start
    end = place_at(text, lower, after, only_known=match is None)
    level = squeeze(match["level"]) if match else ""
    full = _FULL.get(level, level)
    if match and end == after and lower.startswith(_OTHER, after):
        return PlaceFound(after + len(_OTHER), full, "bạn")
    name = squeeze(text[after:end])
    found = PlaceFound(end, full, name, slip=level == "tình")
    return _whole(text, lower, found) if name and full in _BELOW else found


def _whole(text: str, lower: str, found: PlaceFound) -> PlaceFound:
    """Take in the places above that are printed behind: ``, huyện Cư Jút, tỉnh Đắk Nông``."""
    end, within = found.end, ""
    while (above := _ABOVE.match(lower, end)) is not None:
        stop = place_at(text, lower, above.end(), only_known=True)
        name = squeeze(text[above.end() : stop])
        if stop == above.end() or not _holds(found, above["kind"], name):
            break
        end, within = stop, name
    return PlaceFound(end, found.level, found.name, within, slip=found.slip)


def _holds(found: PlaceFound, kind: str, name: str) -> bool:
    """Tell whether a place may stand above: "huyện A, thành phố B" is a list unless B holds A."""
    if kind == "tỉnh":
        return True
    commune = found.level in {"xã", "phường", "thị trấn", "đặc khu"}
    return commune or (kind == "thành phố" and name.lower() in _CITIES)


_CITIES = frozenset({"hà nội", "hải phòng", "đà nẵng", "cần thơ", "hồ chí minh", "huế"})
"""Centrally run cities that hold districts; later ones came when there were no districts."""
