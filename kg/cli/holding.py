"""``kg holder``: who holds the work of a body on another day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.days import Day
from kg.cli.output import format_option, show_rows
from kg.cli.speech import reworded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.cli.output import Cell
    from kg.identity.functions import Moved
    from kg.identity.holders import Held
    from kg.identity.known import Known
    from kg.identity.timeline import Event

    Row = tuple[Cell, ...]

COLUMNS = ("what", "who", "since", "act", "how it is known")
_OUTCOMES = {
    "itself": "is there, under this name or a new name of its place",
    "successor": "went into another body",
    "several": "was divided among several bodies",
    "ended": "ended, and no body took the whole over",
    "not-yet": "was not there yet under this name",
    "unknown": "something changed, and the tables do not hold what",
}
_NAMES = 3
_NOTES = (
    "Who holds the organisation is followed through mergers and renamings; single functions may have gone elsewhere.",
    "A day that each province chose for itself is given as the day of the decree behind it, or as its year.",
)


@click.command()
@click.argument("name")
@click.option("--as-of", "day", type=Day(), default="today", show_default=True, metavar="DAY",
              help="The day asked for: 2025-07-02, or today.")  # fmt: skip
@format_option
def holder(name: str, day: str, kind: str, output: Path | None) -> None:
    """Say who holds the work of a body on a day, through mergers, renamings and the 2025 reform.

    NAME is a full name; abbreviations, missing marks and a missing "tỉnh" are understood.

    \b
    Example:
      kg holder "Sở Thông tin và Truyền thông tỉnh Đắk Nông" --as-of 2025-07-02
      kg holder "so ke hoach va dau tu ben tre" --as-of 2025-04-01
      kg holder "UBND xã Đắk D'rông, huyện Cư Jút" --as-of today
    """
    from kg.identity.functions import moved
    from kg.identity.holders import holders
    from kg.identity.lookup import find_body

    body = find_body(name, day)
    held = holders(body, day)
    rows = [*_rows(held), *_area_rows(body, held, day), *map(_function_row, moved(body, day))]
    if kind == "table":  # programs get the English of the tables
        rows = [(what, reworded(str(who)), *rest) for what, who, *rest in rows]
    title = f"{body.name} on {day}: {_OUTCOMES[held.outcome]}"
    show_rows(title, COLUMNS, rows, _NOTES, kind, output)


def _rows(held: Held) -> Iterator[Row]:
    for each in held.holders:
        yield ("holder", each.name, each.since or None, None, held.outcome)
    for name in held.before:
        yield ("before it", name, None, None, held.outcome)
    for step in held.steps:
        yield ("change", _words(step), step.date, ", ".join(step.acts) or None, _basis(step))


def _area_rows(body: Known, held: Held, day: str) -> Iterator[Row]:
    """Say which communes hold the area of a district that ended: none of them is its heir."""
    if held.outcome != "ended" or body.seat is None or body.seat.level != "district":
        return
    from kg.identity.commune_seats import communes_over
    from kg.identity.provinces import REFORM, holder_of, province
    from kg.identity.seats import called_on

    if day < REFORM:  # the police of districts ended before them
        return
    called = filter(None, (called_on(seat, day) for seat in communes_over(body.seat.id)))
    names = [f"{each.kind} {each.bare}" for each in called]
    act = province(holder_of(body.seat.province, day).id).communes_act
    known = f"communes that hold its area or a part of it: {len(names)}; none is its heir"
    yield ("area", _few(names), REFORM, act, known)


def _words(step: Event) -> str:
    """Give a change in words: what became what."""
    if not step.bodies:
        return f"{step.type}: {step.note}"
    from kg.identity.bodies import body_of

    before, after = ([body_of(key).name for key in ids] for ids in (step.before, step.after))
    return f"{step.type}: {_few(before)} → {_few(after) or 'no successor'}"


def _few(names: list[str]) -> str:
    """Join names; of a whole level that ended the first few stand for all."""
    left = len(names) - _NAMES
    return " + ".join(names[:_NAMES]) + (f" + {left} more" if left > 0 else "")


def _basis(step: Event) -> str | None:
    return "; ".join(filter(None, (step.basis, step.note if step.bodies else ""))) or None


def _function_row(told: Moved) -> Row:
    function = told.function
    names = ", ".join(each.name for each in told.holders)
    return (f"function: {function.vi} ({function.en})", names, function.date,
            ", ".join(function.acts) or None, _seen(told))  # fmt: skip


def _seen(told: Moved) -> str:
    """Say where the transfer was seen, so that nobody takes it for a rule of all provinces."""
    from kg.identity.provinces import province

    if told.sure:
        return told.function.note or "so told of this body"
    seen = ", ".join(province(key).name for key in told.function.seen_in)
    return f"seen in {seen}; of this province nothing is held"
