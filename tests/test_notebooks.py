"""The notebooks ask and draw: no functions, no outputs; nbmake runs each of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kg.config import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
notebooks = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells(path: Path, kind: str) -> list[dict[str, Any]]:
    return [
        each for each in json.loads(path.read_text("utf-8"))["cells"] if each["cell_type"] == kind
    ]


def test_they_are_numbered_without_a_gap() -> None:
    assert [path.name[:2] for path in NOTEBOOKS] == [
        f"{n:02}" for n in range(1, len(NOTEBOOKS) + 1)
    ]
    assert len(NOTEBOOKS) >= 5


@notebooks
def test_a_notebook_is_stripped(path: Path) -> None:
    code = cells(path, "code")
    assert [each for each in code if each["outputs"] or each["execution_count"]] == []
    raw = path.read_text(encoding="utf-8")
    assert raw == json.dumps(json.loads(raw), ensure_ascii=False, indent=1) + "\n"


@notebooks
def test_a_notebook_asks_and_draws_and_defines_nothing(path: Path) -> None:
    code = ["".join(each["source"]) for each in cells(path, "code")]
    assert [
        each for each in code if re.search(r"^\s*(def|class|import os|!|%)", each, re.MULTILINE)
    ] == []
    assert [each for each in code if len(each.splitlines()) > 25] == []
    assert any("plt." in each for each in code)


@notebooks
def test_a_notebook_says_more_than_it_computes(path: Path) -> None:
    first = cells(path, "markdown")[0]["source"]
    assert first[0].startswith("# ")
    assert len(cells(path, "markdown")) >= 5
