"""How answers are printed: a table for eyes, JSON and CSV for programs."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click

from kg.cli.speech import language, ours, phrase, reworded, say
from kg.write.csv_text import csv_text

Cell = str | int | float | bool | None
Command = TypeVar("Command", bound=Callable[..., object])
_WIDTH = 110


def graph_option(command: Command) -> Command:
    """Add ``-g/--graph DIR`` to a command that reads a graph."""
    option = click.option(
        "-g", "--graph", "folder", type=click.Path(path_type=Path), default=Path("build"),
        show_default=True, metavar="DIR", help="The graph folder that kg build made.",
    )  # fmt: skip
    return option(command)


def format_option(command: Command) -> Command:
    """Add ``--format table|json|csv`` and ``-o FILE`` to a command that answers with rows."""
    kind = click.option("--format", "kind", type=click.Choice(["table", "json", "csv"]),
                        default="table", show_default=True, help="How to print the answer.")  # fmt: skip
    out = click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
                       help="Write to a file instead of the screen.")  # fmt: skip
    return kind(out(command))


def page_options(command: Command) -> Command:
    """Add ``--html FILE`` and ``--lang`` to a command that shows one document."""
    page = click.option("--html", "page", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
                        help="Write a page instead: the whole text, and over it what was and was not understood.")  # fmt: skip
    lang = click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True,
                        help="The language the page opens in; it can be switched there.")  # fmt: skip
    return page(lang(command))


def show_rows(  # noqa: PLR0913  (a table is a title, columns, rows and notes)
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    notes: Sequence[str],
    kind: str,
    output: Path | None,
    *,
    own: bool = False,
) -> None:
    """Print or write one answer in the wanted form; a table speaks the language of the user.

    The columns of a query of the user's *own* keep their names.
    """
    if kind == "json":
        found = [dict(zip(columns, row, strict=True)) for row in rows]
        whole = {"title": title, "columns": list(columns), "rows": found, "notes": list(notes)}
        text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    elif kind == "csv":
        text = csv_text(columns, rows)
    else:
        told = (title, columns, rows, notes)
        text = table_text(*(told if own else spoken(*told)))
    show_text(text, output)


def show_text(text: str, output: Path | None) -> None:
    """Print a text, or write it to a file and say so."""
    if output:
        output.write_text(text, encoding="utf-8", newline="\n")
        say("Written: {}", output)
    else:
        click.echo(text, nl=False)


def write_page(record: Mapping[str, object], text: str, page: Path, lang: str) -> None:
    """Write the annotated page of one document and name it on stderr."""
    from kg.write.annotated import write_annotated

    write_annotated(record, text, page, lang=lang)
    say("Written: {}", page)


def spoken(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]], notes: Sequence[str]
) -> tuple[str, Sequence[str], Sequence[Sequence[Cell]], Sequence[str]]:
    """Give an answer in the language spoken now: heads, words of ours and notes, never a document's."""
    if language() == "en":
        return title, columns, rows, notes
    from kg.write.answer_words import OURS, in_vietnamese

    heads = [in_vietnamese("column", each) or each for each in columns]
    found = [
        [
            ours(cell) if name in OURS and isinstance(cell, str) else cell
            for name, cell in zip(columns, row, strict=True)
        ]
        for row in rows
    ]
    told = [in_vietnamese("note", each) or reworded(each) for each in notes]
    return reworded(title), heads, found, told


def table_text(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]], notes: Sequence[str]
) -> str:
    """Give an aligned table with its notes; long words wrap inside their column."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=io.StringIO(), width=_width(), highlight=False, force_terminal=_is_screen(),
                      color_system="standard" if _is_screen() else None, markup=False, emoji=False)  # fmt: skip
    table = Table(
        title=Text(title), title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0)
    )
    numeric = [all(isinstance(row[i], int | float) for row in rows) for i in range(len(columns))]
    for name, right in zip(columns, numeric, strict=True):
        table.add_column(Text(name), justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else " ".join(str(cell).split())) for cell in row))
    console.print(table)
    if not rows:
        console.print(Text(phrase("(nothing found)")))
    for note in notes:
        console.print(Text(phrase("Note: {}", note)), style="dim")
    stream = console.file
    found = stream.getvalue() if isinstance(stream, io.StringIO) else ""
    return "\n".join(line.rstrip() for line in found.splitlines()) + "\n"


def _is_screen() -> bool:
    return sys.stdout.isatty()


def _width() -> int:
    """Give the width of the screen; a pipe gets a fixed width, so that files do not vary."""
    if not _is_screen():
        return _WIDTH
    import shutil

    return max(60, shutil.get_terminal_size().columns)
