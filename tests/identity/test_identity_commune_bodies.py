"""Bodies of communes through the reform: their seats, names on days, holders and periods."""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.config import ROOT
from kg.errors import AmbiguousError, NotFoundError
from kg.identity.bodies import local
from kg.identity.called import Called, Seat
from kg.identity.commune_events import continued, events_of
from kg.identity.commune_seats import (
    commune_at,
    commune_called,
    communes_over,
    every_commune,
    seat_of,
)
from kg.identity.communes import Commune, communes, former_communes
from kg.identity.districts import districts
from kg.identity.holders import ITSELF, NOT_YET, SEVERAL, SUCCESSOR, holders
from kg.identity.known import Known, known
from kg.identity.lookup import find_body
from kg.identity.provinces import REFORM, holder_of, province
from kg.identity.successions import place_on, place_successions, successions
from kg.identity.timeline import UNKNOWN, timeline
from kg.text import plain

COMMITTEE = local()["uy-ban-nhan-dan-cap-xa"]
SAMPLE = random.Random(20250701).sample(every_commune(), 300)  # noqa: S311 (no secret)
KINDS = {"xa", "phuong", "thi", "dac"}


def body_at(called: Called, key: str = COMMITTEE.id) -> Known:
    """Give a body at a named seat."""
    body = local()[key]
    return Known(body.at(called.bare, called.label), body, called)


def day_of(called: Called) -> str:
    """Give a day on which a name was borne."""
    return called.valid_from or called.valid_to


def test_each_commune_is_one_seat_of_its_level() -> None:
    seats = [seat_of(each) for each in every_commune()]
    assert len(set(seats)) == len(seats) == 13356
    assert {each.level for each in seats} == {"commune"}
    assert all(each.id.rpartition("/")[2].split("-")[0] in KINDS for each in seats)
    assert {Seat(each.id).level for each in districts()} == {"district"}


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("lam-dong/xa-nam-dong", "xã Nam Dong, tỉnh Lâm Đồng"),
        ("dak-nong/cu-jut/xa-nam-dong", "xã Nam Dong, huyện Cư Jút, tỉnh Đắk Nông"),
        ("an-giang/dac-khu-phu-quoc", "đặc khu Phú Quốc, tỉnh An Giang"),
        ("ninh-binh/phuong-dong-a", "phường Đông A, tỉnh Ninh Bình"),
        ("ho-chi-minh/quan-3/phuong-1", "phường 1, quận 3, Thành phố Hồ Chí Minh"),
        ("yen-bai/tram-tau/thi-tran-tram-tau", "thị trấn Trạm Tấu, huyện Trạm Tấu, tỉnh Yên Bái"),
        ("quang-ngai/xa-son-ha-21289", "xã Sơn Hà, tỉnh Quảng Ngãi"),
        ("quang-ngai/xa-son-ha-21292", "xã Sơn Hạ, tỉnh Quảng Ngãi"),
    ],
)
def test_a_seat_has_the_name_that_documents_print(key: str, label: str) -> None:
    assert commune_called(key)[0].label == label


def test_an_urban_district_was_never_in_a_rural_province() -> None:
    labels = [each.label for each in commune_called("hue/thuan-hoa/phuong-duong-no")]
    assert labels == ["phường Dương Nỗ, quận Thuận Hóa, thành phố Huế"]
    born = known(f"Công an {labels[0]}", "2024-12-31")
    assert born
    assert holders(born, "2024-12-31").outcome == NOT_YET
    assert holders(born, "2024-12-31").before == ()


def test_the_names_of_a_commune_follow_each_other_without_a_gap() -> None:
    changed = [each for each in map(seat_of, every_commune()) if len(commune_called(each.id)) > 1]
    assert {each.province for each in changed} == {"hue", "dong-nai", "quang-ninh", "bac-ninh"}
    for seat in changed:
        old, new = commune_called(seat.id)
        after = dt.date.fromisoformat(old.valid_to) + dt.timedelta(days=1)
        assert after.isoformat() == new.valid_from


@pytest.mark.parametrize("unit", SAMPLE, ids=lambda unit: seat_of(unit).id)
def test_a_name_gives_itself_back(unit: Commune) -> None:
    for called in commune_called(seat_of(unit).id):
        body = body_at(called)
        for name in (body.name, body.name.upper()):
            again = known(name, day_of(called))
            assert again is not None
            assert again.id == body.id
        assert find_body(body.name, day_of(called)).name == body.name


