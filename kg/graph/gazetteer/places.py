"""Provinces and districts as linked data: every name that one bore is a node, events join them."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import RDFS, SKOS

from kg.graph.concepts import concept
from kg.graph.gazetteer.facts import End, acts, coded, en, event_quads, fact, is_a, life
from kg.graph.iris import place_iri
from kg.graph.terms import node, vi
from kg.lexicon import rows, variants
from kg.text import capitalised, plain
from kg.vocabulary import PC, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import NamedNode, Quad

    from kg.graph.gazetteer.facts import Event
    from kg.lexicon import Row

LAST_OF_63 = "2025-06-30"
"""The last day of the 63 provinces and their codes; ``label`` of the tables is that of this day."""
FIRST_OF_34 = "2025-07-01"
KINDS = {
    ("province", "tỉnh"): "tinh",
    ("province", "thành phố"): "thanh-pho-truc-thuoc-trung-uong",
    ("district", "huyện"): "huyen",
    ("district", "quận"): "quan",
    ("district", "thị xã"): "thi-xa",
    ("district", "thành phố"): "thanh-pho",
    ("commune", "xã"): "xa",
    ("commune", "phường"): "phuong",
    ("commune", "thị trấn"): "thi-tran",
    ("commune", "đặc khu"): "dac-khu",
}
"""The concept of each kind at its level."""
ENGLISH = {
    "huyện": "District", "quận": "Urban District", "thị xã": "Town", "thành phố": "City",
    "xã": "Commune", "phường": "Ward", "thị trấn": "Township", "đặc khu": "Special Zone",
}  # fmt: skip
"""Kinds below the province in English; those of provinces stand in the tables."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a province was called from one day to another; an empty day is an open end."""

    label: str
    en: str
    kind: str
    first: str
    last: str
    act: str

    def on(self, day: str) -> bool:
        """Tell whether the name was borne on an ISO day."""
        return self.first <= day <= (self.last or "9999-12-31")


@functools.cache
def names(key: str) -> tuple[Name, ...]:
    """Give the names that a province bore, one after the other.

    >>> [(each.label, each.first) for each in names("dong-nai")]
    [('Tỉnh Đồng Nai', ''), ('Thành phố Đồng Nai', '2026-04-30')]
    """
    row = next(each for each in rows("gazetteer/provinces") if each["id"] == key)
    told = [each for each in rows("gazetteer/renamings") if each["province"] == key]
    return tuple(
        Name(each["label"], each["en"], each["kind"], each["valid_from"],
             each["valid_to"] or row["valid_to"], each.get("act", "") if told else "")
        for each in told or (row,)
    )  # fmt: skip


@functools.cache
def name_on(key: str, day: str) -> Name:
    """Give the name of a province on an ISO day; on a day after its end the last one."""
    return next((each for each in names(key) if each.on(day)), names(key)[-1])


def province_node(base: str, key: str, day: str = LAST_OF_63) -> NamedNode:
    """Give the node of a province or of a district by its id, as it was called on a day.

    >>> province_node("https://x.org/", "dong-nai", "2026-05-01").value
    'https://x.org/place/thành-phố-đồng-nai'
    """
    return end(base, key, day).node


@functools.cache
def end(base: str, key: str, day: str) -> End:
    """Give node and labels of a province or of a district on a day."""
    if "/" in key:
        label, english = district_labels(key)
        return End(node(place_iri(base, label)), label, english)
    name = name_on(key, day)
    return End(node(place_iri(base, name.label)), name.label, name.en)


@functools.cache
def _districts() -> dict[str, Row]:
    return {row["id"]: row for row in rows("gazetteer/districts")}


@functools.cache
def district_labels(key: str) -> tuple[str, str]:
    """Give the labels of a district with its province, as graphs of documents give it.

    >>> district_labels("ninh-binh/tam-diep")
    ('Thành phố Tam Điệp, tỉnh Ninh Bình', 'Tam Diep City, Ninh Binh Province')
    """
    row = _districts()[key]
    around = name_on(row["province"], LAST_OF_63)
    return labels(row["kind"], row["name"], around.label, around.en)


