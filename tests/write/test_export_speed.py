"""A corpus of 50,000 tasks as tables: whole, and in a time that a person waits for."""

from __future__ import annotations

import importlib
import io
import time
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pyarrow.parquet as pq
import pytest

from kg.config import ROOT
from kg.write.formats import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import networkx as nx

pytestmark = pytest.mark.slow

PATIENCE = 240
"""Seconds; about a tenth of it where nothing else runs."""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Callable[..., nx.MultiDiGraph[str]]:
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "analyse"))
    found: Callable[..., nx.MultiDiGraph[str]] = importlib.import_module("made").made
    return found


def written(name: str, graph: nx.MultiDiGraph[str]) -> io.BytesIO:
    stream = io.BytesIO()
    began = time.perf_counter()
    assert write(name, stream, network=lambda: graph) == ()
    assert time.perf_counter() - began < PATIENCE
    stream.seek(0)
    return stream


def test_fifty_thousand_tasks_as_tables(
    made: Callable[..., nx.MultiDiGraph[str]], tmp_path: Path
) -> None:
    graph = made()
    with zipfile.ZipFile(written("csv", graph)) as archive:
        assert archive.read("tasks.csv").count(b"\r\n") == 50_001
        assert archive.read("edges.csv").count(b"\r\n") == graph.number_of_edges() + 1
    with zipfile.ZipFile(written("parquet", graph)) as archive:
        archive.extractall(tmp_path)
    assert pq.read_metadata(tmp_path / "tasks.parquet").num_rows == 50_000
    assert pq.read_metadata(tmp_path / "edges.parquet").num_rows == graph.number_of_edges()


def test_five_thousand_tasks_as_a_workbook(made: Callable[..., nx.MultiDiGraph[str]]) -> None:
    graph = made(tasks=5_000)
    book = openpyxl.load_workbook(written("xlsx", graph), read_only=True)
    assert sum(1 for _ in book["tasks"].iter_rows()) == 5_001
    assert sum(1 for _ in book["edges"].iter_rows()) == graph.number_of_edges() + 1