def told(typed: str, day: str) -> str:
    """Give the name that was found, or the words that list those it may be."""
    try:
        return find_body(typed, day).name
    except AmbiguousError as error:
        return str(error)


def test_a_name_without_marks_is_the_one_or_among_those_listed() -> None:
    found: list[bool] = []
    for unit in SAMPLE:
        called = commune_called(seat_of(unit).id)[0]
        name = body_at(called).name
        answer = told(plain(name).replace(",", ""), day_of(called))
        assert name in answer
        found.append(answer == name)
    assert found.count(True) > 280  # the others have namesakes that differ in marks alone


@pytest.mark.parametrize(
    ("typed", "day", "meant"),
    [
        ("UBND xã Nam Dong", "2025-08-01", "xã Nam Dong, tỉnh Lâm Đồng"),
        ("UBND xã Nam Dong", "2025-06-30", "xã Nam Dong, huyện Cư Jút, tỉnh Đắk Nông"),
        ("ubnd xa nam dong cu jut", "2025-08-01", "xã Nam Dong, huyện Cư Jút, tỉnh Đắk Nông"),
        ("UBND P. Bến Nghé, Q.1", "2026-01-01", "phường Bến Nghé, quận 1, Thành phố Hồ Chí Minh"),
        ("UBND TT Ea T’ling", "2025-05-01", "thị trấn Ea T'Ling, huyện Cư Jút, tỉnh Đắk Nông"),
        ("ubnd dac khu phu quoc", "2025-12-01", "đặc khu Phú Quốc, tỉnh An Giang"),
        ("UBND xã Trạm Tấu", "2025-08-01", "xã Trạm Tấu, tỉnh Lào Cai"),
        ("UBND xã Tân Tiến, Tuyên Quang", "2025-06-30", "xã Tân Tiến, huyện Yên Sơn, tỉnh Tuyên Quang"),
        ("UBND xã Tân Tiến, Tuyên Quang", "2025-07-01", "xã Tân Tiến, tỉnh Tuyên Quang"),
    ],
)  # fmt: skip
def test_a_name_is_understood_as_people_type_it(typed: str, day: str, meant: str) -> None:
    assert find_body(typed, day).name == f"Ủy ban nhân dân {meant}"


def test_a_name_of_many_lists_them_and_one_of_none_is_refused() -> None:
    with pytest.raises(AmbiguousError, match=r"fits 7 bodies.*tỉnh Lâm Đồng") as error:
        find_body("UBND xã Tân Thành", "2025-08-01")
    assert "Tân Thạnh" not in str(error.value)
    assert known("Ủy ban nhân dân xã Tân Thành", "2025-08-01") is None
    assert known("Ủy ban nhân dân xã Tân Tiến, tỉnh Tuyên Quang") is None  # two, and no day
    assert known("Ủy ban nhân dân xã Dầu Giây") is None  # alone, and no day
    assert known("Ủy ban nhân dân xã Dầu Giây", "2025-06-30") is None
    assert known("Phòng Kinh tế, Hạ tầng và Đô thị phường Đông A") is None
    assert known("Ủy ban nhân dân xã Dầu Giây", "2025-07-01") is not None
    assert known("Phòng Kinh tế xã Nam Dong, huyện Cư Jút, tỉnh Đắk Nông") is None  # never was
    assert known("Phòng Kinh tế phường Đông A, tỉnh Ninh Bình") is None  # a ward has another
    with pytest.raises(NotFoundError):
        find_body("UBND xã Núi Lam", "2025-08-01")


def test_each_former_commune_leads_to_communes_of_its_province_of_today() -> None:
    outcomes: dict[str, int] = {}
    for former in former_communes().values():
        held = holders(body_at(commune_called(seat_of(former).id)[-1]), REFORM)
        into = {seat_of(communes()[code]).id for code in former.since}
        assert {each.spot.seat for each in held.holders} == into
        assert {each.spot.province for each in held.holders} == {
            holder_of(former.province, REFORM).id
        }
        assert {each.since for each in held.holders} == {held.since} == {REFORM}
        acts = {act for step in held.steps for act in step.acts}
        assert province(held.holders[0].spot.province).communes_act in acts
        outcomes[held.outcome] = outcomes.get(held.outcome, 0) + 1
    assert set(outcomes) == {ITSELF, SUCCESSOR, SEVERAL}
    assert outcomes[SEVERAL] == sum(len(each.since) > 1 for each in former_communes().values())


