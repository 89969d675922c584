"""A graph in Python: ``kg.open("build")`` gives answers as plain rows and networks of NetworkX.

>>> import kg
>>> callable(kg.open)
True
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from kg.analyse.projection import projection
from kg.answers import Desk, listed
from kg.errors import NotFoundError
from kg.graph.query import Table, sparql

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import networkx as nx
    from pyoxigraph import Triple

    from kg.answers import Cell, Told

    _Parts: TypeAlias = Literal["whole", "cascade", "agencies"]

_AGENTS = frozenset({"lead", "coordinate", "report_to", "reports_to", "unit_of"})
_CASCADE = frozenset({"implements", "based_on", "cites", "amends", "repeals"})


class Rows:
    """An answer: rows as tuples under named columns, with its title and its caveats.

    Iterate over it, index it, ask for ``dicts()``, or for a pandas ``frame()``.
    """

    def __init__(self, told: Told | Table) -> None:
        """Keep an answer."""
        self.name, self.title = told.name, told.title
        self.columns: tuple[str, ...] = tuple(told.columns)
        self.rows: tuple[tuple[Cell, ...], ...] = tuple(tuple(row) for row in told.rows)
        self.notes: tuple[str, ...] = tuple(told.notes)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        """Give the rows in the order of the answer."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Give the number of rows."""
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> tuple[Cell, ...]: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[tuple[Cell, ...]]: ...

    def __getitem__(self, place: int | slice) -> object:
        """Give one row, or some of them."""
        return self.rows[place]

    def __repr__(self) -> str:
        """Say what it answers and how long it is."""
        return f"<{self.name}: {self.title}; {len(self.rows)} rows of {', '.join(self.columns)}>"

    def dicts(self) -> list[dict[str, Cell]]:
        """Give the rows as dictionaries by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def frame(self) -> Any:  # noqa: ANN401  (pandas is optional: its type is not known here)
        """Give a pandas DataFrame; ImportError with its mend where pandas is not installed."""
        try:
            pandas = importlib.import_module("pandas")
        except ImportError as error:
            message = "pandas is not installed: pip install pandas, or use dicts()"
            raise ImportError(message) from error
        return pandas.DataFrame(self.dicts(), columns=list(self.columns))


class Corpus:
    """The graph in one folder; every question of ``kg ask`` is a method.

    ``corpus.leads(as_of="2025-07-02")``, ``corpus.coverage(document="36-NQ/TW")``: a dash in the
    name of a question is an underscore. What one name means to a method is what it means to the
    option of ``kg ask``; the first argument without a name is the document. A corpus answers from
    the graph as it was when it was opened: open it again after a build.
    """

    def __init__(self, folder: str | Path) -> None:
        """Open the graph in *folder*; GraphError where there is none."""
        self.folder = Path(folder)
        self._desk = Desk(self.folder)

    def __repr__(self) -> str:
        """Say where the graph is."""
        return f"kg.open({str(self.folder)!r})"

    def __dir__(self) -> list[str]:
        """List the questions beside the methods."""
        return [*super().__dir__(), *(row[0].replace("-", "_") for row in listed())]

    def __getattr__(self, name: str) -> Callable[..., Rows]:
        """Give a question as a method; AttributeError where there is none of the name."""
        asked = name.replace("_", "-")
        if name.startswith("_") or asked not in {row[0] for row in listed()}:
            message = f"no question is called '{asked}': see corpus.questions()"
            raise AttributeError(message)

        def method(document: str | None = None, /, **wishes: str) -> Rows:
            return self.ask(asked, **({"document": document} if document else {}), **wishes)

        return method

    def questions(self) -> list[tuple[str, str, str, str]]:
        """Give every question: its name, its title in English and Vietnamese, what it answers."""
        return listed()

    def ask(self, name: str, **wishes: str) -> Rows:
        """Answer a question by its name; NotFoundError for a name or wish that it does not know."""
        return Rows(self._desk.answered(name, wishes))

    def query(self, text: str) -> Rows | bool | tuple[Triple, ...]:
        """Answer SPARQL 1.1 over the whole graph: rows for SELECT, a truth for ASK, else triples."""
        found = sparql(self._desk.store, text)
        return Rows(found) if isinstance(found, Table) else found

    @overload
    def network(
        self, kind: Literal["coordination"], *, as_of: str | None = None, collectives: bool = False
    ) -> nx.Graph[str]: ...

    @overload
    def network(
        self, kind: _Parts = "whole", *, as_of: str | None = None, collectives: bool = False
    ) -> nx.MultiDiGraph[str]: ...

    @overload
    def network(
        self, kind: str, *, as_of: str | None = None, collectives: bool = False
    ) -> nx.Graph[str]: ...

    def network(
        self, kind: str = "whole", *, as_of: str | None = None, collectives: bool = False
    ) -> nx.Graph[str]:
        """Give the graph, or a part of it, as a network of NetworkX.

        *kind* is ``whole`` (documents, tasks, agencies and places, a directed multigraph),
        ``cascade`` (documents and how they bear on each other), ``agencies`` (tasks with who leads
        and coordinates them), or ``coordination``: agencies alone, undirected, a tie where two
        share a task, ``weight`` the number of these tasks; with *collectives* “các sở, ban,
        ngành” too. With *as_of*, an ISO day, bodies are those that held the work then.

        Attributes are plain values (docs/how-to/python.md); :meth:`save` writes them.
        """
        kinds = {"whole": None, "cascade": _CASCADE, "agencies": _AGENTS, "coordination": None}
        if kind not in kinds:
            what = f"no network is called '{kind}'"
            raise NotFoundError(what, mend=f"Ask for one of: {', '.join(kinds)}")
        graph = self._desk.network(as_of)
        if kind == "coordination":
            return projection(graph, with_collectives=collectives)
        relations = kinds[kind]
        if relations is None:
            return graph.copy()
        edges = [
            (one, other, key) for one, other, key in graph.edges(keys=True) if key in relations
        ]
        return graph.edge_subgraph(edges).copy()  # type: ignore[arg-type]  # the stubs forget keys

    def save(self, network: nx.Graph[str], path: str | Path) -> None:
        """Write a network for Gephi (``.gexf``) or for yEd, Cytoscape, igraph (``.graphml``).

        Raises NotFoundError for another ending, KgError where the path cannot be written.
        """
        from kg.write.files import write_text
        from kg.write.graphml import gexf, graphml

        kinds = {".gexf": gexf, ".graphml": graphml}
        made = kinds.get(Path(path).suffix.lower())
        if made is None:
            what = f"no network is written as '{Path(path).name}'"
            raise NotFoundError(what, mend=f"Name a file that ends with: {', '.join(kinds)}")
        write_text(path, made(network))


def open_corpus(folder: str | Path = "build") -> Corpus:
    """Open the graph that ``kg build`` made in *folder*.

    Raises :class:`~kg.errors.GraphError` where there is no graph.
    """
    return Corpus(folder)
