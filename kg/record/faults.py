"""Walk a JSON value along a shape and tell what is not so, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAMES: dict[type, str] = {
    str: "a string",
    int: "an integer",
    float: "a number",
    bool: "true or false",
}


@dataclass(frozen=True, slots=True)
class Maybe:
    """A shape, or null."""

    shape: object


@dataclass(frozen=True, slots=True)
class Must:
    """A shape that is further tested; ``what`` ends the sentence "… is not …"."""

    shape: object
    test: Callable[[list[object]], bool]
    what: str


def faults(data: object, shape: object, where: str = "record") -> Iterator[str]:
    """Tell each place where *data* is not of *shape*, first things first.

    >>> list(faults({"funding": "ngân sách"}, {"funding": [str]}))
    ['funding is not a list']
    """
    match shape:
        case Maybe(inner):
            yield from () if data is None else faults(data, inner, where)
        case Must(inner, test, what):
            listed = data if isinstance(data, list) else [data]
            if any(faults(data, inner, where)) or not test(listed):
                yield f"{where} is not {what}"
        case frozenset():
            if not isinstance(data, str) or data not in shape:
                yield f"{where} is not one of {', '.join(sorted(shape))}"
        case [inner]:
            yield from _list(data, inner, where)
        case dict():
            yield from _object(data, shape, where)
        case type():
            if not _is(data, shape):
                yield f"{where} is not {NAMES[shape]}"


def _is(data: object, kind: type) -> bool:
    if isinstance(data, bool):  # Python counts true and false as integers; JSON does not
        return kind is bool
    return isinstance(data, (int, float) if kind is float else kind)


def _list(data: object, inner: object, where: str) -> Iterator[str]:
    if not isinstance(data, list):
        yield f"{where} is not a list"
        return
    for number, each in enumerate(data):
        yield from faults(each, inner, f"{where}[{number}]")


def _object(data: object, shape: dict[str, object], where: str) -> Iterator[str]:
    if not isinstance(data, dict):
        yield f"{where} is not an object"
        return
    base = "" if where == "record" else f"{where}."
    for key, inner in shape.items():
        if key in data:
            yield from faults(data[key], inner, f"{base}{key}")
