"""Scans: OCRmyPDF puts a text layer into a PDF or a picture where it is installed."""

from __future__ import annotations

from typing import NoReturn

from kg.errors import ReadError
from kg.read.pdf import NoTextLayerError, read_pdf
from kg.read.programs import convert, find

_LANGUAGES = "vie+eng"


def read_image(data: bytes, name: str) -> NoReturn:  # noqa: ARG001  (the type of a reader)
    """Say that a picture needs OCR.

    Raises:
        ReadError: always; recognition is asked for, never done unasked.
    """
    what = "is a picture of a page"
    raise ReadError(what, name, "Run OCR: kg build --ocr …")


def read_scan(data: bytes, name: str) -> str:
    """Give the text of a PDF or picture; pages without a text layer are recognised.

    Raises:
        ReadError: OCRmyPDF or its Vietnamese data is missing, or the file cannot be read.
    """
    options = ["--skip-text"]
    if data.startswith(b"%PDF-"):
        try:
            return read_pdf(data, name)
        except NoTextLayerError as error:
            options = ["--force-ocr"] if "letters" in error.what else options
    else:
        options = ["--image-dpi", "300"]
    program = find("ocrmypdf")
    if program is None:
        what = "has no text layer, and OCRmyPDF is not installed"
        mend = "Install ocrmypdf and the Vietnamese data of Tesseract (tesseract-ocr-vie)."
        raise ReadError(what, name, mend)
    suffix = ".pdf" if data.startswith(b"%PDF-") else ".img"
    command = [program, *options, "--language", _LANGUAGES, "--output-type", "pdf",
               "--quiet", "{in}", "{out}"]  # fmt: skip
    return read_pdf(convert(command, data, name, suffix, "read.pdf"), name)
