"""A request of the SPARQL 1.1 Protocol, read: which query, over which graphs, in which form."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode

from kg.serve.asked import Query
from kg.serve.forms import GRAPHS, HTML, RESULTS, named, preferred
from kg.serve.querying import READ_ONLY

if TYPE_CHECKING:
    from starlette.requests import Request

Pairs = list[tuple[str, str]]
_FORM, _QUERY, _UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_FIELDS = 500
_ESCAPED = 3  # bytes of one escaped byte
_PATIENCE = 15.0
"""Seconds in which a request must have come whole."""


class RefusedError(Exception):
    """A request that gets no answer: an HTTP status and the line that says why."""

    def __init__(self, status: int, line: str) -> None:
        """Keep both."""
        super().__init__(status, line)
        self.status, self.line = status, line


async def read(request: Request, most: int) -> Query | None:
    """Read a request; None for a GET that asks nothing, RefusedError for one that cannot be run.

    *most* are the bytes that a query may have.
    """
    url = pairs(request.scope["query_string"])
    if request.method == "POST":
        return query(await _posted(request, url, most), request.headers.get("accept"), most, 413)
    if any(name == "update" for name, _ in url):
        raise RefusedError(403, READ_ONLY)
    if not any(name == "query" for name, _ in url):
        return None
    return query(url, request.headers.get("accept"), most, 414)


def pairs(encoded: bytes) -> Pairs:
    """Read ``query=…&format=…``; RefusedError for what is no UTF-8, or has too many parts."""
    try:
        words = encoded.decode("ascii")
        return parse_qsl(words, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except (UnicodeDecodeError, ValueError) as error:
        line = f"The parameters cannot be read (UTF-8, percent-encoded, at most {_FIELDS})."
        raise RefusedError(400, line) from error


async def _posted(request: Request, url: Pairs, most: int) -> Pairs:
    """Give the parameters of a POST: in its body as a form, or the query alone in its body."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == _UPDATE:
        raise RefusedError(403, READ_ONLY)
    if kind not in (_FORM, _QUERY):
        raise RefusedError(415, f"A POST is {_FORM} or {_QUERY}.")
    body = await _body(request, most * _ESCAPED if kind == _FORM else most)
    if kind == _FORM:
        found = pairs(body)
        if any(name == "update" for name, _ in found):
            raise RefusedError(403, READ_ONLY)
        return found
    try:
        return [*(each for each in url if each[0] != "query"), ("query", body.decode("utf-8"))]
    except UnicodeDecodeError as error:
        raise RefusedError(400, "The query is not UTF-8.") from error


async def _body(request: Request, most: int) -> bytes:
    """Read the body; one that is too long is refused before it has come whole."""
    too_long = RefusedError(413, f"The request has more than {most} bytes.")
    told = request.headers.get("content-length", "")
    if told.isdecimal() and (len(told) > 18 or int(told) > most):  # noqa: PLR2004  (64 bits)
        raise too_long
    found = bytearray()
    try:
        async with asyncio.timeout(_PATIENCE):
            async for chunk in request.stream():
                found += chunk
                if len(found) > most:
                    raise too_long
    except TimeoutError as error:
        raise RefusedError(408, f"The request took longer than {_PATIENCE:g} seconds.") from error
    return bytes(found)


def query(found: Pairs, accept: str | None, most: int, too_long: int) -> Query:
    """Give the query of the parameters; RefusedError where there is not exactly one."""
    texts = [value for name, value in found if name == "query"]
    if len(texts) != 1 or not texts[0].strip():
        raise RefusedError(400, "Ask exactly one query, in the parameter 'query'.")
    if len(texts[0].encode(errors="replace")) > most:
        raise RefusedError(too_long, f"The query has more than {most} bytes.")
    results, graph = _forms(found, accept)
    return Query(
        texts[0], _graphs(found, "default-graph-uri"), _graphs(found, "named-graph-uri"),
        results, graph,
    )  # fmt: skip


def _forms(found: Pairs, accept: str | None) -> tuple[str | None, str | None]:
    """Give the form of a table and of triples; ``format=csv`` counts more than Accept."""
    wish = next((value for name, value in found if name == "format"), None)
    results = named(wish, RESULTS) or preferred(accept, RESULTS)
    graph = named(wish, GRAPHS) or preferred(accept, GRAPHS)
    return (results.name if results else None), (graph.name if graph else None)


def _graphs(found: Pairs, name: str) -> tuple[str, ...]:
    graphs = tuple(value for key, value in found if key == name)
    for each in graphs:
        try:
            NamedNode(each)
        except ValueError as error:
            raise RefusedError(400, f"{name} is no IRI.") from error
    return graphs


def wants_page(request: Request) -> bool:
    """Say whether a person asks with a browser: then the page asks the query itself."""
    if request.method == "POST" or "format" in request.query_params:
        return False
    return preferred(request.headers.get("accept"), (*RESULTS, *GRAPHS, HTML)) is HTML
