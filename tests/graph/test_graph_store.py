"""The folder on disk: made, opened, replaced in one step, and plain about its troubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store
from sample import RUN, letter, loaded, plan, records

from kg.errors import GraphError
from kg.graph.store import (
    CONCEPTS,
    MARKER,
    ONTOLOGY,
    add_documents,
    documents,
    load_ontology,
    open_store,
    quads,
    remove_document,
    replace_document,
)
from kg.graph.triples import document_of, graph_of, to_quads

if TYPE_CHECKING:
    from pathlib import Path

G = "https://x.org/d/graph"


def quad(words: str, graph: str = G) -> Quad:
    return Quad(
        NamedNode("https://x.org/s"),
        NamedNode("https://x.org/p"),
        Literal(words),
        NamedNode(graph),
    )


def inside(store: Store, graph: str) -> set[Quad]:
    return set(store.quads_for_pattern(None, None, None, NamedNode(graph)))


def test_graph_is_made_filled_closed_and_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    store = open_store(folder, create=True)
    replace_document(store, graph_of(plan()), to_quads(plan(), RUN))
    store.flush()
    del store
    again = open_store(folder, read_only=True)
    assert list(documents(again)) == [(document_of(plan()), graph_of(plan()))]
    assert inside(again, graph_of(plan())) == set(to_quads(plan(), RUN))
    assert len(inside(again, ONTOLOGY)) > 400
    assert len(inside(again, CONCEPTS)) > 400


def test_missing_graph_names_the_mend(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"there is no graph here. Make one: kg build"):
        open_store(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(GraphError, match="is in use by something that is no graph"):
        open_store(tmp_path, create=True)
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    first = open_store(tmp_path / "g", create=True)
    with pytest.raises(GraphError, match=r"another process holds the graph open\. Wait"):
        open_store(tmp_path / "g")
    assert first is not None


@pytest.mark.parametrize("marker", ["{}", '{"format": 0}', "[]", "rubbish", ""])
def test_graph_of_another_make_is_not_touched(tmp_path: Path, marker: str) -> None:
    del_me = open_store(tmp_path / "g", create=True)
    del del_me
    (tmp_path / "g" / MARKER).write_text(marker, encoding="utf-8")
    with pytest.raises(GraphError, match="Build the graph again"):
        open_store(tmp_path / "g")


def test_damaged_graph_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path / "g", create=True)
    del store
    (tmp_path / "g" / "store" / "CURRENT").write_bytes(b"rubbish")
    with pytest.raises(GraphError, match="the graph is damaged"):
        open_store(tmp_path / "g")


def test_replacing_one_document_leaves_the_others() -> None:
    store = Store()
    for record in records():
        replace_document(store, graph_of(record), to_quads(record, RUN))
    before = inside(store, graph_of(plan()))
    replace_document(store, graph_of(letter()), [])
    assert inside(store, graph_of(letter())) == set()
    assert inside(store, graph_of(plan())) == before


def test_replacing_drops_what_is_no_longer_said() -> None:
    store = Store()
    replace_document(store, G, [quad("old"), quad("same")])
    replace_document(store, G, [quad("same"), quad("new")])
    assert inside(store, G) == {quad("same"), quad("new")}


def test_quad_of_another_graph_is_refused_and_nothing_changes() -> None:
    store = Store()
    replace_document(store, G, [quad("old")])
    with pytest.raises(ValueError, match="belongs to another graph"):
        replace_document(store, G, [quad("new"), quad("stray", "https://x.org/other")])
    assert inside(store, G) == {quad("old")}


@given(st.text())
def test_hostile_words_are_stored_as_they_are(words: str) -> None:
    store = Store()
    replace_document(store, G, [quad(words), quad('"} } ; DROP ALL ; {')])
    assert inside(store, G) == {quad(words), quad('"} } ; DROP ALL ; {')}


def test_removing_tells_whether_it_was_there() -> None:
    store = Store()
    replace_document(store, G, [quad("old")])
    assert remove_document(store, G)
    assert not remove_document(store, G)
    assert len(store) == 0


def test_order_of_quads_does_not_hang_on_history() -> None:
    store = Store()
    load_ontology(store)
    add_documents(store, (q for record in reversed(records()) for q in to_quads(record, RUN)))
    assert list(quads(store)) == list(quads(loaded()))
    assert len(list(quads(store))) == len(store)


def test_ontology_is_renewed_only_where_it_changed() -> None:
    store = Store()
    load_ontology(store)
    whole = inside(store, ONTOLOGY)
    store.add(quad("leftover", ONTOLOGY))
    load_ontology(store)
    assert inside(store, ONTOLOGY) == whole
