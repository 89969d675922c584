"""How many places and bodies the tables hold on a day, beside the number that an act says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.identity.bodies import alive, central, local
from kg.identity.communes import commune_kind_on, communes, former_communes
from kg.identity.districts import districts
from kg.identity.provinces import REFORM, naming_on, provinces_on
from kg.identity.timeline import timeline
from kg.lexicon import rows, variants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Count:
    """One number of the tables; *expected* is None where no act says one."""

    en: str
    vi: str
    day: str
    expected: int | None
    counted: int
    acts: tuple[str, ...]

    @property
    def holds(self) -> bool | None:
        """Tell whether the tables hold as many as the act says; None where none says it."""
        return None if self.expected is None else self.expected == self.counted


def counts() -> Iterator[Count]:
    """Give every number of ``counts.csv`` with what the tables hold.

    >>> [(each.counted, each.holds) for each in counts() if each.day == "2025-07-01"][0]
    (34, True)
    """
    for row in rows("gazetteer/counts"):
        acts = variants(row, "act")
        counted = _MEASURES[row["measure"]](row["of"], row["day"], acts)
        expected = int(row["expected"]) if row["expected"] else None
        yield Count(row["en"], row["vi"], row["day"], expected, counted, acts)


def _kinds(kinds: Iterable[str | None], of: str) -> int:
    return sum(bool(kind) and of in {"", kind} for kind in kinds)


def _provinces(of: str, day: str, _: tuple[str, ...]) -> int:
    namings = (naming_on(each.id, day) for each in provinces_on(day))
    return _kinds((each.kind if each else None for each in namings), of)


def _districts(of: str, day: str, _: tuple[str, ...]) -> int:
    [level] = (row for row in rows("gazetteer/place_levels") if row["id"] == "district")
    return _kinds((each.kind for each in districts()), of) if day <= level["valid_to"] else 0


def _communes(of: str, day: str, _: tuple[str, ...]) -> int:
    if day < REFORM:
        return _kinds((each.kind for each in former_communes().values()), of)
    return _kinds((commune_kind_on(code, day) for code in communes()), of)


def _central(of: str, day: str, _: tuple[str, ...]) -> int:
    ranked = [each for each in central().values() if of in {"", each.rank}]
    return sum(not day or alive(each, dt.date.fromisoformat(day)) for each in ranked)


def _departments(_: str, day: str, acts: tuple[str, ...]) -> int:
    """Count the bodies of every province that an act names; those of some provinces left out."""
    named = (each for each in local().values() if set(acts) & set(each.acts))
    everywhere = (e for e in named if e.scope == "province" and e.where == ("all",))
    return sum(alive(each, dt.date.fromisoformat(day)) for each in everywhere)


_MEASURES: Mapping[str, Callable[[str, str, tuple[str, ...]], int]] = {
    "provinces": _provinces,
    "districts": _districts,
    "communes": _communes,
    "central": _central,
    "departments": _departments,
    "local": lambda *_: len(local()),
    "changes": lambda of, *_: sum(each.type == of for each in timeline()),
    "communes-changed": lambda *_: len(rows("gazetteer/commune_changes")),
    "functions": lambda *_: len(rows("gazetteer/functions")),
}
