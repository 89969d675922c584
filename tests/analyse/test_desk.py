"""A desk answers a question alike from SPARQL and, once it is built, from the network."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.analyse.twins import TWINS
from kg.answers import Desk
from kg.build import build
from kg.errors import NotFoundError

TEXT = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI

Số: 7/KH-UBND

Lào Cai, ngày 3 tháng 4 năm 2022

KẾ HOẠCH
Về vườn ươm

I. NỘI DUNG

1. Xây dựng vườn ươm cho trường học vùng xa trong năm 2023.

- Đơn vị chủ trì: Sở Công Thương.

- Đơn vị phối hợp: Sở Y tế.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("desk")
    (place / "vuon.txt").write_text(TEXT, encoding="utf-8")
    build([place / "vuon.txt"], place / "graph")
    return place / "graph"


@pytest.mark.parametrize("name", sorted(TWINS))
def test_cold_and_warm_desk_agree(folder: Path, name: str) -> None:
    cold, warm = Desk(folder), Desk(folder)
    warm.network()
    day = "2025-07-02"
    warm.network(day)
    assert warm.answered(name, {}) == cold.answered(name, {})
    if name in ("leads", "leads-by-province"):
        assert warm.answered(name, {"as_of": day}) == cold.answered(name, {"as_of": day})


def test_warm_desk_refuses_what_a_query_refuses(folder: Path) -> None:
    desk = Desk(folder)
    desk.network()
    with pytest.raises(NotFoundError, match="knows no parameter 'document'"):
        desk.answered("leads", {"document": "7/KH-UBND"})


def test_pairs_count_one_task(folder: Path) -> None:
    desk = Desk(folder)
    desk.network()
    row = (1, "Sở Công Thương tỉnh Lào Cai", "Sở Y tế tỉnh Lào Cai", 1, 0)
    assert desk.answered("pairs", {}).rows == (row,)


READING = [
    ("answered", {}),
    ("answering", {}),
    ("answered-by-plan", {}),
    ("copied", {}),
    ("reuse", {}),
    ("descent", {"document": "452/KH-UBND"}),
    ("descent", {"document": "1953/KH-UBND"}),
]


def test_what_one_question_read_of_the_texts_serves_the_next_alike(five: Path) -> None:
    desk = Desk(five)
    for name, wishes in (*READING, *reversed(READING)):
        assert desk.answered(name, wishes) == Desk(five).answered(name, wishes), (name, wishes)
