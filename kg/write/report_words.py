"""Every word that the report says itself, in Vietnamese and in English."""

from __future__ import annotations

from typing import Final

from kg.messages import Pair, pairs

WORDS: Final[dict[str, Pair]] = pairs("report")
"""Message -> (Vietnamese, English)."""


def said(key: str, lang: str, **values: object) -> str:
    """Give a message in a language.

    >>> said("more", "en", n=3)
    '3 more rows are in the data.'
    """
    vietnamese, english = WORDS[key]
    return (vietnamese if lang == "vi" else english).format(**values)
