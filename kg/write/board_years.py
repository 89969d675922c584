"""A strip of years: how many tasks end in each, and how many name no year."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from markupsafe import Markup

from kg.write.board import Bundle
from kg.write.board_boxes import svg, target
from kg.write.board_words import WORDS
from kg.write.svg_parts import said, tag

if TYPE_CHECKING:
    import networkx as nx

    from kg.write.board import Ranks

_HEIGHT, _FOOT, _TOP, _WIDEST = 84.0, 24.0, 44.0, 46.0
_FIRST, _LAST = 1900, 2200


def year_of(told: object) -> int | None:
    """Give the year of a day, a month or a year; None for anything else.

    >>> year_of("2025-06-30"), year_of("2030"), year_of(None)
    (2025, 2030, None)
    """
    head = str(told or "")[:4]
    year = int(head) if head.isascii() and head.isdigit() else 0
    return year if _FIRST < year < _LAST else None


def years(
    graph: nx.MultiDiGraph[str], ranks: Ranks, tasks: list[str], bundles: list[Bundle], *, width: float
) -> Markup:  # fmt: skip
    """Draw a bar for each year in which tasks end; the bundles are added once, then found again."""
    heaps: dict[str, list[str]] = defaultdict(list)
    for task in tasks:
        facts = graph.nodes[task]
        found = year_of(facts.get("time_end") or facts.get("time_start"))
        heaps[str(found) if found else ""].append(task)
    if not heaps:
        return Markup()
    shown = sorted(heaps, key=lambda year: (year == "", year))
    step = min(110.0, (width - 8) / len(shown))
    most = max(map(len, heaps.values()))
    parts = [_heading()]
    for nth, year in enumerate(shown):
        items = tuple(ranks.task(task) for task in heaps[year])
        bundle = Bundle(f"year {year or 'none'}", "kind.year", year, (), () if year else ("board.notime.why",),
                        (("kinds.task", items),))  # fmt: skip
        place = next((at for at, each in enumerate(bundles) if each.id == bundle.id), len(bundles))
        if place == len(bundles):
            bundles.append(bundle)
        inside = _bar(nth, step, year, len(items), max(3.0, _HEIGHT * len(items) / most))
        parts.append(tag("g", inside, class_="mark", **target(f"bundle:{place}")))
    return svg("years", parts, width, _TOP + _HEIGHT + _FOOT)


def _heading() -> Markup:
    words = said("board.years", WORDS["board.years"][0])
    return tag("g", tag("text", words, x=1, y=18), class_="head")


def _bar(nth: int, step: float, year: str, number: int, tall: float) -> Markup:
    wide = min(_WIDEST, step * 0.72)
    middle, foot = 4 + step * (nth + 0.5), _TOP + _HEIGHT
    bar = tag("rect", x=middle - wide / 2, y=foot - tall, width=wide, height=tall, rx=2,
              class_="bar" if year else "bar pale")  # fmt: skip
    hit = tag(
        "rect", x=middle - step / 2, y=_TOP - 14, width=step, height=_HEIGHT + 38, class_="hit"
    )
    above = tag("text", str(number), x=middle, y=foot - tall - 5, class_="count")
    name = year or said("board.noyear", WORDS["board.noyear"][0])
    below = tag("text", name, x=middle, y=foot + 17, class_="tick")
    return hit + bar + above + below
