"""Pages as HTML: one template each, every word of a document escaped, nothing asked of a server."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from kg.config import VERSION
from kg.write.page_parts import asset, csp_hash, safe_json
from kg.write.site.addresses import link
from kg.write.site.model import Item
from kg.write.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.write.site.addresses import Addresses
    from kg.write.site.model import Passage, Thing

NAVIGATION = (
    ("nav.documents", "documents"), ("nav.agents", "agents"), ("nav.places", "places"),
    ("nav.tasks", "tasks"), ("nav.answers", "answers"), ("nav.networks", "networks"),
    ("nav.report", "report/report"), ("nav.data", "data"), ("nav.ontology", "ns"),
)  # fmt: skip
"""The parts of the site: the word of each, and its page without its ending."""
_TITLE, _DESCRIPTION = 120, 300
MEDIA = (("text/turtle", ".ttl"), ("application/ld+json", ".jsonld"))


@dataclass(frozen=True, slots=True)
class Here:
    """Links as a page at *origin* writes them: to things that have a page, to files of the site.

    *root* is put before every file in place of a way that is relative to the page: a page that is
    shown at any address, such as that of a missing one, has no other.
    """

    origin: str
    at: Addresses
    held: frozenset[str]
    root: str | None = None

    def to(self, iri: str) -> str | None:
        """Give the link to the page of a thing; None where it has none."""
        file = self.at.file(iri) if iri in self.held else None
        return self.file(file) if file else None

    def file(self, name: str, ending: str = ".html") -> str:
        """Give the link to a file of the site."""
        if self.root is not None:
            return self.root + link("index", name, ending)
        return link(self.origin, name, ending)

    def words(self, passage: Passage) -> str | None:
        """Give the link to the very words in the annotated text; None where it is not held."""
        file = self.at.file(f"{passage.source}/text") if passage.source in self.held else None
        if not file or passage.start is None or passage.end is None:
            return None
        return f"{self.file(file)}#char={passage.start},{passage.end}"


class Site:
    """What all pages share: the title, the language they open in, who has a page."""

    def __init__(
        self,
        at: Addresses,
        held: frozenset[str],
        *,
        title: str,
        lang: str = "vi",
        licence: str = "",
    ) -> None:
        """Take the addresses and the IRIs that have a page."""
        self.at, self.held = at, held
        self._shared = {
            "site_title": title, "lang": lang, "words": WORDS, "licence": licence,
            "version": VERSION, "navigation": NAVIGATION, "description": "", "alternates": (),
            "linked": "", "scripts_allowed": "", "own": "'self'", "title": title, "current": "",
        }  # fmt: skip

    def here(self, origin: str) -> Here:
        """Give the links as the page at *origin* writes them."""
        return Here(origin, self.at, self.held)

    def page(self, template: str, origin: str, **values: Any) -> str:  # noqa: ANN401  (what a template takes)
        """Give the page at *origin* from a template of the folder ``assets``."""
        here = Here(origin, self.at, self.held, values.pop("root", None))
        told = {**self._shared, "here": here, "current": origin, **values}
        return _environment().get_template(template).render(told)

    def thing(self, thing: Thing, file: str, **values: Any) -> str:  # noqa: ANN401  (what a template takes)
        """Give the page of a thing, with links to its RDF."""
        here = Here(file, self.at, self.held)
        text = self.at.file(thing.text) if thing.text else None
        whole = self.at.file(f"{thing.iri}/graph") if thing.text else None
        return self.page(
            "site_thing.html", file, thing=thing, heading=thing.label, title=thing.label[:_TITLE],
            description=thing.lead[:_DESCRIPTION], text=here.file(text) if text else None,
            whole=here.file(whole, ".ttl") if whole else None,
            **self.linked(thing.linked),
            alternates=[(media, here.file(file, ending)) for media, ending in MEDIA],
            statements=values.get("statements", ()),
        )  # fmt: skip

    def linked(self, told: Mapping[str, Any]) -> dict[str, str]:
        """Give what a page tells machines, and the leave that its policy gives to these words."""
        words = safe_json(told) if told else ""
        return {"linked": words, "scripts_allowed": f" {csp_hash(words)}" if words else ""}

    def listing(
        self, file: str, heading: str, groups: Sequence[tuple[tuple[str, str], Sequence[Item]]]
    ) -> str:
        """Give a list of things under headings that are said in both languages."""
        total = sum(len(rows) for _, rows in groups)
        return self.page("site_list.html", file, heading=heading, groups=groups, total=total,
                         title=_both(heading))  # fmt: skip


def _both(key: str) -> str:
    return " · ".join(WORDS[key])


@functools.cache
def _environment() -> Environment:
    """Give the templates, which escape every word they are given."""
    return Environment(
        loader=FunctionLoader(asset), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def search_index(rows: Sequence[tuple[str, str, str, str]]) -> str:
    r"""Give the index of the search as a script: kind, label, address, what else is found by.

    >>> search_index([("agent", "Sở Y tế", "agent/so.html", "")])
    'window.KG_INDEX=[["agent","Sở Y tế","agent/so.html",""]];\n'
    """
    return f"window.KG_INDEX={safe_json([list(row) for row in rows])};\n"


def assets() -> Mapping[str, str]:
    """Give the files that all pages share."""
    shared = ("site.css", "site.js", "search.js", "missing.js")
    return {f"assets/{name}": asset(name) for name in shared}
