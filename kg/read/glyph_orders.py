"""Fonts that name no letter, but keep the places of the glyphs of Times New Roman.

Printing to PDF often cuts a font down to the outlines alone. Where the cut font keeps the place of
every glyph, the place tells the letter: ``data/encodings/glyph_orders.csv``. It is believed when
the outlines agree: a glyph made of ``e``, a circumflex and a dot below must stand where ệ stands.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from kg.lexicon import rows
from kg.read.truetype import Program

_CIRCLE = "\u25cc"  # carries a mark in the table; such a row is a part of letters, no letter
_KNOWN = re.compile(r"TimesNewRoman", re.IGNORECASE)
_SLANTED = re.compile(r"Italic|Oblique", re.IGNORECASE)
_PROOFS = 3  # letters whose outlines agree; a font of another name needs so many


@dataclass(frozen=True, slots=True)
class Order:
    """Letters and parts of letters by the place of their glyph."""

    letters: Mapping[int, str]
    parts: Mapping[int, str]


@functools.cache
def order(column: str) -> Order:
    """Give one order of glyphs, ``upright`` or ``slanted``.

    >>> order("upright").letters[1227], order("slanted").letters[847]
    ('ệ', 'ệ')
    """
    letters, parts = {}, {}
    for row in rows("encodings/glyph_orders"):
        if not row[column]:
            continue
        glyph, letter = int(row[column]), row["letter"]
        if not letter.startswith(_CIRCLE):
            letters[glyph] = letter
        parts[glyph] = _atoms(letter)
    return Order(letters, parts)


def ordered(font: Program, name: str) -> Mapping[int, str]:
    """Give the letters of a font by their places; none when its outlines speak against it.

    >>> from kg.read.truetype import program
    >>> ordered(program(b""), "TimesNewRomanPSMT")
    {}
    """
    column = "slanted" if _SLANTED.search(name) else "upright"
    found = order(column)
    if font.glyphs <= max(found.letters):
        return {}
    verdicts = [_agrees(found, glyph, font.parts(glyph)) for glyph in found.letters]
    proofs = verdicts.count(True)
    known = _KNOWN.search(name.replace(" ", "")) is not None
    if False in verdicts or not (known or proofs >= _PROOFS):
        return {}
    return found.letters


def _agrees(found: Order, glyph: int, parts: tuple[int, ...]) -> bool | None:
    """Tell whether the parts of a glyph make its letter; None where they do not tell."""
    if len(parts) < 2 or any(part not in found.parts for part in parts):  # noqa: PLR2004  (a copy of one glyph is no proof)
        return None
    made = "".join(found.parts[part] for part in parts)
    return sorted(made) == sorted(_atoms(found.letters[glyph]))


def _atoms(letter: str) -> str:
    """Take a letter to pieces: ``ệ`` is e, a circumflex and a dot; an i under a mark has lost its own."""
    return unicodedata.normalize("NFD", letter).strip(_CIRCLE).replace("ı", "i")
