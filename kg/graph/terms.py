"""Terms of the store, made from our constants and from plain values."""

from __future__ import annotations

import functools
from decimal import Decimal

from pyoxigraph import Literal, NamedNode
from rdflib import RDF, XSD

from kg.text import squeeze


@functools.lru_cache(maxsize=65536)
def node(iri: str) -> NamedNode:
    """Give the term for an IRI; a vocabulary's constant is an IRI too."""
    return NamedNode(str(iri))


def vi(words: str) -> Literal:
    """Give Vietnamese words as a literal on one line."""
    return Literal(squeeze(words), language="vi")


def text(words: str) -> Literal:
    """Give words exactly as they are."""
    return Literal(words)


def typed(value: str, datatype: str) -> Literal:
    """Give a value of the XML Schema type named *datatype*: ``typed("2030", "gYear")``."""
    return Literal(value, datatype=node(XSD[datatype]))


def whole(value: int) -> Literal:
    """Give an integer."""
    return typed(str(value), "integer")


def decimal(value: float) -> Literal:
    """Give a number without exponent.

    >>> decimal(2.0).value, decimal(0.5).value
    ('2', '0.5')
    """
    plain = f"{Decimal(str(value)):f}"
    return typed(plain.rstrip("0").rstrip(".") if "." in plain else plain, "decimal")


def true() -> Literal:
    """Give the boolean that is stated; what does not hold is not stated."""
    return typed("true", "boolean")


RDF_TYPE = node(RDF.type)
