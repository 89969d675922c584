"""Which documents a graph folder holds, for the first page; read without opening the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.folder import read_state

if TYPE_CHECKING:
    from pathlib import Path


def held(folder: Path) -> list[tuple[str, str]]:
    """Give IRI and file name of each document that is held, by file name."""
    return [(built.document, name) for name, built in sorted(read_state(folder).items())]
