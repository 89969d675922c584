"""SPARQL SELECT over the union of all named graphs, cells as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

Cell: TypeAlias = "str | int | float | bool | None"
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
_NUMBERS = frozenset(
    f"http://www.w3.org/2001/XMLSchema#{n}" for n in ("decimal", "double", "float")
)


def cell(term: NamedNode | BlankNode | Literal | Triple | None) -> Cell:
    """Give a term as a plain value: numbers as numbers, an IRI as its text.

    >>> cell(Literal("2", datatype=NamedNode(_INTEGER))), cell(NamedNode("x:y")), cell(None)
    (2, 'x:y', None)
    """
    if isinstance(term, Literal):
        return _value(term)
    if isinstance(term, Triple):
        return str(term)
    return term.value if term else None


def _value(literal: Literal) -> Cell:
    kind = literal.datatype.value
    if kind == _INTEGER:
        return int(literal.value)
    if kind == _BOOLEAN:
        return literal.value in ("true", "1")
    return float(literal.value) if kind in _NUMBERS else literal.value


def select(store: Store, query: str) -> Iterator[dict[str, Cell]]:
    """Give the rows of a SELECT query as dictionaries of plain values; unbound cells are absent."""
    found = store.query(query, use_default_graph_as_union=True)
    if not isinstance(found, QuerySolutions):
        message = "this query is no SELECT"
        raise TypeError(message)
    names = [variable.value for variable in found.variables]
    for row in found:
        cells = zip(names, row, strict=True)
        yield {name: cell(term) for name, term in cells if term is not None}
