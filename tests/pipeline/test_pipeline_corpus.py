"""Papers of all makes that lie beside the repository: each becomes a record whose quotes hold."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from quotes import strangers, unfaithful

from kg.config import ROOT
from kg.pipeline import extract_text
from kg.record import dumps

FOLDER = Path(os.environ.get("KG_CORPUS") or ROOT.parent / "shared" / "corpus")
PAPERS = sorted(path for path in FOLDER.glob("*") if path.suffix in {".md", ".txt"})
MISSING = (
    f"no papers in {FOLDER.name}/ beside the repository; set KG_CORPUS to a folder of .md and .txt"
)

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not PAPERS, reason=MISSING)]


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_a_paper_becomes_a_record(path: Path) -> None:
    record = extract_text(path.read_text(encoding="utf-8"), path.name)
    assert unfaithful(record) == []
    assert strangers(record) == set()
    assert record.tasks or record.references or record.neutral
    assert dumps(record).endswith("}\n")
