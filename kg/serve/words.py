"""What our pages say, in Vietnamese and in English."""

from __future__ import annotations

from kg.messages import Pair, pairs

WORDS: dict[str, Pair] = pairs("serve")
"""Each by its key: Vietnamese, English."""
