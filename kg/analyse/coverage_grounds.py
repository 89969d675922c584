"""The edges behind a cell of the coverage ledger: the words that say what the corpus holds."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.coverage import by_province
from kg.analyse.missing import province_of
from kg.analyse.walk import DOWN, below, ends, said, starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.analyse.walk import Network

    Edge = tuple[str, str, str]


def grounds(graph: Network, directive: str) -> dict[str, list[Edge]]:
    """Give for each province the edges by which it answers a directive, the fullest kind only.

    A plan comes with the edges that lead from it up to the directive; else a task that refers to
    it; else a citation.
    """
    found: dict[str, list[Edge]] = defaultdict(list)
    under = below(graph, directive)
    for province, plans in by_province(graph, under).items():
        for plan in sorted(plans):
            new = [
                edge
                for edge in _way_up(graph, plan, under | {directive})
                if edge not in found[province]
            ]
            found[province] += new
    for task in starts(graph, directive, "refers_to"):
        place = said(graph, task, "place")
        if place and not found.get(province_of(place)):
            found[province_of(place)].append((task, directive, "refers_to"))
    cited = by_province(graph, starts(graph, directive, "cites"))
    for province, documents in cited.items():
        if not found.get(province):
            found[province] = [(each, directive, "cites") for each in sorted(documents)]
    return dict(found)


def _way_up(graph: Network, plan: str, within: set[str]) -> Iterator[Edge]:
    """Give the edges from a plan to all that it answers within *within*."""
    waiting, seen = [plan], {plan}
    while waiting:
        here = waiting.pop(0)
        for relation in DOWN:
            for above in ends(graph, here, relation):
                if above in within:
                    yield here, above, relation
                    if above not in seen:
                        seen.add(above)
                        waiting.append(above)
