"""Every word that the site says itself, in Vietnamese and in English."""

from __future__ import annotations

from typing import Final

from kg.messages import Pair, pairs
from kg.write.page_words import WORDS as PAGE_WORDS

_SHARED: Final = ("kind.", "fact.", "relation.", "inverse.", "level.")

WORDS: Final[dict[str, Pair]] = {
    **{key: said for key, said in PAGE_WORDS.items() if key.startswith(_SHARED)},
    **pairs("site"),
}
"""Key to what is said in Vietnamese and in English."""
