"""Time extraction against spaCy on the same texts in the same run.

Extraction is text → mentions: agents, citations, times, slips, each with its span. The comparators
do the like of its first part only: they cut words and find the bodies of the lexicon. The whole
record (outline, tasks, roles, duties, targets, funding too) is timed beside it.
Exits with 1 while extraction is not at least ten times faster than spaCy ``vi`` with pyvi.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import spacy
from spacy.matcher import PhraseMatcher

from kg.config import bundled
from kg.extract.agencies import agencies
from kg.extract.citations import citations
from kg.extract.slips import slips
from kg.extract.timeframes import times
from kg.lexicon import rows, variants
from kg.model import SourceText
from kg.pipeline import extract
from kg.read.source import read_file
from kg.text import view

ROUNDS = 15
LEAST_RATIO = 10.0
OURS = "kg, all mentions"
ALIKE = "kg, agents only"
WHOLE = "kg, whole record"
VI = "spaCy vi + pyvi, agents only"
XX = "spaCy xx, agents only"
Work = Callable[[SourceText], object]


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds a document: the best and the middle round."""

    least: float
    median: float


def labels() -> Iterator[str]:
    """Give every name and spelling of a body, and every head of a name."""
    for row in rows("lexicon/bodies"):
        yield row["name"]
        yield from variants(row)
    yield from (row["head"] for row in rows("lexicon/body_heads"))


def phrases(language: str) -> Work:
    """Give a run of a blank spaCy pipeline with a matcher over all labels."""
    nlp = spacy.blank(language)
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("body", [nlp.make_doc(label) for label in sorted(set(labels()))])
    return lambda source: matcher(nlp(source.text))


def named(source: SourceText) -> object:
    """Find the agents of a text: as much as the comparators do, and collectives and places."""
    return agencies(source.text, view(source.text))


def mentioned(source: SourceText) -> object:
    """Find every mention of a text: the rooms of ``kg/extract`` that read a text on their own."""
    lower = view(source.text)
    bodies = agencies(source.text, lower)
    return (
        bodies,
        citations(source.text, lower, bodies),
        times(lower),
        slips(source.text, lower),
    )


def timed(works: Mapping[str, Work], texts: Sequence[SourceText]) -> dict[str, Timing]:
    """Time all works by turns, so that a slow moment of the machine meets each of them."""
    rounds: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():  # tables are read and patterns compiled once
        for text in texts:
            work(text)
    for _ in range(ROUNDS):
        for name, work in works.items():
            start = time.perf_counter()
            for text in texts:
                work(text)
            rounds[name].append((time.perf_counter() - start) * 1000 / len(texts))
    return {name: Timing(min(ms), statistics.median(ms)) for name, ms in rounds.items()}


def main() -> int:
    """Print the times and the ratios; give the exit status."""
    paths = sorted(bundled("data", "documents").glob("*.txt"))
    texts = [read_file(path) for path in paths]
    size = sum(len(text.text) for text in texts) // len(texts)
    print(f"{len(texts)} documents, {size} characters each on average, {ROUNDS} rounds by turns")
    works = {OURS: mentioned, ALIKE: named, WHOLE: extract, VI: phrases("vi"), XX: phrases("xx")}
    found = timed(works, texts)
    ours = found[OURS]
    for name, timing in found.items():
        print(f"{name:32}{timing.least:7.2f} ms least {timing.median:7.2f} ms median", end="")
        print(f"{timing.median / ours.median:8.2f} x {OURS}")
    for name in (OURS, ALIKE, WHOLE):
        faster = found[VI].median / found[name].median
        print(f"{name}: {faster:.1f} times as fast as {VI}")
    print(f"wanted of {OURS}: {LEAST_RATIO:.0f}")
    return 0 if found[VI].median >= LEAST_RATIO * ours.median else 1


if __name__ == "__main__":
    sys.exit(main())
