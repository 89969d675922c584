"""One door for all formats: whole files or none, the same bytes everywhere."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import export_sample
import pytest
from export_sample import network, quads, records, write_all

from kg.errors import KgError, RecordError
from kg.write.files import write_text
from kg.write.formats import FORMATS, format_of, write
from kg.write.prefixes import prefixes

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
TABLES = ("agents.csv", "csv-metadata.json", "documents.csv", "edges.csv", "tasks.csv")


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    ("seed", "surroundings"),
    [
        (1, {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Ho_Chi_Minh"}),
        (2, {"PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati"}),
    ],
)
def test_same_bytes_everywhere(tmp_path: Path, seed: int, surroundings: dict[str, str]) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    write_all(here, 0)
    told = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], **surroundings}
    command = [sys.executable, export_sample.__file__, str(there), str(seed)]
    subprocess.run(command, check=True, env=told, cwd=tmp_path)
    assert contents(there) == contents(here)
    assert len(contents(here)) == len(FORMATS) + len(TABLES)


@pytest.mark.parametrize("name", FORMATS)
def test_a_stream_and_a_path_get_the_same(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"ra{FORMATS[name].suffix}"
    stream = io.BytesIO()
    for target in (path, stream):
        write(name, target, quads=quads, network=network, records=records)
    assert path.read_bytes() == stream.getvalue()
    assert os.listdir(tmp_path) == [path.name]  # noqa: PTH208 - also what is hidden


def test_a_dash_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write("nquads", "-", quads=quads)
    stream = io.BytesIO()
    write("nquads", stream, quads=quads)
    assert capfdbinary.readouterr().out == stream.getvalue()


def _broken() -> Iterator[str]:
    yield "half of"
    message = "the disk is on fire"
    raise RuntimeError(message)


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "ra.ttl"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError, match="on fire"):
        write_text(path, _broken())
    assert contents(tmp_path) == {"ra.ttl": b"old"}


def test_a_failure_leaves_no_new_file(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"record 2: is no JSON object"):
        write("json", tmp_path / "ra.json", records=lambda: ["{}", "[]"])
    assert contents(tmp_path) == {}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "ra.ttl", tmp_path / "link.ttl"
    path.write_text("old", encoding="utf-8")
    link.symlink_to(path)
    write("turtle", link, quads=quads)
    assert link.is_symlink()
    assert path.read_bytes().startswith(b"@prefix")


def test_a_device_stays_a_device() -> None:
    write("turtle", os.devnull, quads=quads)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_files_can_be_read_by_whom_the_user_lets(tmp_path: Path) -> None:
    plain, written = tmp_path / "plain", tmp_path / "ra.ttl"
    plain.touch()
    write("turtle", written, quads=quads)
    assert stat.S_IMODE(written.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    written.chmod(0o600)
    write("turtle", written, quads=quads)
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_tables_fill_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "bảng"
    write("csv", folder, network=network)
    (folder / "ghi chú.txt").write_text("của tôi", encoding="utf-8")
    (folder / "tasks.csv").write_text("old", encoding="utf-8")
    write("csv", str(folder), network=lambda: network(7))
    assert sorted(contents(tmp_path)) == [
        *(f"bảng/{name}" for name in TABLES[:4]), "bảng/ghi chú.txt", "bảng/tasks.csv",
    ]  # fmt: skip
    assert (folder / "tasks.csv").read_bytes() != b"old"


@pytest.mark.parametrize("name", FORMATS)
def test_a_missing_folder_is_told(name: str, tmp_path: Path) -> None:
    target = tmp_path / "không có" / "ra.zip"
    with pytest.raises(KgError, match=r"ra\.zip: cannot be written: .+ Name another file\."):
        write(name, target, quads=quads, network=network, records=records)


def test_tables_do_not_replace_a_file(tmp_path: Path) -> None:
    path = tmp_path / "ra"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(KgError, match="cannot be written"):
        write("csv", path, network=network)
    assert contents(tmp_path) == {"ra": b"mine"}


def test_a_file_does_not_replace_a_folder(tmp_path: Path) -> None:
    (tmp_path / "ra.ttl").mkdir()
    with pytest.raises(KgError, match="cannot be written"):
        write("turtle", tmp_path / "ra.ttl", quads=quads)
    assert contents(tmp_path) == {}


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(KgError, match=r"'docx' is no format\. Choose one of: turtle, trig, "):
        write("docx", io.BytesIO())


@pytest.mark.parametrize("name", FORMATS)
def test_only_what_a_format_takes_is_made(name: str) -> None:
    makers: dict[str, Any] = {"quads": quads, "network": network, "records": records}
    taken = FORMATS[name].takes
    write(name, io.BytesIO(), **{taken: makers[taken]})
    rest = {other: made for other, made in makers.items() if other != taken}
    with pytest.raises(TypeError, match=f"made of the {taken}"):
        write(name, io.BytesIO(), **rest)


def test_formats_are_told_apart_by_their_files() -> None:
    assert {format_of(f"ra{each.suffix}") for each in FORMATS.values()} == set(FORMATS)
    assert format_of("ra") is None


def test_records_are_one_array() -> None:
    stream = io.BytesIO()
    write("json", stream, records=records)
    assert json.loads(stream.getvalue()) == [json.loads(text) for text in records()]
    empty = io.BytesIO()
    write("json", empty, records=list)
    assert json.loads(empty.getvalue()) == []


def test_prefixes_may_be_chosen() -> None:
    stream = io.BytesIO()
    write("turtle", stream, quads=quads, prefixes={"": prefixes()["pc"]})
    page = stream.getvalue().decode()
    assert page.startswith("@prefix : <https://w3id.org/policy-cascade/ns#> .\n\n<")
    assert " a :Task ;" in page


def test_the_list_of_formats_is_light() -> None:
    heavy = "{'rdflib', 'networkx', 'pyoxigraph'}"
    code = f"import sys, kg.write.formats; print(sorted({heavy} & set(sys.modules)))"
    told = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, env=told, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"


def test_every_format_stands_in_the_manual() -> None:
    page = (ROOT / "docs" / "how-to" / "export.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"--format {name} " not in page] == []
