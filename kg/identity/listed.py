"""Which districts and communes a document itself lists: what "cấp huyện" means in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.identity.agents import Resolver
from kg.shape import AgentFound, Scope

_DISTRICT = "(?:huyện|quận|thị xã|thành phố)"
_DISTRICTS = re.compile(rf"các (?=.*huyện){_DISTRICT}(?:, {_DISTRICT})*")
_COMMUNE = "(?:xã|phường|thị trấn|đặc khu)"
_COMMUNES = re.compile(rf"các {_COMMUNE}(?:, {_COMMUNE})*")


def resolver_of(seen: Sequence[AgentFound], scope: Scope) -> Resolver:
    """Give the resolver that knows which districts and communes the document itself lists.

    >>> from kg.model import Span
    >>> many = AgentFound(Span(0, 1), "Ủy ban nhân dân các huyện, thị xã", "", "place", level="many")
    >>> resolver_of([many], Scope()).districts
    'các huyện, thị xã'
    """
    printed = Counter(
        found.name.removeprefix("Ủy ban nhân dân ")
        for found in seen
        if found.level == "many" and "cấp" not in found.name
    )
    districts = _most({name: n for name, n in printed.items() if _DISTRICTS.fullmatch(name)})
    communes = _most({name: n for name, n in printed.items() if _COMMUNES.fullmatch(name)})
    return Resolver(scope, districts, communes)


def _most(counts: Mapping[str, int]) -> str:
    """Give the name that is printed most; "" of none."""
    best = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return best[0]
