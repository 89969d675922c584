"""Directives and provinces: an own plan here, only cited, or nothing in this corpus.

Nothing in this corpus never means not done: the plan may exist and not be held.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.answer import Answer, in_order
from kg.analyse.directives import directives
from kg.analyse.walk import below, ends, lies_in, name, nodes, said, starts
from kg.text import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network

OWN = "own plan here"
CITED = "only cited or given as a task"
NOTHING = "nothing in this corpus"


def missing(graph: Network, *, place: str | None = None) -> Answer:
    """Say for each directive and each province of the corpus what is here."""
    wanted = [each for each in provinces(graph) if lies_in(each, place)]
    rows: list[Row] = [
        (name(graph, directive), *row)
        for directive in directives(graph)
        for row in states(graph, directive, wanted)
    ]
    columns = ("directive", "province", "state", "plans", "example")
    return Answer("missing", columns, tuple(sorted(rows, key=in_order)))


def states(
    graph: Network, directive: str, wanted: Iterable[str]
) -> Iterator[tuple[str, str, int, str | None]]:
    """Give for each province its state, the number of its plans and the first of their names."""
    own = _by_province(graph, below(graph, directive))
    cited = _by_province(graph, starts(graph, directive, "cites"))
    for province in wanted:
        plans = own.get(province, [])
        state = OWN if plans else CITED if province in cited else NOTHING
        yield province, state, len(plans), min(plans, default=None)


def provinces(graph: Network) -> list[str]:
    """Give the provinces of the documents whose text is held."""
    held = (iri for iri in nodes(graph, "document") if graph.nodes[iri].get("held"))
    return sorted({province_of(place) for iri in held if (place := said(graph, iri, "place"))})


def province_of(place: str) -> str:
    """Give the province of a place by its label, which ends with it.

    >>> province_of("Thành phố Tam Điệp, tỉnh Ninh Bình"), province_of("Tỉnh Bến Tre")
    ('Tỉnh Ninh Bình', 'Tỉnh Bến Tre')
    """
    return capitalised(place.rpartition(", ")[2])


def _by_province(graph: Network, documents: Iterable[str]) -> dict[str, list[str]]:
    """Give the labels of documents under each province that is theirs or their issuer's."""
    found: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        places = [document, *ends(graph, document, "issued_by")]
        told = {place for each in places if (place := said(graph, each, "place"))}
        for province in set(map(province_of, told)):
            found[province].append(name(graph, document))
    return found
