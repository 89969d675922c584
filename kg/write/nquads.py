"""N-Quads and N-Triples: one statement a line, sorted, for machines and for ``diff``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.write.triples import graphs, merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad


def nquads(quads: Iterable[Quad]) -> Iterator[str]:
    """Give each quad on a line of its own, graph by graph."""
    for name, facts in graphs(quads):
        tail = f" <{name}> ." if name else " ."
        yield from (f"{' '.join(map(str, fact))}{tail}\n" for fact in facts)


def ntriples(quads: Iterable[Quad]) -> Iterator[str]:
    """Give each triple on a line of its own; the names of the graphs are left out."""
    yield from (f"{' '.join(map(str, fact))} .\n" for fact in merged(quads))
