"""``kg holder``: names as people type them, days, and what is printed."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from kg.cli import group
from kg.errors import AmbiguousError, KgError, NotFoundError
from kg.identity.lookup import find_body


def holder(*words: str) -> str:
    """Run the command and give what it prints."""
    result = CliRunner().invoke(group, ["holder", *words], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize(
    ("typed", "day", "meant"),
    [
        ("Sở TT&TT tỉnh Đắk Nông", "", "Sở Thông tin và Truyền thông tỉnh Đắk Nông"),
        ("so thong tin va truyen thong dak nong", "", "Sở Thông tin và Truyền thông tỉnh Đắk Nông"),
        ("SỞ Y TẾ TỈNH BẾN TRE", "", "Sở Y tế tỉnh Bến Tre"),
        ("UBND TP Huế", "2025-08-01", "Ủy ban nhân dân thành phố Huế"),
        ("Uỷ ban nhân dân tỉnh Hoà Bình", "", "Ủy ban nhân dân tỉnh Hòa Bình"),
        ("Ban Tuyên giáo TW", "", "Ban Tuyên giáo Trung ương"),
        ("tinh uy ben tre", "", "Tỉnh ủy Bến Tre"),
        ("bo y te", "", "Bộ Y tế"),
        ("Chi cuc Thue khu vuc XIII", "", "Chi cục Thuế khu vực XIII"),
    ],
)
def test_a_name_is_understood_as_people_type_it(typed: str, day: str, meant: str) -> None:
    assert find_body(typed, day).name.casefold() == meant.casefold()


@pytest.mark.parametrize(
    ("typed", "error", "says"),
    [
        ("UBND huyện Châu Thành", AmbiguousError, "tỉnh Bến Tre"),
        ("Sở Y tế", NotFoundError, "stands in many places"),
        ("Công ty Hoa Sen", NotFoundError, "knows no body"),
        ("", NotFoundError, "knows no body"),
        ("Sở Y té tỉnh", NotFoundError, "Near to it"),
    ],
)
def test_what_does_not_fit_one_body_says_so(typed: str, error: type[KgError], says: str) -> None:
    with pytest.raises(error, match=says):
        find_body(typed)


def test_the_answer_names_holder_day_act_and_how_it_is_known() -> None:
    told = json.loads(
        holder(
            "Sở Thông tin và Truyền thông tỉnh Đắk Nông",
            "--as-of",
            "2025-07-02",
            "--format",
            "json",
        )
    )
    assert told["rows"][0]["who"] == "Sở Khoa học và Công nghệ tỉnh Lâm Đồng"
    assert told["rows"][0]["since"] == "2025-07-01"
    acts = [row["act"] for row in told["rows"] if row["what"] == "change"]
    assert acts == ["45/2025/NĐ-CP", "202/2025/QH15"]
    press = next(row for row in told["rows"] if "press and publishing" in row["what"])
    assert "of this province nothing is held" in press["how it is known"]


def test_a_level_that_ended_names_no_heir() -> None:
    assert "no body took the whole over" in holder("Thành ủy Tam Điệp", "--as-of", "2025-07-01")


def test_a_district_that_ended_says_which_communes_hold_its_area() -> None:
    told = holder("UBND huyện Cư Jút", "--as-of", "2025-07-01", "--format", "json")
    area = json.loads(told)["rows"][-1]
    assert (area["what"], area["act"]) == ("area", "1671/NQ-UBTVQH15")
    assert area["who"] == "xã Cư Jút + xã Đắk Wil + xã Nam Dong"
    assert area["how it is known"].endswith("3; none is its heir")
    few = holder("UBND quận Ba Đình", "--as-of", "2025-07-01", "--format", "json")
    assert json.loads(few)["rows"][-1]["who"].endswith(" + 5 more")
    assert "area" not in holder("Công an huyện Cư Jút", "--as-of", "2025-04-01")
    assert "area" not in holder("UBND tỉnh Đắk Nông", "--as-of", "2025-07-01")


def test_a_body_of_a_commune_has_its_holder_and_the_act_of_its_province() -> None:
    told = json.loads(
        holder("ubnd tt tram tau yen bai", "--as-of", "2025-08-01", "--format", "json")
    )
    assert told["rows"][0]["who"] == "Ủy ban nhân dân xã Hạnh Phúc, tỉnh Lào Cai"
    assert told["rows"][1]["act"] == "1673/NQ-UBTVQH15"


def test_the_days_before_a_name_say_what_was_there() -> None:
    told = holder("Bộ Nông nghiệp và Môi trường", "--as-of", "2024-01-01", "--format", "csv")
    assert "before it,Bộ Nông nghiệp và Phát triển nông thôn" in told


@pytest.mark.parametrize("day", ["2025-13-01", "tomorrow", "", "2025"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    result = CliRunner().invoke(group, ["holder", "Bộ Y tế", "--as-of", day])
    assert result.exit_code == 2
    assert "is no day" in result.output


def test_today_is_a_day() -> None:
    assert "Bộ Y tế on 20" in holder("Bộ Y tế")
