"""Each passage of a document with the passage that it is most like in others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.analyse.descent.measure import (
    ADAPTED,
    COPIED,
    DROPPED,
    NEW,
    USUAL,
    Likeness,
    akin,
    is_usual,
    label,
)
from kg.analyse.descent.near import Near
from kg.analyse.descent.passages import pack, passages
from kg.analyse.descent.usual import usual

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kg.analyse.descent.passages import Passage
    from kg.analyse.walk import Network

_RANK = (ADAPTED, COPIED)


@dataclass(frozen=True, slots=True)
class Match:
    """A passage and what became of it; *also* counts further passages that are as like it."""

    label: str
    passage: Passage | None
    source: Passage | None = None
    likeness: Likeness | None = None
    also: int = 0


def corpus(graph: Network, texts: Mapping[str, str]) -> dict[str, tuple[Passage, ...]]:
    """Give the passages of each held document, usual shingles taken away."""
    found = {iri: passages(graph, iri, texts[iri]) for iri in sorted(texts) if iri in graph}
    often = usual(graph, found)
    return {iri: tuple(replace(each, packed=pack(each.shingles - often)) for each in of)
            for iri, of in found.items()}  # fmt: skip


def traced(found: Iterable[Passage], near: Near, among: Collection[str]) -> tuple[Match, ...]:
    """Give the best match of each passage in the documents *among*."""
    return tuple(_match(each, near, among) for each in found)


def _match(passage: Passage, near: Near, among: Collection[str]) -> Match:
    if is_usual(passage):
        return Match(USUAL, passage)
    found = [(akin(passage, other), other) for other in near.near(passage, among)]
    alike = sorted(
        ((like, other) for like, other in found if like),
        key=lambda pair: (-_RANK.index(label(pair[0])), -pair[0].alike, -pair[0].shared,
                          pair[1].document, pair[1].start),
    )  # fmt: skip
    if not alike:
        return Match(NEW, passage)
    best, source = alike[0]
    also = sum(like == best for like, _ in alike) - 1
    return Match(label(best), passage, source, best, also)


def dropped(
    source: Iterable[Passage], below: Iterable[Passage], documents: Collection[str]
) -> Iterator[Match]:
    """Give the passages of a source of which no passage below is a copy or an adaptation."""
    near = Near(below)
    for each in traced(source, near, documents):
        if each.label == NEW:
            yield Match(DROPPED, None, each.passage)
