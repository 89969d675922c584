"""What the drawn boards say themselves, in Vietnamese and in English, beside the page's words."""

from __future__ import annotations

from typing import Final

from kg.messages import Pair, pairs
from kg.write.page_words import LANGUAGES
from kg.write.page_words import WORDS as PAGE_WORDS

WORDS: Final[dict[str, Pair]] = {**PAGE_WORDS, **pairs("board")}
"""Message -> (Vietnamese, English)."""


def table(lang: str) -> dict[str, str]:
    """Give all messages in one language.

    >>> table("en")["kind.tie"], table("vi")["kind.tie"]
    ('Work together', 'Cùng thực hiện')
    """
    if lang not in LANGUAGES:
        message = f"the page speaks {' and '.join(LANGUAGES)}, not {lang!r}"
        raise ValueError(message)
    index = LANGUAGES.index(lang)
    return {key: words[index] for key, words in WORDS.items()}
