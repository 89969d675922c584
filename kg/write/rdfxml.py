"""RDF/XML, for tools that read nothing else; sorted, one element for each subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import Literal
from rdflib import RDF, XSD

from kg.errors import KgError
from kg.write.triples import merged, subjects
from kg.write.xml_text import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import NamedNode, Quad

    from kg.write.triples import Object, Properties

# A plain ASCII end of the IRI is a name to every XML parser; what stands before is the namespace,
# which no %20 may be torn apart for.
_SPLIT = re.compile(r"(.+?)(?<!%)(?<!%[0-9A-Fa-f])([A-Za-z_][A-Za-z0-9_.-]*)")
# What XML and RDF/XML keep for themselves is nobody's prefix, and ours for unknown ones are _1.
_PREFIX = re.compile(r"(?!xml|rdf$)[A-Za-z][A-Za-z0-9.-]*", re.IGNORECASE)
# Names of the syntax itself (RDF/XML, section 5.1): as an element they would mean another thing.
_SYNTAX = frozenset(
    f"{RDF}{name}"
    for name in (
        *("RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "Description"),
        *("li", "aboutEach", "aboutEachPrefix", "bagID"),
    )
)
_RESERVED = ("http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/")


class _Names:
    """Qualified names of predicates, with the namespaces they need."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        fit = (pair for pair in sorted(prefixes.items()) if _PREFIX.fullmatch(pair[0]))
        self._known = {namespace: prefix for prefix, namespace in fit} | {str(RDF): "rdf"}
        self.used = {"rdf": str(RDF)}

    def __call__(self, iri: str) -> str:
        split = _SPLIT.fullmatch(iri)
        if not split or iri in _SYNTAX or split[1] in _RESERVED:
            what = "cannot be the name of an XML element"
            raise KgError(what, iri, "Export as turtle.")
        prefix = self._known.get(split[1]) or f"_{len(self._known)}"
        self._known[split[1]] = prefix
        self.used[prefix] = split[1]
        return f"{prefix}:{split[2]}"


def rdfxml(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give all quads as one RDF/XML document; the names of their graphs are left out.

    Characters that XML cannot hold become U+FFFD. Raises KgError for a property whose IRI does
    not end in a name.
    """
    names = _Names(prefixes)
    elements = [_element(each, names) for each in subjects(merged(quads))]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    for prefix, namespace in sorted(names.used.items()):
        yield f"\n    xmlns:{prefix}={quoteattr(namespace)}"
    yield ">\n"
    yield from elements
    yield "</rdf:RDF>\n"


def _element(about: tuple[NamedNode, Properties], names: _Names) -> str:
    subject, properties = about
    inside = (
        f"    {_property(names(name.value), value)}\n"
        for name, values in properties
        for value in values
    )
    start = f"  <rdf:Description rdf:about={quoteattr(subject.value)}>\n"
    return f"{start}{''.join(inside)}  </rdf:Description>\n"


def _property(name: str, value: Object) -> str:
    if not isinstance(value, Literal):
        return f"<{name} rdf:resource={quoteattr(value.value)}/>"
    kind = ""
    if value.language:
        kind = f" xml:lang={quoteattr(value.language)}"
    elif value.datatype.value != str(XSD.string):
        kind = f" rdf:datatype={quoteattr(value.datatype.value)}"
    # A parser turns a bare carriage return into a line feed; a reference it leaves alone.
    words = escape(xml_text(value.value), {"\r": "&#13;"})
    return f"<{name}{kind}>{words}</{name}>"
