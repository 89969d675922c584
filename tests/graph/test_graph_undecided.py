"""A body that is not decided is a node of its document alone, says why, and has no place."""

from __future__ import annotations

from pyoxigraph import Store

from kg.graph.store import add_documents
from kg.graph.triples import Run, to_quads
from kg.pipeline import extract_text
from kg.vocabulary import PC

PAPER = (
    "CHÍNH PHỦ\nSố: {n}/NQ-CP\nHà Nội, ngày 15 tháng 5 năm 2024\n\nNGHỊ QUYẾT\nVề kho sách {n}\n\n"
    "I. NHIỆM VỤ\n1. UBND huyện Châu Thành chủ trì kiểm kê kho sách.\n2. Bộ Y tế chủ trì rà soát kho sách.\n"
)


def stored() -> Store:
    store = Store()
    for n in ("12", "13"):
        add_documents(store, to_quads(extract_text(PAPER.format(n=n), f"{n}.txt"), Run("1", "1")))
    return store


def test_the_same_words_in_two_papers_are_two_nodes_with_a_reason() -> None:
    found = {
        quad.subject.value: str(quad.object.value)
        for quad in stored()
        if quad.predicate.value == str(PC.undecided)
    }
    assert len(found) == 2
    assert all("/document/" in iri and "/agent/" in iri for iri in found)
    assert set(found.values()) == {"10 districts are called huyện Châu Thành"}


def test_a_decided_body_is_one_node_and_an_undecided_one_has_no_place() -> None:
    led = {quad.object.value for quad in stored() if quad.predicate.value == str(PC.leadAgency)}
    assert len(led) == 3
    placed = {quad.subject.value for quad in stored() if quad.predicate.value == str(PC.place)}
    assert not placed & {iri for iri in led if "/document/" in iri}
