"""Each held document as its annotated text, and all that it says as one Turtle file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.folder import read_state, record_path, text_of
from kg.graph.store import quads_of
from kg.write.annotated import annotated_html
from kg.write.prefixes import prefixes
from kg.write.turtle import turtle

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

    from kg.publish.press import Press
    from kg.write.site.pages import Site


def write_texts(press: Press, site: Site, folder: Path, store: Store, lang: str) -> None:
    """Write ``…/text.html`` and ``…/graph.ttl`` of each document, at the paths of their IRIs."""
    names = prefixes(site.at.bases[0])
    for built in read_state(folder).values():
        path = record_path(folder, built.document)
        text, graph = site.at.file(f"{built.document}/text"), site.at.file(built.graph)
        if path and text and graph:
            record = json.loads(path.read_text(encoding="utf-8"))
            page = annotated_html(record, text_of(folder, built.document), lang=lang)
            press.put(f"{text}.html", page)
            press.put(f"{graph}.ttl", "".join(turtle(quads_of(store, built.graph), names)))
