"""Who holds a body from which day to which: the whole life of its work as a list of periods."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from kg.identity.holders import Holder, holders
from kg.identity.known import known
from kg.succession import Heir, Succession

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.identity.known import Known

_LAST = "9998-12-31"
_EARLY = "2008-08-01"  # since then the 63 provinces stood
_DAY = len("2025-07-01")


def successions(name: str, day: str = "") -> tuple[Succession, ...]:
    """Give the periods of a body by its full name; () for one that the tables do not hold.

    *day*, an ISO day, is that of a document that names it: it tells apart two bodies that bore
    one name on different days.

    >>> for each in successions("Sở Thông tin và Truyền thông tỉnh Đắk Nông"):
    ...     print(each.valid_from, each.valid_until, [heir.name for heir in each.holders])
     2025-03-01 ['Sở Thông tin và Truyền thông tỉnh Đắk Nông']
    2025-03-01 2025-07-01 ['Sở Khoa học và Công nghệ tỉnh Đắk Nông']
    2025-07-01  ['Sở Khoa học và Công nghệ tỉnh Lâm Đồng']
    """
    body = known(name) or (known(name, day) if day else None)
    return _periods(body) if body else ()


@functools.lru_cache(maxsize=65536)
def _periods(body: Known) -> tuple[Succession, ...]:
    found: list[Succession] = []
    for start, until in _spans(body):
        held = holders(body, start or _day_inside(body.first_day))
        changes = tuple(step.id for step in held.steps)
        now = Succession(
            body.id, start, until, held.outcome, tuple(map(_heir, held.holders)), changes
        )
        if found and (found[-1].outcome, found[-1].holders) == (now.outcome, now.holders):
            found[-1] = Succession(
                body.id, found[-1].valid_from, until, now.outcome, now.holders, changes
            )
        else:
            found.append(now)
    return tuple(found)


def _spans(body: Known) -> Iterator[tuple[str, str]]:
    """Give the stretches between the days on which something may change; "" is open."""
    province = body.seat.province if body.seat else ""
    days: set[str] = set()
    for step in holders(body, _LAST).steps:
        date = step.date_at(province)
        days |= {date} if len(date) == _DAY else {f"{date}-01-01", f"{int(date) + 1}-01-01"}
    first = body.first_day
    starts = [first if len(first) == _DAY else "", *sorted(day for day in days if day > first)]
    yield from zip(starts, [*starts[1:], ""], strict=True)


def _day_inside(first: str) -> str:
    """Give a day of the first period: of a year alone its last day."""
    return f"{first}-12-31" if first else _EARLY


def _heir(holder: Holder) -> Heir:
    spot = holder.spot
    return Heir(holder.name, spot.row.kind, spot.seat)


def every_succession(bodies: Iterable[tuple[str, str]]) -> dict[str, tuple[Succession, ...]]:
    """Give the periods of many bodies, each with the day of a document; those not held are left out."""
    found = {name: successions(name, day) for name, day in sorted(bodies)}
    return {name: periods for name, periods in found.items() if periods}
