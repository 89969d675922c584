"""Read a record from a file, whoever made it, and say plainly what is wrong with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from kg.errors import RecordError
from kg.record.faults import faults
from kg.record.shape import RECORD

if TYPE_CHECKING:
    from pathlib import Path

    from kg.record.words import Json

MEND = "See docs/records.md for the shape."


def load(path: Path) -> Json:
    """Read one JSON record; every key but ``file`` may be missing, and unknown keys are kept.

    Raises :class:`~kg.errors.RecordError`, with the place inside the record, for a file that is
    no JSON or not of the documented shape.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_no_number)
    except OSError as error:
        what = error.strerror or "cannot be read"
        raise RecordError(what, str(path), "Name a JSON record.") from error
    except (ValueError, RecursionError) as error:
        what = f"is no JSON: {error}"
        raise RecordError(what, str(path), MEND) from error
    for fault in faults(data, RECORD):
        raise RecordError(fault, str(path), MEND)
    kept: Json = data
    if "file" not in kept:
        what = "file is missing"
        raise RecordError(what, str(path), "Name the document that the record speaks of.")
    return kept


def _no_number(name: str) -> NoReturn:
    message = f"{name} is no JSON number"
    raise ValueError(message)
