"""An endpoint that is none, that is late, that cuts its answers: one clear line each."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest

from kg.errors import GraphError, KgError
from kg.graph.query import filled
from kg.graph.remote import Endpoint, opened
from kg.graph.select import select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

YES, NO = b'{"head":{},"boolean":true}', b'{"head":{},"boolean":false}'
ROWS = """{"head":{"vars":["n","s"]},"results":{"bindings":[
 {"n":{"type":"typed-literal","datatype":"http://www.w3.org/2001/XMLSchema#integer","value":"3"},
  "s":{"type":"literal","xml:lang":"vi","value":"Sở"}}]}}""".encode()
Reply = tuple[int, dict[str, str], bytes]


@contextmanager
def answering(reply: Callable[[str], Reply]) -> Iterator[str]:
    """Run a server that answers each query as *reply* says."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            status, headers, found = reply(parse_qs(body)["query"][0])
            self.send_response(status)
            for name, value in {"Content-Length": str(len(found)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(found)

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/sparql"
        server.shutdown()


def test_rows_are_plain_values_also_in_the_words_of_older_servers() -> None:
    with answering(lambda _: (200, {}, ROWS)) as url:
        rows = list(select(Endpoint(url), "SELECT ?n ?s {}"))  # type: ignore[arg-type]
    assert rows == [{"n": 3, "s": "Sở"}]


def test_prefixes_that_a_query_lacks_are_sent_along() -> None:
    seen: list[str] = []

    def reply(query: str) -> Reply:
        seen.append(query)
        return 200, {}, YES

    with answering(reply) as url:
        Endpoint(url).query(
            "PREFIX b: <x:own>\nASK { a:x b:y 1 }", prefixes={"a": "x:a", "b": "x:b"}
        )
    assert seen == ["PREFIX a: <x:a>\nPREFIX b: <x:own>\nASK { a:x b:y 1 }"]


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ((500, {}, b"Virtuoso 37000 Error\nSP031: no"), "answers 500: Virtuoso 37000 Error SP031: no"),
        ((503, {}, b""), "answers 503: Service Unavailable"),
        ((200, {}, b"<html>hello</html>"), "no SPARQL result: <html>hello</html>"),
        ((200, {}, b""), "no SPARQL result"),
        ((200, {}, b'{"head":{"vars":["n"]},"results":{"bindings":[{"n":'), "no SPARQL result"),
        ((200, {"X-SPARQL-MaxRows": "10000"}, ROWS), "only the first 10000 rows"),
        ((301, {"Location": "http://elsewhere.example/sparql"}, b""), "moved. Name http://elsewhere"),
        ((200, {"Content-Length": "999"}, ROWS), "ended after 208 of 999 bytes"),
        ((200, {}, b" " * 3000), "more than 2000 bytes"),
    ],
)  # fmt: skip
def test_what_is_no_answer_says_so(reply: Reply, words: str) -> None:
    with answering(lambda _: reply) as url, pytest.raises(GraphError) as raised:
        list(select(Endpoint(url, most=2000), "SELECT ?n {}"))  # type: ignore[arg-type]
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith(url)


def test_an_endpoint_that_is_late_or_not_there() -> None:
    wait = threading.Event()

    def late(_: str) -> Reply:
        wait.wait(10)
        return 200, {}, YES

    with answering(late) as url:
        with pytest.raises(GraphError, match=r"no answer within 0[.]3 seconds"):
            Endpoint(url, seconds=0.3).query("ASK {}")
        wait.set()
    with pytest.raises(GraphError, match="cannot be reached"):
        Endpoint("http://127.0.0.1:1/sparql").query("ASK {}")
    for bad in ("ftp://x/", "file:///etc/passwd", "localhost:80", "http://"):
        with pytest.raises(KgError, match="is no web address"):
            Endpoint(bad)


def test_graphs_that_do_not_count_as_one_are_refused() -> None:
    def apart(query: str) -> Reply:
        return 200, {}, YES if "GRAPH" in query else NO

    with answering(apart) as url, pytest.raises(GraphError, match="--union-default-graph"):
        opened(url)
    nothing = answering(lambda _: (200, {}, NO))
    with nothing as url, pytest.raises(GraphError, match="no graph of policy documents"):
        opened(url)
    with answering(lambda _: (200, {}, YES)) as url:
        assert bool(opened(url).query("ASK {}"))


def test_wishes_are_constants_and_words_of_a_wish_are_no_query() -> None:
    text = "VALUES ?in_a { UNDEF } FILTER(BOUND(?in_a) && ?x = ?in_a || !BOUND(?in_b) && ?in_b = 1)"
    assert filled(text, {"a": '"?in_b BOUND(?in_b)"'}) == (
        ' FILTER(true && ?x = "?in_b BOUND(?in_b)" || !false && "" = 1)'
    )
