"""``kg ask``, ``kg cascade``, ``kg show``, ``kg query``: questions to the graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.days import Day
from kg.cli.explain import explain_options, show_findings, wants_list
from kg.cli.output import format_option, graph_option, page_options, show_rows, write_page
from kg.cli.speech import language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.cli.output import Cell


@click.command()
@click.argument("name", required=False, metavar="[NAME]")
@graph_option
@format_option
@click.option(
    "--place", metavar="WORDS", help='Only documents of a place: "Đắk Nông", also "dak nong".'
)
@click.option(
    "--document",
    metavar="NAME",
    help="Only one document: a number, part of a title, a file, an IRI.",
)
@click.option("--other", metavar="NAME", help="A second document, where a question compares two.")
@click.option("--as-of", "day", type=Day(), metavar="DAY",
              help="Count each body as the one that held its work on a day: 2025-07-02, or today.")  # fmt: skip
@click.option("--by", metavar="WORD", help="Group the answer: kg ask leads --by province.")
@click.option("--where", metavar="WORDS",
              help='Show only rows that hold these words, marks and case aside: "dak nong".')  # fmt: skip
@click.option("--limit", type=click.IntRange(min=1), metavar="N",
              help="Show the first N rows and those that tie with the last of them.")  # fmt: skip
@click.option("--sparql", is_flag=True, help="Print the query itself.")
@click.option("--endpoint", metavar="URL",
              help="Ask the graph behind a SPARQL endpoint (kg serve, Oxigraph, Virtuoso) in place of a folder.")  # fmt: skip
def ask(  # noqa: PLR0913  (one parameter an option)
    name: str | None,
    folder: Path,
    kind: str,
    output: Path | None,
    place: str | None,
    document: str | None,
    other: str | None,
    day: str | None,
    by: str | None,
    where: str | None,
    limit: int | None,
    endpoint: str | None,
    *,
    sparql: bool,
) -> None:
    """Answer a named question; without a name, list the questions.

    Ties are shown as ties. "Nothing in this corpus" never means "not done".

    \b
    Example:
      kg ask
      kg ask leads --place "Đắk Nông"
      kg ask leads --format csv -o leads.csv
      kg ask leads --as-of 2025-07-02 --by province
      kg ask leads --endpoint http://127.0.0.1:8000/sparql
    """
    from kg.answers import answered, listed
    from kg.graph import query

    if name is None:
        _list_questions(listed(), kind, output)
        return
    name = f"{name}-by-{by}" if by else name
    if sparql:
        click.echo(query.question(name).sparql, nl=False)
        return
    told = (("place", place), ("document", document), ("other", other), ("as_of", day))
    table = answered(folder, name, {key: value for key, value in told if value}, endpoint)
    found = _holding(table.rows, where) if where else table.rows
    rows = found[: _cut(table.columns, found, limit)]
    left = len(found) - len(rows)
    more = (f"{left} more rows: leave out --limit to see them.",) if left else ()
    title = _title(name, table.title) if kind == "table" else table.title
    show_rows(title, table.columns, rows, (*table.notes, *more), kind, output)


def _list_questions(
    rows: Sequence[tuple[str, str, str, str]], kind: str, output: Path | None
) -> None:
    """Show the questions: in Vietnamese with their Vietnamese words alone, to programs with all."""
    columns: Sequence[str] = ("name", "question", "câu hỏi", "what it answers")
    shown: Sequence[Sequence[Cell]] = rows
    if language() == "vi" and kind == "table":
        columns, shown = ("name", "câu hỏi"), [(name, asked) for name, _, asked, _ in rows]
    show_rows("Questions: kg ask NAME", columns, shown, (), kind, output)


def _title(name: str, english: str) -> str:
    """Give the title of a question in the language spoken now."""
    from kg.answers import listed

    told = {key: vietnamese for key, _, vietnamese, _ in listed()} if language() == "vi" else {}
    return told.get(name, english)


def _holding(rows: Sequence[Sequence[Cell]], where: str) -> Sequence[Sequence[Cell]]:
    """Give the rows in which the words stand, whatever their marks; ranks stay those of the whole."""
    from kg.text import plain

    wanted = plain(where)
    return tuple(row for row in rows if any(wanted in plain(str(cell)) for cell in row if cell))


def _cut(columns: Sequence[str], rows: Sequence[Sequence[Cell]], limit: int | None) -> int:
    """Give how many rows to show: a tie is never cut apart."""
    if limit is None or limit >= len(rows):
        return len(rows)
    if columns[0] != "rank":
        return limit
    last = rows[limit - 1][0]
    return sum(isinstance(row[0], int) and isinstance(last, int) and row[0] <= last for row in rows)


@click.command()
@click.argument("document", metavar="DOCUMENT")
@graph_option
@click.option(
    "--words", is_flag=True, help="Show under each line the words that say it, with their place."
)
@click.option("--agencies/--no-agencies", default=True, show_default=True,
              help="Show agencies between plans and tasks.")  # fmt: skip
@click.option("--tasks/--no-tasks", default=True, show_default=True, help="Show the tasks.")
@click.option("--as-of", "day", type=Day(), metavar="DAY",
              help="Agencies and provinces as on a day: 2025-07-02, or today.")  # fmt: skip
def cascade(  # noqa: PLR0913  (one parameter an option)
    document: str, folder: Path, day: str | None, *, words: bool, agencies: bool, tasks: bool
) -> None:
    """Draw what stands under a directive: plans, agencies, tasks, and what is missing here.

    DOCUMENT is a number, part of a title, a file name or an IRI.

    \b
    Example:
      kg cascade "36-NQ/TW" --no-tasks
      kg cascade "36-NQ/TW" --no-tasks --as-of 2025-07-02
    """
    from kg.analyse.cascade import cascade as under
    from kg.cli.tree import draw
    from kg.graph.find import find_document
    from kg.graph.network import network
    from kg.graph.store import open_store

    store = open_store(folder, read_only=True)
    tree = under(network(store, as_of=day), find_document(store, document))
    click.echo(draw(tree, words=words, agencies=agencies, tasks=tasks), nl=False)


@click.command()
@click.argument("document", metavar="DOCUMENT")
@graph_option
@click.option("--json", "as_json", is_flag=True, help="Print the record instead of the summary.")
@page_options
@explain_options
def show(  # noqa: PLR0913  (one parameter an option)
    document: str, folder: Path, page: Path | None, lang: str, kind: str | None,
    *, as_json: bool, explain: bool, doubt: bool,
) -> None:  # fmt: skip
    """Show what was understood of one document, with what was inferred and why.

    \b
    Example:
      kg show "452/KH-UBND"
      kg show "452/KH-UBND" --html 452.html
      kg show "452/KH-UBND" --doubt
    """
    from kg.cli.summary import summary
    from kg.errors import NotFoundError
    from kg.folder import record_path, text_of
    from kg.graph.find import find_document
    from kg.graph.store import open_store
    from kg.record import load

    whole_list = wants_list(explain=explain, doubt=doubt, kind=kind)
    iri = find_document(open_store(folder, read_only=True), document)
    path = record_path(folder, iri)
    if path is None:
        what = f"{document} is cited here, but its text is not in this corpus"
        raise NotFoundError(what, mend="See who cites it: kg ask cited-not-held")
    if page:
        write_page(load(path), text_of(folder, iri), page, lang)
        return
    if whole_list:
        show_findings(load(path), text_of(folder, iri), doubt=doubt, kind=kind, output=None)
        return
    if as_json:
        click.echo(path.read_text(encoding="utf-8"), nl=False)
        return
    click.echo(summary(load(path)), nl=False)


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE|-")
@graph_option
@format_option
def query(file: Path, folder: Path, kind: str, output: Path | None) -> None:
    """Run a SPARQL 1.1 query from a file or from standard input.

    The prefixes of the ontology are known; PREFIX lines are needed for others only. Each
    document is a named graph; the default graph is all of them together.

    \b
    Example:
      echo 'SELECT (COUNT(*) AS ?n) { ?task a pc:Task }' | kg query -
    """
    from kg.graph.query import sparql
    from kg.graph.store import open_store

    text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    answer = sparql(open_store(folder, read_only=True), text)
    if isinstance(answer, bool):
        show_rows("Answer", ("answer",), [(answer,)], (), kind, output)
    elif isinstance(answer, tuple):
        rows = [tuple(str(part) for part in (t.subject, t.predicate, t.object)) for t in answer]
        show_rows("Triples", ("subject", "predicate", "object"), rows, (), kind, output)
    else:
        show_rows(answer.title, answer.columns, answer.rows, answer.notes, kind, output, own=True)
