"""Building: what changed, what fails, what stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.build import build
from kg.cli import group
from kg.config import bundled
from kg.folder import read_state

PLAN = "KẾ HOẠCH\n\nThực hiện Quyết định số {n}/QĐ-TTg ngày 02/3/2024 của Thủ tướng Chính phủ\n\n"
BODY = "Ủy ban nhân dân tỉnh Bến Tre ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n\n1. Sở Y tế kiểm tra các trạm.\n"


def plan(folder: Path, name: str, number: int = 7) -> Path:
    path = folder / name
    path.write_text(PLAN.format(n=number) + BODY, encoding="utf-8")
    return path


def test_the_second_build_reads_nothing_again(tmp_path: Path) -> None:
    plan(tmp_path, "a.txt")
    out = tmp_path / "out"
    assert len(build([tmp_path / "a.txt"], out).built) == 1
    again = build([tmp_path / "a.txt"], out)
    assert (again.built, len(again.unchanged)) == ([], 1)


def test_a_changed_file_replaces_its_document(tmp_path: Path) -> None:
    path = plan(tmp_path, "a.txt", 7)
    out = tmp_path / "out"
    build([path], out)
    before = read_state(out)["a.txt"].graph
    plan(tmp_path, "a.txt", 8)
    build([path], out)
    after = read_state(out)
    assert list(after) == ["a.txt"]
    assert after["a.txt"].graph != before


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n ", "is empty"),
        ("binary.txt", b"a\0b", "NUL"),
        ("latin.txt", b"K\xea hoach \xff", "is not utf-8"),
        ("paper.txt", b"%PDF-1.7 x", "PDF"),
    ],
)
def test_one_bad_file_does_not_stop_the_others(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    plan(tmp_path, "good.txt")
    (tmp_path / name).write_bytes(data)
    out = tmp_path / "out"
    found = CliRunner().invoke(
        group, ["build", str(tmp_path / "good.txt"), str(tmp_path / name), "-o", str(out)]
    )
    assert found.exit_code == 4
    lines = [line for line in found.stderr.splitlines() if name in line]
    assert len(lines) == 1
    assert says in lines[0]
    assert list(read_state(out)) == ["good.txt"]


def test_only_failures_is_exit_code_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = CliRunner().invoke(group, ["build", str(tmp_path / "none.txt"), "-o", str(out)])
    assert found.exit_code == 1
    assert "none.txt" in found.stderr


def test_a_file_that_turns_bad_keeps_what_was_built(tmp_path: Path) -> None:
    path = plan(tmp_path, "a.txt")
    out = tmp_path / "out"
    build([path], out)
    path.write_bytes(b"")
    report = build([path], out)
    assert len(report.failed) == 1
    assert list(read_state(out)) == ["a.txt"]


def test_prune_takes_out_what_is_gone(tmp_path: Path) -> None:
    first, second = plan(tmp_path, "a.txt", 7), plan(tmp_path, "b.txt", 8)
    out = tmp_path / "out"
    build([first, second], out)
    assert build([first], out, prune=True).removed == ["b.txt"]
    assert list(read_state(out)) == ["a.txt"]


def test_the_same_document_twice_is_kept_once(tmp_path: Path) -> None:
    first, second = plan(tmp_path, "a.txt"), plan(tmp_path, "b.txt")
    report = build([first, second], tmp_path / "out")
    assert len(report.built) == 1
    assert "same document as a.txt" in report.skipped[0][1]


def test_two_files_of_one_name_keep_both(tmp_path: Path) -> None:
    for number, folder in enumerate(("x", "y")):
        (tmp_path / folder).mkdir()
        plan(tmp_path / folder, "a.txt", 7 + number)
    report = build([tmp_path / "x", tmp_path / "y"], tmp_path / "out")
    assert len(report.built) == 2
    assert len(read_state(tmp_path / "out")) == 2


def test_workers_change_nothing(tmp_path: Path) -> None:
    docs = [bundled("data", "documents")]
    for workers in (1, 2):
        build(docs, tmp_path / str(workers), workers=workers)
    one, two = (
        sorted((p.name, p.read_bytes()) for p in (tmp_path / str(n) / "records").iterdir())
        for n in (1, 2)
    )
    assert one == two


@pytest.mark.slow
def test_export_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Five hash seeds, the C locale, another time zone: one Turtle."""
    seen = set()
    worlds = [{"PYTHONHASHSEED": str(seed)} for seed in (0, 1, 2, 3, 4)]
    worlds += [{"LC_ALL": "C", "PYTHONHASHSEED": "5"}, {"TZ": "Asia/Ho_Chi_Minh"}]
    for number, world in enumerate(worlds):
        out = tmp_path / str(number)
        run = [sys.executable, "-m", "kg"]
        env = {**os.environ, **world}
        docs = str(bundled("data", "documents"))
        subprocess.run([*run, "build", "-q", docs, "-o", str(out)], env=env, check=True)
        target = tmp_path / f"{number}.ttl"
        subprocess.run(
            [*run, "export", "-g", str(out), "-o", str(target)],
            env=env,
            check=True,
            capture_output=True,
        )
        seen.add(target.read_bytes())
    assert len(seen) == 1
    assert len(seen.pop()) > 100_000


def test_the_state_tells_what_was_built(tmp_path: Path) -> None:
    build([plan(tmp_path, "a.txt")], tmp_path / "out")
    rows = json.loads((tmp_path / "out" / "state.json").read_text(encoding="utf-8"))["documents"]
    assert rows[0]["file"] == "a.txt"
    assert rows[0]["rules"].startswith("0.1.0+")


def test_a_zip_is_read_and_a_bad_one_is_named(tmp_path: Path) -> None:
    plan(tmp_path, "a.txt")
    whole, broken = tmp_path / "papers.zip", tmp_path / "broken.zip"
    with zipfile.ZipFile(whole, "w") as archive:
        archive.write(tmp_path / "a.txt", "inner/a.txt")
    broken.write_bytes(b"PK\x03\x04 nothing more")
    report = build([whole, broken], tmp_path / "out")
    assert [Path(path).name for path in report.built] == ["a.txt"]
    assert [Path(path).name for path, _ in report.failed] == ["broken.zip"]


def test_a_readme_in_a_folder_is_no_document(tmp_path: Path) -> None:
    plan(tmp_path, "a.txt")
    (tmp_path / "README.md").write_text("# About these papers\n", encoding="utf-8")
    report = build([tmp_path], tmp_path / "out")
    assert [Path(path).name for path in report.built] == ["a.txt"]


def test_what_was_built_is_no_log_that_each_opening_reads_again(five: Path) -> None:
    newest = max((five / "store").glob("*.log"))
    assert newest.stat().st_size == 0
