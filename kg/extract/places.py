"""Place names that complete a body: ``tỉnh Đắk Nông``, ``thành phố Tam Điệp``, ``Đắk Nông``."""

from __future__ import annotations

import functools
import re

from kg.lexicon import rows, variants
from kg.text import UPPER, view

_RUN = re.compile(rf" +[{UPPER}][\w.]*(?: - | |-(?=[{UPPER}]))?(?:[{UPPER}][\w.]* ?){{0,4}}")
_WORD = re.compile(r"\S+")
_MAX_WORDS = 6


@functools.cache
def known() -> frozenset[str]:
    """Give the names of provinces and districts, old and new, as :func:`kg.text.view` shows them."""
    names: set[str] = set()
    for table in ("gazetteer/provinces", "gazetteer/districts"):
        for row in rows(table):
            names.update(view(name) for name in (row["name"], *variants(row)))
    return frozenset(names)


def place_at(text: str, lower: str, start: int, *, only_known: bool = False) -> int:
    """Give where a place name that follows a blank at *start* ends; *start* when none does.

    >>> t = "UBND tỉnh Bến Tre ban hành"
    >>> t[9:place_at(t, t.lower(), 9)]
    ' Bến Tre'
    """
    run = _RUN.match(text, start)
    if not run:
        return start
    ends = [m.end() for m in _WORD.finditer(text, start, run.end())][:_MAX_WORDS]
    for end in reversed(ends):
        if lower[start:end].strip(" .,;:)") in known():
            return start + len(text[start:end].rstrip(" .,;:)"))
    if only_known:
        return start
    return start + len(text[start : run.end()].rstrip(" .,;:)-"))
