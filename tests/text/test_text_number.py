"""Numbers read and write themselves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.number import JOINER, PATTERN, DocNumber

CODE = st.from_regex(r"[A-ZĐ]{2,5}", fullmatch=True)
SERIAL = st.integers(1, 99999).map(str)
YEAR = st.integers(1945, 2099).map(str)


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("1600/QĐ-TTg", ("1600", "QĐ", "TTg", None, False)),
        ("36-NQ/TW", ("36", "NQ", "TW", None, True)),
        ("104-CTr/TU", ("104", "CTr", "TU", None, True)),
        ("3260-KH/ĐĐQH15", ("3260", "KH", "ĐĐQH15", None, True)),
        ("36-HD/VPTW", ("36", "HD", "VPTW", None, True)),
        ("402-CV/VPĐU", ("402", "CV", "VPĐU", None, True)),
        ("05-NQ/BCSĐ-UBND", ("05", "NQ", "BCSĐ-UBND", None, True)),
        ("77-CV/VPTU/nb", ("77", "CV", "VPTU/nb", None, True)),  # for use inside the Party
        ("66.15/2026/NQ-CP", ("66.15", "NQ", "CP", "2026", False)),
        ("12/UBND-VX", ("12", "", "UBND-VX", None, False)),  # an official letter has no type
        ("88/SYT-KHTC", ("88", "", "SYT-KHTC", None, False)),
        ("176/2025/QH15", ("176", "QH15", "", "2025", False)),
        ("45/2025/NĐ-CP", ("45", "NĐ", "CP", "2025", False)),
        ("01/2019/TTLT-BCA-BTC", ("01", "TTLT", "BCA-BTC", "2019", False)),
        ("12a/KH-UBND", ("12a", "KH", "UBND", None, False)),
        ("07/CT-TTg", ("07", "CT", "TTg", None, False)),
        ("33/2008/QH12", ("33", "QH12", "", "2008", False)),
        (" 452/KH-UBND\n", ("452", "KH", "UBND", None, False)),
    ],
)
def test_a_number_has_parts(printed: str, parts: tuple[str, str, str, str | None, bool]) -> None:
    number = DocNumber.parse(printed)
    assert number is not None
    assert (
        number.serial, number.type_code, number.issuer_code, number.year, number.party
    ) == parts  # fmt: skip
    assert str(number) == printed.strip()


@pytest.mark.parametrize(
    "words",
    [
        "Nghị quyết này", "22/9/2021", "30/11", "", "2025", "số", "1600/", "/QĐ-TTg", "24/7",
        "1.000.000", "quyết định", "12/ QĐ-TTg", "36-NQ", "QĐ-TTg", "12/qđ-ttg", "01/01/2020-UBND",
        "1600/QĐ-TTg ngày", "50%", "A/B",
    ],
)  # fmt: skip
def test_other_words_are_no_number(words: str) -> None:
    assert DocNumber.parse(words) is None


@given(SERIAL, st.sampled_from(["QĐ", "KH", "NQ", "CT", "TB", "CTr"]), CODE, st.none() | YEAR)
def test_state_numbers_go_round(serial: str, kind: str, issuer: str, year: str | None) -> None:
    number = DocNumber(serial, kind, issuer, year)
    assert DocNumber.parse(str(number)) == number


@given(SERIAL, st.sampled_from(["NQ", "CTr", "KH", "KL", "HD"]), CODE)
def test_party_numbers_go_round(serial: str, kind: str, issuer: str) -> None:
    number = DocNumber(serial, kind, issuer, party=True)
    assert DocNumber.parse(str(number)) == number


def closed(words: str) -> str:
    """Give a number without the blanks that typing or the end of a line left in it."""
    return "".join(words.replace(JOINER, "").split())


@given(st.one_of(st.text(), st.from_regex(PATTERN, fullmatch=True)))
def test_what_is_read_is_written_as_printed(words: str) -> None:
    number = DocNumber.parse(words)
    assert number is None or str(number) == closed(words)


@given(st.from_regex(PATTERN, fullmatch=True))
def test_a_number_is_found_inside_a_sentence(printed: str) -> None:
    match = re.search(PATTERN, f"theo số {printed} của")
    assert match is not None
    assert str(DocNumber.of(match)) == closed(match[0])
