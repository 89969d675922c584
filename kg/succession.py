"""Who holds the work of a body, period by period: values that pass from identity to the graph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Heir:
    """A body that holds the work: its full name then, its kind, the id of its seat ("" = centre)."""

    name: str
    kind: str
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """A period in which the holders of a body stay the same; "" is an open end.

    *valid_from* is the first day, *valid_until* the first day after; *outcome* is ``itself``,
    ``successor``, ``several``, ``ended`` or ``unknown``; *changes* are ids of the events until then.
    """

    body: str
    valid_from: str
    valid_until: str
    outcome: str
    holders: tuple[Heir, ...] = ()
    changes: tuple[str, ...] = ()
