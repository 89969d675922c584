"""Time a whole record against naming agents only with spaCy, on the same texts in the same run.

The comparators do less than the record: they cut words and find the bodies of the lexicon.
Exits with 1 when the whole record is not at least ten times faster than spaCy ``vi`` with pyvi.
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
from kg.lexicon import rows, variants
from kg.model import SourceText
from kg.pipeline import extract
from kg.read.source import read_file

ROUNDS = 15
LEAST_RATIO = 10.0
OURS = "kg, whole record"
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
    found = timed({OURS: extract, VI: phrases("vi"), XX: phrases("xx")}, texts)
    ours = found[OURS]
    for name, timing in found.items():
        ratio = (
            f"{timing.least / ours.least:5.1f} x least, {timing.median / ours.median:5.1f} x median"
        )
        print(f"{name:30} {timing.least:7.2f} ms least {timing.median:7.2f} ms median   {ratio}")
    ratio = found[VI].median / ours.median
    print(f"{'at least' if ratio >= LEAST_RATIO else 'less than'} {LEAST_RATIO:.0f} x: {ratio:.1f}")
    return 0 if ratio >= LEAST_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
