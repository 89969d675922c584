"""Time the descent of 1,000 made plans from their directives beside difflib, in the same run.

Twenty directives of 60 passages, fifty plans under each, 14,000 characters long as the bundled five are.
A plan copies 20 passages, adapts 20 (a quarter of the syllables gone, as many put in), writes 30
itself and says 5 that every plan says. `python bench/descent.py 10000` measures how it grows.
So the label of each passage is known, and both ways are scored. difflib does what a user would
write: of each passage of the plan the closest of the directive. It is timed on a few plans.
Exits with 1 while descent is not at least twenty times as fast, or misses more than it may.
"""

from __future__ import annotations

import difflib
import random
import re
import resource
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

import networkx as nx

from kg.analyse.descent.copied import copied
from kg.analyse.descent.near import Near
from kg.analyse.descent.reuse import reuse
from kg.analyse.descent.trace import corpus, traced
from kg.analyse.question import Wishes
from kg.config import bundled
from kg.text import view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.analyse.walk import Network

T = TypeVar("T")
PLANS, DIRECTIVES, LONG, USUAL = 1000, 20, 60, 5
SAID = ("copied",) * 20 + ("adapted",) * 20 + ("new",) * 30
FEW = 5
CUT = 0.6  # what difflib.get_close_matches takes for close
LEAST_RATIO, LEAST_RIGHT = 20.0, 0.98


def main() -> int:
    """Print times, ratio and how many labels are right; give the exit status."""
    plans = int(sys.argv[1]) if len(sys.argv) > 1 else PLANS
    graph, texts, truth = made(plans, random.Random(36))  # noqa: S311  (the same plans each time)
    found, reading = timed(lambda: corpus(graph, texts))
    iris = sorted(truth)
    orders = found.keys() - truth.keys()
    near, indexing = timed(lambda: Near(each for iri in orders for each in found[iri]))
    labels, tracing = timed(lambda: {
        iri: [each.label for each in traced(found[iri], near, {above(graph, iri)})] for iri in iris
    })  # fmt: skip
    sample = iris[:: len(iris) // FEW][:FEW]
    closest, theirs = timed(lambda: {iri: by_difflib(texts, graph, iri) for iri in sample})
    passages = sum(map(len, found.values()))
    print(f"{plans} plans, {len(texts) - plans} directives, {passages} passages")
    print(
        f"cut and fold {reading:6.1f} s\nindex        {indexing:6.1f} s\nmatch        {tracing:6.1f} s"
    )
    for name, ask in (("kg ask reuse", reuse), ("kg ask copied", copied)):
        _, whole = timed(lambda ask=ask: ask(graph, Wishes(texts=lambda: texts)))  # type: ignore[misc]
        print(f"{name:13}{whole:6.1f} s, all of it")
    print(f"peak memory  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")
    ours, other = (reading + indexing + tracing) / plans, theirs / len(sample)
    right, closer = score(labels, truth), score(closest, {iri: truth[iri] for iri in sample})
    print(f"kg      {ours * 1000:8.2f} ms a plan, {right:.1%} of the labels right")
    print(f"difflib {other * 1000:8.2f} ms a plan, {closer:.1%} right (of {len(sample)} plans)")
    print(f"kg is {other / ours:.0f} times as fast; wanted {LEAST_RATIO:.0f}")
    return 0 if other / ours >= LEAST_RATIO and right >= LEAST_RIGHT else 1


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Give what *work* gives, and the seconds that it took."""
    start = time.perf_counter()
    done = work()
    return done, time.perf_counter() - start


def made(plans: int, draw: random.Random) -> tuple[Network, dict[str, str], dict[str, list[str]]]:
    """Make directives and plans; give the network, the texts and the label of each passage."""
    words = vocabulary()
    usual = [sentence(words, draw) for _ in range(USUAL)]
    graph: Network = nx.MultiDiGraph()
    texts: dict[str, str] = {}
    truth: dict[str, list[str]] = {}
    orders = {f"d:{nth:02}": [sentence(words, draw) for _ in range(LONG)]
              for nth in range(DIRECTIVES)}  # fmt: skip
    for iri, lines in orders.items():
        graph.add_node(iri, kind="document", label=iri, type="Chỉ thị", held=True)
        texts[iri] = "\n".join(lines)
    for nth in range(plans):
        iri, upper = f"p:{nth:05}", f"d:{nth % DIRECTIVES:02}"
        graph.add_node(iri, kind="document", label=iri, type="Kế hoạch", held=True)
        graph.add_edge(iri, upper, key="implements", relation="implements")
        said = [*zip(SAID, draw.sample(orders[upper], LONG) + orders[upper], strict=False),
                *(("usual", each) for each in usual)]  # fmt: skip
        draw.shuffle(said)
        texts[iri] = "\n".join(retold(kind, line, words, draw) for kind, line in said)
        truth[iri] = [kind for kind, _ in said]
    return graph, texts, truth


def vocabulary() -> list[str]:
    """Give the syllables of the five plans as often as they use them."""
    files = sorted(bundled("data", "documents").glob("*.txt"))
    text = " ".join(file.read_text(encoding="utf-8") for file in files)
    return re.findall(r"[^\W\d_]+", view(text))


def sentence(words: list[str], draw: random.Random) -> str:
    """Make a line of 25 to 60 syllables."""
    return " ".join(draw.choices(words, k=draw.randint(25, 60)))


def retold(kind: str, line: str, words: list[str], draw: random.Random) -> str:
    """Say a line as a plan does that copies it, adapts it or writes its own."""
    said = line.split()
    if kind == "adapted":
        gone, at = len(said) // 4, draw.choice((0, len(said) - len(said) // 4))
        said = [*said[:at], *draw.choices(words, k=gone), *said[at + gone :]]
    elif kind == "copied":
        said[draw.randrange(len(said))] = draw.choice(words)
    elif kind == "new":
        return sentence(words, draw)
    return " ".join(said)


def above(graph: Network, iri: str) -> str:
    """Give the directive of a plan."""
    return next(iter(graph.successors(iri)))


def by_difflib(texts: dict[str, str], graph: Network, iri: str) -> list[str]:
    """Label the passages of a plan by the closest passage of its directive."""
    return list(_closest(texts[iri].split("\n"), texts[above(graph, iri)].split("\n")))


def _closest(lines: list[str], others: list[str]) -> Iterator[str]:
    for line in lines:
        best = max(
            difflib.SequenceMatcher(None, line, each, autojunk=False).ratio() for each in others
        )
        yield "copied" if best >= 0.9 else "adapted" if best >= CUT else "new"


def score(labels: dict[str, list[str]], truth: dict[str, list[str]]) -> float:
    """Give the share of passages labelled as they were made; difflib cannot say usual."""
    right = Counter(
        mine == theirs or (mine, theirs) == ("new", "usual")
        for iri in truth
        for mine, theirs in zip(labels[iri], truth[iri], strict=True)
    )
    return right[True] / right.total()


if __name__ == "__main__":
    sys.exit(main())
