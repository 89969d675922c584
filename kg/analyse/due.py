"""What is due when, and to whom: tasks, reports and targets with a last day.

``--11-30`` comes back every year. A report is due by its ``month_day``; the network knows the
bodies it comes from and goes to as the edges ``report_by`` and ``report_to``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.analyse.answer import Answer, in_order
from kg.analyse.moments import last_day
from kg.analyse.walk import ends, lies_in, name, nodes, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.analyse.answer import Row
    from kg.analyse.walk import Network

# What may be due, the relation to those who do it, the relation to those who get it.
_KINDS = (("task", "lead", ""), ("report", "report_by", "report_to"), ("target", "", ""))
_BY_DAY = (0, 5, 6, 2, 3, 4, 1)


def due(graph: Network, *, place: str | None = None, document: str | None = None) -> Answer:
    """List by day what is due; one row for each body that does it and each that gets it."""
    rows = {
        row
        for kind, by, to in _KINDS
        for iri in nodes(graph, kind)
        if lies_in(said(graph, iri, "place"), place)
        and document in (None, graph.nodes[iri]["document"])
        for row in _rows(graph, iri, by, to)
    }
    columns = ("due", "what", "who", "to", "words", "document", "item")
    ordered = sorted(rows, key=lambda row: in_order(tuple(row[at] for at in _BY_DAY)))
    return Answer("due", columns, tuple(ordered))


def _rows(graph: Network, iri: str, by: str, to: str) -> Iterator[Row]:
    facts = graph.nodes[iri]
    document = name(graph, str(facts["document"]))
    for day in _days(facts):
        for who in _names(graph, iri, by):
            for receiver in _names(graph, iri, to):
                words, item = said(graph, iri, "text"), name(graph, iri)
                yield (day, str(facts["kind"]), who, receiver, words, document, item)


def _names(graph: Network, iri: str, relation: str) -> list[str | None]:
    return [name(graph, each) for each in ends(graph, iri, relation)] or [None]


def _days(facts: Mapping[str, Any]) -> Iterator[str]:
    """Give the last day and the day of every year; what goes on has no last day."""
    if facts.get("time_end") and not facts.get("time_open"):
        yield last_day(facts["time_end"])
    if facts.get("month_day"):
        yield facts["month_day"]
