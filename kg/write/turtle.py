"""Turtle and TriG for people to read: grouped by subject, sorted, with short names.

Our own, because rdflib needs two seconds where this needs two tenths, and orders its lines by
the hash seed; the tests read every file back with rdflib and with pyoxigraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import Literal
from rdflib import RDF, XSD

from kg.write.prefixes import Shortener
from kg.write.triples import graphs, merged, subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Quad

    from kg.write.triples import Fact, Object, Properties

_WIDTH = 100
_TYPE = str(RDF.type)
# What Turtle may write bare; other forms, such as 012, some readers would not give back as printed.
_BARE = {
    str(XSD.integer): re.compile("0|-?[1-9][0-9]*"),
    str(XSD.boolean): re.compile("true|false"),
}


def turtle(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give all quads as one Turtle document; the names of their graphs are left out.

    >>> from pyoxigraph import Literal, NamedNode, Quad
    >>> plan, number = NamedNode("https://x.org/plan"), NamedNode("https://x.org/ns#number")
    >>> print("".join(turtle([Quad(plan, number, Literal("12/KH"))], {"x": "https://x.org/ns#"})))
    @prefix x: <https://x.org/ns#> .
    <BLANKLINE>
    <https://x.org/plan> x:number "12/KH" .
    <BLANKLINE>
    """
    short = Shortener(prefixes)
    blocks = [_block(each, short) for each in subjects(merged(quads))]
    yield from _declared(prefixes, short)
    yield from (f"\n{block}\n" for block in blocks)


def trig(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give all quads as one TriG document: a block of triples for each named graph."""
    short = Shortener(prefixes)
    parts = [part for name, facts in graphs(quads) for part in _graph(name, facts, short)]
    yield from _declared(prefixes, short)
    yield from parts


def _graph(name: str | None, facts: list[Fact], short: Shortener) -> Iterator[str]:
    blocks = (_block(each, short) for each in subjects(facts))
    if name is None:
        yield from (f"\n{block}\n" for block in blocks)
        return
    yield f"\n<{name}> {{\n"
    yield "\n".join(f"{block}\n" for block in blocks)
    yield "}\n"


def _declared(prefixes: Mapping[str, str], short: Shortener) -> Iterator[str]:
    """Declare the prefixes that are used."""
    for prefix in sorted(short.used):
        yield f"@prefix {prefix}: <{prefixes[prefix]}> .\n"


def _block(about: tuple[object, Properties], short: Shortener) -> str:
    subject, properties = about
    lines = (_property(name.value, values, short) for name, values in properties)
    iri = str(subject)
    return f"{short(iri[1:-1]) or iri} " + " ;\n  ".join(lines) + " ."


def _property(name: str, values: list[Object], short: Shortener) -> str:
    verb = "a" if name == _TYPE else short(name) or f"<{name}>"
    terms = [_term(value, short) for value in values]
    line = f"{verb} {' , '.join(terms)}"
    if len(terms) == 1 or len(line) <= _WIDTH:
        return line
    return f"{verb} " + " ,\n    ".join(terms)


def _term(value: Object, short: Shortener) -> str:
    if not isinstance(value, Literal):
        return short(value.value) or str(value)
    kind = value.datatype.value
    if kind in _BARE and _BARE[kind].fullmatch(value.value):
        return value.value
    name = None if value.language or kind == str(XSD.string) else short(kind)
    return f"{Literal(value.value)}^^{name}" if name else str(value)
