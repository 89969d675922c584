"""JSON-LD with the readable keys of ``ontology/context.jsonld``; every named graph kept."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from pyoxigraph import Literal, NamedNode
from rdflib import RDF, XSD

from kg.config import bundled
from kg.write.prefixes import Shortener
from kg.write.triples import graphs, subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Quad

    from kg.write.triples import Fact, Object, Properties

Json: TypeAlias = "dict[str, Any]"

_TYPE = str(RDF.type)
_STRING = str(XSD.string)
_WHOLE = re.compile("0|-?[1-9][0-9]{0,14}")  # what a JSON number holds exactly


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of the context: its name, and what a bare value under it means."""

    name: str
    kind: str | None = None
    language: str | None = None


def jsonld(quads: Iterable[Quad], context: Json | None = None) -> Iterator[str]:
    """Give all quads as one JSON-LD document that carries its context, so it can stand alone.

    *context* is the one of ``ontology/context.jsonld`` unless another one is given.
    """
    found = list(graphs(quads))
    words = _Words(_context(found, context))
    nodes: list[Json] = []
    for name, facts in found:
        inside = [words.node(each) for each in subjects(facts)]
        nodes += inside if name is None else [{words.id: name, "@graph": inside}]
    whole = {"@context": words.context, "@graph": nodes}
    yield json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _context(found: list[tuple[str | None, list[Fact]]], given: Json | None) -> Json:
    """Give the context, or an empty one where an IRI would be mistaken for a short name.

    ``time:now`` is an IRI of its own, and under our context it would mean one of OWL-Time.
    """
    keys = given if given is not None else _ours()
    schemes = {iri.partition(":")[0] for iri in _iris(found)}
    return {} if schemes & set(keys) else keys


@functools.cache
def _ours() -> Json:
    whole: Json = json.loads(bundled("ontology", "context.jsonld").read_text(encoding="utf-8"))
    keys: Json = whole["@context"]
    return keys


def _iris(found: list[tuple[str | None, list[Fact]]]) -> Iterator[str]:
    for name, facts in found:
        yield from [name] if name else []
        for fact in facts:
            for term in fact:
                yield term.datatype.value if isinstance(term, Literal) else term.value


class _Words:
    """The spelling of nodes under one context."""

    def __init__(self, context: Json) -> None:
        self.context = context
        self.id = "id" if context.get("id") == "@id" else "@id"
        self._type = "type" if context.get("type") == "@type" else "@type"
        spaces = {name: iri for name, iri in context.items() if _is_namespace(iri)}
        self._short = Shortener(spaces)
        self._keys = dict(_keys(context, spaces))

    def node(self, about: tuple[NamedNode, Properties]) -> Json:
        """Give a subject as an object: its IRI, its classes, then its properties."""
        subject, properties = about
        out: Json = {self.id: subject.value}
        for name, values in properties:
            if name.value == _TYPE and all(isinstance(value, NamedNode) for value in values):
                out[self._type] = _one([self._class(value.value) for value in values])
                continue
            key = self._keys.get(name.value) or _Key(self._iri(name.value))
            out[key.name] = _one([self._value(key, value) for value in values])
        return out

    def _class(self, iri: str) -> str:
        key = self._keys.get(iri)
        return key.name if key else self._iri(iri)

    def _iri(self, iri: str) -> str:
        return self._short(iri) or iri

    def _value(self, key: _Key, value: Object) -> Any:  # noqa: ANN401 - a JSON value
        if isinstance(value, NamedNode):
            iri = self._iri(value.value)
            return iri if key.kind == "@id" else {"@id": iri}
        kind, words = value.datatype.value, value.value
        if value.language:
            bare = key.language == value.language
            return words if bare else {"@value": words, "@language": value.language}
        if kind == _STRING:
            bare = key.kind is None and key.language is None
            return words if bare else {"@value": words}
        if key.kind == kind:
            return _native(kind, words)
        return {"@value": words, "@type": self._iri(kind)}


def _native(kind: str, words: str) -> str | int | bool:
    """Give a number or a truth value as JSON has it, where reading it gives the same words."""
    if kind == str(XSD.integer) and _WHOLE.fullmatch(words):
        return int(words)
    if kind == str(XSD.boolean) and words in {"true", "false"}:
        return words == "true"
    return words


def _is_namespace(iri: object) -> bool:
    return isinstance(iri, str) and iri.endswith(("/", "#"))


def _keys(context: Json, spaces: Mapping[str, str]) -> Iterator[tuple[str, _Key]]:
    """Read which IRI each key of the context stands for."""
    for name, told in sorted(context.items()):
        if name.startswith("@") or name in spaces:
            continue
        terms = told if isinstance(told, dict) else {"@id": told}
        kind = terms.get("@type")
        kind = kind if kind in {None, "@id"} else _full(kind, spaces)
        yield _full(terms["@id"], spaces), _Key(name, kind, terms.get("@language"))


def _full(short: str, spaces: Mapping[str, str]) -> str:
    prefix, _, local = short.partition(":")
    return f"{spaces[prefix]}{local}" if prefix in spaces else short


def _one(values: list[Any]) -> Any:  # noqa: ANN401 - a JSON value
    """Give a single value bare, several as a list."""
    return values[0] if len(values) == 1 else values
