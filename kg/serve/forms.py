"""In which forms an answer can be given, and which of them a client prefers (RFC 9110, 12.5.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its short name, its media type, by which other types it is asked for, its ending."""

    name: str
    media: str
    also: tuple[str, ...] = ()
    suffix: str = ""


RESULTS = (
    Form("json", "application/sparql-results+json", ("application/json",)),
    Form("xml", "application/sparql-results+xml", ("application/xml", "text/xml")),
    Form("csv", "text/csv"),
    Form("tsv", "text/tab-separated-values"),
)
"""The forms of SELECT and ASK."""
GRAPHS = (
    Form("turtle", "text/turtle", ("application/x-turtle", "text/n3"), ".ttl"),
    Form("jsonld", "application/ld+json", ("application/json",), ".jsonld"),
    Form("ntriples", "application/n-triples", ("text/plain",), ".nt"),
    Form("rdfxml", "application/rdf+xml", ("application/xml", "text/xml"), ".rdf"),
)
"""The forms of CONSTRUCT, of DESCRIBE and of what is said of a thing."""
HTML = Form("html", "text/html", ("application/xhtml+xml",), ".html")
PAGES = (HTML, *GRAPHS)
"""The forms of a thing: a page first, since a client that does not say is mostly a person."""


def preferred(accept: str | None, forms: Sequence[Form]) -> Form | None:
    """Give the form that *accept* likes best, the first of equals; None where it allows none.

    >>> preferred("text/csv;q=0.5, application/json", RESULTS).name
    'json'
    >>> preferred("image/png", RESULTS) is None, preferred(None, RESULTS).name
    (True, 'json')
    """
    if accept is None or not accept.strip():
        return forms[0]
    wishes = list(_wishes(accept))
    liked = [(_quality(form, wishes), form) for form in forms]
    best = max(quality for quality, _ in liked)
    return next(form for quality, form in liked if quality == best) if best > 0 else None


def _wishes(accept: str) -> Iterator[tuple[str, float]]:
    """Give each media range with its weight; a weight that is no number counts as nothing."""
    for each in accept.split(","):
        media, *parameters = (part.strip().lower() for part in each.split(";"))
        weight = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        if "/" in media:
            yield media, _weight(weight)


def _weight(words: str) -> float:
    try:
        weight = float(words)
    except ValueError:
        return 0.0
    return min(weight, 1.0) if weight > 0 else 0.0  # NaN is not above 0


def _quality(form: Form, wishes: Sequence[tuple[str, float]]) -> float:
    """Give the weight of a form: by its own type, its other types, then by a range."""
    kind = form.media.partition("/")[0]
    for fits in ((form.media,), form.also, (f"{kind}/*",), ("*/*",)):
        found = [weight for range_, weight in wishes if range_ in fits]
        if found:
            return max(found)
    return 0.0


def named(name: str | None, forms: Sequence[Form]) -> Form | None:
    """Give the form of a short name (``format=csv``); None where there is none of it."""
    return next((form for form in forms if form.name == name), None)


def types(forms: Sequence[Form]) -> str:
    """List the media types of forms in one line."""
    return ", ".join(form.media for form in forms)
