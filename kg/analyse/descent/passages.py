"""The passages of a text: its tasks where the network knows their span, else its paragraphs."""

from __future__ import annotations

import functools
import re
import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.analyse.walk import Network

LEAST = 12
"""A passage of fewer syllables says too little to tell where it comes from."""

SHINGLE = 4
"""So many syllables in a row are compared: two or three words of Vietnamese."""

WHO = ("lead", "coordinate")
"""The relations whose words name who does a task; they are no wording of it."""

_SYLLABLE = re.compile(r"\w+")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_MARK = re.compile(r"(?:[-+*•]|\(?\d+(?:\.\d+)*[.)]|\w[.)]|[ivxlc]+[.)])\s+")
FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)
"""A shingle is the sum of the numbers of its syllables, each times its factor, in 64 bits."""

_ALL = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Passage:
    """The words ``text[start:end]`` of a document, folded: its syllables and its shingles.

    The shingles are packed, eight bytes each, since a corpus has millions of them.
    """

    document: str
    start: int
    end: int
    syllables: tuple[str, ...]
    packed: bytes

    @property
    def shingles(self) -> frozenset[int]:
        """Give the shingles that are left: usual ones are taken away."""
        return _unpacked(self.packed)


def pack(shingles: Iterable[int]) -> bytes:
    """Put shingles in order, eight bytes each.

    >>> len(pack({7, 1 << 63})), sorted(Passage("d", 0, 1, (), pack({7, 5})).shingles)
    (16, [5, 7])
    """
    return array("Q", sorted(shingles)).tobytes()


@functools.lru_cache(4096)
def _unpacked(packed: bytes) -> frozenset[int]:
    return frozenset(memoryview(packed).cast("Q"))


def passages(graph: Network, iri: str, text: str) -> tuple[Passage, ...]:
    """Give the passages of a document in the order of its text, the short ones left out.

    Lines that only name who does a task are left out too: they are no wording of the task.
    """
    folded = view(text)
    unmarked = ((behind_mark(folded, *span), span[1]) for span in spans(graph, iri, text))
    found = (
        Passage(iri, start, end, words, pack(shingles(words)))
        for start, end in unmarked
        if len(words := syllables(folded[start:end])) >= LEAST
    )
    return tuple(found)


def syllables(folded: str) -> tuple[str, ...]:
    """Give the syllables of folded words.

    >>> syllables("tuyên truyền sâu rộng;")
    ('tuyên', 'truyền', 'sâu', 'rộng')
    """
    return tuple(map(sys.intern, _SYLLABLE.findall(folded)))


def behind_mark(folded: str, start: int, end: int) -> int:
    """Give where a passage begins behind the mark of a list or the number of a heading."""
    mark = _MARK.match(folded, start, end)
    return mark.end() if mark else start


def shingles(words: tuple[str, ...]) -> frozenset[int]:
    """Give each run of four syllables as a number that is the same in every run and place."""
    numbers = [number(word) for word in words]
    a, b, c, d = FACTORS
    runs = zip(numbers, numbers[1:], numbers[2:], numbers[3:], strict=False)
    return frozenset((one * a + two * b + three * c + four * d) & _ALL
                     for one, two, three, four in runs)  # fmt: skip


@functools.lru_cache(1 << 16)
def number(word: str) -> int:
    """Give a syllable as a number that is the same in every run."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest())


def spans(graph: Network, iri: str, text: str) -> Iterator[tuple[int, int]]:
    """Give the spans of a text: tasks whole, and line by line what stands between them."""
    who = _naming(graph, iri)
    done = 0
    for start, end in [*_tasks(graph, iri, text), (len(text), len(text))]:
        for line in _LINE.finditer(text, done, max(start, done)):
            behind = bisect_left(who, line.start())
            if behind == len(who) or who[behind] >= line.end():
                yield line.span()
        if start >= done and end > start:
            yield start, end
        done = max(done, end)


def _tasks(graph: Network, iri: str, text: str) -> list[tuple[int, int]]:
    """Give the spans of the tasks, where the text says the words of the edge there."""
    return sorted(
        (edge["start"], edge["end"])
        for _, _, edge in graph.out_edges(iri, data=True)
        if edge["relation"] == "has_task" and quotes(text, edge)
    )


def quotes(text: str, edge: Mapping[str, object]) -> bool:
    """Tell whether the text says the words of an edge where the edge says they stand."""
    start, end = edge.get("start"), edge.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return False
    return text[start:end] == edge.get("words")


def _naming(graph: Network, iri: str) -> list[int]:
    """Give where the bodies stand that lead or coordinate tasks of a document, in order."""
    tasks = {end for _, end, edge in graph.out_edges(iri, data=True)
             if edge["relation"] == "has_task"}  # fmt: skip
    return sorted(
        edge["start"]
        for task in tasks
        for _, _, edge in graph.out_edges(task, data=True)
        if edge["relation"] in WHO and "start" in edge
    )
