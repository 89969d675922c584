"""What is read: any tool's record, and each fault by its place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kg.config import ROOT
from kg.errors import RecordError
from kg.record import load

SCHEMA = json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8"))

FAULTS: tuple[tuple[str, str], ...] = (
    ("[]", "record is not an object"),
    ("{}", "file is missing"),
    ('{"file": 4}', "file is not a string"),
    ('{"file": "a", "record_version": 2}', "record_version is not the record version"),
    ('{"file": "a", "document": []}', "document is not an object"),
    ('{"file": "a", "document": {"number": 5}}', "document.number is not a string"),
    ('{"file": "a", "tasks": {}}', "tasks is not a list"),
    ('{"file": "a", "tasks": [{"span": [3]}]}', "tasks[0].span is not a span"),
    ('{"file": "a", "tasks": [{"span": [-3, 2]}]}', "tasks[0].span is not a span"),
    ('{"file": "a", "tasks": [{"kind": "to do"}]}', "tasks[0].kind is not one of assigned, "),
    ('{"file": "a", "tasks": [{"timeframe": {"start": 2023}}]}', "tasks[0].timeframe.start is not"),
    ('{"file": "a", "tasks": [{"lead_mentions": [["a"]]}]}', "lead_mentions[0] is not a pair"),
    ('{"file": "a", "sections": {"appendix": 1}}', "sections.appendix is not true or false"),
    ('{"file": "a", "sections": {"n": true}}', "sections.n is not an integer"),
    ('{"file": "a", "targets": [{"low": "1"}]}', "targets[0].low is not a number"),
)


@pytest.mark.parametrize(("said", "what"), FAULTS)
def test_a_wrong_shape_is_named_with_its_place(said: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(said, encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        load(path)
    assert what in str(caught.value)
    assert str(caught.value).startswith(f"{path}: ")
    assert caught.value.mend
    assert not Draft202012Validator(SCHEMA).is_valid(json.loads(said))


@pytest.mark.parametrize(
    "said", [b"", b"{", b"\xff\xfe", b'{"file": "a", "targets": [{"low": NaN}]}', b"[" * 100_000]
)
def test_what_is_no_json_is_refused(said: bytes, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(said)
    with pytest.raises(RecordError, match=re.escape("mine.json: is no JSON")):
        load(path)


def test_a_missing_file_is_refused() -> None:
    with pytest.raises(RecordError, match="No such file"):
        load(Path("no such record.json"))


def test_a_span_that_ends_before_it_starts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text('{"file": "a", "tasks": [{"span": [5, 2]}]}', encoding="utf-8")
    with pytest.raises(RecordError, match="is not a span"):
        load(path)
