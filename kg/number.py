"""A document number that reads and writes itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

# State numbers join with a slash (1600/QĐ-TTg), Party numbers with a dash (36-NQ/TW):
# Decree 30/2020/NĐ-CP, Annex I, II.3; Hướng dẫn 36-HD/VPTW, 1.3.
JOINER = "\u2060"
"""Stands for the end of a line inside a number: ``1719/QĐ-`` / ``TTg``."""

_CODE = r"[A-ZĐ][A-Za-zĐđÀ-ỹ0-9&]*"
# Typing leaves blanks behind a dash: "30/QĐ- TTg", "88 - KH/TĐTN"; a word that follows is no code.
_TYPED = rf"(?:{JOINER}|\s(?=(?:[A-ZĐ]{{2,}}|TTg|[A-ZĐ]+&[A-ZĐ]+)(?![a-zà-ỹ])))"
_D, _S = rf"-{_TYPED}?", rf"/{JOINER}?"
_INNER = r"(?:/nb(?!\w))?"  # "nội bộ": for use inside the Party
_PARTY = rf"(?P<pn>\d+) ?-(?:{JOINER}| )?(?P<pt>{_CODE}){_S}(?P<po>{_CODE}(?:{_D}{_CODE})*{_INNER})"
_STATE = (
    rf"(?P<sn>\d+(?:\.\d+)?[a-z]?) ?(?:/(?P<sy>(?:19|20)\d\d))?{_S}(?P<sc>{_CODE}(?:{_D}{_CODE})*)"
)
PATTERN = rf"(?:{_PARTY}|{_STATE})"
_NUMBER = re.compile(PATTERN)
# What a code begins with when the number has a type: 452/KH-UBND; a công văn has none: 12/UBND-VX.
_TYPES = frozenset(
    [
        "NQ",
        "QĐ",
        "QD",
        "CT",
        "QC",
        "QyĐ",
        "TC",
        "TB",
        "HD",
        "CTr",
        "KH",
        "PA",
        "ĐA",
        "DA",
        "BC",
        "BB",
        "TTr",
        "HĐ",
        "CĐ",
        "BTT",
        "GM",
        "PC",
        "NĐ",
        "ND",
        "TT",
        "TTLT",
        "NQLT",
        "VBHN",
        "L",
        "PL",
        "KL",
        "QĐi",
        "QTr",
        "CV",
        "BGN",
    ]
)


@dataclass(frozen=True, slots=True)
class DocNumber:
    """A number by its parts: serial, year (normative papers), type code, issuer code.

    >>> str(DocNumber.parse("36-NQ/TW"))
    '36-NQ/TW'
    >>> DocNumber.parse("45/2025/NĐ-CP").year
    '2025'
    >>> DocNumber.parse("Nghị quyết này") is None
    True
    """

    serial: str
    type_code: str
    issuer_code: str
    year: str | None = None
    party: bool = False

    @classmethod
    def parse(cls, text: str) -> DocNumber | None:
        """Read one number that fills *text*; None when it is no number."""
        match = _NUMBER.fullmatch(text.strip())
        return cls.of(match) if match else None

    @classmethod
    def of(cls, match: re.Match[str]) -> DocNumber:
        """Read the number from a match of :data:`PATTERN`."""
        if match["pn"]:
            return cls(match["pn"], match["pt"], _closed(match["po"]), party=True)
        code = _closed(match["sc"])
        first, _, rest = code.partition("-")
        if first in _TYPES or first.startswith("QH") or not rest:
            return cls(match["sn"], first, rest, match["sy"])
        return cls(match["sn"], "", code, match["sy"])

    def __str__(self) -> str:
        """Write the number as it is printed, without spaces."""
        if self.party:
            return f"{self.serial}-{self.type_code}/{self.issuer_code}"
        year = f"/{self.year}" if self.year else ""
        code = "-".join(part for part in (self.type_code, self.issuer_code) if part)
        return f"{self.serial}{year}/{code}"


def _closed(code: str) -> str:
    """Give a code without what typing or the end of a line left inside it."""
    return "".join(code.replace(JOINER, "").split())


def tidy(words: str) -> str:
    """Give a printed number without the blanks and dots that typing left in it.

    >>> tidy("16 /2026/QĐ-UBND"), tidy("93. /KH-UBND")
    ('16/2026/QĐ-UBND', '93/KH-UBND')
    """
    return re.sub(r"\.(?=[-/])", "", "".join(words.split()))
