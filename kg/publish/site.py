"""Every page of a site, in the order in which they need one another."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.answers import Desk
from kg.config import BASE_IRI, VERSION
from kg.folder import base_of
from kg.graph.store import CONCEPTS
from kg.publish.answers import write_answers, write_report
from kg.publish.downloads import write_downloads
from kg.publish.press import MARKER, Press
from kg.publish.texts import write_texts
from kg.publish.things import labels, others, write_others, write_things
from kg.publish.whole import write_frame, write_lists, write_pictures
from kg.write.catalogue.site import Site as About
from kg.write.site.addresses import Addresses
from kg.write.site.pages import Site
from kg.write.site.things import Things

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a site is called, the language it opens in, and what its catalogue says of it.

    ``about.url`` is the address of its first page, with a slash at its end; without it the site
    knows no address but that of its IRIs.
    """

    title: str = "Policy cascades"
    lang: str = "vi"
    about: About = field(default_factory=About)


def publish(
    folder: Path, out: Path, wanted: Wanted, progress: Callable[[int, int], None] | None = None
) -> dict[str, int]:
    """Write the site of the graph in *folder*; give the number of pages by kind.

    *progress* is told how many things are done, of how many. Raises GraphError where there is no
    graph, KgError where *out* cannot be written.
    """
    desk = Desk(folder)
    graph, base = desk.network(), base_of(folder)
    at = Addresses(base, BASE_IRI)
    beyond = others(desk.store, graph.__contains__, (base, f"{CONCEPTS}/"))
    held = frozenset({*graph, *beyond, *(f"{iri}/text" for iri in _texts(graph))})
    site = Site(at, held, title=wanted.title, lang=wanted.lang, licence=wanted.about.licence.iri)
    names = labels(desk.store)
    things = Things(graph, names)
    count = _Counted(len(graph) + len(beyond), progress)
    with Press(out) as press:
        write_things(press, site, things, desk.store, count.up)
        write_others(press, site, beyond, names, count.up)
        write_texts(press, site, folder, desk.store, wanted.lang)
        write_lists(press, site, things)
        write_answers(press, site, desk)
        write_report(press, folder, desk, wanted)
        write_pictures(press, site, folder, desk, wanted)
        whole = write_downloads(press, site, folder, desk, wanted)
        write_frame(press, site, things, wanted, whole)
        press.put(
            MARKER,
            json.dumps({"site": wanted.title, "version": VERSION}, ensure_ascii=False) + "\n",
        )
    kinds = Counter(str(data["kind"]) for _, data in graph.nodes(data=True))
    return {**dict(sorted(kinds.items())), "other": len(beyond)}


def _texts(graph: object) -> list[str]:
    return [iri for iri, data in graph.nodes(data=True) if data.get("held")]  # type: ignore[attr-defined]


class _Counted:
    """Counts what is done and tells it."""

    def __init__(self, whole: int, told: Callable[[int, int], None] | None) -> None:
        self.whole, self.told, self.done = whole, told, 0

    def up(self) -> None:
        self.done += 1
        if self.told:
            self.told(self.done, self.whole)
