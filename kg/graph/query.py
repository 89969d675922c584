"""Named questions, one SPARQL file each, and free SPARQL: the answer is a table."""

from __future__ import annotations

import difflib
import functools
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Triple,
)
from pyoxigraph import Store as Oxigraph

from kg.errors import AmbiguousError, KgError, NotFoundError
from kg.graph.find import find_document
from kg.graph.select import Cell, cell, select
from kg.graph.terms import typed
from kg.text import alphabetical, plain, view

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from pyoxigraph import Store

Row: TypeAlias = "tuple[Cell, ...]"
_HEADER = re.compile(r"# (?P<key>[a-z]+)(?: (?P<name>\w+))?(?P<need> \(required\))?: (?P<value>.+)")
_PREFIX = re.compile(r"^PREFIX .+$\n", re.MULTILINE)
_WISH = re.compile(
    r"VALUES \?in_(?P<values>\w+) \{ UNDEF \}|BOUND\(\?in_(?P<bound>\w+)\)|\?in_(?P<name>\w+)"
)
_DOCUMENT, _DAY = "document", "as_of"
_PLACES = """PREFIX pc: <https://w3id.org/policy-cascade/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?label { GRAPH ?g { ?place a pc:Place ; rdfs:label ?label } }"""
RANK = "rank"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A wish that narrows a question: ``place="Đắk Nông"``."""

    name: str
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One file of ``queries/``: what it answers, its caveats, its parameters, its SPARQL.

    *listed* is a column whose cells join several names by ``; ``; *notes_of* are caveats that only
    hold with a parameter.
    """

    name: str
    title: str
    description: str
    notes: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    rank: str | None
    sparql: str
    title_vi: str
    listed: str | None = None
    notes_of: tuple[tuple[str, str], ...] = ()

    def notes_for(self, wishes: Collection[str]) -> tuple[str, ...]:
        """Give the caveats of an asking with *wishes*."""
        return (*self.notes, *(note for wish, note in self.notes_of if wish in wishes))


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: named columns, rows of plain values, and what to keep in mind."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


@functools.cache
def questions() -> tuple[Question, ...]:
    """Give all questions, sorted by name.

    >>> [each.title for each in questions() if each.name == "leads"]
    ['Agencies that lead the most tasks']
    """
    folder = files("kg.graph").joinpath("queries")
    paths = sorted((each for each in folder.iterdir()), key=lambda each: each.name)
    return tuple(
        _read(path.name.removesuffix(".rq"), path.read_text(encoding="utf-8"))
        for path in paths
        if path.name.endswith(".rq")
    )


def _read(name: str, sparql: str) -> Question:
    heads = [match for line in sparql.splitlines() if (match := _HEADER.fullmatch(line))]
    values = {head["key"]: head["value"] for head in heads}
    return Question(
        name,
        values["title"],
        values["answers"],
        tuple(head["value"] for head in heads if head["key"] == "note" and not head["name"]),
        tuple(
            Parameter(head["name"], head["value"], bool(head["need"]))
            for head in heads
            if head["key"] == "param"
        ),
        values.get("rank"),
        sparql,
        values["vi"],
        values.get("list"),
        tuple((h["name"], h["value"]) for h in heads if h["key"] == "note" and h["name"]),
    )


def question(name: str) -> Question:
    """Give one question by its name; NotFoundError names what is near."""
    known = {each.name: each for each in questions()}
    if name not in known:
        near = difflib.get_close_matches(name, known, 3, 0.4) or known
        what = f"no question is called '{name}'"
        raise NotFoundError(what, mend=f"Ask one of: {', '.join(near)}")
    return known[name]


def ask(store: Store, name: str, **params: str) -> Table:
    """Answer a named question; *params* narrow it (see :func:`questions`).

    A ranked answer begins with the column ``rank``: equal numbers share a rank and the next rank
    counts them all (1, 1, 3). Raises NotFoundError and AmbiguousError for names that do not fit.
    """
    asked = question(name)
    check(asked, params)
    terms = {key: str(_term(store, key, wish)) for key, wish in sorted(params.items())}
    found = _run(store, _fitting(store, asked, terms))
    if not isinstance(found, QuerySolutions):
        message = f"{name}.rq is no SELECT"
        raise TypeError(message)
    columns, rows = _table(found)
    if asked.listed:
        rows = tuple(_in_order(row, columns.index(asked.listed)) for row in rows)
    if asked.rank:
        rows = tuple(ranked(rows, columns.index(asked.rank)))
        columns = (RANK, *columns)
    return Table(name, asked.title, columns, rows, asked.notes_for(params))


def _fitting(store: Store, asked: Question, terms: Mapping[str, str]) -> str:
    """Give the query with what is wished for; for another engine in plainer words.

    Ours is quick where a wish stands in VALUES (a cascade of 8,300 edges in a tenth of the time);
    other engines read only constants alike. ``queries/elsewhere`` holds questions whose quick
    words trouble them. The tests hold both to the same rows.
    """
    if isinstance(store, Oxigraph):
        text = asked.sparql
        for key, term in terms.items():
            text = text.replace(f"VALUES ?in_{key} {{ UNDEF }}", f"VALUES ?in_{key} {{ {term} }}")
        return text
    plainer = files("kg.graph").joinpath("queries", "elsewhere", f"{asked.name}.rq")
    return filled(plainer.read_text("utf-8") if plainer.is_file() else asked.sparql, terms)


