"""The bodies that a letterhead names, each on one line or on several.

Decree 30/2020/NĐ-CP, Annex I, II.2: the body above stands over the body that issues.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.agencies import agencies
from kg.extract.titles import begins_body
from kg.model import Span
from kg.shape import AgentFound
from kg.text import capitalised, squeeze, view

_PARTS = frozenset({"văn phòng"})  # what a body is a part of stands above it


def letterhead_agents(lines: Sequence[str], text: str, lower: str) -> tuple[AgentFound, ...]:
    r"""Give the bodies of the issuer lines in order; the last one issues.

    The spans count in the lines, not in the text. ``VĂN PHÒNG`` belongs to the body above it; a
    line that begins no name goes on with the one above.

    >>> [a.name for a in letterhead_agents(["THỦ", "TƯỚNG CHÍNH PHỦ"], "", "")]
    ['Thủ tướng Chính phủ']
    """
    names = list(_names(lines))
    if len(names) > 1 and view(names[-1]) in _PARTS:
        names = [f"{names[-1]} {names[-2]}"]
    return tuple(agent for name in names for agent in _read(name, text, lower))


def _names(lines: Sequence[str]) -> Iterator[str]:
    """Join the lines of one name."""
    whole = ""
    for line in lines:
        if whole and not whole.endswith(",") and begins_body(line):
            yield whole
            whole = line
        else:
            whole = f"{whole} {line}".strip()
    if whole:
        yield whole


def _read(name: str, text: str, lower: str) -> tuple[AgentFound, ...]:
    """Read one name; a long one in capitals gets the letters of running text."""
    found = agencies(name, view(name))
    if not found:
        return ()
    committees = all(each.kind == "people-committee" for each in found)
    body = found[-1] if committees else found[0]  # of a joint paper the first that is named
    if not body.name.isupper():
        return (body,)
    if body.span.start:  # a name whose first letters are lost
        return ()
    if " - " not in name and (len(found) > 1 or not (body.place or body.level)):
        body = replace(body, span=Span(0, len(name)), name=squeeze(name))
    return (replace(body, name=_running(body.name, text, lower)),)


def _running(name: str, text: str, lower: str) -> str:
    """Give a name in capitals as running text prints it, else in small letters."""
    wanted = view(name)
    at = lower.find(wanted)
    while at >= 0:
        printed = squeeze(text[at : at + len(wanted)])
        if not printed.isupper():
            return capitalised(printed)
        at = lower.find(wanted, at + 1)
    return capitalised(name.lower())
