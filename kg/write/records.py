"""The records of many documents as one JSON array."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def records_json(records: Iterable[str]) -> Iterator[str]:
    r"""Give JSON texts, each one object, as one array in the order given.

    >>> "".join(records_json(['{"file": "a.txt"}\n', '{"file": "b.txt"}\n']))
    '[\n{"file": "a.txt"},\n{"file": "b.txt"}\n]\n'

    Raises RecordError for a text that is no JSON object.
    """
    between = "[\n"
    for number, text in enumerate(records, start=1):
        yield f"{between}{_checked(text, number)}"
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def _checked(text: str, number: int) -> str:
    try:
        whole = isinstance(json.loads(text), dict)
    except ValueError:
        whole = False
    if not whole:
        what = "is no JSON object"
        raise RecordError(what, f"record {number}", "Extract the document again.")
    return text.strip()
