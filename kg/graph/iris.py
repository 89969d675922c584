"""The shape of our IRIs: readable Vietnamese path segments, one name for one thing.

Why the letters keep their marks: ``docs/decisions/0002-iris.md``.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import quote

from kg.text import view

_WORDS_OF_TITLE = 8
_HASH = 12
# Letters, marks and digits that RFC 3987 allows raw; tags beyond U+E0000 are not among them.
_KEPT = frozenset("LNM")
_BEYOND = 0xE0000


def slug(name: str) -> str:
    """Give *name* as one readable IRI segment: lower case, NFC, dashes between the words.

    Names that differ in a letter or a tone mark stay different; case, punctuation and the
    place of a tone mark (hoà, hòa) do not count.

    >>> slug("Sở KH&CN tỉnh Đắk Nông")
    'sở-kh-cn-tỉnh-đắk-nông'
    >>> slug("Hà Nam") == slug("Hạ Nam")
    False
    """
    lower = view(unicodedata.normalize("NFC", name))
    spaced = "".join(c if _is_kept(c) else " " for c in unicodedata.normalize("NFC", lower))
    return "-".join(spaced.split()) or f"x-{digest(name)}"


def _is_kept(char: str) -> bool:
    return ord(char) < _BEYOND and unicodedata.category(char)[0] in _KEPT


def segment(identifier: str) -> str:
    """Give the place in an outline as an IRI segment that no other place shares.

    >>> segment("II#2.1.-3"), segment("II.2 (heading)")
    ('II~2.1.-3', 'II.2%20%28heading%29')
    """
    return "".join(map(_safe, unicodedata.normalize("NFC", identifier)))


def _safe(char: str) -> str:
    if char == "#":
        return "~"
    if char in "-._" or _is_kept(char):
        return char
    return "%7E" if char == "~" else quote(char, safe="")


def digest(*parts: str) -> str:
    """Give twelve hexadecimal digits that stand for *parts* in their order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_HASH]


def short_title(title: str) -> str:
    """Give the first words of a title as a segment.

    >>> short_title("Thực hiện Đề án phát triển công nghiệp sinh học ngành Công Thương")
    'thực-hiện-đề-án-phát-triển-công-nghiệp'
    """
    return "-".join(slug(title).split("-")[:_WORDS_OF_TITLE])


def document_iri(
    base: str,
    issuer: str | None,
    kind: str | None,
    name: str,
    date: str | None = None,
) -> str:
    """Give the IRI of a document from what is known of it; what is not known is left out.

    *name* is the number, the title of a law, or a segment made by :func:`unnumbered`.

    >>> document_iri("https://x.org/", "Bộ Chính trị", "Nghị quyết", "36-NQ/TW", "2023-01-30")
    'https://x.org/document/bộ-chính-trị/nghị-quyết/36-nq-tw/2023-01-30'
    """
    parts = [slug(part) for part in (issuer, kind, name) if part]
    return "/".join([f"{base}document", *parts, *([date] if date else [])])


def unnumbered(title: str, text_sha256: str) -> str:
    """Give the last segment of a document that prints no number: words of its title, its hash."""
    return f"{short_title(title)}-{text_sha256[:_HASH]}"


def agent_iri(base: str, canonical: str) -> str:
    """Give the IRI of a body from its full name.

    >>> agent_iri("https://x.org/", "Sở Y tế tỉnh Đắk Nông")
    'https://x.org/agent/sở-y-tế-tỉnh-đắk-nông'
    """
    return f"{base}agent/{slug(canonical)}"


def place_iri(base: str, label: str) -> str:
    """Give the IRI of a place from its label."""
    return f"{base}place/{slug(label)}"


def scheme_iri(base: str, kind: str, name: str, by: str) -> str:
    """Give the IRI of a scheme from its type, its name and the IRI of the document behind it."""
    return f"{base}scheme/{slug(kind)}/{short_title(name)}-{digest(slug(name), by)}"


def local_name(iri: str) -> str:
    """Give what follows the last ``#`` or ``/``.

    >>> local_name("https://w3id.org/policy-cascade/ns#leadAgency")
    'leadAgency'
    """
    return re.split(r"[#/]", iri)[-1]
