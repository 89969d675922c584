"""What could not be decided is asked for in SPARQL and in the network: bodies and cited papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus import five, stored

from kg.analyse.undecided import undecided
from kg.build import build
from kg.graph.network import network
from kg.graph.query import ask
from kg.graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH {place}\n\nSố: {n}/KH-UBND\n\n{place}, ngày 02 tháng 3 năm 2025\n\nKẾ HOẠCH\nVề việc {n}\n\n"
OLD = "Nghị quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị"
NEW = "Nghị quyết số 36-NQ/TW ngày 30/01/2023 của Bộ Chính trị"
TASKS = (
    "I. NHIỆM VỤ\n\n1. Sở Y tế kiểm tra kho theo {cites}.\n\n2. Ban Chỉ đạo chủ trì kiểm kê kho.\n"
)
PAPERS = (("HÀ GIANG", OLD), ("HÀ GIANG", NEW), ("YÊN BÁI", "Nghị quyết số 36-NQ/TW"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Build three plans of our own wording, of which the third cites one of two papers."""
    folder = tmp_path_factory.mktemp("undecided")
    files: list[Path] = []
    for nth, (place, cites) in enumerate(PAPERS, 1):
        files.append(folder / f"{nth}.txt")
        words = HEAD.format(place=place, n=nth) + TASKS.format(cites=cites)
        files[-1].write_text(words, encoding="utf-8")
    build(files, folder / "out")
    return open_store(folder / "out", read_only=True)


def test_bodies_and_papers_stand_in_one_list(built: Store) -> None:
    rows = ask(built, "undecided").rows
    bodies = [row for row in rows if row[1] == "body"]
    papers = [row for row in rows if row[1] == "paper"]
    assert [row[2] for row in bodies] == ["Ban Chỉ đạo"] * 3
    assert len({row[0] for row in bodies}) == 3
    assert all("neither issuer nor heading" in str(row[3]) for row in bodies)
    assert len(papers) == 2
    assert {row[0] for row in papers} == {"Kế hoạch 3/KH-UBND"}
    assert len({row[4] for row in papers}) == 2


@pytest.mark.parametrize("place", [None, "yên bái", "Hà Giang"])
def test_network_and_sparql_agree(built: Store, place: str | None) -> None:
    answer = undecided(network(built), place=place)
    table = ask(built, "undecided", **({"place": place} if place else {}))
    assert (answer.columns, answer.rows) == (table.columns, table.rows)
    assert answer.rows


def test_the_five_plans_leave_no_body_open() -> None:
    assert undecided(five()).rows == ask(stored(), "undecided").rows == ()
