"""Zip archives: documents in order of name, whatever the archive says of itself."""

from __future__ import annotations

import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from printed import zipped

from kg.errors import ReadError
from kg.read import archive
from kg.read.archive import read_archive


def names(data: bytes) -> list[str]:
    return [name for name, _ in read_archive(data, "a.zip")]


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        list(read_archive(data, "a.zip"))
    line = str(caught.value)
    assert line.startswith("a.zip: ")
    assert "\n" not in line
    assert caught.value.mend
    return line


def test_documents_come_in_order_of_name_and_the_rest_is_passed_over() -> None:
    data = zipped(
        {
            "b/kế hoạch.txt": "b",
            "a.docx": "a",
            "c.exe": "c",
            "__MACOSX/a.txt": "x",
            ".x/a.txt": "x",
            "b/.hidden.txt": "x",
            "d/": "",
        }
    )
    assert list(read_archive(data, "a.zip")) == [("a.docx", b"a"), ("b/kế hoạch.txt", b"b")]


def test_a_name_without_its_flag_is_utf_8_all_the_same() -> None:
    data = zipped({"kế.txt": "x"})
    blind = data.replace(b"\x00\x08\x08\x00", b"\x00\x00\x08\x00")
    assert blind != data
    assert names(blind) == ["kế.txt"]


@pytest.mark.parametrize(
    "name", ["../a.txt", "b/../../a.txt", "/etc/a.txt", "C:/a.txt", "..\\a.txt"]
)
def test_a_crooked_name_is_refused(name: str) -> None:
    assert "points out of it" in refused(zipped({name: "x"}))


def test_a_bomb_is_not_unpacked() -> None:
    assert "more than a document holds" in refused(zipped({"a.txt": b"0" * (20 * 2**20)}))


def test_many_small_bombs_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL", 1000)
    data = zipped({f"{i}.txt": bytes(range(256)) for i in range(6)})
    assert "unpacks to more than" in refused(data)


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_FILES", 3)
    assert "more than 3 files" in refused(zipped({f"{i}.txt": "x" for i in range(4)}))


def test_a_size_that_lies_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_FILE", 5000)
    data = zipped({"a.txt": b"x" * 9000}, zipfile.ZIP_STORED)
    small = data.replace((9000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert small != data
    assert "is damaged" in refused(small)


def test_a_locked_archive_says_so() -> None:
    data = bytearray(zipped({"a.txt": "x"}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert "locked with a password" in refused(bytes(data))


@example(145, 97)  # a name of no letters
@given(st.integers(0, 400), st.integers(1, 255))
def test_a_changed_byte_gives_a_document_or_a_clear_line(at: int, change: int) -> None:
    data = bytearray(zipped({"a.txt": "Kế hoạch " * 50, "b/c.md": "# x"}))
    data[at % len(data)] ^= change
    try:
        for name, content in read_archive(bytes(data), "a.zip"):
            assert isinstance(content, bytes)
            assert ".." not in name.split("/")
    except ReadError as error:
        assert "\n" not in str(error)  # noqa: PT017  (either outcome is right)
