"""Bodies as linked data: organisations at the centre, generic bodies as concepts, what they became."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from rdflib import DCTERMS, SKOS

from kg.graph.concepts import concept, is_public
from kg.graph.gazetteer.facts import (
    End,
    acts,
    coded,
    en,
    event_node,
    event_quads,
    fact,
    is_a,
    life,
    named,
    noted,
    on,
)
from kg.graph.gazetteer.places import KINDS, province_node
from kg.graph.iris import agent_iri, slug
from kg.graph.terms import node, text, vi
from kg.lexicon import rows, variants
from kg.vocabulary import CV, ORG, PC, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode, Quad

    from kg.graph.gazetteer.facts import Event
    from kg.lexicon import Row

GENERIC = "generic-agency"
"""The scheme of the bodies that stand in many places under one name."""
_SCHEME = node(f"{TYPES}{GENERIC}")
_TITLE = ("Tên chung của cơ quan ở địa phương", "Generic local bodies")
_ABOUT = (
    "Cơ quan đứng ở nhiều địa bàn dưới một tên; địa bàn làm nó thành một cơ quan cụ thể.",
    "Bodies that stand in many places under one name; a place makes one a body of its own.",
)
_EVERYWHERE = {"each-province": "province", "each-district": "district"}


def body_quads(base: str, events: Iterable[Event]) -> Iterator[Quad]:
    """Give everything that the tables know of bodies, in the order of the tables."""
    central = rows("gazetteer/central_bodies")
    for row in central:
        yield from _central(base, row)
    yield from _scheme()
    for row in rows("gazetteer/local_bodies"):
        yield from _generic(base, row)
    for row in rows("gazetteer/regions"):
        yield from _region(base, row)
    ends = _ends(base)
    scopes = {row["id"]: row["scope"] for row in rows("gazetteer/changes")}
    for event in events:
        if event.bodies:
            yield from _event(base, event, scopes[event.id], ends)
    for row in rows("gazetteer/functions"):
        yield from _transfer(base, row, ends)


def _spellings(name: str) -> tuple[str, ...]:
    """Give the other spellings of a name, which the lexicon holds."""
    return next((variants(r) for r in rows("lexicon/bodies") if r["name"] == name), ())


@functools.cache
def _ends(base: str) -> dict[str, End]:
    """Give node and labels of every body by its id."""
    central = {
        row["id"]: End(node(agent_iri(base, row["name"])), row["name"], row["en"])
        for row in rows("gazetteer/central_bodies")
    }
    local = rows("gazetteer/local_bodies")
    return {**central, **{r["id"]: End(generic_node(r["id"]), *_labels(r)) for r in local}}


def generic_node(key: str) -> NamedNode:
    """Give the concept of a local body by its id."""
    return node(f"{TYPES}{GENERIC}/{key}")


def _labels(row: Row) -> tuple[str, str]:
    """Give the labels of a local body; a name that stands at several levels says which."""
    same = {r["level"] for r in rows("gazetteer/local_bodies") if r["name"] == row["name"]}
    if len(same) == 1:
        return row["name"], row["en"]
    level = next(each for each in rows("gazetteer/place_levels") if each["id"] == row["level"])
    return f"{row['name']} {level['vi']}", f"{row['en']} ({level['en']})"


def _central(base: str, row: Row) -> Iterator[Quad]:
    me, kind = node(agent_iri(base, row["name"])), concept("agency-kind", row["kind"])
    yield from is_a(
        me, ORG.FormalOrganization, *((CV.PublicOrganisation,) if is_public(kind) else ())
    )
    yield from named(me, row["name"], row["en"], _spellings(row["name"]))
    yield fact(me, ORG.classification, kind)
    yield fact(me, PC.rank, concept("agency-rank", row["rank"]))
    yield from coded(me, variants(row, "codes"), "body-code")
    yield from life(me, row["valid_from"], row["valid_to"])
    yield from acts(me, variants(row, "act"))
    if row["parent"]:
        yield fact(me, ORG.subOrganizationOf, _ends(base)[row["parent"]].node)
    yield from noted(me, row["note"])


def _scheme() -> Iterator[Quad]:
    yield from is_a(_SCHEME, SKOS.ConceptScheme)
    for words, definition, say in zip(_TITLE, _ABOUT, (vi, en), strict=True):
        yield fact(_SCHEME, DCTERMS.title, say(words))
        yield fact(_SCHEME, SKOS.prefLabel, say(words))
        yield fact(_SCHEME, SKOS.definition, say(definition))


def _generic(base: str, row: Row) -> Iterator[Quad]:
    me, labels = generic_node(row["id"]), _labels(row)
    yield from is_a(me, SKOS.Concept)
    yield from named(me, *labels, (row["name"], *_spellings(row["name"])))
    yield fact(me, PC.genericName, vi(row["name"]))
    yield fact(me, SKOS.inScheme, _SCHEME)
    yield fact(me, SKOS.broader, concept("agency-kind", row["kind"]))
    yield fact(me, PC.placeLevel, concept("place-kind", row["level"]))
    yield from _stands_in(base, me, row)
    if row["pattern"]:
        yield fact(me, PC.namePattern, text(row["pattern"]))
    yield from coded(me, variants(row, "codes"), "body-code")
    yield from life(me, row["valid_from"], row["valid_to"])
    yield from acts(me, variants(row, "act"))
    if row["parent"]:
        yield fact(me, PC.standsUnder, _ends(base)[row["parent"]].node)
    yield from noted(me, row["note"])


def _stands_in(base: str, me: NamedNode, row: Row) -> Iterator[Quad]:
    """Say where a generic body stands; where each place decides, nothing is said."""
    for where in variants(row, "in"):
        if where == "all":
            yield fact(me, PC.standsIn, concept("place-kind", row["level"]))
        elif (row["level"], where) in KINDS:
            yield fact(me, PC.standsIn, concept("place-kind", KINDS[row["level"], where]))
        elif where != "some":
            yield fact(me, PC.standsIn, province_node(base, where))


def _region(base: str, row: Row) -> Iterator[Quad]:
    """Describe a body of a region: one organisation, whose generic body is a concept."""
    me = node(agent_iri(base, row["name"]))
    generic = next(r for r in rows("gazetteer/local_bodies") if r["id"] == row["body"])
    kind = concept("agency-kind", generic["kind"])
    yield from is_a(
        me, ORG.FormalOrganization, *((CV.PublicOrganisation,) if is_public(kind) else ())
    )
    yield from named(me, row["name"], f"{generic['en']} {row['number']}")
    yield fact(me, ORG.classification, kind)
    yield fact(me, PC.genericBody, generic_node(row["body"]))
    for seat in variants(row, "seats"):
        yield fact(me, PC.standsIn, province_node(base, seat))
    yield from life(me, row["valid_from"], row["valid_to"])
    yield from acts(me, variants(row, "act"))
    yield from noted(me, row["note"])


def _event(base: str, event: Event, scope: str, ends: dict[str, End]) -> Iterator[Quad]:
    me, sides = event_node(base, event), (event.before, event.after)
    before, after = ([ends[each] for each in side] for side in sides)
    yield from event_quads(base, event, before, after, bodies=scope == "central")
    if scope in _EVERYWHERE:
        yield fact(me, PC.placeLevel, concept("place-kind", _EVERYWHERE[scope]))
    for key in event.where:
        yield fact(me, PC.seenIn, province_node(base, key))
    for key, date in event.days:
        yield from _there(base, me, key, date)
    yield from noted(me, event.note)


def _there(base: str, whole: NamedNode, key: str, date: str) -> Iterator[Quad]:
    """Say on which day an event took place in one province."""
    me, place = node(f"{whole.value}-{key}"), province_node(base, key)
    yield from is_a(me, PC.Change)
    yield fact(me, DCTERMS.isPartOf, whole)
    yield fact(me, PC.seenIn, place)
    yield from on(base, me, date)


def _transfer(base: str, row: Row, ends: dict[str, End]) -> Iterator[Quad]:
    me = node(f"{base}transfer/{row['date']}-{row['from']}-{slug(row['en'])}")
    yield from is_a(me, PC.FunctionTransfer)
    yield fact(me, PC.function, vi(row["function"]))
    yield fact(me, PC.function, en(row["en"]))
    yield fact(me, PC.fromBody, ends[row["from"]].node)
    for key in variants(row, "to"):
        yield fact(me, PC.toBody, ends[key].node)
    yield from on(base, me, row["date"])
    yield from acts(me, variants(row, "act"))
    local = any(each["id"] == row["from"] for each in rows("gazetteer/local_bodies"))
    seen = variants(row, "seen_in")
    if seen == ("all",) and local:
        yield fact(me, PC.seenIn, concept("place-kind", "province"))
    for key in (each for each in seen if each != "all"):
        yield fact(me, PC.seenIn, province_node(base, key))
    yield from noted(me, row["note"])
