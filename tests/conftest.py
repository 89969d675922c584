"""The order of the tests: fast ones first, slow ones last, one closing line for all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import build
from kg.config import bundled


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a graph of the five plans, built once."""
    folder = tmp_path_factory.mktemp("five") / "graph"
    report = build([bundled("data", "documents")], folder)
    assert len(report.built) == 5
    return folder


@pytest.fixture(scope="session")
def site(five: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of the five plans, written once."""
    from kg.publish import Wanted, publish

    out = tmp_path_factory.mktemp("published") / "site"
    publish(five, out, Wanted("Kế hoạch"))
    return out
