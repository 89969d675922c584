"""A process that answers one question after the other, and may die of one: ``python -m kg.serve.worker``.

It is told its limits as one argument, questions as lines of JSON on standard input; the answer
stands whole in the file that the question names before the line on standard output says so.
"""

from __future__ import annotations

import json
import math
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.store import open_store
from kg.serve import querying
from kg.serve.asked import Look, Query, Said, read_line
from kg.serve.fence import cut_off, limit_memory, no_core
from kg.serve.looking import look

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.serve.asked import Asked

_GRACE = 5
"""Seconds after the deadline at which a worker ends itself, should nobody have ended it."""


class _Opened:
    """The graph, opened again after it was built again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stamp = self._now()
        self._store = open_store(folder, read_only=True)

    def store(self) -> Store:
        """Give the store as it is now."""
        stamp = self._now()
        if stamp != self._stamp:
            self._store = open_store(self.folder, read_only=True)
            self._stamp = stamp
        return self._store

    def _now(self) -> tuple[int, ...]:
        paths = (self.folder / "state.json", self.folder / "store" / "CURRENT")
        return tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in paths)


def main(told: str) -> None:
    """Answer the questions of standard input until it ends."""
    limits = json.loads(told)
    graph = _Opened(Path(limits["folder"]))
    graph.store()
    os.nice(5)  # the door itself stays quick
    no_core()
    cut_off()
    limit_memory(limits["memory"])
    _say({"ready": True})
    for text in sys.stdin:
        signal.alarm(math.ceil(limits["seconds"]) + _GRACE)
        asked, out = read_line(text)
        said = _answer(graph.store(), asked, Path(out), limits)
        signal.alarm(0)
        _say({"status": said.status, "words": said.words})


def _answer(store: Store, asked: Asked, out: Path, limits: dict[str, object]) -> Said:
    most = int(str(limits["size"]))
    try:
        match asked:
            case Query():
                return querying.answer(store, asked, out, most)
            case Look():
                return look(store, asked, str(limits["base"]), out, most)
    except MemoryError:
        return Said(503, "The answer needs more memory than one answer may take.")


def _say(words: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
