"""``kg view``: the graph as pages to look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.cli.days import Day
from kg.cli.output import graph_option
from kg.cli.speech import say

Command = TypeVar("Command", bound=Callable[..., object])
_LANGS = ("vi", "en")


def _page_options(command: Command) -> Command:
    """Add what every page takes: graph, file, heading, language."""
    out = click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
                       help="The page to write. [default: a page named for the view, in the graph folder]")  # fmt: skip
    title = click.option("--title", metavar="WORDS", help="The heading of the page.")
    lang = click.option("--lang", type=click.Choice(_LANGS), default="vi", show_default=True,
                        help="The language the page opens in; it can be switched there.")  # fmt: skip
    return graph_option(out(title(lang(command))))


def _pages_option(command: Command) -> Command:
    option = click.option("--pages", metavar="FOLDER", help="Where annotated documents (NAME.html) stand, seen from the page: each "
                          "quote links to its words there. A document without one shows its passage.")  # fmt: skip
    return option(command)


def _place_option(command: Command) -> Command:
    return click.option("--place", metavar="WORDS", help='Only a place: "Đắk Nông", also "dak nong".')(command)  # fmt: skip


def _day_option(command: Command) -> Command:
    return click.option("--as-of", "day", type=Day(), metavar="DAY",
                        help="Agencies and provinces as on a day: 2025-07-02, or today.")(command)  # fmt: skip


@click.group(invoke_without_command=True)
@_page_options
@_pages_option
@click.pass_context
def view(context: click.Context, /, **told: Any) -> None:  # noqa: ANN401 - handed to the view named
    """Write one self-contained page to look at; without a name, that of the cascade.

    The page asks no server for anything; open it in any browser, also from a stick. Options may
    stand before or behind the name of the view.

    \b
    Example:
      kg view -o cascade.html
      kg view coordination --place "Đắk Nông" -o together.html
      kg view agency "so y te dak nong"
    """
    if context.invoked_subcommand is None:
        _cascade(**told)
        return
    source = click.core.ParameterSource.COMMANDLINE
    given = {
        key: value for key, value in told.items() if context.get_parameter_source(key) is source
    }
    context.default_map = {context.invoked_subcommand: given}


@view.command()
@_page_options
@_pages_option
def cascade(**told: Any) -> None:  # noqa: ANN401
    """Draw the cascade from directive to task, a column a province.

    \b
    Example:
      kg view cascade -o cascade.html
    """
    _cascade(**told)


@view.command()
@_page_options
@_pages_option
@_place_option
@_day_option
def coordination(**told: Any) -> None:  # noqa: ANN401
    """Draw which bodies work together, and the tasks that they share.

    \b
    Example:
      kg view coordination --place "Đắk Nông"
    """
    _write("coordination", **told)


@view.command()
@_page_options
@_pages_option
@_place_option
@_day_option
def coverage(**told: Any) -> None:  # noqa: ANN401
    """Draw the coverage ledger: what the corpus holds of each province for each directive.

    \b
    Example:
      kg view coverage --as-of 2025-07-02
    """
    _write("coverage", **told)


@view.command()
@click.argument("name")
@_page_options
@_pages_option
@_day_option
def agency(name: str, **told: Any) -> None:  # noqa: ANN401
    """Draw the work of one body: papers, tasks, partners, years.

    \b
    Example:
      kg view agency "Sở Khoa học và Công nghệ tỉnh Đắk Nông"
    """
    _write("agency", name, **told)


@view.command()
@click.argument("name")
@_page_options
@_pages_option
def document(name: str, **told: Any) -> None:  # noqa: ANN401
    """Draw what stands around one document: what it rests on, what answers it, its tasks.

    \b
    Example:
      kg view document "36-NQ/TW"
    """
    _write("document", name, **told)


@view.command()
@_page_options
@_pages_option
@_day_option
def flow(**told: Any) -> None:  # noqa: ANN401
    """Draw how many tasks flow from each directive through the provinces to their bodies.

    \b
    Example:
      kg view flow --lang en
    """
    _write("flow", **told)


@view.command()
@_page_options
@_pages_option
@_day_option
def timeline(**told: Any) -> None:  # noqa: ANN401
    """Draw the documents on their days and the years in which tasks end.

    \b
    Example:
      kg view timeline
    """
    _write("timeline", **told)


def _write(  # noqa: PLR0913  (one parameter an option)
    kind: str, name: str = "", *, folder: Path, output: Path | None, title: str | None, lang: str,
    pages: str | None, place: str | None = None, day: str | None = None,
) -> None:  # fmt: skip
    """Write one board and name it on stderr."""
    from kg.folder import texts
    from kg.viewing import TITLES, board_of
    from kg.write.board import write_board

    wishes = {key: value for key, value in (("place", place), ("as_of", day)) if value}
    board, about = board_of(folder, kind, name, wishes)
    page = output or folder / f"{kind}.html"
    heading = title or TITLES[kind][_LANGS.index(lang)].format(about)
    write_board(
        board,
        page,
        title=heading,
        lang=lang,
        texts=texts(folder),
        address=_addresses(folder, page, pages),
    )
    say("Written: {}", page)


def _cascade(
    *, folder: Path, output: Path | None, title: str | None, lang: str, pages: str | None
) -> None:  # fmt: skip
    from kg.folder import texts
    from kg.graph.network import network
    from kg.graph.store import open_store
    from kg.viewing import TITLES
    from kg.write.page import write_page

    heading = title or TITLES["cascade"][_LANGS.index(lang)]
    page = output or folder / "cascade.html"
    graph = network(open_store(folder, read_only=True))
    write_page(
        graph,
        page,
        title=heading,
        lang=lang,
        texts=texts(folder),
        address=_addresses(folder, page, pages),
    )
    say("Written: {}", page)


def _addresses(folder: Path, page: Path, pages: str | None) -> dict[str, str]:
    """Give the address of the annotated page of each held document that has one under *pages*."""
    from urllib.parse import quote

    from kg.folder import read_state

    if pages is None:
        return {}
    base = pages.rstrip("/")
    is_far = "://" in base
    return {
        built.document: f"{base}/{quote(name)}.html"
        for name, built in sorted(read_state(folder).items())
        if is_far or (page.parent / base / f"{name}.html").is_file()
    }
