"""What a user gets with ``pip install .``: a command that works from any folder."""

from __future__ import annotations

import os
import re
import subprocess
import venv
from typing import TYPE_CHECKING

import pytest

from kg.config import ROOT, VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

pytestmark = pytest.mark.slow

OFFLINE = re.compile(
    "Failed to establish a new connection|Temporary failure in name resolution|"
    "Network is unreachable|ConnectTimeoutError|NameResolutionError|ProxyError",
)
CONSTRAINTS = ROOT / "constraints.txt"


def run(command: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    hidden = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    environment["PIP_CONSTRAINT"] = str(CONSTRAINTS)  # holds for the build backend too
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("installed")
    venv.create(home / "env", with_pip=True, symlinks=True)
    bin_folder = home / "env" / "bin"
    options = ["--quiet", "--retries", "1", "--timeout", "30", "--disable-pip-version-check"]
    answer = run([bin_folder / "pip", "install", *options, ROOT], home)
    if answer.returncode and OFFLINE.search(answer.stderr):
        pytest.skip("offline: the packages of constraints.txt cannot be fetched")
    assert answer.returncode == 0, answer.stderr
    return bin_folder


def test_the_command_tells_its_version(programs: Path, tmp_path: Path) -> None:
    answer = run([programs / "kg", "--version"], tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert VERSION in answer.stdout


def test_the_plans_are_built_from_another_folder(programs: Path, tmp_path: Path) -> None:
    answer = run([programs / "kg", "build"], tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert any(path.is_file() for path in tmp_path.rglob("*")), "nothing was written"


def test_the_installed_package_does_not_lean_on_the_checkout(
    programs: Path, tmp_path: Path
) -> None:
    code = "import kg; from kg.config import bundled; print(kg.__file__, bundled('data'))"
    answer = run([programs / "python", "-c", code], tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert str(ROOT) not in answer.stdout


def test_words_and_plans_travel_with_the_package(programs: Path, tmp_path: Path) -> None:
    code = "from kg.config import bundled; print(*(p.name for p in bundled('data').rglob('*.*')))"
    names = run([programs / "python", "-c", code], tmp_path).stdout.split()
    packed = ("documents", "gazetteer", "lexicon")
    wanted = {path.name for folder in packed for path in (ROOT / "data" / folder).glob("*.*")}
    assert wanted <= set(names)