def filled(sparql: str, terms: Mapping[str, str]) -> str:
    """Put what is wished for in the place of its variables, as constants.

    Not every engine reads ``VALUES ?in_day { UNDEF }`` inside OPTIONAL alike; constants all do.

    >>> filled("VALUES ?in_day { UNDEF } FILTER(!BOUND(?in_day) || ?day = ?in_day)", {"day": "2"})
    ' FILTER(!true || ?day = 2)'
    """
    return _WISH.sub(lambda found: _constant(found, terms), sparql)


def _constant(found: re.Match[str], terms: Mapping[str, str]) -> str:
    if found["values"]:
        return ""
    if found["bound"]:
        return "true" if found["bound"] in terms else "false"
    return terms.get(found["name"], '""')  # what is not wished for is never compared


def _term(store: Store, key: str, wish: str) -> NamedNode | Literal:
    """Give what a wish is in the graph: a document, a day, or the words of a place."""
    if key == _DOCUMENT:
        return NamedNode(find_document(store, wish))
    return typed(wish, "date") if key == _DAY else place_words(store, wish)


def place_words(store: Store, wish: str) -> Literal:
    """Give the words of a place as the graph prints them; marks and case do not count.

    Raises NotFoundError, which lists the places, and AmbiguousError where several names fit.
    """
    labels = sorted({str(row["label"]) for row in select(store, _PLACES)}, key=alphabetical)
    folded = plain(wish.strip())
    starts = {label: plain(label).find(folded) for label in labels if folded}
    fits = {label[at : at + len(folded)] for label, at in starts.items() if at >= 0}
    found = sorted(fits, key=alphabetical)
    if len({view(words) for words in found}) == 1:
        return Literal(found[0])
    exact = [words for words in found if view(words) == view(wish.strip())]
    if exact:
        return Literal(exact[0])
    if found:
        what = f"'{wish}' fits {len(found)} places"
        raise AmbiguousError(what, mend=f"Say which: {'; '.join(found)}")
    what = f"no document here is of a place called '{wish}'"
    raise NotFoundError(what, mend=f"Places: {'; '.join(labels)}")


def check(asked: Question, params: Mapping[str, str]) -> None:
    """Raise NotFoundError for a wish that the question does not know, KgError where one is missing."""
    known = {each.name for each in asked.parameters}
    for name in sorted(set(params) - known):
        what = f"'{asked.name}' knows no parameter '{name}'"
        raise NotFoundError(what, mend=f"It knows: {', '.join(sorted(known)) or 'none'}")
    for each in asked.parameters:
        if each.required and each.name not in params:
            what = f"'{asked.name}' needs a {each.name}"
            raise KgError(what, mend=f"Give {each.description}: --{each.name.replace('_', '-')} …")


def _in_order(row: Row, column: int) -> Row:
    """Put the names of a joined cell in order: SPARQL promises none."""
    names = str(row[column] or "").split("; ")
    return (*row[:column], "; ".join(sorted(names)) or None, *row[column + 1 :])


def ranked(rows: tuple[Row, ...], column: int) -> Iterator[Row]:
    """Put the competition rank before rows that are sorted by *column*.

    >>> [row[0] for row in ranked(((7,), (5,), (5,), (2,)), 0)]
    [1, 2, 2, 4]
    """
    rank = 0
    for place, row in enumerate(rows, start=1):
        if place == 1 or row[column] != rows[place - 2][column]:
            rank = place
        yield (rank, *row)


def sparql(store: Store, text: str) -> Table | bool | tuple[Triple, ...]:
    """Answer free SPARQL over all graphs at once; the prefixes of the questions are known.

    SELECT gives a Table, ASK a bool, CONSTRUCT and DESCRIBE triples, sorted.
    Raises KgError for text that is no SPARQL query.
    """
    found = _run(store, text)
    if isinstance(found, QueryBoolean):
        return bool(found)
    if isinstance(found, QuerySolutions):
        columns, rows = _table(found)
        return Table("sparql", "SPARQL", columns, rows)
    return tuple(sorted(found, key=str))


def _run(store: Store, text: str) -> QuerySolutions | QueryBoolean | QueryTriples:
    try:
        return store.query(text, use_default_graph_as_union=True, prefixes=prefixes())
    except SyntaxError as error:
        what = f"is no SPARQL query: {error}"
        raise KgError(what, "query", "See docs for the prefixes and examples.") from error


def _table(found: QuerySolutions) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    columns = tuple(variable.value for variable in found.variables)
    return columns, tuple(tuple(cell(row[name]) for name in columns) for row in found)


@functools.cache
def prefixes() -> dict[str, str]:
    """Give the prefixes that the questions use.

    >>> prefixes()["pc"]
    'https://w3id.org/policy-cascade/ns#'
    """
    lines = {line for each in questions() for line in _PREFIX.findall(each.sparql)}
    pairs = (line.removeprefix("PREFIX ").strip().split(": ") for line in sorted(lines))
    return {prefix: iri.strip("<>") for prefix, iri in pairs}
