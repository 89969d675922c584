"""What a document orders: its tasks, each without the words that only name who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analyse.descent.passages import (
    WHO,
    Passage,
    behind_mark,
    pack,
    passages,
    quotes,
    shingles,
    spans,
    syllables,
)
from kg.analyse.descent.usual import usual
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.analyse.walk import Network


def often_said(graph: Network, texts: Mapping[str, str]) -> frozenset[int]:
    """Give the shingles that are usual wording or stand in the title of a paper."""
    held = (iri for iri in sorted(texts) if iri in graph)
    return usual(graph, {iri: passages(graph, iri, texts[iri]) for iri in held})


def ordered(
    graph: Network, iri: str, text: str, often: frozenset[int], *, listed: bool
) -> Iterator[Passage]:
    """Give what a document orders, in the order of its text, the shingles *often* taken away.

    Where no task was read, it is the lines of its lists, if *listed*.
    """
    folded = view(text)
    found = _tasks(graph, iri, text) or (_listed(graph, iri, text, folded) if listed else [])
    for start, end, names in found:
        begin = behind_mark(folded, start, end)
        words = _without(folded, begin, end, names)
        yield Passage(iri, begin, end, words, pack(shingles(words) - often))


def _tasks(
    graph: Network, iri: str, text: str
) -> list[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """Give the spans of the tasks, where the text says them there, and of the names inside."""
    found = [
        (edge["start"], edge["end"], _names(graph, task))
        for _, task, edge in graph.out_edges(iri, data=True)
        if edge["relation"] == "has_task" and quotes(text, edge)
    ]
    return sorted(found)


def _names(graph: Network, task: str) -> tuple[tuple[int, int], ...]:
    """Give where the bodies stand that lead or coordinate a task."""
    edges = graph.out_edges(task, data=True)
    return tuple(sorted((edge["start"], edge["end"]) for _, _, edge in edges
                        if edge["relation"] in WHO and "start" in edge))  # fmt: skip


def _listed(
    graph: Network, iri: str, text: str, folded: str
) -> list[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """Give the lines behind a mark of a list: what a text without tasks numbers or dots."""
    return [(*span, ()) for span in spans(graph, iri, text) if behind_mark(folded, *span) > span[0]]


def _without(
    folded: str, start: int, end: int, names: tuple[tuple[int, int], ...]
) -> tuple[str, ...]:
    """Give the syllables of a span that stand in none of *names*.

    >>> _without("giao sở y tế mở lớp", 0, 19, ((5, 12),))
    ('giao', 'mở', 'lớp')
    """
    kept: list[str] = []
    for begin, until in names:
        if start <= begin < end:
            kept += syllables(folded[start:begin])
            start = max(start, until)
    return (*kept, *syllables(folded[start:end]))
