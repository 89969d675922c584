"""The plans lie here byte for byte as the manifest says."""

from __future__ import annotations

import csv
import hashlib

import pytest

from kg.config import ROOT

FOLDER = ROOT / "data" / "documents"
with (FOLDER / "manifest.csv").open(encoding="utf-8", newline="") as file:
    MANIFEST = list(csv.DictReader(file))


def test_every_document_is_listed_and_every_listed_one_is_here() -> None:
    here = sorted(path.name for path in FOLDER.iterdir() if path.name != "manifest.csv")
    assert [row["file"] for row in MANIFEST] == here
    assert len(here) == 5


@pytest.mark.parametrize("row", MANIFEST, ids=[row["file"] for row in MANIFEST])
def test_bytes_and_checksum_hold(row: dict[str, str]) -> None:
    content = (FOLDER / row["file"]).read_bytes()
    assert len(content) == int(row["bytes"])
    assert hashlib.sha256(content).hexdigest() == row["sha256"]


@pytest.mark.parametrize("row", MANIFEST, ids=[row["file"] for row in MANIFEST])
def test_title_origin_and_licence_are_stated(row: dict[str, str]) -> None:
    assert row["title"]
    assert row["where_from"]
    assert row["licence"]


def test_every_gold_file_has_its_document() -> None:
    gold = sorted(path.stem for path in (ROOT / "data" / "gold").glob("*.json"))
    assert gold == [row["file"][:3] for row in MANIFEST]
