"""Reads a site from its folder as a browser would follow it: which links lead nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("form", "action"))


def links(html: str) -> Iterator[str]:
    tree = LexborHTMLParser(html)
    for tag, attribute in LINKS:
        for node in tree.css(f"{tag}[{attribute}]"):
            yield node.attributes[attribute] or ""


def dead(site: Path) -> list[tuple[str, str]]:
    """Give each page with a link of its own site that leads to no file, or to no place in it."""
    pages = {
        str(path.relative_to(site)): path.read_text(encoding="utf-8")
        for path in site.rglob("*.html")
    }
    places = {name: _places(html) for name, html in pages.items()}
    return sorted(
        (name, link)
        for name, html in pages.items()
        if name != "404.html"  # its links begin at the root of a server
        for link in set(links(html))
        if not _leads(site, name, link, places)
    )


def _places(html: str) -> set[str]:
    return {node.attributes["id"] or "" for node in LexborHTMLParser(html).css("[id]")}


def _leads(site: Path, name: str, link: str, places: dict[str, set[str]]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return parts.scheme in {"http", "https", "data", "mailto"}
    target = (
        posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
        if parts.path
        else name
    )
    if not (site / target).is_file():
        return False
    fragment = unquote(parts.fragment)
    return not fragment or fragment.startswith("char=") or fragment in places.get(target, set())
