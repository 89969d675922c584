"""Every word that the page of two sides says itself, in Vietnamese and in English."""

from __future__ import annotations

from typing import Final

from kg.messages import Pair, pairs
from kg.write.page_words import WORDS as PAGE_WORDS

WORDS: Final[dict[str, Pair]] = {
    **{key: said for key, said in PAGE_WORDS.items() if key.startswith("value.")},
    **pairs("compared"),
}
"""Message -> (Vietnamese, English)."""
