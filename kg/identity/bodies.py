"""Which bodies there are, and on which days: the tables of central and of local bodies.

A central body stands once. A local body is generic: ``Sở Y tế`` stands in every province, and a
place makes it one body, as the names of the places and their days are in the tables of places.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import Row, rows, variants

if TYPE_CHECKING:
    from datetime import date

CENTRAL = "central"
_KINDS = frozenset({"tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "đặc khu"})


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its days; ``valid_from`` and ``valid_to`` are a day, a year, or "" for open.

    *kind* is a concept of the kinds of agency; *scope* is ``central`` or the level at which a
    local body stands; *rank* says what a central body is, *where* at which places a local one is.
    """

    id: str
    name: str
    en: str
    kind: str
    scope: str
    codes: tuple[str, ...]
    valid_from: str
    valid_to: str
    acts: tuple[str, ...]
    parent: str
    rank: str = ""
    where: tuple[str, ...] = ()
    pattern: str = ""

    @property
    def head(self) -> str:
        """Give the words before the place: ``Tỉnh ủy``, ``Ngân hàng Chính sách xã hội chi nhánh``."""
        return self.pattern.partition("{")[0].strip() if self.pattern else self.name

    def stands_in(self, kind: str, level: str) -> bool:
        """Tell whether a local body stands in a kind of place (``tỉnh``) of a level (``province``).

        >>> local()["tinh-uy"].stands_in("thành phố", "province")
        False
        """
        kinds = _KINDS & set(self.where)
        return level == self.scope and (not kinds or kind in kinds)

    def at(self, place: str, label: str) -> str:
        """Give the full name at a place with its name and its label; a central body has none.

        >>> local()["so-y-te"].at("Bến Tre", "tỉnh Bến Tre")
        'Sở Y tế tỉnh Bến Tre'
        >>> local()["tinh-uy"].at("Bến Tre", "tỉnh Bến Tre")
        'Tỉnh ủy Bến Tre'
        """
        if self.scope == CENTRAL:
            return self.name
        shape = self.pattern or f"{self.name} {{label}}"
        return shape.replace("{place}", place).replace("{label}", label)


def alive(body: Body, day: date) -> bool:
    """Tell whether a body is there on a day; a year alone counts from its first to its last day.

    >>> from datetime import date
    >>> alive(central()["bo-giao-thong-van-tai"], date(2025, 2, 28))
    True
    >>> alive(central()["bo-giao-thong-van-tai"], date(2025, 3, 1))
    False
    >>> alive(local()["so-cong-nghiep"], date(2008, 6, 1))
    True
    """
    iso = day.isoformat()
    ended = bool(body.valid_to) and iso[: len(body.valid_to)] > body.valid_to
    return body.valid_from <= iso and not ended


@functools.cache
def central() -> dict[str, Body]:
    """Give the central bodies by id, in the order of the table.

    >>> body = central()["bo-noi-vu"]
    >>> body.name, body.codes, body.rank
    ('Bộ Nội vụ', ('BNV',), 'ministry')
    """
    return {row["id"]: _body(row, CENTRAL) for row in rows("gazetteer/central_bodies")}


@functools.cache
def local() -> dict[str, Body]:
    """Give the local bodies by id, in the order of the table.

    >>> body = local()["so-nong-nghiep-va-moi-truong"]
    >>> body.scope, body.where, body.valid_from
    ('province', ('all',), '2025-03-01')
    """
    return {row["id"]: _body(row, row["level"]) for row in rows("gazetteer/local_bodies")}


def body_of(key: str) -> Body:
    """Give the body of an id of either table; KeyError for no such id."""
    return local().get(key) or central()[key]


def counterpart(body: Body, kind: str) -> Body:
    """Give the body that does the same in another kind of place: Tỉnh ủy, in a city Thành ủy.

    >>> counterpart(local()["ban-to-chuc-tinh-uy"], "thành phố").name
    'Ban Tổ chức Thành ủy'
    """
    if not body.where or kind in body.where or "all" in body.where:
        return body
    swaps = (("Tỉnh ủy", "Thành ủy"), ("Tỉnh đoàn", "Thành đoàn"))
    names = {body.name.replace(old, new) for pair in swaps for old, new in (pair, pair[::-1])}
    others = (each for each in local().values() if each.name in names and kind in each.where)
    return next((each for each in others if each.scope == body.scope), body)


def _body(row: Row, scope: str) -> Body:
    """Read a row of either table; what the other table alone has stays empty."""
    return Body(
        id=row["id"], name=row["name"], en=row["en"], kind=row["kind"], scope=scope,
        codes=variants(row, "codes"), valid_from=row["valid_from"], valid_to=row["valid_to"],
        acts=variants(row, "act"), parent=row["parent"], rank=row.get("rank", ""),
        where=tuple(filter(None, row.get("in", "").split("|"))), pattern=row.get("pattern", ""),
    )  # fmt: skip
