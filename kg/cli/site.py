"""``kg publish``: the graph as a site, its catalogue, and how well both keep the rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.days import Day
from kg.cli.output import graph_option
from kg.cli.progress import Bar
from kg.cli.speech import fault, language, ours, phrase, reworded, say


@click.command()
@graph_option
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), default=Path("site"),
              show_default=True, metavar="DIR", help="The folder of the site; an older site in it is replaced.")  # fmt: skip
@click.option("--title", default="Policy cascades", show_default=True, help="The name of the site.")
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True,
              help="The language the pages open in; it can be switched there.")  # fmt: skip
@click.option("--url", metavar="URL", help="Where the site will stand: https://example.org/policy/")
@click.option("--publisher", metavar="NAME", help="Who publishes it; the catalogue says so.")
@click.option("--email", metavar="ADDRESS", help="Whom to ask about it.")
@click.option("--sparql", metavar="URL", help="The address of its SPARQL endpoint, if it has one.")
@click.option("--issued", type=Day(), metavar="DAY", help="The day it was first published.")
@click.option("--modified", type=Day(), metavar="DAY", help="The day of this version.")
@click.option("--data-version", "version", metavar="WORD", help="What this version is called: 1.0.")
@click.option("--frequency", metavar="CODE", default="UNKNOWN", show_default=True,
              help="How often it is renewed, as the EU names it: MONTHLY, IRREG.")  # fmt: skip
@click.option(
    "--availability",
    metavar="CODE",
    help="How long it will be there: TEMPORARY, EXPERIMENTAL, AVAILABLE, STABLE.",
)
@click.option("--check", is_flag=True, help="Then score the site against the rules of portals.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems.")
def publish(  # noqa: PLR0913  (one parameter an option)
    folder: Path, output: Path, title: str, lang: str, url: str | None, *, check: bool,
    quiet: bool, **about: str | None,
) -> None:  # fmt: skip
    """Write the graph as a static site: a page for each thing, its RDF, answers, downloads.

    The site asks no server for anything: open index.html from the folder, or put the folder
    behind any web server. The page of a thing stands at the path of its IRI.

    \b
    Example:
      kg publish -o site
      kg publish -o site --url https://example.org/policy/ --publisher "Viện A" --check
    """
    from kg.folder import base_of
    from kg.publish import Wanted
    from kg.publish import publish as write_site
    from kg.write.catalogue.site import Site

    if url is not None and not (url.startswith(("https://", "http://")) and url.endswith("/")):
        what = "must begin with https:// and end with /"
        raise click.BadParameter(fault(what), param_hint="--url")
    given = {key: value for key, value in about.items() if value is not None}
    wanted = Wanted(title, lang, Site(url=url, base=base_of(folder), title=(title, title), **given))  # type: ignore[arg-type]
    with Bar(phrase("Writing pages"), shown=not quiet and sys.stderr.isatty()) as bar:
        pages = write_site(folder, output, wanted, bar.show)
    if not quiet:
        told = ", ".join(f"{count} {ours(kind)}" for kind, count in pages.items())
        say("Written: {} ({})", output / "index.html", told)
    if check:
        _show_score(output)


def _show_score(output: Path) -> None:
    """Print the score sheet of the site: each rule, and what to do where it is not held."""
    from kg.cli.output import show_rows
    from kg.write.catalogue.score import points, score

    results = score(output)
    lang = int(language() == "en")  # its words stand in both, Vietnamese first
    rows = [(ours(each.dimension), each.what[lang], reworded(each.state), each.points or None, each.measured, each.mend[lang])
            for each in results]  # fmt: skip
    sums = points(results)
    notes = (
        (
            f"{sums.held} of {sums.all} points of the European metadata quality method held ({sums.rating}); "
            f"{sums.unknown} cannot be known without the network."
        ),
        "unknown: nothing was asked of the network, so whether addresses answer is not known here.",
    )
    columns = ("dimension", "rule", "state", "points", "measured", "mend")
    show_rows("How well the site keeps the rules of open data", columns, rows, notes, "table", None)
