"""Time every question of `kg ask` on a made corpus, beside DuckDB and rdflib, in the same run.

The corpus is that of `bench/plans.py`; `whole` is 34 provinces × 20 directives × 50,000 tasks. Each question is
put to one opened desk, as `kg.open` and the report do. DuckDB answers a choice of them in SQL from the tables of
`kg export --format csv`, and rdflib answers the same SPARQL on one plan, each under a cap of seconds.
Answers that should be the same and are not end the run. Exits with 1 while a question takes
longer than two seconds of this process. Names of questions behind the size ask only these.
"""

from __future__ import annotations

import signal
import sys
import tempfile
import time
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import duckdb
import rdflib
from plans import size, stored
from pyoxigraph import RdfFormat, Store, serialize
from sql import SQL

from kg.answers import Desk, listed
from kg.errors import KgError
from kg.graph import query
from kg.graph.store import CONCEPTS, documents, quads_of
from kg.write.tables import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from pyoxigraph import Quad

    from kg.analyse.walk import Network

T = TypeVar("T")
MOST = 2.0
CAP = 20  # seconds for one question of rdflib
DAY = "2026-01-01"
# They read all texts: bench/descent.py measures how they grow.
TEXTS = frozenset({"answered", "answered-by-plan", "answering", "copied", "descent", "reuse"})


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Give what *work* gives, and the seconds of this process that it took."""
    start = time.process_time()
    done = work()
    return done, time.process_time() - start


def main() -> int:
    """Print all times; give the exit status."""
    names = {name for name, *_ in listed()}
    only = names.intersection(sys.argv[1:])
    desk = Desk(stored(*size([each for each in sys.argv[1:] if each not in only])))
    graph, opening = timed(desk.network)
    print(f"{len(graph)} nodes, {graph.number_of_edges()} edges, opened in {opening:.1f} s")
    timed(lambda: desk.network(DAY))
    ours = dict(asked(desk, graph, only or names))
    slow = {name for name, (_, took) in ours.items() if took > MOST and name not in TEXTS}
    if not only:
        beside_duckdb(graph, ours)
        beside_sparql(desk, ours)
        beside_rdflib(desk)
    print(
        f"over {MOST:.0f} s: {', '.join(sorted(slow)) or 'none'} (texts are read by {', '.join(sorted(TEXTS))})"
    )
    return 1 if slow else 0


def asked(
    desk: Desk, graph: Network, names: Collection[str]
) -> Iterator[tuple[str, tuple[set[object], float]]]:
    """Ask the questions; one that needs a document or a day gets it, a slow one is asked again."""
    papers = [iri for iri, data in graph.nodes(data=True) if data["kind"] == "document"]
    held, other, *_ = sorted(iri for iri in papers if graph.nodes[iri].get("held"))
    above = min(papers, key=lambda iri: (-graph.in_degree(iri), iri))  # most stands under it
    documents = ({"document": above}, {"document": held}, {"document": held, "other": other})
    for name in sorted(names):
        for wishes in ({}, *documents, {"as_of": DAY}):
            try:
                told, took = timed(lambda name=name, wishes=wishes: desk.answered(name, wishes))  # type: ignore[misc]
            except KgError:
                continue
            # Other work on the machine takes time from this process too: the least of three counts.
            again = range(2 if took > MOST and name not in TEXTS else 0)
            took = min(took, *(timed(lambda: desk.answered(name, wishes))[1] for _ in again), took)  # noqa: B023
            print(f"kg ask {name:22}{took:8.2f} s {len(told.rows):7} rows", flush=True)
            yield name, (set(told.rows), took)
            break


def beside_sparql(desk: Desk, ours: Mapping[str, tuple[set[object], float]]) -> None:
    """Print how long Oxigraph takes for the questions of which there is SPARQL."""
    for each in query.questions():
        rows, took = ours[each.name]
        if not any(wish.required for wish in each.parameters) and each.name in CHEAP:
            table, theirs = timed(lambda each=each: query.ask(desk.store, each.name))  # type: ignore[misc]
            assert set(table.rows) == rows, each.name
            print(f"Oxigraph {each.name:20}{theirs:8.2f} s  {theirs / took:7.1f} x kg", flush=True)


def beside_duckdb(graph: Network, ours: Mapping[str, tuple[set[object], float]]) -> None:
    """Print how long DuckDB takes on the same tables, by default with all cores."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in tables(graph).items():
            (Path(folder) / name).write_bytes(content)
        base = duckdb.connect()
        _, loading = timed(lambda: [base.execute(
            f"CREATE TABLE {each.stem} AS FROM read_csv('{each}', all_varchar = true, quote = '\"', escape = '\"')"
        ) for each in sorted(Path(folder).glob("*.csv"))])  # fmt: skip
    print(f"DuckDB {duckdb.__version__} reads the tables in {loading:.1f} s")
    for name, text in SQL.items():
        theirs, took = timed(lambda text=text: base.execute(text).fetchall())  # type: ignore[misc]
        rows, mine = ours[name]
        assert set(theirs) == rows, (name, differing(theirs, rows))
        print(f"DuckDB {name:22}{took:8.2f} s  {mine / took:7.1f} x as fast as kg", flush=True)


