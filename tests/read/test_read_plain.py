"""Bytes of every make become one text, or one clear line that tells the mend."""

from __future__ import annotations

import codecs
import hashlib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError, ReadError
from kg.read import source
from kg.read.source import normalise, read_bytes, read_file, source_text

WORDS = "KẾ HOẠCH\n\nỦy ban nhân dân tỉnh Hà Giang ban hành.\n"
UTF16 = {"le": codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
         "be": codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be")}  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        UTF16["le"],
        UTF16["be"],
        WORDS.replace("\n", "\r\n").encode(),
        WORDS.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", WORDS).encode(),
        codecs.BOM_UTF8 + unicodedata.normalize("NFD", WORDS.replace("\n", "\r\n")).encode(),
    ],
    ids=["utf-8", "bom", "utf-16-le", "utf-16-be", "crlf", "cr", "nfd", "bom-nfd-crlf"],
)
def test_every_make_gives_one_text(data: bytes) -> None:
    read = read_bytes(data, "a.txt")
    assert read.text == WORDS
    assert read.sha256 == hashlib.sha256(data).hexdigest()
    assert read.sha256_text == hashlib.sha256(WORDS.encode()).hexdigest()
    assert (read.name, read.media_type) == ("a.txt", "text/plain")


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.txt", ("a.txt", "is empty", "Give a file with text")),
        (b" \n\t\r\n", "a.txt", ("a.txt", "is empty", "Give a file")),
        (codecs.BOM_UTF8, "a.txt", ("a.txt", "is empty", "Give a file")),
        (b"K\x00e ho\x00ach", "a.txt", ("a.txt", "NUL", ".txt (UTF-8)")),
        (bytes(range(256)), "a.txt", ("a.txt", "NUL", "Give the document")),
        (b"Qu\xff\xfe\xfang Tr\xff", "a.txt", ("not utf-8", "byte at", "iconv")),
        (codecs.BOM_UTF16_LE + b"a", "a.txt", ("not utf-16", "byte at", "Save it as UTF-8")),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "a.txt", ("not utf-16", "Save it as UTF-8")),
        (b"%PDF-1.7 abc", "a.txt", ("a.txt", "is damaged", "new PDF")),
        (b"PK\x03\x04abc", "a.txt", ("a.txt", "is damaged", "again")),
        (b"\x89PNG\r\n\x1a\nabc", "a.txt", ("a.txt", "picture", "kg build --ocr")),
        (b"abc", "a.jpg", ("a.jpg", "picture", "kg build --ocr")),
        (b"abc", "a.docx", ("a.docx", "is damaged", "save it again")),
        (b"abc", "a.xlsx", ("a.xlsx", "without a reader", ".xlsx", ".txt", ".docx")),
        (b"abc", "LICENSE", ("LICENSE", "has no suffix", ".txt")),
    ],
)
def test_what_cannot_be_read_says_what_where_and_the_mend(
    data: bytes, name: str, said: tuple[str, ...]
) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    line = str(caught.value)
    assert all(part in line for part in said), line
    assert "\n" not in line
    assert caught.value.mend
    assert isinstance(caught.value, KgError)


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "kế hoạch.Txt"])
def test_the_suffix_counts_in_any_case(name: str) -> None:
    assert read_bytes(WORDS.encode(), name).name == name


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS.encode())
    assert read_file(path).text == WORDS
    assert read_file(path).name == "a.txt"


def test_a_file_that_is_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(
        ReadError, match=r"none\.txt: cannot be read \(No such file.*Check the path"
    ):
        read_file(tmp_path / "none.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        read_file(tmp_path)


def test_a_file_that_is_too_large_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 2**20)
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 2**20)
    assert read_file(path).text[:2] == "aa"
    path.write_bytes(b"a" * (2**20 + 1))
    with pytest.raises(ReadError, match=r"larger than 1 MiB\. Split it into single documents"):
        read_file(path)


@given(st.text().filter(lambda text: not text.startswith("\ufeff\ufeff")))
def test_what_is_normal_stays(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "\r" not in once
    assert unicodedata.is_normalized("NFC", once)


def test_two_byte_order_marks_are_as_normal_as_one() -> None:
    once = normalise("\ufeff\ufeffKế hoạch")
    assert normalise(once) == once


@given(st.text().filter(lambda text: normalise(text).strip()))
def test_text_goes_through_bytes_unchanged(text: str) -> None:
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair is no text
        return
    if b"\0" in data:
        return
    assert read_bytes(data, "a.txt").text == source_text(text, "a.txt").text


@given(st.binary(max_size=200))
def test_any_bytes_become_text_or_a_clear_line(data: bytes) -> None:
    try:
        read = read_bytes(data, "a.txt")
    except ReadError as error:
        assert str(error).startswith("a.txt: ")  # noqa: PT017  (either outcome is right)
    else:
        assert read.text.strip()
