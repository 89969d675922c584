"""Who issued a cited paper that prints no issuer: the code inside its number, on its day.

Only codes that one body of the country bears decide; UBND, HĐND, TU and the codes of departments
return in every province. Offices choose their codes, there is no closed list (Decree
30/2020/NĐ-CP, Annex I, II.3.b): ``codes`` of the gazetteer are those that were seen.
"""

from __future__ import annotations

import functools

from kg.lexicon import Row, rows, variants
from kg.number import DocNumber

_JOINT = frozenset({"TTLT", "NQLT"})
_SHARED = frozenset({"TW"})  # Central Committee, Political Bureau and Secretariat number alike
_OPEN = "9999"


@functools.cache
def _bodies() -> dict[str, tuple[Row, ...]]:
    """Give the central bodies of each code; a code that local bodies bear too tells nothing."""
    local = {code for row in rows("gazetteer/local_bodies") for code in variants(row, "codes")}
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows("gazetteer/central_bodies"):
        for code in set(variants(row, "codes")) - local - _SHARED:
            found[code] = (*found.get(code, ()), row)
    return found


def issuer_by_code(number: str | None, date: str | None = None) -> str | None:
    """Give the body that the code of a number names; None where it is shared, joint or unknown.

    >>> issuer_by_code("1600/QĐ-TTg"), issuer_by_code("05/BNV-VP"), issuer_by_code("452/KH-UBND")
    ('Thủ tướng Chính phủ', 'Bộ Nội vụ', None)
    """
    parsed = DocNumber.parse(number or "")
    code = _central_code(parsed) if parsed else None
    if parsed is None or code is None:
        return None
    when = date or parsed.year
    alive = {row["name"] for row in _bodies()[code] if when is None or _there(row, when)}
    return alive.pop() if len(alive) == 1 else None


def bears_central_code(number: str | None) -> bool:
    """Tell whether the code of a number is borne by bodies of the centre alone.

    >>> bears_central_code("05/TT-BNV"), bears_central_code("452/KH-UBND")
    (True, False)
    """
    parsed = DocNumber.parse(number or "")
    return parsed is not None and _central_code(parsed) is not None


def _central_code(number: DocNumber) -> str | None:
    """Give the one central code of a number; a joint paper has several, a unit's follows."""
    if number.type_code in _JOINT:
        return None
    parts = (number.issuer_code or number.type_code).split("-")
    known = [part for part in parts if part in _bodies()]
    return known[0] if len(known) == 1 and known[0] == parts[0] else None


def _there(row: Row, when: str) -> bool:
    """Tell whether a body stood on a day, or at some time of a year."""
    first, last = row["valid_from"], row["valid_to"] or _OPEN
    width = min(len(when), len(first) or len(when))
    return first[:width] <= when[:width] and when <= last[: max(len(when), 4)]
