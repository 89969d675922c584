"""IRIs are readable, valid, and one for each thing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.graph.iris import agent_iri, document_iri, scheme_iri, segment, slug, unnumbered
from kg.text import view

BASE = "https://x.org/"
SYLLABLES = """ha hà há hả hã hạ hoà hòa đa da đà ơ o ô
nam nạm năm nấm sở so sơ quý quy uỷ ủy"""
names = st.lists(st.sampled_from(SYLLABLES.split()), min_size=1, max_size=4).map(" ".join)


def same_name(one: str, other: str) -> bool:
    """Case and the place of a tone mark do not make another name."""
    return view(one) == view(other)


@given(names, names)
def test_slug_is_shared_by_the_same_name_only(one: str, other: str) -> None:
    assert (slug(one) == slug(other)) == same_name(one, other)


@given(names)
def test_slug_reads_back(name: str) -> None:
    assert slug(name).replace("-", " ") == view(name)


@given(st.text(max_size=40))
def test_slug_of_anything_is_an_iri_segment(name: str) -> None:
    made = slug(name)
    assert made
    assert "/" not in made
    assert NamedNode(f"{BASE}{made}").value == BASE + made
    assert slug(made) == made


@given(
    st.text(alphabet="II#2~.-p a%E(đ", max_size=8), st.text(alphabet="II#2~.-p a%E(đ", max_size=8)
)
def test_segment_is_shared_by_no_other_place(one: str, other: str) -> None:
    assert (segment(one) == segment(other)) == (one == other)


@given(st.text(max_size=20))
def test_segment_of_anything_is_valid_and_unambiguous(name: str) -> None:
    made = segment(name)
    assert NamedNode(f"{BASE}{made}").value == BASE + made
    assert segment(unicodedata.normalize("NFD", name)) == made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hà Nam", "Hạ Nam"),
        ("Sở Y tế tỉnh Hà Nam", "Sở Y tế tỉnh Hạ Nam"),
        ("Đa", "Da"),
        ("Tỉnh ủy", "Tính ủy"),
    ],
)
def test_names_apart_in_a_tone_stay_apart(one: str, other: str) -> None:
    assert agent_iri(BASE, one) != agent_iri(BASE, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Luật Ngân sách nhà nước", "Luật ngân sách Nhà nước"),
        ("Sở Văn hoá", "Sở Văn hóa"),
        ("Ban Tuyên giáo – Dân vận", "Ban Tuyên giáo - Dân vận"),
        ("Uỷ ban", unicodedata.normalize("NFD", "Ủy ban")),
    ],
)
def test_spellings_of_one_name_share_an_iri(one: str, other: str) -> None:
    assert agent_iri(BASE, one) == agent_iri(BASE, other)


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        (("Bộ Chính trị", "Nghị quyết", "36-NQ/TW", "2023-01-30"),
         "bộ-chính-trị/nghị-quyết/36-nq-tw/2023-01-30"),
        ((None, "Nghị quyết", "36-NQ/TW", None), "nghị-quyết/36-nq-tw"),
        ((None, "Luật", "Luật Đầu tư công", None), "luật/luật-đầu-tư-công"),
        ((None, "Luật", "Luật Công nghệ cao", "2008-11-13"), "luật/luật-công-nghệ-cao/2008-11-13"),
        ((None, "Nghị định", "45/2025/NĐ-CP", None), "nghị-định/45-2025-nđ-cp"),
    ],
)  # fmt: skip
def test_document_iri(parts: tuple[str | None, str, str, str | None], path: str) -> None:
    assert document_iri(BASE, *parts) == f"{BASE}document/{path}"


def test_document_without_number_is_named_by_title_and_text() -> None:
    one, other = (unnumbered("Thực hiện Đề án", digest * 64) for digest in "ab")
    assert one == "thực-hiện-đề-án-aaaaaaaaaaaa"
    assert one != other


def test_schemes_of_two_documents_differ() -> None:
    iris = {scheme_iri(BASE, "Đề án", "Thư viện số", f"{BASE}document/{n}") for n in "12"}
    assert len(iris) == 2
