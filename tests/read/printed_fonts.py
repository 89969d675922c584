"""PDFs whose fonts name no letters: TrueType programs of boxes, made by hand, and text by numbers."""

from __future__ import annotations

import csv
import struct
import unicodedata
import zlib
from collections.abc import Mapping, Sequence

from kg.config import ROOT

CIRCLE = "\u25cc"
BOX = struct.pack(">hhhhhHH", 1, 0, 0, 1000, 1000, 0, 0) + b"\x01\0\0"  # an outline of one point
PLACES = 1400
LINES = (
    "a) Rà soát quy hoạch, báo cáo Ủy ban nhân dân tỉnh;",
    "b) Sở Y tế chủ trì, phối hợp với Sở Nội vụ;",
    "c) Thời gian thực hiện: đến hết tháng 6 năm 2024.",
)

Font = Mapping[int, Sequence[int]]
"""Places of glyphs, each with the places of its parts; a plain glyph has none."""


def places(order: str) -> tuple[dict[str, int], dict[str, int]]:
    """Give the places of letters and of marks that the table tells."""
    letters: dict[str, int] = {}
    marks: dict[str, int] = {}
    with (ROOT / "data" / "encodings" / "glyph_orders.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row[order]:
                kind = marks if row["letter"].startswith(CIRCLE) else letters
                kind[row["letter"].strip(CIRCLE)] = int(row[order])
    return letters, marks


def font(order: str = "upright") -> dict[int, tuple[int, ...]]:
    """Give a font whose letters stand as in *order*, those with marks made of parts."""
    letters, marks = places(order)
    made = {}
    for letter, place in letters.items():
        atoms = unicodedata.normalize("NFD", letter)
        base, tones = atoms[0], atoms[1:]
        parts = (letters[base], *(marks[tone] for tone in tones if tone in marks))
        whole = tones and len(parts) == 1 + len(tones)
        made[place] = parts if whole else ()
    return made | dict.fromkeys(marks.values(), ())


def outline(parts: Sequence[int]) -> bytes:
    if not parts:
        return BOX + b"\0" * (len(BOX) % 2)
    data = struct.pack(">hhhhh", -1, 0, 0, 1000, 1000)
    for i, part in enumerate(parts):
        data += struct.pack(">HHbb", 0x20 if i + 1 < len(parts) else 0, part, 0, 0)
    return data


def truetype(glyphs: Font, count: int = PLACES, **more: bytes) -> bytes:
    """Give a program with outlines only, as a printer cuts it, and *more* tables."""
    outlines = [outline(glyphs[i]) if i in glyphs else b"" for i in range(count)]
    ends = [0]
    for data in outlines:
        ends.append(ends[-1] + len(data))
    tables = {
        "head": bytes(50) + struct.pack(">hh", 1, 0),
        "maxp": struct.pack(">IH", 0x10000, count),
        "loca": struct.pack(f">{count + 1}I", *ends),
        "glyf": b"".join(outlines),
        **more,
    }
    return sfnt(tables)


def sfnt(tables: Mapping[str, bytes]) -> bytes:
    start = 12 + 16 * len(tables)
    head, body = struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0), b""
    for tag, data in tables.items():
        head += tag.encode() + struct.pack(">III", 0, start + len(body), len(data))
        body += data
    return head + body


def cmap(segments: Sequence[tuple[int, int, int]]) -> bytes:
    """Give a Unicode ``cmap`` of format 4 with segments of first and last code and first glyph."""
    ends, starts = [s[1] for s in segments], [s[0] for s in segments]
    deltas = [(s[2] - s[0]) % 0x10000 for s in segments]
    n = len(segments)
    body = struct.pack(f">HHHH{n}HH{n}H{n}H{n}H", 2 * n, 0, 0, 0, *ends, 0, *starts, *deltas, *[0] * n)  # fmt: skip
    table = struct.pack(">HHH", 4, len(body) % 0x10000, 0) + body
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + table


def by_place(order: str = "upright") -> dict[str, int]:
    return places(order)[0]


def printed(
    program: bytes,
    numbers: Mapping[str, int],
    name: str = "ABCDEF+TimesNewRomanPSMT",
    lines: Sequence[str] = LINES,
    start: str = "1 0 0 1 72 760",
    **more: bytes,
) -> bytes:
    """Give a PDF of one page whose text, from *start* on, is *numbers* of a font that names none.

    *more* entries of the font are given as they stand in the file; ``ToUnicode`` and
    ``CIDToGIDMap`` are streams.
    """
    text = f"BT /F 12 Tf 20 TL {start} Tm\n".encode()
    for line in lines:
        codes = "".join(f"{numbers[letter]:04x}" for letter in line)
        text += f"<{codes}> Tj T*\n".encode()
    to_unicode = b"/ToUnicode 8 0 R" if "ToUnicode" in more else b""
    mapped = b"8 0 R" if "CIDToGIDMap" in more else b"/Identity"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        stream(text + b"ET"),
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[6 0 R]%s>>"
        % (name.encode(), to_unicode),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/DW 500/CIDToGIDMap %s/FontDescriptor 7 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>" % (name.encode(), mapped),
        b"<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800"
        b"/Descent -200/FontFile2 9 0 R>>" % name.encode(),
        stream(next(iter(more.values()), b"")),
        stream(program),
    ]  # fmt: skip
    return whole(objects)


def old(name: str, codes: Mapping[str, int], lines: Sequence[str] = LINES) -> bytes:
    """Give a PDF of one page in a font of one byte a letter that says nothing of its letters."""
    text = b"BT /F 12 Tf 20 TL 72 760 Td\n"
    for line in lines:
        data = bytes(codes.get(letter, ord(letter) % 256) for letter in line)
        text += f"<{data.hex()}> Tj T*\n".encode()
    return whole([
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        stream(text + b"ET"),
        b"<</Type/Font/Subtype/TrueType/BaseFont/%s/Encoding/WinAnsiEncoding/FirstChar 0/LastChar 255"
        b"/Widths[%s]/FontDescriptor 6 0 R>>" % (name.encode(), b"500 " * 256),
        b"<</Type/FontDescriptor/FontName/%s/Flags 32/Ascent 800/Descent -200>>" % name.encode(),
    ])  # fmt: skip


def stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    head = b"<</Filter/FlateDecode/Length %d>>" % len(packed)
    return head + b"\nstream\n" + packed + b"\nendstream"


def whole(objects: Sequence[bytes]) -> bytes:
    """Put objects together to a PDF with its table of places."""
    data, starts = b"%PDF-1.7\n", []
    for i, content in enumerate(objects, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (i, content)
    rows = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, rows, size, len(data))  # fmt: skip
