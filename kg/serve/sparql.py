"""``/sparql``: the endpoint, its description, and the page that asks it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from starlette.responses import Response

from kg.graph.query import questions
from kg.serve.desk import VARY, Desk, page, refusal, sent
from kg.serve.forms import GRAPHS, HTML, preferred, types
from kg.serve.pages import query_page
from kg.serve.protocol import RefusedError, read, wants_page
from kg.serve.service import description

if TYPE_CHECKING:
    from starlette.requests import Request

_FIRST = "leads"


async def endpoint(request: Request) -> Response:
    """Answer a request of the SPARQL protocol."""
    desk: Desk = request.app.state.desk
    try:
        asked = await read(request, desk.limits.query)
    except RefusedError as error:
        return refusal(request, error.status, error.line)
    if wants_page(request):
        return _page(desk, asked.text if asked else "")
    if asked is None:
        return described(request)
    said, file = await desk.ask(request, desk.queries, asked)
    if file is None:
        return refusal(request, said.status, said.words)
    return sent(file, said.words, VARY)


def described(request: Request) -> Response:
    """Give the description of the endpoint in the form of RDF that the client reads."""
    desk: Desk = request.app.state.desk
    form = preferred(request.headers.get("accept"), (*GRAPHS, HTML))
    if form is None:
        return refusal(request, 406, f"This can be had as: {types((*GRAPHS, HTML))}.")
    if form is HTML:
        return _page(desk, "")
    address = str(request.url_for("endpoint"))
    found = description(address, desk.base, form.name)
    return Response(found, 200, VARY, form.media)


def _page(desk: Desk, text: str) -> Response:
    return page(query_page(text or _first(), _examples(), desk.base, desk.limits.seconds))


@functools.cache
def _examples() -> tuple[dict[str, str], ...]:
    """Give the questions that need no parameter, each with its SPARQL."""
    return tuple(
        {"name": each.name, "en": each.title, "vi": each.title_vi, "sparql": each.sparql}
        for each in questions()
        if not any(parameter.required for parameter in each.parameters)
    )


def _first() -> str:
    return next(each["sparql"] for each in _examples() if each["name"] == _FIRST)
