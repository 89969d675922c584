"""Encodings from before Unicode: found by trying, believed when the words are Vietnamese."""

from __future__ import annotations

import csv
import unicodedata

import pytest
from printed import cp1258

from kg.config import ROOT
from kg.errors import ReadError
from kg.read.encodings import decode_old, from_tcvn3, score, tcvn3
from kg.read.source import read_bytes

WORDS = "Kế hoạch của Ủy ban nhân dân tỉnh Quảng Trị về phát triển công nghệ sinh học năm 2024\n"
LOWER = "kế hoạch của ủy ban nhân dân tỉnh quảng trị về đổi mới, ưu tiên năm 2024\n"


def as_tcvn3(text: str) -> bytes:
    back = {letter: ord(old) for old, letter in tcvn3().items()}
    return bytes(back.get(letter, ord(letter) if letter.isascii() else 63) for letter in text)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (cp1258(WORDS), WORDS),
        (as_tcvn3(LOWER), LOWER),
        (WORDS.encode("utf-16-le"), WORDS),
        (WORDS.encode("utf-16-be"), WORDS),
    ],
    ids=["cp1258", "tcvn3", "utf-16-le", "utf-16-be"],
)
def test_an_old_encoding_is_found_by_its_words(data: bytes, words: str) -> None:
    assert read_bytes(data, "a.txt").text == words


def test_a_page_in_an_old_encoding_is_read_too() -> None:
    data = b"<html><body><p>" + cp1258(WORDS) + b"</p></body></html>"
    assert read_bytes(data, "a.html").text == WORDS


@pytest.mark.parametrize(
    "data",
    [
        "Où est la bibliothèque, déjà fermée à Noël".encode("latin-1"),
        "Привет, как дела сегодня".encode("cp1251"),
        bytes(range(128, 256)),
        b"\x00\x01\x02\x03" * 50,
    ],
)
def test_other_bytes_are_refused_not_guessed(data: bytes) -> None:
    assert decode_old(data) is None
    with pytest.raises(ReadError, match=r"a\.txt: (?:is not utf-8|holds NUL)"):
        read_bytes(data, "a.txt")


def test_the_table_gives_each_letter_once_and_all_of_the_small_ones() -> None:
    with (ROOT / "data" / "encodings" / "tcvn3.csv").open(encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    letters = [row["letter"] for row in table]
    assert len(set(letters)) == len(letters) == len({row["byte"] for row in table})
    bases = "aăâeêioôơuưy"
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    small = {unicodedata.normalize("NFC", b + t) for b in bases for t in tones} | {"đ"}
    assert {letter for letter in small if not letter.isascii()} <= set(letters)


def test_letters_of_the_old_fonts_are_told_by_their_bytes() -> None:
    assert from_tcvn3("KÕ ho¹ch") == "Kế hoạch"


def test_the_score_tells_vietnamese_from_the_same_bytes_read_wrongly() -> None:
    right, wrong = score(WORDS), score(WORDS.encode().decode("latin-1"))
    assert right > 0.8
    assert wrong < 0.2
