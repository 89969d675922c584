"""Names that differ by the level of the paper, and names that hold their own province."""

from __future__ import annotations

from kg.identity.located import province_label
from kg.identity.places import province_named
from kg.shape import Scope

_BELOW = {
    "Văn phòng": "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    "Bộ Chỉ huy Quân sự": "Ban Chỉ huy Quân sự",
}


def own_name(name: str, scope: Scope) -> str:
    """Give the name that a body of short name bears on the level of this paper.

    A district or commune has one office, of its council and committee, and a Ban Chỉ huy where
    the province has a Bộ Chỉ huy (decrees 37/2014/NĐ-CP and 150/2025/NĐ-CP, law on the militia
    of 2019).

    >>> own_name("Bộ Chỉ huy Quân sự", Scope(level="commune-government"))
    'Ban Chỉ huy Quân sự'
    """
    below = scope.level in {"district-government", "commune-government"}
    return _BELOW.get(name, name) if below else name


def held_place(name: str, scope: Scope, *, listed: bool) -> str:
    """Give the label of the province that a name already holds; "" where it holds none.

    >>> held_place("Đại học Bến Tre", Scope(), listed=False)
    'tỉnh Bến Tre'
    """
    if scope.province and scope.province in name:
        return scope.province_label
    words = name.split()
    ends = (" ".join(words[-size:]) for size in (2, 3, 4) if size < len(words))
    place = None if listed else next(filter(None, map(province_named, ends)), None)
    return province_label(place.id, scope.day) if place else ""
