"""Two documents, or the documents of two provinces, side by side: what they share and what not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.analyse.answer import Answer
from kg.analyse.descent.measure import ADAPTED, COPIED, NEW, USUAL
from kg.analyse.descent.near import Near
from kg.analyse.descent.passages import LEAST
from kg.analyse.descent.trace import corpus, dropped, traced
from kg.analyse.walk import DOWN, ends, name, nodes, said
from kg.text import squeeze, view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.analyse.answer import Row
    from kg.analyse.descent.passages import Passage
    from kg.analyse.descent.trace import Match
    from kg.analyse.walk import Network

COLUMNS = ("what", "state", "first", "second", "alike", "shared",
           "first_start", "first_end", "second_start", "second_end",
           "first_file", "second_file")  # fmt: skip
_PLACED = 6  # columns of files and offsets; likeness has two more
BOTH, FIRST, SECOND = "both", "only first", "only second"
UNTOLD = "too usual to tell"
_STATES = (COPIED, ADAPTED, FIRST, SECOND, UNTOLD)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared: its name and the documents whose text is held."""

    name: str
    documents: tuple[str, ...]


def compare(graph: Network, texts: Mapping[str, str], first: Side, second: Side) -> Answer:
    """Give papers above, tasks in common and apart, agencies by generic name, times and targets.

    A row of agencies and times counts tasks on each side; one of papers, tasks and targets
    gives their words.
    """
    sides = first, second
    tasks = [_tasks(graph, side) for side in sides]
    pairs = sorted(_pairs(graph, texts, sides), key=lambda row: _STATES.index(str(row[1])))
    rows = [
        *_named("paper above", *(_above(graph, side) for side in sides)),
        *pairs,
        *_counted("agency", *(_agencies(graph, each) for each in tasks)),
        *_counted("time", *(_times(graph, each) for each in tasks)),
        *_targets(graph, *(_goals(graph, side) for side in sides)),
    ]
    notes = (_side("First", graph, first), _side("Second", graph, second),
             *_summary(pairs, *map(len, tasks)))  # fmt: skip
    return Answer("compare", COLUMNS, tuple(rows), notes)


def _side(which: str, graph: Network, side: Side) -> str:
    shown = "; ".join(name(graph, each) for each in side.documents)
    return f"{which}: {side.name}" + (f" ({shown})" if shown != side.name else "")


def _summary(pairs: Iterable[Row], first: int, second: int) -> Iterator[str]:
    states = Counter(str(row[1]) for row in pairs)
    told = ", ".join(f"{states[each]} {each}" for each in _STATES if states[each])
    yield f"Tasks: {first} of the first and {second} of the second; {told or 'none compared'}."
    yield ("A task of the first stands beside the one most like it; two may stand beside the same. "
           f"Tasks of fewer than {LEAST} syllables are not compared.")  # fmt: skip


def _above(graph: Network, side: Side) -> dict[str, str]:
    """Give all papers that the documents answer, directly or through others."""
    ties: nx.DiGraph[str] = nx.DiGraph()
    for lower, upper, edge in graph.edges(data=True):
        if edge["relation"] in DOWN:
            ties.add_edge(lower, upper)
    papers = {each for iri in side.documents if iri in ties for each in nx.descendants(ties, iri)}
    return {iri: name(graph, iri) for iri in papers}


def _tasks(graph: Network, side: Side) -> list[str]:
    return sorted({task for iri in side.documents for task in ends(graph, iri, "has_task")})


def _goals(graph: Network, side: Side) -> dict[str, Mapping[str, Any]]:
    """Give the targets of a side by their folded words, of equal ones the first as texts are read."""
    found = [graph.nodes[iri] for iri in nodes(graph, "target")]
    here = [each for each in found if each["document"] in side.documents]
    here.sort(key=lambda each: (each["document"], each.get("start", 0)), reverse=True)
    return {view(squeeze(str(each["text"]))): each for each in here}


