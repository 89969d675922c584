"""PDFs whose fonts name no letters: by the names inside the font, by the places of its glyphs."""

from __future__ import annotations

import random
import struct
import time

import pytest
from printed import FONTS
from printed_fonts import LINES, by_place, cmap, font, old, printed, sfnt, truetype

from kg.errors import ReadError
from kg.pipeline import extract
from kg.read import pdf_fonts
from kg.read.encodings import tcvn3
from kg.read.glyph_orders import order
from kg.read.pdf import read_pdf
from kg.read.source import read_bytes
from kg.read.truetype import BrokenFontError, program

BLIND = "letters say nothing"
DEJAVU = FONTS / "DejaVuSans.ttf"


def lines(data: bytes) -> tuple[str, ...]:
    return tuple(read_pdf(data, "a.pdf").rstrip("\n").split("\n"))


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_pdf(data, "a.pdf")
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("ABCDEF+TimesNewRomanPSMT", "upright"),
        ("ABCDEF+TimesNewRomanPS-BoldMT", "upright"),
        ("Times#20New#20Roman,BoldItalic", "slanted"),
        ("ABCDEF+TimesNewRomanPS-ItalicMT", "slanted"),
        ("ABCDEF+Unheard", "upright"),
    ],
)
def test_places_of_glyphs_tell_letters(name: str, column: str) -> None:
    assert lines(printed(truetype(font(column)), by_place(column), name)) == LINES


def test_a_page_that_lies_on_its_side_has_its_letters_too() -> None:
    lying = printed(truetype(font()), by_place(), start="0 1 -1 0 72 60")
    assert lines(lying) == LINES


def test_a_font_of_another_name_needs_letters_made_of_parts() -> None:
    plain = dict.fromkeys(font(), ())
    assert lines(printed(truetype(plain), by_place())) == LINES
    assert BLIND in refused(printed(truetype(plain), by_place(), "ABCDEF+Unheard"))


def test_parts_that_make_another_letter_refute_the_order() -> None:
    glyphs, at = font(), by_place()
    glyphs[at["ế"]], glyphs[at["ề"]] = glyphs[at["ề"]], glyphs[at["ế"]]
    assert BLIND in refused(printed(truetype(glyphs), at))


def test_an_upright_order_is_not_read_into_a_slanted_font() -> None:
    data = printed(
        truetype(font("upright")), by_place("upright"), "ABCDEF+TimesNewRomanPS-ItalicMT"
    )
    assert BLIND in refused(data)


def test_a_font_that_was_numbered_anew_is_refused() -> None:
    letters = sorted(set("".join(LINES)))
    numbers = {letter: i + 36 for i, letter in enumerate(letters)}
    few = dict.fromkeys(numbers.values(), ())
    assert BLIND in refused(printed(truetype(few, 200), numbers))  # too few places
    assert BLIND in refused(printed(truetype(few), numbers))  # no Vietnamese


def test_a_letter_without_a_row_is_marked_and_the_record_warns() -> None:
    numbers = by_place() | {"#": 700}
    data = printed(truetype(font()), numbers, lines=[*LINES * 6, "d) Hết năm 202#"])
    source = read_bytes(data, "a.pdf")
    assert source.text.endswith("d) Hết năm 202\ufffd\n")
    assert extract(source).warnings == (
        "1 printed letter could not be told; U+FFFD stands in its place.",
    )


def test_a_text_without_lost_letters_has_no_warning() -> None:
    assert extract(read_bytes(printed(truetype(font()), by_place()), "a.pdf")).warnings == ()


def test_a_cmap_in_the_font_is_believed_before_places() -> None:
    letters = sorted(set("".join(LINES)))
    segments = [(ord(letter), ord(letter), i + 3) for i, letter in enumerate(letters)]
    numbers = {letter: i + 3 for i, letter in enumerate(letters)}
    data = truetype(dict.fromkeys(numbers.values(), ()), cmap=cmap(segments))
    assert lines(printed(data, numbers)) == LINES


