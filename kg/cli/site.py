"""``kg publish``: the graph as a site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.output import graph_option
from kg.cli.progress import Bar


@click.command()
@graph_option
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), default=Path("site"),
              show_default=True, metavar="DIR", help="The folder of the site; an older site in it is replaced.")  # fmt: skip
@click.option("--title", default="Policy cascades", show_default=True, help="The name of the site.")
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True,
              help="The language the pages open in; it can be switched there.")  # fmt: skip
@click.option("--url", metavar="URL", help="Where the site will stand: https://example.org/policy/")
@click.option(
    "--licence", metavar="IRI", help="What the data are published under. [default: CC BY 4.0]"
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems.")
def publish(  # noqa: PLR0913  (one parameter an option)
    folder: Path,
    output: Path,
    title: str,
    lang: str,
    url: str | None,
    licence: str | None,
    *,
    quiet: bool,
) -> None:
    """Write the graph as a static site: a page for each thing, its RDF, answers, downloads.

    The site asks no server for anything: open index.html from the folder, or put the folder
    behind any web server. The page of a thing stands at the path of its IRI.

    \b
    Example:
      kg publish -o site
      kg publish -o site --url https://example.org/policy/ --lang en
    """
    from kg.publish import Wanted
    from kg.publish import publish as write_site
    from kg.publish.site import LICENCE

    if url is not None and not (url.startswith(("https://", "http://")) and url.endswith("/")):
        what = "must begin with https:// and end with /"
        raise click.BadParameter(what, param_hint="--url")
    wanted = Wanted(title, lang, url, licence or LICENCE)
    with Bar("Writing pages", shown=not quiet and sys.stderr.isatty()) as bar:
        pages = write_site(folder, output, wanted, bar.show)
    if not quiet:
        told = ", ".join(f"{count} {kind}" for kind, count in pages.items())
        click.echo(f"Written: {output / 'index.html'} ({told})", err=True)
