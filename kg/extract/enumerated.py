"""Bodies that share one head: ``các Sở: Y tế, Nội vụ và Tài chính`` are three departments."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from kg.lexicon import rows, variants
from kg.model import Span
from kg.shape import AgentFound
from kg.text import view

_HEADS = {"sở": "Sở ", "bộ": "Bộ "}
_OPEN = re.compile(
    r"(?:các )?(?P<head>sở|bộ)(?:,? (?:ban,? )?(?:ngành|cơ quan))?(?P<colon>\s*:)?\s+(?=\S)"
)
_NEXT = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")


@functools.cache
def _names(head: str) -> tuple[re.Pattern[str], dict[str, tuple[str, str, str]]]:
    """Give the names that may follow a head, with the whole name, the kind and the scope."""
    known: dict[str, tuple[str, str, str]] = {}
    for row in rows("lexicon/bodies"):
        for spelling in (row["name"], *variants(row)):
            if spelling.startswith(_HEADS[head]):
                short = view(spelling.removeprefix(_HEADS[head]))
                known[short] = (row["name"], row["kind"], row["scope"])
    longest = sorted(known, key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest))})(?!\w)"), known


def enumerated_at(text: str, lower: str, start: int) -> tuple[AgentFound, ...]:
    """Give the bodies of a list under one head that begins at *start*; () for none.

    The span of the first one holds the head as well, so that the list begins where it is printed.

    >>> t = "các Sở: Y tế, Nội vụ và UBND tỉnh"
    >>> [(a.name, a.span.of(t)) for a in enumerated_at(t, t.lower(), 0)]
    [('Sở Y tế', 'các Sở: Y tế'), ('Sở Nội vụ', 'Nội vụ')]
    """
    opening = _OPEN.match(lower, start)
    if opening is None:
        return ()
    found = tuple(_items(text, lower, start, opening))
    return found if len(found) > 1 or (found and opening["colon"]) else ()


def _items(text: str, lower: str, start: int, opening: re.Match[str]) -> Iterator[AgentFound]:
    pattern, known = _names(opening["head"])
    begin, at = start, opening.end()
    while (item := pattern.match(lower, at)) is not None and text[at].isupper():
        name, kind, scope = known[item[0]]
        yield AgentFound(Span(begin, item.end()), name, kind, scope)
        gap = _NEXT.match(lower, item.end())
        if gap is None:
            return
        begin = at = gap.end()
