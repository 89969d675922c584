"""A named question, whoever answers it: the network where it has the question, else SPARQL."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.analyse.catalogue import QUESTIONS, question
from kg.analyse.question import Wishes
from kg.analyse.twins import TWINS, UNDATED
from kg.errors import GraphError, NotFoundError
from kg.folder import texts
from kg.graph import query
from kg.graph.find import find_document
from kg.graph.network import network
from kg.graph.network_day import on_day
from kg.graph.query import place_words
from kg.graph.remote import opened
from kg.graph.store import open_store
from kg.identity.provinces import REFORM, label_on, provinces_on
from kg.text import alphabetical

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kg.analyse.question import Question
    from kg.analyse.walk import Network


Cell: TypeAlias = "str | int | float | bool | None"


@dataclass(frozen=True, slots=True)
class Told:
    """An answer ready to be printed."""

    name: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[str]


def listed() -> list[tuple[str, str, str, str]]:
    """Give every question by name: its title in English and Vietnamese, and what it answers."""
    rows = {q.name: (q.name, q.title, q.title_vi, q.description) for q in query.questions()}
    # Some have a file of SPARQL as well, which --sparql prints: one row for both.
    rows |= {q.name: (q.name, q.title, q.title_vi, q.answers) for q in QUESTIONS}
    return sorted(rows.values())


class Desk:
    """One opened graph to which many questions are put; each network is built once."""

    def __init__(self, folder: Path, endpoint: str | None = None) -> None:
        """Open the graph in *folder*, or the one behind *endpoint*; GraphError where there is none."""
        self.folder, self.endpoint = folder, endpoint
        self.store = opened(endpoint) if endpoint else open_store(folder, read_only=True)
        self._networks: dict[str | None, Network] = {}
        self._kept: dict[str | None, dict[str, Any]] = {}

    def network(self, day: str | None = None) -> Network:
        """Give the network with its duties, as of an ISO day; it is shared: copy it to change it."""
        if None not in self._networks:
            self._networks[None] = network(self.store, duties=True)
        if day not in self._networks:
            self._networks[day] = on_day(self._networks[None], self.store, str(day))
        return self._networks[day]

    def answered(self, name: str, wishes: Mapping[str, str]) -> Told:
        """Answer a question; *wishes* narrow it.

        Raises NotFoundError for a name, or a wish, that no question knows.
        """
        by_network = question(name)
        if by_network:
            return self._from_network(by_network, wishes)
        _known(name)
        if self._has_twin(name, wishes.get("as_of")):
            return self._from_twin(query.question(name), wishes)
        table = query.ask(self.store, name, **wishes)
        return Told(name, table.title, table.columns, table.rows, table.notes)

    def _has_twin(self, name: str, day: str | None) -> bool:
        """Tell whether a network that is already built answers as the query does."""
        return name in TWINS and day in self._networks and (day is None or name not in UNDATED)

    def _from_twin(self, asked: query.Question, wishes: Mapping[str, str]) -> Told:
        """Answer from a network that is already there what a query would answer more slowly."""
        query.check(asked, wishes)
        graph, narrow = self.narrowed(wishes)
        named = {key: getattr(narrow, key) for key in wishes if key != "as_of"}
        answer = TWINS[asked.name](graph, **named)
        return Told(asked.name, asked.title, answer.columns, answer.rows, asked.notes_for(wishes))

    def _from_network(self, asked: Question, wishes: Mapping[str, str]) -> Told:
        for name in sorted(set(wishes) - set(asked.takes)):
            what = f"'{asked.name}' knows no --{name.replace('_', '-')}"
            known = ", ".join(f"--{each.replace('_', '-')}" for each in asked.takes)
            raise NotFoundError(what, mend=f"It knows: {known or 'none'}")
        answer = asked.run(*self.narrowed(wishes))
        notes = (*asked.notes, *answer.notes)
        return Told(asked.name, asked.title, answer.columns, answer.rows, notes)

    def narrowed(self, wishes: Mapping[str, str]) -> tuple[Network, Wishes]:
        """Give the network, and what a user wishes in the words and IRIs of the graph.

        Raises NotFoundError and AmbiguousError for names that do not fit.
        """
        iris = {
            key: find_document(self.store, wishes[key])
            for key in ("document", "other")
            if key in wishes
        }
        place = place_words(self.store, wishes["place"]).value if "place" in wishes else None
        day = wishes.get("as_of")
        graph = self.network(day)
        told = Wishes(
            place, iris.get("document"), iris.get("other"), day,
            self._texts, lambda: _provinces(graph, day), self._kept.setdefault(day, {}),
        )  # fmt: skip
        return graph, told

    def _texts(self) -> Mapping[str, str]:
        if self.endpoint:
            what = "this question reads the texts themselves, and an endpoint has only the graph"
            raise GraphError(what, self.endpoint, "Ask the folder of the graph: kg ask -g DIR")
        return texts(self.folder)


def answered(
    folder: Path, name: str, wishes: Mapping[str, str], endpoint: str | None = None
) -> Told:
    """Answer one question from the graph in *folder*, or behind *endpoint*: see :class:`Desk`."""
    return Desk(folder, endpoint).answered(name, wishes)


def network_for(folder: Path, wishes: Mapping[str, str]) -> tuple[Network, Wishes]:
    """Give the network of *folder* and the wishes in its words: see :meth:`Desk.narrowed`."""
    return Desk(folder).narrowed(wishes)


def _known(name: str) -> None:
    names = [row[0] for row in listed()]
    if name not in names:
        near = difflib.get_close_matches(name, names, 3, 0.4) or names
        what = f"no question is called '{name}'"
        raise NotFoundError(what, mend=f"Ask one of: {', '.join(near)}")


def _provinces(graph: Network, day: str | None) -> tuple[str, ...]:
    """Give the labels of all provinces on a day; else on the latest day of a held document."""
    held = (str(data.get("date", "")) for _, data in graph.nodes(data=True) if data.get("held"))
    when = day or max(held, default="") or REFORM
    labels = (label_on(each.id, when) for each in provinces_on(when))
    return tuple(sorted((label for label in labels if label), key=alphabetical))
