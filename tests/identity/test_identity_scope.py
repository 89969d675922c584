"""Whose paper it is: issuer, level, place; printed or inferred, and then from where."""

from __future__ import annotations

import pytest

from kg.identity.places import district_named, gazetteer, mentioned, province_named
from kg.lexicon import rows
from kg.model import Header
from kg.pipeline import extract_text


def header(front: str) -> Header:
    return extract_text(f"{front}\n\nI. NHIỆM VỤ\n\n1. Rà soát số liệu các trạm.\n").document


@pytest.mark.parametrize(
    ("letterhead", "issuer", "level", "place"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "Ủy ban nhân dân tỉnh Lào Cai", "province-government", "Tỉnh Lào Cai"),
        ("UỶ BAN NHÂN DÂN\nTỈNH HOÀ BÌNH", "Ủy ban nhân dân tỉnh Hòa Bình", "province-government", "Tỉnh Hòa Bình"),
        ("UBND TỈNH LÀO CAI\nSỞ Y TẾ", "Sở Y tế tỉnh Lào Cai", "provincial-department", "Tỉnh Lào Cai"),
        ("SỞ Y TẾ TỈNH LÀO CAI", "Sở Y tế tỉnh Lào Cai", "provincial-department", "Tỉnh Lào Cai"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG", "Ủy ban nhân dân thành phố Đà Nẵng", "province-government", "Thành phố Đà Nẵng"),
        ("UBND THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "province-government", "Thành phố Hồ Chí Minh"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ TAM ĐIỆP", "Ủy ban nhân dân thành phố Tam Điệp", "district-government",
         "Thành phố Tam Điệp, tỉnh Ninh Bình"),
        ("UBND HUYỆN BẢO YÊN", "Ủy ban nhân dân huyện Bảo Yên", "district-government", "Huyện Bảo Yên, tỉnh Lào Cai"),
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI", "Hội đồng nhân dân tỉnh Lào Cai", "province-government", "Tỉnh Lào Cai"),
        ("TỈNH ỦY LÀO CAI", "Tỉnh ủy Lào Cai", "province-party", "Tỉnh Lào Cai"),
        ("THÀNH ỦY TAM ĐIỆP", "Thành ủy Tam Điệp", "district-party", "Thành phố Tam Điệp, tỉnh Ninh Bình"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ", "central-government", None),
        ("CHÍNH PHỦ", "Chính phủ", "central-government", None),
        ("BỘ Y TẾ", "Bộ Y tế", "ministry", None),
        ("QUỐC HỘI", "Quốc hội", "national-assembly", None),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương", "central-party", None),
    ],
)  # fmt: skip
def test_a_letterhead_names_the_issuer(
    letterhead: str, issuer: str, level: str, place: str | None
) -> None:
    found = header(f"{letterhead}\n\nKẾ HOẠCH\n\nRà soát số liệu")
    assert found.issuer is not None
    assert (found.issuer.value, found.issuer.inferred) == (issuer, False)
    assert found.issuer.quote is not None
    assert found.issuer.quote.words == letterhead
    assert found.level == level
    assert (found.place.value if found.place else None) == place
    assert found.place is None or found.place.quote is not None


@pytest.mark.parametrize(
    ("front", "issuer", "place", "why"),
    [
        ("KẾ HOẠCH\n\nTrồng quế trên địa bàn tỉnh Yên Bái\n\nỦy ban nhân dân tỉnh ban hành Kế hoạch",
         "Ủy ban nhân dân tỉnh Yên Bái", "Tỉnh Yên Bái", "in the title"),
        ("KẾ HOẠCH\n\nTrồng quế\n\nỦy ban nhân dân tỉnh ban hành Kế hoạch giao trạm ở Yên Bái",
         "Ủy ban nhân dân tỉnh Yên Bái", "Tỉnh Yên Bái", "in the text"),
        ("KẾ HOẠCH\n\nTrồng quế\n\nBan Thường vụ Thành ủy ban hành Kế hoạch, đưa Tam Điệp thành nơi trồng quế",
         "Ban Thường vụ Thành ủy Tam Điệp", "Thành phố Tam Điệp, tỉnh Ninh Bình", "from the gazetteer"),
        ("KẾ HOẠCH\n\nTrồng quế\n\nSở Y tế xây dựng Kế hoạch cho trạm ở Yên Bái",
         "Sở Y tế tỉnh Yên Bái", "Tỉnh Yên Bái", "in the text"),
    ],
)  # fmt: skip
def test_what_is_not_printed_is_inferred_and_says_why(
    front: str, issuer: str, place: str, why: str
) -> None:
    found = header(front)
    assert found.issuer is not None
    assert found.place is not None
    assert (found.issuer.value, found.issuer.inferred) == (issuer, True)
    assert (found.place.value, found.place.inferred) == (place, True)
    assert why in str(found.place.evidence)
    assert why in str(found.issuer.evidence)


def test_the_gazetteer_is_named_where_only_it_knows() -> None:
    place = header("KẾ HOẠCH\n\nQuế\n\nBan Thường vụ Thành ủy ban hành Kế hoạch tại Tam Điệp").place
    assert place is not None
    assert place.evidence is not None
    assert place.evidence.startswith("'Tam Điệp' in the text (")
    assert place.evidence.endswith(
        "that thành phố Tam Điệp lies in tỉnh Ninh Bình is from the gazetteer"
    )


def test_a_paper_that_names_nobody_has_no_issuer() -> None:
    found = header("KẾ HOẠCH\n\nTrồng quế")
    assert (found.issuer, found.place, found.level) == (None, None, "unknown")


def test_the_title_goes_before_what_the_text_names_most() -> None:
    found = header(
        "KẾ HOẠCH\n\nTrồng quế tỉnh Yên Bái\n\nUBND tỉnh ban hành Kế hoạch theo Hà Giang, Hà Giang, Hà Giang"
    )
    assert found.place is not None
    assert found.place.value == "Tỉnh Yên Bái"


@pytest.mark.parametrize("row", rows("gazetteer/provinces"), ids=lambda row: row["id"])
def test_every_province_is_known_in_any_case(row: dict[str, str]) -> None:
    for words in (row["name"], row["name"].upper(), f"{row['kind']} {row['name']}"):
        place = province_named(words)
        assert place is not None
        # Decree 30/2020, annex II: Thành phố Hồ Chí Minh has a capital wherever it stands.
        label = row["label"] if row["id"] == "ho-chi-minh" else f"{row['kind']} {row['name']}"
        assert (place.name, place.label) == (row["name"], label)


def test_every_district_lies_in_a_province() -> None:
    places = [place for group in gazetteer().values() for place in group if not place.is_province]
    assert len(places) > 600
    assert all(province_named(place.province) for place in places)


@pytest.mark.parametrize(
    ("name", "province", "expected"),
    [
        ("Tam Điệp", "", "tỉnh Ninh Bình"),
        ("BẢO YÊN", "", "tỉnh Lào Cai"),
        ("Châu Thành", "", None),  # a name of many districts
        ("Châu Thành", "Bến Tre", "tỉnh Bến Tre"),
        ("Sao Hỏa", "", None),
    ],
)
def test_a_district_is_certain_only_when_one_fits(
    name: str, province: str, expected: str | None
) -> None:
    place = district_named(name, province)
    assert (place.province_label if place else None) == expected


def test_a_place_inside_a_word_is_not_mentioned() -> None:
    assert mentioned("xHà Giangx", "province") is None
    hit = mentioned("từ Hà Giang đến Cà Mau, Cà Mau", "province")
    assert hit is not None
    assert hit[0].name == "Cà Mau"
