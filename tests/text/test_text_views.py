"""Views keep every offset; small readings of strings."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import alphabetical, capitalised, is_upper, plain, squeeze, view

VIETNAMESE = st.text(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệỳỷỹýỵĂÂĐÊÔƠƯÝ –\u00a0“”\n1"
)


@given(st.text())
def test_a_view_has_one_character_for_each(text: str) -> None:
    assert len(view(text)) == len(text)


@given(st.one_of(st.text(), VIETNAMESE))
def test_a_view_of_a_view_is_itself(text: str) -> None:
    assert view(view(text)) == view(text)


@given(VIETNAMESE, VIETNAMESE)
def test_a_view_of_lines_is_the_lines_of_the_view(one: str, other: str) -> None:
    assert view(f"{one}\n{other}") == f"{view(one)}\n{view(other)}"


@given(VIETNAMESE)
def test_a_view_differs_by_case_tone_place_and_plain_marks_only(text: str) -> None:
    def letters(words: str) -> list[str]:
        same = words.lower().replace("–", "-").replace("\u00a0", " ")
        same = same.replace("“", '"').replace("”", '"')
        tones = "\u0300\u0301\u0303\u0309\u0323"
        return [c for c in unicodedata.normalize("NFD", same) if c not in tones]

    assert letters(view(text)) == letters(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uỷ ban nhân dân", "ủy ban nhân dân"),
        ("UỶ BAN", "ủy ban"),
        ("hoà, hoá, hoả, hoã, hoạ", "hòa, hóa, hỏa, hõa, họa"),
        ("khoẻ, loè, xoè", "khỏe, lòe, xòe"),
        ("thuỷ, tuỳ, luỹ, quý", "thủy, tùy, lũy, quý"),  # qu is one consonant: quý stays
        (
            "hoài, khoản, toàn, huỳnh",
            "hoài, khoản, toàn, huỳnh",
        ),  # a letter follows: both styles agree
        ("kinh tế – xã hội", "kinh tế - xã hội"),
        ("kinh tế — xã‑hội", "kinh tế - xã-hội"),
        ("Sở\u00a0Y\u00a0tế", "sở y tế"),
        ("“Đề án”", '"đề án"'),
        ("İSTANBUL ẞ ǅ", "İstanbul ß ǆ"),  # İ would grow by a dot: it stays
        ("", ""),
    ],
)
def test_a_view_shows(text: str, expected: str) -> None:
    assert view(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Nông nghiệp tỉnh Đắk Lắk", "so nong nghiep tinh dak lak"),
        ("ỦY BAN – ĐƠN VỊ", "uy ban – don vi"),
        ("Thừa Thiên Huế", "thua thien hue"),
    ],
)
def test_plain_has_no_marks(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(VIETNAMESE)
def test_plain_does_not_tell_how_letters_are_composed(text: str) -> None:
    assert plain(unicodedata.normalize("NFD", text)) == plain(text)
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    "order",
    [
        "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y",
        "Bắc_Kạn Bến_Tre Cà_Mau Cần_Thơ Đà_Nẵng Đắk_Lắk Đắk_Nông Điện_Biên Đồng_Nai Gia_Lai Huế",
        "dân đa đan Ea", "An an-a ana ban bán bàng", "Quận_1 Quận_12 Quận_3",
    ],
)  # fmt: skip
def test_dictionaries_sort_so(order: str) -> None:
    words = [word.replace("_", " ") for word in order.split()]
    mixed = words[::2] + words[1::2]
    assert sorted(mixed, key=alphabetical) == words
    assert sorted((word.upper() for word in mixed), key=alphabetical) == [w.upper() for w in words]


@given(VIETNAMESE, VIETNAMESE)
def test_only_the_same_words_sort_alike(one: str, other: str) -> None:
    assert (alphabetical(one) == alphabetical(other)) == (one == other)
    composed, parted = alphabetical(one), alphabetical(unicodedata.normalize("NFD", one))
    assert composed[:2] == parted[:2]


@given(st.text())
def test_squeezed_words_stand_on_one_line(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)
    assert squeeze(text).split() == text.split()
    assert "\n" not in squeeze(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("các sở", "Các sở"), ("đơn vị", "Đơn vị"), ("UBND", "UBND"), ("", "")],
)
def test_the_first_letter_is_raised(text: str, expected: str) -> None:
    assert capitalised(text) == expected


@pytest.mark.parametrize("text", ["KT. CHỦ TỊCH", "PHỤ LỤC 1", "ĐƠN VỊ: A-B"])
def test_capitals(text: str) -> None:
    assert is_upper(text)


@pytest.mark.parametrize("text", ["Nơi nhận:", "KẾ HOẠCH số", "12/", "", "…"])
def test_no_capitals(text: str) -> None:
    assert not is_upper(text)
