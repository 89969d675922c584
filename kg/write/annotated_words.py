"""Every word that the annotated text says itself, in Vietnamese and in English."""

from __future__ import annotations

from typing import Final

from kg.messages import Pair, pairs
from kg.write.page_words import LANGUAGES
from kg.write.page_words import WORDS as PAGE_WORDS

_SHARED: Final = ("level.", "value.", "fact.")
"""What the page of the graph calls the same thing is said with the same words here."""

WORDS: Final[dict[str, Pair]] = {
    **{key: said for key, said in PAGE_WORDS.items() if key.startswith(_SHARED)},
    **{
        key.replace("relation.", "value."): said
        for key, said in PAGE_WORDS.items()
        if key.startswith("relation.")
    },
    **pairs("annotated"),
}
"""Message -> (Vietnamese, English)."""


def table(lang: str) -> dict[str, str]:
    """Give all messages in one language.

    >>> table("en")["tag.lead"], table("vi")["value.based_on"]
    ('lead', 'Căn cứ')
    """
    if lang not in LANGUAGES:
        message = f"the page speaks {' and '.join(LANGUAGES)}, not {lang!r}"
        raise ValueError(message)
    index = LANGUAGES.index(lang)
    return {key: said[index] for key, said in WORDS.items()}
