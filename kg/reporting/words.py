"""The very words behind a row of an answer: its bodies, papers and tasks, up to three passages.

Which edges of the network bear a row out stands in one table, :data:`WITNESSES`.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from kg.analyse.missing import province_of
from kg.analyse.themes import theme
from kg.analyse.walk import name, nodes, said
from kg.write.report import Passage

if TYPE_CHECKING:
    from kg.analyse.walk import Network

Row = Mapping[str, object]
Found = tuple[str, int, int, str]
"""File, first and last character, words."""
_PASSAGES: Final = 3
_SAID: Final = ("file", "start", "end", "words")
_UP: Final = ("implements", "based_on", "cites")


class Witness:
    """One network, asked for the passages behind rows; *texts* are the stored texts by IRI."""

    def __init__(self, graph: Network, texts: Callable[[], Mapping[str, str]]) -> None:
        """Keep a network."""
        self.graph, self._texts = graph, texts

    def passages(self, question: str, row: Row) -> Iterator[Passage]:
        """Give up to three passages behind a row, in the order of files and places."""
        witness = WITNESSES.get(question)
        if witness is None:
            return
        label, found = witness(self, row)
        for file, start, end, words in islice(sorted(dict.fromkeys(found)), _PASSAGES):
            yield Passage(label, words, file, start, end)

    @functools.cached_property
    def _called(self) -> Mapping[str, list[str]]:
        called: dict[str, list[str]] = defaultdict(list)
        for iri in self.graph:
            called[name(self.graph, iri)].append(iri)
        return called

    @functools.cached_property
    def _items(self) -> Mapping[tuple[str, str], list[str]]:
        """Give the tasks, reports and targets by the label of their document and their own."""
        items: dict[tuple[str, str], list[str]] = defaultdict(list)
        for kind in ("task", "report", "target"):
            for iri in nodes(self.graph, kind):
                items[self._document(iri), said(self.graph, iri, "label") or ""].append(iri)
        return items

    @functools.cached_property
    def _tasks(self) -> Sequence[tuple[str, Row]]:
        """Give each task with what rows may group it by."""
        return [(iri, self._groups(iri)) for iri in nodes(self.graph, "task")]

    def _groups(self, task: str) -> Row:
        place, found = said(self.graph, task, "place"), theme(self.graph, task)
        document = str(self.graph.nodes[task]["document"])
        return {
            "theme": found.theme if found else None,
            "province": province_of(place) if place else None,
            "level": said(self.graph, document, "level"),
            "document": name(self.graph, document),
        }

    def _document(self, iri: str) -> str:
        document = str(self.graph.nodes[iri].get("document", ""))
        return name(self.graph, document) if document in self.graph else ""

    def edges(self, label: str, relations: Iterable[str], *, out: bool = False) -> Iterator[Found]:
        """Give the passages of the edges into, or *out* of, what is called so."""
        for iri in self._called.get(label, ()):
            those = (self.graph.out_edges if out else self.graph.in_edges)(iri, data=True)
            yield from (_found(edge) for *_, edge in those if _is_said(edge, relations))

    def own(self, iri: str) -> Iterator[Found]:
        """Give the words of a task, a report or a target."""
        those = [edge for *_, edge in self.graph.in_edges(iri, data=True)]
        tasks = [_found(edge) for edge in those if _is_said(edge, ("has_task",))]
        facts = self.graph.nodes[iri]
        document = str(facts.get("document", ""))
        if not tasks and "start" in facts and document in self._texts():
            start, end = int(str(facts["start"])), int(str(facts["end"]))
            file = said(self.graph, document, "file") or ""
            tasks = [(file, start, end, self._texts()[document][start:end])]
        yield from tasks

    def items(self, document: str, item: str) -> Iterator[Found]:
        """Give the words of the items of a document that bear this label."""
        for iri in self._items.get((document, item), ()):
            yield from self.own(iri)

    def tasks(self, wanted: Row) -> Iterator[Found]:
        """Give the words of the tasks that belong to all these groups."""
        for iri, groups in self._tasks:
            if all(groups[key] == value for key, value in wanted.items()):
                yield from self.own(iri)

    def common(self, first: str, other: str) -> Iterator[Found]:
        """Give the words of the tasks that name both bodies."""
        both = [self._tasks_of(each) for each in (first, other)]
        for iri in sorted(both[0] & both[1]):
            yield from self.own(iri)

    def _tasks_of(self, label: str) -> set[str]:
        return {
            start
            for iri in self._called.get(label, ())
            for start, _, edge in self.graph.in_edges(iri, data=True)
            if edge["relation"] in ("lead", "coordinate")
        }

    def between(self, lower: str, upper: str) -> Iterator[Found]:
        """Give the passages by which one paper names another; what stands between, if it is far."""
        uppers = set(self._called.get(upper, ()))
        found = [
            _found(edge)
            for iri in self._called.get(lower, ())
            for _, end, edge in self.graph.out_edges(iri, data=True)
            if end in uppers and _is_said(edge, _UP)
        ]
        yield from found or self.edges(lower, _UP[:2], out=True)

    def from_province(self, directive: str, province: str) -> Iterator[Found]:
        """Give the passages by which papers or tasks of a province name a directive."""
        for iri in self._called.get(directive, ()):
            for start, _, edge in self.graph.in_edges(iri, data=True):
                place = said(self.graph, start, "place")
                if place and province_of(place) == province and _is_said(edge, (*_UP, "refers_to")):
                    yield _found(edge)

    def of_kind(self, kind: object) -> Iterator[Found]:
        """Give the passages that name a body of a kind as lead."""
        for iri in nodes(self.graph, "agent"):
            if said(self.graph, iri, "agent_kind") == kind:
                yield from self.edges(name(self.graph, iri), ("lead",))

    def everywhere(self, label: str) -> Iterator[Found]:
        """Give the passages that name bodies of one name as lead, whatever their place."""
        begins = (label, f"{label} tỉnh", f"{label} thành phố", f"{label} (")
        for each in self._called:
            if each == label or each.startswith(begins[1:]):
                yield from self.edges(each, ("lead",))


def _found(edge: Mapping[str, object]) -> Found:
    return str(edge["file"]), int(str(edge["start"])), int(str(edge["end"])), str(edge["words"])


def _is_said(edge: Mapping[str, object], relations: Iterable[str]) -> bool:
    return str(edge["relation"]) in tuple(relations) and all(key in edge for key in _SAID)


Testimony = Callable[[Witness, Row], tuple[str, Iterator[Found]]]


def _into(column: str, *relations: str) -> Testimony:
    return lambda w, row: (str(row[column]), w.edges(str(row[column]), relations))


def _out_of(column: str) -> Testimony:
    return lambda w, row: (str(row[column]), w.edges(str(row[column]), _UP, out=True))


def _item(column: str) -> Testimony:
    return lambda w, row: (
        f"{row['document']}, {row[column]}", w.items(str(row["document"]), str(row[column]))
    )  # fmt: skip


def _tasks(*columns: str) -> Testimony:
    return lambda w, row: (
        " · ".join(str(row["vi" if each == "theme" else each] or "–") for each in columns),
        w.tasks({each: row[each] for each in columns}),
    )


def _pair(first: str, other: str) -> Testimony:
    return lambda w, row: (f"{row[first]} – {row[other]}", w.common(str(row[first]), str(row[other])))  # fmt: skip


def _between(lower: str, upper: str) -> Testimony:
    return lambda w, row: (f"{row[lower]} → {row[upper]}", w.between(str(row[lower]), str(row[upper])))  # fmt: skip


def _from_province(w: Witness, row: Row) -> tuple[str, Iterator[Found]]:
    directive, province = str(row["directive"]), str(row["province"])
    return f"{directive} · {province}", w.from_province(directive, province)


_WORK: Final = ("lead", "coordinate")
_ROLES: Final = ("coordinate", "report_by", "report_to", "issued_by")
WITNESSES: Final[Mapping[str, Testimony]] = {
    "documents": _out_of("document"),
    "cited-not-held": _into("document", *_UP),
    "leads": _into("agency", "lead"),
    "leads-sole": _into("agency", "lead"),
    "leads-by-kind": lambda w, row: (str(row["agency"]), w.everywhere(str(row["agency"]))),
    "coordinators": _into("agency", "coordinate"),
    "load": _into("agency", *_WORK),
    "load-by-kind": lambda w, row: (str(row["kind"] or "–"), w.of_kind(row["kind"])),
    "load-by-level": _tasks("level"),
    "load-by-province": _tasks("province"),
    "load-by-directive": _into("directive", *_UP),
    "pairs": _pair("lead", "coordinator"),
    "communities": _into("agency", *_WORK),
    "centrality": _into("agency", *_WORK),
    "brokers": _into("agency", *_WORK),
    "never-leads": _into("agency", *_ROLES),
    "coverage": _into("directive", *_UP),
    "missing": _from_province,
    "depth": _into("directive", *_UP),
    "chains": _between("document", "answers"),
    "contradictions": _between("document", "answers"),
    "lag": _between("plan", "directive"),
    "gantt": _item("task"),
    "due": _item("item"),
    "overdue": _item("item"),
    "reporting": _item("item"),
    "targets": _item("item"),
    "unclear": _item("task"),
    "themes": _tasks("theme"),
    "themes-by-province": _tasks("theme", "province"),
    "reuse": _out_of("document"),
    "copied": _out_of("document"),
    "clarity": _tasks("document"),
    "clarity-by-province": _tasks("province"),
    "left-to-collectives": _tasks("document"),
}
"""Which words bear out a row of each question; no question stands here twice."""
