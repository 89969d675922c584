"""Usual wording: what plans under different directives say alike, and the titles of papers.

That many plans share a sentence tells nothing by itself: they may all have it from their
directive. So not documents are counted but families, which are documents that no directive joins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from kg.analyse.descent.passages import shingles, syllables
from kg.analyse.directives import above
from kg.analyse.walk import nodes, said
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.analyse.descent.passages import Passage
    from kg.analyse.walk import Network

FAMILIES = 3
"""Words that stand under so many directives apart are usual."""

_PRINTED = ("type", "number", "date", "issuer", "title")
_NONE = np.empty(0, np.uint64)
_PART = 50  # in a large corpus: under one in fifty of all families


def families(graph: Network) -> dict[str, str]:
    """Give for each document the first IRI of its family: those whom directives join."""
    joined: nx.Graph[str] = nx.Graph()
    for iri in nodes(graph, "document"):
        joined.add_node(iri)
        joined.add_edges_from((iri, each) for each in above(graph, iri))
    return {iri: min(group) for group in nx.connected_components(joined) for iri in group}


def usual(graph: Network, found: Mapping[str, Iterable[Passage]]) -> frozenset[int]:
    """Give the shingles that are usual wording or stand in the title of a paper."""
    family = families(graph)
    groups: dict[str, list[bytes]] = {}
    for iri, passages in found.items():
        groups.setdefault(family[iri], []).extend(each.packed for each in passages)
    once = [np.unique(np.frombuffer(b"".join(each), np.uint64)) for each in groups.values()]
    values, counts = np.unique(np.concatenate(once or [_NONE]), return_counts=True)
    least = max(FAMILIES, -(-len(groups) // _PART))
    often: list[int] = values[counts >= least].tolist()
    return frozenset(often) | titles(graph)


def titles(graph: Network) -> set[int]:
    """Give the shingles of all papers as they are cited: they say what a plan is about."""
    printed = (each for iri in nodes(graph, "document") for each in _citations(graph, iri))
    return {each for words in printed for each in shingles(syllables(view(words)))}


def _citations(graph: Network, iri: str) -> Iterator[str]:
    """Give the ways in which a paper is cited in full: type, number, date, issuer and title."""
    kind, number, date, issuer, title = (said(graph, iri, each) or "" for each in _PRINTED)
    for day in _days(date):
        yield f"{kind} số {number} {day} của {issuer} {title}"
    yield f"{kind} số {number} {title}"
    yield title


def _days(date: str) -> Iterator[str]:
    """Give an ISO day as plans print it; what is no whole day stays away."""
    year, month, day = (*date.split("-"), "", "")[:3]
    if month.isdecimal() and day.isdecimal():
        yield f"ngày {day}/{month}/{year}"
        yield f"ngày {day}/{int(month)}/{year}"
        yield f"ngày {int(day)}/{int(month)}/{year}"
        yield f"ngày {int(day)} tháng {int(month)} năm {year}"
