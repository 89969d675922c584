"""The door of the readers: a file → ``SourceText``, normalised once and never again."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

from kg.errors import ReadError
from kg.model import SourceText
from kg.read.kinds import IMAGE, PDF, READERS, kind_of

__all__ = ["MAX_BYTES", "READERS", "doubts", "normalise", "read_bytes", "read_file", "source_text"]

MAX_BYTES = 64 * 2**20


def read_file(path: Path, *, ocr: bool = False) -> SourceText:
    """Read one file; with *ocr* a scan is recognised by the programs that are installed.

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
    return read_bytes(data, path.name, ocr=ocr)


def read_bytes(data: bytes, name: str, *, ocr: bool = False) -> SourceText:
    r"""Make the text of *data*: decoded, NFC, LF line ends.

    >>> read_bytes(b"K\xe1\xba\xbf ho\xe1\xba\xa1ch\r\n", "a.txt").text
    'Kế hoạch\n'
    """
    if not data.strip():
        what = "is empty"
        raise ReadError(what, name, "Give a file with text.")
    kind = kind_of(data, name)
    if ocr and kind in {PDF, IMAGE}:
        from kg.read.ocr import read_scan

        text = normalise(read_scan(data, name))
    else:
        text = normalise(kind(data, name))
    if not text.strip():
        what = "is empty"
        raise ReadError(what, name, "Give a file with text.")
    return source_text(text, name, hashlib.sha256(data).hexdigest(), kind.media_type)


def source_text(
    text: str, name: str, sha256: str | None = None, media_type: str = "text/plain"
) -> SourceText:
    """Make a ``SourceText`` of words that are at hand, such as a test's or a notebook's."""
    clean = normalise(text)
    digest = hashlib.sha256(clean.encode()).hexdigest()
    return SourceText(name, clean, sha256 or digest, media_type, sha256_text=digest)


def doubts(source: SourceText) -> tuple[str, ...]:
    r"""Say what a reader of a text should know of it: letters that nobody could tell.

    >>> doubts(source_text("K\N{REPLACEMENT CHARACTER} hoạch", "a.txt"))
    ('1 printed letter could not be told; U+FFFD stands in its place.',)
    """
    lost = source.text.count("\ufffd")
    if not lost:
        return ()
    letters, place = ("letter", "its place") if lost == 1 else ("letters", "their places")
    return (f"{lost} printed {letters} could not be told; U+FFFD stands in {place}.",)


def normalise(text: str) -> str:
    """Put NFC and LF line ends; doing it twice changes nothing."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines)
