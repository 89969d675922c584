"""Running servers, started as a user starts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from serving import Server, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def server(five: Path) -> Iterator[Server]:
    """Serve the five plans with the limits that a user gets."""
    with running("-g", str(five)) as found:
        yield found


@pytest.fixture(scope="session")
def narrow(five: Path) -> Iterator[Server]:
    """Serve the five plans with limits that a test can reach."""
    limits = ("--timeout", "3", "--memory", "256", "--size", "1", "--workers", "2", "--waiting", "4")
    with running("-g", str(five), *limits) as found:
        yield found
