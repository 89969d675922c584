"""The folder of a graph: what was built from which bytes, each record and each text.

It holds ``store/`` (Oxigraph), ``records/`` (one JSON a document), ``texts/`` (the text that
every offset counts in), ``papers.jsonl`` (the papers that each document names) and ``state.json``
(what was built from which bytes).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from kg.config import BASE_IRI
from kg.errors import GraphError

if TYPE_CHECKING:
    from pathlib import Path

STATE = "state.json"


@dataclass(frozen=True, slots=True)
class Built:
    """What a document in the graph was made of.

    *same* are the partial identities that its graph holds under fuller ones; None while that is
    being changed.
    """

    file: str
    path: str
    sha256: str
    rules: str
    base: str
    document: str
    graph: str
    same: dict[str, str] | None = None


def read_state(out: Path) -> dict[str, Built]:
    """Give what the folder was built from, by file name; {} for a new folder."""
    path = out / STATE
    if not path.exists():
        return {}
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["documents"]
        return {row["file"]: Built(**row) for row in rows}
    except (ValueError, KeyError, TypeError):
        return {}  # a damaged list only costs building again


def write_state(out: Path, state: dict[str, Built]) -> None:
    """Write what the folder was built from, in order of file names."""
    rows = [asdict(state[name]) for name in sorted(state)]
    text = json.dumps({"documents": rows}, ensure_ascii=False, indent=1) + "\n"
    write_whole(out / STATE, text)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


def base_of(out: Path) -> str:
    """Give where the IRIs of a graph live; of several bases the first in order."""
    return min((built.base for built in read_state(out).values()), default=BASE_IRI)


def texts(out: Path) -> dict[str, str]:
    """Give the stored text of each held document by the IRI of the document."""
    return {
        built.document: (out / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        for name, built in sorted(read_state(out).items())
    }


def record_path(out: Path, document: str) -> Path | None:
    """Give the JSON record of a held document by its IRI; None when it is only cited."""
    for name, built in sorted(read_state(out).items()):
        if built.document == document:
            return out / "records" / f"{name}.json"
    return None


def text_of(out: Path, document: str) -> str:
    """Give the text of a held document by its IRI.

    Raises :class:`~kg.errors.GraphError` when the folder has lost it.
    """
    name = next((n for n, b in sorted(read_state(out).items()) if b.document == document), "")
    path = out / "texts" / f"{name}.txt"
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        what = "the text of this document is missing or damaged"
        raise GraphError(what, str(path), "Build the graph again into a new folder.") from error
