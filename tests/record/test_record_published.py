"""What is published: schema and page say what the code does."""

from __future__ import annotations

import json
from typing import get_args

from jsonschema import Draft202012Validator
from rebuilt import GOLD, Json, Rebuilt, only, quotes, without_remarks

from kg import model
from kg.config import ROOT
from kg.record import shape, to_json
from kg.record.faults import Maybe

SCHEMA = json.loads((ROOT / "docs" / "record.schema.json").read_text(encoding="utf-8"))


def as_schema(node: object) -> Json:
    """Say a row of the shape table in JSON Schema."""
    names: dict[int, Json] = {
        id(shape.SPAN): {"$ref": "#/$defs/span"},
        id(shape.PAIR): {"$ref": "#/$defs/pair"},
    }
    names[id(shape.ONE)] = {"const": 1}
    types: dict[object, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}
    match node:
        case _ if id(node) in names:
            return names[id(node)]
        case Maybe(inner):
            said = as_schema(inner)
            both = {"type": [said.get("type"), "null"]}
            return both if list(said) == ["type"] else {"anyOf": [said, {"type": "null"}]}
        case frozenset():
            return {"enum": sorted(node)}
        case [inner]:
            return {"type": "array", "items": as_schema(inner)}
        case dict():
            return {"type": "object", "properties": {k: as_schema(v) for k, v in node.items()}}
    return {"type": types[node]}


def resolved(node: object) -> object:
    """Give the published schema without descriptions, its references opened."""
    match node:
        case {"$ref": str(ref)} if not ref.endswith(("/span", "/pair")):
            return resolved(SCHEMA["$defs"][ref.rpartition("/")[2]])
        case {"type": "object", "properties": dict(properties)}:
            opened = {key: resolved(value) for key, value in properties.items()}
            return {"type": "object", "properties": opened}
        case dict():
            return {key: resolved(value) for key, value in node.items() if key != "description"}
        case list():
            return [resolved(each) for each in node]
    return node


def test_the_published_schema_is_the_shape_that_load_checks() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert resolved(SCHEMA) == as_schema(shape.RECORD)
    assert SCHEMA["required"] == ["file"]


def keys(node: object) -> set[str]:
    match node:
        case dict():
            named = set(node.get("properties", {}))
            return named.union(*(keys(each) for each in node.values()))
        case list():
            return set().union(*(keys(each) for each in node))
    return set()


def test_every_key_is_documented() -> None:
    page = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    missing = {key for key in keys(SCHEMA) if f"`{key}`" not in page}
    assert not missing
    assert len(keys(SCHEMA)) > 100


def test_the_documented_example_is_the_gold_task_with_true_spans() -> None:
    page = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    shown = json.loads(page.partition("```json\n")[2].partition("```")[0])
    gold = json.loads(GOLD[4].read_text(encoding="utf-8"))
    task = next(each for each in gold["tasks"] if each["id"] == shown["id"])
    assert only(shown, without_remarks(task)) == without_remarks(task)
    text = Rebuilt(gold).text
    assert all(text[start:end] == words for words, (start, end) in quotes(shown))
    written: Json = to_json(Rebuilt(gold).record())
    same = next(each for each in written["tasks"] if each["id"] == shown["id"])
    assert list(shown) == list(same)


def test_every_kind_of_the_model_is_admitted() -> None:
    kinds = SCHEMA["$defs"]["task"]["properties"]["kind"]["enum"]
    assert sorted(get_args(model.TaskKind)) == kinds
