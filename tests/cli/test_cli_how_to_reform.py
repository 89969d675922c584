"""What docs/how-to/follow-the-reform.md shows is what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from kg.build import build
from kg.cli import group
from kg.graph.query import Table, sparql
from kg.graph.store import open_store

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to" / "follow-the-reform.md").read_text(encoding="utf-8")


def printed(*words: str) -> str:
    result = CliRunner().invoke(group, list(words), catch_exceptions=False)
    assert result.exit_code == 0, words
    return result.output


def test_the_shown_answer_is_the_real_one() -> None:
    for name in ("Sở Kế hoạch và Đầu tư tỉnh Bến Tre", "UBND xã Đắk D'rông, huyện Cư Jút"):
        assert printed("holder", name, "--as-of", "2025-07-02") in PAGE


def test_every_shown_command_and_query_runs(tmp_path: Path) -> None:
    build([ROOT / "data" / "documents"], tmp_path)
    commands = re.findall(r"^\$ kg (ask|cascade) (.+?)(?:  +#.*)?$", PAGE, flags=re.MULTILINE)
    assert len(commands) == 4
    for name, rest in commands:
        words = re.findall(r'"([^"]+)"|(\S+)', rest)
        assert printed(name, *("".join(pair) for pair in words), "-g", str(tmp_path))
    query = re.search(r"```sparql\n(.+?)```", PAGE, flags=re.DOTALL)
    assert query is not None
    table = sparql(open_store(tmp_path, read_only=True), query[1])
    assert isinstance(table, Table)
    assert ("Sở Y tế tỉnh Bến Tre", "Sở Y tế tỉnh Vĩnh Long", "2025-07-01") in table.rows
