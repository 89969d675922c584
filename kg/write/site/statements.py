"""What the graph says of a thing, statement by statement, for what has no page of its own design."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.write.prefixes import Shortener, prefixes
from kg.write.site.model import Item
from kg.write.triples import merged, subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Quad


def statements(
    quads: Iterable[Quad], names: Mapping[str, tuple[str, str]]
) -> list[tuple[str, list[Item]]]:
    """Give each property with its values: a thing by its name, a literal with its language.

    >>> from pyoxigraph import Quad
    >>> number = NamedNode("http://data.europa.eu/eli/ontology#number")
    >>> statements([Quad(NamedNode("https://x.org/a"), number, Literal("36-NQ/TW"))], {})
    [('eli:number', [Item(iri='', label='36-NQ/TW', about='', passage=None, said=None)])]
    """
    short = Shortener(prefixes())
    return [
        (short(name.value) or name.value, [_value(each, names, short) for each in values])
        for _, properties in subjects(merged(quads))
        for name, values in properties
    ]


def _value(
    value: NamedNode | Literal, names: Mapping[str, tuple[str, str]], short: Shortener
) -> Item:
    if isinstance(value, Literal):
        return Item("", value.value, value.language or "")
    return Item(
        value.value,
        titled(value.value, names) if value.value in names else short(value.value) or value.value,
        said=names.get(value.value),
    )


def titled(iri: str, names: Mapping[str, tuple[str, str]]) -> str:
    """Give what a thing is called in both languages, or the end of its IRI.

    >>> titled("https://x.org/types/level/ministry", {})
    'level/ministry'
    """
    if iri not in names:
        return "/".join(iri.split("/")[-2:])
    said = names[iri]
    return said[0] if said[0] == said[1] else f"{said[0]} · {said[1]}"
