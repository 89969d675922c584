"""What a worker gives up, and how it is told; the command's own faults in one line."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from serving import COUNT, Server, running

from kg.build import build
from kg.serve.asked import Look, Query, line, read_line


def test_questions_travel_as_one_line() -> None:
    for asked in (Query("ASK {\n}", ("x:a",), (), None, "turtle"), Look("x:ở", "html"), Look("x:")):
        told = line(asked, "/out put")
        assert told.count(b"\n") == 1
        assert read_line(told.decode()) == (asked, "/out put")


FENCED = """
import socket, sys
from kg.serve.fence import cut_off, limit_memory
if not cut_off():
    print("no filter here"); sys.exit()
try:
    socket.socket(); print("open")
except PermissionError:
    print("cut off")
print(open("/proc/self/statm").read() != "")
limit_memory(64 * 2**20)
try:
    bytearray(128 * 2**20); print("much")
except MemoryError:
    print("little")
"""


def test_a_worker_reaches_nobody_and_grows_no_further() -> None:
    found = subprocess.run(
        [sys.executable, "-c", FENCED], capture_output=True, text=True, check=True
    )
    if found.stdout.startswith("no filter"):
        pytest.skip("this kernel has no filter that is known here")
    assert found.stdout.split("\n")[:3] == ["cut off", "True", "little"]


def failing(*options: str) -> str:
    command = [sys.executable, "-m", "kg", "serve", *options]
    found = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (1, "", 1)
    return found.stderr


def test_faults_of_the_command_are_one_line(five: Path, server: Server, tmp_path: Path) -> None:
    assert "there is no graph here. Make one" in failing("-g", str(tmp_path))
    port = str(urlsplit(server.url).port)
    assert "cannot listen there: Address already in use" in failing("-g", str(five), "--port", port)
    assert "cannot listen there" in failing("-g", str(five), "--host", "no.such.host.invalid")
    assert "there is no such folder" in failing("-g", str(five), "--site", str(tmp_path / "x"))


def test_a_graph_that_is_built_again_is_answered_anew(tmp_path: Path) -> None:
    first = "KẾ HOẠCH\nThực hiện việc thứ nhất\n\n1. Sở Y tế chủ trì khám bệnh trong năm 2025.\n"
    (tmp_path / "a.txt").write_text(first, encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "graph")
    held = "SELECT (COUNT(DISTINCT ?t) AS ?n) { ?d pc:sourceText ?t }"
    with running("-g", str(tmp_path / "graph"), "--workers", "1") as server:
        assert server.ask(held).text.split() == ["n", "1"]
        (tmp_path / "b.txt").write_text(first.replace("nhất", "hai"), encoding="utf-8")
        build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "graph")
        assert server.ask(held).text.split() == ["n", "2"]
        assert server.get("/", "text/html").text.count("<li>") == 2


HEAD = (
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\n"
    b"Content-Type: application/sparql-query\r\nContent-Length: 9\r\n\r\nA"
)


def test_requests_that_never_end_keep_nobody_waiting(five: Path) -> None:
    with running("-g", str(five), "--workers", "1") as server:
        at = urlsplit(server.url)
        slow = [socket.create_connection((at.hostname or "", at.port or 0)) for _ in range(60)]
        for each in slow:
            each.sendall(HEAD)
        assert server.ask(COUNT).status == 200
        for each in slow:
            each.close()
        assert server.ask(COUNT).status == 200


def test_help_needs_no_server() -> None:
    code = "import sys; import kg.cli.serving; print('uvicorn' in sys.modules, 'starlette' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "False"]


def test_what_a_worker_is_told_is_on_no_secret(five: Path) -> None:
    told = json.dumps({"folder": str(five), "base": "x:", "seconds": 1, "memory": 2**28, "size": 9})
    asked = line(Query("SELECT * { ?s ?p ?o }"), str(five / "answer"))
    found = subprocess.run(
        [sys.executable, "-m", "kg.serve.worker", told],
        input=asked,
        capture_output=True,
        check=True,
    )
    ready, said = map(json.loads, found.stdout.splitlines())
    assert (ready, said["status"]) == ({"ready": True}, 422)
    (five / "answer").unlink()
