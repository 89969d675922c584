"""CSV on the Web: what the columns of the tables are, for programs (``csv-metadata.json``)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.write.licence import LICENCE
from kg.write.table_rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.write.table_rows import Column

Json: TypeAlias = "dict[str, Any]"

METADATA = "csv-metadata.json"
"""The name by which readers of CSVW find the description beside the tables."""
_DATATYPES = {
    "text": "string",
    "iri": "anyURI",
    "date": {"base": "date", "format": "yyyy-MM-dd"},
    "integer": {"base": "integer", "minimum": 0},
    "boolean": {"base": "boolean", "format": "true|false"},
}
_TITLES = {
    "documents": ("Văn bản", "Documents"),
    "tasks": ("Nhiệm vụ", "Tasks"),
    "agents": ("Cơ quan", "Bodies"),
    "edges": ("Quan hệ, kèm nguyên văn", "Links, with the words that say them"),
}


def csvw() -> str:
    """Give the description of the four tables, with titles in both languages and with keys."""
    told: Json = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": "kg – policy cascade",
        "dc:license": {"@id": LICENCE.iri},
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": [_table(name, columns) for name, columns in TABLES.items()],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _table(name: str, columns: Iterable[Column]) -> Json:
    vi, en = _TITLES[name]
    columns = tuple(columns)
    return {
        "url": f"{name}.csv",
        "dc:title": [{"@value": vi, "@language": "vi"}, {"@value": en, "@language": "en"}],
        "tableSchema": {
            "columns": [_column(each) for each in columns],
            "primaryKey": [each.name for each in columns if each.is_key],
            "foreignKeys": [_foreign(each) for each in columns if each.refers],
        },
    }


def _column(column: Column) -> Json:
    """Describe a column; its name stands among the titles, for that is what the file prints."""
    return {
        "name": column.name,
        "titles": {"und": [column.name], "vi": [column.vi], "en": [column.en]},
        "datatype": _DATATYPES[column.kind],
        **({"required": True} if column.is_key else {}),
    }


def _foreign(column: Column) -> Json:
    reference = {"resource": f"{column.refers}.csv", "columnReference": ["iri"]}
    return {"columnReference": [column.name], "reference": reference}
