"""What all handlers share: the workers, the place for their answers, and how an answer is sent."""

from __future__ import annotations

import asyncio
import hashlib
import itertools
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse

from kg.serve.forms import HTML, RESULTS, preferred
from kg.serve.pages import POLICY, message_page
from kg.serve.pool import BUSY, Pool

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Iterator
    from typing import BinaryIO

    from starlette.requests import Request

    from kg.serve.asked import Asked, Said
    from kg.serve.limits import Limits
    from kg.serve.site import Site

_PART = 64 * 1024
_RETRY = "5"
VARY = {"Vary": "Accept"}


@dataclass(slots=True)
class Desk:
    """Queries have their workers, things have one of their own: no query can keep pages waiting."""

    folder: Path
    base: str
    limits: Limits
    site: Site | None
    queries: Pool = field(init=False)
    things: Pool = field(init=False)
    _room: TemporaryDirectory[str] = field(init=False)
    _names: Iterator[int] = field(init=False, default_factory=itertools.count)

    def __post_init__(self) -> None:
        """Plan the workers and make the place for answers."""
        self.queries = Pool(self.folder, self.base, self.limits, self.limits.workers)
        self.things = Pool(self.folder, self.base, self.limits, 1)
        self._room = TemporaryDirectory(prefix="kg-serve-")

    async def start(self) -> None:
        """Begin the workers."""
        await asyncio.gather(self.queries.start(), self.things.start())

    async def stop(self) -> None:
        """End the workers and remove their answers."""
        await asyncio.gather(self.queries.stop(), self.things.stop())
        self._room.cleanup()

    async def ask(self, request: Request, pool: Pool, asked: Asked) -> tuple[Said, BinaryIO | None]:
        """Put a question for *request*; the answer is an open file that no longer has a name.

        A client that goes away takes its question along.
        """
        out = Path(self._room.name) / str(next(self._names))
        try:
            said = await _unless_gone(request, pool.ask(asked, str(out)))
            return said, (out.open("rb") if said.status == 200 and out.exists() else None)  # noqa: PLR2004
        finally:
            out.unlink(missing_ok=True)


async def _unless_gone(request: Request, job: Coroutine[None, None, Said]) -> Said:
    task, gone = asyncio.create_task(job), asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise ClientDisconnect
        return task.result()
    finally:
        for each in (task, gone):
            each.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(task, gone, return_exceptions=True)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def sent(file: BinaryIO, media: str, headers: dict[str, str]) -> Response:
    """Send an answer that stands whole in a file; its length is told."""
    length = file.seek(0, 2)
    file.seek(0)
    told = {**headers, "Content-Length": str(length), "Content-Type": _with_letters(media)}
    return StreamingResponse(_parts(file), 200, told)


async def _parts(file: BinaryIO) -> AsyncIterator[bytes]:
    with file:
        while part := file.read(_PART):
            yield part


def _with_letters(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def tag_of(file: BinaryIO) -> str:
    """Give the ETag of an answer: the same bytes have the same one."""
    digest = hashlib.sha256()
    while part := file.read(_PART):
        digest.update(part)
    return f'"{digest.hexdigest()[:32]}"'


def is_fresh(request: Request, tag: str) -> bool:
    """Say whether the client has these bytes already (If-None-Match)."""
    held = request.headers.get("if-none-match", "")
    return held.strip() == "*" or tag in {
        each.strip().removeprefix("W/") for each in held.split(",")
    }


def refusal(request: Request, status: int, line: str) -> Response:
    """Say in one line, or on a page for a browser, why there is no answer."""
    headers = VARY | ({"Retry-After": _RETRY} if line == BUSY else {})
    if preferred(request.headers.get("accept"), (*RESULTS, HTML)) is HTML:
        return page(message_page(status, line), status, headers)
    return PlainTextResponse(f"{line}\n", status, headers)


def page(text: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Give a page of ours, with the policy of our pages."""
    return HTMLResponse(
        text, status, {**VARY, **(headers or {}), "Content-Security-Policy": POLICY}
    )
