"""What the endpoint says of itself, in RDF (SPARQL 1.1 Service Description and VoID)."""

from __future__ import annotations

from pyoxigraph import NamedNode, RdfFormat, parse, serialize

from kg.serve.forms import GRAPHS, RESULTS
from kg.serve.querying import RDF

_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "JSON-LD", "N-Triples", "RDF_XML")
PREFIXES = {
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
    "formats": _FORMATS,
}
_TEXT = """
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <http://rdfs.org/ns/void#> .
<> a sd:Service ;
  sd:endpoint <> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:feature sd:UnionDefaultGraph ;
  sd:resultFormat {formats} ;
  sd:defaultDataset <#dataset> .
<#dataset> a sd:Dataset, void:Dataset ;
  void:sparqlEndpoint <> ;
  void:uriSpace {base} ;
  sd:defaultGraph <#all> .
<#all> a sd:Graph .
"""


def description(endpoint: str, base: str, form: str) -> bytes:
    """Describe the endpoint at an address: its language, its forms, its dataset.

    >>> b"sd:SPARQL11Query" in description("http://localhost/sparql", "https://x.org/", "turtle")
    True
    """
    formats = " , ".join(f"<{_FORMATS}{name}>" for name in (*_RESULTS, *_GRAPHS))
    text = _TEXT.format(formats=formats, base=_literal(base))
    found = parse(input=text, format=RdfFormat.TURTLE, base_iri=NamedNode(endpoint).value)
    triples = sorted((quad.triple for quad in found), key=str)
    return serialize(triples, format=RDF[form], prefixes=PREFIXES) or b""


def _literal(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if len(_RESULTS) != len(RESULTS) or len(_GRAPHS) != len(GRAPHS):
    message = "each form needs its name in the service description"
    raise AssertionError(message)
