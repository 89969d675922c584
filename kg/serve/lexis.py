r"""The bare words of a SPARQL query: what stands outside strings, IRIs, names and comments.

The engine itself sends requests for SERVICE, and a server that anybody may ask must not. Its
grammar puts no boundary around keywords (``}SERVICE:x{`` is one), so that any bare "service"
counts; where this reading and the grammar could differ, more is left bare, never less.
"""

from __future__ import annotations

import re

_QUIET = re.compile(
    r"""
      <[^<>"{}|^`\\\x00-\x20]*+>                                   # an IRI
    | \"{3} (?>[^"\\]|\\.|"{1,2}(?!"))*+ \"{3}                       # a string of several lines
    | '{3} (?>[^'\\]|\\.|'{1,2}(?!'))*+ '{3}
    | " (?>[^"\\\n\r]|\\.)*+ "                                     # a string
    | ' (?>[^'\\\n\r]|\\.)*+ '
    | \#[^\n\r]*+                                                  # a comment
    | [?$]\w++                                                     # a variable
    | (?<=:) (?>[\w:-]|\\.|%[0-9A-Fa-f]{2})++                      # the local part of a name
    | \\.                                                          # an escape elsewhere in a name
    """,
    re.VERBOSE | re.DOTALL,
)
_FROM = re.compile(r"\bfrom\b(?!:)")
_UPDATE = re.compile(r"\b(?:insert|delete|load|clear|drop|create|copy|move|add)\b(?!:)")


def bare(query: str) -> str:
    """Give the bare words of *query* in small letters.

    >>> bare("SELECT ?service { ?x pc:service 'SERVICE' } # SERVICE").split()
    ['select', '{', 'pc:', '}']
    """
    return _QUIET.sub(" ", query).lower()


def asks_elsewhere(words: str) -> bool:
    """Say whether bare words send a part of the query to another server."""
    return "service" in words


def names_graphs(words: str) -> bool:
    """Say whether bare words name the graphs to be asked: FROM, FROM NAMED."""
    return bool(_FROM.search(words))


def is_update(words: str) -> bool:
    """Say whether bare words, which are no query, would change the graph."""
    return bool(_UPDATE.search(words))
