"""Hostile queries: each is stopped with a line, and the others are answered meanwhile."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from serving import COUNT, Server, running

pytestmark = pytest.mark.slow
FIVE = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"
CROSS = f"SELECT (COUNT(*) AS ?n) {{ {FIVE} }}"
GROWS = "REPLACE({}, 'a', '" + "a" * 2000 + "')"


def children(process: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = path.read_text().rpartition(")")[2].split()[1]
            found += [int(path.parent.name)] if int(parent) == process else []
    return found


def is_ready(process: int) -> bool:
    """Say whether a worker has opened its graph: then it has given up its connections."""
    with suppress(OSError):
        return "Seccomp:\t2" in Path(f"/proc/{process}/status").read_text()
    return False


def settled(server: Server) -> None:
    """Wait until the workers that died are replaced: two for queries, one for things."""
    end = time.monotonic() + 30
    while [is_ready(each) for each in children(server.process.pid)] != [True] * 3:
        assert time.monotonic() < end
        time.sleep(0.1)
    assert server.ask(COUNT).status == 200


@pytest.mark.parametrize(
    ("query", "statuses", "words"),
    [
        (CROSS, {504}, "longer than 3 seconds"),
        ("SELECT (COUNT(*) AS ?n) { ?a (!<x:y>|^!<x:y>)* ?b . ?b (!<x:y>|^!<x:y>)* ?c }", {504}, "seconds"),
        ("SELECT * { ?s ?p ?o FILTER(REGEX(CONCAT(STR(?o), STR(?o)), '((a{1,100}){1,100}){1,100}')) }", {504, 400, 503}, ""),
        (f"SELECT * {{ {FIVE} }} ORDER BY ?a ?f ?o", {503}, "256 MiB of memory"),
        (f"SELECT (STRLEN(?z) AS ?n) {{ BIND({GROWS.format(GROWS.format(GROWS.format(repr('a' * 2000))))} AS ?z) }}", {503}, "memory"),
        (f"SELECT * {{ {FIVE} }}", {422}, "more than 1048576 bytes"),
        ("SELECT * {" + "{" * 5000 + "}" * 5000 + "}", {400}, "nested too deeply"),
        ("SELECT (1" + "+1" * 20000 + " AS ?x) {}", {400}, "nested too deeply"),
    ],
)  # fmt: skip
def test_a_query_without_end_is_stopped(
    narrow: Server, query: str, statuses: set[int], words: str
) -> None:
    settled(narrow)
    began = time.monotonic()
    found = narrow.ask(query)
    assert found.status in statuses, found.text
    assert words in found.text
    assert found.text.count("\n") == 1
    assert time.monotonic() - began < 8


def test_a_huge_construct_is_not_cut_but_refused(narrow: Server) -> None:
    settled(narrow)
    found = narrow.ask(f"CONSTRUCT {{ [] ?b ?f }} WHERE {{ {FIVE} }}", "application/n-triples")
    assert (found.status, "ask for less" in found.text) == (422, True)


def test_a_good_query_is_answered_beside_a_runaway(narrow: Server) -> None:
    settled(narrow)
    with ThreadPoolExecutor(1) as beside:
        runaway = beside.submit(narrow.ask, CROSS)
        time.sleep(0.5)
        began = time.monotonic()
        assert narrow.ask(COUNT).text.split() == ["n", "160"]
        assert time.monotonic() - began < 2
        assert not runaway.done()
        assert runaway.result().status == 504


def test_fifty_runaways_at_once_leave_pages_and_the_server_alive(narrow: Server) -> None:
    settled(narrow)
    with ThreadPoolExecutor(50) as beside:
        runaways = [beside.submit(narrow.ask, CROSS) for _ in range(50)]
        time.sleep(0.5)
        began = time.monotonic()
        assert narrow.get("/place/t%E1%BB%89nh-b%E1%BA%BFn-tre.ttl").status == 200
        assert time.monotonic() - began < 2  # things have a worker of their own
        refused = narrow.ask(COUNT)
        assert (refused.status, refused.headers["retry-after"]) == (503, "5")
        found = Counter(each.result().status for each in runaways)
    assert set(found) <= {503, 504}
    assert found[503] >= 40
    settled(narrow)


def test_a_client_that_goes_away_takes_its_query_along(narrow: Server) -> None:
    settled(narrow)
    at = urlsplit(narrow.url)
    for _ in range(2):  # as many as there are workers
        gone = socket.create_connection((at.hostname or "", at.port or 0))
        body = CROSS.encode()
        head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: {len(body)}\r\n\r\n"
        gone.sendall(head.encode() + body)
        time.sleep(0.3)
        gone.close()
    began = time.monotonic()
    assert narrow.ask(COUNT).status == 200
    assert time.monotonic() - began < 3  # the deadline of those that left has not passed


def test_fifty_good_queries_at_once_are_all_answered(server: Server) -> None:
    with ThreadPoolExecutor(16) as beside:
        found = [
            each.result().text for each in [beside.submit(server.ask, COUNT) for _ in range(50)]
        ]
    assert Counter(found) == {"n\r\n160\r\n": 50}


def lives(process: int) -> bool:
    """Say whether a process runs; one that has ended may still stand in the table."""
    path = Path(f"/proc/{process}/stat")
    return path.exists() and ") Z " not in path.read_text()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_and_leaves_nothing(five: Path, how: signal.Signals) -> None:
    with running("-g", str(five), "--workers", "2") as server:
        assert server.ask(COUNT).status == 200
        workers = children(server.process.pid)
        assert len(workers) == 3
        server.process.send_signal(how)
        assert server.process.wait(20) == 0
        time.sleep(0.5)
        assert [each for each in workers if lives(each)] == []


def test_workers_end_when_their_server_is_killed(five: Path) -> None:
    with running("-g", str(five), "--workers", "1") as server:
        assert server.ask(COUNT).status == 200
        workers = children(server.process.pid)
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait(20)
        time.sleep(1)
        assert [each for each in workers if lives(each)] == []
