"""What a body or a place became, and what it came from: the events, and who holds its work."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.graph.select import select
from kg.write.site.model import Group, Item
from kg.write.site.statements import titled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Store

_EVENTS = """
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX pc: <https://w3id.org/policy-cascade/ns#>
SELECT DISTINCT ?side ?thing ?event WHERE {
  { GRAPH ?g { ?event pc:before|org:originalOrganization|pc:fromBody ?thing } BIND ("became" AS ?side) }
  UNION
  { GRAPH ?g { ?event pc:after|org:resultingOrganization|pc:toBody ?thing } BIND ("came" AS ?side) }
}"""
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
        """Read the events, and who holds whose work, with the days."""
        self._names = names
        self._holders: dict[tuple[str, str], list[Item]] = defaultdict(list)
        self._events: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for row in select(store, _HOLDERS):
            days = f"{row.get('from') or ''} – {row.get('until') or ''}".strip()
            before, after = str(row["before"]), str(row["after"])
            self._holders["became", before].append(self._item(after, days))
            self._holders["came", after].append(self._item(before, days))
        for row in select(store, _EVENTS):
            event = self._item(str(row["event"]), "")
            self._events[str(row["side"]), str(row["thing"])].append(event)

    def groups(self, iri: str) -> Iterator[Group]:
        """Give who came after, then who was before: bodies with their days, else the events."""
        for side in ("became", "came"):
            found = self._holders.get((side, iri)) or self._events.get((side, iri))
            if found:
                yield Group(
                    f"changed.{side}", sorted(found, key=lambda item: (item.about, item.iri))
                )

    def _item(self, iri: str, about: str) -> Item:
        return Item(iri, titled(iri, self._names), about, said=self._names.get(iri))
