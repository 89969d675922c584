"""The server as a process: a socket, a line that says where, and a clean end."""

from __future__ import annotations

import signal
import socket
import sys
from typing import TYPE_CHECKING, NoReturn

import uvicorn

from kg.errors import KgError
from kg.folder import base_of
from kg.graph.store import open_store
from kg.serve.app import application
from kg.serve.limits import Limits, doors
from kg.serve.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_CONNECTIONS = 256
_GOODBYE = 5
"""Seconds that answers under way have when the server is told to end."""


def serve(  # noqa: PLR0913  (where it listens, what it may cost, who may read)
    folder: Path,
    *,
    say: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int = 8000,
    limits: Limits | None = None,
    names: tuple[str, ...] = (),
    origins: tuple[str, ...] = (),
    site: Path | None = None,
) -> None:
    """Serve the graph in *folder* until SIGINT or SIGTERM; *say* is told the address.

    Raises GraphError where there is no graph, KgError where the address is not to be had.
    """
    limits = limits or Limits()
    open_store(folder, read_only=True)
    pages = Site(site) if site else None
    app = application(folder, base_of(folder), limits, doors(host, names, origins), pages)
    listening = _socket(host, port)
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, _end)  # what uvicorn leaves the process with, once it has ended
    say(f"Serving {folder} at {_address(listening)} (Ctrl-C ends it)")
    config = uvicorn.Config(
        app, log_level="error", access_log=False, server_header=False, proxy_headers=False,
        http="h11", ws="none", h11_max_incomplete_event_size=4 * limits.query,
        limit_concurrency=_CONNECTIONS, timeout_graceful_shutdown=_GOODBYE,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])


def _socket(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=512)
    except (OSError, OverflowError) as error:
        what = f"cannot listen there: {getattr(error, 'strerror', None) or error}"
        mend = "Name another --host or --port; --port 0 takes a free one."
        raise KgError(what, f"{host}:{port}", mend) from error


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _end(*_: object) -> NoReturn:
    sys.exit(0)
