"""Programs beside Python: used when they are there, named when they are not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from printed import para, pdf, word_parts, write

from kg.errors import ReadError
from kg.read import programs
from kg.read.source import read_bytes

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
RTF = rb"{\rtf1 x}"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def scan(canvas: Canvas) -> None:
    canvas.rect(10, 10, 50, 50, fill=1)
    canvas.showPage()


def page(canvas: Canvas) -> None:
    write(canvas, 100, 100, "Kế hoạch số 5")
    canvas.showPage()


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def put(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def refused(data: bytes, name: str, *, ocr: bool = False) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, ocr=ocr)
    line = str(caught.value)
    assert "\n" not in line
    assert caught.value.mend
    return line


@pytest.mark.parametrize(("data", "name"), [(DOC, "a.doc"), (RTF, "a.rtf"), (DOC, "a.txt")])
def test_without_libreoffice_an_old_file_says_what_to_do(
    bin_folder: Path, data: bytes, name: str
) -> None:
    assert bin_folder.is_dir()
    line = refused(data, name)
    assert line.startswith(f"{name}: is of an older word processor. Save it as .docx")


def test_libreoffice_makes_an_old_file_readable(bin_folder: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(word_parts(para("Kế hoạch")))
    put(
        bin_folder,
        "soffice",
        f'for last; do :; done; exec /bin/cp {made} "$(/usr/bin/dirname "$last")/document.docx"',
    )
    assert read_bytes(DOC, "a.doc").text == "Kế hoạch\n"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo 'source file could not be loaded' >&2; exit 1", "could not be loaded"),
        ("exit 3", "exit code 3"),
        ("exit 0", "exit code 0"),
    ],
)
def test_a_program_that_fails_is_named(bin_folder: Path, script: str, said: str) -> None:
    put(bin_folder, "soffice", script)
    line = refused(DOC, "a.doc")
    assert "could not be read by soffice" in line
    assert said in line


def test_a_program_that_does_not_end_is_stopped(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "MAX_SECONDS", 0.2)
    put(bin_folder, "soffice", "exec /bin/sleep 20")
    assert "TimeoutExpired" in refused(DOC, "a.doc")


def test_a_scan_without_ocrmypdf_says_what_to_install(bin_folder: Path) -> None:
    assert bin_folder.is_dir()
    assert "tesseract-ocr-vie" in refused(pdf(scan), "a.pdf", ocr=True)
    assert "tesseract-ocr-vie" in refused(PNG, "a.png", ocr=True)
    assert "kg build --ocr" in refused(PNG, "a.png")


def test_ocrmypdf_reads_a_scan_and_is_not_asked_where_there_is_text(
    bin_folder: Path, tmp_path: Path
) -> None:
    made = tmp_path / "made.pdf"
    made.write_bytes(pdf(page))
    put(bin_folder, "ocrmypdf", f'for last; do :; done; exec /bin/cp {made} "$last"')
    assert read_bytes(pdf(scan), "a.pdf", ocr=True).text == "Kế hoạch số 5\n"
    assert read_bytes(PNG, "a.png", ocr=True).text == "Kế hoạch số 5\n"
    put(bin_folder, "ocrmypdf", "exit 1")
    assert read_bytes(pdf(page), "a.pdf", ocr=True).text == "Kế hoạch số 5\n"


def test_poppler_saves_what_it_can_of_a_damaged_pdf(bin_folder: Path) -> None:
    broken = b"%PDF-1.7\nno more"
    assert "is damaged" in refused(broken, "a.pdf")
    put(bin_folder, "pdftotext", 'for last; do :; done; echo "  Kế   hoạch" > "$last"')
    assert read_bytes(broken, "a.pdf").text == "Kế hoạch\n"
    put(bin_folder, "pdftotext", "exit 1")
    assert "is damaged" in refused(broken, "a.pdf")
