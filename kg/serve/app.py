"""The application: which path is answered by whom."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from kg.serve import sparql, things
from kg.serve.desk import Desk
from kg.serve.guard import Guard

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from kg.serve.limits import Doors, Limits
    from kg.serve.site import Site

_SHOWN = ["Link", "ETag", "Retry-After", "Content-Location"]
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
    return Starlette(routes=ROUTES, lifespan=lifespan, middleware=[Middleware(Guard, doors), cors])
