"""Names that are no spelling of a table: one wrong letter or mark, or initials: ``Sở KH và CN``.

A name is taken where just one name of the tables is that near; a name of a table is never read
as another one: "Sở Ngoại vụ" is no "Sở Nội vụ".
"""

from __future__ import annotations

import functools
import re

from kg.lexicon import Row, rows, variants
from kg.text import plain, view

_WORD = re.compile(r"\S+")
_FEWEST = 2  # words of a name: a head and one more
_MOST = 14
_LETTERS = 12  # in shorter names one wrong letter may make another word
_JOINS = frozenset({"và", "&", "-", ","})
_INITIALS = re.compile(r"[A-ZĐ]{2,6}")


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


def near_at(text: str, start: int, head: int) -> tuple[Row, int, str] | None:
    """Give the row that the words at *start* nearly spell, where they end, and how near.

    *head* is where the head ends, which is spelled right.

    >>> row, end, how = near_at("Sở Nông nghiêp và Môi trường rà soát", 0, 2)
    >>> row["name"], end, how
    ('Sở Nông nghiệp và Môi trường', 28, 'near')
    """
    if not text[head : head + 2].strip()[:1].isupper():
        return None
    ends = [m.end() for m in _WORD.finditer(text, start, min(len(text), start + 110))][:_MOST]
    words = [plain(text[start:end].rstrip(".,;:)")) for end in ends]
    for at in range(len(ends) - 1, _FEWEST - 2, -1):
        found = _unmarked().get(words[at])
        if found:
            return found, start + len(text[start : ends[at]].rstrip(".,;:)")), "near"
    return _short(text, start, ends) or _one_letter(text, start, ends)


def _short(text: str, start: int, ends: list[int]) -> tuple[Row, int, str] | None:
    """Read a name of which a part stands in initials: ``Sở Nông nghiệp và MT``."""
    for end in reversed(ends[1:6]):
        words = text[start:end].rstrip(".,;:)").split()
        if words[0] not in {"Sở", "Bộ"} or not any(_INITIALS.fullmatch(w) for w in words[1:]):
            continue
        first = plain(words[0])
        fits = [row for (head, _), group in _by_head().items() if head == first
                for _, row in group if _spells(words[1:], row["name"].split()[1:])]  # fmt: skip
        if len(fits) == 1:
            return fits[0], start + len(text[start:end].rstrip(".,;:)")), "initials"
    return None


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


def _one_letter(text: str, start: int, ends: list[int]) -> tuple[Row, int, str] | None:
    """Read a long name with one wrong, lost or added letter inside one of its words."""
    first = plain(text[start : ends[0]]) if ends else ""
    for at in range(len(ends) - 1, _FEWEST - 1, -1):
        words = tuple(plain(text[start : ends[at]]).rstrip(".,;:)").split())
        if sum(map(len, words)) < _LETTERS:
            return None
        fits = [row for name, row in _by_head().get((first, at + 1), ()) if _nearly(words, name)]
        if len(fits) == 1:
            return fits[0], start + len(text[start : ends[at]].rstrip(".,;:)")), "near"
    return None


def _nearly(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Tell whether just one word differs, by one letter that is not its first."""
    if len(words) != len(name):
        return False
    other = [(a, b) for a, b in zip(words, name, strict=True) if a != b]
    return len(other) == 1 and other[0][0][:1] == other[0][1][:1] and _one_edit(*other[0])


def _one_edit(one: str, two: str) -> bool:
    """Tell whether two words are one edit apart.

    >>> _one_edit("nghiep", "nghip"), _one_edit("ngoai", "noi")
    (True, False)
    """
    short, long = sorted((one, two), key=len)
    if len(long) - len(short) > 1 or len(short) < _FEWEST:
        return False
    same = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    skip = 1 if len(short) == len(long) else 0
    return short[same + skip :] == long[same + 1 :]