def labels(kind: str, name: str, around: str, around_en: str) -> tuple[str, str]:
    """Give the labels of a unit inside another: without marks in English, a number behind its kind.

    >>> labels("quận", "1", "Thành phố Hồ Chí Minh", "Ho Chi Minh City")[1]
    'Urban District 1, Ho Chi Minh City'
    """
    bare = " ".join(map(_ascii, name.split(" ")))
    english = f"{ENGLISH[kind]} {bare}" if name.isdigit() else f"{bare} {ENGLISH[kind]}"
    lower = around[:1].lower() + around[1:]
    return f"{capitalised(kind)} {name}, {lower}", f"{english}, {around_en}"


def _ascii(word: str) -> str:
    """Give a word without its marks, with its capitals."""
    return "".join(p.upper() if c.isupper() else p for c, p in zip(word, plain(word), strict=True))


def place_quads(base: str, events: Iterable[Event]) -> Iterator[Quad]:
    """Give everything that the tables know of provinces and districts, and what became of them."""
    for row in rows("gazetteer/place_levels"):
        level = concept("place-kind", row["id"])
        yield from life(level, "", row["valid_to"])
        yield from acts(level, variants(row, "act"))
    for row in rows("gazetteer/provinces"):
        for name in names(row["id"]):
            yield from _province(base, row, name)
    for row in rows("gazetteer/districts"):
        yield from _district(base, row)
    for event in events:
        if not event.bodies:
            yield from _event(base, event)


def described(
    me: NamedNode, kind: str, vi_: str, en_: str, others: Sequence[str] = ()
) -> Iterator[Quad]:
    """Give a place its class, its kind (a name of the concept) and its labels."""
    yield from is_a(me, SCHEMA.AdministrativeArea)
    yield fact(me, RDFS.label, vi(vi_))
    yield fact(me, RDFS.label, en(en_))
    yield fact(me, PC.placeKind, concept("place-kind", kind))
    for other in others:
        yield fact(me, SKOS.altLabel, vi(other))


def _province(base: str, row: Row, name: Name) -> Iterator[Quad]:
    me = node(place_iri(base, name.label))
    yield from described(me, KINDS["province", name.kind], name.label, name.en, variants(row))
    yield fact(me, SCHEMA.name, vi(name.label[len(name.kind) :]))
    if name.first <= LAST_OF_63:
        yield from coded(me, variants(row, "code_before"), "place-code-2004")
    if not name.last or name.last >= FIRST_OF_34:
        yield from coded(me, variants(row, "code_after"), "place-code-2025")
    yield from coded(me, variants(row, "iso"), "iso-3166-2")
    yield from life(me, name.first or row["valid_from"], name.last)
    yield from acts(me, filter(None, (*variants(row, "act"), name.act)))
    if name.on(FIRST_OF_34):
        yield from acts(me, variants(row, "communes_act"))


def _district(base: str, row: Row) -> Iterator[Quad]:
    label, english = district_labels(row["id"])
    me = node(place_iri(base, label))
    yield from described(me, KINDS["district", row["kind"]], label, english, variants(row))
    yield fact(me, SCHEMA.name, vi(row["name"]))
    yield fact(me, SCHEMA.containedInPlace, province_node(base, row["province"]))
    yield from coded(me, (row["code"],), "place-code-2004")
    yield from life(me, "", level_end("district"))


def _level(key: str) -> End:
    row = next(each for each in rows("gazetteer/place_levels") if each["id"] == key)
    return End(concept("place-kind", key), row["vi"], row["en"])


def level_end(level: str) -> str:
    """Give the last day of a level of places; "" while it exists."""
    return next(r["valid_to"] for r in rows("gazetteer/place_levels") if r["id"] == level)


def _event(base: str, event: Event) -> Iterator[Quad]:
    """Describe an event: each unit under the name of the day before, and of the day itself.

    The end of all districts is said of their level: 696 lines would say no more.
    """
    last = day_before(event.date)
    whole = set(event.before) == set(_districts())
    before = [_level("district")] if whole else [end(base, key, last) for key in event.before]
    after = [end(base, key, event.date) for key in event.after]
    yield from event_quads(base, event, before, after, bodies=False)


def day_before(day: str) -> str:
    """Give the ISO day before.

    >>> day_before("2025-07-01")
    '2025-06-30'
    """
    return (dt.date.fromisoformat(day) - dt.timedelta(1)).isoformat()
