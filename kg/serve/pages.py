"""The pages of the server: templates that escape every word, one style, two small scripts."""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined

from kg.serve.forms import GRAPHS
from kg.serve.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.serve.shown import Shown

ASSETS = {
    "style.css": "text/css",
    "lang.js": "text/javascript",
    "query.js": "text/javascript",
}
"""What a page of ours loads, from ``/-/``, with its type."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What our pages may load: nothing from anywhere else, and no script that stands in them."""


@functools.cache
def asset(name: str) -> str:
    """Give a template, the style or a script."""
    return files("kg.serve").joinpath("assets", name).read_text(encoding="utf-8")


@functools.cache
def _environment() -> Environment:
    loader = FunctionLoader(asset)
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.globals["words"] = WORDS
    return made


def thing_page(shown: Shown) -> str:
    """Give the page of one thing."""
    return _environment().get_template("thing.html").render(it=shown, forms=GRAPHS)


def message_page(status: int, line: str) -> str:
    """Give a page with one line: that an address is not known, or why there is no answer."""
    return _environment().get_template("message.html").render(status=status, line=line)


def query_page(
    query: str, questions: Sequence[Mapping[str, str]], base: str, seconds: float
) -> str:
    """Give the page that asks: *questions* are its examples, with name, en, vi and sparql."""
    template = _environment().get_template("query.html")
    return template.render(query=query, questions=questions, base=base, seconds=f"{seconds:g}")


def start_page(documents: Sequence[tuple[str, str, str]], more: int, base: str) -> str:
    """Give the first page; each document by its path, readable address and file, and how many *more*."""
    return (
        _environment().get_template("start.html").render(documents=documents, more=more, base=base)
    )
