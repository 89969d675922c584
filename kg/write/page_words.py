"""Every word the page itself says, in Vietnamese and in English; the documents say the rest."""

from __future__ import annotations

from typing import Final

from kg.messages import Pair, pairs

WORDS: Final[dict[str, Pair]] = pairs("page")
"""Message -> (Vietnamese, English)."""

LANGUAGES: Final = ("vi", "en")


def table(lang: str) -> dict[str, str]:
    """Give all messages in one language.

    >>> table("en")["relation.lead"], table("vi")["relation.lead"]
    ('Lead agency', 'Chủ trì')
    """
    if lang not in LANGUAGES:
        message = f"the page speaks {' and '.join(LANGUAGES)}, not {lang!r}"
        raise ValueError(message)
    index = LANGUAGES.index(lang)
    return {key: words[index] for key, words in WORDS.items()}
