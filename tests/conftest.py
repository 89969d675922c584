"""The order of the tests: fast ones first, slow ones last, one closing line for all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.build import build
from kg.config import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serving import Server


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
    from kg.write.catalogue.site import Site

    out = tmp_path_factory.mktemp("published") / "site"
    publish(five, out, Wanted("Kế hoạch", about=Site(url="https://kg.example/")))
    return out


@pytest.fixture(scope="session")
def server(five: Path) -> Iterator[Server]:
    """Serve the five plans with the limits that a user gets."""
    from serving import running

    with running("-g", str(five)) as found:
        yield found


@pytest.fixture(scope="session")
def narrow(five: Path) -> Iterator[Server]:
    """Serve the five plans with limits that a test can reach."""
    from serving import running

    limits = (
        "--timeout",
        "3",
        "--memory",
        "256",
        "--size",
        "1",
        "--workers",
        "2",
        "--waiting",
        "4",
    )
    with running("-g", str(five), *limits) as found:
        yield found
