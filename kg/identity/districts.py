"""Districts by id, code and name: the 696 of 30 June 2025, the last day of their level."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from kg.lexicon import rows, variants
from kg.text import view


@dataclass(frozen=True, slots=True)
class District:
    """A district-level unit; *province* is an id, *since* the unit that followed where it had no communes."""

    id: str
    code: str
    name: str
    kind: str
    province: str
    since: str

    @property
    def label(self) -> str:
        """Give ``thành phố Tam Điệp``."""
        return f"{self.kind} {self.name}"


@functools.cache
def districts() -> tuple[District, ...]:
    """Give all districts by their codes.

    >>> len(districts()), districts()[0].label
    (696, 'quận Ba Đình')
    """
    return tuple(
        District(**{name: cell for name, cell in row.items() if name != "spellings"})
        for row in rows("gazetteer/districts")
    )


@functools.cache
def _by_id() -> dict[str, District]:
    return {each.id: each for each in districts()}


@functools.cache
def _by_code() -> dict[str, District]:
    return {each.code: each for each in districts()}


@functools.cache
def _by_name() -> dict[str, tuple[District, ...]]:
    found: dict[str, tuple[District, ...]] = {}
    for row in rows("gazetteer/districts"):
        for name in {view(name) for name in (row["name"], *variants(row))}:
            found[name] = (*found.get(name, ()), _by_id()[row["id"]])
    return found


def district(key: str) -> District:
    """Give the district of an id; KeyError for no such id.

    >>> district("ninh-binh/tam-diep").label
    'thành phố Tam Điệp'
    """
    return _by_id()[key]


def district_by_code(code: str) -> District | None:
    """Give the district of an official three-digit code.

    >>> district_by_code("370").id
    'ninh-binh/tam-diep'
    """
    return _by_code().get(code)


def districts_named(name: str, province: str = "") -> tuple[District, ...]:
    """Give the districts of a name or spelling in any letters, of one province if its id is given.

    >>> [each.id for each in districts_named("CAO LÃNH")]
    ['dong-thap/thanh-pho-cao-lanh', 'dong-thap/huyen-cao-lanh']
    """
    found = _by_name().get(view(name), ())
    return tuple(each for each in found if province in {"", each.province})
