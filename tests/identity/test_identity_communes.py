"""Communes by code, name and day; nothing is read before one is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg.config import ROOT
from kg.identity.communes import (
    commune_kind_on,
    communes,
    communes_named,
    former_communes,
    former_communes_named,
    origin_of_commune,
)
from kg.identity.districts import district
from kg.identity.provinces import holder_of


def test_each_is_found_by_its_name_in_its_province() -> None:
    for each in communes().values():
        assert communes_named(each.name.upper(), each.province) == (each,)
    for former in former_communes().values():
        assert former in former_communes_named(former.name, former.district)


def test_the_holder_of_the_province_holds_what_followed() -> None:
    for former in former_communes().values():
        holder = holder_of(former.province, "2025-07-01").id
        assert {communes()[code].province for code in former.since} == {holder}
        assert former.district == district(former.district).id


def test_no_share_is_that_of_a_namesake_in_another_old_province() -> None:
    for former in former_communes().values():
        for code in former.since:
            others = [each for each in origin_of_commune(code) if each != former]
            assert not others or former.province in {each.province for each in others}


def test_origin_is_the_way_back() -> None:
    for code in communes():
        assert all(code in former.since for former in origin_of_commune(code))
    without = {each.name for each in communes().values() if not origin_of_commune(each.code)}
    assert without == {"Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo"}
    assert origin_of_commune("99999") == ()


@pytest.mark.parametrize(
    ("name", "within", "labels"),
    [
        ("Phú Quốc", "an-giang", ["đặc khu Phú Quốc"]),
        ("phú quốc", "", ["đặc khu Phú Quốc"]),
        ("Phú Quốc", "kien-giang", []),  # that province has ended
        ("Núi Lam", "", []),
    ],
)
def test_communes_of_a_name(name: str, within: str, labels: list[str]) -> None:
    assert [each.label for each in communes_named(name, within)] == labels


@pytest.mark.parametrize(
    ("name", "within", "labels"),
    [
        ("Trạm Tấu", "yen-bai/tram-tau", ["thị trấn Trạm Tấu", "xã Trạm Tấu"]),
        ("Trạm Tấu", "yen-bai", ["thị trấn Trạm Tấu", "xã Trạm Tấu"]),
        ("1", "ho-chi-minh/quan-3", ["phường 1"]),
        ("Trạm Tấu", "lao-cai", []),
    ],
)
def test_former_communes_of_a_name(name: str, within: str, labels: list[str]) -> None:
    assert [each.label for each in former_communes_named(name, within)] == labels


@pytest.mark.parametrize(
    ("code", "day", "kind"),
    [
        ("26170", "2025-06-30", None),
        ("26170", "2025-07-01", "xã"),
        ("26170", "2026-04-29", "xã"),
        ("26170", "2026-04-30", "phường"),
        ("09319", "2026-09-20", "phường"),
        ("00004", "2030-01-01", "phường"),
        ("99999", "2030-01-01", None),
    ],
)
def test_a_kind_is_that_of_its_day(code: str, day: str, kind: str | None) -> None:
    assert commune_kind_on(code, day) == kind


@pytest.mark.parametrize(
    ("day", "rural", "urban"),
    [("2025-07-01", 2621, 687), ("2026-04-30", 2611, 697), ("2026-09-20", 2599, 709)],
)
def test_so_many_of_each_kind(day: str, rural: int, urban: int) -> None:
    kinds = [commune_kind_on(code, day) for code in communes()]
    assert [kinds.count(kind) for kind in ("xã", "phường", "đặc khu")] == [rural, urban, 13]


def test_a_document_is_read_without_the_tables_of_communes() -> None:
    code = (
        "from kg import lexicon\n"
        "read, rows = set(), lexicon.rows.__wrapped__\n"
        "import functools\n"
        "lexicon.rows = functools.cache(lambda table: read.add(table) or rows(table))\n"
        "from kg.pipeline import extract_text\n"
        "extract_text('UBND TỈNH LÀO CAI\\n\\nKẾ HOẠCH\\n\\n1. UBND xã Mường Vi rà soát số liệu.')\n"
        "print(*sorted(read))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert answer.returncode == 0, answer.stderr
    assert "gazetteer/provinces" in answer.stdout
    assert "commune" not in answer.stdout
