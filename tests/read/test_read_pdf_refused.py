"""PDF that cannot be read: scans, locked, broken, too long, blind letters; each in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from printed import pdf
from printed_plan import PLAN, plan, running
from reportlab.lib.pdfencrypt import StandardEncryption

from kg.errors import ReadError
from kg.read import pdf as reader
from kg.read.pdf import read_pdf
from kg.read.source import read_bytes

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "a.pdf")
    line = str(caught.value)
    assert line.startswith("a.pdf: ")
    assert "\n" not in line
    assert caught.value.mend
    return line


def picture(canvas: Canvas) -> None:
    canvas.rect(100, 100, 300, 300, fill=1)
    canvas.showPage()


def test_a_scan_is_sent_to_ocr() -> None:
    assert refused(pdf(picture)) == "a.pdf: has no text layer. Run OCR first: kg build --ocr …"


def test_a_locked_file_says_so() -> None:
    locked = StandardEncryption("a", ownerPassword="b", strength=128)
    assert "locked with a password" in refused(pdf(plan, encrypt=locked))


def test_a_file_that_may_be_read_without_a_password_is_read() -> None:
    locked = StandardEncryption("", ownerPassword="b", canPrint=0, strength=128)
    assert read_pdf(pdf(plan, encrypt=locked), "a.pdf").rstrip("\n").split("\n") == PLAN


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n%%EOF",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>",
    ],
)
def test_a_broken_file_says_so(data: bytes) -> None:
    assert "a.pdf: " in refused(data)


def test_a_file_cut_short_is_read_or_refused_in_one_line() -> None:
    data = pdf(plan)
    for size in (len(data) // 3, len(data) // 2, len(data) - 200):
        try:
            assert read_pdf(data[:size], "a.pdf")
        except ReadError as error:
            assert "\n" not in str(error)  # noqa: PT017  (either outcome is right)


def test_a_file_with_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 3)
    assert "has more than 3 pages" in refused(pdf(running))


def test_letters_without_meaning_are_not_believed() -> None:
    data = pdf(plan)
    blind = data.replace(b"/ToUnicode", b"/ToUnicorn")
    assert blind != data
    assert "letters say nothing" in refused(blind)