def test_a_commune_goes_on_under_its_name_and_kind_alone() -> None:
    heirs: list[str] = []
    for former in former_communes().values():
        own, heir = seat_of(former).id, continued(seat_of(former).id)
        if heir != own:
            heirs.append(heir)
            unit = commune_at(heir)
            assert unit.label.casefold() == former.label.casefold()
    assert len(heirs) == len(set(heirs)) == 1757  # no two go on as one
    assert continued("lam-dong/xa-nam-dong") == "lam-dong/xa-nam-dong"
    assert continued("dak-nong") == "dak-nong"


BODIES = [body_at(called) for unit in SAMPLE for called in commune_called(seat_of(unit).id)] + [
    body_at(called, key)
    for key in ("phong-kinh-te", "phong-van-hoa-xa-hoi", "cong-an-cap-xa")
    for seat in ("lam-dong/xa-nam-dong", "dong-nai/xa-long-thanh", "bac-ninh/xa-bo-ha")
    for called in commune_called(seat)
    if local()[key].stands_in(called.kind, "commune")
]
DAYS = st.dates(dt.date(2009, 1, 1), dt.date(2030, 1, 1)).map(str)


@given(st.sampled_from(BODIES), DAYS)
def test_the_chain_of_holders_never_loops(body: Known, day: str) -> None:
    held = holders(body, day)
    assert len({step.id for step in held.steps}) == len(held.steps)
    assert held.since <= day
    for each in held.holders:
        again = known(each.name, day)
        assert again
        assert holders(again, day).outcome == ITSELF
        assert [own.name for own in holders(again, day).holders] == [each.name]
    for name in held.before:
        assert known(name, day) is not None


def test_a_room_that_a_ward_has_not_is_not_guessed() -> None:
    room = known("Phòng Kinh tế xã Bố Hạ, tỉnh Bắc Ninh")
    assert room
    assert holders(room, "2026-09-19").outcome == ITSELF
    assert holders(room, "2026-09-20").outcome == UNKNOWN


def test_what_is_not_yet_there_names_what_was() -> None:
    body = known("Ủy ban nhân dân xã Nam Dong, tỉnh Lâm Đồng")
    assert body
    assert holders(body, "2025-06-30").before == (
        "Ủy ban nhân dân xã Nam Dong, huyện Cư Jút, tỉnh Đắk Nông",
        "Ủy ban nhân dân xã Đắk D'rông, huyện Cư Jút, tỉnh Đắk Nông",
    )
    room = known("Phòng Kinh tế xã Nam Dong, tỉnh Lâm Đồng")
    assert room
    assert holders(room, "2025-06-30").before == ()


def periods(name: str, day: str = "") -> list[tuple[str, str, str, list[str]]]:
    """Give the periods of a body as plain values."""
    return [
        (each.valid_from, each.valid_through, each.outcome, [heir.name for heir in each.holders])
        for each in successions(name, day)
    ]


def test_the_periods_of_a_body_go_through_town_commune_and_ward() -> None:
    town = "Ủy ban nhân dân thị trấn Long Thành, huyện Long Thành, tỉnh Đồng Nai"
    assert periods(town) == [
        ("", "2025-06-30", ITSELF, [town]),
        ("2025-07-01", "2026-04-29", SUCCESSOR, ["Ủy ban nhân dân xã Long Thành, tỉnh Đồng Nai"]),
        ("2026-04-30", "", SUCCESSOR, ["Ủy ban nhân dân phường Long Thành, thành phố Đồng Nai"]),
    ]
    zone = "Ủy ban nhân dân đặc khu Vân Đồn, tỉnh Quảng Ninh"
    assert periods(zone) == [
        ("", "2025-06-30", NOT_YET, []),
        ("2025-07-01", "2026-08-31", ITSELF, [zone]),
        ("2026-09-01", "", ITSELF, ["Ủy ban nhân dân đặc khu Vân Đồn, thành phố Quảng Ninh"]),
    ]


