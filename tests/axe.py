"""axe-core, which looks for faults of accessibility; it is not part of this repository.

Get it with ``npm install --no-save --prefix .cache axe-core``, or name its file in ``AXE_PATH``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ROOT = Path(__file__).resolve().parents[1]
_FILE = Path("node_modules", "axe-core", "axe.min.js")
_GRAVE = frozenset({"serious", "critical"})


def axe() -> str:
    """Give the script of axe-core; skip the test where nobody has fetched it."""
    told = os.environ.get("AXE_PATH")
    places = [Path(told)] if told else [_ROOT / ".cache" / _FILE, _ROOT / _FILE]
    for place in places:
        if place.is_file():
            return place.read_text("utf-8")
    pytest.skip("axe-core is not here: npm install --no-save --prefix .cache axe-core")


def faults(page: Page, script: str) -> list[str]:
    """Give the serious faults of a page, each with where it is."""
    page.evaluate(script)
    found = page.evaluate("axe.run()")["violations"]
    return [
        f"{fault['id']}: {[node['target'] for node in fault['nodes']][:3]}"
        for fault in found
        if fault["impact"] in _GRAVE
    ]