@pytest.mark.parametrize("lost", [(), (b"cmap",)], ids=["cmap", "post"])
def test_a_whole_font_names_its_glyphs(lost: tuple[bytes, ...]) -> None:
    """DejaVu Sans has a cmap of formats 4 and 12, and names in its post."""
    data = DEJAVU.read_bytes()
    glyphs = program(data).characters()
    numbers = {letter: glyph for glyph, found in glyphs.items() for letter in found}
    for tag in lost:
        data = data.replace(tag, b"none", 1)
    assert lines(printed(data, numbers, "ABCDEF+DejaVuSans")) == LINES


def identity(numbers: dict[str, int]) -> bytes:
    """Give a ``ToUnicode`` that calls each number of the text the code of its letter."""
    used = sorted({numbers[letter] for letter in "".join(LINES)})
    pairs = "".join(f"<{n:04x}> <{n:04x}>\n" for n in used)
    head = "1 begincodespacerange <0000> <ffff> endcodespacerange"
    return f"{head} {len(used)} beginbfchar\n{pairs}endbfchar".encode()


def test_a_list_of_places_that_calls_itself_unicode_is_not_believed() -> None:
    numbers = by_place()
    assert lines(printed(truetype(font()), numbers, ToUnicode=identity(numbers))) == LINES


def test_a_text_that_is_numbered_by_unicode_keeps_its_letters() -> None:
    numbers = {letter: ord(letter) for letter in "".join(LINES)}
    plain = truetype(dict.fromkeys(numbers.values(), ()), 8000)
    assert lines(printed(plain, numbers, ToUnicode=identity(numbers))) == LINES


def test_numbers_that_are_sent_to_other_places() -> None:
    places = by_place()
    letters = sorted(set("".join(LINES)))
    numbers = {letter: i + 1 for i, letter in enumerate(letters)}
    table = struct.pack(f">{len(letters) + 1}H", 0, *(places[letter] for letter in letters))
    assert lines(printed(truetype(font()), numbers, CIDToGIDMap=table)) == LINES


@pytest.mark.parametrize("name", [".VnTime", "ABCDEF+VnTime", ".VnArial,Bold"])
def test_fonts_of_tcvn3_are_read_as_such(name: str) -> None:
    codes = {letter: ord(byte) for byte, letter in tcvn3().items()}
    words = [line.replace("Ủ", "ủ") for line in LINES]  # the old code has no capital with a tone
    assert lines(old(name, codes, words)) == tuple(words)


def test_an_old_font_of_capitals_prints_capitals() -> None:
    codes = {letter: ord(byte) for byte, letter in tcvn3().items()}
    assert lines(old(".VnTimeH", codes, ["1. kế hoạch rà soát"])) == ("1. KẾ HOẠCH RÀ SOÁT",)


@pytest.mark.parametrize("cut", [0, 3, 40, 200, 3000, 9000])
def test_a_font_cut_short_is_refused_in_one_line(cut: int) -> None:
    assert BLIND in refused(printed(truetype(font())[:cut], by_place()))


@pytest.mark.parametrize("tag", [b"head", b"loca", b"glyf", b"maxp"])
def test_a_font_with_noise_for_a_table_is_read_or_refused_in_one_line(tag: bytes) -> None:
    noise = random.Random(7).randbytes  # noqa: S311  (the same noise each time)
    tables = dict(program(truetype(font())).tables)
    for size in (1, 50, 54, 3000):
        broken = sfnt({key.decode(): value for key, value in {**tables, tag: noise(size)}.items()})
        try:
            read = lines(printed(broken, by_place(), "ABCDEF+Unheard"))
        except ReadError as error:
            assert "\n" not in str(error)  # noqa: PT017  (either outcome is right)
        else:
            assert read == LINES


def test_a_cmap_that_names_too_much_stops_early() -> None:
    hostile = truetype(font(), cmap=cmap([(0, 0xFFFE, 0)] * 8000))
    start = time.perf_counter()
    with pytest.raises(BrokenFontError):
        program(hostile).characters()
    assert BLIND in refused(printed(hostile, by_place()))
    assert time.perf_counter() - start < 5


def test_a_huge_font_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_fonts, "MAX_PROGRAM", 2**20)
    assert "holds a font of more than 1 MiB" in refused(printed(bytes(2**21), by_place()))


def test_every_letter_of_vietnamese_has_its_places() -> None:
    marks = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
    for column in ("upright", "slanted"):
        letters = order(column).letters
        assert set(marks + marks.upper()) <= set(letters.values())
        assert len(set(letters.values())) == len(letters)
