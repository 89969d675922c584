"""Single functions that went elsewhere than the body that had them: one body, many heirs.

A function of a department is said of the provinces in which a source says so; of the others the
table says where it was seen, and nothing more.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.identity.holders import Holder, heirs, spot_of
from kg.lexicon import rows, variants

if TYPE_CHECKING:
    from kg.identity.known import Known

ALL = "all"


@dataclass(frozen=True, slots=True)
class Function:
    """A row of the table: what went from one body to others, on a day, by which acts."""

    vi: str
    en: str
    source: str
    to: tuple[str, ...]
    date: str
    acts: tuple[str, ...]
    seen_in: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A function that a body had, and who has it on the day asked; *sure* where a source says so."""

    function: Function
    holders: tuple[Holder, ...]
    sure: bool


@functools.cache
def functions() -> tuple[Function, ...]:
    """Give the rows of the table in their order."""
    return tuple(
        Function(row["function"], row["en"], row["from"], variants(row, "to"), row["date"],
                 variants(row, "act"), variants(row, "seen_in"), row["note"])
        for row in rows("gazetteer/functions")
    )  # fmt: skip


def moved(body: Known, day: str) -> tuple[Moved, ...]:
    """Give the functions of a body that others have on an ISO day.

    >>> from kg.identity.known import known
    >>> told = moved(known("Bộ Giao thông vận tải"), "2025-03-01")[0]
    >>> told.function.en, [each.name for each in told.holders], told.sure
    ('driving tests and licences', ['Bộ Công an'], True)
    """
    spot = spot_of(body)
    told = (each for each in functions() if each.source == spot.body and day >= each.date)
    return tuple(
        Moved(each, tuple(sorted({h for to in each.to for h in heirs(to, spot, day)})),
              sure=ALL in each.seen_in or spot.province in each.seen_in)
        for each in told
    )  # fmt: skip
