"""What is written: the gold files again, each surface at its span, one spelling."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rebuilt import GOLD, Json, Rebuilt, only, quotes, without_remarks

from kg import model
from kg.config import ROOT
from kg.model import DocumentRecord, Quote, Span, Stated
from kg.record import dumps, load, to_json

SCHEMA = json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(params=GOLD, ids=lambda path: path.stem)
def rebuilt(request: pytest.FixtureRequest) -> Rebuilt:
    return Rebuilt(json.loads(request.param.read_text(encoding="utf-8")))


def test_a_gold_file_written_again_is_the_gold_file(rebuilt: Rebuilt) -> None:
    shown: Json = to_json(rebuilt.record())
    gold: Any = without_remarks(rebuilt.gold)
    for key in ("layout_artifacts", "self_mentions"):
        gold.pop(key)
    for each in gold["named_schemes"]:
        each.pop("n_mentions")  # counted by hand, without a list of the places
    assert only(shown, gold) == gold


def test_every_surface_stands_at_its_span(rebuilt: Rebuilt) -> None:
    shown = quotes(to_json(rebuilt.record()))
    assert len(shown) > 20
    assert all(rebuilt.text[start:end] == words for words, (start, end) in shown)


def test_what_is_written_fits_the_schema_and_loads(rebuilt: Rebuilt, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text(dumps(rebuilt.record()), encoding="utf-8", newline="\n")
    Draft202012Validator(SCHEMA).validate(load(path))
    assert load(path) == to_json(rebuilt.record())


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_files_fit_the_schema_and_load(path: Path) -> None:
    Draft202012Validator(SCHEMA).validate(load(path))


def test_the_spelling_is_stable(rebuilt: Rebuilt) -> None:
    spelled = dumps(rebuilt.record())
    assert spelled == dumps(rebuilt.record())
    assert spelled.startswith('{\n "record_version": 1,\n "file": ')
    assert spelled.endswith("\n}\n")
    assert "\\u" not in spelled


def test_a_value_not_printed_says_why() -> None:
    header = model.Header(issuer=Stated("Sở Y tế", inferred=True, evidence="from the stamp"))
    shown: Json = to_json(DocumentRecord(model.SourceText("a.txt", "", ""), header))
    assert shown["document"]["issuer_evidence"] == "inferred: from the stamp"
    assert shown["document"]["inferred"] == {"issuer": "from the stamp"}
    assert shown["document"]["spans"] == {}


def test_a_label_printed_twice_shows_ids_and_an_appendix_is_not_counted() -> None:
    at = Quote(Span(0, 1), "A")
    found = tuple(
        model.Section(name, label, at, at.span, depth, role=role)
        for name, label, depth, role in (
            ("II", "II", 1, "action"),
            ("II.1", "1", 2, "action"),
            ("II#2", "II", 1, "action"),
            ("PL", "PL", 1, "appendix"),
        )
    )
    record = DocumentRecord(model.SourceText("a.txt", "A", ""), model.Header(), sections=found)
    shown: Json = to_json(record)["sections"]  # type: ignore[assignment]
    assert (shown["n"], shown["labels"], shown["ids"]) == (2, ["II", "II"], ["II", "II#2"])
    assert (shown["appendix"], shown["appendix_title"], len(shown["items"])) == (True, "A", 4)


@given(st.lists(st.sampled_from("ab\n")), st.data())
def test_lines_of_an_artifact_are_those_an_editor_shows(
    letters: list[str], data: st.DataObject
) -> None:
    text = "".join(letters)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    artifact = model.Artifact("page_break", Quote(Span(start, end), text[start:end]))
    source = model.SourceText("a.txt", text, "")
    shown: Json = to_json(DocumentRecord(source, model.Header(), artifacts=(artifact,)))
    first, last = shown["layout_artifacts"][0]["lines"]
    assert (first, last) == (text[:start].count("\n") + 1, text[:end].count("\n") + 1)


def test_own_numbers_are_counted_among_self_mentions() -> None:
    found = tuple(Quote(Span(0, 1), words) for words in ("Số: 452/KH-UBND", "Kế hoạch này"))
    header = model.Header(number=Stated("452/KH-UBND"))
    source = model.SourceText("a.txt", "", "")
    shown: Json = to_json(DocumentRecord(source, header, self_mentions=found))
    assert shown["self_mentions"]["n_numbered"] == 1
    assert shown["self_mentions"]["surfaces"] == ["Số: 452/KH-UBND", "Kế hoạch này"]
