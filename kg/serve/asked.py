"""What is asked of a worker, and what it says: plain values that travel as one line of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Query:
    """A SPARQL query with its graphs; *results* and *graph* name the forms that the client reads."""

    text: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    results: str | None = "json"
    graph: str | None = "turtle"


@dataclass(frozen=True, slots=True)
class Look:
    """What is said of the thing *iri*, in a form; without one only whether anything is."""

    iri: str
    form: str | None = None


Asked: TypeAlias = "Query | Look"
_KINDS: dict[str, Callable[..., Asked]] = {"query": Query, "look": Look}


@dataclass(frozen=True, slots=True)
class Said:
    """How it went: an HTTP status with the type of the answer, or with one line that says why."""

    status: int
    words: str


def line(asked: Asked, out: str) -> bytes:
    """Give a question as one line; the answer is to be written to the file *out*."""
    told = {"kind": type(asked).__name__.lower(), "out": out, "asked": asdict(asked)}
    return json.dumps(told).encode() + b"\n"


def read_line(text: str) -> tuple[Asked, str]:
    """Read what :func:`line` wrote."""
    told = json.loads(text)
    values = {k: tuple(v) if isinstance(v, list) else v for k, v in told["asked"].items()}
    return _KINDS[told["kind"]](**values), told["out"]
