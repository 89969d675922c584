"""Where the page of a thing lies: at the path of its IRI, with ``.html``, ``.ttl``, ``.jsonld``.

The letters of an IRI are the letters of its files, so a folder can be read as it is, and a server
that knows nothing of us finds a page by the address that it is asked for.
"""

from __future__ import annotations

import hashlib
import posixpath
from urllib.parse import quote, unquote

_LONGEST = 200
"""Bytes of one name in a path: file systems end at 255, and an ending must fit too."""
_KEPT = 120
_SAFE = "/-._~!$&'()*+,;=@"
_FORBIDDEN = frozenset('\\:*?"<>|\0')


class Addresses:
    """Files and links of the things under one base.

    >>> at = Addresses("https://x.org/")
    >>> at.file("https://x.org/agent/sở-y-tế")
    'agent/sở-y-tế'
    >>> at.file("https://other.org/agent/sở-y-tế") is None
    True
    """

    def __init__(self, *bases: str) -> None:
        """Take where IRIs live; the first that fits counts."""
        self.bases = bases

    def file(self, iri: str) -> str | None:
        """Give the file of a thing without its ending, '/' between folders; None for another's IRI.

        A name that no file system takes (``..``, 10,000 letters) becomes its first letters and
        a hash; :func:`plain` tells whether the path still is the one of the IRI.
        """
        base = next((each for each in self.bases if iri.startswith(each)), None)
        if base is None or len(iri) == len(base) or "#" in iri:
            return None
        return "/".join(_name(part) for part in iri[len(base) :].split("/"))

    def plain(self, iri: str) -> bool:
        """Tell whether a server finds the page by the path of the IRI itself."""
        base = next((each for each in self.bases if iri.startswith(each)), "")
        return self.file(iri) == unquote(iri[len(base) :])


def _name(part: str) -> str:
    name = unquote(part)
    fits = len(name.encode("utf-8", "replace")) <= _LONGEST
    if fits and name.strip(". ") and not (_FORBIDDEN | {"/"}) & set(name) and name.isprintable():
        return name
    digest = hashlib.sha256(part.encode("utf-8", "replace")).hexdigest()[:12]
    kept = "".join(c for c in name if c.isalnum() or c == "-")
    return f"{kept.encode()[:_KEPT].decode(errors='ignore')}-{digest}"


def link(origin: str, target: str, ending: str = ".html") -> str:
    """Give the relative address of the file *target* for a page at *origin*, both without ending.

    >>> link("agent/sở-y-tế", "document/luật/luật-đất-đai")
    '../document/lu%E1%BA%ADt/lu%E1%BA%ADt-%C4%91%E1%BA%A5t-%C4%91ai.html'
    >>> link("index", "search", ".html")
    'search.html'
    """
    path = posixpath.relpath(target + ending, posixpath.dirname(origin) or ".")
    return quote(path, safe=_SAFE)
