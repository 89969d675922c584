"""Zip archives of documents: their files one by one, bounded in number and size."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NoReturn

from kg.errors import ReadError
from kg.read.kinds import READERS
from kg.read.zips import FAULTS, open_zip

MAX_FILES = 10_000
MAX_FILE = 64 * 2**20
MAX_TOTAL = 1024 * 2**20
MAX_RATIO = 200  # Word and PDF files are packed already; text packs to a tenth
_SMALL = 2**20
_MADE_BY_SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db")
_UTF8 = 0x800


def read_archive(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Give name and bytes of each document in a zip archive, in order of name.

    Names are paths inside the archive with ``/``; nothing is written anywhere, so a name that
    points out of its folder (``../x``) harms nothing, and is refused all the same. Files of
    kinds without a reader, folders, and hidden files are passed over.

    Raises:
        ReadError: damaged, locked, too many files, too large when unpacked, or a crooked name.
    """
    with open_zip(data, name, "Copy or fetch it again.") as archive:
        files = [info for info in archive.infolist() if not info.filename.endswith("/")]
        if len(files) > MAX_FILES:
            _refuse(f"holds more than {MAX_FILES} files", name, "Split it.")
        left = MAX_TOTAL
        wanted = [(_name(info), info) for info in files if _wanted(_name(info))]
        for inside, info in sorted(wanted, key=lambda pair: pair[0]):
            _check(inside, info, name)
            content = _bytes(archive, info, name, min(MAX_FILE, left))
            left -= len(content)
            yield inside, content


def _name(info: zipfile.ZipInfo) -> str:
    """Give the path inside the archive; names of older programs on Windows are Vietnamese too."""
    words = info.filename
    if not info.flag_bits & _UTF8:
        try:
            words = words.encode("cp437").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            words = info.filename
    return words.replace("\\", "/")


def _wanted(inside: str) -> bool:
    path = PurePosixPath(inside)
    hidden = any(part.startswith(".") and part != ".." for part in path.parts)
    made = any(part in _MADE_BY_SYSTEMS for part in path.parts)
    return path.suffix.lower() in READERS and not hidden and not made


def _check(inside: str, info: zipfile.ZipInfo, name: str) -> None:
    path = PurePosixPath(inside)
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        _refuse(f"holds a file whose name points out of it ({inside!r})", name, "Pack it anew.")
    if info.flag_bits & 1:
        _refuse(f"is locked with a password ({inside})", name, "Unpack it first.")
    bomb = info.file_size > _SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1)
    if bomb or info.file_size > MAX_FILE:
        _refuse(f"unpacks to more than a document holds ({inside})", name, "Unpack it first.")


def _bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, most: int) -> bytes:
    """Give the bytes of one file; what it says of its own size is not believed."""
    try:
        with archive.open(info) as file:
            content = file.read(most + 1)
    except FAULTS as error:
        _refuse(f"is damaged ({error})", name, "Copy or fetch it again.")
    if len(content) > most:
        _refuse(f"unpacks to more than {MAX_TOTAL // 2**20} MiB", name, "Split it.")
    return content


def _refuse(what: str, name: str, mend: str) -> NoReturn:
    raise ReadError(what, name, mend) from None
