"""The records of many documents as one JSON array, or as JSON Lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# JSON lets these stand bare, but programs that split text into lines break at them.
_BREAKS = {ord(each): f"\\u{ord(each):04x}" for each in "\x85\u2028\u2029"}


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


def records_lines(records: Iterable[str]) -> Iterator[str]:
    r"""Give JSON texts, each one object, one a line (JSON Lines) in the order given.

    >>> "".join(records_lines(['{"file": "a.txt"}', '{"words": "a\u2028b"}']))
    '{"file": "a.txt"}\n{"words": "a\\u2028b"}\n'

    Raises RecordError for a text that is no JSON object.
    """
    for number, text in enumerate(records, start=1):
        line = json.dumps(json.loads(_checked(text, number)), ensure_ascii=False)
        yield f"{line.translate(_BREAKS)}\n"


def _checked(text: str, number: int) -> str:
    try:
        whole = isinstance(json.loads(text), dict)
    except ValueError:
        whole = False
    if not whole:
        what = "is no JSON object"
        raise RecordError(what, f"record {number}", "Extract the document again.")
    return text.strip()
