"""A name as people type it finds its document, or says what is near."""

from __future__ import annotations

import dataclasses

import pytest
from pyoxigraph import Store
from sample import RUN, letter, loaded, plan

from kg.errors import AmbiguousError, NotFoundError
from kg.graph.find import find_document
from kg.graph.store import replace_document
from kg.graph.triples import document_of, graph_of, to_quads
from kg.model import Stated

PLAN, LETTER = document_of(plan()), document_of(letter())
RESOLUTION = "https://w3id.org/policy-cascade/document/bộ-chính-trị/nghị-quyết/07-nq-tw/2023-02-02"


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("12/KH-UBND", PLAN),
        ("12/kh-ubnd", PLAN),
        (" 12 KH UBND ", PLAN),
        ("Kế hoạch 12", PLAN),
        ("ke hoach so 12", PLAN),
        ("Kế hoạch 12/KH-UBND", PLAN),
        ("ke-hoach-12.txt", PLAN),
        ("ke-hoach-12", PLAN),
        ("thư viện số trên địa bàn", PLAN),
        ("THU VIEN SO TREN", PLAN),
        (PLAN, PLAN),
        ("07-NQ/TW", RESOLUTION),
        ("Nghị quyết 07", RESOLUTION),
        ("nghi quyet so 07", RESOLUTION),
        ("Nghị quyết số 07-NQ/TW", RESOLUTION),
        ("Luật thư viện", "https://w3id.org/policy-cascade/document/luật/luật-thư-viện/2019-11-21"),
        ("thanh-uy", LETTER),
        ("thanh-u", LETTER),
    ],
)
def test_name_finds_its_document(name: str, iri: str) -> None:
    assert find_document(loaded(), name) == iri


@pytest.mark.parametrize("name", ["", "  ", "?", "zz", "Nghị quyết 99", "08-NQ/TW"])
def test_unknown_name_is_an_error(name: str) -> None:
    with pytest.raises(NotFoundError, match="no document is called"):
        find_document(loaded(), name)


def test_unknown_name_names_what_is_near() -> None:
    with pytest.raises(NotFoundError, match=r"Near to it: .*07-NQ/TW"):
        find_document(loaded(), "07-NQ/TU")


def test_part_of_two_titles_lists_both() -> None:
    with pytest.raises(
        AmbiguousError, match=r"fits \d documents. Say which: .*12/KH-UBND"
    ) as error:
        find_document(loaded(), "kế hoạch")
    assert error.value.exit_code == 3


def other_province() -> Store:
    """Make one number in two provinces, and a resolution cited once without its date."""
    store = Store()
    record = plan()
    issuer = Stated("Ủy ban nhân dân tỉnh Núi Lam", record.document.issuer.quote)  # type: ignore[union-attr]
    poorer = dataclasses.replace(record.references[1], date=None)
    twin = dataclasses.replace(
        record,
        document=dataclasses.replace(record.document, issuer=issuer),
        references=(poorer, *record.references[2:]),
    )
    for each in (record, twin):
        replace_document(store, graph_of(each), to_quads(each, RUN))
    return store


def test_number_of_two_provinces_is_ambiguous() -> None:
    with pytest.raises(AmbiguousError, match="fits 2 documents"):
        find_document(other_province(), "12/KH-UBND")


def test_poorer_twin_gives_way_to_the_fuller() -> None:
    assert find_document(other_province(), "07-NQ/TW") == RESOLUTION
