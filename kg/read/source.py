"""The door of the readers: a file → ``SourceText``, normalised once and never again."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from kg.errors import ReadError
from kg.model import SourceText
from kg.read.plain import read_plain

MAX_BYTES = 64 * 2**20
READERS: Mapping[str, Callable[[bytes, str], str]] = MappingProxyType({".txt": read_plain})
_SIGNATURES = ((b"%PDF", "PDF"), (b"PK\x03\x04", "Word or zip"), (b"\xd0\xcf\x11\xe0", "Word 97"))


def read_file(path: Path) -> SourceText:
    """Read one file.

    Raises:
        ReadError: missing, empty, too large, of a kind that has no reader, or not text.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            what = f"is larger than {MAX_BYTES // 2**20} MiB"
            raise ReadError(what, str(path), "Split it into single documents.")
        data = path.read_bytes()
    except OSError as error:
        what = f"cannot be read ({error.strerror})"
        raise ReadError(what, str(path), "Check the path.") from None
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> SourceText:
    r"""Make the text of *data*: decoded, NFC, LF line ends.

    >>> read_bytes(b"K\xe1\xba\xbf ho\xe1\xba\xa1ch\r\n", "a.txt").text
    'Kế hoạch\n'
    """
    kind = next((kind for magic, kind in _SIGNATURES if data.startswith(magic)), None)
    reader = READERS.get(Path(name).suffix.lower())
    if reader is None or kind:
        what = f"is {kind}" if kind else f"is of a kind without a reader ({Path(name).suffix})"
        raise ReadError(what, name, f"Readers: {', '.join(sorted(READERS))}; save it as text.")
    text = normalise(reader(data, name))
    if not text.strip():
        what = "is empty"
        raise ReadError(what, name, "Give a file with text.")
    return source_text(text, name, hashlib.sha256(data).hexdigest())


def source_text(text: str, name: str, sha256: str | None = None) -> SourceText:
    """Make a ``SourceText`` of words that are at hand, such as a test's or a notebook's."""
    clean = normalise(text)
    digest = hashlib.sha256(clean.encode()).hexdigest()
    return SourceText(name, clean, sha256 or digest, sha256_text=digest)


def normalise(text: str) -> str:
    """Put NFC and LF line ends; doing it twice changes nothing."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines)
