"""Communes as linked data: those of today, those of 30 June 2025, and where their areas are now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.gazetteer.facts import End, coded, event_quads, fact, life
from kg.graph.gazetteer.places import (
    FIRST_OF_34,
    KINDS,
    LAST_OF_63,
    day_before,
    described,
    district_labels,
    labels,
    name_on,
    names,
    province_node,
)
from kg.graph.iris import place_iri, slug
from kg.graph.terms import node, vi
from kg.lexicon import rows, variants
from kg.vocabulary import PC, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import NamedNode, Quad

    from kg.lexicon import Row


@dataclass(frozen=True, slots=True)
class _Stage:
    """A commune under one kind, from one day to another."""

    kind: str
    first: str
    last: str
    act: str


@dataclass(frozen=True, slots=True)
class _Turn:
    """A commune became of another kind: an event like those of provinces."""

    id: str
    date: str
    acts: tuple[str, ...]
    type: str = "change-of-kind"
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    basis: str = ""
    note: str = ""
    bodies: bool = False
    days: tuple[tuple[str, str], ...] = ()
    where: tuple[str, ...] = ()


def commune_quads(base: str) -> Iterator[Quad]:
    """Give everything that the tables know of communes."""
    later: dict[str, list[Row]] = {}
    for row in rows("gazetteer/commune_changes"):
        later.setdefault(row["code"], []).append(row)
    today: dict[str, NamedNode] = {}
    for row in rows("gazetteer/communes"):
        stages = _stages(row, later.get(row["code"], []))
        today[row["code"]] = _end(base, row, stages[0]).node
        yield from _commune(base, row, stages)
    districts = {row["code"]: row for row in rows("gazetteer/districts")}
    for row in rows("gazetteer/communes_before"):
        yield from _former(base, row, districts[row["district"]], today)
    for row in districts.values():
        for code in variants(row, "since"):
            yield fact(province_node(base, row["id"]), PC.areaNowIn, today[code])


def _stages(row: Row, later: list[Row]) -> list[_Stage]:
    """Give the kinds of a commune of today one after the other."""
    turns = sorted(later, key=lambda each: each["valid_from"])
    firsts = [FIRST_OF_34, *(each["valid_from"] for each in turns)]
    lasts = [*(day_before(each) for each in firsts[1:]), ""]
    kinds = [row["kind"], *(each["kind"] for each in turns)]
    acts = ["", *(each["act"] for each in turns)]
    return [_Stage(*each) for each in zip(kinds, firsts, lasts, acts, strict=True)]


def _end(base: str, row: Row, stage: _Stage) -> End:
    """Give node and labels of a commune: in the province as it was called on the first day."""
    around = name_on(row["province"], stage.first)
    label, english = labels(stage.kind, row["name"], around.label, around.en)
    return End(node(place_iri(base, label)), label, english)


def _commune(base: str, row: Row, stages: list[_Stage]) -> Iterator[Quad]:
    ends = [_end(base, row, stage) for stage in stages]
    for stage, end in zip(stages, ends, strict=True):
        yield from described(end.node, KINDS["commune", stage.kind], end.vi, end.en)
        yield fact(end.node, SCHEMA.name, vi(row["name"]))
        yield from coded(end.node, (row["code"],), "place-code-2025")
        yield from life(end.node, stage.first, stage.last)
        for around in names(row["province"]):
            if around.first <= (stage.last or "9999") and stage.first <= (around.last or "9999"):
                yield fact(end.node, SCHEMA.containedInPlace, node(place_iri(base, around.label)))
    for stage, old, new in zip(stages[1:], ends, ends[1:], strict=False):
        turn = _Turn(f"{stage.first}-{slug(new.vi)}", stage.first, (stage.act,))
        yield from event_quads(base, turn, (old,), (new,), bodies=False)


def _former(base: str, row: Row, district: Row, today: Mapping[str, NamedNode]) -> Iterator[Quad]:
    label, english = labels(row["kind"], row["name"], *district_labels(district["id"]))
    me = node(place_iri(base, label))
    yield from described(me, KINDS["commune", row["kind"]], label, english)
    yield fact(me, SCHEMA.name, vi(row["name"]))
    yield from coded(me, (row["code"],), "place-code-2004")
    yield from life(me, "", LAST_OF_63)
    yield fact(me, SCHEMA.containedInPlace, province_node(base, district["id"]))
    for code in variants(row, "since"):
        yield fact(me, PC.areaNowIn, today[code])