def _targets(
    graph: Network, first: Mapping[str, Mapping[str, Any]], second: Mapping[str, Mapping[str, Any]]
) -> Iterator[Row]:
    """Give targets that are on both sides or on one, with their places."""
    for key in sorted(first.keys() | second.keys()):
        pair = first.get(key), second.get(key)
        words = (str(each["text"]) if each else None for each in pair)
        spans = (each.get(at) if each else None for each in pair for at in ("start", "end"))
        files = (said(graph, each["document"], "file") if each else None for each in pair)
        yield "target", _state(*pair), *words, None, None, *spans, *files


def _state(first: object, second: object) -> str:
    return BOTH if first and second else FIRST if first else SECOND


def _named(what: str, first: Mapping[str, str], second: Mapping[str, str]) -> Iterator[Row]:
    """Give things that are on both sides or on one, by their words."""
    for key in sorted(first.keys() | second.keys()):
        one, other = first.get(key), second.get(key)
        yield what, _state(one, other), one, other, *(None,) * (2 + _PLACED)


def _counted(what: str, first: Counter[str], second: Counter[str]) -> Iterator[Row]:
    """Give how many tasks on each side have something, most first."""
    for key in sorted(first | second, key=lambda each: (-first[each] - second[each], each)):
        counts = first[key], second[key]
        yield f"{what}: {key}", _state(*counts), *counts, *(None,) * (2 + _PLACED)


def _agencies(graph: Network, tasks: Iterable[str]) -> Counter[str]:
    """Count the tasks that name a body as lead or coordinator, by the name without the place."""
    return Counter(
        body
        for task in tasks
        for body in {said(graph, each, "name") or name(graph, each)
                     for each in ends(graph, task, "lead", "coordinate")}
    )  # fmt: skip


def _times(graph: Network, tasks: Iterable[str]) -> Counter[str]:
    return Counter(_time(graph.nodes[task]) for task in tasks)


def _time(task: Mapping[str, Any]) -> str:
    """Give the time of a task: its years or days, else its kind.

    >>> _time({"time_kind": "interval", "time_start": "2022", "time_end": "2030"}), _time({})
    ('2022-2030', 'none')
    """
    days = [str(task[each]) for each in ("time_start", "time_end") if task.get(each)]
    return "-".join(dict.fromkeys(days)) or str(task.get("time_kind", "none"))


def _pairs(graph: Network, texts: Mapping[str, str], sides: tuple[Side, Side]) -> Iterator[Row]:
    """Give each task of the first with the likest of the second, then those of the second left."""
    found = corpus(graph, texts)
    one, other = ([each for iri in side.documents for each in _given(graph, found, iri)]
                  for side in sides)  # fmt: skip
    for match in traced(one, Near(other), sides[1].documents):
        state = {NEW: FIRST, USUAL: UNTOLD}.get(match.label, match.label)
        yield _row(graph, texts, match, state)
    for match in dropped(other, one, sides[0].documents):
        yield _row(graph, texts, match, SECOND)


def _given(graph: Network, found: Mapping[str, tuple[Passage, ...]], iri: str) -> Iterator[Passage]:
    """Give the passages of a document that are tasks."""
    edges = graph.out_edges(iri, data=True)
    last = {edge.get("end") for _, _, edge in edges if edge["relation"] == "has_task"}
    yield from (each for each in found[iri] if each.end in last)


def _row(graph: Network, texts: Mapping[str, str], match: Match, state: str) -> Row:
    pair = [(p.start, p.end, said(graph, p.document, "file"), texts[p.document][p.start : p.end])
            if p else (None,) * 4 for p in (match.passage, match.source)]  # fmt: skip
    like = match.likeness
    told = (like.alike, like.shared) if like else (None, None)
    return ("task", state, pair[0][3], pair[1][3], *told, *pair[0][:2], *pair[1][:2],
            pair[0][2], pair[1][2])  # fmt: skip
