"""What a body or a place became, and what it came from: the events, and who holds its work."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.graph.select import select
from kg.graph.terms import node
from kg.vocabulary import ORG, PC
from kg.write.site.model import Group, Item
from kg.write.site.statements import titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Store

_EVENTS = {
    "became": (PC.before, ORG.originalOrganization, PC.fromBody),
    "came": (PC.after, ORG.resultingOrganization, PC.toBody),
}
_HOLDERS = """
PREFIX pc: <https://w3id.org/policy-cascade/ns#>
PREFIX schema: <https://schema.org/>
SELECT DISTINCT ?before ?after ?from ?until WHERE {
  GRAPH ?g { ?s pc:predecessor ?before ; pc:holder ?after .
    OPTIONAL { ?s schema:validFrom ?f } OPTIONAL { ?s schema:validThrough ?u } }
  FILTER (?before != ?after)
  BIND (STR(?f) AS ?from) BIND (STR(?u) AS ?until)
}"""


class Became:
    """The changes of all bodies and places of a graph, ready to be asked for one of them."""

    def __init__(self, store: Store, names: Mapping[str, tuple[str, str]]) -> None:
        """Read who holds whose work, with the days."""
        self._store, self._names = store, names
        self._holders: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for row in select(store, _HOLDERS):
            days = f"{row.get('from') or ''} – {row.get('until') or ''}".strip()
            before, after = str(row["before"]), str(row["after"])
            self._holders["became", before].append(self._item(after, days))
            self._holders["came", after].append(self._item(before, days))

    def groups(self, iri: str) -> Iterator[Group]:
        """Give who came after, then who was before: bodies with their days, else the events."""
        for side, predicates in _EVENTS.items():
            found = sorted(self._holders[side, iri], key=lambda item: (item.about, item.iri))
            for event in sorted(self._events(iri, predicates)) if not found else ():
                found.append(self._item(event, ""))
            if found:
                yield Group(f"changed.{side}", found)

    def _events(self, iri: str, predicates: tuple[str, ...]) -> set[str]:
        thing = node(iri)
        return {
            quad.subject.value  # type: ignore[union-attr]  # our graphs hold no triple terms
            for each in predicates
            for quad in self._store.quads_for_pattern(None, node(each), thing)
        }

    def _item(self, iri: str, about: str) -> Item:
        return Item(iri, titled(iri, self._names), about, said=self._names.get(iri))
