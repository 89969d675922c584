"""The tables read back by programs that know nothing of us: csvw, PyArrow, DuckDB, openpyxl."""

from __future__ import annotations

import csv
import datetime as dt
import functools
import io
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import csvw
import duckdb
import networkx as nx
import openpyxl
import pyarrow.parquet as pq
import pytest
from export_sample import CONTROL, FORMULA, PLAN, network, records

from kg.config import ROOT
from kg.errors import KgError, RecordError
from kg.graph.network import network as network_of
from kg.graph.store import open_store
from kg.write.csvw import csvw as described
from kg.write.formats import write
from kg.write.licence import LICENCE
from kg.write.parquet import parquet
from kg.write.table_rows import TABLES, table_rows
from kg.write.tables import COLUMNS, tables
from kg.write.xlsx import CELL, xlsx
from kg.write.xml_text import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMULA_SIGNS = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1")
_SPARQL = {
    "documents": "http://data.europa.eu/eli/ontology#LegalResource",
    "tasks": "https://w3id.org/policy-cascade/ns#Task",
    "agents": "http://www.w3.org/ns/prov#Agent",
}


@pytest.fixture(scope="module")
def plans(five: Path) -> nx.MultiDiGraph[str]:
    return network_of(open_store(five, read_only=True))


@functools.cache
def store_counts(five: Path) -> dict[str, int]:
    """Count by SPARQL what the tables should hold."""
    store = open_store(five, read_only=True)
    return {
        name: int(next(iter(store.query(  # type: ignore[arg-type]
            f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ GRAPH ?g {{ ?s a <{kind}> }} "
            'FILTER(STRENDS(STR(?g), "/graph")) }'
        )))["n"].value)
        for name, kind in _SPARQL.items()
    }  # fmt: skip


def in_folder(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        # the reader takes the byte order mark for a letter, against the standard that it reads by
        (folder / name).write_bytes(content.removeprefix(b"\xef\xbb\xbf"))
    return folder


def read_csvw(folder: Path) -> dict[str, list[dict[str, Any]]]:
    group = csvw.TableGroup.from_file(folder / "csv-metadata.json")
    group.check_referential_integrity()
    return {
        str(each.url).removesuffix(".csv"): list(each.iterdicts(strict=True))
        for each in group.tables
    }


def test_csvw_reads_every_cell_by_its_kind(plans: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    read = read_csvw(in_folder(tables(plans), tmp_path))
    assert list(read) == list(TABLES)
    assert len(read["edges"]) == plans.number_of_edges()
    assert isinstance(read["tasks"][0]["start"], int)
    assert read["documents"][0]["held"] is True
    assert {type(row["date"]) for row in read["documents"]} == {dt.datetime, type(None)}


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("tasks", "start", "soon"), ("documents", "date", "2024-13-01"), ("edges", "inferred", "yes"),
     ("tasks", "document", "https://example.org/none"), ("agents", "iri", "")],
)  # fmt: skip
def test_csvw_finds_a_broken_cell(
    plans: nx.MultiDiGraph[str], tmp_path: Path, table: str, column: str, value: str
) -> None:
    folder = in_folder(tables(plans), tmp_path)
    path = folder / f"{table}.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    rows[0][column] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(ValueError, match=r"\S"):
        read_csvw(folder)


def test_keys_identify_a_row_and_lead_to_a_row(plans: nx.MultiDiGraph[str]) -> None:
    rows = {name: list(each) for name, each in table_rows(plans).items()}
    for name, columns in TABLES.items():
        keys = [tuple(row[c.name] for c in columns if c.is_key) for row in rows[name]]
        assert len(keys) == len(set(keys))
        for column in (c for c in columns if c.refers):
            there = {row["iri"] for row in rows[column.refers]}
            assert {row[column.name] for row in rows[name] if row.get(column.name)} <= there


def test_the_description_says_each_column_in_both_languages() -> None:
    told = json.loads(described())
    for table in told["tables"]:
        for column in table["tableSchema"]["columns"]:
            assert column["titles"]["vi"] != column["titles"]["en"]
            assert all(column["titles"]["vi"] + column["titles"]["en"])
    assert told["dc:license"] == {"@id": LICENCE.iri}


def test_the_licence_is_the_one_of_the_data() -> None:
    page = (ROOT / "data" / "LICENSE.md").read_text(encoding="utf-8")
    assert f"({LICENCE.iri}) (SPDX: `{LICENCE.spdx}`)" in page


def test_duckdb_counts_in_the_csv_what_the_store_counts(
    five: Path, plans: nx.MultiDiGraph[str], tmp_path: Path
) -> None:
    folder = tmp_path / "tables"
    write("csv", folder, network=lambda: plans)
    for name, expected in store_counts(five).items():
        read = duckdb.read_csv(str(folder / f"{name}.csv"))
        assert len(read) == len(set(read.select("iri").fetchall())) == expected


def values(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str, str, list[object]]]:
    """Give each column of each table with what it should hold."""
    for name, rows in table_rows(graph).items():
        found = list(rows)
        for column in TABLES[name]:
            yield name, column.name, column.kind, [row.get(column.name) for row in found]


