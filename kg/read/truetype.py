"""The part of a TrueType program that tells letters: its ``cmap``, ``post`` and composite glyphs.

A program comes out of a stranger's file: every count is bounded, and what is broken tells nothing.
The shape of the tables is that of the OpenType specification.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_MAX_TABLES = 64
_MAX_PAIRS = 70_000  # letters of a cmap; a font has 65,535 glyphs at the most
_MAX_PARTS = 8
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
_WORDS, _LONG, _XY, _MATRIX, _MORE = 0x1, 0x8, 0x40, 0x80, 0x20  # flags of a part of a glyph
_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_LATIN = bytes(range(0x80, 0x100)).decode("mac_roman")
_REST = "ŁłŠšŽž¦ÐðÝýÞþ−×¹²³½¼¾₣ĞğİŞşĆćČčđ"
MAC_ORDER = f"\0\0\0{_ASCII}{_LATIN}{_REST}"
"""The 258 letters that format 1 of ``post`` numbers; the first three are none."""


class BrokenFontError(Exception):
    """A program whose tables lie about their size or form."""


@dataclass(frozen=True, slots=True)
class Program:
    """A TrueType program by its tables."""

    tables: Mapping[bytes, bytes]

    @property
    def glyphs(self) -> int:
        """Give how many glyphs there are places for; a subset may keep all and fill few."""
        return _number(self.tables.get(b"maxp", b""), 4, ">H")

    def parts(self, glyph: int) -> tuple[int, ...]:
        """Give the glyphs that a composite glyph is put together from; none for a plain one.

        Raises:
            BrokenFontError: the tables of outlines end too early.
        """
        loca, outlines = self.tables.get(b"loca", b""), self.tables.get(b"glyf", b"")
        long = _number(self.tables.get(b"head", b""), 50, ">H")
        form, size = (">I", 4) if long else (">H", 2)
        start, end = (
            _number(loca, size * i, form) * (1 if long else 2) for i in (glyph, glyph + 1)
        )
        if end <= start or _number(outlines, start, ">h") >= 0:
            return ()
        return tuple(_parts(outlines[start + 10 : end]))

    def characters(self) -> dict[int, list[str]]:
        """Give the letters by glyph that the Unicode ``cmap`` names, else those of ``post``.

        Raises:
            BrokenFontError: a table ends too early, or names more than a font can hold.
        """
        found: dict[int, list[str]] = {}
        for i, (glyph, letter) in enumerate(self._mapped()):
            if i >= _MAX_PAIRS:
                what = "its cmap names too many letters"
                raise BrokenFontError(what)
            if 0 < glyph < self.glyphs and letter.isprintable():  # private letters are not
                found.setdefault(glyph, []).append(letter)
        return found or {glyph: [letter] for glyph, letter in _named(self.tables.get(b"post", b""))}

    def _mapped(self) -> Iterator[tuple[int, str]]:
        cmap = self.tables.get(b"cmap", b"")
        count = min(_number(cmap, 2, ">H"), _MAX_TABLES) if cmap else 0
        heads = {
            _unpack(cmap, 4 + 8 * i, ">HH"): _number(cmap, 8 + 8 * i, ">I") for i in range(count)
        }
        at = next((heads[key] for key in _UNICODE if key in heads), None)
        if at is None:
            return
        table = cmap[at:]
        form = _number(table, 0, ">H")
        pairs = _segments(table) if form == 4 else _groups(table) if form == 12 else iter(())  # noqa: PLR2004  (numbers of the specification)
        yield from ((glyph, chr(code)) for code, glyph in pairs)


def program(data: bytes) -> Program:
    """Cut a program into its tables.

    >>> program(b"no font").glyphs
    0
    """
    tables = {b"maxp": bytes(6)}
    try:
        for i in range(min(_number(data, 4, ">H"), _MAX_TABLES)):
            _, start, size = _unpack(data, 16 + 16 * i, ">III")
            tables[data[12 + 16 * i : 16 + 16 * i]] = data[start : start + size]
    except BrokenFontError:
        return Program({b"maxp": bytes(6)})
    return Program(tables)


def _unpack(data: bytes, at: int, form: str) -> tuple[int, ...]:
    try:
        return struct.unpack_from(form, data, at)
    except struct.error:
        what = "a table ends too early"
        raise BrokenFontError(what) from None


def _number(data: bytes, at: int, form: str) -> int:
    return _unpack(data, at, form)[0]


def _parts(outline: bytes) -> Iterator[int]:
    at = 0
    for _ in range(_MAX_PARTS):
        flags, glyph = _unpack(outline, at, ">HH")
        yield glyph
        if not flags & _MORE:
            return
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 if flags & _LONG else 4 if flags & _XY else 8 if flags & _MATRIX else 0


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    """Give codes and glyphs of a ``cmap`` of format 4."""
    size = _number(table, 6, ">H")
    for at in range(14, 14 + size, 2):
        end, start = _number(table, at, ">H"), _number(table, at + size + 2, ">H")
        delta = _number(table, at + 2 * size + 2, ">H")
        offset = _number(table, at + 3 * size + 2, ">H")
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = _number(table, at + 3 * size + 2 + offset + 2 * (code - start), ">H")
            yield code, (glyph + delta) % 0x10000 if glyph or not offset else 0


def _groups(table: bytes) -> Iterator[tuple[int, int]]:
    """Give codes and glyphs of a ``cmap`` of format 12."""
    for i in range(min(_number(table, 12, ">I"), _MAX_PAIRS)):
        start, end, glyph = _unpack(table, 16 + 12 * i, ">III")
        for code in range(start, min(end, 0x10FFFF) + 1):
            yield code, glyph + code - start


def _named(post: bytes) -> Iterator[tuple[int, str]]:
    """Give glyphs and letters of a ``post`` of format 1 or 2."""
    form = _number(post, 0, ">I") if post else 0
    if form == 0x10000:  # noqa: PLR2004  (numbers of the specification)
        yield from ((i, letter) for i, letter in enumerate(MAC_ORDER) if letter != "\0")
    if form != 0x20000:  # noqa: PLR2004
        return
    count = _number(post, 32, ">H")
    names = list(_names(post[34 + 2 * count :]))
    for glyph in range(count):
        index = _number(post, 34 + 2 * glyph, ">H")
        if index < len(MAC_ORDER):
            letter = MAC_ORDER[index].strip("\0")
        else:
            letter = (
                _letter(names[index - len(MAC_ORDER)])
                if index - len(MAC_ORDER) < len(names)
                else ""
            )
        if letter:
            yield glyph, letter


def _names(data: bytes) -> Iterator[str]:
    at = 0
    while at < len(data):
        yield data[at + 1 : at + 1 + data[at]].decode("latin-1")
        at += 1 + data[at]


def _letter(name: str) -> str:
    """Give the letter of a glyph name, by Adobe's list; an unknown name says none."""
    from pdfminer.encodingdb import name2unicode

    try:
        letter: str = name2unicode(name)
    except (KeyError, ValueError):
        return ""
    return letter if letter.isprintable() else ""
