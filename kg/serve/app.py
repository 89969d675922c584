"""The application: which path is answered by whom."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.routing import Route

from kg.serve import sparql, things
from kg.serve.desk import Desk, refusal
from kg.serve.guard import Guard
from kg.serve.looking import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from starlette.requests import Request

    from kg.serve.limits import Doors, Limits
    from kg.serve.site import Site

_SHOWN = ["Link", "ETag", "Retry-After", "Content-Location"]
NOT_FOUND = 404
ROUTES = (
    Route("/sparql", sparql.endpoint, methods=["GET", "POST"], name="endpoint"),
    Route("/-/{name}", things.ours),
    Route("/robots.txt", things.robots),
    Route("/.well-known/void", things.well_known),
    Route("/", things.start),
    Route("/{path:path}", things.thing),
)


def application(
    folder: Path, base: str, limits: Limits, doors: Doors, site: Site | None = None
) -> Starlette:
    """Give the application of the graph in *folder*, whose data live under *base*."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.desk = desk = Desk(folder, base, limits, site)
        await desk.start()
        try:
            yield
        finally:
            await desk.stop()

    cors = Middleware(
        CORSMiddleware, allow_origins=doors.origins, allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["*"], expose_headers=_SHOWN,
    )  # fmt: skip
    return Starlette(
        routes=ROUTES, lifespan=lifespan, middleware=[Middleware(Guard, doors), cors],
        exception_handlers={HTTPException: _refused, ClientDisconnect: _left},
    )  # fmt: skip


async def _left(_: Request, __: Exception) -> Response:
    """Answer nobody: the client has gone, which is no fault of the server and worth no log."""
    return Response(None, 499)


async def _refused(request: Request, error: Exception) -> Response:
    """Say in our words what the router says: no such path, no such method."""
    if not isinstance(error, HTTPException):
        raise error
    line = UNKNOWN if error.status_code == NOT_FOUND else f"{error.detail}."
    answer = refusal(request, error.status_code, line)
    answer.headers.update(error.headers or {})
    return answer