@pytest.mark.parametrize("of", ["sample", "plans"])
def test_arrow_reads_every_column_of_parquet_as_it_is(of: str, plans: nx.MultiDiGraph[str]) -> None:
    graph = network() if of == "sample" else plans
    files = {name: pq.read_table(io.BytesIO(data)) for name, data in parquet(graph).items()}
    kinds = {
        "text": "string",
        "iri": "string",
        "date": "date32[day]",
        "integer": "int64",
        "boolean": "bool",
    }
    for name, column, kind, expected in values(graph):
        found = files[f"{name}.parquet"].column(column)
        assert str(found.type) == kinds[kind]
        if kind == "date":
            expected = [dt.date.fromisoformat(str(day)) if day else None for day in expected]  # noqa: PLW2901 - as Arrow has it
        assert found.to_pylist() == expected


def test_parquet_of_the_plans_is_counted_like_the_store(
    five: Path, plans: nx.MultiDiGraph[str], tmp_path: Path
) -> None:
    write("parquet", tmp_path / "t.parquet", network=lambda: plans)
    for name, expected in store_counts(five).items():
        path = tmp_path / "t.parquet" / f"{name}.parquet"
        assert pq.read_metadata(path).num_rows == expected


def test_parquet_is_made_where_the_path_has_a_quote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "ổ 'D'"
    there.mkdir()
    expected = parquet(network())
    monkeypatch.setattr("tempfile.tempdir", str(there))
    assert parquet(network()) == expected
    assert list(there.iterdir()) == []


def test_a_day_that_is_none_is_told_in_one_line() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(PLAN, kind="document", date="2024-02-30")
    with pytest.raises(KgError, match=r"^2024-02-30: is no day\. Export as csv\.$"):
        parquet(graph)


def book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_openpyxl_reads_the_workbook(five: Path, plans: nx.MultiDiGraph[str]) -> None:
    data, notes = xlsx(plans)
    found = book(data)
    assert notes == ()
    assert found.sheetnames == [*TABLES, "columns"]
    for name, expected in store_counts(five).items():
        assert found[name].max_row - 1 == expected
    for name in TABLES:
        sheet = found[name]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert tuple(cell.value for cell in sheet[1]) == COLUMNS[name]


def test_cells_of_the_workbook_are_words_numbers_and_days(plans: nx.MultiDiGraph[str]) -> None:
    found = book(xlsx(plans)[0])
    for name, column, kind, expected in values(plans):
        at = COLUMNS[name].index(column) + 1
        cells = [found[name].cell(row, at) for row in range(2, len(expected) + 2)]
        read = [c.value.date().isoformat() if c.is_date else c.value for c in cells]
        told = [xml_text(v) if isinstance(v, str) else v for v in expected]
        assert read == [None if v == "" else v for v in told]
        if kind == "date":
            assert all(c.is_date and c.number_format == "yyyy-mm-dd" for c in cells if c.value)


@pytest.mark.parametrize(
    "words", [*FORMULA_SIGNS, FORMULA, "https://x.org/", "_x000D_", " đầu", CONTROL]
)
def test_words_of_a_cell_are_neither_run_nor_changed(words: str) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(PLAN, kind="document", label=words, date="1899-12-31")
    data, _ = xlsx(graph)
    cell = book(data)["documents"]["A2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert bool(cell.quotePrefix) == words.startswith(("=", "+", "-", "@", "＝"))
    shown = cell.value.replace("_x000D_\n", "\r\n")  # openpyxl leaves escapes to Excel
    shown = re.sub(r"_x005F(?=_x[0-9A-F]{4}_)", "", shown)
    assert shown == xml_text(words)
    assert book(data)["documents"]["H2"].value == "1899-12-31"
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_a_text_too_long_for_a_cell_is_told() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", kind="document", label="ố" * CELL)
    graph.add_node("b", kind="document", label="ố" * (CELL - 1) + "😀")
    data, notes = xlsx(graph)
    assert notes == (
        "documents!3 label: the cell holds 32767 of 32768 characters; the whole stands in the csv",
    )
    found = book(data)
    assert found["documents"]["A2"].value == "ố" * CELL
    cut = str(found["documents"]["A3"].value)
    assert (cut[-5:], len(cut)) == ("ố […]", CELL)
    assert [cell.value for cell in found["notes"][2]][:4] == ["documents", 3, "label", CELL + 1]


def test_a_table_too_long_for_a_sheet_goes_on_in_the_next() -> None:
    data, notes = xlsx(network(), sheet_rows=3)
    found = book(data)
    assert [name for name in found.sheetnames if name.startswith("edges")] == [
        "edges",
        "edges 2",
        "edges 3",
    ]
    rows = [
        row for name in ("edges", "edges 2", "edges 3") for row in found[name].iter_rows(min_row=2)
    ]
    assert len(rows) == 6
    assert found["edges 3"]["A1"].value == "from_label"
    assert len(notes) == 2
    assert "goes on from the sheet before" in notes[0]


def test_lines_of_records_are_one_document_each() -> None:
    stream = io.BytesIO()
    told = [
        *records(),
        json.dumps({"file": "c", "words": "a\u2028b\u2029c\x85d"}, ensure_ascii=False),
    ]
    write("jsonl", stream, records=lambda: told)
    lines = stream.getvalue().decode().splitlines()  # breaks at U+2028 too, if one stood there
    assert [json.loads(line) for line in lines] == [json.loads(text) for text in told]
    with pytest.raises(RecordError, match="record 1"):
        write("jsonl", io.BytesIO(), records=lambda: ["[]"])
