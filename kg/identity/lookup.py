"""A body as people type it: without marks, with abbreviations, with the kind of place left out."""

from __future__ import annotations

import difflib
import functools
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import AmbiguousError, NotFoundError
from kg.identity.agents import spelled_out
from kg.identity.bodies import Body, central, local
from kg.identity.called import Called
from kg.identity.commune_names import communes_like, folded
from kg.identity.known import Known, known, readings, stands_at
from kg.identity.regions import regions
from kg.identity.seats import every_called

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEAR = 4
_SHOWN = 8
_SHORT = {"tw": "trung uong", "tp": "thanh pho", "tx": "thi xa", "bch": "ban chap hanh",
          "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan"}  # fmt: skip


def find_body(words: str, day: str = "") -> Known:
    """Give the one body that *words* fit on an ISO day, or on any.

    Raises :class:`~kg.errors.AmbiguousError`, which lists what fits, and
    :class:`~kg.errors.NotFoundError`, which names what is near.

    >>> find_body("Sở TT&TT Đắk Nông").name, find_body("so y te ben tre").name
    ('Sở Thông tin và Truyền thông tỉnh Đắk Nông', 'Sở Y tế tỉnh Bến Tre')
    """
    name = spelled_out(words)
    whole = known(name, day)
    if whole:
        return _in_full(whole)
    fit = tuple(_in_full(each) for each in readings(name) if _of_commune(each))
    fit = fit or tuple(_loose(_fold(name)))
    then = tuple(each for each in fit if day and _there(each, day))
    found = {each.id: each for each in then or fit}
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        names = sorted(each.name for each in found.values())
        more = f"; and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        what = f"'{words}' fits {len(names)} bodies"
        raise AmbiguousError(what, mend=f"Say which: {'; '.join(names[:_SHOWN])}{more}")
    raise _missing(words)


def _of_commune(body: Known) -> bool:
    return body.seat is not None and body.seat.level == "commune"


def _in_full(body: Known) -> Known:
    """Give a body of a commune under its full name: people leave out what is around it."""
    if body.called is None or not _of_commune(body):
        return body
    return replace(body, name=body.body.at(body.called.bare, body.called.label))


def _fold(words: str) -> str:
    """Give words without marks, case and punctuation, the short ones in full."""
    return " ".join(_SHORT.get(word, word) for word in folded(words).split())


def _there(body: Known, day: str) -> bool:
    return body.called is None or body.called.on(day)


@functools.cache
def _heads() -> dict[str, tuple[Body, ...]]:
    """Give the bodies by what stands before the place, folded; a central one has no place."""
    found: dict[str, list[Body]] = defaultdict(list)
    for body in (*central().values(), *local().values()):
        found[_fold(body.head)].append(body)
    return {head: tuple(bodies) for head, bodies in found.items()}


@functools.cache
def _places() -> dict[str, tuple[Called, ...]]:
    found: dict[str, list[Called]] = defaultdict(list)
    for called in every_called():
        for words in dict.fromkeys(map(_fold, _said(called))):
            found[words].append(called)
    return {words: tuple(called) for words, called in found.items()}


def _said(called: Called) -> tuple[str, ...]:
    return called.label, called.bare, f"{called.kind} {called.bare}"


def _loose(words: str) -> Iterator[Known]:
    """Give the bodies that folded words can mean: the longest head, then every place behind it."""
    for region in regions():
        if _fold(region.name) == words:
            yield Known(region.name, local()[region.body], region=region)
    parts = words.split(" ")
    for cut in range(len(parts), 0, -1):
        bodies, place = _heads().get(" ".join(parts[:cut]), ()), " ".join(parts[cut:])
        found = [each for body in bodies for each in _at(body, place)]
        if found:
            yield from found
            return


def _at(body: Body, place: str) -> Iterator[Known]:
    if not place and body.scope == "central":
        yield Known(body.name, body)
    for called in _called(body, place) if place else ():
        if stands_at(body, called):
            yield Known(body.at(called.bare, called.label), body, called)


def _called(body: Body, place: str) -> tuple[Called, ...]:
    """Give what folded words can name of the level of a body; communes are read only for theirs."""
    return communes_like(place) if body.scope == "commune" else _places().get(place, ())


def _sample(body: Body) -> tuple[str, str]:
    """Give name and label of a place to show where the name of a body goes on."""
    label = "xã Nam Dong, tỉnh Lâm Đồng" if body.scope == "commune" else "tỉnh Bến Tre"
    return ("Nam Dong" if body.scope == "commune" else "Bến Tre"), label


def _missing(words: str) -> NotFoundError:
    bodies = _heads().get(_fold(spelled_out(words)), ())
    if bodies:
        what = f"'{words}' stands in many places"
        return NotFoundError(what, mend=f"Say which: {bodies[0].at(*_sample(bodies[0]))}")
    near = difflib.get_close_matches(_fold(words), sorted(_heads()), _NEAR, 0.6)
    names = list(dict.fromkeys(body.name for head in near for body in _heads()[head]))
    mend = (
        f"Near to it: {'; '.join(names)}"
        if names
        else "Name a body of a ministry, province, district or commune."
    )
    what = f"the gazetteer knows no body called '{words}'"
    return NotFoundError(what, mend=mend)