def test_a_label_of_two_communes_is_told_by_the_day_of_the_document() -> None:
    name = "Ủy ban nhân dân xã Tân Tiến, tỉnh Tuyên Quang"
    assert periods(name) == []
    assert periods(name, "2024-05-05")[-1][2:] == (
        SUCCESSOR,
        ["Ủy ban nhân dân xã Tân Long, tỉnh Tuyên Quang"],
    )
    assert periods(name, "2025-08-08")[-1][2:] == (ITSELF, [name])
    label = "Xã Tân Tiến, tỉnh Tuyên Quang"
    assert place_successions(label) == ()
    assert place_successions(label, "2024-05-05")[-1].holders[0].place == (
        "Xã Tân Long, tỉnh Tuyên Quang"
    )
    assert [each.outcome for each in place_successions(label, "2025-08-08")] == [ITSELF]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        (
            "Xã Nam Dong, huyện Cư Jút, tỉnh Đắk Nông",
            [("", ITSELF, ["Xã Nam Dong, huyện Cư Jút, tỉnh Đắk Nông"]),
             ("2025-07-01", ITSELF, ["Xã Nam Dong, tỉnh Lâm Đồng"])],
        ),
        (
            "Phường Đa Kao, quận 1, thành phố Hồ Chí Minh",
            [("", ITSELF, ["Phường Đa Kao, quận 1, thành phố Hồ Chí Minh"]),
             ("2025-07-01", SEVERAL, ["Phường Sài Gòn, thành phố Hồ Chí Minh",
                                      "Phường Tân Định, thành phố Hồ Chí Minh"])],
        ),
        (
            "Thị trấn Bố Hạ, huyện Yên Thế, tỉnh Bắc Giang",
            [("", ITSELF, ["Thị trấn Bố Hạ, huyện Yên Thế, tỉnh Bắc Giang"]),
             ("2025-07-01", SUCCESSOR, ["Xã Bố Hạ, tỉnh Bắc Ninh"]),
             ("2026-09-20", SUCCESSOR, ["Phường Bố Hạ, thành phố Bắc Ninh"])],
        ),
        ("Xã Tân Thành", []),
        ("Thị xã Kỳ Anh, tỉnh Hà Tĩnh", []),
    ],
)  # fmt: skip
def test_the_periods_of_a_place(label: str, told: list[tuple[str, str, list[str]]]) -> None:
    found = place_successions(label)
    assert [(e.valid_from, e.outcome, [heir.place for heir in e.holders]) for e in found] == told


def test_a_commune_is_not_there_outside_its_days() -> None:
    assert place_on(Seat("lam-dong/xa-nam-dong"), "2025-06-30") == ""
    assert place_on(Seat("dak-nong/cu-jut/xa-nam-dong"), REFORM) == ""


def test_the_events_of_communes_stand_beside_the_timeline() -> None:
    assert events_of("dak-nong") is timeline()
    assert events_of("dak-nong/cu-jut") is timeline()
    moved = [each for each in events_of("dak-nong/cu-jut/xa-nam-dong") if not each.bodies]
    assert [each.type for each in moved] == ["merger"]
    assert moved[0].note == (
        "xã Nam Dong; xã Đắk D'rông, huyện Cư Jút, tỉnh Đắk Nông → xã Nam Dong, tỉnh Lâm Đồng"
    )


def test_the_area_of_each_district_is_held_by_communes_of_its_province_of_today() -> None:
    for each in districts():
        over = communes_over(each.id)
        assert over
        assert {seat.province for seat in over} == {holder_of(each.province, REFORM).id}


@pytest.mark.parametrize(
    ("name", "opened"),
    [
        ("Sở Y tế tỉnh Đắk Nông", False),
        ("Ủy ban nhân dân thị xã Kỳ Anh", False),
        ("Ủy ban nhân dân các xã, phường tỉnh Ninh Bình", False),
        ("Trạm Y tế xã Nam Dong", False),
        ("Ủy ban nhân dân xã Nam Dong, tỉnh Lâm Đồng", True),
    ],
)
def test_only_a_body_of_a_commune_opens_the_tables_of_communes(name: str, *, opened: bool) -> None:
    code = (
        "from kg import lexicon\n"
        "import functools\n"
        "read, rows = set(), lexicon.rows.__wrapped__\n"
        "lexicon.rows = functools.cache(lambda table: read.add(table) or rows(table))\n"
        "from kg.identity.successions import place_successions, successions\n"
        f"successions({name!r}, '2025-08-01'), place_successions('Tỉnh Đắk Nông')\n"
        "print(any('communes' in table for table in read))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip() == str(opened)
