"""How well a published folder keeps the rules of open data: the LOD cloud's and the European Union's.

Only the folder is looked at: what needs the network is told as unknown, and gives no points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from kg.lexicon import rows
from kg.write.catalogue.checks import CHECKS
from kg.write.catalogue.published import Published

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.lexicon import Row

State: TypeAlias = Literal["held", "missing", "unknown"]
_STATES: dict[bool | None, State] = {True: "held", False: "missing", None: "unknown"}
# The ranges of https://data.europa.eu/mqa/methodology
_RATINGS = ((351, "excellent"), (221, "good"), (121, "sufficient"), (0, "bad"))


@dataclass(frozen=True, slots=True)
class Result:
    """One rule: whether it is held, what was measured, and what to do where it is not.

    *what* and *mend* are in Vietnamese and in English; *points* are those that the European
    method gives for it, 0 where it gives none.
    """

    id: str
    dimension: str
    state: State
    points: int
    measured: str
    source: str
    what: tuple[str, str]
    mend: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Points:
    """The points that are held, those that cannot be known here, and all there are."""

    held: int
    unknown: int
    all: int

    @property
    def rating(self) -> str:
        """The rating for what is held.

        >>> Points(351, 0, 405).rating, Points(120, 80, 405).rating
        ('excellent', 'bad')
        """
        return next(name for least, name in _RATINGS if self.held >= least)


def score(folder: Path) -> tuple[Result, ...]:
    """Check a published folder; a rule a row, in the order of ``data/publishing/checks.csv``."""
    site = Published(folder)
    return tuple(_result(row, site) for row in rows("publishing/checks"))


def _result(row: Row, site: Published) -> Result:
    is_held, measured = CHECKS[row["id"]](site)
    state = _STATES[is_held]
    mend = ("", "") if state == "held" else (row["mend_vi"], row["mend_en"])
    points, what = int(row["points"] or 0), (row["vi"], row["en"])
    return Result(row["id"], row["dimension"], state, points, measured, row["source"], what, mend)


def points(results: Iterable[Result]) -> Points:
    """Add up the points of the European method."""
    sums = {"held": 0, "unknown": 0, "missing": 0}
    for each in results:
        sums[each.state] += each.points
    return Points(sums["held"], sums["unknown"], sum(sums.values()))
