"""The fonts of a PDF: letters for those that name none, by their program, their places, or TCVN3.

pdfminer reads the names that a PDF gives its letters (``ToUnicode``). Where there are none, or a
printer wrote the place of each glyph in their stead, the font program inside the file is asked.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from string import ascii_lowercase
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.cmapdb import FileUnicodeMap, IdentityUnicodeMap
from pdfminer.pdffont import PDFCIDFont, PDFSimpleFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.psparser import literal_name

from kg.errors import ReadError
from kg.read.encodings import tcvn3
from kg.read.glyph_orders import order, ordered
from kg.read.truetype import BrokenFontError, program

MAX_PROGRAM = 32 * 2**20  # bytes; the largest fonts of an office, with all of Chinese, have 20 MiB
_OLD = re.compile(r"(?:[A-Z]{6}\+)?\.?Vn[A-Z][A-Za-z ]*?(?P<capitals>H)?(?:[,-]\w+)?")
_FOREIGN = frozenset(tcvn3()) - frozenset(tcvn3().values())  # ¸ for á: no word is written so
_TEXT_FILTERS = {
    "ASCII85Decode": ascii85decode,
    "A85": ascii85decode,
    "ASCIIHexDecode": asciihexdecode,
    "AHx": asciihexdecode,
}


class Fonts(PDFResourceManager):
    """Makes the fonts of one document, and finds letters for those that name none."""

    def __init__(self, name: str) -> None:
        """Serve the document *name*."""
        super().__init__()
        self.name = name
        self.by_place = False
        """Whether letters of the document were told by the places of their glyphs."""

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> Any:  # noqa: ANN401  (pdfminer's own)
        """Give a font with the letters of its glyphs, as far as they can be told."""
        if literal_name(spec.get("Subtype")).startswith("CIDFont"):
            font = self._numbered(objid, spec)
        else:
            font = super().get_font(objid, spec)
        if objid is not None and _OLD.fullmatch(literal_name(spec.get("BaseFont"))):
            _mend_old(font, spec)
        return font

    def _numbered(self, objid: object, spec: Mapping[str, Any]) -> Any:  # noqa: ANN401  (as above)
        """Give a font whose text is numbers of glyphs."""
        descriptor = dict(dict_value(spec.get("FontDescriptor", {})))
        stream = resolve1(descriptor.pop("FontFile2", None))  # pdfminer reads it without bounds
        font = super().get_font(objid, {**spec, "FontDescriptor": descriptor})
        if isinstance(font, PDFCIDFont) and isinstance(stream, PDFStream) and _says_nothing(font):
            name = "" if font.unicode_map else literal_name(spec.get("BaseFont"))
            letters = self._letters(stream, name)  # what says something is refuted by proofs only
            if letters or font.unicode_map is None:
                font.unicode_map = FileUnicodeMap()
                font.unicode_map.cid2unichr = _by_cid(letters, resolve1(spec.get("CIDToGIDMap")))
        return font

    def _letters(self, stream: PDFStream, font: str) -> Mapping[int, str]:
        """Give the letters of the glyphs of a font program: by its names, else by their places."""
        try:
            found = program(_bounded(stream, self.name))
            named = {glyph: _first(letters) for glyph, letters in found.characters().items()}
            if named:
                return named
            placed = ordered(found, font)
        except BrokenFontError:
            return {}
        self.by_place |= bool(placed)
        return placed


def _says_nothing(font: PDFCIDFont) -> bool:
    """Tell whether a font names no letters, or gives out the places of its glyphs as letters."""
    named = font.unicode_map
    if named is None or isinstance(named, IdentityUnicodeMap):
        return True
    pairs = getattr(named, "cid2unichr", {})
    return len(pairs) > 1 and all(letter == chr(cid) for cid, letter in pairs.items())


def _bounded(stream: PDFStream, name: str) -> bytes:
    """Unpack a font program.

    Raises:
        ReadError: it is larger than any font of an office.
    """
    data = stream.rawdata or b""
    if stream.decipher and stream.objid is not None and stream.genno is not None:
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    for kind, _ in stream.get_filters():
        data = _TEXT_FILTERS.get(literal_name(kind), _inflate)(data)
    if len(data) > MAX_PROGRAM:
        what = f"holds a font of more than {MAX_PROGRAM // 2**20} MiB"
        raise ReadError(what, name, "Print it to a new PDF, or fetch it again.")
    return data


def _inflate(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, MAX_PROGRAM + 1)
    except zlib.error:
        return b""


def _first(letters: list[str]) -> str:
    """Give the one of several letters that a glyph stands for here: Đ rather than the Ð of Iceland."""
    ours = order("upright").letters.values()
    return min(letters, key=lambda letter: (letter not in ours or letter == "Ð", letter))


def _by_cid(letters: Mapping[int, str], places: Any) -> dict[int, str]:  # noqa: ANN401  (of a PDF)
    """Give letters by the numbers that the text uses; the PDF may send them to other places."""
    if not isinstance(places, PDFStream):
        return dict(letters)
    table = places.get_data()[: 2 * 0x10000]
    glyphs = ((i, int.from_bytes(table[2 * i : 2 * i + 2])) for i in range(len(table) // 2))
    return {cid: letters[glyph] for cid, glyph in glyphs if glyph in letters}


def _mend_old(font: Any, spec: Mapping[str, Any]) -> None:  # noqa: ANN401  (pdfminer's own)
    """Put the letters of TCVN3 into a font named so; one that ends in H prints capitals only."""
    found = _OLD.fullmatch(literal_name(spec.get("BaseFont")))
    table = {**{letter: letter for letter in ascii_lowercase}, **tcvn3()}
    if found is not None and found["capitals"]:
        table = {old: letter.upper() for old, letter in table.items()}
    named = getattr(font.unicode_map, "cid2unichr", None)
    if named is None and isinstance(font, PDFSimpleFont):
        if not isinstance(resolve1(spec.get("Encoding")), dict):
            font.cid2unicode = {**font.cid2unicode, **{ord(old): new for old, new in table.items()}}
    elif named and not _FOREIGN.isdisjoint(named.values()):
        font.unicode_map.cid2unichr = {cid: table.get(old, old) for cid, old in named.items()}
