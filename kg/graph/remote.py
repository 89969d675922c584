"""A graph behind a SPARQL endpoint, asked as if it were on this disk (SPARQL 1.1 Protocol)."""

from __future__ import annotations

import http.client
import json
import re
import urllib.error
import urllib.request
from typing import IO, TYPE_CHECKING, NoReturn, cast
from urllib.parse import urlencode, urlsplit

from pyoxigraph import QueryResultsFormat, parse_query_results

from kg.errors import GraphError, KgError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from email.message import Message

    from pyoxigraph import QueryBoolean, QuerySolutions, Store

SECONDS = 120.0
MOST = 512 * 2**20
"""Bytes of one answer; the network of ten thousand documents stays well below."""
_RESULTS = "application/sparql-results+json"
_DECLARED = re.compile(r"^\s*PREFIX\s+([^\s:]*):", re.MULTILINE | re.IGNORECASE)
_ELI = "PREFIX eli: <http://data.europa.eu/eli/ontology#> "
_TOGETHER = _ELI + "ASK { ?document a eli:LegalResource }"
_APART = _ELI + "ASK { GRAPH ?graph { ?document a eli:LegalResource } }"
_WORDS = 300


class Endpoint:
    """The part of a store that questions use: :meth:`query`, over HTTP."""

    def __init__(self, url: str, seconds: float = SECONDS, most: int = MOST) -> None:
        """Name the endpoint; KgError for what is no web address."""
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            what = "is no web address"
            raise KgError(what, url, "Write http://127.0.0.1:8000/sparql")
        self.url, self.seconds, self.most = url, seconds, most
        self._opener = urllib.request.build_opener(_StayHandler)

    def query(
        self,
        query: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        use_default_graph_as_union: bool = False,  # noqa: ARG002  (the endpoint decides: see opened)
    ) -> QuerySolutions | QueryBoolean:
        """Answer SELECT or ASK; GraphError where the endpoint does not answer it whole."""
        missing = dict(prefixes or {})
        for declared in _DECLARED.findall(query):
            missing.pop(declared, None)
        heads = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(missing.items()))
        body = self._sent(heads + query)
        try:
            return parse_query_results(_standard(body), format=QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            what = f"the answer is no SPARQL result: {_short(body)}"
            raise GraphError(what, self.url, "Name the address of a SPARQL endpoint.") from error

    def _sent(self, text: str) -> bytes:
        data = urlencode({"query": text}).encode()
        request = urllib.request.Request(  # noqa: S310  (http and https only: see __init__)
            self.url, data, {"Accept": _RESULTS, "User-Agent": "kg"}
        )
        try:
            with self._opener.open(request, timeout=self.seconds) as answer:
                return self._whole(answer)
        except urllib.error.HTTPError as error:
            raise self._told(error) from error
        except TimeoutError as error:
            raise self._late() from error
        except (OSError, http.client.HTTPException) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise self._late() from error
            what = f"the endpoint cannot be reached: {getattr(error, 'reason', error)}"
            raise GraphError(what, self.url, "Is it running? kg serve starts one.") from error

    def _whole(self, answer: http.client.HTTPResponse) -> bytes:
        """Read an answer; one that is cut must not be taken for a whole one."""
        body = answer.read(self.most + 1)
        if len(body) > self.most:
            what = f"the answer has more than {self.most} bytes"
            raise GraphError(what, self.url)
        told = answer.headers.get("Content-Length", "")
        if told.isdecimal() and len(body) < int(told):  # http.client only says so of a whole read
            what = f"the connection ended after {len(body)} of {told} bytes"
            raise GraphError(what, self.url, "Ask again.")
        cut = answer.headers.get("X-SPARQL-MaxRows")  # how Virtuoso says that it left rows out
        if cut:
            what = f"the endpoint gives only the first {cut} rows of an answer"
            raise GraphError(what, self.url, "Raise its ResultSetMaxRows.")
        return body

    def _told(self, error: urllib.error.HTTPError) -> Exception:
        with error:
            words = _short(error.read(_WORDS * 4))
        what = f"the endpoint answers {error.code}: {words or error.reason}"
        return GraphError(what, self.url)

    def _late(self) -> GraphError:
        what = f"no answer within {self.seconds:g} seconds"
        return GraphError(what, self.url, "Narrow the question, or ask again later.")


class _StayHandler(urllib.request.HTTPRedirectHandler):
    """An endpoint that moved is named, not followed: a redirected POST loses its query."""

    def redirect_request(  # noqa: PLR0913  (the signature of urllib)
        self,
        req: urllib.request.Request,
        fp: IO[bytes],  # noqa: ARG002
        code: int,  # noqa: ARG002
        msg: str,  # noqa: ARG002
        headers: Message,  # noqa: ARG002
        newurl: str,
    ) -> NoReturn:
        """Say where it moved to."""
        what = "the endpoint has moved"
        raise GraphError(what, req.full_url, f"Name {newurl}")


def _standard(body: bytes) -> bytes:
    """Give results in the words of the recommendation: older Virtuoso says typed-literal."""
    found = json.loads(body)  # the engine reads row by row, and would tell of a cut answer too late
    if b"typed-literal" not in body:
        return body
    for row in found["results"]["bindings"]:
        for value in row.values():
            value["type"] = value["type"].replace("typed-literal", "literal")
    return json.dumps(found).encode()


def _short(body: bytes) -> str:
    return " ".join(body.decode("utf-8", "replace").split())[:_WORDS]


def opened(url: str) -> Store:
    """Give the graph behind an endpoint, for questions; nothing but its ``query`` may be asked.

    GraphError where there is no graph of ours, and where the graphs of its documents do not count
    as one: the answers would be wrong without a word.
    """
    endpoint = Endpoint(url)
    if not bool(endpoint.query(_TOGETHER)):
        if bool(endpoint.query(_APART)):
            what = "its default graph does not hold all its graphs together"
            mend = "Start it so: oxigraph serve-read-only --union-default-graph, or kg serve."
            raise GraphError(what, url, mend)
        what = "this endpoint holds no graph of policy documents"
        raise GraphError(what, url)
    return cast("Store", endpoint)
