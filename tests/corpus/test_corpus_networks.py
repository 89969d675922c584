"""``g.network("coordination")`` and ``g.save(…)``: the network of bodies, and its files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

import kg
from kg.corpus import Corpus
from kg.errors import KgError, NotFoundError

READERS: dict[str, Callable[[Path], nx.Graph[str]]] = {
    "gexf": nx.read_gexf,
    "graphml": nx.read_graphml,
}


@pytest.fixture(scope="module")
def opened(five: Path) -> Corpus:
    return kg.open(five)


def test_the_answer_and_the_network_count_the_same(opened: Corpus) -> None:
    tied = opened.network("coordination")
    labels = nx.get_node_attributes(tied, "label")
    ties = dict(tied.degree(weight="weight"))
    assert {row[1]: (row[3], row[4]) for row in opened.centrality()} == {
        labels[body]: (len(tied[body]), ties[body]) for body in tied
    }
    assert not tied.is_directed()
    assert opened.network("coordination", collectives=True).number_of_edges() == len(
        opened.partners()
    )


@pytest.mark.parametrize("suffix", READERS)
def test_it_comes_back_from_a_file(opened: Corpus, tmp_path: Path, suffix: str) -> None:
    tied, path = opened.network("coordination"), tmp_path / f"bodies.{suffix}"
    opened.save(tied, path)
    again = READERS[suffix](path)
    assert not again.is_directed()
    assert set(again) == set(tied)
    assert {body: again.nodes[body]["label"] for body in again} == nx.get_node_attributes(
        tied, "label"
    )
    names = {"start": "words_start", "end": "words_end"} if suffix == "gexf" else {}
    for one, other, told in tied.edges(data=True):
        found = again.edges[one, other]
        assert {names.get(key, key): value for key, value in told.items()}.items() <= found.items()


def test_a_tie_begins_on_its_first_day_in_gephi(opened: Corpus, tmp_path: Path) -> None:
    tied = opened.network("coordination")
    opened.save(tied, tmp_path / "bodies.gexf")
    again = nx.read_gexf(tmp_path / "bodies.gexf")
    begun = {frozenset(edge): data.get("start") for *edge, data in again.edges(data=True)}
    assert begun == {
        frozenset(edge): data.get("first_day") for *edge, data in tied.edges(data=True)
    }
    assert set(begun.values()) == {"2023-07-17", "2025-03-27", None}


@pytest.mark.parametrize("suffix", READERS)
def test_the_same_network_gives_the_same_file(opened: Corpus, tmp_path: Path, suffix: str) -> None:
    tied = opened.network("coordination")
    turned: nx.Graph[str] = nx.Graph()
    turned.add_nodes_from(reversed(list(tied.nodes(data=True))))
    turned.add_edges_from((b, a, data) for a, b, data in reversed(list(tied.edges(data=True))))
    for name, network in (("one", tied), ("other", turned)):
        opened.save(network, tmp_path / f"{name}.{suffix}")
    one, other = ((tmp_path / f"{name}.{suffix}").read_bytes() for name in ("one", "other"))
    assert one == other


def test_hostile_words_do_not_break_a_file(opened: Corpus, tmp_path: Path) -> None:
    tied: nx.Graph[str] = nx.Graph()
    tied.add_edge("a:1", "a:2", relation="coordination", weight=1, words="<b>\x0b&")
    for suffix, read in READERS.items():
        opened.save(tied, tmp_path / f"hostile.{suffix}")
        assert read(tmp_path / f"hostile.{suffix}").edges["a:1", "a:2"]["words"] == "<b>\ufffd&"


def test_a_file_of_another_kind_is_refused_in_one_line(opened: Corpus, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"ends with: \.gexf, \.graphml"):
        opened.save(opened.network("coordination"), tmp_path / "bodies.xlsx")
    with pytest.raises(KgError, match="cannot be written"):
        opened.save(opened.network("coordination"), tmp_path / "none" / "bodies.gexf")


def test_bodies_of_a_day(opened: Corpus) -> None:
    then, now = (opened.network("coordination", as_of=day) for day in (None, "2025-07-02"))
    labels = set(nx.get_node_attributes(now, "label").values())
    assert "Sở Khoa học và Công nghệ tỉnh Lâm Đồng" in labels
    assert not any(each.startswith("Sở ") and "Đắk Nông" in each for each in labels)
    # In Đắk Nông three pairs are one body each: science with information, farming with
    # environment, planning with finance.
    assert (len(then), len(now)) == (31, 28)


def test_frames_keep_rows_and_columns(opened: Corpus) -> None:
    rows = opened.lag()
    frame = rows.frame()
    assert isinstance(frame, pd.DataFrame)
    assert tuple(frame.columns) == rows.columns
    assert len(frame) == len(rows) == 10
    assert frame["days"].sum() == sum(int(row["days"] or 0) for row in rows.dicts())
    assert frame["province"].isna().sum() == sum(row["province"] is None for row in rows.dicts())
    empty = opened.contradictions().frame()
    assert (len(empty), tuple(empty.columns)) == (0, opened.contradictions().columns)
