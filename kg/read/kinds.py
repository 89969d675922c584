"""Which reader a file gets: by the signature of its bytes, then by its suffix.

One row a kind. A reader's format library is imported when its first file arrives.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from kg.errors import ReadError
from kg.read.zips import open_zip

Reader = Callable[[bytes, str], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: the reader as ``module:function``, its suffixes and its media type."""

    reader: str
    suffixes: tuple[str, ...]
    media_type: str

    def __call__(self, data: bytes, name: str) -> str:
        """Read *data* with this kind's reader."""
        module, function = self.reader.split(":")
        return cast("Reader", getattr(importlib.import_module(module), function))(data, name)


PLAIN = Kind("kg.read.plain:read_plain", (".txt",), "text/plain")
MARKDOWN = Kind("kg.read.markdown:read_markdown", (".md", ".markdown"), "text/markdown")
HTML = Kind("kg.read.html:read_html", (".html", ".htm", ".xhtml"), "text/html")
PDF = Kind("kg.read.pdf:read_pdf", (".pdf",), "application/pdf")
DOCX = Kind(
    "kg.read.docx:read_docx",
    (".docx", ".docm", ".dotx"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
DOC = Kind("kg.read.office:read_doc", (".doc", ".rtf", ".odt"), "application/msword")
IMAGE = Kind("kg.read.ocr:read_image", (".png", ".jpg", ".jpeg", ".tif", ".tiff"), "image/*")

KINDS = (PLAIN, MARKDOWN, HTML, PDF, DOCX, DOC, IMAGE)
READERS: Mapping[str, Kind] = MappingProxyType(
    {suffix: kind for kind in KINDS for suffix in kind.suffixes}
)
ARCHIVES = (".zip",)
_SIGNATURES = (
    (b"%PDF-", PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOC),
    (b"{\\rtf", DOC),
    (b"\x89PNG\r\n", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"II*\0", IMAGE),
    (b"MM\0*", IMAGE),
)
_PAGE = (b"<!doctype html", b"<html")
_ZIP = b"PK\x03\x04"


def kind_of(data: bytes, name: str) -> Kind:
    """Give the kind of a file; its bytes decide where they carry a signature.

    >>> kind_of(b"%PDF-1.7", "plan.txt").suffixes
    ('.pdf',)

    Raises:
        ReadError: a kind without a reader.
    """
    start = data[:1024].lstrip()
    signed = next((kind for magic, kind in _SIGNATURES if start.startswith(magic)), None)
    if signed:
        return signed
    suffix = "." + name.rpartition(".")[2].lower() if "." in name else ""
    if data.startswith(_ZIP):
        return _zipped(data, name, suffix)
    if start[:20].lower().startswith(_PAGE):
        return HTML
    kind = READERS.get(suffix)
    if kind is None:
        what = f"is of a kind without a reader ({suffix})" if suffix else "has no suffix"
        raise ReadError(what, name, f"Readers: {', '.join(sorted(READERS))}; save it as text.")
    return kind


def _zipped(data: bytes, name: str, suffix: str) -> Kind:
    """Give the kind of a zip archive by the parts it names."""
    with open_zip(data, name, "Copy or fetch it again.") as archive:
        names = set(archive.NameToInfo)
    if "[Content_Types].xml" in names and any(part.startswith("word/") for part in names):
        return DOCX
    if "mimetype" in names and suffix == ".odt":
        return DOC
    what = "is a zip archive"
    raise ReadError(what, name, "Give it as .zip, or the documents in it one by one.")