def differing(theirs: Sequence[object], ours: set[object]) -> object:
    """Show where two answers part."""
    return sorted(set(theirs) ^ ours, key=str)[:4]


def beside_rdflib(desk: Desk) -> None:
    """Print how long rdflib takes for the SPARQL of one plan; Oxigraph answers the same triples."""
    _, graph_iri = next(documents(desk.store))
    part = [*quads_of(desk.store, graph_iri), *quads_of(desk.store, CONCEPTS)]
    small = in_memory(part)
    dataset = rdflib.Dataset(default_union=True)
    _, loading = timed(
        lambda: dataset.parse(data=serialize(part, format=RdfFormat.N_QUADS), format="nquads")
    )
    print(f"rdflib {rdflib.__version__} reads {len(part)} triples of one plan in {loading:.1f} s")
    for name in CHEAP:
        table, ours = timed(lambda name=name: query.ask(small, name))  # type: ignore[misc]
        try:
            with capped(CAP):
                found, took = timed(partial(by_rdflib, dataset, name))
        except TimeoutError:
            print(f"rdflib {name:22} over {CAP} s; Oxigraph {ours:.3f} s", flush=True)
            continue
        ranked = table.columns[0] == query.RANK
        assert found == {row[ranked:] for row in table.rows}, name
        times = took / max(ours, 0.0001)
        print(f"rdflib {name:22}{took:8.2f} s  {times:7.0f} x Oxigraph", flush=True)


def by_rdflib(dataset: rdflib.Dataset, name: str) -> set[tuple[object, ...]]:
    """Give the rows of a question as rdflib finds them."""
    rows = dataset.query(query.question(name).sparql)
    return {tuple(plain(cell) for cell in row) for row in rows}  # type: ignore[union-attr]


def plain(cell: object) -> object:
    """Give a term of rdflib as Oxigraph's rows have it."""
    value = cell.toPython() if isinstance(cell, rdflib.Literal) else cell
    if value is None or isinstance(value, int):
        return value
    return float(value) if isinstance(value, Decimal) else str(value)


CHEAP = ("leads", "leads-sole", "leads-by-kind", "coordinators", "pairs", "missing", "load",
         "unclear", "cited-not-held", "documents", "due", "never-leads")  # fmt: skip


def in_memory(part: Sequence[Quad]) -> Store:
    """Give a store in memory that holds only these quads."""
    store = Store()
    store.bulk_extend(part)
    return store


@contextmanager
def capped(seconds: int) -> Iterator[None]:
    """End what takes longer with TimeoutError."""

    def over(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, over)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


if __name__ == "__main__":
    sys.exit(main())
