"""A graph of the five plans, built once for the tests of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import build
from kg.config import bundled


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("five") / "graph"
    report = build([bundled("data", "documents")], folder)
    assert len(report.built) == 5
    return folder
