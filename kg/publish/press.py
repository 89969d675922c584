"""A site while it is written: beside its place, and put there when it is whole."""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from typing import TYPE_CHECKING, Self

from kg.errors import KgError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

MARKER = "site.json"
_BLOCK = 1 << 20


class Press:
    """Writes the files of a site; whoever reads the old one meanwhile reads it whole.

    Use it as a context: leaving it without an error puts the new site in the place of the old
    one. A folder that holds anything but a site of ours is left alone: KgError.
    """

    def __init__(self, out: Path) -> None:
        """Name the folder of the site."""
        self.out = out
        self.beside = out.parent / f".{out.name}.{secrets.token_hex(4)}.part"
        self.written: set[str] = set()

    def __enter__(self) -> Self:
        """Make the folder beside the old one."""
        if self.out.exists() and not _replaceable(self.out):
            what = "holds something that is no site of kg"
            raise KgError(what, str(self.out), "Name an empty or a new folder.")
        try:
            self.beside.mkdir(parents=True)
        except OSError as error:
            raise _trouble(self.out, error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the site in its place; after an error leave the old one as it was."""
        try:
            if kind is None:
                self._swap()
        except OSError as trouble:
            raise _trouble(self.out, trouble) from trouble
        finally:
            shutil.rmtree(self.beside, ignore_errors=True)

    def _swap(self) -> None:
        old = self.beside.with_suffix(".old")
        if self.out.exists():
            self.out.replace(old)
        self.beside.replace(self.out)
        shutil.rmtree(old, ignore_errors=True)

    def path(self, name: str) -> Path:
        """Give where the file *name* ('/' between folders) is to be written; its folders exist."""
        self.written.add(name)
        path = self.beside.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def put(self, name: str, content: str | bytes) -> None:
        """Write one file; KgError where it cannot be."""
        data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        try:
            self.path(name).write_bytes(data)
        except OSError as error:
            raise _trouble(self.out / name, error) from error

    def size_and_digest(self, name: str) -> tuple[int, str]:
        """Give the bytes of a written file and their SHA-256."""
        path, digest = self.beside.joinpath(*name.split("/")), hashlib.sha256()
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
        return path.stat().st_size, digest.hexdigest()


def _replaceable(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    if not any(folder.iterdir()):
        return True
    try:
        return "site" in json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False


def _trouble(path: Path, error: OSError) -> KgError:
    what = f"cannot be written: {error.strerror or error}"
    return KgError(what, str(path), "Name another folder.")
