"""What holds for every request: under which name it came, and how browsers must treat the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from kg.serve.limits import Doors

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
NOTHING = "default-src 'none'; frame-ancestors 'none'"
"""What may be loaded by an answer that is no page: nothing."""
WRONG_NAME = "This server is not called by that name. Name it: kg serve --name NAME"


class Guard:
    """Refuses requests under a foreign name, and puts the headers on every answer.

    A page of another site may let its own name point to this computer (DNS rebinding); the name
    that the browser then sends is not one of ours.
    """

    def __init__(self, app: ASGIApp, doors: Doors) -> None:
        """Stand before *app*."""
        self.app, self.doors = app, doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers[name] = value
                headers.setdefault("Content-Security-Policy", NOTHING)
            await send(message)

        names, host = self.doors.names, host_name(Headers(scope=scope).get("host", ""))
        if names and host not in names:
            await PlainTextResponse(f"{WRONG_NAME}\n", 421)(scope, receive, guarded)
            return
        await self.app(scope, receive, guarded)


def host_name(host: str) -> str:
    """Give the name in a Host header, without its port.

    >>> host_name("[::1]:8000"), host_name("LOCALHOST:80"), host_name("127.0.0.1")
    ('::1', 'localhost', '127.0.0.1')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()
