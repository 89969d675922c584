"""Two numbers of one document: the year left out, a code too many, a code that belies its type."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon import rows
from kg.number import DocNumber
from kg.shape import CitationFound

_MOST = 50
"""Of so many numbers that are alike none is taken for another."""
# A decree and a circular are always normative, so that their numbers always hold a year; a decision
# may be either, and 12/QĐ-UBND and 12/2025/QĐ-UBND are two (Law 80/2015/QH13, article 4).
_YEARLY = frozenset({"NĐ", "TT", "TTLT"})


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as it is printed, with the type and the year of the date beside it."""

    printed: str
    type: str
    year: str
    parts: DocNumber


def same_papers(found: Sequence[CitationFound]) -> Mapping[str, str]:
    """Give for each number that is printed with a slip the number of the same document without.

    >>> from kg.model import Span
    >>> def cited(number, date=None):
    ...     return CitationFound(Span(0, 1), "Nghị định", number, date=date)
    >>> dict(same_papers([cited("7/2025/NĐ-CP"), cited("7/NĐ-CP", "2025-04-13"), cited("8/NĐ-CP")]))
    {'7/NĐ-CP': '7/2025/NĐ-CP'}
    """
    known: dict[str, _Number] = {}
    for each in found:
        parts = DocNumber.parse(each.number) if each.number else None
        held = known.get(each.number)
        if parts and not (held and held.year):
            year = (each.date or "")[:4]
            known[each.number] = _Number(each.number, each.type, year, parts)
    alike: dict[tuple[str, str, str], list[_Number]] = {}
    for number in known.values():
        alike.setdefault(_key(number), []).append(number)
    groups = (group for group in alike.values() if 1 < len(group) <= _MOST)
    pairs = ((one, _sound(one, group)) for group in groups for one in group)
    return {one.printed: sound for one, sound in pairs if sound}


def _key(number: _Number) -> tuple[str, str, str]:
    """Give what a slip leaves as it is: serial, type in words, issuer."""
    parts = number.parts
    issuer = parts.type_code if parts.type_code.startswith("QH") else parts.issuer_code
    return parts.serial.lstrip("0"), number.type, issuer


def _sound(slip: _Number, others: Sequence[_Number]) -> str:
    """Give the one number of *others* that *slip* means; "" where it stands for itself."""
    sound = [each.printed for each in others if each is not slip and _means(slip, each)]
    return sound[0] if len(sound) == 1 else ""


def _means(slip: _Number, sound: _Number) -> bool:
    one, other = slip.parts, sound.parts
    if one.party != other.party or one.type_code.startswith("QH"):
        return False
    if other.type_code.startswith("QH"):  # 193/2025/NQ-QH15: the Assembly's numbers name no type
        return (one.year, one.issuer_code) == (other.year, other.type_code)
    if one.type_code == other.type_code:
        lacks_year = one.year is None and other.year is not None and one.type_code in _YEARLY
        return lacks_year and slip.year in {"", other.year}
    code = _codes().get(slip.type, "")  # "Chỉ thị số 49-NQ/TW" beside "Chỉ thị số 49-CT/TW"
    return one.year == other.year and other.type_code == code != one.type_code


@functools.cache
def _codes() -> Mapping[str, str]:
    return {row["name"]: row["code"] for row in rows("lexicon/document_types")}
