"""Views of a text that keep its offsets, and small readings of strings.

A view has exactly one character for each character of the text, so a match in the view
is a span of the text; the text itself is never repaired.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capitals of Vietnamese, for character classes of patterns."""

# Old style puts the tone on the last vowel (hoà, uỷ); new style on the first (hòa, ủy).
_OLD_TONE = {
    old: new
    for pair in (
        "oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa",
        "oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe",
        "uỳ ùy", "uý úy", "uỷ ủy", "uỹ ũy", "uỵ ụy",
    )
    for old, new in (tuple(pair.split()),)
}  # fmt: skip
_OLD_END = re.compile(rf"(?<![qQ])(?:{'|'.join(_OLD_TONE)})(?!\w)", re.IGNORECASE)
_SAME_WIDTH = tuple(zip("–—‑‐\u00a0“”", '---- ""', strict=True))
_MARKS = str.maketrans("đĐ", "dD")
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of dictionaries
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = str.maketrans({letter: chr(ord("a") + at) for at, letter in enumerate(_LETTERS)})


def view(text: str) -> str:
    """Give a lower-case view of equal length: plain dashes and spaces, new-style tone marks.

    >>> view("Uỷ ban – HOÀ Bình")
    'ủy ban - hòa bình'
    """
    lower = text.lower()
    if len(lower) != len(text):  # a few letters outside Vietnamese grow when lowered
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for old, new in _SAME_WIDTH:  # a search that fails costs less than a translation table
        lower = lower.replace(old, new)
    return "".join(_new_style(lower))


@functools.cache
def _old_tones() -> AhoCorasick:
    return AhoCorasick(tuple(_OLD_TONE))


def _new_style(lower: str) -> Iterator[str]:
    """Give a text in pieces, with the tone marks of final syllables put in new style."""
    done = 0
    for _, start, end in _old_tones().find_matches_as_indexes(lower):
        if not (lower[end : end + 1].isalpha() or lower.endswith("q", 0, start)):
            yield lower[done:start]
            yield _OLD_TONE[lower[start:end]]
            done = end
    yield lower[done:]


def modern(text: str) -> str:
    """Put the tone marks of final syllables in new style, in any letters.

    >>> modern("UBND xã Hoà Bình, Tỉnh uỷ, Quý")
    'UBND xã Hòa Bình, Tỉnh ủy, Quý'
    """
    return _OLD_END.sub(lambda match: _raised(match[0], _OLD_TONE[match[0].lower()]), text)


def _raised(old: str, new: str) -> str:
    """Give *new* with the capitals of *old*."""
    return "".join(n.upper() if o.isupper() else n for o, n in zip(old, new, strict=True))


def plain(text: str) -> str:
    """Fold to ASCII-like letters for searching and sorting without marks.

    >>> plain("Sở Nông nghiệp tỉnh Đắk Nông")
    'so nong nghiep tinh dak nong'
    """
    bare = unicodedata.normalize("NFD", text.translate(_MARKS))
    return "".join(c for c in bare if not unicodedata.combining(c)).lower()


def alphabetical(text: str) -> tuple[str, str, str]:
    """Give the key that sorts as Vietnamese dictionaries do: a ă â … d đ …, then by tones.

    This is the standard order of the Unicode CLDR for Vietnamese, without its finer steps.

    >>> sorted(["Ea", "Đà Lạt", "Dầu", "Ân", "Án", "Àn", "An"], key=alphabetical)
    ['An', 'Àn', 'Án', 'Ân', 'Dầu', 'Đà Lạt', 'Ea']
    """
    parted = [unicodedata.normalize("NFD", c) for c in unicodedata.normalize("NFC", text).lower()]
    bare = "".join(c for part in parted for c in part if c not in _TONES)
    letters = unicodedata.normalize("NFC", bare).translate(_RANKS)
    tones = "".join(str(max(_TONES.find(c) + 1 for c in part)) for part in parted)
    return letters, tones, text


def squeeze(text: str) -> str:
    r"""Put every run of white space as one space: what a reader sees on one line.

    >>> squeeze("phương tiện đại\n\nchúng")
    'phương tiện đại chúng'
    """
    return " ".join(text.split())


def capitalised(text: str) -> str:
    """Raise the first letter only: ``các sở`` becomes ``Các sở``."""
    return text[:1].upper() + text[1:]


def is_upper(text: str) -> bool:
    """Tell whether a line has letters and all of them are capitals.

    >>> is_upper("KT. CHỦ TỊCH"), is_upper("Nơi nhận:"), is_upper("2")
    (True, False, False)
    """
    return text.isupper()
