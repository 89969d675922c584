"""The help of the commands in Vietnamese: every word has its row, and English never moves."""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kg.cli import group, summary, tree
from kg.cli.speech import wished
from kg.cli.translated import option_name, said
from kg.messages import by_english, pairs

ROOT = Path(__file__).parents[2]
Piece = tuple[str, str]


def kg(*args: str, lang: str | None = None) -> Result:
    return CliRunner().invoke(group, list(args), prog_name="kg", env={"KG_LANG": lang})


def commands(command: click.Command = group, name: str = "kg") -> Iterator[tuple[str, click.Command]]:  # fmt: skip
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for key in command.list_commands(context):
            below = command.get_command(context, key)
            assert below is not None
            yield from commands(below, key if name == "kg" else f"{name} {key}")


def pieces() -> Iterator[Piece]:
    """Give every paragraph of help and every option with its key."""
    for name, command in commands():
        texts = inspect.cleandoc(command.help or "").split("\n\n")
        prose = [text for text in texts if not text.startswith("\b")]
        yield name, prose[0]
        yield from ((f"{name}.{i}", text) for i, text in enumerate(prose[1:], start=2))
        for each in command.params:
            if isinstance(each, click.Option):
                yield f"{name}.{option_name(each)}", each.help or ""


PIECES = list(pieces())


@pytest.mark.parametrize(("key", "english"), PIECES, ids=[key for key, _ in PIECES])
def test_every_command_and_every_option_has_vietnamese_words(key: str, english: str) -> None:
    assert said(english, key) != english, "add a row to data/words/messages.csv"


def test_no_row_of_a_command_is_left_over() -> None:
    keys = {key for key, _ in PIECES}
    shared = {f"*.{key.partition('.')[2]}" for key in keys if ".--" in key}
    assert set(pairs("command")) - keys - shared == set()


def test_a_row_whose_english_is_no_longer_that_of_the_program_is_not_used() -> None:
    assert said("Print the query in red.", "ask.--sparql") == "Print the query in red."
    assert said("Print the  query\nitself.", "ask.--sparql") == "In chính câu truy vấn."


def test_every_word_for_a_value_is_used() -> None:
    found = {part for _, each in commands() for part in _metavars(each)}
    assert set(by_english("metavar")) - found == set()


def _metavars(command: click.Command) -> Iterator[str]:
    yield command.options_metavar or ""
    if isinstance(command, click.Group):
        yield command.subcommand_metavar or ""
    for each in command.params:
        yield from (each.metavar or str(each.name).upper(), str(each.type.name).upper())


def test_every_line_that_a_command_says_has_vietnamese_words() -> None:
    known = by_english("line")
    told = {line for path in (ROOT / "kg" / "cli").glob("*.py") for line in _said_in(path)}
    told |= {*tree._SAID.values(), *summary._HEADER}  # noqa: SLF001  (tables of lines)
    assert len(told) > 50
    assert sorted(told - set(known)) == []


def _said_in(path: Path) -> Iterator[str]:
    """Give the sentences that a file gives to ``phrase`` and ``say``."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"phrase", "say"}:
            for part in _ends(node.args[0]):
                if isinstance(part, ast.Constant):
                    yield str(part.value)


def _ends(node: ast.expr) -> Iterator[ast.expr]:
    yield from (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,)


@pytest.mark.parametrize(
    ("args", "environment", "lang"),
    [
        ([], {}, "en"),
        ([], {"KG_LANG": "vi"}, "vi"),
        ([], {"LC_ALL": "vi_VN.UTF-8", "LANG": "vi_VN"}, "en"),  # never by the machine alone
        (["--lang", "en", "ask"], {"KG_LANG": "vi"}, "en"),  # the call is nearer than the shell
        (["--lang=vi", "ask"], {}, "vi"),
        (["--help", "--lang", "vi"], {}, "vi"),
        (["report", "--lang", "vi"], {}, "en"),  # that is the language of the report
        (["--lang"], {}, "en"),
        ([], {"KG_LANG": "fr"}, "en"),
    ],
)
def test_who_decides_the_language(args: list[str], environment: dict[str, str], lang: str) -> None:
    assert wished(args, environment) == lang


ENGLISH = re.compile(r"\b(?:the|and|with|Usage|Options|Commands|Show|Write|default|Example)\b")


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_the_help_has_no_english_left(name: str) -> None:
    path = [] if name == "kg" else name.split()
    found = kg(*path, "--help", lang="vi")
    assert found.exit_code == 0
    head, _, rest = found.output.partition("Ví dụ:")
    options = rest.partition("Tùy chọn:")[2]
    assert head.startswith("Cách dùng: kg")
    assert ENGLISH.findall(re.sub(r"\S*[_./=]\S*", "", head + options)) == []


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_the_examples_stay_as_they_are(name: str) -> None:
    path = [] if name == "kg" else name.split()
    english, told = (kg(*path, "--help", lang=lang).output for lang in (None, "vi"))
    example = english.partition("Example:\n")[2].partition("\n\n")[0]
    assert example
    assert example in told


def test_english_comes_back_after_vietnamese() -> None:
    before = kg("ask", "--help").output
    assert kg("--lang", "vi", "ask", "--help").output != before
    assert kg("ask", "--help").output == before
    assert before.startswith("Usage: kg ask [OPTIONS] [NAME]")


def test_english_help_reads_no_table() -> None:
    code = "import sys, kg.cli\ntry: kg.cli.group(['--help'], prog_name='kg')\nexcept SystemExit: print(sorted(n for n in sys.modules if n in ('kg.messages', 'kg.cli.translated', 'csv')))"
    found = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "KG_LANG": "en"},
    )  # fmt: skip
    assert "kg.messages" not in found.stdout.splitlines()[-1]
    assert "kg.cli.translated" not in found.stdout.splitlines()[-1]
