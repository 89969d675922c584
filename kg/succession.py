"""Who holds the work of a body, period by period: values that pass from identity to the graph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Heir:
    """What holds the work in a period: its full name then, the label of its place ("" = centre).

    The label of a district goes on with its province: ``Thành phố Tam Điệp, tỉnh Ninh Bình``.
    *generic* is the name without its place: ``Sở Y tế``.
    """

    name: str
    place: str = ""
    generic: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """A period in which the holders of a body, or of a place, stay the same.

    *valid_from* is its first day, *valid_through* its last; "" is an open end. *outcome* is
    ``itself``, ``successor``, ``several``, ``ended``, ``not-yet`` or ``unknown``; *changes* are
    the ids of the events that led there.
    """

    valid_from: str
    valid_through: str
    outcome: str
    holders: tuple[Heir, ...] = ()
    changes: tuple[str, ...] = ()
