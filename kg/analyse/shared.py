"""Which tasks two bodies share: what stands behind each tie of the network of bodies."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.analyse.teams import collectives, ties, without

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.analyse.teams import Team
    from kg.analyse.walk import Network


def shared(graph: Network, found: Iterable[Team]) -> dict[tuple[str, str], list[str]]:
    """Give the tasks behind each tie of :func:`kg.analyse.agencies.agencies`, all sorted."""
    many = collectives(graph)
    tasks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for team in found:
        for one, other, _ in ties(without(team, many)):
            tasks[one, other].append(team.task)
    return {pair: sorted(tasks[pair]) for pair in sorted(tasks)}
