"""Names that are no spelling of a table: one wrong letter or mark, or initials: ``Sở KH và CN``.

A name is taken where just one name of the tables is that near; a name of a table is never read
as another one: "Sở Ngoại vụ" is no "Sở Nội vụ".
"""

from __future__ import annotations

import functools
import re

from kg.lexicon import Row, rows, variants
from kg.text import plain, view

_LETTERS = 12  # in shorter names one wrong letter may make another word
_SHORTEST = 2  # letters of a word that may have a wrong one
_JOINS = frozenset({"và", "&", "-", ","})
_INITIALS = re.compile(r"[A-ZĐ]{2,6}")
_PARTLY = frozenset({"Sở", "Bộ"})  # heads whose names are printed in initials


@functools.cache
def _unmarked() -> dict[str, Row | None]:
    """Give the rows by their names without marks; None where two names differ in marks alone."""
    found: dict[str, Row | None] = {}
    for row in rows("lexicon/bodies"):
        for name in {plain(name) for name in (row["name"], *variants(row))}:
            known = found.get(name, row)
            found[name] = row if known is not None and known["name"] == row["name"] else None
    return found


@functools.cache
def _by_head() -> dict[tuple[str, int], tuple[tuple[tuple[str, ...], Row], ...]]:
    """Give the names by their first word and their number of words, without marks."""
    found: dict[tuple[str, int], list[tuple[tuple[str, ...], Row]]] = {}
    for row in rows("lexicon/bodies"):
        words = tuple(plain(row["name"]).split())
        found.setdefault((words[0], len(words)), []).append((words, row))
    return {key: tuple(each) for key, each in found.items()}


@functools.lru_cache(maxsize=4096)  # the same names come back in every document
def near_name(name: str) -> tuple[Row, str] | None:
    """Give the row that a name nearly spells, and how near; None for none or for several.

    >>> row, how = near_name("Sở Nông nghiêp và Môi trường")
    >>> row["name"], how
    ('Sở Nông nghiệp và Môi trường', 'near')
    >>> near_name("Sở Nông nghiệp") is None  # not "Sở Công nghiệp"
    True
    """
    unmarked = plain(name)
    row = _unmarked().get(unmarked)
    if row:
        return row, "near"
    words = name.split()
    if words[0] in _PARTLY and any(map(_INITIALS.fullmatch, words[1:])):
        row = _short(words)
        return (row, "initials") if row else None
    row = _one_letter(tuple(unmarked.split()))
    return (row, "near") if row else None


def _short(words: list[str]) -> Row | None:
    """Read a name of which a part stands in initials: ``Sở Nông nghiệp và MT``."""
    first = plain(words[0])
    groups = (group for (head, _), group in _by_head().items() if head == first)
    fits = [
        row for group in groups for _, row in group if _spells(words[1:], row["name"].split()[1:])
    ]
    return fits[0] if len(fits) == 1 else None


def _spells(words: list[str], name: list[str]) -> bool:
    """Tell whether words and initials spell a name out, one after the other."""
    letters = [word.strip(",") for word in name if word.strip(",") not in _JOINS]
    at = 0
    for word in (word.strip(",") for word in words):
        if word in _JOINS:
            continue
        size = len(word) if _INITIALS.fullmatch(word) else 1
        part = letters[at : at + size]
        if len(part) < size or not _same(word, part):
            return False
        at += size
    return at == len(letters)


def _same(word: str, part: list[str]) -> bool:
    if _INITIALS.fullmatch(word):
        return all(letter == each[0].upper() for letter, each in zip(word, part, strict=True))
    return view(word) == view(part[0])


def _one_letter(words: tuple[str, ...]) -> Row | None:
    """Read a long name with one wrong, lost or added letter inside one of its words."""
    if sum(map(len, words)) < _LETTERS:
        return None
    group = _by_head().get((words[0], len(words)), ())
    fits = [row for name, row in group if _nearly(words, name)]
    return fits[0] if len(fits) == 1 else None


def _nearly(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Tell whether just one word differs, by one letter that is not its first."""
    other = [(a, b) for a, b in zip(words, name, strict=True) if a != b]
    return len(other) == 1 and other[0][0][:1] == other[0][1][:1] and one_edit(*other[0])


def one_edit(one: str, two: str) -> bool:
    """Tell whether two words are one edit apart.

    >>> one_edit("nghiep", "nghip"), one_edit("ngoai", "noi")
    (True, False)
    """
    short, long = sorted((one, two), key=len)
    if len(long) - len(short) > 1 or len(short) < _SHORTEST:
        return False
    same = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    skip = 1 if len(short) == len(long) else 0
    return short[same + skip :] == long[same + 1 :]
