"""What docs/how-to/add-a-form.md shows is what the tables hold and the commands print."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from test_lexicon_promise import NO_WORDS

from kg.cli import group
from kg.config import ROOT, bundled
from kg.lexicon import TIMES

PAGE = (ROOT / "docs" / "how-to" / "add-a-form.md").read_text(encoding="utf-8")
LEXICON = ROOT / "data" / "lexicon"


def blocks(kind: str) -> list[str]:
    """Give the blocks of one kind, in order."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_every_table_of_words_is_explained() -> None:
    tables = {path.name for path in bundled("data", "lexicon").glob("*.csv")}
    shown = re.findall(r"^\| [^|]+ \| `(\w+\.csv)` \|", PAGE, re.MULTILINE)
    assert sorted(shown) == sorted(tables - {f"{name}.csv" for name in NO_WORDS})


@pytest.mark.parametrize("row", blocks("csv")[0].splitlines())
def test_the_shown_rows_are_rows(row: str) -> None:
    assert row in (LEXICON / "field_labels.csv").read_text(encoding="utf-8").splitlines()


def test_the_shown_row_of_times_is_a_row_and_its_readers_exist() -> None:
    table = TIMES.read_text(encoding="utf-8")
    (row,) = blocks("row")
    assert row in table
    readers = re.findall(r"`(_[a-z_]+)`", PAGE)
    assert len(readers) > 9
    assert [name for name in readers if f"\ndef {name}(" not in table] == []


def bare(output: str) -> str:
    """Give an output without how sure each finding is: that moves with every count."""
    return re.sub(r"^    [a-z]+ [01]\.\d\d · ", "    ", output, flags=re.MULTILINE)


def test_the_shown_output_is_the_real_one() -> None:
    paper, before, _, after, *times = map(bare, blocks("text"))
    printed = bare(CliRunner().invoke(group, ["extract", "-", "--explain"], input=paper).stdout)
    for shown in (after, *times):
        assert shown in printed
    assert before not in printed
