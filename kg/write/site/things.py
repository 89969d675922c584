"""From the network to pages: what is said of each document, task, agency, place, report, target."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from kg.text import alphabetical
from kg.vocabulary import TYPES
from kg.write.site.linked import linked
from kg.write.site.model import Fact, Group, Item, Passage, TaskRow, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import networkx as nx

    Network: TypeAlias = "nx.MultiDiGraph[str]"
    Names: TypeAlias = "Mapping[str, tuple[str, str]]"
    Edges: TypeAlias = "Sequence[tuple[str, str, Mapping[str, Any]]]"

_FACTS: Final = (
    "title", "number", "type", "name", "agent_kind", "level", "issuer", "place", "date",
    "not_before", "file", "recipients", "document", "section_title", "task_id", "task_kind",
    "lead_role", "time_words", "time_kind", "time_start", "time_end", "month_day", "recurrence",
)  # fmt: skip
_SCHEMES: Final = {
    "agent_kind": "agency-kind", "level": "level", "task_kind": "task-kind",
    "time_kind": "time-kind", "recurrence": "recurrence",
}  # fmt: skip
_ORDER: Final = (
    "implements", "based_on", "amends", "repeals", "cites", "refers_to", "may_be",
    "lead", "coordinate", "issued_by", "report_by", "report_to", "reports_to", "unit_of",
)  # fmt: skip
_SHORT = 160


class Things:
    """The pages of a network; *names* says what each IRI is called in (vi, en)."""

    def __init__(self, graph: Network, names: Names) -> None:
        """Take a network with its duties."""
        self.graph, self.names = graph, names
        self.places = {
            str(data["label"]): iri
            for iri, data in graph.nodes(data=True)
            if data["kind"] == "place"
        }
        self.local: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for iri, data in graph.nodes(data=True):
            if data.get("place") and data["kind"] in {"document", "agent"}:
                self.local[str(data["place"])][str(data["kind"])].append(iri)

    def __iter__(self) -> Iterator[Thing]:
        """Give a page for each node, in the order of the network."""
        yield from map(self.thing, self.graph)

    def thing(self, iri: str) -> Thing:
        """Give the page of one node."""
        data = self.graph.nodes[iri]
        kind = str(data["kind"])
        ties: dict[str, list[str]] = defaultdict(list)
        for _, end, relation in self.graph.out_edges(iri, keys=True):
            ties[relation].append(end)
        source = str(data.get("document", ""))
        return Thing(
            iri,
            kind,
            str(data.get("label", iri)),
            str(data.get("text", "")),
            facts=tuple(self._facts(iri)),
            groups=tuple(self._groups(iri)),
            linked=linked(kind, iri, data, ties),
            text=f"{iri}/text" if data.get("held") else None,
            tasks=tuple(self._tasks(iri, kind)),
            place=Item(source, self.name(source)) if source in self.graph else None,
        )

    def name(self, iri: str) -> str:
        """Give what a thing is called where it is named: a task by its place and first words."""
        data = self.graph.nodes[iri]
        label = str(data.get("label", iri))
        return f"{label}: {short(str(data['text']))}" if data.get("text") else label

    def day(self, iri: str) -> tuple[str, str]:
        """Give the key that sorts documents by their days; one without a day by the first it can have."""
        data = self.graph.nodes[iri]
        return str(data.get("date") or data.get("not_before") or "9999"), iri

    def _facts(self, iri: str) -> Iterator[Fact]:
        data = self.graph.nodes[iri]
        if data["kind"] == "document":
            yield Fact("held" if data.get("held") else "cited", "", said=None)
        if data.get("collective"):
            yield Fact("collective", "")
        for key in _FACTS:
            if key in data:
                yield self._fact(key, str(data[key]))

    def _fact(self, key: str, value: str) -> Fact:
        if key == "document":
            return Fact(key, self.name(value) if value in self.graph else value, iri=value)
        if key == "place":
            return Fact(key, value, iri=self.places.get(value))
        scheme = _SCHEMES.get(key)
        return Fact(key, value, said=self.names.get(f"{TYPES}{scheme}/{value}") if scheme else None)

    def _groups(self, iri: str) -> Iterator[Group]:
        out = [
            (key, end, data)
            for _, end, key, data in self.graph.out_edges(iri, keys=True, data=True)
        ]
        back = [
            (key, end, data) for end, _, key, data in self.graph.in_edges(iri, keys=True, data=True)
        ]
        if self.graph.nodes[iri]["kind"] == "agent":  # the table of tasks says these
            back = [each for each in back if each[0] not in {"lead", "coordinate"}]
        yield from self._grouped("relation", [each for each in out if each[0] != "has_task"])
        yield from self._grouped("inverse", [each for each in back if each[0] != "has_task"])
        if self.graph.nodes[iri]["kind"] == "place":
            yield from self._here(str(self.graph.nodes[iri].get("label")))

    def _here(self, place: str) -> Iterator[Group]:
        """Give the documents of a place, its bodies, then the groups of bodies that are named there."""
        found = self.local.get(place, {})
        together = {
            iri for iri in found.get("agent", ()) if self.graph.nodes[iri].get("collective")
        }
        agents = [iri for iri in found.get("agent", ()) if iri not in together]
        named = (
            ("document", found.get("document", ())),
            ("agent", agents),
            ("collective", together),
        )
        for key, iris in named:
            items = [Item(iri, self.name(iri)) for iri in iris]
            if items:
                yield Group(f"here.{key}", sorted(items, key=lambda item: alphabetical(item.label)))

    def _grouped(self, side: str, edges: Edges) -> Iterator[Group]:
        ranked = sorted(edges, key=lambda each: (_rank(each[0]), *_when(self.graph, each[1])))
        for relation, same in groupby(ranked, key=lambda each: each[0]):
            yield Group(f"{side}.{relation}", tuple(self._item(end, data) for _, end, data in same))

    def _item(self, iri: str, data: Mapping[str, Any]) -> Item:
        return Item(iri, self.name(iri), str(data.get("why", "")), passage(data))

    def _tasks(self, iri: str, kind: str) -> Iterator[TaskRow]:
        """Give the tasks of a document, or those that an agency leads, then those it helps with."""
        if kind == "document":
            ends = [e for _, e, key in self.graph.out_edges(iri, keys=True) if key == "has_task"]
            yield from (self._row(task) for task in sorted(ends, key=self._place))
        elif kind == "agent":
            roles = [(k, t) for t, _, k in self.graph.in_edges(iri, keys=True) if k in _ROLES]
            for _, task in sorted(
                roles, key=lambda each: (each[0] != "lead", self._place(each[1]))
            ):
                data = self.graph.nodes[task]
                yield self._row(task, Item(str(data["document"]), self.name(str(data["document"]))))

    def _place(self, task: str) -> tuple[str, int, str]:
        data = self.graph.nodes[task]
        starts = (
            int(edge.get("start", 0))
            for _, _, key, edge in self.graph.in_edges(task, keys=True, data=True)
            if key == "has_task"
        )
        return str(data["document"]), min(starts, default=0), task

    def _row(self, task: str, document: Item | None = None) -> TaskRow:
        data = self.graph.nodes[task]
        found: dict[str, list[Item]] = defaultdict(list)
        for _, agent, role, edge in self.graph.out_edges(task, keys=True, data=True):
            if role in _ROLES:
                found[role].append(self._item(agent, edge))
        return TaskRow(task, str(data["label"]), str(data["text"]), tuple(found["lead"]),
                       tuple(found["coordinate"]), str(data.get("time_words", "")), document)  # fmt: skip


_ROLES = frozenset({"lead", "coordinate"})


def passage(edge: Mapping[str, Any]) -> Passage | None:
    """Give the words of an edge; None where no passage says it."""
    if "words" not in edge:
        return None
    return Passage(
        str(edge["words"]), str(edge.get("source", "")), edge.get("start"), edge.get("end"),
        str(edge.get("file", "")), inferred=bool(edge.get("inferred")), count=int(edge.get("count", 1)),
    )  # fmt: skip


def short(words: str) -> str:
    """Give the first words of a long text, whole.

    >>> short("a" * 100 + " " + "b" * 100) == "a" * 100 + " …"
    True
    """
    if len(words) <= _SHORT:
        return words
    return f"{words[:_SHORT].rpartition(' ')[0] or words[:_SHORT]} …"


def _rank(relation: str) -> int:
    return _ORDER.index(relation) if relation in _ORDER else len(_ORDER)


def _when(graph: Network, iri: str) -> tuple[str, str, tuple[str, str, str]]:
    """Order things of one heading: by relation, then by day, then by name."""
    data = graph.nodes[iri]
    return (
        str(data.get("document", "")),
        str(data.get("date", "")),
        alphabetical(str(data["label"])),
    )
