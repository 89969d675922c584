"""Text that XML can hold."""

from __future__ import annotations

import re

from kg.errors import KgError

# All that the production Char of XML 1.0 leaves out, and that no reference can name either.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    r"""Put U+FFFD in place of each character that XML 1.0 cannot hold, so that it stays visible.

    >>> xml_text("Kế\x0bhoạch\n")
    'Kế�hoạch\n'
    """
    return _FORBIDDEN.sub("\ufffd", text)


def xml_name(iri: str) -> str:
    """Give *iri* as it is: a name is never repaired, two would become one.

    Raises KgError where XML cannot hold it.
    """
    if _FORBIDDEN.search(iri):
        what = "holds a character that XML cannot hold"
        raise KgError(what, repr(iri), "Export as csv.")
    return iri
