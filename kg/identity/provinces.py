"""Provinces by id, code and day: what there was, what it was called, what it became.

The table knows the 63 units that stood from 1 August 2008 (Hà Tây had gone into Hà Nội) to
30 June 2025, and the 34 since. For earlier days the 63 are given as well, for want of others.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from kg.dates import checked
from kg.lexicon import rows, variants

_LAST_OF_63 = "2025-06-30"
REFORM = "2025-07-01"
"""The first day of the 34 provinces and their codes, and of two levels in the stead of three."""


@dataclass(frozen=True, slots=True)
class Province:
    """A unit under the centre; *kind*, *label* and *en* are those of 30 June 2025."""

    id: str
    name: str
    kind: str
    label: str
    en: str
    code_before: str
    code_after: str
    iso: str
    valid_from: str
    valid_to: str
    successor: str
    acts: tuple[str, ...]
    communes_act: str

    def stands_on(self, day: str) -> bool:
        """Tell whether the unit exists on an ISO day.

        >>> province("dak-nong").stands_on("2025-06-30"), province("dak-nong").stands_on(REFORM)
        (True, False)
        """
        return self.valid_from <= checked(day) <= (self.valid_to or "9999-12-31")

    def code_on(self, day: str) -> str:
        """Give the official code on an ISO day; "" when the unit has ended.

        >>> province("lao-cai").code_on("2025-06-30"), province("lao-cai").code_on(REFORM)
        ('10', '15')
        """
        if not self.stands_on(day):
            return ""
        return self.code_before if checked(day) < REFORM else self.code_after


@dataclass(frozen=True, slots=True)
class Naming:
    """How a province was called from one day to another; an empty day is an open end."""

    kind: str
    label: str
    en: str
    valid_from: str = ""
    valid_to: str = ""
    act: str = ""


@functools.cache
def _provinces() -> dict[str, Province]:
    return {
        row["id"]: Province(
            **{name: cell for name, cell in row.items() if name not in {"act", "spellings"}},
            acts=variants(row, "act"),
        )
        for row in rows("gazetteer/provinces")
    }


def province(key: str) -> Province:
    """Give the province of an id, ended or not; KeyError for no such id.

    >>> province("dak-nong").label, province("dak-nong").en
    ('Tỉnh Đắk Nông', 'Dak Nong Province')
    """
    return _provinces()[key]


def provinces_on(day: str) -> tuple[Province, ...]:
    """Give the provinces of an ISO day by their codes of that day.

    >>> len(provinces_on("2025-06-30")), len(provinces_on("2025-07-01"))
    (63, 34)
    """
    standing = (each for each in _provinces().values() if each.stands_on(day))
    return tuple(sorted(standing, key=lambda each: each.code_on(day)))


def by_code(code: str, day: str) -> Province | None:
    """Give the province that bore a code on an ISO day: seven codes changed hands in 2025.

    >>> by_code("15", "2025-06-30").name, by_code("15", "2025-07-01").name
    ('Yên Bái', 'Lào Cai')
    """
    return next((each for each in provinces_on(day) if each.code_on(day) == code), None)


def label_of_code(code: str, day: str) -> str:
    """Give the label of the province that a code means in a document of an ISO day.

    "" where nothing decides: no day and two provinces that bore the code, or no such code then.

    >>> label_of_code("15", "2024-07-02"), label_of_code("15", ""), label_of_code("37", "")
    ('Tỉnh Yên Bái', '', 'Tỉnh Ninh Bình')
    """
    days = (day,) if day else (_LAST_OF_63, REFORM)
    found = [by_code(code, each) for each in days]
    if len({each.id if each else "" for each in found}) != 1 or found[0] is None:
        return ""
    return label_on(found[0].id, days[0]) or ""


def holder_of(key: str, day: str) -> Province:
    """Give the province that covers the area of a province on an ISO day.

    >>> holder_of("dak-nong", "2025-06-30").id, holder_of("dak-nong", "2025-07-01").id
    ('dak-nong', 'lam-dong')
    """
    known = province(key)
    return known if known.stands_on(day) else province(known.successor)


def origin_of(key: str) -> tuple[Province, ...]:
    """Give the provinces of June 2025 that make up a province of today; () for one that ended.

    >>> [each.name for each in origin_of("lam-dong")]
    ['Bình Thuận', 'Đắk Nông', 'Lâm Đồng']
    """
    return tuple(each for each in _provinces().values() if each.successor == province(key).id)


@functools.cache
def namings(key: str) -> tuple[Naming, ...]:
    """Give the names that a province bore one after the other, as far as the tables know.

    >>> [each.label for each in namings("hue")]
    ['Tỉnh Thừa Thiên Huế', 'Thành phố Huế']
    """
    known = province(key)
    told = [row for row in rows("gazetteer/renamings") if row["province"] == key]
    return tuple(
        Naming(**{name: cell for name, cell in row.items() if name != "province"}) for row in told
    ) or (Naming(known.kind, known.label, known.en, known.valid_from, known.valid_to),)


def naming_on(key: str, day: str) -> Naming | None:
    """Give kind, label and English label of a province on an ISO day; None when it has ended.

    >>> naming_on("dong-nai", "2026-04-30").en
    'Dong Nai City'
    """
    when = checked(day)
    within = (each for each in namings(key) if each.valid_from <= when)
    return next((each for each in within if when <= (each.valid_to or "9999-12-31")), None)


def label_on(key: str, day: str) -> str | None:
    """Give the label of a province on an ISO day; None when it has ended.

    >>> label_on("hue", "2024-12-31"), label_on("hue", "2025-01-01")
    ('Tỉnh Thừa Thiên Huế', 'Thành phố Huế')
    """
    naming = naming_on(key, day)
    return naming.label if naming else None
