"""Find the gold record of each document by its file name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import RecordError
from kg.record import load

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.score.items import Node


def pairs(gold_dir: Path, found: Mapping[str, Node]) -> tuple[tuple[Node, Node], ...]:
    """Give (gold, found) for each gold record; a document that was not read counts as all missed.

    *found* maps the ``file`` of a record to the record. Raises
    :class:`~kg.errors.RecordError` when the folder holds no records, or none of them was read.
    """
    golden = [load(path) for path in sorted(gold_dir.glob("*.json"))]
    if not golden:
        what = "holds no gold records"
        raise RecordError(what, str(gold_dir), "Name a folder of *.json records.")
    names = [str(each["file"]) for each in golden]
    if not set(names) & set(found):
        what = "none of the records has the file name of a gold record"
        raise RecordError(what, str(gold_dir), f"Expected one of: {', '.join(names)}.")
    return tuple((gold, found.get(name, {})) for gold, name in zip(golden, names, strict=True))
