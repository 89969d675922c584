"""How fast plans follow: the share still to come after so many days, in all, by level, by province."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.fraction import share
from kg.analyse.lag import DATED, NOT_BEFORE, lags, told
from kg.analyse.question import Question, Wishes
from kg.analyse.survival import curve, median

if TYPE_CHECKING:
    from kg.analyse.answer import Row
    from kg.analyse.lag import Lag
    from kg.analyse.walk import Network

ALL, LEVEL, PROVINCE = "", "level", "province"
_NOTES = (
    "Kaplan-Meier: still_to_come is the share of these plans not yet issued so many days after the directive; a plan without a date counts as waiting until the earliest day it can be of, then it leaves (censored).",
    "The curve is of plans that are known here. Provinces of which no plan is known are not in it, so it says how fast plans came, not how many provinces answered.",
    "A plan under several directives counts once for each: --document asks for one. Papers older than the directive, or without any date, are left out.",
    "Below ten plans read kg ask lag row by row, not the curve.",
)


def lag_curve(
    graph: Network, group: str = ALL, *, place: str | None = None, document: str | None = None
) -> Answer:
    """Give for each value of *group* the curve of the days from directive to plan."""
    found = list(lags(graph, place=place, document=document))
    usable = [each for each in found if each.state in (DATED, NOT_BEFORE)]
    of: dict[str | None, list[Lag]] = defaultdict(list)
    for each in usable:
        of[_value(each, group)].append(each)
    rows: list[Row] = [
        (value, moment.days, moment.at_risk, moment.happened, moment.censored,
         share(moment.still.numerator, moment.still.denominator))
        for value, each in sorted(of.items(), key=lambda pair: in_order((pair[0],)))
        for moment in curve(_seen(each))
    ]  # fmt: skip
    columns = ("days", "at_risk", "issued", "censored", "still_to_come")
    half = median(curve(_seen(usable)))
    middle = f"Half had come after {half} days." if half is not None else (
        "Fewer than half of the plans are seen to come, so there is no median.")  # fmt: skip
    if group == ALL:
        return Answer("lag-curve", columns, tuple(row[1:] for row in rows), (told(found), middle))
    return Answer(f"lag-by-{group}", (group, *columns), tuple(rows), (told(found),))


def _value(each: Lag, group: str) -> str | None:
    return {ALL: None, LEVEL: each.level, PROVINCE: each.province}[group]


def _seen(of: list[Lag]) -> list[tuple[int, bool]]:
    return [(each.days, each.state == DATED) for each in of if each.days is not None]


def _asked(group: str, title: str, title_vi: str, of: str, of_vi: str) -> Question:
    def run(graph: Network, wishes: Wishes) -> Answer:
        return lag_curve(graph, group, place=wishes.place, document=wishes.document)

    return Question(
        name=f"lag-by-{group}" if group else "lag-curve",
        title=title,
        title_vi=title_vi,
        answers=f"The share of plans still to come so many days after the directive{of}.",
        answers_vi=f"Tỷ lệ kế hoạch chưa ban hành sau một số ngày kể từ chủ trương{of_vi}.",
        run=run,
        notes=_NOTES,
        takes=("place", "document"),
    )


CURVE = _asked(ALL, "How fast plans follow a directive", "Kế hoạch theo sau chủ trương nhanh đến đâu",
               "", "")  # fmt: skip
BY_LEVEL = _asked(LEVEL, "How fast plans follow, by level", "Tốc độ ban hành kế hoạch, theo cấp",
                  ", for each level of issuers", ", theo từng cấp ban hành")  # fmt: skip
BY_PROVINCE = _asked(PROVINCE, "How fast plans follow, by province",
                     "Tốc độ ban hành kế hoạch, theo tỉnh, thành phố",
                     ", for each province", ", theo từng tỉnh, thành phố")  # fmt: skip
