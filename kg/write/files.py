"""Files that are whole or not there: written beside their target, then put in its place."""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

STDOUT = "-"


def write_text(target: str | Path | IO[bytes], parts: Iterable[str]) -> None:
    """Write *parts* as UTF-8 to a path, to a binary stream, or to standard output (``-``)."""
    write_bytes(target, (part.encode("utf-8") for part in parts))


def write_bytes(target: str | Path | IO[bytes], parts: Iterable[bytes]) -> None:
    """Write *parts*; a path keeps its old content until the new one is whole.

    A device or a pipe is written to directly. Raises KgError where the path cannot be written.
    """
    if not isinstance(target, (str, Path)):
        target.writelines(parts)
    elif str(target) == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(parts)
        sys.stdout.buffer.flush()
    else:
        with _told(Path(target)):
            _write(Path(target).resolve(), parts)


def _write(path: Path, parts: Iterable[bytes]) -> None:
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("wb") as stream:
            stream.writelines(parts)
        return
    beside = _beside(path)
    try:
        _fill(beside, parts)
        if path.is_file():  # who could read the old file can read the new one, and nobody else
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write *files* (name to content) into *folder*; files of other names in it stay.

    A new folder appears at once with all its files; in an old one each file is replaced whole.
    """
    with _told(folder):
        target = folder.resolve()
        beside = _beside(target)
        beside.mkdir()
        try:
            for name, content in sorted(files.items()):
                _fill(beside / name, (content,))
            _move(beside, target, sorted(files))
        finally:
            _clear(beside, files)


def _move(beside: Path, target: Path, names: Iterable[str]) -> None:
    if not target.exists():
        beside.replace(target)
        return
    for name in names:
        (beside / name).replace(target / name)


def _clear(beside: Path, names: Iterable[str]) -> None:
    if beside.exists():
        for name in names:
            (beside / name).unlink(missing_ok=True)
        beside.rmdir()


def _beside(path: Path) -> Path:
    return path.with_name(f".{secrets.token_hex(8)}.part")


def _fill(path: Path, parts: Iterable[bytes]) -> None:
    with path.open("xb") as stream:
        stream.writelines(parts)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell the trouble of a file in one line."""
    try:
        yield
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise KgError(what, str(path), "Name another file.") from error
