"""Start ``kg serve`` as a process, and ask it over a socket."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from kg.config import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COUNT = "SELECT (COUNT(*) AS ?n) { ?task a pc:Task }"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def kind(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True)
class Server:
    url: str
    process: subprocess.Popen[str] = field(repr=False)

    @property
    def endpoint(self) -> str:
        return f"{self.url}sparql"

    def send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        seconds: float = 60,
    ) -> Answer:
        at = urlsplit(self.url)
        connection = http.client.HTTPConnection(at.hostname or "", at.port, timeout=seconds)
        try:
            connection.request(method, path, body, dict(headers or {}))
            found = connection.getresponse()
            names = {name.lower(): value for name, value in found.getheaders()}
            return Answer(found.status, names, found.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str | None = None, **headers: str) -> Answer:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.send("GET", path, None, told | ({"Accept": accept} if accept else {}))

    def ask(self, query: str, accept: str = "text/csv", **more: str) -> Answer:
        return self.get(f"/sparql?{urlencode({'query': query, **more})}", accept)

    def post(self, body: str, kind: str, accept: str = "text/csv") -> Answer:
        told = {"Content-Type": kind, "Accept": accept}
        return self.send("POST", "/sparql", body.encode(), told)


@contextmanager
def running(*options: str, port: str = "0") -> Iterator[Server]:
    """Run ``kg serve`` with options; it must end when it is told to, and have logged nothing."""
    command = [sys.executable, "-m", "kg", "serve", "--port", port, *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdout
    line = process.stdout.readline()
    try:
        assert " at http://" in line, line
        yield Server(line.partition(" at ")[2].partition(" ")[0], process)
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=20)
    assert errors == ""  # nothing that a client can do is worth a traceback
