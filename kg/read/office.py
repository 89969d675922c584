"""Older office files (.doc, .rtf, .odt): made into .docx by LibreOffice where it is installed."""

from __future__ import annotations

from kg.errors import ReadError
from kg.read.docx import read_docx
from kg.read.programs import convert, find

_SUFFIXES = ((b"{\\rtf", ".rtf"), (b"PK\x03\x04", ".odt"))


def read_doc(data: bytes, name: str) -> str:
    """Give the text of an older office file.

    Raises:
        ReadError: LibreOffice is missing or fails.
    """
    office = find("soffice", "libreoffice")
    if office is None:
        what = "is of an older word processor"
        mend = "Save it as .docx, or install LibreOffice (soffice), which kg then uses."
        raise ReadError(what, name, mend)
    suffix = next((s for magic, s in _SUFFIXES if data.startswith(magic)), ".doc")
    profile = "-env:UserInstallation=file://{dir}/profile"
    command = [office, profile, "--headless", "--norestore", "--convert-to", "docx",
               "--outdir", "{dir}", "{in}"]  # fmt: skip
    return read_docx(convert(command, data, name, suffix, "document.docx"), name)
