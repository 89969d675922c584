"""What is not about one thing: the first page, the lists, the search, the pictures, the map."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from kg.config import bundled
from kg.folder import texts
from kg.text import alphabetical
from kg.viewing import TITLES, board_for
from kg.write.board import board_html
from kg.write.page import page_html
from kg.write.site.addresses import link
from kg.write.site.model import Item
from kg.write.site.pages import assets, search_index
from kg.write.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kg.analyse.walk import Network
    from kg.answers import Desk
    from kg.publish.press import Press
    from kg.publish.site import Wanted
    from kg.write.site.pages import Site
    from kg.write.site.things import Things

_KINDS = {"documents": "document", "agents": "agent", "places": "place", "tasks": "task"}
_MOST = 10
_LONGEST = 3_000
_SHORT = 160


def write_lists(press: Press, site: Site, things: Things) -> None:
    """Write one list of each kind of thing, under the headings by which it is looked for."""
    for file, kind in _KINDS.items():
        rows: dict[str, list[Item]] = defaultdict(list)
        for iri, data in things.graph.nodes(data=True):
            if data["kind"] == kind:
                rows[_heading(things, kind, data)].append(
                    Item(iri, things.name(iri), _about(kind, data))
                )
        groups = [
            (_said(kind, key), sorted(found, key=lambda item: alphabetical(item.label)))
            for key, found in sorted(rows.items(), key=lambda each: _order(kind, each[0]))
        ]
        if kind == "task" and sum(map(len, rows.values())) > _LONGEST:
            groups = [(WORDS["list.documents"], _by_document(things))]
        press.put(f"{file}.html", site.listing(file, f"nav.{file}", groups))


def _by_document(things: Things) -> list[Item]:
    """Give each document with the number of its tasks, in place of a page with all of them."""
    edges = things.graph.out_edges(keys=True)
    counts = Counter(source for source, _, key in edges if key == "has_task")
    ranked = sorted(counts.items(), key=lambda each: alphabetical(things.name(each[0])))
    return [Item(iri, things.name(iri), str(n)) for iri, n in ranked]


def _order(kind: str, key: str) -> tuple[int, tuple[str, str, str]]:
    """Order headings: levels from the top down, places by their names, what has none last."""
    levels = [word for word in WORDS if word.startswith("level.")]
    level = f"level.{key or 'unknown'}"
    rank = levels.index(level) if kind == "document" and level in levels else int(not key)
    return rank, alphabetical(key)


def _heading(things: Things, kind: str, data: Mapping[str, object]) -> str:
    if kind == "task":
        return things.name(str(data["document"]))
    return str(data.get({"document": "level", "agent": "place"}.get(kind, ""), ""))


def _said(kind: str, key: str) -> tuple[str, str]:
    if kind == "document":
        return WORDS.get(f"level.{key or 'unknown'}", (key, key))
    return (key, key) if key else ("Trung ương hoặc không rõ nơi", "Central, or place not known")


def _about(kind: str, data: Mapping[str, object]) -> str:
    if kind == "document":
        return " · ".join(str(data[key]) for key in ("date", "title") if key in data)[:_SHORT]
    return ""


def write_frame(
    press: Press, site: Site, things: Things, wanted: Wanted, whole: Mapping[str, Any]
) -> None:
    """Write the first page, the search, the page for what is missing, the map of the site."""
    graph = things.graph
    counts = Counter(str(data["kind"]) for _, data in graph.nodes(data=True))
    held = sorted((iri for iri, data in graph.nodes(data=True) if data.get("held")), key=things.day)
    told = [("count.held", "documents", len(held)), ("count.cited", "documents", counts["document"] - len(held)),
            *((f"count.{kind}", f"{kind}s", counts[kind]) for kind in ("task", "agent", "place"))]  # fmt: skip
    press.put("index.html", site.page(
        "site_home.html", "index", counts=told, title=wanted.title, doors=_DOORS,
        held=[Item(iri, things.name(iri), _about("document", graph.nodes[iri])) for iri in held],
        leads=_ranked(things, "lead", "agent"), cited=_ranked(things, "cites", "document"),
        description=" ".join(WORDS["home.lead"]), **site.linked(whole),
    ))  # fmt: skip
    kinds = ("document", "agent", "place", "task", "report", "target")
    press.put(
        "search.html", site.page("site_search.html", "search", kinds=kinds, title="Tìm · Search")
    )
    press.put("404.html", site.page("site_missing.html", "404", root=_root(wanted), title="404"))
    press.put("assets/search-index.js", search_index(list(_index(site, things))))
    for name, content in assets().items():
        press.put(name, content)
    for name, ending in (("policy", ".html"), ("policy", ".ttl"), ("shapes", ".ttl")):
        press.put(
            f"{'ns' if name == 'policy' else name}{ending}",
            bundled("ontology", f"{name}{ending}").read_bytes(),
        )
    press.put("sitemap.xml", _sitemap(site, things, wanted))
    press.put(
        "robots.txt",
        f"User-agent: *\nAllow: /\nSitemap: {wanted.about.url or site.at.bases[0]}sitemap.xml\n",
    )
    press.put(".nojekyll", "")


_DOORS = (
    ("nav.networks", "networks.lead", "networks"),
    ("nav.answers", "answers.lead", "answers"),
    ("nav.data", "data.lead", "data"),
)


def _root(wanted: Wanted) -> str:
    """Give the path under which the site stands, for the one page that is shown anywhere."""
    return urlsplit(wanted.about.url).path if wanted.about.url else "/"


def _ranked(things: Things, relation: str, kind: str) -> list[Item]:
    """Give the things that most edges lead to; all that tie with the last are shown."""
    graph = things.graph
    counts = Counter(end for _, end, key in graph.edges(keys=True) if key == relation)
    shown = {iri: n for iri, n in counts.items() if graph.nodes[iri]["kind"] == kind
             and not graph.nodes[iri].get("held") and not graph.nodes[iri].get("collective")}  # fmt: skip
    ranked = sorted(shown.items(), key=lambda each: (-each[1], alphabetical(things.name(each[0]))))
    least = ranked[:_MOST][-1][1] if ranked else 0
    return [Item(iri, things.name(iri), str(n)) for iri, n in ranked if n >= least]


def _index(site: Site, things: Things) -> Iterator[tuple[str, str, str, str]]:
    for iri, data in things.graph.nodes(data=True):
        file = site.at.file(iri)
        about = " ".join(str(data[key]) for key in ("number", "date", "place") if key in data)
        title = str(data.get("title", ""))
        if file:
            yield (
                str(data["kind"]),
                things.name(iri),
                link("search", file),
                f"{about} {title}".strip()[:_SHORT],
            )


def _sitemap(site: Site, things: Things, wanted: Wanted) -> str:
    """Give the map for search engines: pages by their addresses, in order."""
    root = wanted.about.url or site.at.bases[0]
    files = ["index", *sorted(filter(None, map(site.at.file, things.graph)))]
    rows = "".join(
        f"<url><loc>{escape(root + link('index', file))}</loc></url>\n" for file in files
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )


def write_pictures(press: Press, site: Site, folder: Path, desk: Desk, wanted: Wanted) -> None:
    """Write the pages of ``kg view`` and the page that lists them."""
    language = ("vi", "en").index(wanted.lang)
    read = texts(folder)

    def address(document: str) -> str | None:
        return site.here("networks/cascade").to(f"{document}/text")

    for kind in _PICTURES:
        title = TITLES[kind][language]
        if kind == "cascade":
            page = page_html(
                _without_duties(desk.network()),
                title=title,
                lang=wanted.lang,
                texts=read,
                address=address,
                up="../networks.html",
            )
        else:
            board, _ = board_for(desk, kind)
            page = board_html(
                board,
                title=title,
                lang=wanted.lang,
                texts=read,
                address=address,
                up="../networks.html",
            )
        press.put(f"networks/{kind}.html", page)
    pictures = [(TITLES[kind], f"networks/{kind}") for kind in _PICTURES]
    press.put(
        "networks.html",
        site.page("site_pictures.html", "networks", pictures=pictures, title="Sơ đồ · Pictures"),
    )


def _without_duties(graph: Network) -> Network:
    """Leave out duties to report and targets, which the cascade does not draw."""
    wanted = [iri for iri, data in graph.nodes(data=True) if data["kind"] not in _DUTIES]
    return graph.subgraph(wanted)


_DUTIES = frozenset({"report", "target"})
_PICTURES = ("cascade", "flow", "coverage", "coordination", "timeline")
