"""IRIs of the data and the paths under which this server knows them.

Our IRIs keep Vietnamese letters raw and escape some ASCII (``II.2%20%28heading%29``); a client
sends the letters as escaped UTF-8 and leaves the other escapes as they are.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

_ESCAPES = re.compile(rb"(?:%[89A-Fa-f][0-9A-Fa-f])+")
_ASCII = re.compile(r"%[0-7][0-9A-Fa-f]")
_KEPT = "/:@!$&'()*+,;=~%"  # what a path may hold unescaped, and escapes that are there


def path_of(iri: str, base: str) -> str | None:
    """Give the path of an IRI under *base* as a client sends it; None for one that is not there.

    >>> path_of("https://x.org/agent/sở-y-tế", "https://x.org/")
    '/agent/s%E1%BB%9F-y-t%E1%BA%BF'
    """
    if not iri.startswith(base) or len(iri) == len(base):
        return None
    path, hash_, fragment = iri[len(base) :].partition("#")
    return f"/{quote(path, safe=_KEPT)}{hash_}{quote(fragment, safe=_KEPT)}"


def iri_of(raw_path: bytes, base: str) -> str | None:
    """Give the IRI that a path stands for, its letters composed (NFC); None where it is no UTF-8.

    >>> iri_of(b"/agent/s%E1%BB%9F-y-t%E1%BA%BF", "https://x.org/")
    'https://x.org/agent/sở-y-tế'
    >>> iri_of(b"/d/II.2%20%28heading%29", "https://x.org/")
    'https://x.org/d/II.2%20%28heading%29'
    """
    plain = _ESCAPES.sub(lambda found: bytes.fromhex(found[0].decode().replace("%", "")), raw_path)
    try:
        words = plain.decode("utf-8").removeprefix("/")
    except UnicodeDecodeError:
        return None
    upper = _ASCII.sub(lambda found: found[0].upper(), words)
    return base + unicodedata.normalize("NFC", upper)
