"""Opening zip archives that anyone may have made: every fault becomes one clear line."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from kg.errors import ReadError

# What zipfile raises on damaged archives; RuntimeError covers methods it does not know.
FAULTS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError,
          ValueError, RuntimeError, OverflowError, IndexError)  # fmt: skip


def open_zip(data: bytes, name: str, mend: str) -> zipfile.ZipFile:
    """Open an archive in memory.

    Raises:
        ReadError: no zip archive, or a damaged one.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except FAULTS as error:
        what = f"is damaged ({error})"
        raise ReadError(what, name, mend) from None
