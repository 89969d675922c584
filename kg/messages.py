"""What ``kg`` itself says, in Vietnamese and in English: ``data/words/messages.csv``, read once."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from kg.lexicon import rows

Pair = tuple[str, str]


@functools.cache
def _parts() -> Mapping[str, dict[str, Pair]]:
    found: dict[str, dict[str, Pair]] = {}
    for row in rows("words/messages"):
        found.setdefault(row["where"], {})[row["key"]] = (row["vi"], row["en"])
    return found


def pairs(where: str) -> dict[str, Pair]:
    """Give the messages of one page or room by key, (Vietnamese, English), as the table has them.

    >>> pairs("report")["words"]
    ('Xem nguyên văn', 'Show the words')
    """
    return dict(_parts()[where])
