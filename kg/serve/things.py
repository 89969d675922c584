"""Every other path: a thing of the graph, a document about it, or a file of the site.

A task or an office is no web document: its own address leads (303) to the document about it, in
the form that the client prefers. The name of a graph is a document, and is answered at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import PlainTextResponse, RedirectResponse, Response

from kg.serve.addresses import iri_of, path_of
from kg.serve.asked import Look
from kg.serve.desk import VARY, Desk, is_fresh, page, refusal, sent, tag_of
from kg.serve.forms import HTML, PAGES, preferred, types
from kg.serve.looking import UNKNOWN
from kg.serve.pages import ASSETS, POLICY, asset, start_page
from kg.serve.sparql import described
from kg.serve.stock import held

if TYPE_CHECKING:
    from starlette.requests import Request

    from kg.serve.forms import Form

_ROBOTS = "User-agent: *\nDisallow: /sparql\n"
_LISTED = 1000
"""How many documents the first page lists; it says how many more there are."""
_KEEP = {"Cache-Control": "no-cache"}


async def ours(request: Request) -> Response:
    """Give a style or a script of our pages."""
    name = request.path_params["name"]
    if name not in ASSETS:
        return refusal(request, 404, UNKNOWN)
    return Response(asset(name), 200, _KEEP, ASSETS[name])


async def robots(request: Request) -> Response:
    """Keep robots from asking queries; a site may say more."""
    return _of_site(request) or PlainTextResponse(_ROBOTS)


async def well_known(request: Request) -> Response:
    """Give the VoID description that the site brings, else what the endpoint says of itself."""
    return _of_site(request) or described(request)


async def start(request: Request) -> Response:
    """Give the first page."""
    desk: Desk = request.app.state.desk
    found = _of_site(request)
    if found:
        return found
    every = held(desk.folder)
    documents = [
        (path_of(iri, desk.base) or iri, iri.removeprefix(desk.base), file)
        for iri, file in every[:_LISTED]
    ]
    return page(start_page(documents, len(every) - len(documents), desk.base))


async def thing(request: Request) -> Response:
    """Give the document about a thing, or lead to it."""
    found = _of_site(request)
    if found:
        return found
    desk: Desk = request.app.state.desk
    iri = iri_of(request.scope["raw_path"], desk.base)
    if iri is None:
        return refusal(request, 404, UNKNOWN)
    for form in PAGES:
        if iri.endswith(form.suffix):
            answer = await _document(request, iri.removesuffix(form.suffix), form)
            if answer.status_code != 404:  # noqa: PLR2004
                return answer
    return await _negotiated(request, iri)


def _of_site(request: Request) -> Response | None:
    desk: Desk = request.app.state.desk
    return desk.site.answer(request.scope["raw_path"], request.scope) if desk.site else None


async def _negotiated(request: Request, iri: str) -> Response:
    desk: Desk = request.app.state.desk
    said, _ = await desk.ask(request, desk.things, Look(iri))
    if said.status != 200:  # noqa: PLR2004
        return refusal(request, said.status, said.words)
    form = preferred(request.headers.get("accept"), PAGES)
    if form is None:
        return refusal(request, 406, f"This can be had as: {types(PAGES)}.")
    if said.words == "graph":
        return await _document(request, iri, form)
    path = path_of(iri, desk.base) or "/"
    headers = {**VARY, "Link": _links(path, "describedby")}
    return RedirectResponse(f"{path}{form.suffix}", 303, headers)


async def _document(request: Request, iri: str, form: Form) -> Response:
    desk: Desk = request.app.state.desk
    said, file = await desk.ask(request, desk.things, Look(iri, form.name))
    if file is None:
        return refusal(request, said.status, said.words)
    headers = {**VARY, **_KEEP, "ETag": tag_of(file)}
    path = path_of(iri, desk.base)
    if path:
        whole = quote(desk.base, safe=":/%") + path[1:]
        links = f'{_links(path, "alternate")}, <{whole}>; rel="describes"'
        headers |= {"Content-Location": f"{path}{form.suffix}", "Link": links}
    if form is HTML:
        headers["Content-Security-Policy"] = POLICY
    if is_fresh(request, headers["ETag"]):
        file.close()
        return Response(None, 304, headers)
    return sent(file, said.words, headers)


def _links(path: str, relation: str) -> str:
    """Say where the documents about a thing are."""
    forms = (f'<{path}{form.suffix}>; rel="{relation}"; type="{form.media}"' for form in PAGES)
    return ", ".join(forms)
