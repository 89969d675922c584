"""The table of messages: every row is used, says the same in both languages, and is found."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

from kg.lexicon import Row, rows
from kg.messages import by_english, pairs, retold

KG = Path(__file__).parents[2] / "kg"
MESSAGES = rows("words/messages")
PAGES = {"page", "annotated", "board", "view", "site", "report", "compared", "calendar", "serve"}
COMMANDS = {"command", "metavar", "click", "line", "sentence", "error"}
CLICK = (
    click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types,
)  # fmt: skip


def of(where: str) -> list[Row]:
    return [row for row in MESSAGES if row["where"] == where]


def strings(file: str | Path) -> Iterator[str]:
    """Give every string of a Python file, the holes of an f-string as {}."""
    for node in ast.walk(ast.parse(Path(file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
            yield re.sub(r"(\{\})+", "{}", "".join(map(str, parts)))


def holes(words: str) -> list[str]:
    return sorted(re.findall(r"\{[^{}]*\}", words))


def test_every_row_speaks_for_a_known_room() -> None:
    assert {row["where"] for row in MESSAGES} == PAGES | COMMANDS


def test_no_row_stands_twice_and_none_is_empty() -> None:
    keys = Counter((row["where"], row["key"]) for row in MESSAGES)
    assert [key for key, count in keys.items() if count > 1] == []
    assert [row["key"] for row in MESSAGES if not (row["vi"].strip() and row["en"].strip())] == []


def test_what_is_looked_up_by_its_english_stands_once() -> None:
    for where in COMMANDS - {"command"}:
        english = Counter(row["en"] for row in of(where))
        assert [words for words, count in english.items() if count > 1] == []


def test_both_languages_have_the_same_holes() -> None:
    other = [row["en"] for row in MESSAGES if not _agree(row)]
    assert other == []
    assert [row["vi"] for row in MESSAGES if not unicodedata.is_normalized("NFC", row["vi"])] == []


def _agree(row: Row) -> bool:
    vietnamese, english = holes(row["vi"]), holes(row["en"])
    if row["where"] == "click":  # its "integer range" is no word for a reader
        return set(vietnamese) <= set(english)
    return vietnamese == english


def test_the_words_of_click_are_still_its_words() -> None:
    known = {words for module in CLICK for words in strings(str(module.__file__))}
    assert [row["en"] for row in of("click") if row["en"] not in known] == []


def test_every_line_is_still_said_by_a_command() -> None:
    known = {words for path in (KG / "cli").glob("*.py") for words in strings(path)}
    assert [row["en"] for row in of("line") if row["en"] not in known] == []


def test_every_error_is_still_one_of_the_program() -> None:
    known = {words for path in KG.rglob("*.py") for words in strings(path)}
    assert [row["en"] for row in of("error") if row["en"] not in known] == []


def test_every_sentence_is_made_of_words_of_the_program_or_of_the_gazetteer() -> None:
    known = "\n".join(words for path in KG.rglob("*.py") for words in strings(path))
    tables = (
        *(KG.parent / "data" / "gazetteer").glob("*.csv"),
        KG.parent / "data/publishing/checks.csv",
    )
    known += "\n".join(path.read_text(encoding="utf-8") for path in tables)
    pieces = {
        (row["en"], piece)
        for row in of("sentence")
        for part in re.split(r"\{\}", row["en"])
        for piece in re.split(r"[:;,.]", part)
        if piece.strip()
    }
    assert sorted(each for each in pieces if each[1].strip() not in known) == []


def test_the_usual_errors_have_rows() -> None:
    assert len(of("error")) >= 100


def test_a_sentence_is_retold_with_its_names_and_numbers() -> None:
    assert retold("error", "'Thực hiện' fits 4 documents") == "'Thực hiện' khớp với 4 văn bản"
    assert retold("error", "has no feet") is None
    assert retold("sentence", "Tasks: 20 of the first and 22 of the second; 1 adapted, 3 only first.") == (
        "Nhiệm vụ: 20 của bên thứ nhất và 22 của bên thứ hai; 1 có sửa, 3 chỉ bên thứ nhất."
    )  # fmt: skip


def test_braces_in_a_name_stay_braces() -> None:
    assert retold("error", "no document is called '{0} {x}'") == (
        "không có văn bản nào tên là '{0} {x}'"
    )


def test_each_room_gives_what_the_table_has_in_its_order() -> None:
    for where in PAGES | COMMANDS:
        assert list(pairs(where)) == [row["key"] for row in of(where)]
    assert by_english("metavar")["FILE"] == "TỆP"
